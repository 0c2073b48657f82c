package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code format % values}. */
final class PercentFormat {
  private final String format;
  private final List<? extends @Nullable Object> values;

  /** What {@code %(name)s} asks, if it can be asked. */
  private final @Nullable Object mapping;

  private int at;
  private int used;

  PercentFormat(String format, List<? extends @Nullable Object> values, @Nullable Object mapping) {
    this.format = format;
    this.values = values;
    this.mapping = mapping;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    while (true) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        break;
      }
      out.append(format, at, percent);
      at = percent + 1;
      out.append(conversion());
    }
    if (used < values.size() && mapping == null) {
      throw new Errors.TypeError("not all arguments converted during string formatting");
    }
    return out.append(format.substring(at)).toString();
  }

  private char next() {
    if (at >= format.length()) {
      throw new Errors.ValueError("incomplete format");
    }
    return format.charAt(at);
  }

  private @Nullable Object argument() {
    if (used >= values.size()) {
      throw new Errors.TypeError("not enough arguments for format string");
    }
    return values.get(used++);
  }

  /** One conversion; what a name stands for takes no part in the counting. */
  private String conversion() {
    @Nullable Object named = null;
    boolean byName = next() == '(';
    if (byName) {
      named = Dyn.item(mapping(), name());
    }
    String flags = flags();
    int width = size();
    if (width < 0) {
      flags += "-";
      width = -width;
    }
    int precision = -1;
    if (next() == '.') {
      at++;
      precision = Math.max(0, size());
    }
    if (next() == 'h' || next() == 'l' || next() == 'L') {
      at++;
    }
    char type = next();
    int place = at++;
    if (type == '%') {
      return "%";
    }
    @Nullable Object value = byName ? named : argument();
    FormatSpec spec =
        new FormatSpec(
            flags.contains("0") && !flags.contains("-") ? "0" : " ",
            flags.contains("-") ? '<' : flags.contains("0") ? '=' : '>',
            flags.contains("+") ? '+' : flags.contains(" ") ? ' ' : (char) 0,
            false,
            flags.contains("#"),
            width,
            (char) 0,
            precision,
            type);
    return shown(spec, type, value, place);
  }

  private Object mapping() {
    if (mapping == null) {
      throw new Errors.TypeError("format requires a mapping");
    }
    return mapping;
  }

  private String name() {
    int start = ++at;
    for (int depth = 1; at < format.length(); at++) {
      depth += format.charAt(at) == '(' ? 1 : format.charAt(at) == ')' ? -1 : 0;
      if (depth == 0) {
        return format.substring(start, at++);
      }
    }
    throw new Errors.ValueError("incomplete format key");
  }

  private String flags() {
    int start = at;
    while ("-+ #0".indexOf(next()) >= 0) {
      at++;
    }
    return format.substring(start, at);
  }

  /** A width or precision, which may be an argument; 0 if there is none. */
  private int size() {
    if (next() == '*') {
      at++;
      if (!(argument() instanceof Long given)) {
        throw new Errors.TypeError("* wants int");
      }
      return Math.toIntExact(given);
    }
    long size = 0;
    while (Character.isDigit(next())) {
      size = size * 10 + (format.charAt(at++) - '0');
      if (size > Integer.MAX_VALUE) {
        throw new Errors.ValueError("width too big");
      }
    }
    return (int) size;
  }

  private static String shown(FormatSpec spec, char type, @Nullable Object value, int place) {
    return switch (type) {
      case 's' -> text(spec, Py.str(value));
      case 'r' -> text(spec, Py.repr(value));
      case 'a' -> text(spec, Py.ascii(value));
      case 'c' -> text(spec.withoutPrecision(), character(value));
      case 'd', 'i', 'u' -> whole(spec, 'd', integer(type, value));
      case 'o', 'x', 'X' -> whole(spec, type, integral(type, value));
      case 'e', 'E', 'f', 'F', 'g', 'G' -> NumberText.ofFloat(number(value), spec);
      default ->
          throw new Errors.ValueError(
              "unsupported format character '%s' (0x%x) at index %d"
                  .formatted(type, (int) type, place));
    };
  }

  /** Texts are filled with spaces only. */
  private static String text(FormatSpec spec, String value) {
    String text = spec.precision() < 0 ? value : Strs.slice(value, null, (long) spec.precision());
    String space = " ".repeat(Math.max(0, spec.width() - (int) Strs.len(text)));
    return spec.align() == '<' ? text + space : space + text;
  }

  private static String character(@Nullable Object value) {
    if (value instanceof String s && Strs.len(s) == 1) {
      return s;
    }
    if (value instanceof Boolean b) {
      return b ? "\1" : "\0";
    }
    if (value instanceof Double || !Numbers.isNumber(value)) {
      throw new Errors.TypeError("%c requires int or char");
    }
    return NumberText.ofCodePoint(Numbers.toNumber(value));
  }

  /** An int with as many digits as the precision asks for. */
  private static String whole(FormatSpec spec, char type, Number value) {
    FormatSpec plain =
        new FormatSpec(
            " ", '>', (char) 0, false, spec.alternate() && type != 'd', -1, (char) 0, -1, type);
    String text = NumberText.ofInt(value, plain);
    String sign = text.startsWith("-") ? "-" : spec.sign() == 0 ? "" : "" + spec.sign();
    String digits = text.startsWith("-") ? text.substring(1) : text;
    int start = plain.alternate() ? 2 : 0;
    digits =
        digits.substring(0, start)
            + "0".repeat(Math.max(0, spec.precision() - digits.length() + start))
            + digits.substring(start);
    return NumberText.padded(spec, sign + digits.substring(0, start), digits.substring(start));
  }

  private static Number integer(char type, @Nullable Object value) {
    if (value instanceof Double d) {
      return Numbers.whole(d);
    }
    if (!Numbers.isNumber(value) && (value == null || !Dyn.has(value, "__int__"))) {
      throw new Errors.TypeError(
          "%" + type + " format: a real number is required, not " + Py.typeName(value));
    }
    return Numbers.isNumber(value)
        ? Numbers.toNumber(value)
        : Py.<Number>cast(Dyn.invoke(value, "__int__"));
  }

  private static Number integral(char type, @Nullable Object value) {
    if (value instanceof Double || !Numbers.isNumber(value)) {
      throw new Errors.TypeError(
          "%" + type + " format: an integer is required, not " + Py.typeName(value));
    }
    return Numbers.toNumber(value);
  }

  private static double number(@Nullable Object value) {
    if (!Numbers.isNumber(value) && (value == null || !Dyn.has(value, "__float__"))) {
      throw new Errors.TypeError("must be real number, not " + Py.typeName(value));
    }
    return Numbers.toDouble(Numbers.isNumber(value) ? value : Dyn.invoke(value, "__float__"));
  }
}
