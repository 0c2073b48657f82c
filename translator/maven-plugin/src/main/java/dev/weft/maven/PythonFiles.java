package dev.weft.maven;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds sources by globs, and deletes what has none any more. */
final class PythonFiles {
  private PythonFiles() {}

  /** The files under a root that one of some globs takes and none of some others, by name. */
  static List<Path> find(Path root, List<String> includes, List<String> excludes)
      throws IOException {
    List<PathMatcher> wanted = matchers(includes);
    List<PathMatcher> unwanted = matchers(excludes);
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> matches(wanted, root.relativize(file)))
          .filter(file -> !matches(unwanted, root.relativize(file)))
          .sorted()
          .toList();
    }
  }

  private static boolean matches(List<PathMatcher> matchers, Path file) {
    return matchers.stream().anyMatch(matcher -> matcher.matches(file));
  }

  /** In Maven's globs two stars stand for no directory, too. */
  private static List<PathMatcher> matchers(List<String> globs) {
    List<PathMatcher> matchers = new ArrayList<>();
    for (String glob : globs) {
      String whole = glob.endsWith("/") ? glob + "**" : glob;
      matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + whole));
      if (whole.startsWith("**/")) {
        matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + whole.substring(3)));
      }
    }
    return matchers;
  }

  /** Deletes the Java under a directory that is not among some files. */
  static void deleteOthers(Path directory, List<Path> kept) throws IOException {
    Set<Path> stays =
        kept.stream().map(p -> p.toAbsolutePath().normalize()).collect(Collectors.toSet());
    List<Path> others;
    try (Stream<Path> all = Files.walk(directory)) {
      others =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !stays.contains(file.toAbsolutePath().normalize()))
              .toList();
    }
    for (Path file : others) {
      Files.delete(file);
    }
  }
}
