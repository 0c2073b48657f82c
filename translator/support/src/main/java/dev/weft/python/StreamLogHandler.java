package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code logging.StreamHandler} and {@code FileHandler}; a class of the program may extend it. */
public class StreamLogHandler extends LogHandler {
  private final @Nullable Object stream;

  /** A handler that writes to a stream; standard error unless given. */
  public StreamLogHandler(@Nullable Object stream) {
    this.stream = stream;
  }

  /** A handler that writes to standard error. */
  public StreamLogHandler() {
    this(null);
  }

  /** A handler that writes to a file. */
  public StreamLogHandler(String file, String mode) {
    this(PyFile.open(file, mode));
  }

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
      case PyFile f -> {
        f.write(line);
        f.flush();
      }
      default -> Dyn.invoke(stream, "write", line);
    }
  }

  /** {@code stream}. */
  @Property
  public Object stream() {
    return stream == null ? TextStream.stderr() : stream;
  }

  @Override
  public void close() {
    if (stream instanceof PyFile f) {
      f.close();
    }
  }

  @Override
  public String repr() {
    String what =
        switch (stream) {
          case null -> "<stderr>";
          case PyFile f -> FileNames.absolute(f.name());
          case TextStream s -> s.equals(TextStream.stdout()) ? "<stdout>" : "<stderr>";
          default -> "";
        };
    String kind = stream instanceof PyFile ? "FileHandler" : "StreamHandler";
    return "<"
        + kind
        + " "
        + (what.isEmpty() ? "" : what + " ")
        + "("
        + Logging.name(level())
        + ")>";
  }
}
