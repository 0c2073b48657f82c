package dev.weft.python;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Gives what is printed on, line by line; also what has no end yet, when it is flushed. */
final class LineStream extends OutputStream {
  /** A line may be so long before it is given on in parts. */
  private static final int LONGEST = 10_000;

  private final Consumer<String> lines;
  private byte[] line = new byte[256];
  private int length;

  private LineStream(Consumer<String> lines) {
    this.lines = lines;
  }

  static PrintStream to(Consumer<String> lines) {
    return new PrintStream(new LineStream(lines), false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int b) {
    if (b == '\n') {
      give();
      return;
    }
    if (length == line.length) {
      line = java.util.Arrays.copyOf(line, 2 * length);
    }
    line[length++] = (byte) b;
    if (length >= LONGEST && (b & 0x80) == 0) {
      give();
    }
  }

  @Override
  public void flush() {
    if (length > 0) {
      give();
    }
  }

  private void give() {
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    length = 0;
    lines.accept(text);
  }
}
