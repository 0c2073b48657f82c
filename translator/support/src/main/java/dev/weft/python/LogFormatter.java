package dev.weft.python;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code logging.Formatter}. */
public class LogFormatter {
  /** What a record tells of its place in the program. */
  static final List<String> PLACES =
      List.of("lineno", "funcName", "filename", "pathname", "module", "relativeCreated");

  private final String format;
  private final @Nullable String dates;
  private final String style;
  private final Map<String, Object> defaults;

  /** A formatter with a template in one of the three styles. */
  public LogFormatter(@Nullable String format, @Nullable String dates, @Nullable String style) {
    this(format, dates, style, null);
  }

  /** The same with values for what records do not have. */
  public LogFormatter(
      @Nullable String format,
      @Nullable String dates,
      @Nullable String style,
      @Nullable Map<String, ?> defaults) {
    this.defaults = defaults == null ? new PyDict<>() : new PyDict<>(Py.cast(defaults));
    this.style = style == null ? "%" : style;
    this.format = format != null ? format : this.style.equals("{") ? "{message}" : "%(message)s";
    this.dates = dates;
    if (!List.of("%", "{", "$").contains(this.style)) {
      throw new Errors.ValueError("Style must be one of: %,{,$");
    }
    for (String name : PLACES) {
      if (this.format.matches("(?s).*[({$]" + name + "\\b.*")) {
        throw noPlace(name);
      }
    }
  }

  static Errors.NotImplementedError noPlace(String name) {
    return new Errors.NotImplementedError(
        "logging: '"
            + name
            + "' of a record is not supported, since Java's places are not Python's; leave it out");
  }

  /** {@code format(record)}. */
  public String format(LogRecord record) {
    Map<String, Object> values = new PyDict<>(defaults);
    values.putAll(Py.cast(record.extra()));
    values.put("name", record.name());
    values.put("levelname", record.levelName());
    values.put("levelno", record.level());
    values.put("message", record.text());
    values.put("msg", Objects.requireNonNullElse(record.msg(), ""));
    if (format.contains("asctime")) {
      values.put("asctime", formatTime(record, dates));
    }
    values.put("created", record.created());
    values.put("msecs", (record.created() * 1000) % 1000);
    values.put("threadName", record.thread());
    values.put("thread", 1L);
    values.put("process", Environ.pid());
    values.put("processName", "MainProcess");
    values.put("taskName", record.task());
    String text =
        switch (style) {
          case "{" -> Format.format(format, Lists.of(), values);
          case "$" -> new TextTemplate(format).substitute(values, false);
          default -> Format.percent(format, values);
        };
    Throwable e = record.failure();
    return e == null ? text : text + "\n" + formatException(e);
  }

  /** {@code formatException(exc_info)}. */
  public String formatException(Throwable e) {
    return Program.trace(e).stripTrailing();
  }

  /** {@code formatTime(record, datefmt)}. */
  public String formatTime(LogRecord record, @Nullable String format) {
    StructTime at = StructTime.local(record.created());
    if (format != null) {
      return TimeText.format(format, at);
    }
    long millis = (long) ((record.created() - Math.floor(record.created())) * 1000);
    return TimeText.format("%Y-%m-%d %H:%M:%S", at) + ",%03d".formatted(millis);
  }
}
