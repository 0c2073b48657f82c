package dev.weft.executor.python;

import dev.weft.executor.PipelineException;
import java.util.List;

/**
 * What Python code raised. Its message tells the kind of the exception, its text, and where in the
 * author's code it was raised; {@link #details()} is the traceback.
 */
public final class PythonException extends PipelineException {
  private static final long serialVersionUID = 1L;
  private static final String OWN = "weft.";

  private final String kind;
  private final String text;
  private final String traceback;
  private final String file;
  private final int line;

  private PythonException(String kind, String text, String traceback, String file, int line) {
    super(message(kind, text, file, line), null);
    this.kind = kind;
    this.text = text;
    this.traceback = traceback;
    this.file = file;
    this.line = line;
  }

  private static String message(String kind, String text, String file, int line) {
    if (kind.startsWith(OWN)) {
      return text;
    }
    return kind
        + (text.isEmpty() ? "" : ": " + text)
        + (file.isEmpty() ? "" : " (%s:%d)".formatted(file, line));
  }

  /**
   * An exception of Python code, for engines.
   *
   * @param kind the name of its class; {@code weft.ItemError} and the like are ours
   * @param text its text
   * @param traceback as Python prints it
   * @param file the file of the author's in which it was raised; empty if it was in none
   * @param line the line there; 0 if it was in none
   */
  public static PythonException of(
      String kind, String text, String traceback, String file, int line) {
    return new PythonException(kind, text, traceback.strip(), file, line);
  }

  /**
   * The {@code TypeError} of a result that cannot leave Python, for engines. It was raised by none
   * of the author's lines, so its place is the method that gave it.
   *
   * @param text what is wrong with the result
   * @param file the author's file; empty if that is not known
   * @param line the first line of the method
   * @param method its name
   */
  public static PythonException unfit(String text, String file, int line, String method) {
    String place =
        file.isEmpty() ? "" : "  File \"%s\", line %d, in %s\n".formatted(file, line, method);
    return of(
        "TypeError",
        text,
        "Traceback (most recent call last):\n" + place + "TypeError: " + text,
        file,
        line);
  }

  /** An exception as the guest reports it. */
  static PythonException of(Object report) {
    if (report instanceof List<?> parts
        && parts.size() == 5
        && parts.get(0) instanceof String kind
        && parts.get(1) instanceof String text
        && parts.get(2) instanceof String traceback
        && parts.get(3) instanceof String file
        && parts.get(4) instanceof Long line) {
      return new PythonException(kind, text, traceback.strip(), file, line.intValue());
    }
    throw new PipelineException("Python reported an error that cannot be read: " + report, null);
  }

  /** The name of the exception's class in Python; {@code weft.ItemError} and the like are ours. */
  public String kind() {
    return kind;
  }

  /** The exception's own text, without its class and place; empty if it has none. */
  public String text() {
    return text;
  }

  /** The file of the author's in which it was raised; empty if it was in none. */
  public String file() {
    return file;
  }

  /** The line in {@link #file()}, from 1; 0 if it was in none. */
  public int line() {
    return line;
  }

  /** The traceback, as Python prints it. */
  @Override
  public String details() {
    return traceback;
  }
}
