package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Func;
import dev.weft.translator.Type.FuncRef;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import dev.weft.translator.parser.Parameter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Calls that a library function makes later: of {@code loop.call_soon(f, *args)} the call {@code
 * f(*args)}. They are typed and lowered as if the program made them, inside a lambda.
 */
final class DeferredCalls {
  private final IdentityHashMap<Expr.Call, Expr.Call> made = new IdentityHashMap<>();

  /** The call that a library call makes later, if its signature says so. */
  Expr.@Nullable Call of(Signature signature, Matching.Arguments matched, Expr.Call call) {
    Signature.Param function = signature.deferred();
    if (function == null) {
      return null;
    }
    List<Expr> given = matched.byParam().get(function);
    if (given == null || isNone(given.get(0))) {
      return null;
    }
    return made.computeIfAbsent(call, c -> make(signature, matched, c, given.get(0)));
  }

  private static boolean isNone(Expr expr) {
    return expr instanceof Expr.NoneLiteral;
  }

  private static Expr.Call make(
      Signature signature, Matching.Arguments matched, Expr.Call call, Expr function) {
    List<Expr> arguments = new ArrayList<>();
    List<Keyword> keywords = new ArrayList<>();
    for (Signature.Param p : signature.params()) {
      List<Expr> values = matched.byParam().getOrDefault(p, List.of());
      if (p.isSpread()) {
        arguments.addAll(values);
      } else if (p.isKeywords()) {
        call.keywords().stream().filter(k -> values.contains(k.value())).forEach(keywords::add);
      } else if (isArguments(p) && !values.isEmpty()) {
        arguments.addAll(
            values.get(0) instanceof Expr.TupleDisplay t
                ? t.elements()
                : values.get(0) instanceof Expr.ListDisplay l
                    ? l.elements()
                    : List.of(new Expr.Starred(values.get(0).at(), values.get(0))));
      }
    }
    return new Expr.Call(call.at(), function, arguments, keywords);
  }

  /** Whether a parameter's values are arguments of the later call. */
  static boolean isPart(Signature signature, Signature.Param p) {
    return signature.deferred() != null
        && (p.isDeferred() || p.isSpread() || p.isKeywords() || isArguments(p));
  }

  /** A tuple of the arguments, as {@code threading.Thread(target=f, args=(1, 2))} takes it. */
  private static boolean isArguments(Signature.Param p) {
    return p.type() instanceof TypeForm.Applied a && a.name().equals("arguments");
  }

  /** The lambda that makes the call, for a place that takes one with or without a value. */
  static String lambda(Lowering lowering, Expr.Call later, boolean needsNone) {
    if (later.function() instanceof Expr.Lambda l
        && later.arguments().isEmpty()
        && later.keywords().isEmpty()) {
      FunctionInfo function = Objects.requireNonNull(lowering.module.functionOf.get(l));
      if (function.parameters.isEmpty()) {
        return lowering.functions.action(function, needsNone);
      }
    }
    JavaExpr call = called(lowering, later);
    return "() -> " + (needsNone && isVoid(call) ? "{\n" + call.code() + ";\n}" : call.code());
  }

  /** Whether it is the call of a Java method without a value. */
  private static boolean isVoid(JavaExpr call) {
    return call.type() == Basic.NONE && call.endsWith(")");
  }

  private static JavaExpr called(Lowering lowering, Expr.Call later) {
    boolean outer = lowering.calls.arguments().keepAll;
    lowering.calls.arguments().keepAll = true;
    JavaExpr call = lowering.calls.call(later);
    lowering.calls.arguments().keepAll = outer;
    return call;
  }

  /** The call that a partial function makes, with stand-ins for the arguments still to come. */
  private record Partial(Expr.Call later, List<Variable> open) {}

  private final IdentityHashMap<Expr.Call, Partial> partials = new IdentityHashMap<>();

