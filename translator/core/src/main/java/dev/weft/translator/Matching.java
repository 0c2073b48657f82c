package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Matches calls with signatures of the library. */
final class Matching {
  private Matching() {}

  /** Which argument goes to which parameter. */
  record Arguments(Map<Signature.Param, List<Expr>> byParam) {
    void each(BiConsumer<Signature.Param, Expr> action) {
      byParam.forEach((param, args) -> args.forEach(arg -> action.accept(param, arg)));
    }
  }

  /** How well arguments must fit: from one round over the overloads to the next, less. */
  private enum Strictness {
    /** A number that may be an int or a float stays one. */
    EXACT,
    /** What is unknown goes only where anything goes. */
    STRICT,
    /** What may be None counts as what it is else. */
    PRESENT,
    LOOSE
  }

  /** The first overload that takes a call; with unknown types only if none takes it for sure. */
  static @Nullable Signature select(List<Signature> overloads, Expr.Call call, ExprTypes exprs) {
    for (Strictness strictness : Strictness.values()) {
      boolean strict = strictness != Strictness.LOOSE;
      for (Signature s : overloads) {
        if (s.isAttribute()) {
          continue;
        }
        Arguments matched = exprs.calls.library.match(s, call);
        if (matched == null) {
          continue;
        }
        boolean[] all = {true};
        matched.each((param, arg) -> {
          Type type =
              arg instanceof Expr.Starred star
                  ? exprs.elementOf(exprs.seen(star.value()), false)
                  : exprs.seen(arg);
          // In the end, what nothing was seen to reach may be anything.
          Type open = type == Basic.NEVER && exprs.calls.library.settled ? Basic.OBJECT : type;
          all[0] &=
              strictness != Strictness.EXACT
                  || type != Basic.NUM
                  || (param.type() instanceof TypeForm.Plain p && p.type() == Basic.NUM);
          all[0] &=
              (param.type() instanceof TypeForm.Applied a && a.name().equals("bytesmode"))
                  ? (arg instanceof Expr.StringLiteral text && text.value().contains("b"))
                  : accepts(
                          param.type(),
                          strictness == Strictness.PRESENT ? Types.strip(open) : open,
                          strict)
                      && !(strict && exprs.calls.library.settled && isOpen(param.type(), type));
        });
        if (all[0]) {
          return s;
        }
      }
    }
    return null;
  }

  /** Whether items must be of one type, and nothing tells by now what is among those given. */
  static boolean isOpen(TypeForm form, Type type) {
    return form instanceof TypeForm.Applied a
        && a.name().equals("iter")
        && (a.args().get(0) instanceof TypeForm.Plain
            || (a.args().get(0) instanceof TypeForm.Applied item && item.args().isEmpty()))
        && type instanceof Generic g
        && !g.args().isEmpty()
        && Types.element(g) == Basic.NEVER;
  }

  static @Nullable Arguments match(Signature signature, Expr.Call call) {
    Map<Signature.Param, List<Expr>> byParam = new LinkedHashMap<>();
    List<Signature.Param> params = signature.params();
    int at = 0;
    for (Expr arg : call.arguments()) {
      if (at >= params.size()
          || params.get(at).isKeywords()
          || (params.get(at).isKeywordOnly() && !params.get(at).isSpread())) {
        return null;
      }
      Signature.Param param = params.get(at);
      if (arg instanceof Expr.Starred && !param.isSpread()) {
        return null;
      }
      byParam.computeIfAbsent(param, p -> new ArrayList<>()).add(arg);
      if (!param.isSpread()) {
        at++;
      }
    }
    for (Keyword keyword : call.keywords()) {
      Signature.Param param =
          params.stream()
              .filter(p -> p.name().equals(keyword.name()) && !p.isSpread() && !p.isKeywords())
              .findFirst()
              .orElseGet(() ->
                  params.stream().filter(Signature.Param::isKeywords).findFirst().orElse(null));
      if (param == null || (byParam.containsKey(param) && !param.isKeywords())) {
        return null;
      }
      byParam.computeIfAbsent(param, p -> new ArrayList<>()).add(keyword.value());
    }
    for (Signature.Param param : params) {
      if (!byParam.containsKey(param)
          && param.defaultJava() == null
          && !param.isSpread()
          && !param.isKeywords()) {
        return null;
      }
    }
    return new Arguments(byParam);
  }

