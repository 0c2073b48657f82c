package dev.weft.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code sys.stdin}, {@code sys.stdout} and {@code sys.stderr}. */
public final class TextStream implements Iterable<String> {
  private static @Nullable StringIo redirectedOut;
  private static @Nullable StringIo redirectedErr;
  private static @Nullable BufferedReader input;

  private final boolean isError;

  private TextStream(boolean isError) {
    this.isError = isError;
  }

  /** {@code sys.stdin} and {@code sys.stdout}. */
  public static TextStream stdout() {
    return new TextStream(false);
  }

  /** {@code sys.stderr}. */
  public static TextStream stderr() {
    return new TextStream(true);
  }

  /** Redirects, and returns where it went before. */
  static @Nullable StringIo redirect(boolean errors, @Nullable StringIo to) {
    StringIo before = errors ? redirectedErr : redirectedOut;
    if (errors) {
      redirectedErr = to;
    } else {
      redirectedOut = to;
    }
    return before;
  }

  static void out(String text) {
    StringIo to = redirectedOut;
    if (to != null) {
      to.write(text);
    } else {
      Program.out().print(text);
    }
  }

  /** Writes a line to standard output. */
  public static void line(String line) {
    out(line + "\n");
  }

  static void err(String text) {
    StringIo to = redirectedErr;
    if (to != null) {
      to.write(text);
    } else {
      Program.out().flush();
      Program.err().print(text);
      Program.err().flush();
    }
  }

  /** {@code print(values, file=self)}. */
  public void print(@Nullable String separator, @Nullable String end, @Nullable Object... values) {
    String text = Py.printed(separator, end, values);
    if (isError) {
      err(text);
    } else {
      out(text);
    }
  }

  /** {@code write(text)}. */
  public long write(String text) {
    print("", "", text);
    return Strs.len(text);
  }

  /** {@code flush()}. */
  public void flush() {
    (isError ? Program.err() : Program.out()).flush();
  }

  /** {@code isatty()}. */
  public boolean isTerminal() {
    return false;
  }

  /** {@code readline()}: with its end, or nothing at the end of the input. */
  public String readLine() {
    Program.out().flush();
    StringBuilder line = new StringBuilder();
    try {
      BufferedReader reader = reader();
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        line.append((char) c);
        if (c == '\n') {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private static BufferedReader reader() {
    if (input == null) {
      input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
    return Objects.requireNonNull(input);
  }

  /** {@code read()}. */
  public String read() {
    return Strs.join("", this);
  }

  /** {@code input(prompt)}. */
  public static String ask(@Nullable Object prompt) {
    out(Py.str(prompt));
    String line = stdout().readLine();
    if (line.isEmpty()) {
      throw new Errors.EOFError("EOF when reading a line");
    }
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }

  @Override
  public Iterator<String> iterator() {
    return Iters.fromNext(() -> {
      String line = readLine();
      if (line.isEmpty()) {
        throw new Errors.StopIteration();
      }
      return line;
    });
  }
}
