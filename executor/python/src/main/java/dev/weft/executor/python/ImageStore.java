package dev.weft.executor.python;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.InflaterInputStream;

/**
 * Keeps images from one start of the JVM to the next: in files named by what is in them, each
 * written beside its place and moved there at once, with a checksum. A file that is missing, broken
 * or cannot be written costs time and nothing else.
 */
final class ImageStore {
  private static final System.Logger LOG = System.getLogger("dev.weft.executor.python");

  /** Raised when what images depend on changes, other than the sources of the guest. */
  private static final String VERSION = "2 trino-wasm-python 3.13-6 chicory 1.7.5";

  private final Optional<Path> directory;

  ImageStore(Optional<Path> directory) {
    this.directory = directory;
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  /** What the base is made of: the CPython that this is made for, and our part of the guest. */
  static String baseKey() throws IOException {
    MessageDigest digest = digest();
    digest.update(VERSION.getBytes(StandardCharsets.UTF_8));
    for (String name : ImageBuilder.SOURCES) {
      digest.update(ImageBuilder.source(name));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The image of a CPython that has started: kept, shipped, or made now. */
  BaseImage base() throws IOException {
    String name = "python-" + baseKey();
    Optional<ByteBuffer> kept = read(name);
    if (kept.isPresent()) {
      try {
        return BaseImage.read(kept.get());
      } catch (IOException e) {
        broken(name, e);
      }
    }
    BaseImage image = shipped();
    write(name, image::write);
    return image;
  }

  private static BaseImage shipped() throws IOException {
    try (InputStream in = ImageStore.class.getResourceAsStream("python.image")) {
      if (in != null) {
        return BaseImage.read(ByteBuffer.wrap(new InflaterInputStream(in).readAllBytes()));
      }
    }
    return ImageBuilder.build();
  }

  /** The content kept under a name, if there is any and it is whole. */
  Optional<ByteBuffer> read(String name) {
    if (directory.isEmpty()) {
      return Optional.empty();
    }
    try {
      ByteBuffer file = mapped(directory.get().resolve(name));
      int length = file.limit() - Long.BYTES;
      if (length < 0 || checksum(file.slice(0, length)) != file.getLong(length)) {
        throw new IOException("its checksum is wrong");
      }
      return Optional.of(file.slice(0, length));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      broken(name, e);
      return Optional.empty();
    }
  }

  /** A file as memory: it is never changed, and stays there if another takes its name. */
  private static ByteBuffer mapped(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      if (size > Integer.MAX_VALUE) {
        throw new IOException("it has %d bytes".formatted(size));
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
    }
  }

  private static long checksum(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return sum.getValue();
  }

  void broken(String name, IOException why) {
    LOG.log(
        System.Logger.Level.DEBUG,
        () -> "the cached image '%s' is not used: %s".formatted(name, why.getMessage()));
  }

  /** Keeps content under a name. */
  void write(String name, Content content) {
    if (directory.isEmpty()) {
      return;
    }
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(bytes);
      content.write(out);
      byte[] whole = bytes.toByteArray();
      out.writeLong(checksum(ByteBuffer.wrap(whole)));
      Files.createDirectories(directory.get());
      Path beside = Files.createTempFile(directory.get(), name, ".new");
      try {
        Files.write(beside, bytes.toByteArray());
        Files.move(
            beside,
            directory.get().resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.DEBUG,
          () -> "the image '%s' could not be kept: %s".formatted(name, e.getMessage()));
    }
  }
}
