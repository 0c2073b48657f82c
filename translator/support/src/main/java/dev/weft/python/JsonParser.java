package dev.weft.python;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code json.loads}, with CPython's error messages. */
@SuppressWarnings({"NullAway", "RefactorSwitch"}) // None is null.
final class JsonParser {
  private final String text;
  private final @Nullable Fn1<Object, ?> hook;
  private final @Nullable Object floats;
  private final @Nullable Object ints;
  private final @Nullable Object pairs;
  private int at;

  JsonParser(String text, @Nullable Fn1<Object, ?> hook) {
    this(text, hook, null, null, null);
  }

  JsonParser(
      String text,
      @Nullable Fn1<Object, ?> hook,
      @Nullable Object floats,
      @Nullable Object ints,
      @Nullable Object pairs) {
    this.text = text;
    this.hook = hook;
    this.floats = floats;
    this.ints = ints;
    this.pairs = pairs;
  }

  @Nullable Object whole() {
    skip();
    Object value = value();
    skip();
    if (at < text.length()) {
      throw error("Extra data", at);
    }
    return value;
  }

  private Errors.JSONDecodeError error(String message, int position) {
    return Errors.JSONDecodeError.of(message, text, position);
  }

  private void skip() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private @Nullable Object value() {
    if (at == text.length()) {
      throw error("Expecting value", at);
    }
    char c = text.charAt(at);
    switch (c) {
      case '"' -> {
        at++;
        return string();
      }
      case '{' -> {
        return object();
      }
      case '[' -> {
        return array();
      }
      default -> {
        return scalar(c);
      }
    }
  }

  private @Nullable Object scalar(char c) {
    String[] words = {"null", "true", "false", "NaN", "Infinity", "-Infinity"};
    Object[] values = {
      null, true, false, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    for (int i = 0; i < words.length; i++) {
      if (text.startsWith(words[i], at)) {
        at += words[i].length();
        return values[i];
      }
    }
    if (c != '-' && (c < '0' || c > '9')) {
      throw error("Expecting value", at);
    }
    return number();
  }

  private Object number() {
    int start = at;
    int p = at + (text.charAt(at) == '-' ? 1 : 0);
    int digits = p;
    while (p < text.length() && Character.isDigit(text.charAt(p))) {
      p++;
    }
    if (p == digits) {
      throw error("Expecting value", start);
    }
    if (text.charAt(digits) == '0') {
      p = digits + 1;
    }
    boolean whole = true;
    if (p + 1 < text.length() && text.charAt(p) == '.' && Character.isDigit(text.charAt(p + 1))) {
      whole = false;
      p++;
      while (p < text.length() && Character.isDigit(text.charAt(p))) {
        p++;
      }
    }
    if (p < text.length() && (text.charAt(p) == 'e' || text.charAt(p) == 'E')) {
      int e = p + 1;
      if (e < text.length() && (text.charAt(e) == '+' || text.charAt(e) == '-')) {
        e++;
      }
      if (e < text.length() && Character.isDigit(text.charAt(e))) {
        whole = false;
        p = e;
        while (p < text.length() && Character.isDigit(text.charAt(p))) {
          p++;
        }
      }
    }
    at = p;
    String number = text.substring(start, p);
    Object made = whole ? ints : floats;
    if (made != null) {
      return Py.<Object>cast(Dyn.call(made, number));
    }
    if (!whole) {
      return Double.valueOf(number);
    }
    BigInteger big = new BigInteger(number);
    return big.bitLength() < 64 ? (Object) big.longValue() : big;
  }

  private String string() {
    int begin = at - 1;
    StringBuilder out = new StringBuilder();
    while (true) {
      if (at >= text.length()) {
        throw error("Unterminated string starting at", begin);
      }
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c < 32) {
        throw error("Invalid control character at", at - 1);
      }
      if (c != '\\') {
        out.append(c);
        continue;
      }
      if (at >= text.length()) {
        throw error("Unterminated string starting at", begin);
      }
      char escape = text.charAt(at++);
      switch (escape) {
        case '"', '\\', '/' -> out.append(escape);
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'u' -> {
          if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw error("Invalid \\uXXXX escape", at - 1);
          }
          out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
          at += 4;
        }
        default -> throw error("Invalid \\escape", at - 2);
      }
    }
  }

  private List<Object> array() {
    List<Object> items = new PyList<>();
    at++;
    skip();
    if (at < text.length() && text.charAt(at) == ']') {
      at++;
      return items;
    }
    while (true) {
      items.add(value());
      skip();
      char c = at < text.length() ? text.charAt(at) : ' ';
      if (c == ']') {
        at++;
        return items;
      }
      if (c != ',') {
        throw error("Expecting ',' delimiter", at);
      }
      at++;
      skip();
    }
  }

  private @Nullable Object object() {
    Map<String, Object> map = new PyDict<>();
    at++;
    skip();
    if (at < text.length() && text.charAt(at) == '}') {
      at++;
      return hooked(map);
    }
    while (true) {
      if (at >= text.length() || text.charAt(at) != '"') {
        throw error("Expecting property name enclosed in double quotes", at);
      }
      at++;
      String key = string();
      skip();
      if (at >= text.length() || text.charAt(at) != ':') {
        throw error("Expecting ':' delimiter", at);
      }
      at++;
      skip();
      map.put(key, value());
      skip();
      char c = at < text.length() ? text.charAt(at) : ' ';
      if (c == '}') {
        at++;
        return hooked(map);
      }
      if (c != ',') {
        throw error("Expecting ',' delimiter", at);
      }
      at++;
      skip();
    }
  }

  private @Nullable Object hooked(Map<String, Object> map) {
    if (pairs != null) {
      return Dyn.call(pairs, Lists.copy(Dicts.items(map)));
    }
    return hook == null ? map : hook.call(map);
  }
}
