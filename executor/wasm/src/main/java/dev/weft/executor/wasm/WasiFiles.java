package dev.weft.executor.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dylibso.chicory.runtime.Memory;
import dev.weft.executor.wasm.WasiFunctions.Arguments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The functions of WASI on open descriptors: streams, files and directories. */
final class WasiFiles {
  /** The largest file that a guest can make. */
  static final long MOST_FILE_BYTES = 1L << 30;

  /** How much is moved at a time; a guest that asks for more gets less, as it may. */
  private static final int STEP = 1 << 20;

  private static final int MOST_VECTORS = 1024;
  private static final int SET = 0;
  private static final int CURRENT = 1;
  private static final int END = 2;

  private final Descriptors descriptors;
  private final ConfinedGuest guest;

  WasiFiles(Descriptors descriptors, ConfinedGuest guest) {
    this.descriptors = descriptors;
    this.guest = guest;
  }

  void addTo(WasiFunctions functions) {
    functions.add("fd_advise", "illi", (memory, in) -> present(in));
    functions.add("fd_allocate", "ill", (memory, in) -> Errno.NOTSUP);
    functions.add("fd_close", "i", this::close);
    functions.add("fd_datasync", "i", this::sync);
    functions.add("fd_sync", "i", this::sync);
    functions.add("fd_fdstat_get", "ii", this::status);
    functions.add("fd_fdstat_set_flags", "ii", (memory, in) -> Errno.NOTSUP);
    functions.add("fd_fdstat_set_rights", "ill", (memory, in) -> Errno.NOTSUP);
    functions.add("fd_filestat_set_size", "il", this::setSize);
    functions.add("fd_pread", "iiili", this::readAt);
    functions.add("fd_prestat_get", "ii", this::granted);
    functions.add("fd_prestat_dir_name", "iii", this::grantedName);
    functions.add("fd_pwrite", "iiili", this::writeAt);
    functions.add("fd_read", "iiii", this::read);
    functions.add("fd_renumber", "ii", this::renumber);
    functions.add("fd_seek", "ilii", this::seek);
    functions.add("fd_tell", "ii", this::tell);
    functions.add("fd_write", "iiii", this::write);
  }

  private int present(Arguments in) throws Errno.Failure {
    descriptors.file(in.number(0));
    return Errno.SUCCESS;
  }

  private int close(Memory memory, Arguments in) throws Errno.Failure, IOException {
    descriptors.close(in.number(0));
    return Errno.SUCCESS;
  }

  private int renumber(Memory memory, Arguments in) throws Errno.Failure, IOException {
    descriptors.renumber(in.number(0), in.number(1));
    return Errno.SUCCESS;
  }

  private int sync(Memory memory, Arguments in) throws Errno.Failure, IOException {
    descriptors.file(in.number(0)).channel().force(true);
    return Errno.SUCCESS;
  }

  private int status(Memory memory, Arguments in) throws Errno.Failure {
    int at = in.number(1);
    Descriptor descriptor = descriptors.get(in.number(0));
    memory.write(at, new byte[24]);
    switch (descriptor) {
      case Descriptor.Input _ -> memory.writeLong(at + 8, Rights.FD_READ);
      case Descriptor.Output _ -> memory.writeLong(at + 8, Rights.FD_WRITE);
      case Descriptor.Directory directory -> {
        memory.writeByte(at, FileStatus.DIRECTORY);
        memory.writeLong(at + 8, Rights.ofDirectory(directory.grant().writable()));
        memory.writeLong(at + 16, Rights.below(directory.grant().writable()));
      }
      case Descriptor.OpenFile file -> {
        memory.writeByte(at, FileStatus.REGULAR);
        memory.writeShort(at + 2, (short) (file.appends() ? 1 : 0));
        memory.writeLong(at + 8, Rights.ofFile(file.writable()));
      }
    }
    return Errno.SUCCESS;
  }

  private int setSize(Memory memory, Arguments in) throws Errno.Failure, IOException {
    long size = in.wide(1);
    FileChannel channel = writable(in).channel();
    if (size < 0 || size > MOST_FILE_BYTES) {
      throw new Errno.Failure(Errno.FBIG);
    }
    long now = channel.size();
    if (size < now) {
      channel.truncate(size);
    } else if (size > now) {
      guest.countOutput(size - now);
      channel.write(ByteBuffer.allocate(1), size - 1);
    }
    return Errno.SUCCESS;
  }

  private Descriptor.OpenFile writable(Arguments in) throws Errno.Failure {
    Descriptor.OpenFile file = descriptors.file(in.number(0));
    if (!file.writable()) {
      throw new Errno.Failure(Errno.BADF);
    }
    return file;
  }

  private int granted(Memory memory, Arguments in) throws Errno.Failure {
    byte[] name = preopened(in);
    memory.writeI32(in.number(1), 0);
    memory.writeI32(in.number(1) + 4, name.length);
    return Errno.SUCCESS;
  }

  private int grantedName(Memory memory, Arguments in) throws Errno.Failure {
    byte[] name = preopened(in);
    if (in.number(2) < name.length) {
      throw new Errno.Failure(Errno.NAMETOOLONG);
    }
    memory.write(in.number(1), name);
    return Errno.SUCCESS;
  }

