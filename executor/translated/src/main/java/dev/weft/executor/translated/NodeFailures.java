package dev.weft.executor.translated;

import dev.weft.executor.PipelineException;
import dev.weft.executor.python.PythonException;
import dev.weft.python.Errors;
import dev.weft.python.Exceptions;
import dev.weft.python.Py;
import dev.weft.runtime.CancellationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What translated code raised, as the executor is told of it. */
final class NodeFailures {
  /** How many frames a traceback shows, the innermost ones. */
  private static final int FRAMES = 30;

  private NodeFailures() {}

  /**
   * What to throw for something that came out of translated code.
   *
   * @param node the id of the node
   * @param names what its code is called
   */
  static RuntimeException of(Throwable raised, String node, FunctionNames names) {
    return switch (raised) {
      case CancellationError cancelled -> throw cancelled;
      case PipelineException known -> known;
      case Errors.SelfCancelled own ->
          python(java.util.Objects.requireNonNull(own.getCause()), names);
      case Errors.Standstill _ ->
          new PipelineException(
              "process() of node '%s' waits for something that will never come: no timer is set, and nothing else runs in it; look at what it awaits"
                  .formatted(node),
              null);
      default -> python(raised, names);
    };
  }

  /** An exception of Python. */
  static PythonException python(Throwable raised, FunctionNames names) {
    List<StackTraceElement> frames = frames(raised);
    String file = "";
    int line = 0;
    for (StackTraceElement frame : frames) {
      String name = String.valueOf(frame.getFileName());
      if (!name.startsWith(ModuleTranslator.OWN_FILES)) {
        file = name;
        line = frame.getLineNumber();
      }
    }
    String name = Exceptions.typeName(raised);
    String kind = raised instanceof NodeErrors.NodeError ? "weft." + name : name;
    String text = text(raised);
    return PythonException.of(kind, text, traceback(frames, names, name, text), file, line);
  }

  private static String text(Throwable raised) {
    try {
      return Py.str(raised);
    } catch (RuntimeException e) {
      return "its text could not be had";
    }
  }

  /** The frames of translated code, the innermost last. */
  private static List<StackTraceElement> frames(Throwable raised) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (StackTraceElement frame : Arrays.asList(raised.getStackTrace()).reversed()) {
      if (frame.getClassName().startsWith(ModuleTranslator.PACKAGE + ".")
          && frame.getLineNumber() > 0) {
        frames.add(frame);
      }
    }
    return frames;
  }

  private static String traceback(
      List<StackTraceElement> frames, FunctionNames names, String kind, String text) {
    List<String> lines = new ArrayList<>();
    for (StackTraceElement frame : frames) {
      String line =
          "  File \"%s\", line %d, in %s\n"
              .formatted(frame.getFileName(), frame.getLineNumber(), names.of(frame));
      // A comprehension has a frame in Java and none in Python.
      if (!FunctionNames.isJavaLambda(frame) || lines.isEmpty() || !lines.getLast().equals(line)) {
        lines.add(line);
      }
    }
    StringBuilder out = new StringBuilder("Traceback (most recent call last):\n");
    lines.subList(Math.max(0, lines.size() - FRAMES), lines.size()).forEach(out::append);
    return out.append(kind).append(text.isEmpty() ? "" : ": " + text).append('\n').toString();
  }
}
