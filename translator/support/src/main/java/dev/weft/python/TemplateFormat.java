package dev.weft.python;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code template.format(values)}, in which fields are read as CPython reads them. */
final class TemplateFormat {
  /** A specification may hold fields, and theirs may not. */
  private static final int DEPTH = 2;

  private final List<? extends @Nullable Object> values;
  private final Map<String, ? extends @Nullable Object> named;
  private int automatic;
  private @Nullable Boolean isAutomatic;

  TemplateFormat(
      List<? extends @Nullable Object> values, Map<String, ? extends @Nullable Object> named) {
    this.values = values;
    this.named = named;
  }

  String text(String template) {
    return text(template, DEPTH);
  }

  private String text(String template, int depth) {
    if (depth == 0) {
      throw new Errors.ValueError("Max string recursion exceeded");
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at++);
      if (c != '{' && c != '}') {
        out.append(c);
        continue;
      }
      boolean doubled = at < template.length() && template.charAt(at) == c;
      if (doubled) {
        out.append(c);
        at++;
      } else if (c == '}' || at == template.length()) {
        throw new Errors.ValueError("Single '" + c + "' encountered in format string");
      } else {
        Field field = new Field(template, at);
        out.append(shown(field, depth));
        at = field.end;
      }
    }
    return out.toString();
  }

  private String shown(Field field, int depth) {
    Object value = value(field.name);
    Object converted =
        switch (field.conversion) {
          case 0 -> value;
          case 'r' -> Py.repr(value);
          case 's' -> Py.str(value);
          case 'a' -> Py.ascii(value);
          default ->
              throw new Errors.ValueError(
                  "Unknown conversion specifier "
                      + (field.conversion > 32 && field.conversion < 127
                          ? "" + field.conversion
                          : "\\x" + Integer.toHexString(field.conversion)));
        };
    return Format.of(
        converted, field.spec.indexOf('{') < 0 ? field.spec : text(field.spec, depth - 1));
  }

  private @Nullable Object value(String name) {
    int at = 0;
    while (at < name.length() && name.charAt(at) != '.' && name.charAt(at) != '[') {
      at++;
    }
    @Nullable Object value = first(name.substring(0, at));
    while (at < name.length()) {
      char c = name.charAt(at++);
      int start = at;
      if (c == '.') {
        while (at < name.length() && name.charAt(at) != '.' && name.charAt(at) != '[') {
          at++;
        }
        value = Dyn.get(value, notEmpty(name.substring(start, at)));
      } else if (c == '[') {
        at = name.indexOf(']', at);
        if (at < 0) {
          throw new Errors.ValueError("Missing ']' in format string");
        }
        String key = notEmpty(name.substring(start, at++));
        value = Dyn.item(value, isNumber(key) ? (Object) Long.valueOf(key) : key);
      } else {
        throw new Errors.ValueError("Only '.' or '[' may follow ']' in format field specifier");
      }
    }
    return value;
  }

  private @Nullable Object first(String name) {
    if (!name.isEmpty() && !isNumber(name)) {
      return Dyn.item(named, name);
    }
    if (isAutomatic != null && isAutomatic != name.isEmpty()) {
      throw new Errors.ValueError(
          isAutomatic
              ? "cannot switch from automatic field numbering to manual field specification"
              : "cannot switch from manual field specification to automatic field numbering");
    }
    isAutomatic = name.isEmpty();
    int index = name.isEmpty() ? automatic++ : Integer.parseInt(name);
    if (index >= values.size()) {
      throw new Errors.IndexError(
          "Replacement index " + index + " out of range for positional args tuple");
    }
    return values.get(index);
  }

  private static String notEmpty(String name) {
    if (name.isEmpty()) {
      throw new Errors.ValueError("Empty attribute in format string");
    }
    return name;
  }

  private static boolean isNumber(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    if (name.length() > 9) {
      throw new Errors.ValueError("Too many decimal digits in format string");
    }
    return !name.isEmpty();
  }

  /** A field: what stands behind a brace, up to the brace that closes it. */
  private static final class Field {
    private final String template;
    final String name;
    final char conversion;
    final String spec;
    int end;

    Field(String template, int start) {
      this.template = template;
      end = start;
      char stop = skipName();
      name = template.substring(start, stop == 0 ? end : end - 1);
      if (stop == 0) {
        throw new Errors.ValueError("expected '}' before end of string");
      }
      char found = 0;
      if (stop == '!') {
        if (end == template.length()) {
          throw new Errors.ValueError("end of string while looking for conversion specifier");
        }
        found = template.charAt(end++);
        stop = end < template.length() ? template.charAt(end++) : ':';
        if (stop != '}' && stop != ':') {
          throw new Errors.ValueError("expected ':' after conversion specifier");
        }
      }
      conversion = found;
      spec = stop == '}' ? "" : skipSpec();
    }

    private char skipName() {
      while (end < template.length()) {
        char c = template.charAt(end++);
        switch (c) {
          case '{' -> throw new Errors.ValueError("unexpected '{' in field name");
          case '[' -> {
            int close = template.indexOf(']', end);
            end = close < 0 ? template.length() : close;
          }
          case '}', ':', '!' -> {
            return c;
          }
          default -> {}
        }
      }
      return 0;
    }

    private String skipSpec() {
      int start = end;
      for (int depth = 1; end < template.length(); ) {
        char c = template.charAt(end++);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0) {
          return template.substring(start, end - 1);
        }
      }
      throw new Errors.ValueError("unmatched '{' in format spec");
    }
  }
}
