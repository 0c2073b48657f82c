package dev.weft.python;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Quoting and queries of the module {@code urllib.parse}. */
@SuppressWarnings("NullAway") // None is null.
public final class UrlText {
  private UrlText() {}

  /** A URL of unknown type; what is neither str nor bytes has no {@code decode}. */
  public static String text(@Nullable Object url) {
    return switch (url) {
      case String s -> s;
      case null -> "";
      case Bytes b -> b.decode("ascii");
      default -> throw Dyn.missing(url, "decode");
    };
  }

  /** What is to be quoted, of unknown type. */
  public static String bare(@Nullable Object text) {
    return switch (text) {
      case String s -> s;
      case Bytes b -> b.decode("utf-8");
      case null, default -> throw new Errors.TypeError("quote_from_bytes() expected bytes");
    };
  }

  /** What was quoted, of unknown type. */
  public static String quoted(@Nullable Object text) {
    return switch (text) {
      case String s -> s;
      case Bytes b -> b.decode("utf-8");
      case null, default ->
          throw new Errors.TypeError(
              "argument of type '" + Py.typeName(text) + "' is not iterable");
    };
  }

  /** {@code quote(text, safe)} and {@code quote_plus}. */
  public static String quote(@Nullable Object text, String safe, boolean plus) {
    StringBuilder out = new StringBuilder();
    byte[] bytes =
        text instanceof Bytes b ? b.array() : Py.str(text).getBytes(StandardCharsets.UTF_8);
    for (byte b : bytes) {
      char c = (char) (b & 0xff);
      boolean plain =
          c < 128
              && (Character.isLetterOrDigit(c) || "_.-~".indexOf(c) >= 0 || safe.indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : plus && c == ' ' ? "+" : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }

  /** {@code unquote(text)} and {@code unquote_plus}; a {@code %} without two digits stays. */
  public static String unquote(String text, boolean plus) {
    String spaced = plus ? text.replace('+', ' ') : text;
    return spaced.indexOf('%') < 0
        ? spaced
        : new String(unquoteToBytes(spaced).array(), StandardCharsets.UTF_8);
  }

  /** {@code unquote_to_bytes(text)}. */
  public static Bytes unquoteToBytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      out.write(low < 0 ? bytes[i] : high * 16 + low);
      i += low < 0 ? 0 : 2;
    }
    return Bytes.wrap(out.toByteArray());
  }

  /** {@code urlencode(pairs, doseq, safe, quote_via)}. */
  public static String encode(
      @Nullable Object given, boolean eachOfMany, String safe, boolean percent) {
    if (!(given instanceof Map) && !(given instanceof Iterable) && !Ops.isTuple(given)) {
      throw new Errors.TypeError("not a valid non-string sequence or mapping object");
    }
    StringBuilder out = new StringBuilder();
    Iterable<?> pairs = given instanceof Map<?, ?> m ? Dicts.items(m) : Iters.of(given);
    for (Object pair : pairs) {
      Object key = Iters.item(pair, 0);
      Object value = Iters.item(pair, 1);
      boolean single = !eachOfMany || value instanceof String || value instanceof Bytes;
      Iterable<?> all =
          single || !(value instanceof Iterable<?> || Ops.isTuple(value))
              ? Lists.of(value)
              : Iters.of(value);
      for (Object each : all) {
        out.append(out.isEmpty() ? "" : "&")
            .append(quote(key, safe, !percent))
            .append('=')
            .append(quote(each, safe, !percent));
      }
    }
    return out.toString();
  }

  /** {@code parse_qsl(text, keep_blank_values, separator)}. */
  public static List<Tuple2<String, String>> queryPairs(
      String text, boolean keepBlank, String separator) {
    List<Tuple2<String, String>> pairs = new PyList<>();
    for (String pair : text.split(java.util.regex.Pattern.quote(separator), -1)) {
      int equals = pair.indexOf('=');
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty() && (keepBlank || !value.isEmpty())) {
        String key = equals < 0 ? pair : pair.substring(0, equals);
        pairs.add(new Tuple2<>(unquote(key, true), unquote(value, true)));
      }
    }
    return pairs;
  }

  /** {@code parse_qs(text, keep_blank_values, separator)}. */
  public static Map<String, List<String>> query(String text, boolean keepBlank, String separator) {
    Map<String, List<String>> all = new PyDict<>();
    queryPairs(text, keepBlank, separator)
        .forEach(p -> all.computeIfAbsent(p.first(), k -> new PyList<>()).add(p.second()));
    return all;
  }
}
