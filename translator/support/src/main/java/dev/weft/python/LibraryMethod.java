package dev.weft.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A method or attribute of a type of the library, as its signature declares it. Immutable.
 *
 * @param attribute whether it is read without a call
 * @param isAsync whether a call gives an awaitable
 * @param gives whether it gives a value, or None
 * @param parameters the parameters, without self
 * @param java what it does
 */
@SuppressWarnings("NullAway") // None is null.
record LibraryMethod(
    boolean attribute, boolean isAsync, boolean gives, List<Param> parameters, JavaTemplate java) {

  /** The values do not fit this signature. */
  static final Object UNFIT = new Object();

  /**
   * A parameter.
   *
   * @param type what it takes, as signatures say it
   * @param fallback what stands for it where nothing is given; null if something has to be
   */
  record Param(
      String name,
      String type,
      @Nullable JavaTemplate fallback,
      boolean isLeftOut,
      boolean isSpread,
      boolean isKeywords,
      boolean isKeywordOnly) {

    boolean isDeferred() {
      return type.startsWith("call[");
    }

    /** Whether it takes a value; without strictness also what stands for one of the type. */
    boolean takes(@Nullable Object value, boolean strict) {
      return LibraryTypes.takes(type, value, strict);
    }
  }

  /**
   * Reads {@code name(parameters) -> type = java}, or {@code name: type = java}.
   *
   * @throws JavaTemplate.Unfit if it has what only a compiler can do
   */
  static LibraryMethod parse(String text, boolean attribute, boolean isAsync) {
    if (attribute) {
      String java = text.substring(text.indexOf(" = ") + 3).split(" := ", 2)[0];
      return new LibraryMethod(true, false, true, List.of(), JavaTemplate.parse(java.strip()));
    }
    int close = text.indexOf(") -> ");
    int equals = text.indexOf(" = ", close);
    List<Param> parameters = new ArrayList<>();
    boolean keywordOnly = false;
    for (String part : parts(text.substring(text.indexOf('(') + 1, close))) {
      if (part.equals("*")) {
        keywordOnly = true;
        continue;
      }
      Param parameter = parameter(part, keywordOnly);
      parameters.add(parameter);
      keywordOnly |= parameter.isSpread;
    }
    return new LibraryMethod(
        false,
        isAsync,
        !text.substring(close + 5, equals).strip().equals("None"),
        parameters,
        JavaTemplate.parse(text.substring(equals + 3).strip()));
  }

  private static Param parameter(String part, boolean keywordOnly) {
    boolean keywords = part.startsWith("**");
    boolean spread = part.startsWith("*") && !keywords;
    int colon = part.indexOf(':');
    int assign = part.indexOf(" = ");
    boolean leftOut = part.contains(" = ~");
    return new Param(
        part.substring(keywords ? 2 : spread ? 1 : 0, colon).strip(),
        part.substring(colon + 1, assign < 0 ? part.length() : assign).strip(),
        assign < 0 ? null : JavaTemplate.parse(part.substring(assign + (leftOut ? 4 : 3)).strip()),
        leftOut,
        spread,
        keywords,
        keywordOnly);
  }

  /** Splits at commas that stand outside of brackets and quotes. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && "([{".indexOf(c) >= 0) {
        depth++;
      } else if (!quoted && ")]}".indexOf(c) >= 0) {
        depth--;
      } else if (!quoted && c == ',' && depth == 0) {
        if (!text.substring(start, i).isBlank()) {
          parts.add(text.substring(start, i).strip());
        }
        start = i + 1;
      }
    }
    return parts;
  }

  /** Makes the function that is called later one with the arguments that follow it. */
  private void defer(Map<String, Object> given) {
    List<?> args = List.of();
    Map<String, Object> named = Map.of();
    for (Param p : parameters) {
      if (given.get(p.name) instanceof JavaTemplate.Spread(List<?> values)) {
        args = values;
      } else if (p.isKeywords) {
        named = Py.cast(given.get(p.name));
      }
    }
    List<?> rest = args;
    Map<String, Object> options = named;
    for (Param p : parameters) {
      if (p.isDeferred()) {
        Object function = given.get(p.name);
        Fn0<Object> later = () -> Calls.with(function, rest, options);
        given.put(p.name, later);
      }
    }
  }

  /** Calls it; {@link #UNFIT} if it does not take such arguments. */
  @Nullable Object call(
      @Nullable Object self, @Nullable Object[] args, Map<String, Object> named, boolean strict) {
    Map<String, Object> given = bind(args, named, strict);
    if (given == null) {
      return UNFIT;
    }
    given.put("self", self);
    try {
      if (isAsync) {
        return Coroutine.of(() -> gives ? java.evaluate(given) : none(given));
      }
      Object result = java.evaluate(given);
      return gives ? result : null;
    } catch (JavaTemplate.Unfit e) {
      return UNFIT;
    }
  }

  /** The parameters as {@link Parameters} reads them. */
  String names() {
    List<String> names = new ArrayList<>();
    boolean keywordOnly = false;
    for (Param p : parameters) {
      if (p.isKeywordOnly && !keywordOnly) {
        names.add("*");
      }
      keywordOnly |= p.isKeywordOnly || p.isSpread;
      names.add(
          (p.isKeywords ? "**" : p.isSpread ? "*" : "") + p.name + (p.fallback == null ? "" : "="));
    }
    return String.join(", ", names);
  }

  private @Nullable Object none(Map<String, Object> given) {
    java.evaluate(given);
    return null;
  }

  private @Nullable Map<String, Object> bind(
      @Nullable Object[] args, Map<String, Object> named, boolean strict) {
    Map<String, Object> given = new HashMap<>();
    int next = 0;
    int used = 0;
    for (Param p : parameters) {
      if (p.isSpread) {
        List<@Nullable Object> rest = new ArrayList<>();
        for (; next < args.length; next++) {
          if (!p.takes(args[next], strict)) {
            return null;
          }
          rest.add(LibraryTypes.fitted(p.type, args[next]));
        }
        given.put(p.name, new JavaTemplate.Spread(rest));
        continue;
      }
      if (p.isKeywords) {
        PyDict<String, Object> rest = new PyDict<>(named);
        parameters.forEach(other -> rest.remove(other.name));
        used += rest.size();
        given.put(p.name, rest);
        continue;
      }
      boolean isPlaced = !p.isKeywordOnly && next < args.length;
      boolean isNamed = named.containsKey(p.name);
      if (isPlaced && isNamed) {
        return null;
      }
      if (isPlaced || isNamed) {
        Object value = isPlaced ? args[next++] : named.get(p.name);
        used += isNamed ? 1 : 0;
        if (!p.takes(value, strict)) {
          return null;
        }
        given.put(p.name, LibraryTypes.fitted(p.type, value));
      } else if (p.fallback == null) {
        return null;
      } else {
        given.put(p.name, p.isLeftOut ? JavaTemplate.LEFT_OUT : p.fallback.evaluate(Map.of()));
      }
    }
    if (next < args.length || used < named.size()) {
      return null;
    }
    defer(given);
    return given;
  }
}
