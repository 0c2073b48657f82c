package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code logging.Handler}; a class of the program may extend it. */
public class LogHandler {
  private @Nullable LogFormatter formatter;
  private long level;

  /** A handler for all levels. */
  public LogHandler() {}

  /** {@code StreamHandler(stream)}; standard error unless given. */
  public static LogHandler stream(@Nullable Object stream) {
    return new LogHandler() {
      @Override
      public void emit(LogRecord record) {
        String text = formatted(record);
        if (text == null) {
          return;
        }
        String line = text + "\n";
        switch (stream) {
          case null -> TextStream.err(line);
          case TextStream s -> s.write(line);
          case StringIo s -> s.write(line);
          default -> Dyn.invoke(stream, "write", line);
        }
      }
    };
  }

  /** {@code FileHandler(file, mode)}. */
  public static LogHandler file(String name, String mode) {
    PyFile file = PyFile.open(name, mode);
    return new LogHandler() {
      @Override
      public void emit(LogRecord record) {
        String text = formatted(record);
        if (text != null) {
          file.write(text + "\n");
          file.flush();
        }
      }
    };
  }

  /**
   * The text of a record; null, and a word on standard error, where its arguments do not fit it.
   */
  final @Nullable String formatted(LogRecord record) {
    try {
      return format(record);
    } catch (RuntimeException e) {
      TextStream.err(
          "--- Logging error ---\n%s: %s\nMessage: %s\nArguments: %s\n"
              .formatted(
                  Exceptions.typeName(e),
                  Exceptions.text(e),
                  Py.repr(record.msg()),
                  Py.repr(Tuple.copyOf(java.util.Arrays.asList(record.args())))));
      return null;
    }
  }

  /** {@code NullHandler()}. */
  public static LogHandler none() {
    return new LogHandler();
  }

  /** {@code emit(record)}. */
  public void emit(LogRecord record) {}

  /** {@code handle(record)}. */
  public void handle(LogRecord record) {
    if (record.level() >= level) {
      emit(record);
    }
  }

  /** {@code format(record)}. */
  public String format(LogRecord record) {
    return (formatter == null ? new LogFormatter(null, null, null) : formatter).format(record);
  }

  @Nullable LogFormatter formatter() {
    return formatter;
  }

  /** {@code setFormatter(formatter)}. */
  public void setFormatter(@Nullable LogFormatter given) {
    formatter = given;
  }

  /** {@code setLevel(level)}. */
  public void setLevel(@Nullable Object given) {
    level = Logging.level(given);
  }

  /** {@code level}. */
  public long level() {
    return level;
  }

  /** {@code flush()} and {@code close()}. */
  public void close() {}
}
