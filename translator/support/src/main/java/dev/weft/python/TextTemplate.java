package dev.weft.python;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code string.Template}.
 *
 * @param text the template
 */
public record TextTemplate(String text) {
  private static final Pattern FIELD =
      Pattern.compile("\\$(?:(\\$)|([_a-zA-Z][_a-zA-Z0-9]*)|\\{([_a-zA-Z][_a-zA-Z0-9]*)\\}|)");

  /** {@code substitute(values)}, or, if it is safe, {@code safe_substitute(values)}. */
  public String substitute(Map<String, ?> values, boolean safe) {
    Matcher m = FIELD.matcher(text);
    StringBuilder out = new StringBuilder();
    while (m.find()) {
      String name = name(m);
      String shown = m.group();
      if (m.group(1) != null) {
        shown = "$";
      } else if (shown.equals("$")) {
        if (!safe) {
          throw invalid(m.start());
        }
      } else if (values.containsKey(name)) {
        shown = Py.str(values.get(name));
      } else if (!safe) {
        throw new Errors.KeyError(name);
      }
      m.appendReplacement(out, Matcher.quoteReplacement(shown));
    }
    return m.appendTail(out).toString();
  }

  private static String name(Matcher m) {
    return m.group(2) != null ? m.group(2) : m.group(3) != null ? m.group(3) : "";
  }

  private Errors.ValueError invalid(int at) {
    List<String> lines = Strs.lines(text.substring(0, at), true);
    int column = lines.isEmpty() ? 1 : lines.getLast().length();
    return new Errors.ValueError(
        "Invalid placeholder in string: line " + Math.max(1, lines.size()) + ", col " + column);
  }

  /** {@code get_identifiers()}, each once and in order. */
  public List<String> names() {
    List<String> names = new PyList<>();
    Matcher m = FIELD.matcher(text);
    while (m.find()) {
      String name = name(m);
      if (!name.isEmpty() && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** {@code is_valid()}. */
  public boolean isValid() {
    return FIELD.matcher(text).results().noneMatch(found -> found.group().equals("$"));
  }
}