  private byte[] preopened(Arguments in) throws Errno.Failure {
    if (descriptors.get(in.number(0)) instanceof Descriptor.Directory directory
        && !directory.opened().isEmpty()) {
      return directory.opened().getBytes(UTF_8);
    }
    throw new Errno.Failure(Errno.BADF);
  }

  /** Moves bytes of one vector; how many were moved, negative at the end. */
  @FunctionalInterface
  private interface Move {
    int run(int pointer, int length) throws Errno.Failure, IOException;
  }

  private int vectors(Memory memory, Arguments in, int resultAt, Move move)
      throws Errno.Failure, IOException {
    int vectors = in.number(1);
    int count = in.number(2);
    if (count < 0 || count > MOST_VECTORS) {
      throw new Errno.Failure(Errno.INVAL);
    }
    int total = 0;
    for (int i = 0; i < count; i++) {
      ConfinedGuest.checkStopped();
      int pointer = memory.readInt(vectors + 8 * i);
      int length = memory.readInt(vectors + 8 * i + 4);
      int step = Integer.compareUnsigned(length, STEP) > 0 ? STEP : length;
      if (step == 0) {
        continue;
      }
      int moved = move.run(pointer, step);
      if (moved > 0) {
        total += moved;
      }
      // What is short may be short; going on would wait for more.
      if (moved < length || total >= STEP) {
        break;
      }
    }
    memory.writeI32(resultAt, total);
    return Errno.SUCCESS;
  }

  private int read(Memory memory, Arguments in) throws Errno.Failure, IOException {
    Descriptor from = descriptors.get(in.number(0));
    return vectors(
        memory,
        in,
        in.number(3),
        (pointer, length) -> {
          byte[] bytes = new byte[length];
          int count =
              switch (from) {
                case Descriptor.Input input -> input.stream().read(bytes);
                case Descriptor.OpenFile file -> file.channel().read(ByteBuffer.wrap(bytes));
                case Descriptor.Directory _ -> throw new Errno.Failure(Errno.ISDIR);
                case Descriptor.Output _ -> throw new Errno.Failure(Errno.BADF);
              };
          memory.write(pointer, bytes, 0, Math.max(0, count));
          return count;
        });
  }

  private int readAt(Memory memory, Arguments in) throws Errno.Failure, IOException {
    FileChannel channel = descriptors.file(in.number(0)).channel();
    long[] offset = {offset(in.wide(3))};
    return vectors(
        memory,
        in,
        in.number(4),
        (pointer, length) -> {
          byte[] bytes = new byte[length];
          int count = channel.read(ByteBuffer.wrap(bytes), offset[0]);
          offset[0] += Math.max(0, count);
          memory.write(pointer, bytes, 0, Math.max(0, count));
          return count;
        });
  }

  private static long offset(long value) throws Errno.Failure {
    if (value < 0) {
      throw new Errno.Failure(Errno.INVAL);
    }
    return value;
  }

  private int write(Memory memory, Arguments in) throws Errno.Failure, IOException {
    Descriptor to = descriptors.get(in.number(0));
    return vectors(
        memory,
        in,
        in.number(3),
        (pointer, length) -> {
          byte[] bytes = memory.readBytes(pointer, length);
          switch (to) {
            case Descriptor.Output output -> {
              guest.countStream(length);
              output.stream().write(bytes);
            }
            case Descriptor.OpenFile file -> {
              long end = file.appends() ? file.channel().size() : file.channel().position();
              checkSize(file, end, length);
              file.channel().write(ByteBuffer.wrap(bytes));
            }
            case Descriptor.Directory _ -> throw new Errno.Failure(Errno.ISDIR);
            case Descriptor.Input _ -> throw new Errno.Failure(Errno.BADF);
          }
          return length;
        });
  }

  private int writeAt(Memory memory, Arguments in) throws Errno.Failure, IOException {
    Descriptor.OpenFile file = writable(in);
    long[] offset = {offset(in.wide(3))};
    return vectors(
        memory,
        in,
        in.number(4),
        (pointer, length) -> {
          byte[] bytes = memory.readBytes(pointer, length);
          checkSize(file, offset[0], length);
          int count = file.channel().write(ByteBuffer.wrap(bytes), offset[0]);
          offset[0] += count;
          return count;
        });
  }

  private void checkSize(Descriptor.OpenFile file, long offset, int length) throws Errno.Failure {
    if (!file.writable()) {
      throw new Errno.Failure(Errno.BADF);
    }
    if (offset > MOST_FILE_BYTES - length) {
      throw new Errno.Failure(Errno.FBIG);
    }
    guest.countOutput(length);
  }

  private int seek(Memory memory, Arguments in) throws Errno.Failure, IOException {
    FileChannel channel = descriptors.file(in.number(0)).channel();
    long base =
        switch (in.number(2)) {
          case SET -> 0;
          case CURRENT -> channel.position();
          case END -> channel.size();
          default -> throw new Errno.Failure(Errno.INVAL);
        };
    long to = base + in.wide(1);
    channel.position(offset(to));
    memory.writeLong(in.number(3), to);
    return Errno.SUCCESS;
  }

  private int tell(Memory memory, Arguments in) throws Errno.Failure, IOException {
    memory.writeLong(in.number(1), descriptors.file(in.number(0)).channel().position());
    return Errno.SUCCESS;
  }
}
