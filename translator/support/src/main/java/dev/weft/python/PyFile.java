package dev.weft.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code open()} gives, for text and for bytes; small writes are gathered until a flush. */
public final class PyFile implements Iterable<String>, ContextManager<PyFile> {
  private final String name;
  private final String mode;
  private final RandomAccessFile file;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private boolean closed;
  private boolean deletes;

  private PyFile(String name, String mode, RandomAccessFile file) {
    this.name = name;
    this.mode = mode;
    this.file = file;
  }

  /** A mode of text, once it is known that text is UTF-8 with plain ends of lines. */
  public static String mode(String mode, @Nullable Object encoding, @Nullable String newline) {
    utf8(encoding);
    if (newline != null && !newline.isEmpty() && !newline.equals("\n")) {
      throw new Errors.NotImplementedError(
          "open: newline=" + Py.repr(newline) + " is not supported; use newline=''");
    }
    return mode;
  }

  static void utf8(@Nullable Object encoding) {
    String name = encoding == null ? "utf8" : Py.str(encoding).toLowerCase(java.util.Locale.ROOT);
    if (!name.replace("-", "").replace("_", "").matches("utf8|ascii|usascii|locale")) {
      throw new Errors.NotImplementedError(
          "files with the encoding "
              + Py.repr(encoding)
              + " are not supported; read bytes and decode them");
    }
  }

  /** {@code open(path, mode)}. */
  public static PyFile open(@Nullable Object path, String mode) {
    String name = Py.str(path);
    return FilePath.io(
        name,
        () -> {
          Path at = Path.of(name);
          boolean reads = mode.startsWith("r") && !mode.contains("+");
          if (mode.startsWith("r") && !Files.exists(at)) {
            throw new NoSuchFileException(name);
          }
          if (mode.startsWith("x") && Files.exists(at)) {
            throw new FileAlreadyExistsException(name);
          }
          if (Files.isDirectory(at)) {
            throw new IOException("Is a directory");
          }
          RandomAccessFile file = new RandomAccessFile(at.toFile(), reads ? "r" : "rw");
          if (mode.startsWith("w")) {
            file.setLength(0);
          } else if (mode.startsWith("a")) {
            file.seek(file.length());
          }
          return new PyFile(name, mode, file);
        });
  }

