package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The modules {@code textwrap} and {@code string}. */
public final class TextWrap {
  private TextWrap() {}

  /** {@code dedent(text)}. */
  public static String dedent(String text) {
    @Nullable String margin = null;
    for (String line : text.split("\n", -1)) {
      if (line.isBlank()) {
        continue;
      }
      String indent = line.substring(0, line.length() - line.stripLeading().length());
      if (margin == null) {
        margin = indent;
      }
      while (!indent.startsWith(margin)) {
        margin = margin.substring(0, margin.length() - 1);
      }
    }
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      lines.add(line.isBlank() || margin == null ? line.strip() : line.substring(margin.length()));
    }
    return String.join("\n", lines);
  }

  /** {@code indent(text, prefix)}. */
  public static String indent(String text, String prefix) {
    return indent(text, prefix, line -> !line.isBlank());
  }

  /** {@code indent(text, prefix, predicate)}. */
  public static String indent(String text, String prefix, Fn1<? super String, ?> wanted) {
    StringBuilder out = new StringBuilder();
    for (String line : Strs.lines(text, true)) {
      out.append(Py.truth(wanted.call(line)) ? prefix : "").append(line);
    }
    return out.toString();
  }

  /** {@code string.capwords(text, separator)}. */
  public static String capWords(String text, @Nullable String separator) {
    return Strs.join(
        separator == null ? " " : separator,
        Iters.map(Strs::capitalize, Strs.split(text, separator)));
  }

  /** {@code str.maketrans(from, to, deleted)}. */
  public static Map<Object, Object> table(String from, String to, String deleted) {
    int[] points = from.codePoints().toArray();
    int[] replacements = to.codePoints().toArray();
    if (points.length != replacements.length) {
      throw new Errors.ValueError("the first two maketrans arguments must have equal length");
    }
    Map<Object, Object> table = new PyDict<>();
    for (int i = 0; i < points.length; i++) {
      table.put((long) points[i], (long) replacements[i]);
    }
    deleted.codePoints().forEach(c -> table.put((long) c, null));
    return table;
  }

  /** {@code str.maketrans(table)}. */
  public static Map<Object, Object> table(Map<?, ?> given) {
    Map<Object, Object> table = new PyDict<>();
    given.forEach((k, v) -> table.put(k instanceof String s ? (Object) Strs.ord(s) : k, v));
    return table;
  }

  /** {@code text.translate(table)}. */
  public static String translate(String text, Map<?, ?> table) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (!table.containsKey((long) c)) {
            out.appendCodePoint(c);
            return;
          }
          Object to = table.get((long) c);
          if (to instanceof Long point) {
            out.appendCodePoint(point.intValue());
          } else if (to != null) {
            out.append(to);
          }
        });
    return out.toString();
  }
}
