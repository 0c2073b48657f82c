package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of the module {@code logging}. */
public final class Logging {
  private static Tree program = new Tree();

  /** The loggers of a program. */
  static final class Tree {
    private final Map<String, Logger> loggers = new PyDict<>();
    private final Logger root = new Logger("root", true);
    private final Map<String, Long> levels = new PyDict<>();
    private final Map<Long, String> names = new PyDict<>();
    private long disabled = -1;

    Tree() {
      addLevel("CRITICAL", 50);
      addLevel("FATAL", 50);
      addLevel("ERROR", 40);
      addLevel("WARN", 30);
      addLevel("WARNING", 30);
      addLevel("INFO", 20);
      addLevel("DEBUG", 10);
      addLevel("NOTSET", 0);
      names.put(50L, "CRITICAL");
    }

    private void addLevel(String name, long level) {
      levels.put(name, level);
      names.put(level, name);
    }

    Logger root() {
      return root;
    }
  }

  private Logging() {}

  static void reset() {
    program = new Tree();
    program.root.setLevel(30L);
  }

  private static Tree tree() {
    Hosting.Surroundings around = Loop.around();
    return around == null ? program : around.logging;
  }

  /** {@code getLogger(name)}. */
  public static Logger logger(@Nullable String name) {
    if (name == null || name.isEmpty() || name.equals("root")) {
      return tree().root;
    }
    Logger known = tree().loggers.get(name);
    if (known != null) {
      return known;
    }
    Logger made = new Logger(name, false);
    tree().loggers.put(name, made);
    return made;
  }

  /** The nearest logger above one. */
  static Logger above(String name) {
    for (int dot = name.lastIndexOf('.'); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
      Logger known = tree().loggers.get(name.substring(0, dot));
      if (known != null) {
        return known;
      }
    }
    return tree().root;
  }

  /** A level by number or name. */
  static long level(@Nullable Object level) {
    if (level instanceof String s) {
      Long known = tree().levels.get(s);
      if (known == null) {
        throw new Errors.ValueError("Unknown level: " + Py.repr(s));
      }
      return known;
    }
    return Numbers.toLong(level);
  }

  /** {@code getLevelName(level)}. */
  public static Object levelName(@Nullable Object level) {
    if (level instanceof String s) {
      return tree().levels.containsKey(s) ? (Object) level(s) : "Level " + s;
    }
    return name(Numbers.toLong(level));
  }

  static String name(long level) {
    String known = tree().names.get(level);
    return known == null ? "Level " + level : known;
  }

  /** {@code addLevelName(level, name)}. */
  public static void addLevel(long level, String name) {
    tree().addLevel(name, level);
  }

  /** {@code getLevelNamesMapping()}. */
  public static Map<String, Long> levels() {
    return new PyDict<>(tree().levels);
  }

  /** {@code shutdown()}: what handlers have gathered is written. */
  public static void shutdown() {
    Tree tree = tree();
    for (Logger logger : tree.loggers.values()) {
      logger.handlers().forEach(Logging::end);
    }
    tree.root.handlers().forEach(Logging::end);
  }

  private static void end(LogHandler handler) {
    handler.flush();
    handler.close();
  }

  /** {@code disable(level)}. */
  public static void disable(@Nullable Object level) {
    tree().disabled = level(level);
  }

  static boolean isDisabled(long level) {
    return level <= tree().disabled;
  }

  /** {@code basicConfig(...)}. */
  public static void configure(
      @Nullable Object level,
      @Nullable String format,
      @Nullable String dates,
      @Nullable String style,
      @Nullable Object stream,
      @Nullable Object handlers,
      @Nullable String file,
      String mode,
      boolean force) {
    if (force) {
      tree().root.handlers().clear();
    }
    if (!tree().root.handlers().isEmpty()) {
      return;
    }
    LogFormatter formatter = new LogFormatter(format == null ? plain(style) : format, dates, style);
    if (handlers != null) {
      for (Object each : Iters.of(handlers)) {
        LogHandler handler = (LogHandler) Py.<Object>cast(each);
        if (handler.formatter() == null) {
          handler.setFormatter(formatter);
        }
        tree().root.addHandler(handler);
      }
    } else {
      LogHandler handler =
          file != null ? new StreamLogHandler(file, mode) : LogHandler.stream(stream);
      handler.setFormatter(formatter);
      tree().root.addHandler(handler);
    }
    if (level != null) {
      tree().root.setLevel(level);
    }
  }

  private static String plain(@Nullable String style) {
    return switch (style) {
      case "{" -> "{levelname}:{name}:{message}";
      case "$" -> "${levelname}:${name}:${message}";
      case null, default -> "%(levelname)s:%(name)s:%(message)s";
    };
  }

  /** A message of the root logger with more, as {@link #log} tells one. */
  public static void logged(
      @Nullable Object level,
      @Nullable Throwable failure,
      @Nullable Map<String, ?> extra,
      @Nullable Object message,
      @Nullable Object... args) {
    if (tree().root.handlers().isEmpty()) {
      configure(null, null, null, null, null, null, null, "a", false);
    }
    tree().root.logged(level, failure, extra, message, args);
  }

  /** A message of the root logger, which gets a handler if it has none. */
  public static void log(
      @Nullable Object level, @Nullable Object message, @Nullable Object... args) {
    if (tree().root.handlers().isEmpty()) {
      configure(null, null, null, null, null, null, null, "a", false);
    }
    tree().root.log(level, message, args);
  }
}
