package dev.weft.python;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python's three ways to make texts of values: the format mini-language, {@code str.format} and
 * {@code %}.
 */
public final class Format {
  private Format() {}

  /** {@code format(value, spec)}. */
  public static String of(@Nullable Object value, String spec) {
    if (value instanceof String s) {
      return spec.isEmpty() ? s : text(s, spec);
    }
    if (value instanceof Boolean b) {
      return spec.isEmpty() ? Py.str(b) : number(b ? 1L : 0L, spec);
    }
    if (Numbers.isNumber(value)) {
      return spec.isEmpty() ? Py.str(value) : number(Py.<Object>cast(value), spec);
    }
    if (value != null && Dyn.has(value, "__format__")) {
      return Py.str(Dyn.invoke(value, "__format__", spec));
    }
    if (spec.isEmpty()) {
      return Py.str(value);
    }
    if (value instanceof PyEnum e) {
      // The members of IntEnum print as numbers do, and are formatted as such.
      boolean isNumber = Numbers.isNumber(e.value()) && Py.str(e.value()).equals(e.toString());
      return isNumber ? of(e.value(), spec) : text(e.toString(), spec);
    }
    if (value instanceof Flags.Member m && m.isInt()) {
      return of(m.value(), spec);
    }
    if (value instanceof Flags.Member m) {
      return text(m.toString(), spec);
    }
    if (value instanceof DateFormat d) {
      return d.strftime(spec);
    }
    throw new Errors.TypeError(
        "unsupported format string passed to " + Py.typeName(value) + ".__format__");
  }

  private static String number(Object value, String given) {
    FormatSpec spec = FormatSpec.parse(given, '>', value);
    return value instanceof Double d ? NumberText.ofFloat(d, spec) : NumberText.ofInt(value, spec);
  }

  private static String text(String value, String given) {
    FormatSpec spec = FormatSpec.parse(given, '<', value);
    NumberText.checkGrouping(spec, spec.type() == 0 ? 's' : spec.type());
    if (spec.type() != 0 && spec.type() != 's') {
      throw spec.unknownType(value);
    }
    if (spec.sign() != 0) {
      throw notForText(spec.sign() == ' ' ? "Space" : "Sign");
    }
    if (spec.noNegativeZero()) {
      throw notForText("Negative zero coercion (z)");
    }
    if (spec.alternate()) {
      throw notForText("Alternate form (#)");
    }
    if (spec.align() == '=') {
      throw new Errors.ValueError("'=' alignment not allowed in string format specifier");
    }
    String body = spec.precision() < 0 ? value : Strs.slice(value, null, (long) spec.precision());
    return NumberText.padded(spec, "", body);
  }

  private static Errors.ValueError notForText(String what) {
    return new Errors.ValueError(what + " not allowed in string format specifier");
  }

  /** {@code format % (values)}. */
  public static String percent(String format, @Nullable Object... values) {
    @Nullable Object only = values.length == 1 ? values[0] : null;
    return new PercentFormat(format, Arrays.asList(values), only instanceof Map ? only : null)
        .text();
  }

  /** {@code format % value}, where the value may be a tuple. */
  public static String percentOf(String format, @Nullable Object value) {
    return switch (value) {
      case FixedTuple t -> new PercentFormat(format, t.values(), null).text();
      case Tuple<?> t -> new PercentFormat(format, t, null).text();
      case Map<?, ?> m -> new PercentFormat(format, List.of(m), m).text();
      case List<?> l -> new PercentFormat(format, List.of(l), l).text();
      case null, default -> {
        boolean asked = value instanceof PyObject && Dyn.has(value, "__getitem__");
        yield new PercentFormat(format, Collections.singletonList(value), asked ? value : null)
            .text();
      }
    };
  }

  /** {@code template.format(values)}. */
  public static String format(
      String template,
      Iterable<? extends @Nullable Object> values,
      Map<String, ? extends @Nullable Object> named) {
    return new TemplateFormat(Lists.copy(values), named).text(template);
  }
}
