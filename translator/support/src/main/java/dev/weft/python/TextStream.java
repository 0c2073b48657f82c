package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code sys.stdout} and {@code sys.stderr}. */
public final class TextStream {
  private final boolean isError;

  private TextStream(boolean isError) {
    this.isError = isError;
  }

  /** {@code sys.stdout}. */
  public static TextStream stdout() {
    return new TextStream(false);
  }

  /** {@code sys.stderr}. */
  public static TextStream stderr() {
    return new TextStream(true);
  }

  /** {@code print(values, file=self)}. */
  public void print(@Nullable String separator, @Nullable String end, @Nullable Object... values) {
    if (isError) {
      Py.printError(separator, end, values);
    } else {
      Py.printWith(separator, end, values);
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
}
