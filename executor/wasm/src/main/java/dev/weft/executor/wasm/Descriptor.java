package dev.weft.executor.wasm;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** What a file descriptor of a guest stands for. */
sealed interface Descriptor {

  /** A stream to read from. */
  record Input(InputStream stream) implements Descriptor {}

  /** A stream to write to. */
  record Output(OutputStream stream) implements Descriptor {}

  /**
   * A directory.
   *
   * @param grant what it is below of
   * @param names where, below that
   * @param opened the name under which the guest finds it; empty if the guest opened it itself
   */
  record Directory(GrantedDirectory grant, List<String> names, String opened)
      implements Descriptor {}

  /**
   * An open file.
   *
   * @param path where it is, for its attributes
   * @param appends whether writing always goes to the end
   */
  record OpenFile(Path path, FileChannel channel, boolean writable, boolean appends)
      implements Descriptor, Closeable {
    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
