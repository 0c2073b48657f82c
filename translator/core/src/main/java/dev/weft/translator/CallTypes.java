package dev.weft.translator;

import dev.weft.translator.FunctionInfo.Binding;
import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Func;
import dev.weft.translator.Type.FuncRef;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.Type.LibRef;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.Parameter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The types of calls, and the flow of arguments into parameters. */
final class CallTypes {
  private final ExprTypes exprs;

  /** Whether what is unknown by now stays so, and overloads are chosen all the same. */
  boolean settled;

  final DeferredCalls deferred = new DeferredCalls();

  /** The signature chosen for each call of the library. */
  private final IdentityHashMap<Expr, Signature> chosen = new IdentityHashMap<>();

  CallTypes(ExprTypes exprs) {
    this.exprs = exprs;
  }

  @Nullable Signature chosen(Expr.Call call) {
    return chosen.get(call);
  }

  Type call(Expr.Call call) {
    Type function = exprs.typeOf(call.function());
    if (call.function() instanceof Expr.Name n && n.id().equals("super")) {
      return exprs.current.owner != null && exprs.current.owner.base() != null
          ? new Instance(exprs.current.owner.base())
          : enclosingSuper();
    }
    return switch (Types.strip(function)) {
      case FuncRef f -> {
        userCall(f.function(), call);
        yield isManager(f.function())
            ? new Generic("manager", List.of(f.function().yielded))
            : f.function().callType();
      }
      case ClassRef c -> construct(c.type(), call);
      case LibRef l -> library(l.path(), call);
      case Func f -> {
        List<Type> args = arguments(call);
        if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Expr.Starred) {
          f.params().forEach(p -> p.add(args.get(0)));
        }
        for (int i = 0; i < Math.min(args.size(), f.params().size()); i++) {
          f.params().get(i).add(args.get(i));
        }
        yield f.result().type();
      }
      case Instance i when i.type().method("__call__") != null -> {
        FunctionInfo method = Objects.requireNonNull(i.type().method("__call__"));
        userCall(method, call);
        yield method.callType();
      }
      case Basic b when b == Basic.NEVER -> {
        arguments(call);
        yield b;
      }
      default -> method(call);
    };
  }

  private Type enclosingSuper() {
    for (FunctionInfo f = exprs.current; f != null; f = f.parent) {
      if (f.owner != null && f.owner.base() != null) {
        return new Instance(f.owner.base());
      }
    }
    return Basic.OBJECT;
  }

  static boolean isManager(FunctionInfo function) {
    return function.isContextManager;
  }

  private List<Type> arguments(Expr.Call call) {
    List<Type> types = new ArrayList<>();
    for (Expr arg : call.arguments()) {
      Type type = exprs.value(arg);
      types.add(arg instanceof Expr.Starred ? exprs.elementOf(type, false) : type);
    }
    call.keywords().forEach(k -> exprs.value(k.value()));
    return types;
  }

  /** A method of a library type or of something unknown. */
  private Type method(Expr.Call call) {
    if (call.function() instanceof Expr.Attribute a) {
      Type on = Types.strip(exprs.known(a.value()));
      List<Signature> overloads = methods(on, a.name());
      if (!overloads.isEmpty()) {
        return apply(overloads, on, call);
      }
      if (on == Basic.OBJECT) {
        return unknownMethod(a.name(), call);
      }
    }
    arguments(call);
    return Basic.OBJECT;
  }

  /** A method of something unknown is that of any class which has one of that name. */
  private Type unknownMethod(String name, Expr.Call call) {
    Type all = Basic.NEVER;
    boolean found = false;
    for (ClassInfo type : exprs.inference.module.classes) {
      FunctionInfo method = type.methods.get(name);
      if (method != null && !method.isProperty) {
        found = true;
        userCall(method, call);
        all = Types.join(all, method.callType());
      }
    }
    if (!found) {
      arguments(call);
      return Basic.OBJECT;
    }
    return all;
  }

  /** The name under which a type's methods are declared. */
  static @Nullable String receiverName(Type type) {
    return switch (type) {
      case Basic.STR -> "str";
      case Basic.INT -> "int";
      case Basic.FLOAT -> "float";
      case Basic.BOOL -> "int";
      case Basic.NUM -> "float";
      case Basic.BYTES -> "bytes";
      case Generic g -> g.name();
      case Instance i when i.type().isException -> "exception";
      default -> null;
    };
  }

  List<Signature> methods(Type on, String name) {
    String receiver = receiverName(on);
    if (receiver == null) {
      return List.of();
    }
    return Library.get().method(receiver, name).stream().filter(s -> !s.isAttribute()).toList();
  }

  @Nullable Signature attribute(Type on, String name) {
    String receiver = receiverName(on);
    return receiver == null
        ? null
        : Library.get().method(receiver, name).stream()
            .filter(Signature::isAttribute)
            .findFirst()
            .orElse(null);
  }

  Type libraryOperator(Type left, Operator op, Type right) {
    for (Signature s : methods(left, "__" + op.dunder() + "__")) {
      if (s.params().size() == 1 && Matching.accepts(s.params().get(0).type(), right, true)) {
        return new TypeForm.Bindings().type(s.result());
      }
    }
    return Basic.OBJECT;
  }

  private Type library(String path, Expr.Call call) {
    if (path.equals("dataclasses.replace") && !call.arguments().isEmpty()) {
      arguments(call);
      return exprs.value(call.arguments().get(0));
    }
    if (path.equals("functools.partial") && !call.arguments().isEmpty()) {
      arguments(call);
      return deferred.partialType(call, exprs);
    }
    if (path.equals("collections.defaultdict") && call.arguments().size() == 1) {
      Cell value = exprs.inference.site(call, "value");
      value.add(factory(call.arguments().get(0)));
      return new Generic("dict", List.of(exprs.inference.site(call, "key"), value));
    }
    List<Signature> overloads = Library.get().function(path);
    if (overloads.isEmpty()) {
      int dot = path.lastIndexOf('.');
      if (dot > 0 && !Library.get().isModule(path.substring(0, dot))) {
        overloads = Library.get().method(simple(path.substring(0, dot)), path.substring(dot + 1));
      }
    }
    if (overloads.isEmpty()) {
      arguments(call);
      return Basic.OBJECT;
    }
    Type result = apply(overloads, Basic.NONE, call);
    boolean exceptionsToo =
        path.equals("asyncio.gather")
            && call.keywords().stream()
                .anyMatch(k ->
                    "return_exceptions".equals(k.name())
                        && !(k.value() instanceof Expr.BoolLiteral b && !b.value()));
    if (exceptionsToo && result instanceof Generic g) {
      g.args().get(0).add(new Generic("list", List.of(new Cell(Basic.OBJECT))));
    }
    return result;
  }

  private static String simple(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private Type apply(List<Signature> overloads, Type on, Expr.Call call) {
    List<Type> args = arguments(call);
    if (!settled && args.contains(Basic.NEVER) && overloads.size() > 1) {
      return Basic.NEVER;
    }
    Signature signature = Matching.select(overloads, call, args, exprs);
    if (signature == null) {
      chosen.remove(call);
      return Basic.OBJECT;
    }
    chosen.put(call, signature);
    TypeForm.Bindings bindings = bindings(call);
    if (signature.receiver() != null) {
      bindings.flow(on, signature.receiver());
    }
    Matching.Arguments matched = Objects.requireNonNull(Matching.match(signature, call));
    // Functions last: what they are given comes from the other arguments.
    for (boolean functions : new boolean[] {false, true}) {
      matched.each((param, arg) -> {
        if (param.type() instanceof TypeForm.Function == functions) {
          Type type =
              arg instanceof Expr.Starred s
                  ? exprs.elementOf(exprs.value(s.value()), false)
                  : exprs.value(arg);
          bindings.flow(type, param.type());
        }
      });
    }
    Expr.Call later = deferred.of(signature, matched, call);
    if (later != null) {
      Type result = exprs.value(later);
      bindings.flow(
          result, ((TypeForm.Applied) Objects.requireNonNull(signature.deferred()).type()).args().get(0));
    }
    Type result = bindings.type(signature.result());
    return signature.isAsync() ? new Generic("coro", List.of(coroCell(call, result))) : result;
  }

  private Cell coroCell(Expr.Call call, Type result) {
    Cell cell = exprs.inference.site(call, "coro");
    cell.add(result);
    return cell;
  }

  private final IdentityHashMap<Expr, TypeForm.Bindings> bindings = new IdentityHashMap<>();

  /** The same variables on every pass, so that what the result grows by later is not lost. */
  private TypeForm.Bindings bindings(Expr.Call call) {
    return bindings.computeIfAbsent(call, c -> new TypeForm.Bindings());
  }

  private Type construct(ClassInfo type, Expr.Call call) {
    FunctionInfo init = type.method("__init__");
    if (type.isEnum || type.isLibrary()) {
      arguments(call);
    } else if (init != null) {
      userCall(init, call);
    } else if (type.isDataclass || type.isNamedTuple) {
      List<String> fields = PatternTypes.matchArgs(type);
      for (int i = 0; i < call.arguments().size(); i++) {
        Type arg = exprs.value(call.arguments().get(i));
        if (i < fields.size() && !(call.arguments().get(i) instanceof Expr.Starred)) {
          type.fieldOrNew(fields.get(i)).cell.add(arg);
        }
      }
      for (Keyword k : call.keywords()) {
        Type arg = exprs.value(k.value());
        if (k.name() != null) {
          type.fieldOrNew(k.name()).cell.add(arg);
        }
      }
    } else {
      arguments(call);
    }
    return new Instance(type);
  }

  /** Lets the arguments of a call flow into a function's parameters. */
  void userCall(FunctionInfo function, Expr.Call call) {
    function.isUsed = true;
    List<Parameter> params = function.callerParameters();
    boolean unbound =
        function.binding == Binding.SELF
            && call.function() instanceof Expr.Attribute a
            && exprs.known(a.value()) instanceof ClassRef;
    int at = unbound ? -1 : 0;
    for (Expr arg : call.arguments()) {
      if (arg instanceof Expr.Starred s) {
        Type element = exprs.elementOf(exprs.value(s.value()), false);
        for (int i = Math.max(at, 0); i < params.size(); i++) {
          if (params.get(i).kind() != Parameter.Kind.KEYWORD_ONLY
              && params.get(i).kind() != Parameter.Kind.VAR_KEYWORDS) {
            flow(function, params.get(i), element);
          }
        }
        continue;
      }
      Type type = exprs.value(arg);
      if (at >= 0 && at < params.size()) {
        Parameter p = params.get(at);
        if (p.kind() == Parameter.Kind.VAR_ARGS) {
          flow(function, p, type);
          continue;
        }
        flow(function, p, type);
      }
      at++;
    }
    for (Keyword k : call.keywords()) {
      Type type = exprs.value(k.value());
      Parameter target = null;
      for (Parameter p : params) {
        if ((p.name().equals(k.name()) && p.kind() != Parameter.Kind.POSITIONAL_ONLY)
            || (p.kind() == Parameter.Kind.VAR_KEYWORDS && target == null)) {
          target = p;
        }
      }
      if (k.name() == null) {
        Type value = Types.is(type, "dict") ? Types.arg(type, 1) : Basic.OBJECT;
        params.stream()
            .filter(p -> p.kind() != Parameter.Kind.VAR_ARGS)
            .forEach(p -> flow(function, p, value));
      } else if (target != null) {
        flow(function, target, type);
      }
    }
  }

  private void flow(FunctionInfo function, Parameter p, Type type) {
    switch (p.kind()) {
      case VAR_ARGS, VAR_KEYWORDS -> exprs.inference.site(p).add(type);
      default -> Objects.requireNonNull(function.params.get(p.name())).cell.add(type);
    }
  }

  /** A call that syntax makes, of a dunder method. */
  Type applyMethod(FunctionInfo method, List<Type> args) {
    List<Parameter> params = method.callerParameters();
    for (int i = 0; i < Math.min(args.size(), params.size()); i++) {
      flow(method, params.get(i), args.get(i));
    }
    return method.callType();
  }

  /** What calling a {@code default_factory} gives. */
  Type factory(Expr factory) {
    return switch (exprs.typeOf(factory)) {
      case LibRef l ->
          switch (l.path()) {
            case "builtins.list" ->
                new Generic("list", List.of(exprs.inference.site(factory, "0")));
            case "builtins.set" -> new Generic("set", List.of(exprs.inference.site(factory, "0")));
            case "builtins.dict" ->
                new Generic(
                    "dict",
                    List.of(
                        exprs.inference.site(factory, "0"), exprs.inference.site(factory, "1")));
            case "builtins.int" -> Basic.INT;
            case "builtins.float" -> Basic.FLOAT;
            case "builtins.str" -> Basic.STR;
            case "builtins.bool" -> Basic.BOOL;
            default -> {
              List<Signature> overloads = Library.get().function(l.path());
              yield overloads.isEmpty()
                  ? Basic.OBJECT
                  : bindings
                      .computeIfAbsent(factory, f -> new TypeForm.Bindings())
                      .type(overloads.get(0).result());
            }
          };
      case ClassRef c -> new Instance(c.type());
      case FuncRef f -> f.function().callType();
      case Func f -> f.result().type();
      default -> Basic.OBJECT;
    };
  }

  /** A library function as a value: {@code key=len}. */
  Type libraryValue(String path, Expr at) {
    List<Signature> overloads = Library.get().function(path);
    if (overloads.isEmpty()) {
      return Basic.OBJECT;
    }
    Signature signature = overloads.get(0);
    TypeForm.Bindings bound = bindings.computeIfAbsent(at, e -> new TypeForm.Bindings());
    List<Cell> params = new ArrayList<>();
    int number = 0;
    for (Signature.Param p : signature.params()) {
      if (p.defaultJava() == null && !p.isKeywordOnly() && !p.isSpread() && !p.isKeywords()) {
        Cell cell =
            p.type() instanceof TypeForm.Param v
                ? bound.of(v.name())
                : exprs.inference.site(at, "p" + number);
        bound.flow(cell.type(), p.type());
        params.add(cell);
        number++;
      }
    }
    if (params.isEmpty() && !signature.params().isEmpty()) {
      params.add(exprs.inference.site(at, "p0"));
    }
    Cell result = exprs.inference.site(at, "result");
    Type type = bound.type(signature.result());
    result.add(signature.isAsync() ? Types.generic("coro", type) : type);
    return new Func(params, result);
  }

  static Type instanceType(Type type) {
    return switch (type) {
      case ClassRef c -> new Instance(c.type());
      case LibRef l -> PatternTypes.builtin(l.path());
      default -> Basic.OBJECT;
    };
  }

  static @Nullable Integer literalIndex(Expr index, int size) {
    int at;
    if (index instanceof Expr.IntLiteral i) {
      at = i.value().intValue();
    } else if (index instanceof Expr.UnaryOp u
        && u.op() == Expr.Unary.MINUS
        && u.operand() instanceof Expr.IntLiteral i) {
      at = size - i.value().intValue();
    } else {
      return null;
    }
    return at >= 0 && at < size ? at : null;
  }
}
