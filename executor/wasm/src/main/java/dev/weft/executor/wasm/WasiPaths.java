package dev.weft.executor.wasm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dylibso.chicory.runtime.Memory;
import dev.weft.executor.wasm.WasiFunctions.Arguments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The functions of WASI on paths below granted directories. A file that is made counts as output,
 * so that a guest cannot make files without end.
 */
final class WasiPaths {
  private static final int MOST_PATH_BYTES = 4096;
  private static final int NEW_FILE_BYTES = 4096;
  private static final int ENTRY_BYTES = 24;
  private static final int FOLLOW = 1;
  private static final int CREATE = 1;
  private static final int MUST_BE_DIRECTORY = 2;
  private static final int MUST_BE_NEW = 4;
  private static final int TRUNCATE = 8;
  private static final int APPEND = 1;
  private static final int SYNCHRONOUS = 2 | 16;

  private final Descriptors descriptors;
  private final ConfinedGuest guest;

  WasiPaths(Descriptors descriptors, ConfinedGuest guest) {
    this.descriptors = descriptors;
    this.guest = guest;
  }

  /** A path of the guest, walked. */
  private record Place(GrantedDirectory grant, List<String> names, Path host) {
    void requireWritable() throws Errno.Failure {
      if (!grant.writable()) {
        throw new Errno.Failure(Errno.ROFS);
      }
    }

