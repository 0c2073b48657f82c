package dev.weft.cli;

import dev.weft.executor.Input;
import dev.weft.executor.manifest.ItemReader;
import dev.weft.executor.manifest.Manifest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The items of a run, and how far they have been read. */
final class RunInput implements AutoCloseable {
  private final Input input;
  private final @Nullable Counted source;
  private final long size;

  private RunInput(Input input, @Nullable Counted source, long size) {
    this.input = input;
    this.source = source;
    this.size = size;
  }

  static RunInput open(
      Manifest manifest, @Nullable String name, ItemReader.Format format, Streams streams) {
    if (name == null) {
      Input beside = manifest.input().<Input>map(Input::of).orElseGet(Input::none);
      return new RunInput(beside, null, 0);
    }
    try {
      boolean standard = name.equals("-");
      Counted source = new Counted(ManifestFile.open(name, streams), standard);
      long size = standard ? 0 : Files.size(Path.of(name));
      return new RunInput(Input.blocking(ItemReader.of(source, format)), source, size);
    } catch (IOException e) {
      throw ManifestFile.unreadable(name, e);
    }
  }

  Input input() {
    return input;
  }

  /** How much of the input has been read, in percent, if its size is known. */
  OptionalLong percent() {
    return source == null || size == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.min(100, source.count * 100 / size));
  }

  @Override
  public void close() throws IOException {
    if (source != null) {
      source.close();
    }
  }

  private static final class Counted extends FilterInputStream {
    private final boolean standard;
    private volatile long count;

    Counted(InputStream source, boolean standard) {
      super(source);
      this.standard = standard;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      add(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      add(Math.max(0, read));
      return read;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the reading thread writes it
    private void add(int bytes) {
      count += bytes;
    }

    @Override
    public void close() throws IOException {
      // Closing the standard input would wait for a thread that still reads from it.
      if (!standard) {
        super.close();
      }
    }
  }
}
