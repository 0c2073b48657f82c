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
import dev.weft.translator.parser.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of calls, and the flow of arguments into parameters. */
final class CallTypes {
  private final ExprTypes exprs;

  final LibraryCallTypes library;
  final UnseenCalls unseen;

  CallTypes(ExprTypes exprs) {
    this.exprs = exprs;
    this.library = new LibraryCallTypes(exprs);
    this.unseen = new UnseenCalls(exprs);
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
        yield f.function().decoratedType();
      }
      case ClassRef c -> construct(c.type(), call);
      case LibRef l -> {
        FunctionInfo reversed = reversed(l.path(), call);
        yield reversed == null ? library.call(l.path(), call) : reversed.callType();
      }
      case Func f -> {
        misfits(f, f.params().size() != call.arguments().size(), call);
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
        for (FunctionInfo f : Set.copyOf(c.targets())) {
          userCall(f, call);
          misfits(c, !takes(f, call.arguments().size()), call);
        }
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

  /** The method that {@code reversed(x)} calls; null where it is no such call. */
  @Nullable FunctionInfo reversed(String path, Expr.Call call) {
    if (!path.equals("builtins.reversed") || call.arguments().size() != 1) {
      return null;
    }
    Type known = exprs.known(call.arguments().get(0));
    Type type = known == Basic.NEVER ? exprs.value(call.arguments().get(0)) : known;
    FunctionInfo method =
        Types.strip(type) instanceof Instance i ? i.type().method("__reversed__") : null;
    if (method != null) {
      method.isUsed = true;
    }
    return method;
  }

  /** What a call does not fit must know its name and its parameters, to tell what is wrong. */
  private void misfits(Type function, boolean misfit, Expr.Call call) {
    if (misfit
        && call.keywords().isEmpty()
        && call.arguments().stream().noneMatch(Expr.Starred.class::isInstance)) {
      exprs.name(function);
      if (!exprs.inference.hasMisfits) {
        exprs.inference.hasMisfits = true;
        Session.here().changes++;
        Session.here().stale = true;
      }
    }
  }

  private static boolean takes(FunctionInfo function, int count) {
    int least = 0;
    int most = 0;
    for (Parameter p : function.callerParameters()) {
      switch (p.kind()) {
        case VAR_ARGS -> most = Integer.MAX_VALUE;
        case VAR_KEYWORDS, KEYWORD_ONLY -> {}
        default -> {
          least += p.defaultValue() == null ? 1 : 0;
          most += most == Integer.MAX_VALUE ? 0 : 1;
        }
      }
    }
    return count >= least && count <= most;
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
    library.forget(call);
    if (call.function() instanceof Expr.Attribute a
        && (a.name().equals("remove") || a.name().equals("discard") || a.name().equals("index"))) {
      // Found by equality, which Java's own function objects do not have.
      call.arguments().forEach(arg -> exprs.name(exprs.value(arg)));
    }
    if (call.function() instanceof Expr.Attribute a) {
      Type on = Types.strip(Types.opaque(exprs.known(a.value())));
      List<Signature> overloads =
          a.name().equals("__init__") && on instanceof Instance i && i.type().libraryPath != null
              ? i.type().libraryMakers()
              : library.methods(on, a.name());
      if (on == Basic.STR && a.name().equals("format")) {
        arguments(call);
        return Basic.STR;
      }
      if (!overloads.isEmpty()) {
        return library.apply(overloads, on, call);
      }
      // Nothing will be known any more of what is not known by then.
      if (on == Basic.OBJECT || (on == Basic.NEVER && library.settled)) {
        return unseen.method(a.name(), call);
      }
      if (on instanceof Instance i && !i.type().isLibrary()) {
        // A class below may have it.
        unseen.method(a.name(), call);
        return Basic.OBJECT;
      }
    } else {
      arguments(call);
      unseen.call(call);
      return Basic.OBJECT;
    }
    arguments(call);
    return Basic.OBJECT;
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
    } else if (type.isMadeOfFields()) {
      List<String> fields = PatternTypes.parameters(type);
      for (int i = 0; i < call.arguments().size(); i++) {
        Type arg = exprs.seen(call.arguments().get(i));
        if (call.arguments().get(i) instanceof Expr.Starred s) {
          Type element = exprs.elementOf(exprs.seen(s.value()), false);
          fields.stream().skip(i).forEach(f -> type.fieldOrNew(f).cell.add(element));
        } else if (i < fields.size()) {
          type.fieldOrNew(fields.get(i)).cell.add(arg);
        }
      }
      for (Keyword k : call.keywords()) {
        Type arg = exprs.seen(k.value());
        if (k.name() != null && type.field(k.name()) != null) {
          type.fieldOrNew(k.name()).cell.add(arg);
        } else if (k.name() == null) {
          Type value = Types.is(arg, "dict") ? Types.arg(arg, 1) : Basic.OBJECT;
          fields.stream()
              .skip(call.arguments().size())
              .filter(f -> call.keywords().stream().noneMatch(other -> f.equals(other.name())))
              .forEach(f -> type.fieldOrNew(f).cell.add(value));
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
            && exprs.known(a.value()) instanceof ClassRef
            && !(exprs.known(a) instanceof ClassRef);
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
