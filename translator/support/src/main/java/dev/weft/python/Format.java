package dev.weft.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's format mini-language, {@code %} and {@code str.format}. */
@SuppressWarnings("RefactorSwitch") // A switch of statements reads better here.
public final class Format {
  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([a-zA-Z%])?",
          Pattern.DOTALL);

  private static final Pattern PERCENT =
      Pattern.compile("%(?:\\((\\w+)\\))?([-+ #0]*)(\\*|\\d+)?(?:\\.(\\*|\\d+))?([a-zA-Z%])");

  private Format() {}

  /** {@code format(value, spec)}. */
  public static String of(@Nullable Object value, String spec) {
    if (value != null
        && !(value instanceof String)
        && !Numbers.isNumber(value)
        && Dyn.has(value, "__format__")) {
      return Py.str(Dyn.invoke(value, "__format__", spec));
    }
    if (spec.isEmpty()) {
      return Py.str(value);
    }
    if (value instanceof PyEnum e && !e.toString().contains(".")) {
      return of(e.value() instanceof String ? e.toString() : e.value(), spec);
    }
    if (value instanceof Flags.Member m && m.isInt()) {
      return of(m.value(), spec);
    }
    if (value instanceof DateFormat d) {
      return d.strftime(spec);
    }
    Matcher m = SPEC.matcher(spec);
    if (!m.matches()) {
      throw new Errors.ValueError(
          "Invalid format specifier '"
              + spec
              + "' for object of type '"
              + Py.typeName(value)
              + "'");
    }
    String type = m.group(10) == null ? "" : m.group(10);
    boolean text =
        value instanceof String
            || !Numbers.isNumber(value)
            || (value instanceof Boolean && type.isEmpty());
    if (text && !(value instanceof String) && !(value instanceof Boolean)) {
      throw new Errors.TypeError(
          "unsupported format string passed to " + Py.typeName(value) + ".__format__");
    }
    String sign = "";
    String body;
    if (text) {
      body = Py.str(value);
      if (!type.isEmpty() && !type.equals("s")) {
        throw new Errors.ValueError("Unknown format code '" + type + "' for object of type 'str'");
      }
      if (m.group(9) != null) {
        body = Strs.slice(body, null, Long.valueOf(m.group(9)));
      }
    } else {
      Object number =
          value instanceof Boolean b
              ? (Object) (b ? 1L : 0L)
              : java.util.Objects.requireNonNull(value);
      body =
          number(
              number,
              type,
              m.group(9) == null ? -1 : Integer.parseInt(m.group(9)),
              m.group(5) != null);
      if (body.startsWith("-")) {
        sign = "-";
        body = body.substring(1);
      } else if (m.group(3) != null && !m.group(3).equals("-")) {
        sign = m.group(3);
      }
      if (m.group(5) != null && "xXob".contains(type) && !type.isEmpty()) {
        sign += body.substring(0, 2);
        body = body.substring(2);
      }
      if (m.group(8) != null) {
        body = grouped(body, m.group(8), "xXob".contains(type) && !type.isEmpty() ? 4 : 3);
      }
    }
    return pad(m, sign, body, text);
  }

  private static String pad(Matcher m, String sign, String body, boolean text) {
    int width = m.group(7) == null ? 0 : Integer.parseInt(m.group(7));
    boolean zero = m.group(6) != null;
    String fill = m.group(1) != null ? m.group(1) : zero ? "0" : " ";
    String align = m.group(2) != null ? m.group(2) : zero && !text ? "=" : text ? "<" : ">";
    long missing = width - Strs.len(sign + body);
    if (missing <= 0) {
      return sign + body;
    }
    if (zero && m.group(2) == null && m.group(8) != null) {
      String digits = body;
      while (Strs.len(sign + digits) < width) {
        digits = grouped("0" + digits.replace(m.group(8), ""), m.group(8), 3);
      }
      return sign + digits;
    }
    int left = align.equals("^") ? (int) missing / 2 : align.equals("<") ? 0 : (int) missing;
    int right = (int) missing - left;
    return align.equals("=")
        ? sign + fill.repeat((int) missing) + body
        : fill.repeat(left) + sign + body + fill.repeat(right);
  }

  private static String grouped(String body, String separator, int size) {
    int end = 0;
    while (end < body.length()
        && Character.isLetterOrDigit(body.charAt(end))
        && !(body.charAt(end) == 'e' && size == 3)) {
      end++;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < end; i++) {
      if (i > 0 && (end - i) % size == 0) {
        out.append(separator);
      }
      out.append(body.charAt(i));
    }
    return out + body.substring(end);
  }

  private static String number(Object value, String type, int precision, boolean alternate) {
    boolean isFloat = value instanceof Double;
    switch (type) {
      case "", "d", "n" -> {
        if (!isFloat) {
          return value.toString();
        }
        if (type.equals("d")) {
          throw new Errors.ValueError("Unknown format code 'd' for object of type 'float'");
        }
        double d = (Double) value;
        if (precision < 0) {
          return Numbers.repr(d);
        }
        String general = general(d, precision, "g", alternate);
        return general.matches("-?\\d+") ? general + ".0" : general;
      }
      case "x", "X", "o", "b", "c" -> {
        if (isFloat) {
          throw new Errors.ValueError(
              "Unknown format code '" + type + "' for object of type 'float'");
        }
        BigInteger i = new BigInteger(value.toString());
        if (type.equals("c")) {
          return Strs.chr(i.longValue());
        }
        int base = type.equals("o") ? 8 : type.equals("b") ? 2 : 16;
        String digits = i.abs().toString(base);
        String prefix = alternate ? "0" + type : "";
        String all = prefix + (type.equals("X") ? digits.toUpperCase(Locale.ROOT) : digits);
        return i.signum() < 0 ? "-" + all : all;
      }
      case "s" ->
          throw new Errors.ValueError(
              "Unknown format code 's' for object of type '" + Py.typeName(value) + "'");
      default -> {
        return floating(Numbers.toDouble(value), type, precision < 0 ? 6 : precision, alternate);
      }
    }
  }

  private static String floating(double d, String type, int precision, boolean alternate) {
    if (Double.isNaN(d) || Double.isInfinite(d)) {
      String text = Numbers.repr(d) + (type.equals("%") ? "%" : "");
      return Character.isUpperCase(type.charAt(0)) ? text.toUpperCase(Locale.ROOT) : text;
    }
    boolean negative = d < 0 || (d == 0 && 1 / d < 0);
    BigDecimal exact = new BigDecimal(d);
    String text =
        switch (type) {
          case "f", "F" -> exact.abs().setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
          case "%" ->
              new BigDecimal(d * 100)
                      .abs()
                      .setScale(precision, RoundingMode.HALF_EVEN)
                      .toPlainString()
                  + "%";
          case "e", "E" -> scientific(Math.abs(d), precision, type);
          case "g", "G" -> general(Math.abs(d), precision, type, alternate);
          default ->
              throw new Errors.ValueError(
                  "Unknown format code '" + type + "' for object of type 'float'");
        };
    return negative ? "-" + text : text;
  }

  private static String scientific(double d, int precision, String type) {
    BigDecimal rounded =
        d == 0
            ? BigDecimal.ZERO
            : new BigDecimal(d).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = d == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String digits = d == 0 ? "0".repeat(precision + 1) : rounded.unscaledValue().toString();
    StringBuilder padded = new StringBuilder(digits);
    while (padded.length() < precision + 1) {
      padded.append('0');
    }
    String mantissa =
        padded.charAt(0) + (precision > 0 ? "." + padded.substring(1, precision + 1) : "");
    int size = Math.abs(exponent);
    return mantissa
        + (type.equals("E") ? "E" : "e")
        + (exponent < 0 ? "-" : "+")
        + (size < 10 ? "0" : "")
        + size;
  }

  private static String general(double value, int wanted, String type, boolean alternate) {
    int precision = wanted == 0 ? 1 : wanted;
    String sign = value < 0 ? "-" : "";
    double d = Math.abs(value);
    if (d == 0) {
      return sign + "0";
    }
    BigDecimal rounded =
        new BigDecimal(d).round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= precision) {
      String text = scientific(d, precision - 1, type.equals("G") ? "E" : "e");
      int e = text.indexOf(type.equals("G") ? 'E' : 'e');
      String mantissa = text.substring(0, e);
      if (!alternate && mantissa.contains(".")) {
        mantissa = mantissa.replaceAll("0+$", "").replaceAll("\\.$", "");
      }
      return sign + mantissa + text.substring(e);
    }
    String plain = rounded.toPlainString();
    return sign
        + (plain.contains(".") && !alternate
            ? plain.replaceAll("0+$", "").replaceAll("\\.$", "")
            : plain);
  }

  /** {@code format % (args)}. */
  public static String percent(String format, @Nullable Object... args) {
    Matcher m = PERCENT.matcher(format);
    StringBuilder out = new StringBuilder();
    int at = 0;
    int start = 0;
    while (m.find()) {
      out.append(format, start, m.start());
      start = m.end();
      if (m.group(5).equals("%")) {
        out.append('%');
        continue;
      }
      Object value;
      String width = m.group(3);
      if ("*".equals(width)) {
        width = Py.str(args[at++]);
      }
      if (m.group(1) != null) {
        value = ((Map<?, ?>) java.util.Objects.requireNonNull(args[0])).get(m.group(1));
      } else if (at >= args.length) {
        throw new Errors.TypeError("not enough arguments for format string");
      } else {
        value = args[at++];
      }
      out.append(one(m, width, value));
    }
    if (at < args.length && !(args.length == 1 && args[0] instanceof Map)) {
      throw new Errors.TypeError("not all arguments converted during string formatting");
    }
    return out.append(format.substring(start)).toString();
  }

  private static String one(Matcher m, @Nullable String width, @Nullable Object value) {
    String flags = m.group(2);
    String type = m.group(5);
    String precision = m.group(4) == null ? "" : "." + m.group(4);
    String body = "";
    String align = flags.contains("-") ? "<" : ">";
    switch (type) {
      case "s" -> body = of(Py.str(value), precision.isEmpty() ? "" : precision + "s");
      case "r", "a" ->
          body =
              of(
                  type.equals("r") ? Py.repr(value) : Py.ascii(value),
                  precision.isEmpty() ? "" : precision + "s");
      case "c" -> {
        if (!(value instanceof String s && Strs.len(s) == 1) && !Numbers.isNumber(value)) {
          throw new Errors.TypeError("%c requires int or char");
        }
        body = value instanceof String s ? s : Strs.chr(Numbers.toLong(value));
      }
      case "x", "X", "o" -> {
        if (!Numbers.isNumber(value) || value instanceof Double) {
          throw new Errors.TypeError(
              "%" + type + " format: an integer is required, not " + Py.typeName(value));
        }
        return of(value, numeric(flags, align, width) + type);
      }
      case "d", "i", "u" -> {
        Object whole = value instanceof Double d ? (Object) Numbers.truncate(d) : value;
        if (!Numbers.isNumber(whole)) {
          throw new Errors.TypeError(
              "%d format: a real number is required, not " + Py.typeName(value));
        }
        if (m.group(4) != null) {
          String digits =
              Strs.zfill(Py.str(Numbers.abs(Numbers.toNumber(whole))), Long.parseLong(m.group(4)));
          boolean minus = Numbers.compare(Numbers.toNumber(whole), 0L) < 0;
          String sign = minus ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
          return width == null ? sign + digits : of(sign + digits, align + width);
        }
        return of(whole, numeric(flags, align, width) + "d");
      }
      default -> {
        return of(value, numeric(flags, align, width) + precision + type);
      }
    }
    return width == null ? body : of(body, align + width);
  }

  private static String numeric(String flags, String align, @Nullable String width) {
    boolean zero = flags.contains("0") && !flags.contains("-");
    return (zero ? "" : align)
        + (flags.contains("+") ? "+" : flags.contains(" ") ? " " : "")
        + (flags.contains("#") ? "#" : "")
        + (zero ? "0" : "")
        + (width == null ? "" : width);
  }

  /** {@code format % value}, where the value may be a tuple. */
  public static String percentOf(String format, @Nullable Object value) {
    return switch (value) {
      case FixedTuple t -> percent(format, t.values().toArray());
      case Tuple<?> t -> percent(format, t.toArray());
      case null, default -> percent(format, new Object[] {value});
    };
  }

  /** {@code template.format(args)}. */
  public static String format(
      String template,
      List<? extends @Nullable Object> args,
      Map<String, ? extends @Nullable Object> named) {
    return format(template, args, named, new int[1]);
  }

  private static @Nullable Object positional(List<? extends @Nullable Object> args, int index) {
    if (index >= args.size()) {
      throw new Errors.IndexError(
          "Replacement index " + index + " out of range for positional args tuple");
    }
    return args.get(index);
  }

  private static String format(
      String template,
      List<? extends @Nullable Object> args,
      Map<String, ? extends @Nullable Object> named,
      int[] auto) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if ((c == '{' || c == '}') && i + 1 < template.length() && template.charAt(i + 1) == c) {
        out.append(c);
        i++;
      } else if (c == '{') {
        int depth = 1;
        int end = i + 1;
        while (depth > 0) {
          depth += template.charAt(end) == '{' ? 1 : template.charAt(end) == '}' ? -1 : 0;
          end++;
        }
        String field = template.substring(i + 1, end - 1);
        int colon = field.indexOf(':');
        String name = colon < 0 ? field : field.substring(0, colon);
        String spec = colon < 0 ? "" : field.substring(colon + 1);
        String conversion = name.contains("!") ? name.substring(name.indexOf('!') + 1) : "";
        name = name.replaceAll("!.*", "");
        Object value;
        String[] path = name.split("(?=[.\\[])", -1);
        String head = path.length == 0 ? "" : path[0];
        if (head.isEmpty()) {
          value = positional(args, auto[0]++);
        } else if (head.matches("\\d+")) {
          value = positional(args, Integer.parseInt(head));
        } else {
          if (!named.containsKey(head)) {
            throw new Errors.KeyError(head);
          }
          value = named.get(head);
        }
        for (int p = 1; p < path.length; p++) {
          String key = path[p].replaceAll("[\\[\\].]", "");
          value =
              path[p].startsWith(".")
                  ? Dyn.get(value, key)
                  : Dyn.item(value, key.matches("\\d+") ? Long.valueOf(key) : key);
        }
        if (spec.contains("{")) {
          spec = format(spec, args, named, auto);
        }
        Object shown =
            switch (conversion) {
              case "r" -> Py.repr(value);
              case "s" -> Py.str(value);
              case "a" -> Py.ascii(value);
              default -> value;
            };
        out.append(of(shown, spec));
        i = end - 1;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