  /** What is done to a temporary file. */
  void deleteOnClose() {
    deletes = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new Errors.ValueError("I/O operation on closed file.");
    }
  }

  /** {@code name}. */
  @Property
  public String name() {
    return name;
  }

  /** {@code mode}. */
  @Property
  public String mode() {
    return mode;
  }

  /** {@code closed}. */
  @Property
  public boolean isClosed() {
    return closed;
  }

  private byte[] bytes(@Nullable Long size) {
    requireOpen();
    flush();
    return FilePath.io(
        name,
        () -> {
          long left = file.length() - file.getFilePointer();
          byte[] data = new byte[(int) (size == null || size < 0 ? left : Math.min(left, size))];
          file.readFully(data);
          return data;
        });
  }

  /** {@code read(size)} of text. */
  public String readText(@Nullable Long size) {
    return size == null || size < 0 ? text(bytes(null)) : characters(size);
  }

  /** So many characters, each of which begins with a byte that does not continue another. */
  private String characters(long count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long left = count;
    for (byte[] one = bytes(1L); one.length > 0; one = bytes(1L)) {
      if ((one[0] & 0xc0) != 0x80 && left-- == 0) {
        seek(tell() - 1);
        break;
      }
      out.writeBytes(one);
    }
    return text(out.toByteArray());
  }

  /** Bytes as text, with line ends as Python has them. */
  static String text(byte[] data) {
    return Bytes.wrap(data).decode("utf-8", "strict").replace("\r\n", "\n").replace('\r', '\n');
  }

  /** {@code read(size)} of bytes. */
  public Bytes readBytes(@Nullable Long size) {
    return Bytes.wrap(bytes(size));
  }

  /** {@code readline()}. */
  public String readLine() {
    requireOpen();
    flush();
    return FilePath.io(
        name,
        () -> {
          long start = file.getFilePointer();
          String line = file.readLine();
          if (line == null) {
            return "";
          }
          long end = file.getFilePointer();
          file.seek(start);
          byte[] data = new byte[(int) (end - start)];
          file.readFully(data);
          return new String(data, StandardCharsets.UTF_8).replace("\r\n", "\n");
        });
  }

  /** {@code readline()} of bytes. */
  public Bytes readLineOfBytes() {
    long start = tell();
    byte[] rest = bytes(null);
    int end = 0;
    while (end < rest.length && rest[end] != '\n') {
      end++;
    }
    int length = Math.min(rest.length, end + 1);
    seek(start + length);
    return Bytes.wrap(java.util.Arrays.copyOf(rest, length));
  }

  /** The lines of a binary file. */
  public Iterable<Bytes> linesOfBytes() {
    return Iters.iter(() ->
        Iters.<Bytes>fromNext(() -> {
          Bytes line = readLineOfBytes();
          if (line.length() == 0) {
            throw new Errors.StopIteration();
          }
          return line;
        }));
  }

  /** {@code seek(offset, whence)}. */
  public long seek(long offset, long whence) {
    long base = whence == 1 ? tell() : whence == 2 ? FilePath.io(name, () -> length()) : 0;
    return seek(base + offset);
  }

  private long length() throws IOException {
    flush();
    return file.length();
  }

  /** {@code truncate(size)}. */
  public long truncate(@Nullable Long size) {
    long length = size == null ? tell() : size;
    flush();
    FilePath.io(
        name,
        () -> {
          long at = file.getFilePointer();
          file.setLength(length);
          file.seek(at);
          return name;
        });
    return length;
  }

  /** {@code readable()}. */
  public boolean isReadable() {
    return mode.startsWith("r") || mode.contains("+");
  }

  /** {@code writable()}. */
  public boolean isWritable() {
    return !mode.startsWith("r") || mode.contains("+");
  }

  /** {@code readlines()}. */
  public List<String> readLines() {
    return Lists.<String>copy(this);
  }

  /** {@code write(text)}. */
  public long write(String text) {
    requireOpen();
    if (mode.startsWith("r") && !mode.contains("+")) {
      throw new Errors.OSError("not writable");
    }
    pending.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return Strs.len(text);
  }

  /** {@code write(bytes)}. */
  public long write(Bytes data) {
    requireOpen();
    pending.writeBytes(data.array());
    return data.length();
  }

  /** {@code writelines(lines)}. */
  public void writeLines(Iterable<String> lines) {
    lines.forEach(this::write);
  }

  /** {@code print(values, file=self)}. */
  public void print(@Nullable String separator, @Nullable String end, @Nullable Object... values) {
    write(Py.printed(separator, end, values));
  }

  /** {@code flush()}. */
  public void flush() {
    if (pending.size() > 0) {
      FilePath.io(
          name,
          () -> {
            file.write(pending.toByteArray());
            pending.reset();
            return name;
          });
    }
  }

  /** {@code seek(position)}. */
  public long seek(long position) {
    flush();
    FilePath.io(
        name,
        () -> {
          file.seek(position);
          return name;
        });
    return position;
  }

  /** {@code tell()}. */
  public long tell() {
    flush();
    return FilePath.io(name, file::getFilePointer);
  }

  /** {@code close()}. */
  public void close() {
    if (!closed) {
      flush();
      closed = true;
      FilePath.io(
          name,
          () -> {
            file.close();
            if (deletes) {
              Files.deleteIfExists(Path.of(name));
            }
            return name;
          });
    }
  }

  @Override
  public Iterator<String> iterator() {
    return Iters.fromNext(() -> {
      String line = readLine();
      if (line.isEmpty()) {
        throw new Errors.StopIteration();
      }
      return line;
    });
  }

  @Override
  public PyFile enter() {
    return this;
  }

  @Override
  public boolean exit(@Nullable Throwable raised) {
    close();
    return false;
  }
}
