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

  /** A function like {@code len} as a value that says what is wrong with a call. */
  public static PyCallable function(String name) {
    return BuiltinFunction.named(name);
  }

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
          if (given.isEmpty()) {
            throw new Errors.TypeError(
                (max ? "max" : "min") + " expected at least 1 argument, got 0");
          }
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

  static @Nullable Object invoke(Object on, String name, @Nullable Object[] args) {
    if (args.length > 0) {
      Errors.TypeError mistake = ArgumentCounts.mistake(on, name, args.length);
      if (mistake != null) {
        throw mistake;
      }
    }
    try {
      return known(on, name, args);
    } catch (ArrayIndexOutOfBoundsException e) {
      Errors.TypeError mistake = ArgumentCounts.mistake(on, name, args.length);
      throw mistake == null ? e : mistake;
    }
  }

  @SuppressWarnings("unchecked") // Any element may be given.
  private static @Nullable Object known(Object on, String name, @Nullable Object[] args) {
    if (on instanceof PyDict<?, ?> d) {
      return dict((Map<Object, Object>) (Map<?, ?>) d, name, args);
    }
    return switch (on) {
      case String s -> string(s, name, args);
      case Number n -> number(n, name, args);
      case Boolean b -> number(b ? 1L : 0L, name, args);
      case PyEnum e when e.value() instanceof String s && e.isValue() -> string(s, name, args);
      case Map<?, ?> m -> dict((Map<Object, Object>) m, name, args);
      case Deque<?> d when name.equals("copy") || name.equals("remove") -> UNKNOWN;
      case List<?> l when name.equals("index") && args.length > 1 -> UNKNOWN;
      case FixedTuple t when name.equals("index") && args.length > 1 -> UNKNOWN;
      case Set<?> s when args.length > 1 || (args.length == 0 && TAKES_SETS.contains(name)) ->
          UNKNOWN;
      case Tuple<?> t when !name.equals("index") && !name.equals("count") -> UNKNOWN;
      case List<?> l -> list((List<Object>) l, name, args);
      case FixedTuple t when !name.equals("index") && !name.equals("count") -> UNKNOWN;
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

  /** Methods of sets that take any number of others. */
  private static final Set<String> TAKES_SETS =
      Set.of("update", "union", "intersection", "difference");

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

  /** A place in a text that may be given. */
  private static @Nullable Long place(@Nullable Object[] a, int index) {
    return index < a.length && a[index] != null ? (Long) Numbers.toLong(a[index]) : null;
  }

  private static @Nullable Object string(String s, String name, @Nullable Object[] a) {
    return switch (name) {
      case "upper" -> Strs.upper(s);
      case "lower" -> Strs.lower(s);
      case "title" -> Strs.title(s);
      case "strip" -> TextArguments.strip(s, a.length > 0 ? a[0] : null);
      case "split" ->
          TextArguments.split(
              s, a.length > 0 ? a[0] : null, a.length > 1 ? Numbers.toLong(a[1]) : -1);
      case "startswith" -> TextSearch.startsWith(s, a[0], place(a, 1), place(a, 2));
      case "endswith" -> TextSearch.endsWith(s, a[0], place(a, 1), place(a, 2));
      case "join" -> TextArguments.join(s, a[0]);
      case "replace" ->
          TextArguments.replace(s, a[0], a[1], a.length > 2 ? Numbers.toLong(a[2]) : -1);
      case "isdigit" -> Strs.isDigit(s);
      case "isalpha" -> Strs.isAlpha(s);
      case "isupper" -> Strs.isUpper(s);
      case "islower" -> Strs.isLower(s);
      case "capitalize" -> Strs.capitalize(s);
      case "lstrip" -> TextArguments.lstrip(s, a.length > 0 ? a[0] : null);
      case "rstrip" -> TextArguments.rstrip(s, a.length > 0 ? a[0] : null);
      case "find" -> TextArguments.find(s, a[0], place(a, 1), place(a, 2));
      case "count" -> TextArguments.count(s, a[0], place(a, 1), place(a, 2));
      case "ljust" -> TextArguments.ljust(s, Numbers.toLong(a[0]), a.length > 1 ? a[1] : " ");
      case "rjust" -> TextArguments.rjust(s, Numbers.toLong(a[0]), a.length > 1 ? a[1] : " ");
      case "center" -> TextArguments.center(s, Numbers.toLong(a[0]), a.length > 1 ? a[1] : " ");
      case "zfill" -> Strs.zfill(s, Numbers.toLong(a[0]));
      case "splitlines" -> Strs.lines(s, a.length > 0 && Py.truth(a[0]));
      case "isnumeric" -> Strs.isNumeric(s);
      case "isdecimal" -> Strs.isDecimal(s);
      case "istitle" -> Strs.isTitle(s);
      case "isidentifier" -> Strs.isIdentifier(s);
      case "isascii" -> Strs.isAscii(s);
      case "isprintable" -> Strs.isPrintable(s);
      case "expandtabs" -> Strs.expandTabs(s, a.length > 0 ? Numbers.toLong(a[0]) : 8);
      case "rsplit" ->
          TextArguments.rsplit(
              s, a.length > 0 ? a[0] : null, a.length > 1 ? Numbers.toLong(a[1]) : -1);
      case "partition" -> TextArguments.partition(s, a[0]);
      case "rpartition" -> TextArguments.rpartition(s, a[0]);
      case "swapcase" -> Strs.swapcase(s);
      case "translate" -> TextWrap.translate(s, Py.<Map<?, ?>>cast(a[0]));
      case "casefold" -> Strs.casefold(s);
      case "isalnum" -> Strs.isAlnum(s);
      case "isspace" -> Strs.isSpace(s);
      case "rfind" -> TextArguments.rfind(s, a[0], place(a, 1), place(a, 2));
      case "index" -> TextArguments.index(s, a[0], place(a, 1), place(a, 2));
      case "rindex" -> TextArguments.rindex(s, a[0], place(a, 1), place(a, 2));
      case "removeprefix" -> TextArguments.removePrefix(s, a[0]);
      case "removesuffix" -> TextArguments.removeSuffix(s, a[0]);
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
        if (a.length > 0) {
          Dicts.update(m, a[0]);
        }
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
