package dev.weft.executor.wasm;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Takes what a guest writes and hands on its lines, blank ones left out. */
final class LineOutput extends OutputStream {
  private final LongConsumer grown;
  private final Consumer<byte[]> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /**
   * An output.
   *
   * @param grown told, before it is taken, how long a line is going to be
   * @param lines takes the lines
   */
  LineOutput(LongConsumer grown, Consumer<byte[]> lines) {
    this.grown = grown;
    this.lines = lines;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    int start = from;
    for (int i = from; i < from + count; i++) {
      if (bytes[i] == '\n') {
        add(bytes, start, i - start);
        end();
        start = i + 1;
      }
    }
    add(bytes, start, from + count - start);
  }

  private void add(byte[] bytes, int from, int count) {
    if (count > 0) {
      grown.accept(line.size() + (long) count);
      line.write(bytes, from, count);
    }
  }

  /** Hands on what came after the last newline. */
  void end() {
    byte[] whole = line.toByteArray();
    line.reset();
    if (!isBlank(whole)) {
      lines.accept(whole);
    }
  }

  private static boolean isBlank(byte[] text) {
    for (byte b : text) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
