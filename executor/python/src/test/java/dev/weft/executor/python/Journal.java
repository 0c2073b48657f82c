package dev.weft.executor.python;

import java.text.MessageFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps what is logged, for tests to look at. */
public final class Journal extends System.LoggerFinder {
  private static final int MOST = 1_000;
  private static final List<String> LINES = new CopyOnWriteArrayList<>();

  /** For the service loader. */
  public Journal() {}

  /** The lines that hold a text. */
  static List<String> lines(String part) {
    return LINES.stream().filter(it -> it.contains(part)).toList();
  }

  @Override
  public System.Logger getLogger(String name, Module module) {
    return new System.Logger() {
      @Override
      public String getName() {
        return name;
      }

      @Override
      public boolean isLoggable(Level level) {
        return name.startsWith("dev.weft");
      }

      @Override
      public void log(
          Level level,
          @Nullable ResourceBundle bundle,
          @Nullable String message,
          @Nullable Throwable thrown) {
        if (LINES.size() < MOST && isLoggable(level)) {
          LINES.add(level + " " + message + (thrown == null ? "" : " " + thrown));
        }
      }

      @Override
      public void log(
          Level level,
          @Nullable ResourceBundle bundle,
          @Nullable String format,
          Object... parameters) {
        boolean plain = format == null || parameters == null || parameters.length == 0;
        log(
            level,
            bundle,
            plain ? format : MessageFormat.format(format, parameters),
            (Throwable) null);
      }
    };
  }
}
