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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of calls, and the flow of arguments into parameters. */
final class CallTypes {
  private final ExprTypes exprs;

  /** Whether what is unknown by now stays so, and overloads are chosen all the same. */
  boolean settled;

  final DeferredCalls deferred = new DeferredCalls();
  private final UnseenCalls unseen;

  /** The signature chosen for each call of the library. */
  private final IdentityHashMap<Expr, Signature> chosen = new IdentityHashMap<>();

  CallTypes(ExprTypes exprs) {
    this.exprs = exprs;
    this.unseen = new UnseenCalls(exprs);
  }

  /** How calls match signatures; depends on the shape of a call alone. */
  private final IdentityHashMap<Expr.Call, Map<Signature, Optional<Matching.Arguments>>> matches =
      new IdentityHashMap<>();

  Matching.@Nullable Arguments match(Signature signature, Expr.Call call) {
    return matches
        .computeIfAbsent(call, c -> new IdentityHashMap<>(4))
        .computeIfAbsent(signature, s -> Optional.ofNullable(Matching.match(s, call)))
        .orElse(null);
  }

  @Nullable Signature chosen(Expr.Call call) {
    return chosen.get(call);
  }

  Type call(Expr.Call call) {
    Type function = exprs.typeOf(call.function());
    if (isSuper(call.function())) {
      return inDynamicClass()
          ? Basic.OBJECT
          : exprs.current.owner != null && exprs.current.owner.base() != null
              ? new Instance(exprs.current.owner.base())
              : enclosingSuper();
    }
    Expr decorated = decorated(call);
    if (decorated != null) {
      return wrapped(decorated, call);
    }
    return switch (Types.strip(function)) {
      case FuncRef f -> {
        arguments(call);
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
      case Type.Callable c -> {
        arguments(call);
        Set.copyOf(c.targets()).forEach(f -> userCall(f, call));
        yield c.result().type();
      }
      case Instance i when i.type().method("__call__") != null -> {
        FunctionInfo method = Objects.requireNonNull(i.type().method("__call__"));
        arguments(call);
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

  /** What {@code wraps(f)(g)}, {@code cache(g)} and {@code lru_cache(maxsize=n)(g)} decorate. */
  @Nullable Expr decorated(Expr.Call call) {
    if (call.arguments().size() != 1) {
      return null;
    }
    String path = path(call.function());
    boolean direct = path.equals("functools.cache") || path.equals("functools.lru_cache");
    if (direct && Types.targets(exprs.value(call.arguments().get(0))).isEmpty()) {
      return null;
    }
    if (call.function() instanceof Expr.Call inner) {
      String maker = path(inner.function());
      return maker.equals("functools.wraps") || maker.equals("functools.lru_cache")
          ? call.arguments().get(0)
          : null;
    }
    return direct ? call.arguments().get(0) : null;
  }

  /** The dotted path of a name of the library; empty for anything else. */
  String path(Expr expr) {
    // What is known stays: seen from elsewhere, a name may not be narrowed.
    Type known = exprs.known(expr);
    Type type = known == Basic.NEVER ? exprs.typeOf(expr) : known;
    return type instanceof LibRef l ? l.path() : "";
  }

  private Type wrapped(Expr decorated, Expr.Call call) {
    if (call.function() instanceof Expr.Call inner) {
      arguments(inner);
      inner.arguments().forEach(a -> exprs.name(exprs.value(a)));
    }
    return switch (exprs.value(decorated)) {
      case Func f -> new Type.Callable(f.result(), f.targets());
      case Type.Callable c -> c;
      case Type t -> t == Basic.NEVER ? t : Basic.OBJECT;
    };
  }

  static boolean isSuper(Expr expr) {
    return expr instanceof Expr.Name n && n.id().equals("super");
  }

  private boolean inDynamicClass() {
    for (FunctionInfo f = exprs.current; f != null; f = f.parent) {
      if (f.isClassBody) {
        return true;
      }
      if (f.owner != null) {
        return false;
      }
    }
    return false;
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

  List<Type> arguments(Expr.Call call) {
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
    chosen.remove(call);
    if (call.function() instanceof Expr.Attribute a
        && (a.name().equals("remove") || a.name().equals("discard") || a.name().equals("index"))) {
      // Found by equality, which Java's own function objects do not have.
      call.arguments().forEach(arg -> exprs.name(exprs.value(arg)));
    }
    if (call.function() instanceof Expr.Attribute a) {
      Type on = Types.strip(exprs.known(a.value()));
      List<Signature> overloads = methods(on, a.name());
      if (on == Basic.STR && a.name().equals("format")) {
        arguments(call);
        return Basic.STR;
      }
      if (!overloads.isEmpty()) {
        return apply(overloads, on, call);
      }
      if (on == Basic.OBJECT) {
        return unseen.method(a.name(), call);
      }
    } else {
      arguments(call);
      unseen.call(call);
      return Basic.OBJECT;
    }
    arguments(call);
    return Basic.OBJECT;
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
      case Instance i -> i.type().libraryBase();
      default -> null;
    };
  }

  List<Signature> methods(Type on, String name) {
    String receiver = receiverName(on);
    if (receiver == null) {
      return List.of();
    }
    List<Signature> all = Library.get().method(receiver, name);
    for (Signature s : all) {
      if (s.isAttribute()) {
        return all.stream().filter(m -> !m.isAttribute()).toList();
      }
    }
    return all;
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
        return s.resultOn(left);
      }
    }
    for (Signature s : methods(right, "__r" + op.dunder() + "__")) {
      if (s.params().size() == 1 && Matching.accepts(s.params().get(0).type(), left, true)) {
        return s.resultOn(right);
      }
    }
    return Basic.OBJECT;
  }

  private Type library(String path, Expr.Call call) {
    if (path.equals("builtins.setattr")
        && call.arguments().size() == 3
        && call.arguments().get(1) instanceof Expr.StringLiteral name) {
      arguments(call);
      exprs.bindAttribute(
          new Expr.Attribute(call.at(), call.arguments().get(0), name.value()),
          exprs.value(call.arguments().get(2)));
    }
    if (path.equals("dataclasses.replace") && !call.arguments().isEmpty()) {
      arguments(call);
      return exprs.seen(call.arguments().get(0));
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
    Signature signature = Matching.select(overloads, call, exprs);
    if (signature == null) {
      chosen.remove(call);
      return Basic.OBJECT;
    }
    chosen.put(call, signature);
    TypeForm.Bindings bindings = bindings(call);
    if (signature.receiver() != null) {
      bindings.flow(on, signature.receiver());
    }
    Matching.Arguments matched = Objects.requireNonNull(match(signature, call));
    // Functions last: what they are given comes from the other arguments.
    for (boolean functions : new boolean[] {false, true}) {
      matched.each((param, arg) -> {
        if (param.type() instanceof TypeForm.Function == functions) {
          Type type =
              arg instanceof Expr.Starred s
                  ? exprs.elementOf(exprs.seen(s.value()), false)
                  : exprs.seen(arg);
          bindings.flow(type, param.type());
          if (param.type() instanceof TypeForm.Any && !HARMLESS.contains(signature.name())) {
            Types.targets(type).forEach(CallTypes::isCalledUnseen);
          }
        }
      });
    }
    Expr.Call later = deferred.of(signature, matched, call);
    if (later != null) {
      Type result = exprs.value(later);
      bindings.flow(
          result,
          ((TypeForm.Applied) Objects.requireNonNull(signature.deferred()).type()).args().get(0));
    }
    Type result = bindings.type(signature.result());
    return signature.isAsync() ? new Generic("coro", List.of(coroCell(call, result))) : result;
  }

  /** Library functions that take any value, and do not call it. */
  private static final Set<String> HARMLESS =
      Set.of(
          "print",
          "str",
          "repr",
          "callable",
          "isinstance",
          "getattr",
          "hasattr",
          "setattr",
          "id",
          "type",
          "hash",
          "len",
          "bool",
          "append",
          "add",
          "put",
          "put_nowait",
          "__name__");

  private static void isCalledUnseen(FunctionInfo function) {
    Types.escape(function);
    if (!function.isNamed) {
      function.isNamed = true;
      Types.stale = true;
    }
    for (Parameter p : function.callerParameters()) {
      if (p.kind() != Parameter.Kind.VAR_ARGS && p.kind() != Parameter.Kind.VAR_KEYWORDS) {
        Objects.requireNonNull(function.params.get(p.name())).cell.add(Basic.OBJECT);
      }
    }
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
    return construct(type, call, true);
  }

  /**
   * @param isNew whether the arguments have not been looked at yet; calls in calls in calls would
   *     otherwise be looked at again for each class
   */
  Type construct(ClassInfo type, Expr.Call call, boolean isNew) {
    if (isNew) {
      arguments(call);
    }
    FunctionInfo init = type.method("__init__");
    if (type.isEnum || type.isLibrary()) {
      return new Instance(type);
    }
    if (init != null) {
      userCall(init, call);
    } else if (type.isDataclass || type.isNamedTuple) {
      List<String> fields = PatternTypes.matchArgs(type);
      for (int i = 0; i < call.arguments().size(); i++) {
        Type arg = exprs.seen(call.arguments().get(i));
        if (i < fields.size() && !(call.arguments().get(i) instanceof Expr.Starred)) {
          type.fieldOrNew(fields.get(i)).cell.add(arg);
        }
      }
      for (Keyword k : call.keywords()) {
        Type arg = exprs.seen(k.value());
        if (k.name() != null && type.field(k.name()) != null) {
          type.fieldOrNew(k.name()).cell.add(arg);
        }
      }
    }
    return new Instance(type);
  }

  /** Lets the arguments of a call, which were looked at before, flow into the parameters. */
  void userCall(FunctionInfo function, Expr.Call call) {
    userCall(function, call, 0);
  }

  /** The same, with the first parameters filled otherwise. */
  void userCall(FunctionInfo function, Expr.Call call, int filled) {
    function.isUsed = true;
    List<Parameter> params = function.callerParameters();
    params = params.subList(Math.min(filled, params.size()), params.size());
    boolean unbound =
        function.binding == Binding.SELF
            && call.function() instanceof Expr.Attribute a
            && exprs.known(a.value()) instanceof ClassRef;
    int at = unbound ? -1 : 0;
    for (Expr arg : call.arguments()) {
      if (arg instanceof Expr.Starred s) {
        Type spread = exprs.seen(s.value());
        if (spread instanceof Generic g && g.name().equals("tuple") && at >= 0) {
          for (Cell part : g.args()) {
            if (at < params.size()) {
              flow(function, params.get(at), part.type());
              at += params.get(at).kind() == Parameter.Kind.VAR_ARGS ? 0 : 1;
            }
          }
          continue;
        }
        Type element = exprs.elementOf(spread, false);
        for (int i = Math.max(at, 0); i < params.size(); i++) {
          if (params.get(i).kind() != Parameter.Kind.KEYWORD_ONLY
              && params.get(i).kind() != Parameter.Kind.VAR_KEYWORDS) {
            flow(function, params.get(i), element);
          }
        }
        continue;
      }
      Type type =
          exprs.known(arg) instanceof LibRef l && Builtins.isType(l.path())
              ? Basic.OBJECT
              : exprs.seen(arg);
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
      Type type = exprs.seen(k.value());
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
            .filter(p ->
                p.kind() != Parameter.Kind.VAR_ARGS && p.kind() != Parameter.Kind.POSITIONAL_ONLY)
            .forEach(p -> flow(function, p, value));
      } else if (target != null) {
        flow(function, target, type);
      }
    }
  }

  private void flow(FunctionInfo function, Parameter p, Type type) {
    switch (p.kind()) {
      case VAR_ARGS, VAR_KEYWORDS ->
          exprs
              .inference
              .site(p)
              .add(type instanceof Func f ? new Type.Callable(f.result(), f.targets()) : type);
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
      case Type.Callable c -> c.result().type();
      default -> Basic.OBJECT;
    };
  }

  private static List<Signature.Param> required(Signature s) {
    return s.params().stream()
        .filter(p -> p.defaultJava() == null && !p.isKeywordOnly() && !p.isSpread())
        .toList();
  }

  /**
   * The overload that a library function stands for as a value: one that takes what it is given.
   */
  Signature asValue(List<Signature> overloads, Expr at) {
    Type given = exprs.inference.site(at, "p0").type();
    Signature first = null;
    for (Signature s : overloads) {
      List<Signature.Param> required =
          s.params().stream()
              .filter(p -> p.defaultJava() == null && !p.isKeywordOnly() && !p.isSpread())
              .toList();
      if (required.isEmpty()) {
        continue;
      }
      boolean alike =
          first == null
              || first.params().stream()
                      .filter(p -> p.defaultJava() == null && !p.isKeywordOnly() && !p.isSpread())
                      .count()
                  == 1;
      first = first == null ? s : first;
      if (alike
          && required.size() == 1
          && given != Basic.NEVER
          && Matching.accepts(required.get(0).type(), given, true)) {
        return s;
      }
    }
    // One that takes anything, where there is one and nothing says more.
    for (Signature s : overloads) {
      if (first != null
          && required(first).size() == 1
          && required(s).size() == 1
          && required(s).get(0).type() instanceof TypeForm.Any) {
        return s;
      }
    }
    return first == null ? overloads.get(0) : first;
  }

  /** Whether a function is given where it may be called with one value or with several. */
  boolean isVariadic(String path, Expr at) {
    return (path.equals("builtins.min") || path.equals("builtins.max"))
        && !exprs.inference.module.folding.contains(at);
  }

  /** A library function as a value: {@code key=len}. */
  Type libraryValue(String path, Expr at) {
    List<Signature> overloads = Library.get().function(path);
    if (overloads.isEmpty()) {
      return Basic.OBJECT;
    }
    if (isVariadic(path, at)) {
      Cell result = exprs.inference.site(at, "result");
      result.add(Basic.OBJECT);
      return new Type.Callable(result, new java.util.LinkedHashSet<>());
    }
    Signature signature = asValue(overloads, at);
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
