package dev.weft.executor.manifest;

import dev.weft.executor.Problem;

/**
 * A problem of a manifest, with its place in the text.
 *
 * @param problem what is wrong; its path starts at the document's root, so in a document of the
 *     form {@code {"manifest": …}} with {@code manifest}
 * @param line the line, from 1
 * @param column the column, from 1, in UTF-16 units
 */
public record ManifestProblem(Problem problem, int line, int column) {

  /** The problem in one line: line, column, path, what, the value met, what to do. */
  @Override
  public String toString() {
    return line + ":" + column + ": " + problem;
  }
}
