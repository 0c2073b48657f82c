package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code logging.LogRecord}. */
@SuppressWarnings("ArrayRecordComponent") // The arguments of a call, which nobody compares.
public record LogRecord(
    String name,
    long level,
    @Nullable Object message,
    @Nullable Object[] args,
    @Nullable Throwable failure,
    double created,
    String task) {

  /** {@code LogRecord(name, level, ...)}. */
  public static LogRecord of(
      String name, long level, @Nullable Object message, @Nullable Object args) {
    Object[] all = args == null ? new Object[0] : Iters.array(Iters.of(args));
    return new LogRecord(name, level, message, all, null, Time.time(), "None");
  }

  /** {@code levelname}. */
  public String levelName() {
    return Logging.name(level);
  }

  /** {@code getMessage()}. */
  public String text() {
    String text = Py.str(message);
    return args.length == 0 ? text : Format.percent(text, args);
  }

  /** {@code msg}. */
  public @Nullable Object msg() {
    return message;
  }
}
