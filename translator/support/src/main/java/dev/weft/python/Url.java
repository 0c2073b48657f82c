package dev.weft.python;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The module {@code urllib.parse}. */
public record Url(String scheme, String netloc, String path, String query, String fragment)
    implements NamedTuple {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
          Pattern.DOTALL);

  /** {@code urlparse(text)}. */
  public static Url parse(String text) {
    Matcher m = PARTS.matcher(text);
    if (!m.matches()) {
      throw new Errors.ValueError("Invalid URL " + Py.repr(text));
    }
    return new Url(
        part(m, 1).toLowerCase(java.util.Locale.ROOT),
        part(m, 2),
        part(m, 3),
        part(m, 4),
        part(m, 5));
  }

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

  /** What is to be encoded, of unknown type: a dict or pairs. */
  public static Map<?, ?> mapping(@Nullable Object values) {
    if (!(values instanceof Map) && !(values instanceof Iterable)) {
      throw new Errors.TypeError("not a valid non-string sequence or mapping object");
    }
    return values instanceof Map<?, ?> m ? m : Dicts.ofAny(Iters.of(values));
  }

  private static String part(Matcher m, int group) {
    String part = m.group(group);
    return part == null ? "" : part;
  }

  /** {@code hostname}. */
  public @Nullable String hostname() {
    String host = hostAndPort()[0];
    return host.isEmpty() ? null : host.toLowerCase(java.util.Locale.ROOT);
  }

  /** {@code port}. */
  public @Nullable Long port() {
    String given = hostAndPort()[1];
    if (given.isEmpty()) {
      return null;
    }
    if (!given.chars().allMatch(it -> it >= '0' && it <= '9')) {
      throw new Errors.ValueError("Port could not be cast to integer value as " + Strs.repr(given));
    }
    if (given.length() > 5 || Long.parseLong(given) > 65_535) {
      throw new Errors.ValueError("Port out of range 0-65535");
    }
    return Long.valueOf(given);
  }

  /** What stands before the colon, in brackets or not, and what stands behind it. */
  private String[] hostAndPort() {
    String host = netloc.substring(netloc.lastIndexOf('@') + 1);
    int open = host.indexOf('[');
    int close = host.indexOf(']');
    int colon = host.indexOf(':', open >= 0 && close > open ? close : 0);
    String name = colon < 0 ? host : host.substring(0, colon);
    return new String[] {
      open >= 0 && close > open ? name.substring(open + 1, close) : name,
      colon < 0 ? "" : host.substring(colon + 1)
    };
  }

  /** {@code geturl()}. */
  public String text() {
    return (scheme.isEmpty() ? "" : scheme + ":")
        + (netloc.isEmpty() ? "" : "//" + netloc)
        + path
        + (query.isEmpty() ? "" : "?" + query)
        + (fragment.isEmpty() ? "" : "#" + fragment);
  }

  /** {@code urljoin(base, other)}. */
  public static String join(String base, String other) {
    return other.isEmpty() ? base : URI.create(base).resolve(other).toString();
  }

  /** {@code quote(text, safe)} and {@code quote_plus}. */
  public static String quote(String text, String safe, boolean plus) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c < 128
              && (Character.isLetterOrDigit(c) || "_.-~".indexOf(c) >= 0 || safe.indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : plus && c == ' ' ? "+" : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }

  /** {@code unquote(text)} and {@code unquote_plus}. */
  public static String unquote(String text, boolean plus) {
    return URLDecoder.decode(plus ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** {@code urlencode(values)}. */
  public static String encode(Map<?, ?> values) {
    StringBuilder out = new StringBuilder();
    values.forEach((k, v) ->
        out.append(out.isEmpty() ? "" : "&")
            .append(quote(Py.str(k), "", true))
            .append('=')
            .append(quote(Py.str(v), "", true)));
    return out.toString();
  }

  /** {@code parse_qsl(text)}. */
  public static List<Tuple2<String, String>> queryPairs(String text) {
    List<Tuple2<String, String>> pairs = new PyList<>();
    for (String pair : text.split("[&]", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0 && equals < pair.length() - 1) {
        pairs.add(
            new Tuple2<>(
                unquote(pair.substring(0, equals), true),
                unquote(pair.substring(equals + 1), true)));
      }
    }
    return pairs;
  }

  /** {@code parse_qs(text)}. */
  public static Map<String, List<String>> query(String text) {
    Map<String, List<String>> all = new PyDict<>();
    queryPairs(text)
        .forEach(p -> all.computeIfAbsent(p.first(), k -> new PyList<>()).add(p.second()));
    return all;
  }

  @Override
  public List<Object> values() {
    return Lists.<Object>of(scheme, netloc, path, "", query, fragment);
  }

  @Override
  public String repr() {
    return "ParseResult(scheme="
        + Py.repr(scheme)
        + ", netloc="
        + Py.repr(netloc)
        + ", path="
        + Py.repr(path)
        + ", params='', query="
        + Py.repr(query)
        + ", fragment="
        + Py.repr(fragment)
        + ")";
  }

  @Override
  public String toString() {
    return repr();
  }
}
