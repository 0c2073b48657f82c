package dev.weft.python;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function of Python's own as a value that says what is wrong with a call. */
@SuppressWarnings("NullAway") // None is null.
final class BuiltinFunction implements PyCallable, Repr {
  /** What it does with positional and named arguments, of which there are as many as it takes. */
  private interface Body {
    @Nullable Object run(@Nullable Object[] args, Map<String, Object> named);
  }

  private static final Map<String, BuiltinFunction> ALL =
      Map.ofEntries(
          of("abs", a -> Ops.abs(a)),
          of("all", a -> Iters.all(Iters.of(a))),
          of("any", a -> Iters.any(Iters.of(a))),
          of("ascii", a -> Py.ascii(a)),
          of("bin", a -> Format.of(a, "#b")),
          of("callable", a -> Py.callable(a)),
          of("chr", a -> Strs.chr(Numbers.toLong(a))),
          of("hash", a -> Py.hash(a)),
          of("hex", a -> Format.of(a, "#x")),
          of("len", a -> Py.len(a)),
          of("oct", a -> Format.of(a, "#o")),
          of("ord", a -> TextArguments.ord(a)),
          of("repr", a -> Py.repr(a)),
          of("divmod", 2, 2, Set.of(), (a, named) -> Ops.divmod(a[0], a[1])),
          of("pow", 2, 2, Set.of(), (a, named) -> Ops.pow(a[0], a[1])),
          of("reversed", 1, 1, Set.of(), (a, named) -> Lists.reversed(Iters.of(a[0]))),
          of(
              "round",
              1,
              2,
              Set.of("ndigits"),
              (a, named) -> Ops.round(a[0], a.length > 1 ? a[1] : named.get("ndigits"))),
          of(
              "sorted",
              1,
              1,
              Set.of("key", "reverse"),
              (a, named) ->
                  Lists.sortedBy(a[0], named.get("key"), named.getOrDefault("reverse", false))),
          of(
              "sum",
              1,
              2,
              Set.of("start"),
              (a, named) ->
                  Numbers.sum(
                      Iters.of(a[0]), a.length > 1 ? a[1] : named.getOrDefault("start", 0L))));

  private final String name;
  private final int least;
  private final int most;
  private final Set<String> keywords;
  private final Body body;

  private BuiltinFunction(String name, int least, int most, Set<String> keywords, Body body) {
    this.name = name;
    this.least = least;
    this.most = most;
    this.keywords = keywords;
    this.body = body;
  }

  private static Map.Entry<String, BuiltinFunction> of(String name, Fn1<Object, Object> body) {
    return of(name, 1, 1, Set.of(), (args, named) -> body.call(args[0]));
  }

  private static Map.Entry<String, BuiltinFunction> of(
      String name, int least, int most, Set<String> keywords, Body body) {
    return Map.entry(name, new BuiltinFunction(name, least, most, keywords, body));
  }

  static PyCallable named(String name) {
    BuiltinFunction found = ALL.get(name);
    if (found == null) {
      throw new Errors.NameError("name '" + name + "' is not defined");
    }
    return found;
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    return applyWith(args, Map.of());
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    for (String keyword : named.keySet()) {
      if (!keywords.contains(keyword)) {
        throw new Errors.TypeError(
            keywords.isEmpty()
                ? name + "() takes no keyword arguments"
                : "'" + keyword + "' is an invalid keyword argument for " + name + "()");
      }
    }
    if (args.length < least || args.length > most) {
      throw new Errors.TypeError(mistake(args.length));
    }
    return body.run(args, named);
  }

  /** Each group of functions says it in its own way. */
  private String mistake(int given) {
    return switch (name) {
      case "round", "sum" ->
          given > most
              ? name + "() takes at most " + most + " arguments (" + given + " given)"
              : name.equals("sum")
                  ? "sum() takes at least 1 positional argument (0 given)"
                  : "round() missing required argument 'number' (pos 1)";
      case "pow" ->
          given > 2
              ? "pow() takes at most 3 arguments (" + given + " given)"
              : "pow() missing required argument "
                  + List.of("'base' (pos 1)", "'exp' (pos 2)").get(given);
      case "divmod", "reversed", "sorted" ->
          name + " expected " + most + (most == 1 ? " argument" : " arguments") + ", got " + given;
      default -> name + "() takes exactly one argument (" + given + " given)";
    };
  }

  @Override
  public String repr() {
    return "<built-in function " + name + ">";
  }

  @Override
  public String toString() {
    return repr();
  }
}