  /** Whether a parameter takes a value of a type; leniently, one that may turn out to fit. */
  static boolean accepts(TypeForm form, Type given, boolean strict) {
    boolean iterates = form instanceof TypeForm.Applied a && a.name().equals("iter");
    Type type = iterates ? given : Types.opaque(given);
    if (type == Basic.NEVER || (!strict && type == Basic.OBJECT)) {
      return true;
    }
    return switch (form) {
      case TypeForm.Any a -> true;
      case TypeForm.Param p -> true;
      case TypeForm.Maybe m -> type == Basic.NONE || accepts(m.inner(), Types.strip(type), strict);
      case TypeForm.Plain p -> acceptsPlain(p.type(), strict ? type : Types.strip(type), strict);
      case TypeForm.Function f ->
          (type instanceof Type.Func g && g.params().size() == f.params().size())
              || type instanceof Type.Callable
              || (!strict && type instanceof Instance i && i.type().method("__call__") != null);
      case TypeForm.Applied a ->
          acceptsApplied(a, Types.strip(type)) && acceptsElements(a, Types.strip(type));
    };
  }

  /** Java's type arguments are exact, so a plain one must be met exactly. */
  private static boolean acceptsElements(TypeForm.Applied form, Type type) {
    if (form.args().size() != 1 || !form.name().equals("iter")) {
      return true;
    }
    Type element = Types.element(type);
    return switch (form.args().get(0)) {
      case TypeForm.Plain p -> element == Basic.NEVER || element.equals(p.type());
      case TypeForm.Applied a when a.name().equals("tuple") ->
          element == Basic.NEVER || acceptsApplied(a, Types.strip(element));
      case TypeForm.Applied a when a.args().isEmpty() ->
          element == Basic.NEVER || acceptsApplied(a, Types.strip(element));
      case TypeForm.Applied a when a.name().equals("task") || a.name().equals("future") ->
          !(Types.strip(element) instanceof Generic g) || acceptsApplied(a, g);
      default -> true;
    };
  }

  private static boolean acceptsPlain(Type wanted, Type type, boolean strict) {
    if (wanted == Basic.OBJECT || wanted.equals(type)) {
      return true;
    }
    if (wanted == Basic.FLOAT) {
      return Types.isNumber(type) || type == Basic.BOOL;
    }
    if (wanted == Basic.NUM) {
      return Types.isNumber(type) || type == Basic.BOOL;
    }
    if (wanted == Basic.INT) {
      return type == Basic.BOOL || (!strict && type == Basic.NUM);
    }
    return false;
  }

  private static boolean acceptsApplied(TypeForm.Applied form, Type type) {
    if (form.name().equals("call") || form.name().equals("arguments")) {
      return true;
    }
    if (type instanceof Generic g) {
      if (g.name().equals(form.name())) {
        if (form.name().equals("tuple") && g.args().size() != form.args().size()) {
          return false;
        }
        return true;
      }
      if (form.name().equals("iter")) {
        return Types.element(g) != Basic.OBJECT || isIterable(g.name());
      }
      if (form.name().equals("awaitable")) {
        return Types.isFuture(g);
      }
      return form.name().equals("future") && g.name().equals("task");
    }
    if (form.name().equals("iter")) {
      return type == Basic.STR || type == Basic.BYTES || isUserIterable(type);
    }
    if (form.name().equals("type")) {
      return type instanceof Type.ClassRef;
    }
    if (type instanceof Instance i && form.name().equals(i.type().libraryBase())) {
      return true;
    }
    ClassInfo exception = Library.get().exception(form.name());
    if (exception != null) {
      return type instanceof Instance i && i.type().isSubclassOf(exception);
    }
    return false;
  }

  private static boolean isUserIterable(Type type) {
    return type instanceof Instance i
        && (i.type().method("__iter__") != null
            || i.type().method("__getitem__") != null
            || i.type().isNamedTuple);
  }

  static boolean isIterable(String name) {
    return switch (name) {
      case "list",
          "set",
          "frozenset",
          "dict",
          "tuple",
          "vartuple",
          "iter",
          "deque",
          "range",
          "generator" ->
          true;
      default -> false;
    };
  }
}
