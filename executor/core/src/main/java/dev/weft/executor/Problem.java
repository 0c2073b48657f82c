package dev.weft.executor;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a description of a pipeline.
 *
 * @param path where: a path in the manifest, such as {@code nodes[2].params.factor} or {@code
 *     connections[0].to}; empty for the whole. A name that is not plain is quoted, as in {@code
 *     nodes[0].params["my param"]}
 * @param message what is wrong
 * @param met the value that was met, as JSON, shortened
 * @param hint what to do
 */
public record Problem(String path, String message, Optional<String> met, Optional<String> hint) {

  /** A problem of these parts. */
  public Problem {
    Objects.requireNonNull(path);
    Objects.requireNonNull(message);
    Objects.requireNonNull(met);
    Objects.requireNonNull(hint);
  }

  /** A problem with a value that was met and a hint. */
  public static Problem of(String path, String message, Object met, String hint) {
    return new Problem(path, message, Optional.of(Values.show(met)), Optional.of(hint));
  }

  /** The path of a field under a path. */
  public static String field(String path, String name) {
    boolean plain = !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
    for (int i = 1; i < name.length() && plain; i++) {
      plain = Character.isJavaIdentifierPart(name.charAt(i)) || name.charAt(i) == '-';
    }
    return plain ? path + (path.isEmpty() ? "" : ".") + name : path + "[" + Values.show(name) + "]";
  }

  /** The problem in one line: where, what, the value met, what to do. */
  @Override
  public String toString() {
    return (path.isEmpty() ? "" : path + ": ")
        + message
        + met.map(value -> ", got " + value).orElse("")
        + hint.map(text -> "; " + text).orElse("");
  }
}
