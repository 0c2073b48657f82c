package dev.weft.python;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame of a translated program: its streams, its arguments and how it ends. */
public final class Program {
  private static PrintStream out = stream(System.out);
  private static PrintStream err = stream(System.err);
  private static List<String> arguments = Lists.of("");
  private static boolean virtualTime;
  private static Duration virtualNow = Duration.ZERO;

  private static final java.util.Deque<Fn0<?>> exits = new java.util.ArrayDeque<>();

  private Program() {}

  private static PrintStream stream(PrintStream to) {
    return new PrintStream(
        new java.io.BufferedOutputStream(to, 1 << 16), false, StandardCharsets.UTF_8);
  }

  static PrintStream out() {
    Hosting.Surroundings around = Loop.around();
    return around == null ? out : around.out;
  }

  static PrintStream err() {
    Hosting.Surroundings around = Loop.around();
    return around == null ? err : around.err;
  }

  /** {@code sys.argv}. */
  public static List<String> arguments() {
    return arguments;
  }

  /** Whether time is simulated. */
  static boolean isVirtualTime() {
    return virtualTime;
  }

  static Duration virtualNow() {
    return virtualNow;
  }

  static void advance(Duration by) {
    virtualNow = virtualNow.plus(by);
  }

  static void virtualNow(Duration now) {
    virtualNow = now;
  }

  /** Runs a program and ends the JVM with its exit code. */
  public static void main(String file, String[] args, Runnable body) {
    int code =
        run(
            file,
            List.of(args),
            System.out,
            System.err,
            Boolean.getBoolean("weft.virtualTime"),
            body);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a program with streams of its own and returns its exit code. One at a time. */
  public static int run(
      String file,
      List<String> args,
      PrintStream stdout,
      PrintStream stderr,
      boolean simulated,
      Runnable body) {
    out = stream(stdout);
    err = stream(stderr);
    virtualTime = simulated;
    virtualNow = Duration.ofSeconds(1000);
    arguments = Lists.of(file);
    arguments.addAll(args);
    Function.reset();
    RandomModule.reset(simulated);
    Loop.reset();
    StreamServer.reset();
    Logging.reset();
    Warnings.reset();
    DecimalContext.reset();
    int[] code = {0};
    // Recursion as deep as CPython's limit allows needs more stack than a main thread has.
    Thread thread = new Thread(null, () -> code[0] = guarded(body), "program", 256L << 20);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
    out.flush();
    err.flush();
    return code[0];
  }

  private static int guarded(Runnable body) {
    try {
      SignalModule.reset();
      body.run();
      PyThread.joinAll();
      runExits();
      return 0;
    } catch (Errors.SystemExit e) {
      runExits();
      out.flush();
      return exitCode(e.args().isEmpty() ? null : e.args().get(0));
    } catch (Throwable e) {
      out.flush();
      report(e);
      return e instanceof Errors.KeyboardInterrupt ? 130 : 1;
    }
  }

  /** Calls a function when the program ends; the last one first. */
  static void atExit(Fn0<?> function) {
    exits.push(function);
  }

  private static void runExits() {
    while (!exits.isEmpty()) {
      exits.pop().call();
    }
  }

  private static int exitCode(@Nullable Object code) {
    return switch (code) {
      case null -> 0;
      case Long l -> (int) (l & 0xff);
      case Boolean b -> b ? 1 : 0;
      default -> {
        err.println(Py.str(code));
        yield 1;
      }
    };
  }

  static void report(Throwable e) {
    err.print(trace(e));
    if (Boolean.getBoolean("weft.javaTrace")) {
      e.printStackTrace(err);
    }
  }

  /** What a traceback shows, with the frames of the translated code, and what led to it before. */
  static String trace(Throwable e) {
    StringBuilder out = new StringBuilder();
    trace(e, out, new ArrayList<>());
    return out.toString();
  }

  private static void trace(Throwable e, StringBuilder out, List<Throwable> seen) {
    seen.add(e);
    Throwable cause = Exceptions.cause(e);
    Throwable before =
        cause != null ? cause : Exceptions.suppressesContext(e) ? null : Exceptions.context(e);
    // Java's own are how we know, not what happened.
    if (before != null
        && !before.getClass().getName().startsWith("java.")
        && seen.stream().noneMatch(s -> s == before)) {
      trace(before, out, seen);
      out.append(
          cause != null
              ? "\nThe above exception was the direct cause of the following exception:\n\n"
              : "\nDuring handling of the above exception, another exception occurred:\n\n");
    }
    out.append("Traceback (most recent call last):\n");
    for (StackTraceElement frame : java.util.Arrays.asList(e.getStackTrace()).reversed()) {
      if (!frame.getClassName().startsWith("java.")
          && !frame.getClassName().startsWith("jdk.")
          && !frame.getClassName().startsWith("dev.weft.")) {
        out.append("  File \"")
            .append(frame.getFileName())
            .append("\", line ")
            .append(frame.getLineNumber())
            .append(", in ")
            .append(frame.getMethodName())
            .append('\n');
      }
    }
    String text = Py.str(e);
    out.append(Exceptions.typeName(e)).append(text.isEmpty() ? "" : ": " + text).append('\n');
    for (String note : Exceptions.notesOf(e)) {
      out.append(note).append('\n');
    }
  }
}
