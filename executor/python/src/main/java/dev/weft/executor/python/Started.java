package dev.weft.executor.python;

import dev.weft.executor.PipelineException;
import java.util.List;

/**
 * A CPython in which a node was made, and what it answered.
 *
 * @param python the CPython
 * @param initializes whether the node has an {@code initialize} of its own
 * @param cleans whether it has a {@code cleanup} of its own
 * @param file the file of the method that gives its results; empty if it has none
 * @param line the first line of that method; 0 if it has none
 * @param method the name of that method
 */
record Started(
    CPython python, boolean initializes, boolean cleans, String file, int line, String method) {

  /** From what the guest answered. */
  static Started of(CPython python, Object answer) {
    List<?> parts = (List<?>) answer;
    if ("error".equals(parts.getFirst())) {
      throw PythonException.of(parts.get(1));
    }
    if (parts.size() == 6
        && parts.get(1) instanceof Boolean initializes
        && parts.get(2) instanceof Boolean cleans
        && parts.get(3) instanceof String file
        && parts.get(4) instanceof Long line
        && parts.get(5) instanceof String method) {
      return new Started(python, initializes, cleans, file, line.intValue(), method);
    }
    throw new PipelineException("Python answered a start with " + parts, null);
  }
}
