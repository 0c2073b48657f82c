package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.Memory;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/** What WASI tells of a file. */
final class FileStatus {
  static final byte UNKNOWN = 0;
  static final byte DIRECTORY = 3;
  static final byte REGULAR = 4;
  static final byte LINK = 7;

  private static final int BYTES = 64;

  private FileStatus() {}

  static byte type(BasicFileAttributes file) {
    return file.isSymbolicLink()
        ? LINK
        : file.isDirectory() ? DIRECTORY : file.isRegularFile() ? REGULAR : UNKNOWN;
  }

  /** A number that tells files apart, as well as a host without such numbers can. */
  static long inode(BasicFileAttributes file) {
    Object key = file.fileKey();
    return key == null ? 0 : key.hashCode();
  }

  static void write(Memory memory, int at, BasicFileAttributes file) {
    memory.write(at, new byte[BYTES]);
    memory.writeLong(at + 8, inode(file));
    memory.writeByte(at + 16, type(file));
    memory.writeLong(at + 24, 1);
    memory.writeLong(at + 32, file.isRegularFile() ? file.size() : 0);
    memory.writeLong(at + 40, nanos(file.lastAccessTime()));
    memory.writeLong(at + 48, nanos(file.lastModifiedTime()));
    memory.writeLong(at + 56, nanos(file.creationTime()));
  }

  /** Of a stream, which has no more to tell than that it is none of the others. */
  static void writeStream(Memory memory, int at) {
    memory.write(at, new byte[BYTES]);
    memory.writeLong(at + 24, 1);
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
