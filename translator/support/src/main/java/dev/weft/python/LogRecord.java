package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code logging.LogRecord}; a filter or formatter may change it and put more into it. */
@SuppressWarnings("NullAway") // None is null.
public final class LogRecord {
  private final String name;
  private final long level;
  private final double created;
  private final String task;
  private final String thread;
  private final Map<String, @Nullable Object> extra = new PyDict<>();
  private @Nullable Throwable failure;
  private @Nullable Object message;
  private @Nullable Object[] args;
  private String levelName;

  LogRecord(
      String name,
      long level,
      @Nullable Object message,
      @Nullable Object[] args,
      @Nullable Throwable failure) {
    Task<?> running = Task.currentOrNull();
    this.name = name;
    this.level = level;
    this.levelName = Logging.name(level);
    this.message = message;
    this.args = args;
    this.failure = failure;
    this.created = Time.time();
    this.task = running == null ? "None" : running.name();
    this.thread =
        Thread.currentThread().getName().equals("worker") ? "asyncio_0" : PyThread.currentName();
  }

  /** {@code LogRecord(name, level, ...)}. */
  public static LogRecord of(
      String name, long level, @Nullable Object message, @Nullable Object args) {
    Object[] all = args == null ? new Object[0] : Iters.array(Iters.of(args));
    return new LogRecord(name, level, message, all, null);
  }

  /** What {@code exc_info} stands for: an exception, or whether the one being handled is told. */
  public static @Nullable Throwable cause(@Nullable Object given, @Nullable Throwable handled) {
    return given instanceof Throwable e ? e : Py.truth(given) ? handled : null;
  }

  /** {@code name}. */
  @Property
  public String name() {
    return name;
  }

  /** {@code levelno}. */
  @Property
  public long level() {
    return level;
  }

  /** {@code levelname}. */
  @Property
  public String levelName() {
    return levelName;
  }

  /** {@code levelname = value}. */
  public void levelName(String given) {
    levelName = given;
  }

  /** {@code getMessage()}. */
  @Property
  public String text() {
    String text = Py.str(message);
    return args.length == 0 ? text : Format.percent(text, args);
  }

  /** {@code msg}. */
  @Property
  public @Nullable Object msg() {
    return message;
  }

  /** {@code msg = value}. */
  public void msg(@Nullable Object given) {
    message = given;
  }

  @Nullable Object[] args() {
    return args;
  }

  /** {@code args}. */
  @Property
  public Tuple<@Nullable Object> arguments() {
    return Tuple.copyOf(java.util.Arrays.asList(args));
  }

  /** {@code args = value}. */
  public void arguments(@Nullable Object given) {
    args = given == null ? new Object[0] : Iters.array(Iters.of(given));
  }

  /** {@code exc_info}, as the exception alone. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** {@code exc_info = value}. */
  public void failure(@Nullable Throwable given) {
    failure = given;
  }

  /** {@code created}. */
  @Property
  public double created() {
    return created;
  }

  /** {@code taskName}. */
  @Property
  public String task() {
    return task;
  }

  /** {@code threadName}. */
  @Property
  public String thread() {
    return thread;
  }

  Map<String, @Nullable Object> extra() {
    return extra;
  }

  /** An attribute that the program has put into it. */
  public @Nullable Object extra(String key) {
    if (LogFormatter.PLACES.contains(key)) {
      throw LogFormatter.noPlace(key);
    }
    if (!extra.containsKey(key)) {
      throw new Errors.AttributeError("'LogRecord' object has no attribute '" + key + "'");
    }
    return extra.get(key);
  }

  /** Puts an attribute into it. */
  public void extra(String key, @Nullable Object value) {
    extra.put(key, value);
  }

  /** An attribute by its name, where the kind of the object is not known. */
  @SuppressWarnings("checkstyle:MethodName")
  public @Nullable Object __getattr__(String key) {
    return switch (key) {
      case "levelname" -> levelName;
      case "levelno" -> level;
      case "name" -> name;
      case "msg" -> message;
      case "args" -> arguments();
      case "exc_info" -> failure;
      case "created" -> created;
      case "message" -> text();
      case "taskName" -> task;
      case "threadName" -> thread;
      default -> extra(key);
    };
  }
}
