package dev.weft.executor.manifest;

import dev.weft.executor.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers problems and puts them in the document's order. */
final class Problems {
  private static final int LIMIT = 1_000;

  private final List<ManifestProblem> found = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private int omitted;

  /** Adds a problem; an empty value or hint is left out. */
  void add(String path, Position at, String message, String met, String hint) {
    add(new Problem(path, message, present(met), present(hint)), at);
  }

  void add(Problem problem, Position at) {
    paths.add(problem.path());
    if (found.size() == LIMIT) {
      omitted++;
    } else {
      found.add(new ManifestProblem(printable(problem), at.line(), at.column()));
    }
  }

  /** Problems quote the document, and what they quote must not steer the reader's terminal. */
  private static Problem printable(Problem problem) {
    return new Problem(
        Shown.oneLine(problem.path()),
        Shown.oneLine(problem.message()),
        problem.met().map(Shown::oneLine),
        problem.hint().map(Shown::oneLine));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Whether a path, or what it is part of, was reported. */
  boolean covers(String path) {
    if (paths.isEmpty()) {
      return false;
    }
    for (int end = path.length(); end > 0; end--) {
      boolean boundary = end == path.length() || path.charAt(end) == '.' || path.charAt(end) == '[';
      if (boundary && paths.contains(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  List<ManifestProblem> inDocumentOrder() {
    var sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt(ManifestProblem::line).thenComparingInt(ManifestProblem::column));
    if (omitted > 0) {
      ManifestProblem last = sorted.getLast();
      sorted.add(
          new ManifestProblem(
              new Problem(
                  "",
                  omitted + " more problems are not listed",
                  Optional.empty(),
                  Optional.of("correct these first")),
              last.line(),
              last.column()));
    }
    return List.copyOf(sorted);
  }

  private static Optional<String> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
