package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The modules {@code textwrap} and {@code string}. */
public final class TextWrap {
  private static final Pattern FIELD =
      Pattern.compile("\\$(?:(\\$)|([_a-zA-Z][_a-zA-Z0-9]*)|\\{([_a-zA-Z][_a-zA-Z0-9]*)\\})");

  private TextWrap() {}

  /** {@code wrap(text, width)}. */
  public static List<String> wrap(String text, long width, String first, String rest) {
    if (width <= 0) {
      throw new Errors.ValueError("invalid width " + width + " (must be > 0)");
    }
    List<String> lines = new PyList<>();
    StringBuilder line = new StringBuilder();
    for (String word : chunks(text)) {
      String indent = lines.isEmpty() ? first : rest;
      String left = word;
      while (true) {
        int room = (int) width - indent.length() - line.length() - (line.isEmpty() ? 0 : 1);
        if (left.length() <= room) {
          line.append(line.isEmpty() ? "" : " ").append(left);
          break;
        }
        if (line.isEmpty()) {
          int cut = Math.max(1, (int) width - indent.length());
          lines.add(indent + left.substring(0, Math.min(cut, left.length())));
          left = left.substring(Math.min(cut, left.length()));
          if (left.isEmpty()) {
            break;
          }
        } else {
          lines.add(indent + line);
          line.setLength(0);
        }
        indent = lines.isEmpty() ? first : rest;
      }
    }
    if (!line.isEmpty()) {
      lines.add((lines.isEmpty() ? first : rest) + line);
    }
    return lines;
  }

  private static List<String> chunks(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /** {@code shorten(text, width, placeholder)}. */
  public static String shorten(String text, long width, String placeholder) {
    List<String> words = chunks(text);
    String whole = String.join(" ", words);
    if (whole.length() <= width) {
      return whole;
    }
    String line = "";
    for (String word : words) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (longer.length() + placeholder.length() > width) {
        break;
      }
      line = longer;
    }
    return line.isEmpty() ? placeholder.strip() : line + placeholder;
  }

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
    StringBuilder out = new StringBuilder();
    Matcher m = Pattern.compile("[^\n]*\n|[^\n]+").matcher(text);
    while (m.find()) {
      out.append(m.group().isBlank() ? "" : prefix).append(m.group());
    }
    return out.toString();
  }

  /** {@code string.capwords(text)}. */
  public static String capWords(String text) {
    return Strs.join(" ", Iters.map(Strs::capitalize, chunks(text)));
  }

  /** {@code Template(template).substitute(values)}. */
  public static String substitute(String template, Map<String, ?> values, boolean safe) {
    Matcher m = FIELD.matcher(template);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String name = m.group(2) != null ? m.group(2) : m.group(3);
      String text = m.group();
      if (m.group(1) != null) {
        text = "$";
      } else if (values.containsKey(name)) {
        text = Py.str(values.get(name));
      } else if (!safe) {
        throw new Errors.KeyError(name);
      }
      m.appendReplacement(out, Matcher.quoteReplacement(text));
    }
    return m.appendTail(out).toString();
  }

  /** {@code str.maketrans(from, to, deleted)}. */
  public static Map<Object, Object> table(String from, String to, String deleted) {
    Map<Object, Object> table = new PyDict<>();
    for (int i = 0; i < from.length(); i++) {
      table.put((long) from.charAt(i), to.substring(i, i + 1));
    }
    for (int i = 0; i < deleted.length(); i++) {
      table.put((long) deleted.charAt(i), null);
    }
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