    /** What is there, if anything is. */
    Optional<BasicFileAttributes> status() throws IOException {
      try {
        return Optional.of(
            Files.readAttributes(host, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
      } catch (NoSuchFileException e) {
        return Optional.empty();
      }
    }
  }

  void addTo(WasiFunctions functions) {
    functions.add("fd_filestat_get", "ii", this::descriptorStatus);
    functions.add("fd_filestat_set_times", "illi", (memory, in) -> Errno.NOTSUP);
    functions.add("fd_readdir", "iiili", this::list);
    functions.add("path_create_directory", "iii", this::createDirectory);
    functions.add("path_filestat_get", "iiiii", this::status);
    functions.add("path_filestat_set_times", "iiiilli", (memory, in) -> Errno.NOTSUP);
    functions.add("path_link", "iiiiiii", (memory, in) -> Errno.NOTSUP);
    functions.add("path_open", "iiiiillii", this::open);
    functions.add("path_readlink", "iiiiii", this::readLink);
    functions.add("path_remove_directory", "iii", this::removeDirectory);
    functions.add("path_rename", "iiiiii", this::rename);
    functions.add("path_symlink", "iiiii", (memory, in) -> Errno.NOTSUP);
    functions.add("path_unlink_file", "iii", this::removeFile);
  }

  private Place place(Memory memory, int fd, int pointer, int length, boolean follow)
      throws Errno.Failure, IOException {
    if (length < 0 || length > MOST_PATH_BYTES) {
      throw new Errno.Failure(Errno.NAMETOOLONG);
    }
    Descriptor.Directory directory = descriptors.directory(fd);
    String path = new String(memory.readBytes(pointer, length), UTF_8);
    List<String> names = directory.grant().resolve(directory.names(), path, follow);
    return new Place(directory.grant(), names, directory.grant().host(names));
  }

  private Place place(Memory memory, Arguments in, int from) throws Errno.Failure, IOException {
    return place(memory, in.number(0), in.number(from), in.number(from + 1), false);
  }

  private int open(Memory memory, Arguments in) throws Errno.Failure, IOException {
    boolean follow = (in.number(1) & FOLLOW) != 0;
    Place place = place(memory, in.number(0), in.number(2), in.number(3), follow);
    int how = in.number(4);
    int flags = in.number(7);
    boolean writes = (in.wide(5) & Rights.FD_WRITE) != 0;
    if (descriptors.isFull()) {
      throw new Errno.Failure(Errno.MFILE);
    }
    Optional<BasicFileAttributes> found = place.status();
    if (found.isPresent() && found.get().isSymbolicLink()) {
      throw new Errno.Failure(Errno.LOOP);
    }
    Descriptor opened;
    if (found.isPresent() && found.get().isDirectory()) {
      if ((how & MUST_BE_NEW) != 0) {
        throw new Errno.Failure(Errno.EXIST);
      }
      if ((how & TRUNCATE) != 0) {
        throw new Errno.Failure(Errno.ISDIR);
      }
      opened = new Descriptor.Directory(place.grant(), place.names(), "");
    } else {
      opened = openFile(place, found, how, flags, writes);
    }
    memory.writeI32(in.number(8), descriptors.add(opened));
    return Errno.SUCCESS;
  }

  private Descriptor openFile(
      Place place, Optional<BasicFileAttributes> found, int how, int flags, boolean writes)
      throws Errno.Failure, IOException {
    if ((how & MUST_BE_DIRECTORY) != 0) {
      throw new Errno.Failure(found.isPresent() ? Errno.NOTDIR : Errno.NOENT);
    }
    // A pipe or a device could block the thread, or be no file at all.
    if (found.isPresent() && !found.get().isRegularFile()) {
      throw new Errno.Failure(Errno.ACCES);
    }
    boolean changes = writes || (how & (CREATE | TRUNCATE)) != 0;
    if (found.isEmpty() && (how & CREATE) == 0) {
      throw new Errno.Failure(Errno.NOENT);
    }
    if (changes) {
      place.requireWritable();
    }
    boolean appends = (flags & APPEND) != 0 && writes;
    Set<OpenOption> options = new HashSet<>(Set.of(LinkOption.NOFOLLOW_LINKS));
    if (changes) {
      options.add(StandardOpenOption.WRITE);
    }
    if (!appends) {
      options.add(StandardOpenOption.READ);
    } else {
      options.add(StandardOpenOption.APPEND);
    }
    if ((how & CREATE) != 0) {
      if (found.isEmpty()) {
        guest.countOutput(NEW_FILE_BYTES);
      }
      options.add(
          (how & MUST_BE_NEW) != 0 ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    if ((how & TRUNCATE) != 0 && !appends) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if ((flags & SYNCHRONOUS) != 0) {
      options.add(StandardOpenOption.SYNC);
    }
    return new Descriptor.OpenFile(
        place.host(), FileChannel.open(place.host(), options), writes, appends);
  }

  private int status(Memory memory, Arguments in) throws Errno.Failure, IOException {
    boolean follow = (in.number(1) & FOLLOW) != 0;
    Place place = place(memory, in.number(0), in.number(2), in.number(3), follow);
    FileStatus.write(memory, in.number(4), present(place));
    return Errno.SUCCESS;
  }

  private static BasicFileAttributes present(Place place) throws Errno.Failure, IOException {
    return place.status().orElseThrow(() -> new Errno.Failure(Errno.NOENT));
  }

  private int descriptorStatus(Memory memory, Arguments in) throws Errno.Failure, IOException {
    int at = in.number(1);
    switch (descriptors.get(in.number(0))) {
      case Descriptor.Input _, Descriptor.Output _ -> FileStatus.writeStream(memory, at);
      case Descriptor.Directory directory ->
          FileStatus.write(
              memory,
              at,
              present(
                  new Place(
                      directory.grant(),
                      directory.names(),
                      directory.grant().host(directory.names()))));
      case Descriptor.OpenFile file ->
          FileStatus.write(
              memory,
              at,
              Files.readAttributes(
                  file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }
    return Errno.SUCCESS;
  }

  private int readLink(Memory memory, Arguments in) throws Errno.Failure, IOException {
    Place place = place(memory, in, 1);
    if (!present(place).isSymbolicLink()) {
      throw new Errno.Failure(Errno.INVAL);
    }
    byte[] target = Files.readSymbolicLink(place.host()).toString().getBytes(UTF_8);
    int count = Math.min(target.length, Math.max(0, in.number(4)));
    memory.write(in.number(3), target, 0, count);
    memory.writeI32(in.number(5), count);
    return Errno.SUCCESS;
  }

  private int createDirectory(Memory memory, Arguments in) throws Errno.Failure, IOException {
    Place place = place(memory, in, 1);
    place.requireWritable();
    guest.countOutput(NEW_FILE_BYTES);
    Files.createDirectory(place.host());
    return Errno.SUCCESS;
  }

  private int removeDirectory(Memory memory, Arguments in) throws Errno.Failure, IOException {
    Place place = changeable(place(memory, in, 1));
    if (!present(place).isDirectory()) {
      throw new Errno.Failure(Errno.NOTDIR);
    }
    Files.delete(place.host());
    return Errno.SUCCESS;
  }

  private int removeFile(Memory memory, Arguments in) throws Errno.Failure, IOException {
    Place place = changeable(place(memory, in, 1));
    if (present(place).isDirectory()) {
      throw new Errno.Failure(Errno.ISDIR);
    }
    Files.delete(place.host());
    return Errno.SUCCESS;
  }

  /**
   * A place whose name may be taken away: below a directory that may be changed, not itself one.
   */
  private static Place changeable(Place place) throws Errno.Failure {
    place.requireWritable();
    if (place.names().isEmpty()) {
      throw new Errno.Failure(Errno.ACCES);
    }
    return place;
  }

  private int rename(Memory memory, Arguments in) throws Errno.Failure, IOException {
    Place from = changeable(place(memory, in, 1));
    Place to = changeable(place(memory, in.number(3), in.number(4), in.number(5), false));
    BasicFileAttributes moved = present(from);
    // A link that moves would lead elsewhere, perhaps out.
    if (moved.isSymbolicLink()) {
      throw new Errno.Failure(Errno.NOTSUP);
    }
    Optional<BasicFileAttributes> there = to.status();
    if (there.isPresent() && there.get().isDirectory() != moved.isDirectory()) {
      throw new Errno.Failure(there.get().isDirectory() ? Errno.ISDIR : Errno.NOTDIR);
    }
    Files.move(from.host(), to.host(), StandardCopyOption.ATOMIC_MOVE);
    return Errno.SUCCESS;
  }

  private int list(Memory memory, Arguments in) throws Errno.Failure, IOException {
    Descriptor.Directory directory = descriptors.directory(in.number(0));
    Path path = directory.grant().host(directory.names());
    int buffer = in.number(1);
    int left = in.number(2);
    long first = in.wide(3);
    if (first < 0 || left < 0) {
      throw new Errno.Failure(Errno.INVAL);
    }
    int used = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      Iterator<Path> iterator = entries.iterator();
      for (long number = 0; left > 0; number++) {
        ConfinedGuest.checkStopped();
        String name;
        byte type;
        long inode;
        if (number < 2) {
          name = number == 0 ? "." : "..";
          type = FileStatus.DIRECTORY;
          inode = 0;
        } else if (iterator.hasNext()) {
          Path entry = iterator.next();
          if (number < first) {
            continue;
          }
          BasicFileAttributes attributes =
              Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          name = String.valueOf(entry.getFileName());
          type = FileStatus.type(attributes);
          inode = FileStatus.inode(attributes);
        } else {
          break;
        }
        if (number < first) {
          continue;
        }
        byte[] text = name.getBytes(UTF_8);
        byte[] bytes =
            ByteBuffer.allocate(ENTRY_BYTES + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number + 1)
                .putLong(inode)
                .putInt(text.length)
                .put(type)
                .position(ENTRY_BYTES)
                .put(text)
                .array();
        int count = Math.min(bytes.length, left);
        memory.write(buffer + used, bytes, 0, count);
        used += count;
        left -= count;
      }
    }
    memory.writeI32(in.number(4), used);
    return Errno.SUCCESS;
  }
}
