package dev.weft.executor.wasm;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * What a guest sees as its standard streams. They are used on the guest's thread and may block
 * there, as long as they heed an interrupt.
 *
 * @param stdin what it reads
 * @param stdout where it writes
 * @param stderr where it writes errors
 */
public record GuestStreams(InputStream stdin, OutputStream stdout, OutputStream stderr) {

  /** Nothing to read; what is written is lost. */
  public static final GuestStreams NONE =
      new GuestStreams(
          InputStream.nullInputStream(),
          OutputStream.nullOutputStream(),
          OutputStream.nullOutputStream());

  /** Streams of these three. */
  public GuestStreams {
    Objects.requireNonNull(stdin);
    Objects.requireNonNull(stdout);
    Objects.requireNonNull(stderr);
  }
}
