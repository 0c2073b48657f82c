package dev.weft.python;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The modules {@code zlib} and {@code gzip}, on {@link java.util.zip}. */
public final class Zlib {
  private static final int PLAIN = 15;

  private Zlib() {}

  /** {@code zlib.error}. */
  @PythonName("error")
  public static final class Failure extends Errors.PyException {
    private static final long serialVersionUID = 1L;

    public Failure(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code gzip.BadGzipFile}. */
  public static final class BadGzipFile extends Errors.OSError {
    private static final long serialVersionUID = 1L;

    public BadGzipFile(@Nullable Object... args) {
      super(args);
    }
  }

  private static void requireLevel(long level) {
    if (level < -1 || level > 9) {
      throw new Failure("Bad compression level");
    }
  }

  /** {@code zlib.compress(data, level, wbits)}. */
  public static Bytes compress(@Nullable Object data, long level, long bits) {
    requireLevel(level);
    if (bits > PLAIN) {
      return gzip(data, level, 0L);
    }
    Compressor compressor = new Compressor(level, bits);
    return compressor.compress(data).plus(compressor.flush());
  }

  /** {@code zlib.decompress(data, wbits)}. */
  public static Bytes decompress(@Nullable Object data, long bits) {
    if (bits > PLAIN) {
      return gunzip(data);
    }
    Decompressor decompressor = new Decompressor(bits);
    Bytes all = decompressor.decompress(data);
    if (!decompressor.eof()) {
      throw new Failure("Error -5 while decompressing data: incomplete or truncated stream");
    }
    return all;
  }

  /** {@code zlib.compressobj(level, wbits)}. */
  public static final class Compressor {
    private final Deflater deflater;

    /** Begins a stream; without header and sum for negative bits. */
    public Compressor(long level, long bits) {
      requireLevel(level);
      deflater = new Deflater((int) level, bits < 0);
    }

    private Bytes take() {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      for (int n = deflater.deflate(part); n > 0; n = deflater.deflate(part)) {
        out.write(part, 0, n);
      }
      return Bytes.wrap(out.toByteArray());
    }

    /** {@code compress(data)}. */
    public Bytes compress(@Nullable Object data) {
      deflater.setInput(Bytes.make(data).array());
      return take();
    }

    /** {@code flush()}. */
    public Bytes flush() {
      deflater.finish();
      Bytes rest = take();
      deflater.end();
      return rest;
    }
  }

  /** {@code zlib.decompressobj(wbits)}. */
  public static final class Decompressor {
    private final Inflater inflater;
    private byte[] unused = new byte[0];

    /** Begins to read a stream; one without header and sum for negative bits. */
    public Decompressor(long bits) {
      inflater = new Inflater(bits < 0);
    }

    /** {@code decompress(data)}. */
    public Bytes decompress(@Nullable Object data) {
      byte[] given = Bytes.make(data).array();
      if (eof()) {
        unused = Bytes.wrap(unused).plus(Bytes.wrap(given)).array();
        return Bytes.of("");
      }
      inflater.setInput(given);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] part = new byte[8192];
      try {
        for (int n = inflater.inflate(part); n > 0; n = inflater.inflate(part)) {
          out.write(part, 0, n);
        }
      } catch (DataFormatException e) {
        throw Exceptions.from(
            new Failure("Error -3 while decompressing data: " + e.getMessage()), e);
      }
      if (eof()) {
        unused = Arrays.copyOfRange(given, given.length - inflater.getRemaining(), given.length);
      }
      return Bytes.wrap(out.toByteArray());
    }

    /** {@code flush()}. */
    public Bytes flush() {
      return Bytes.of("");
    }

    /** {@code eof}. */
    public boolean eof() {
      return inflater.finished();
    }

    /** {@code unused_data}. */
    public Bytes unusedData() {
      return Bytes.wrap(unused);
    }
  }

  /** {@code gzip.compress(data, compresslevel, mtime=time)}. */
  public static Bytes gzip(@Nullable Object data, long level, @Nullable Number time) {
    byte[] plain = Bytes.make(data).array();
    long seconds = time == null ? (long) Time.time() : time.longValue();
    byte[] head =
        ByteBuffer.allocate(10)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0x00088b1f)
            .putInt((int) seconds)
            .put((byte) (level == 9 ? 2 : level == 1 ? 4 : 0))
            .put((byte) 0xff)
            .array();
    CRC32 sum = new CRC32();
    sum.update(plain);
    byte[] tail =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) sum.getValue())
            .putInt(plain.length)
            .array();
    return Bytes.wrap(head).plus(compress(data, level, -PLAIN)).plus(Bytes.wrap(tail));
  }

  /** {@code gzip.decompress(data)}. */
  public static Bytes gunzip(@Nullable Object data) {
    byte[] packed = Bytes.make(data).array();
    if (packed.length == 0) {
      return Bytes.of("");
    }
    if (packed.length < 2 || packed[0] != 0x1f || (packed[1] & 0xff) != 0x8b) {
      Bytes begin = Bytes.wrap(Arrays.copyOf(packed, Math.min(2, packed.length)));
      throw new BadGzipFile("Not a gzipped file (" + begin.repr() + ")");
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return Bytes.wrap(in.readAllBytes());
    } catch (java.io.EOFException e) {
      throw Exceptions.from(
          new Errors.EOFError("Compressed file ended before the end-of-stream marker was reached"),
          e);
    } catch (IOException e) {
      throw Exceptions.from(
          e.getMessage() != null && e.getMessage().contains("CRC")
              ? new BadGzipFile("CRC check failed")
              : new Failure("Error -3 while decompressing data: " + e.getMessage()),
          e);
    }
  }

  /** {@code gzip.open(path, mode)} of bytes: the whole file, written when it is closed. */
  public static BytesIo open(@Nullable Object path, String mode, long level) {
    FilePath file = FilePath.of(path);
    if (mode.startsWith("r")) {
      return new BytesIo(gunzip(file.readBytes()));
    }
    Bytes before = before(file, mode);
    return new BytesIo(Bytes.of(""))
        .onClose(data -> file.writeBytes(before.plus(gzip(data, level, null))));
  }

  /** {@code gzip.open(path, mode)} of text. */
  public static StringIo openText(
      @Nullable Object path, String mode, long level, @Nullable String encoding) {
    if (!mode.contains("t")) {
      throw new Errors.ValueError(
          "gzip.open with the mode '" + mode + "' is bytes; write '" + mode + "b' for them");
    }
    String charset = encoding == null ? "utf-8" : encoding;
    FilePath file = FilePath.of(path);
    if (mode.startsWith("r")) {
      String text = gunzip(file.readBytes()).decode(charset);
      return new StringIo(text.replace("\r\n", "\n").replace('\r', '\n'));
    }
    Bytes before = before(file, mode);
    return new StringIo("")
        .onClose(
            text -> file.writeBytes(before.plus(gzip(Bytes.encode(text, charset), level, null))));
  }

  private static Bytes before(FilePath file, String mode) {
    if (mode.startsWith("x") && file.exists()) {
      throw new Errors.FileExistsError(17L, "File exists", file.text());
    }
    return mode.startsWith("a") && file.exists() ? file.readBytes() : Bytes.of("");
  }
}
