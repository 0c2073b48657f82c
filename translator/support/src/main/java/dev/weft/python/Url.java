package dev.weft.python;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code urllib.parse.urlparse} and {@code urlsplit} give.
 *
 * @param params what stands behind the last segment's semicolon; null if it was not split off
 */
public record Url(
    String scheme,
    String netloc,
    String path,
    @Nullable String params,
    String query,
    String fragment)
    implements NamedTuple {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
          Pattern.DOTALL);

  /** The schemes whose paths may have parameters. */
  private static final Set<String> WITH_PARAMS =
      Set.of(
          "",
          "ftp",
          "hdl",
          "prospero",
          "http",
          "https",
          "shttp",
          "rtsp",
          "rtsps",
          "rtspu",
          "sip",
          "sips",
          "mms",
          "sftp",
          "tel");

  /** The schemes that a relative reference may be joined to. */
  private static final Set<String> RELATIVE =
      Set.of(
          "",
          "ftp",
          "http",
          "gopher",
          "nntp",
          "imap",
          "wais",
          "file",
          "https",
          "shttp",
          "mms",
          "prospero",
          "rtsp",
          "rtsps",
          "rtspu",
          "sftp",
          "svn",
          "svn+ssh",
          "ws",
          "wss");

  /** {@code urlsplit(text, scheme)}. */
  public static Url split(String given, String scheme) {
    String text = given.replaceAll("^[\\x00-\\x20]+|[\\t\\r\\n]", "");
    Matcher m = PARTS.matcher(text);
    if (!m.matches()) {
      throw new Errors.ValueError("Invalid URL " + Py.repr(text));
    }
    String netloc = part(m, 2);
    if ((netloc.indexOf('[') >= 0) != (netloc.indexOf(']') >= 0)) {
      throw new Errors.ValueError("Invalid IPv6 URL");
    }
    return new Url(
        m.group(1) == null ? scheme : part(m, 1).toLowerCase(Locale.ROOT),
        netloc,
        part(m, 3),
        null,
        part(m, 4),
        part(m, 5));
  }

  /** {@code urlparse(text, scheme)}. */
  public static Url parse(String text, String scheme) {
    Url all = split(text, scheme);
    int semicolon =
        WITH_PARAMS.contains(all.scheme)
            ? all.path.indexOf(';', all.path.lastIndexOf('/') + 1)
            : -1;
    return new Url(
        all.scheme,
        all.netloc,
        semicolon < 0 ? all.path : all.path.substring(0, semicolon),
        semicolon < 0 ? "" : all.path.substring(semicolon + 1),
        all.query,
        all.fragment);
  }

  private static String part(Matcher m, int group) {
    String part = m.group(group);
    return part == null ? "" : part;
  }

  /** {@code hostname}. */
  @Property
  public @Nullable String hostname() {
    String host = hostAndPort()[0];
    return host.isEmpty() ? null : host.toLowerCase(Locale.ROOT);
  }

  /** {@code port}. */
  @Property
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

  /** {@code username}. */
  @Property
  public @Nullable String username() {
    int at = netloc.lastIndexOf('@');
    return at < 0 ? null : netloc.substring(0, at).split(":", 2)[0];
  }

  /** {@code password}. */
  @Property
  public @Nullable String password() {
    int at = netloc.lastIndexOf('@');
    int colon = netloc.indexOf(':');
    return at < 0 || colon < 0 || colon > at ? null : netloc.substring(colon + 1, at);
  }

  /** {@code urlunparse(parts)} and {@code urlunsplit(parts)}. */
  public static String unsplit(Iterable<?> given) {
    List<String> p = new PyList<>();
    given.forEach(each -> p.add(each == null ? "" : Py.str(each)));
    if (p.size() != 5 && p.size() != 6) {
      throw new Errors.ValueError(
          p.size() < 5
              ? "not enough values to unpack (expected 5, got " + p.size() + ")"
              : "too many values to unpack (expected 6)");
    }
    boolean six = p.size() == 6;
    return new Url(
            p.get(0),
            p.get(1),
            p.get(2),
            six ? p.get(3) : null,
            p.get(six ? 4 : 3),
            p.get(six ? 5 : 4))
        .text();
  }

  /** {@code _replace(**parts)}. */
  public Url replace(Map<String, ?> parts) {
    List<String> names = names();
    List<String> unknown = new PyList<>();
    parts
        .keySet()
        .forEach(name -> {
          if (!names.contains(name)) {
            unknown.add(name);
          }
        });
    if (!unknown.isEmpty()) {
      throw new Errors.ValueError("Got unexpected field names: " + Py.repr(unknown));
    }
    return new Url(
        of(parts, "scheme", scheme),
        of(parts, "netloc", netloc),
        of(parts, "path", path),
        params == null ? null : of(parts, "params", params),
        of(parts, "query", query),
        of(parts, "fragment", fragment));
  }

  private static String of(Map<String, ?> parts, String name, String fallback) {
    return parts.containsKey(name) ? Py.str(parts.get(name)) : fallback;
  }

  /** {@code urldefrag(text)}. */
  public static Tuple2<String, String> withoutFragment(String text) {
    Url all = split(text, "");
    return new Tuple2<>(all.replace(Map.of("fragment", "")).text(), all.fragment);
  }

  /** {@code geturl()}. */
  public String text() {
    String local = params == null || params.isEmpty() ? path : path + ";" + params;
    return (scheme.isEmpty() ? "" : scheme + ":")
        + (netloc.isEmpty()
            ? local.startsWith("//") ? "//" : ""
            : "//" + netloc + (local.isEmpty() || local.startsWith("/") ? "" : "/"))
        + local
        + (query.isEmpty() ? "" : "?" + query)
        + (fragment.isEmpty() ? "" : "#" + fragment);
  }

  /** {@code urljoin(base, other)}, by RFC 3986, 5.2. */
  public static String join(String base, String other) {
    if (base.isEmpty() || other.isEmpty()) {
      return base.isEmpty() ? other : base;
    }
    Url from = split(base, "");
    Url to = split(other, from.scheme);
    if (!to.scheme.equals(from.scheme) || !RELATIVE.contains(to.scheme)) {
      return other;
    }
    if (!to.netloc.isEmpty()) {
      return to.text();
    }
    if (to.path.isEmpty()) {
      String query = to.query.isEmpty() ? from.query : to.query;
      return new Url(to.scheme, from.netloc, from.path, null, query, to.fragment).text();
    }
    return new Url(to.scheme, from.netloc, merged(from.path, to.path), null, to.query, to.fragment)
        .text();
  }

  private static String merged(String base, String path) {
    String whole =
        path.startsWith("/") ? path : base.substring(0, base.lastIndexOf('/') + 1) + path;
    if (!whole.startsWith("/")) {
      whole = "/" + whole;
    }
    List<String> kept = new PyList<>();
    String last = "";
    for (String segment : whole.substring(1).split("/", -1)) {
      last = segment;
      if (segment.equals("..")) {
        if (!kept.isEmpty()) {
          kept.remove(kept.size() - 1);
        }
      } else if (!segment.equals(".")) {
        kept.add(segment);
      }
    }
    return "/" + String.join("/", kept) + (last.matches("\\.\\.?") && !kept.isEmpty() ? "/" : "");
  }

  private List<String> names() {
    return params == null
        ? List.of("scheme", "netloc", "path", "query", "fragment")
        : List.of("scheme", "netloc", "path", "params", "query", "fragment");
  }

  @Override
  public List<Object> values() {
    return params == null
        ? Lists.<Object>of(scheme, netloc, path, query, fragment)
        : Lists.<Object>of(scheme, netloc, path, params, query, fragment);
  }

  @Override
  public String repr() {
    StringBuilder out = new StringBuilder(params == null ? "SplitResult(" : "ParseResult(");
    List<Object> values = values();
    for (int i = 0; i < values.size(); i++) {
      out.append(i == 0 ? "" : ", ")
          .append(names().get(i))
          .append('=')
          .append(Py.repr(values.get(i)));
    }
    return out.append(')').toString();
  }

  @Override
  public String toString() {
    return repr();
  }
}
