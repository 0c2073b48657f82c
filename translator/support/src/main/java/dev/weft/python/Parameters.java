package dev.weft.python;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a function, and how arguments find them. Written as Python writes them, with an
 * empty {@code =} behind those that have a default: {@code "a, /, b=, *args, c, d=, **rest"}.
 */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; a marker is compared.
final class Parameters {
  private static final Map<String, Parameters> PARSED = new ConcurrentHashMap<>();
  private static final Object MISSING = new Object();

  private final List<String> names = new ArrayList<>();
  private final Set<Integer> optional = new LinkedHashSet<>();
  private int positionalOnly;
  private int positional;
  private int keywordOnlyFrom;
  private int spread = -1;
  private int rest = -1;

  private Parameters(String text) {
    boolean named = false;
    for (String raw : text.isBlank() ? new String[0] : text.split(",", -1)) {
      String part = raw.strip();
      if (part.equals("/")) {
        positionalOnly = names.size();
      } else if (part.equals("*")) {
        named = true;
      } else if (part.startsWith("**")) {
        rest = names.size();
        names.add(part.substring(2));
      } else if (part.startsWith("*")) {
        spread = names.size();
        names.add(part.substring(1));
        named = true;
      } else {
        if (part.endsWith("=")) {
          optional.add(names.size());
          part = part.substring(0, part.length() - 1);
        }
        if (!named) {
          positional = names.size() + 1;
        }
        names.add(part);
      }
    }
    keywordOnlyFrom = spread >= 0 ? spread + 1 : positional;
  }

  static Parameters parse(String text) {
    return PARSED.computeIfAbsent(text, Parameters::new);
  }

  /** The defaults of the parameters that are given by position; None if there are none. */
  @Nullable Object positionalDefaults(@Nullable Object[] defaults) {
    List<Object> found = new ArrayList<>();
    int next = 0;
    for (int at : optional) {
      Object value = defaults[next++];
      if (at < positional) {
        found.add(value);
      }
    }
    return found.isEmpty() ? null : Ops.tuple(found);
  }

  /** The defaults of the parameters that are given by name; None if there are none. */
  @Nullable Object namedDefaults(@Nullable Object[] defaults) {
    PyDict<String, Object> found = new PyDict<>();
    int next = 0;
    for (int at : optional) {
      Object value = defaults[next++];
      if (at >= positional) {
        found.put(names.get(at), value);
      }
    }
    return found.isEmpty() ? null : found;
  }

  /** Names that callers may use, in order. */
  List<String> names() {
    return names;
  }

  /**
   * The values of all parameters, in order; defaults are those of the optional ones, in order.
   *
   * @param function what messages call the function
   * @param before how many more parameters and arguments messages count: one for a method
   */
  @Nullable Object[] bind(
      String function,
      int before,
      @Nullable Object[] args,
      Map<String, Object> named,
      @Nullable Object[] defaults) {
    Object[] values = new Object[names.size()];
    java.util.Arrays.fill(values, MISSING);
    int given = Math.min(args.length, positional);
    System.arraycopy(args, 0, values, 0, given);
    if (spread >= 0) {
      values[spread] =
          Tuple.copyOf(java.util.Arrays.asList(args).subList(given, Math.max(given, args.length)));
    }
    PyDict<String, Object> extra = new PyDict<>();
    if (rest >= 0) {
      values[rest] = extra;
    }
    List<String> wronglyNamed = new ArrayList<>();
    for (Map.Entry<String, Object> e : named.entrySet()) {
      int at = names.indexOf(e.getKey());
      boolean nameable = at >= positionalOnly && at != spread && at != rest;
      if (nameable) {
        if (values[at] != MISSING) {
          throw new Errors.TypeError(
              function + "() got multiple values for argument '" + e.getKey() + "'");
        }
        values[at] = e.getValue();
      } else if (rest >= 0) {
        extra.put(e.getKey(), e.getValue());
      } else if (at >= 0 && at < positionalOnly) {
        wronglyNamed.add(e.getKey());
      } else {
        throw new Errors.TypeError(
            function + "() got an unexpected keyword argument '" + e.getKey() + "'");
      }
    }
    if (!wronglyNamed.isEmpty()) {
      throw new Errors.TypeError(
          function
              + "() got some positional-only arguments passed as keyword arguments: '"
              + String.join(", ", wronglyNamed)
              + "'");
    }
    if (args.length > positional && spread < 0) {
      tooMany(function, before, args.length, values);
    }
    int next = 0;
    for (int at : optional) {
      Object value = defaults[next++];
      if (values[at] == MISSING) {
        values[at] = value;
      }
    }
    missing(function, values, 0, positional, "positional");
    missing(function, values, keywordOnlyFrom, names.size(), "keyword-only");
    return values;
  }

  private void tooMany(String function, int before, int args, Object[] values) {
    long optionals = optional.stream().filter(i -> i < positional).count();
    int given = before + args;
    int most = before + positional;
    String takes = optionals == 0 ? "" + most : "from " + (most - optionals) + " to " + most;
    long keywordOnly = 0;
    for (int i = keywordOnlyFrom; i < names.size(); i++) {
      keywordOnly += values[i] != MISSING && i != rest ? 1 : 0;
    }
    String were =
        keywordOnly > 0
            ? given
                + " positional argument"
                + (given == 1 ? "" : "s")
                + " (and "
                + keywordOnly
                + " keyword-only argument"
                + (keywordOnly == 1 ? "" : "s")
                + ") were given"
            : given + (given == 1 ? " was given" : " were given");
    throw new Errors.TypeError(
        function
            + "() takes "
            + takes
            + " positional argument"
            + (most == 1 && optionals == 0 ? "" : "s")
            + " but "
            + were);
  }

  private void missing(String function, Object[] values, int from, int to, String kind) {
    List<String> lacking = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (values[i] == MISSING) {
        lacking.add("'" + names.get(i) + "'");
      }
    }
    if (lacking.isEmpty()) {
      return;
    }
    int count = lacking.size();
    String list =
        count == 1
            ? lacking.get(0)
            : count == 2
                ? lacking.get(0) + " and " + lacking.get(1)
                : String.join(", ", lacking.subList(0, count - 1)) + ", and " + lacking.getLast();
    throw new Errors.TypeError(
        function
            + "() missing "
            + count
            + " required "
            + kind
            + " argument"
            + (count == 1 ? "" : "s")
            + ": "
            + list);
  }
}
