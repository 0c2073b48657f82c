package dev.weft.cli;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Binds {@link System.Logger} to the standard error: warnings and errors, unless the command was
 * told to be quiet or verbose.
 */
public final class StderrLoggerFinder extends System.LoggerFinder {
  private static final String OF_NODES = "dev.weft.executor.python";

  private static volatile System.Logger.Level threshold = System.Logger.Level.WARNING;

  /** For the service loader. */
  public StderrLoggerFinder() {}

  /** The least level that is written. */
  static void threshold(System.Logger.Level level) {
    threshold = level;
  }

  @Override
  public System.Logger getLogger(String name, Module module) {
    return new StderrLogger(name);
  }

  private record StderrLogger(String name) implements System.Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      // What nodes print is meant to be seen.
      Level least = name.equals(OF_NODES) && threshold == Level.WARNING ? Level.INFO : threshold;
      return level != Level.OFF && level.getSeverity() >= least.getSeverity();
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String message,
        @Nullable Throwable thrown) {
      if (!isLoggable(level)) {
        return;
      }
      System.err.println(
          "weft: " + level.getName().toLowerCase(java.util.Locale.ROOT) + ": " + message);
      if (thrown != null) {
        if (isLoggable(Level.DEBUG)) {
          thrown.printStackTrace(System.err);
        } else {
          System.err.println("  " + thrown);
        }
      }
    }

    @Override
    public void log(
        Level level,
        @Nullable ResourceBundle bundle,
        @Nullable String format,
        Object... parameters) {
      if (isLoggable(level)) {
        boolean plain = parameters == null || parameters.length == 0 || format == null;
        log(
            level,
            bundle,
            plain ? format : MessageFormat.format(format, parameters),
            (Throwable) null);
      }
    }
  }
}
