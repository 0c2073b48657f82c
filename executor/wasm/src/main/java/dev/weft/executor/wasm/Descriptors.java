package dev.weft.executor.wasm;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The file descriptors of a guest. For the guest's thread, but for {@link #closeAll}. */
final class Descriptors {
  private static final int MOST = 256;

  private final @Nullable Descriptor[] table = new @Nullable Descriptor[MOST];

  Descriptor get(int fd) throws Errno.Failure {
    Descriptor found = fd < 0 || fd >= MOST ? null : table[fd];
    if (found == null) {
      throw new Errno.Failure(Errno.BADF);
    }
    return found;
  }

  /** The directory behind a descriptor. */
  Descriptor.Directory directory(int fd) throws Errno.Failure {
    if (get(fd) instanceof Descriptor.Directory directory) {
      return directory;
    }
    throw new Errno.Failure(Errno.NOTDIR);
  }

  /** The file behind a descriptor. */
  Descriptor.OpenFile file(int fd) throws Errno.Failure {
    return switch (get(fd)) {
      case Descriptor.OpenFile file -> file;
      case Descriptor.Directory _ -> throw new Errno.Failure(Errno.ISDIR);
      default -> throw new Errno.Failure(Errno.SPIPE);
    };
  }

  int add(Descriptor descriptor) throws Errno.Failure {
    for (int fd = 0; fd < MOST; fd++) {
      if (table[fd] == null) {
        table[fd] = descriptor;
        return fd;
      }
    }
    throw new Errno.Failure(Errno.MFILE);
  }

  boolean isFull() {
    for (Descriptor each : table) {
      if (each == null) {
        return false;
      }
    }
    return true;
  }

  void close(int fd) throws Errno.Failure, IOException {
    Descriptor closed = get(fd);
    table[fd] = null;
    if (closed instanceof Closeable open) {
      open.close();
    }
  }

  void renumber(int from, int to) throws Errno.Failure, IOException {
    Descriptor moved = get(from);
    get(to);
    if (from != to) {
      close(to);
      table[to] = moved;
      table[from] = null;
    }
  }

  /** Closes everything; for when the guest runs no more. */
  void closeAll() {
    UncheckedIOException failure = null;
    for (int fd = 0; fd < MOST; fd++) {
      Descriptor each = table[fd];
      table[fd] = null;
      if (each instanceof Closeable open) {
        try {
          open.close();
        } catch (IOException e) {
          if (failure == null) {
            failure = new UncheckedIOException(e);
          } else {
            failure.addSuppressed(e);
          }
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