  /**
   * The type of {@code functools.partial(f, ...)}: a function of the parameters left open; null if
   * only run time knows them.
   */
  @Nullable Type partialType(Expr.Call call, ExprTypes exprs) {
    if (exprs.inference.hasMisfits) {
      partials.remove(call);
      return null;
    }
    Partial partial = partials.get(call);
    if (partial == null) {
      List<Cell> open = open(call, exprs);
      if (open == null) {
        return exprs.value(call.arguments().get(0)) == Basic.NEVER ? Basic.NEVER : null;
      }
      partial = partial(call, open, exprs);
      partials.put(call, partial);
    }
    Type result = exprs.value(partial.later());
    Cell cell = exprs.inference.site(call, "partial");
    cell.add(result);
    return new Func(partial.open().stream().map(v -> v.cell).toList(), cell);
  }

  private static @Nullable List<Cell> open(Expr.Call call, ExprTypes exprs) {
    Expr function = call.arguments().get(0);
    int given = call.arguments().size() - 1;
    Type type = exprs.typeOf(function);
    if (type instanceof Type.ClassRef c && c.type().method("__init__") != null) {
      type = new FuncRef(Objects.requireNonNull(c.type().method("__init__")));
    }
    List<Cell> cells = new ArrayList<>();
    if (type instanceof FuncRef f) {
      List<Parameter> params = f.function().callerParameters();
      for (int i = given; i < params.size(); i++) {
        Parameter p = params.get(i);
        boolean named = call.keywords().stream().anyMatch(k -> p.name().equals(k.name()));
        if (p.kind() != Parameter.Kind.VAR_ARGS
            && p.kind() != Parameter.Kind.VAR_KEYWORDS
            && p.kind() != Parameter.Kind.KEYWORD_ONLY
            && p.defaultValue() == null
            && !named) {
          cells.add(Objects.requireNonNull(f.function().params.get(p.name())).cell);
        }
      }
      return cells;
    }
    if (type instanceof Type.LibRef l
        && Library.get().function(l.path()).stream()
            .anyMatch(s -> s.params().stream().anyMatch(Signature.Param::isSpread))) {
      return null;
    }
    Type value = Types.strip(exprs.value(function));
    if (value instanceof Func f) {
      return f.params().subList(Math.min(given, f.params().size()), f.params().size());
    }
    boolean isKnown = type instanceof Type.LibRef || type instanceof Type.ClassRef;
    return value == Basic.NEVER || !isKnown ? null : cells;
  }

  private static Partial partial(Expr.Call call, List<Cell> open, ExprTypes exprs) {
    List<Expr> arguments = new ArrayList<>(call.arguments().subList(1, call.arguments().size()));
    List<Variable> variables = new ArrayList<>();
    for (Cell cell : open) {
      Variable variable = new Variable("rest" + (variables.size() + 1), exprs.current);
      variable.isParameter = true;
      variable.bindings = 1;
      variable.cell.unify(cell);
      variables.add(variable);
      Expr.Name name = new Expr.Name(call.at(), variable.name);
      exprs.inference.module.names.put(name, new Symbol.Var(variable));
      arguments.add(name);
    }
    return new Partial(
        new Expr.Call(call.at(), call.arguments().get(0), arguments, call.keywords()), variables);
  }

  /** {@code functools.partial(f, ...)} as a lambda over what is evaluated now. */
  @Nullable JavaExpr partial(Expr.Call call, Lowering lowering) {
    Partial partial = partials.get(call);
    if (partial == null) {
      return null;
    }
    List<String> names = partial.open().stream().map(v -> lowering.body.name(v)).toList();
    JavaExpr made = called(lowering, partial.later());
    return JavaExpr.of(
        FunctionLowering.head(names)
            + (isVoid(made) ? "{\n" + made.code() + ";\nreturn null;\n}" : made.code()),
        JavaExpr.LOWEST,
        lowering.type(call));
  }
}
