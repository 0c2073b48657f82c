package dev.weft.python;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code logging.Formatter}. */
public class LogFormatter {
  private final String format;
  private final @Nullable String dates;
  private final String style;

  /** A formatter with a template in one of the three styles. */
  public LogFormatter(@Nullable String format, @Nullable String dates, @Nullable String style) {
    this.style = style == null ? "%" : style;
    this.format = format != null ? format : this.style.equals("{") ? "{message}" : "%(message)s";
    this.dates = dates;
    for (String name :
        List.of("lineno", "funcName", "filename", "pathname", "module", "relativeCreated")) {
      if (this.format.matches("(?s).*[({$]" + name + "\\b.*")) {
        throw new Errors.NotImplementedError(
            "logging: a format with '"
                + name
                + "' is not supported, since Java's places are not Python's; leave it out");
      }
    }
  }

  /** {@code format(record)}. */
  public String format(LogRecord record) {
    Map<String, Object> values = new PyDict<>();
    values.put("name", record.name());
    values.put("levelname", record.levelName());
    values.put("levelno", record.level());
    values.put("message", record.text());
    values.put("msg", Objects.requireNonNullElse(record.msg(), ""));
    values.put("asctime", time(record));
    values.put("created", record.created());
    values.put("msecs", (record.created() * 1000) % 1000);
    values.put(
        "threadName",
        Thread.currentThread().getName().equals("worker") ? "asyncio_0" : "MainThread");
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
    return e == null ? text : text + "\n" + Program.trace(e).stripTrailing();
  }

  private String time(LogRecord record) {
    StructTime at = StructTime.local(record.created());
    if (dates != null) {
      return TimeText.format(dates, at);
    }
    long millis = (long) ((record.created() - Math.floor(record.created())) * 1000);
    return TimeText.format("%Y-%m-%d %H:%M:%S", at) + ",%03d".formatted(millis);
  }
}
