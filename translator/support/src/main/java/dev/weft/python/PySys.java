package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The module {@code sys}. */
public final class PySys {
  private PySys() {}

  /** {@code os.kill(pid, signal)}: to this process, or to another. */
  public static void kill(long pid, @Nullable Object number) {
    long signal = Numbers.toLong(number);
    if (pid == ProcessHandle.current().pid()) {
      SignalModule.raise(signal);
      return;
    }
    ProcessHandle other =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new Errors.ProcessLookupError(3L, "No such process"));
    if (signal == 9) {
      other.destroyForcibly();
    } else if (signal == 15) {
      other.destroy();
    } else if (signal != 0) {
      throw new Errors.NotImplementedError(
          "os.kill: signal " + signal + " cannot be sent to another process; use 9 or 15");
    }
  }

  /** {@code sys.exit(code)}. */
  @SuppressWarnings("DoNotCallSuggester") // That is what it is for.
  public static void exit(@Nullable Object code) {
    throw code == null ? new Errors.SystemExit() : new Errors.SystemExit(code);
  }

  /** {@code gc.collect()}. */
  public static long collect() {
    return 0;
  }

  /** A function that has nothing to do here. */
  public static void nothing() {}

  /** {@code atexit.register(function)}. */
  public static void atExit(Fn0<?> function) {
    Program.atExit(function);
  }

  /** The same for a function that gives None. */
  public static void atExit(Runnable function) {
    atExit(Fn0.of(function));
  }

  /** {@code argparse.Namespace(**values)}. */
  public static Object arguments(Map<String, Object> values) {
    return new Namespace(values, "Namespace");
  }

  /** {@code types.SimpleNamespace(**values)}. */
  public static Object namespace(Map<String, Object> values) {
    return new Namespace(values);
  }

  /** {@code traceback.print_exc()}. */
  public static void printTrace(@Nullable Throwable e) {
    TextStream.err(formatTrace(e));
  }

  /** {@code traceback.print_exc(file=to)}. */
  public static void printTrace(@Nullable Throwable e, @Nullable Object to) {
    switch (to) {
      case null -> printTrace(e);
      case StringIo s -> s.write(formatTrace(e));
      case TextStream s -> s.write(formatTrace(e));
      case PyFile f -> f.write(formatTrace(e));
      default -> Dyn.invoke(to, "write", formatTrace(e));
    }
  }

  /** {@code traceback.format_exc()}. */
  public static String formatTrace(@Nullable Throwable e) {
    return e == null ? "NoneType: None\n" : Program.trace(e);
  }

  /** {@code sys.exc_info()}. */
  public static Tuple3<Object, Object, Object> handled(@Nullable Throwable e) {
    return new Tuple3<>(Py.cast(e == null ? null : PyType.ofValue(e)), Py.cast(e), Py.cast(null));
  }

  /** {@code shlex.split(text)}. */
  public static List<String> words(String text) {
    List<String> words = new PyList<>();
    StringBuilder word = new StringBuilder();
    boolean started = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else if (c == '\\' && quote == '"' && i + 1 < text.length()) {
          word.append(text.charAt(++i));
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        started = true;
      } else if (c == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
        started = true;
      } else if (Character.isWhitespace(c)) {
        if (started) {
          words.add(word.toString());
          word.setLength(0);
          started = false;
        }
      } else {
        word.append(c);
        started = true;
      }
    }
    if (quote != 0) {
      throw new Errors.ValueError("No closing quotation");
    }
    if (started) {
      words.add(word.toString());
    }
    return words;
  }

  /** {@code shlex.quote(text)}. */
  public static String quote(String text) {
    return text.matches("[A-Za-z0-9@%+=:,./_-]+") ? text : "'" + text.replace("'", "'\"'\"'") + "'";
  }
}
