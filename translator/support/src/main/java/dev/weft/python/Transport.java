package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** One end of a connection, as a stream writer uses it. All is called in the loop. */
interface Transport {
  /** Sends. */
  void write(byte[] data);

  /** Tells the other side that no more comes. */
  void writeEnd();

  /** Ends the connection; once it has, calls back. */
  void close();

  /** Whether it was closed from here. */
  boolean isClosing();

  /** Waits, in a task, until what was written is mostly sent. */
  void drain();

  /** Waits, in a task, until the connection has ended. */
  void awaitClosed();

  /** {@code get_extra_info(name)}. */
  @Nullable Object info(String name);
}
