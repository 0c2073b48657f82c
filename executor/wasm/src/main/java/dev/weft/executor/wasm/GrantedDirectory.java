package dev.weft.executor.wasm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A directory that was granted to a guest. Paths are walked name by name and symbolic links are
 * followed here, so that neither leads out.
 *
 * <p>A guest cannot make links. Whoever else changes the directory while a guest runs could put a
 * link in the place of a directory between the walk and the use; do not grant directories that
 * others write who are trusted less than the host.
 *
 * @param root the directory, without symbolic links
 * @param writable whether the guest may change what is in it
 */
record GrantedDirectory(Path root, boolean writable) {
  private static final int MOST_LINKS = 32;
  private static final int MOST_NAMES = 512;

  static GrantedDirectory of(Grants.Directory granted) throws IOException {
    return new GrantedDirectory(granted.path().toRealPath(), granted.writable());
  }

  /**
   * Where a path of the guest leads.
   *
   * @param base the names, below the root, of the directory that the path starts at
   * @param follow whether a link at the very end is followed too
   * @return the names below the root
   */
  List<String> resolve(List<String> base, String path, boolean follow)
      throws Errno.Failure, IOException {
    List<String> names = new ArrayList<>(base);
    Deque<String> rest = new ArrayDeque<>(split(path));
    int links = 0;
    while (!rest.isEmpty()) {
      String name = rest.removeFirst();
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      if (name.equals("..")) {
        if (names.isEmpty()) {
          throw new Errno.Failure(Errno.NOTCAPABLE);
        }
        names.removeLast();
        continue;
      }
      names.add(name);
      if (names.size() > MOST_NAMES) {
        throw new Errno.Failure(Errno.NAMETOOLONG);
      }
      Path here = host(names);
      if (Files.isSymbolicLink(here)) {
        if (rest.isEmpty() && !follow) {
          break;
        }
        if (++links > MOST_LINKS) {
          throw new Errno.Failure(Errno.LOOP);
        }
        names.removeLast();
        List<String> target = split(Files.readSymbolicLink(here).toString());
        target.reversed().forEach(rest::addFirst);
      } else if (!rest.isEmpty()
          && Files.exists(here, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(here, LinkOption.NOFOLLOW_LINKS)) {
        throw new Errno.Failure(Errno.NOTDIR);
      }
    }
    return names;
  }

  /** The names of a path; one that starts at the host's root leads out. */
  private List<String> split(String path) throws Errno.Failure {
    if (path.indexOf('\0') >= 0) {
      throw new Errno.Failure(Errno.INVAL);
    }
    if (path.startsWith("/") || root.getFileSystem().getPath(path).isAbsolute()) {
      throw new Errno.Failure(Errno.NOTCAPABLE);
    }
    String plain = path.replace(root.getFileSystem().getSeparator(), "/");
    return List.of(plain.split("/", -1));
  }

  /** The host's path of names that {@link #resolve} gave. */
  Path host(List<String> names) throws Errno.Failure {
    Path path = root;
    for (String name : names) {
      Path next;
      try {
        next = path.resolve(name);
      } catch (InvalidPathException e) {
        throw new Errno.Failure(Errno.INVAL);
      }
      // A name is one step down, whatever the host's file system takes it for.
      if (!path.equals(next.getParent())) {
        throw new Errno.Failure(Errno.NOTCAPABLE);
      }
      path = next;
    }
    return path;
  }
}
