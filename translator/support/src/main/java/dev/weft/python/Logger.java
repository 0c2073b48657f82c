package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code logging.Logger}. */
public final class Logger implements Repr {
  private final String name;
  private final boolean isRoot;

  /** What records have of their own, among what programs could mean to give them. */
  private static final Set<String> TAKEN =
      Set.of("name", "msg", "args", "levelname", "levelno", "module", "filename", "created");

  private final List<Object> filters = new ArrayList<>();
  private final List<LogHandler> handlers = new PyList<>();
  private long level;
  private boolean propagates = true;
  private boolean disabled;

  Logger(String name, boolean isRoot) {
    this.name = name;
    this.isRoot = isRoot;
  }

  /** {@code name}. */
  @Property
  public String name() {
    return name;
  }

  /** {@code parent}. */
  @Property
  public @Nullable Logger parent() {
    return isRoot ? null : Logging.above(name);
  }

  /** {@code handlers}. */
  @Property
  public List<LogHandler> handlers() {
    return handlers;
  }

  /** {@code level}. */
  @Property
  public long level() {
    return level;
  }

  /** {@code setLevel(level)}. */
  public void setLevel(@Nullable Object given) {
    level = Logging.level(given);
  }

  /** {@code getEffectiveLevel()}. */
  public long effectiveLevel() {
    for (Logger at = this; at != null; at = at.parent()) {
      if (at.level != 0) {
        return at.level;
      }
    }
    return 0;
  }

  /** {@code isEnabledFor(level)}. */
  public boolean isEnabledFor(@Nullable Object given) {
    long wanted = Logging.level(given);
    return !disabled && !Logging.isDisabled(wanted) && wanted >= effectiveLevel();
  }

  /** {@code propagate}. */
  @Property
  public boolean propagates() {
    return propagates;
  }

  /** {@code propagate = value}. */
  public void propagates(boolean given) {
    propagates = given;
  }

  /** {@code disabled}. */
  @Property
  public boolean isDisabled() {
    return disabled;
  }

  /** {@code disabled = value}. */
  public void disabled(boolean given) {
    disabled = given;
  }

  /** {@code addHandler(handler)}. */
  public void addHandler(LogHandler handler) {
    if (!handlers.contains(handler)) {
      handlers.add(handler);
    }
  }

  /** {@code removeHandler(handler)}. */
  public void removeHandler(LogHandler handler) {
    handlers.remove(handler);
  }

  /** {@code hasHandlers()}. */
  public boolean hasHandlers() {
    for (Logger at = this; at != null; at = at.propagates ? at.parent() : null) {
      if (!at.handlers.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** {@code getChild(suffix)}. */
  public Logger child(String suffix) {
    return Logging.logger(isRoot ? suffix : name + "." + suffix);
  }

  /** {@code log(level, message, args)}. */
  public void log(@Nullable Object given, @Nullable Object message, @Nullable Object... args) {
    logged(given, null, message, args);
  }

  /** {@code log(level, message, args)} with an exception. */
  public void logged(
      @Nullable Object given,
      @Nullable Throwable failure,
      @Nullable Object message,
      @Nullable Object... args) {
    logged(given, failure, (Map<String, Object>) null, message, args);
  }

  /** {@code log(level, message, args)} with an exception and {@code extra}. */
  public void logged(
      @Nullable Object given,
      @Nullable Throwable failure,
      @Nullable Map<String, ?> extra,
      @Nullable Object message,
      @Nullable Object... args) {
    if (!isEnabledFor(given)) {
      return;
    }
    LogRecord record = new LogRecord(name, Logging.level(given), message, args, failure);
    if (extra != null) {
      extra.forEach((key, value) -> {
        if (key.equals("message") || key.equals("asctime") || TAKEN.contains(key)) {
          throw new Errors.KeyError("Attempt to overwrite " + Py.repr(key) + " in LogRecord");
        }
        record.extra(key, value);
      });
    }
    handle(record);
  }

  /** {@code handle(record)}. */
  public void handle(LogRecord record) {
    if (disabled || !LogFilter.pass(filters, record)) {
      return;
    }
    boolean found = false;
    for (Logger at = this; at != null; at = at.propagates ? at.parent() : null) {
      for (LogHandler handler : List.copyOf(at.handlers)) {
        found = true;
        handler.handle(record);
      }
    }
    if (!found && record.level() >= 30) {
      LogHandler.stream(null).handle(record);
    }
  }

  /** {@code addFilter(filter)}. */
  public void addFilter(LogFilter filter) {
    add(filter);
  }

  /** {@code addFilter(function)}. */
  public void addFilter(Fn1<? super LogRecord, ?> filter) {
    add(filter);
  }

  private void add(Object filter) {
    if (!filters.contains(filter)) {
      filters.add(filter);
    }
  }

  /** {@code removeFilter(filter)}. */
  public void removeFilter(Object filter) {
    filters.remove(filter);
  }

  @Override
  public String repr() {
    return (isRoot ? "<RootLogger " : "<Logger ")
        + name
        + " ("
        + Logging.name(effectiveLevel())
        + ")>";
  }

  @Override
  public String toString() {
    return repr();
  }
}
