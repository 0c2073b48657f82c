package dev.weft.python;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods of builtin types that programs call on values of unknown type. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class Builtin {
  static final Object UNKNOWN = new Object();

  private Builtin() {}

  /** {@code print} as a value. */
  public static PyCallable print() {
    return Function.of(
        "print",
        "*values, sep=, end=, file=, flush=",
        a -> {
          String separator = a[1] == null ? null : Py.str(a[1]);
          String end = a[2] == null ? null : Py.str(a[2]);
          Object[] values = Iters.<@Nullable Object>array(Iters.of(a[0]));
          if (a[3] == null) {
            Py.printWith(separator, end, values);
          } else {
            Dyn.invoke(a[3], "write", Py.printed(separator, end, values));
          }
          return null;
        },
        null,
        null,
        null,
        false);
  }

  /** {@code min} or {@code max} as a value. */
  public static Function extreme(boolean max) {
    return Function.of(
        max ? "max" : "min",
        "*values, key=, default=",
        a -> {
          List<Object> given = Py.cast(a[0]);
          Iterable<Object> values = given.size() == 1 ? Iters.of(given.get(0)) : given;
          if (given.size() == 1 && a[2] != Py.ELLIPSIS && !values.iterator().hasNext()) {
            return a[2];
          }
          Fn1<Object, Object> key = a[1] == null ? x -> x : Calls.fn1(a[1]);
          return max ? Iters.max(values, key) : Iters.min(values, key);
        },
        null,
        Py.ELLIPSIS);
  }

  @SuppressWarnings("unchecked") // Any element may be given.
  static @Nullable Object invoke(Object on, String name, @Nullable Object[] args) {
    if (on instanceof PyDict<?, ?> d) {
      return dict((Map<Object, Object>) (Map<?, ?>) d, name, args);
    }
    return switch (on) {
      case String s -> string(s, name, args);
      case Number n -> number(n, name, args);
      case Boolean b -> number(b ? 1L : 0L, name, args);
      case PyEnum e when e.value() instanceof String s && e.toString().equals(s) ->
          string(s, name, args);
      case Map<?, ?> m -> dict((Map<Object, Object>) m, name, args);
      case List<?> l -> list((List<Object>) l, name, args);
      case Set<?> s -> set((Set<Object>) s, name, args);
      case FixedTuple t -> list((List<Object>) (List<?>) t.values(), name, args);
      case NamedTuple t when name.equals("index") || name.equals("count") ->
          list(t.values(), name, args);
      case Task<?> t when name.equals("cancel") -> t.cancel(args.length > 0 ? args[0] : null);
      case Future<?> f when name.equals("result") -> f.result();
      case Future<?> f when name.equals("done") -> f.isDone();
      default -> UNKNOWN;
    };
  }

  private static @Nullable Object number(Number n, String name, @Nullable Object[] args) {
    if (n instanceof Double d) {
      return switch (name) {
        case "is_integer" -> Numbers.isInteger(d);
        case "hex" -> Double.toHexString(d);
        case "conjugate" -> d;
        case "as_integer_ratio" -> Fraction.parse(d).pair();
        default -> UNKNOWN;
      };
    }
    return switch (name) {
      case "bit_length" -> Numbers.bitLength(n);
      case "bit_count" -> (long) Numbers.integer(n).abs().bitCount();
      case "is_integer" -> true;
      case "conjugate" -> n;
      case "as_integer_ratio" -> new Tuple2<>(n, 1L);
      case "to_bytes" ->
          Bytes.ofInt(
              n,
              args.length > 0 ? Numbers.toLong(args[0]) : 1,
              args.length > 1 ? Py.str(args[1]) : "big",
              false);
      default -> UNKNOWN;
    };
  }

  /** Whether a builtin type has a method of that name; for bound methods. */
  static boolean has(Object on, String name) {
    return switch (on) {
      case String s -> METHODS.get("str").contains(name);
      case Map<?, ?> m -> METHODS.get("dict").contains(name);
      case List<?> l -> METHODS.get("list").contains(name);
      case Set<?> s -> METHODS.get("set").contains(name);
      default -> false;
    };
  }

  /** What the parameters of methods are called that programs name. */
  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "popitem", List.of("last"),
          "move_to_end", List.of("key", "last"),
          "split", List.of("sep", "maxsplit"),
          "rsplit", List.of("sep", "maxsplit"),
          "encode", List.of("encoding", "errors"),
          "decode", List.of("encoding", "errors"),
          "splitlines", List.of("keepends"));

  /** The arguments of a method in order; null where a name is none of its parameters. */
  static @Nullable Object @Nullable [] inOrder(
      String name, @Nullable Object[] args, Map<String, ?> named) {
    List<String> parameters = PARAMETERS.getOrDefault(name, List.of());
    int last = args.length - 1;
    for (String given : named.keySet()) {
      int at = parameters.indexOf(given);
      if (at < args.length) {
        return null;
      }
      last = Math.max(last, at);
    }
    // A gap cannot be filled: what stands there by default is the method's own matter.
    if (last + 1 != args.length + named.size()) {
      return null;
    }
    @Nullable Object[] all = java.util.Arrays.copyOf(args, last + 1);
    named.forEach((given, value) -> all[parameters.indexOf(given)] = value);
    return all;
  }

  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "str",
          Set.of(
              "upper lower title strip split startswith endswith join replace isdigit isalpha isupper islower capitalize lstrip rstrip find count ljust rjust center zfill splitlines rsplit partition rpartition swapcase casefold isalnum isspace rfind index removeprefix removesuffix encode format"
                  .split(" ")),
          "dict",
          Set.of("get items keys values pop update copy clear setdefault popitem".split(" ")),
          "list",
          Set.of("append extend sort reverse clear remove insert pop index count copy".split(" ")),
          "set",
          Set.of(
              "add discard remove union intersection difference issubset issuperset isdisjoint update pop clear copy"
                  .split(" ")));

  private static @Nullable Object string(String s, String name, @Nullable Object[] a) {
    return switch (name) {
      case "upper" -> Strs.upper(s);
      case "lower" -> Strs.lower(s);
      case "title" -> Strs.title(s);
      case "strip" -> Strs.strip(s, a.length > 0 ? (String) a[0] : null);
      case "split" ->
          Strs.split(
              s, a.length > 0 ? (String) a[0] : null, a.length > 1 ? Numbers.toLong(a[1]) : -1);
      case "startswith" -> Strs.startsWith(s, a[0]);
      case "endswith" -> Strs.endsWith(s, a[0]);
      case "join" -> Strs.join(s, Iters.of(a[0]));
      case "replace" ->
          Strs.replace(s, (String) Py.<Object>cast(a[0]), (String) Py.<Object>cast(a[1]), -1);
      case "isdigit" -> Strs.isDigit(s);
      case "isalpha" -> Strs.isAlpha(s);
      case "isupper" -> Strs.isUpper(s);
      case "islower" -> Strs.isLower(s);
      case "capitalize" -> Strs.capitalize(s);
      case "lstrip" -> Strs.lstrip(s, a.length > 0 ? (String) a[0] : null);
      case "rstrip" -> Strs.rstrip(s, a.length > 0 ? (String) a[0] : null);
      case "find" -> Strs.find(s, (String) Py.<Object>cast(a[0]), 0);
      case "count" -> Strs.count(s, (String) Py.<Object>cast(a[0]));
      case "ljust" -> Strs.ljust(s, Numbers.toLong(a[0]), a.length > 1 ? Py.str(a[1]) : " ");
      case "rjust" -> Strs.rjust(s, Numbers.toLong(a[0]), a.length > 1 ? Py.str(a[1]) : " ");
      case "center" -> Strs.center(s, Numbers.toLong(a[0]), a.length > 1 ? Py.str(a[1]) : " ");
      case "zfill" -> Strs.zfill(s, Numbers.toLong(a[0]));
      case "splitlines" -> Strs.lines(s);
      case "rsplit" ->
          Strs.rsplit(
              s, a.length > 0 ? (String) a[0] : null, a.length > 1 ? Numbers.toLong(a[1]) : -1);
      case "partition" -> Strs.partition(s, Py.str(a[0]));
      case "rpartition" -> Strs.rpartition(s, Py.str(a[0]));
      case "swapcase" -> Strs.swapcase(s);
      case "translate" -> TextWrap.translate(s, Py.<Map<?, ?>>cast(a[0]));
      case "casefold" -> Strs.lower(s);
      case "isalnum" -> Strs.isAlnum(s);
      case "isspace" -> Strs.isSpace(s);
      case "rfind" -> Strs.rfind(s, Py.str(a[0]));
      case "index" -> Strs.index(s, Py.str(a[0]));
      case "removeprefix" -> Strs.removePrefix(s, Py.str(a[0]));
      case "removesuffix" -> Strs.removeSuffix(s, Py.str(a[0]));
      case "encode" -> Bytes.encode(s, a.length > 0 ? Py.str(a[0]) : "utf-8");
      case "format" -> Format.format(s, java.util.Arrays.asList(a), Map.of());
      default -> UNKNOWN;
    };
  }

  private static @Nullable Object dict(Map<Object, Object> m, String name, @Nullable Object[] a) {
    return switch (name) {
      case "get" -> Dicts.getOr(m, a[0], a.length > 1 ? a[1] : null);
      case "items" -> Dicts.items(m);
      case "keys" -> m.keySet();
      case "values" -> m.values();
      case "pop" -> a.length > 1 ? Dicts.popOr(m, a[0], a[1]) : Dicts.pop(m, a[0]);
      case "update" -> {
        m.putAll(Py.<Map<Object, Object>>cast(a[0]));
        yield null;
      }
      case "most_common" ->
          Dicts.mostCommon(
              Py.<Map<Object, Long>>cast(m), a.length > 0 ? (Long) Numbers.toLong(a[0]) : null);
      case "move_to_end" -> {
        Dicts.moveToEnd(m, a[0], a.length < 2 || Py.truth(a[1]));
        yield null;
      }
      case "elements" -> Counts.elements(m);
      case "copy" -> new PyDict<>(m);
      case "setdefault" -> Dicts.setDefault(m, a[0], a.length > 1 ? a[1] : null);
      case "popitem" -> a.length == 0 || Py.truth(a[0]) ? Dicts.popItem(m) : Dicts.popFirst(m);
      case "clear" -> {
        m.clear();
        yield null;
      }
      default -> UNKNOWN;
    };
  }

  private static @Nullable Object list(List<Object> l, String name, @Nullable Object[] a) {
    switch (name) {
      case "append" -> l.add(Py.<Object>cast(a[0]));
      case "extend" -> Iters.addAll(l, Iters.of(a[0]));
      case "sort" -> Lists.sort(l, false);
      case "reverse" -> Lists.reverse(l);
      case "clear" -> l.clear();
      case "remove" -> Lists.remove(l, a[0]);
      case "insert" -> Lists.insert(l, Numbers.toLong(a[0]), a[1]);
      case "pop" -> {
        return Lists.pop(l, a.length > 0 ? Numbers.toLong(a[0]) : -1);
      }
      case "index" -> {
        return Lists.indexOf(l, a[0]);
      }
      case "count" -> {
        return Lists.count(l, a[0]);
      }
      case "copy" -> {
        return Lists.copy(l);
      }
      default -> {
        return UNKNOWN;
      }
    }
    return null;
  }

  private static @Nullable Object set(Set<Object> s, String name, @Nullable Object[] a) {
    switch (name) {
      case "add" -> s.add(Py.<Object>cast(a[0]));
      case "discard" -> s.remove(a[0]);
      case "remove" -> Sets.remove(s, a[0]);
      case "update" -> Iters.addAll(s, Iters.of(a[0]));
      case "clear" -> s.clear();
      case "union" -> {
        return Sets.union(s, new PySet<>(Iters.<Object>of(a[0])));
      }
      case "intersection" -> {
        return Sets.intersection(s, new PySet<>(Iters.<Object>of(a[0])));
      }
      case "difference" -> {
        return Sets.difference(s, new PySet<>(Iters.<Object>of(a[0])));
      }
      case "issubset" -> {
        return Sets.isSubset(s, Iters.of(a[0]));
      }
      case "issuperset" -> {
        return Sets.isSubset(new PySet<>(Iters.<Object>of(a[0])), s);
      }
      case "isdisjoint" -> {
        return Sets.isDisjoint(s, Iters.of(a[0]));
      }
      case "pop" -> {
        return Sets.pop(s);
      }
      case "copy" -> {
        return new PySet<>(s);
      }
      default -> {
        return UNKNOWN;
      }
    }
    return null;
  }
}
