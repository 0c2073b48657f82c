package dev.weft.executor.python;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Memory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lets the guest name granted files by absolute paths. Its C library knows one directory, which was
 * fixed when it was built and which we renamed to the root; here paths below that are led to the
 * directories that were granted, and all others are refused.
 */
final class RootedFiles {
  /** The descriptor of the one directory that the guest knows. */
  private static final int ROOT = 3;

  /** "Permission denied" of WASI. */
  private static final long ACCES = 2;

  /** The type of a file that is a directory. */
  private static final long DIRECTORY = 3;

  private static final long ALL_RIGHTS = (1L << 30) - 1;

  /** A granted directory: its path in the guest without the slash in front, and its descriptor. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Mount(byte[] path, int descriptor) {}

  private final List<Mount> mounts = new ArrayList<>();
  private final int dot;

  /**
   * Files under granted directories.
   *
   * @param paths the directories, absolute in the guest, in the order in which they were granted
   * @param dot where in the guest's memory stands a dot
   */
  RootedFiles(List<String> paths, int dot) {
    this.dot = dot;
    for (String path : paths) {
      String bare = path.replaceAll("^/+|/+$", "");
      mounts.add(new Mount(bare.getBytes(StandardCharsets.UTF_8), ROOT + mounts.size()));
    }
    mounts.sort(Comparator.comparingInt((Mount it) -> it.path.length).reversed());
  }

  /** The functions with those that take paths led to the right directory. */
  List<HostFunction> leading(List<HostFunction> functions) {
    return functions.stream()
        .map(function ->
            switch (function.name()) {
              case "path_open", "path_filestat_get" -> leading(function, 2);
              case "path_create_directory",
                  "path_readlink",
                  "path_remove_directory",
                  "path_unlink_file" ->
                  leading(function, 1);
              case "path_rename" -> leading(leading(function, 1), 4);
              case "fd_fdstat_get" -> describingRoot(function);
              default -> function;
            })
        .toList();
  }

  /** Leads the path at an argument; its directory is the first argument, or the one before it. */
  private HostFunction leading(HostFunction function, int path) {
    int directory = path > 2 ? path - 1 : 0;
    return new HostFunction(
        function.module(),
        function.name(),
        function.functionType(),
        (instance, values) -> {
          long[] led = values.clone();
          if (led[directory] == ROOT && !lead(instance.memory(), led, directory, path)) {
            return new long[] {ACCES};
          }
          return function.handle().apply(instance, led);
        });
  }

  /** The root is a directory of which everything may be asked, whether it is there or not. */
  private static HostFunction describingRoot(HostFunction function) {
    return new HostFunction(
        function.module(),
        function.name(),
        function.functionType(),
        (instance, values) -> {
          if (values[0] != ROOT) {
            return function.handle().apply(instance, values);
          }
          Memory memory = instance.memory();
          int at = (int) values[1];
          memory.writeLong(at, DIRECTORY);
          memory.writeLong(at + 8, ALL_RIGHTS);
          memory.writeLong(at + 16, ALL_RIGHTS);
          return new long[] {0};
        });
  }

  private boolean lead(Memory memory, long[] values, int directory, int path) {
    int at = (int) values[path];
    int length = (int) values[path + 1];
    for (Mount mount : mounts) {
      if (isBelow(memory, at, length, mount.path)) {
        int skipped = Math.min(length, mount.path.length + 1);
        values[directory] = mount.descriptor;
        values[path] = skipped == length ? dot : at + skipped;
        values[path + 1] = skipped == length ? 1 : length - skipped;
        return true;
      }
    }
    return false;
  }

  private static boolean isBelow(Memory memory, int at, int length, byte[] path) {
    if (length < path.length || (length > path.length && memory.read(at + path.length) != '/')) {
      return false;
    }
    for (int i = 0; i < path.length; i++) {
      if (memory.read(at + i) != path[i]) {
        return false;
      }
    }
    return true;
  }
}
