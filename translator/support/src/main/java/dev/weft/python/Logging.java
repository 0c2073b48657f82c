package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of the module {@code logging}. */
public final class Logging {
  private static final Map<String, Long> LEVELS =
      Map.of(
          "DEBUG",
          10L,
          "INFO",
          20L,
          "WARNING",
          30L,
          "WARN",
          30L,
          "ERROR",
          40L,
          "CRITICAL",
          50L,
          "FATAL",
          50L,
          "NOTSET",
          0L);

  private static Tree program = new Tree();

  /** The loggers of a program. */
  static final class Tree {
    private final Map<String, Logger> loggers = new PyDict<>();
    private final Logger root = new Logger("root", true);
    private long disabled = -1;

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
      Long known = LEVELS.get(s);
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
      return LEVELS.containsKey(s) ? (Object) level(s) : "Level " + s;
    }
    return name(Numbers.toLong(level));
  }

  static String name(long level) {
    return switch ((int) level) {
      case 0 -> "NOTSET";
      case 10 -> "DEBUG";
      case 20 -> "INFO";
      case 30 -> "WARNING";
      case 40 -> "ERROR";
      case 50 -> "CRITICAL";
      default -> "Level " + level;
    };
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
    LogFormatter formatter =
        new LogFormatter(
            format == null ? "%(levelname)s:%(name)s:%(message)s" : format, dates, "%");
    if (handlers != null) {
      for (Object each : Iters.of(handlers)) {
        LogHandler handler = (LogHandler) Py.<Object>cast(each);
        if (handler.formatter() == null) {
          handler.setFormatter(formatter);
        }
        tree().root.addHandler(handler);
      }
    } else {
      LogHandler handler = file != null ? LogHandler.file(file, mode) : LogHandler.stream(stream);
      handler.setFormatter(formatter);
      tree().root.addHandler(handler);
    }
    if (level != null) {
      tree().root.setLevel(level);
    }
  }

  /** A message of the root logger, which gets a handler if it has none. */
  public static void log(
      @Nullable Object level, @Nullable Object message, @Nullable Object... args) {
    if (tree().root.handlers().isEmpty()) {
      configure(null, null, null, null, null, null, "a", false);
    }
    tree().root.log(level, message, args);
  }
}
