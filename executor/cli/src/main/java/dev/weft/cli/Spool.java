package dev.weft.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Holds bytes until they are wanted: a few in memory, many in a temporary file. */
final class Spool extends OutputStream {
  private static final int IN_MEMORY = 4 * 1024 * 1024;

  private final ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
  private @Nullable Path file;
  private @Nullable OutputStream tail;

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (head.size() + length <= IN_MEMORY && tail == null) {
      head.write(bytes, offset, length);
      return;
    }
    if (tail == null) {
      file = Files.createTempFile("weft-", ".spool");
      file.toFile().deleteOnExit();
      tail = Files.newOutputStream(file);
    }
    tail.write(bytes, offset, length);
  }

  /** Gives all bytes to another stream. */
  void copyTo(OutputStream target) throws IOException {
    head.writeTo(target);
    if (tail != null && file != null) {
      tail.flush();
      Files.copy(file, target);
    }
  }

  @Override
  public void close() throws IOException {
    if (tail != null && file != null) {
      tail.close();
      Files.deleteIfExists(file);
    }
  }
}
