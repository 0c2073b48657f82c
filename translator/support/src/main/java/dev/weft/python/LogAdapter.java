package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code logging.LoggerAdapter}; a class of the program may extend it. */
public class LogAdapter {
  private final Logger logger;
  private final Map<String, Object> extra;

  /** Tells a logger messages, with more that belongs to each. */
  public LogAdapter(Logger logger, @Nullable Map<String, ?> extra) {
    this.logger = logger;
    this.extra = extra == null ? new PyDict<>() : Py.cast(extra);
  }

  /** {@code logger}. */
  @Property
  public Logger logger() {
    return logger;
  }

  /** {@code extra}. */
  @Property
  public Map<String, Object> extra() {
    return extra;
  }

  /** {@code process(msg, kwargs)}: the message and its keywords as they are told. */
  public Object process(@Nullable Object message, Map<String, @Nullable Object> keywords) {
    keywords.put("extra", extra);
    return Ops.tuple(java.util.Arrays.asList(message, keywords));
  }

  /** {@code log(level, msg, args)}. */
  public void log(
      @Nullable Object level,
      @Nullable Throwable failure,
      @Nullable Map<String, ?> more,
      @Nullable Object message,
      @Nullable Object... args) {
    if (!logger.isEnabledFor(level)) {
      return;
    }
    Map<String, @Nullable Object> keywords = new PyDict<>();
    if (more != null) {
      keywords.put("extra", more);
    }
    Object processed = process(message, keywords);
    Map<String, Object> left = Py.cast(Iters.item(processed, 1));
    logger.logged(
        level,
        failure,
        Py.<Map<String, Object>>cast(left.get("extra")),
        Iters.item(processed, 0),
        args);
  }
}
