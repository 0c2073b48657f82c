package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Func;
import dev.weft.translator.Type.FuncRef;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.Type.LibRef;
import dev.weft.translator.parser.Clause;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The types of expressions. */
final class ExprTypes {
  final Inference inference;
  final OperatorTypes ops;
  final CallTypes calls;
  final AttributeTypes attributes;
  final NarrowedNames narrowed;
  private final IdentityHashMap<Expr, Type> types = new IdentityHashMap<>();

  /** The type variables of constants: the same ones each time they are met. */
  private final IdentityHashMap<Signature, TypeForm.Bindings> constants = new IdentityHashMap<>();

  FunctionInfo current;

  ExprTypes(Inference inference) {
    this.inference = inference;
    this.ops = new OperatorTypes(this);
    this.calls = new CallTypes(this);
    this.attributes = new AttributeTypes(this);
    this.narrowed = new NarrowedNames(inference);
    this.current = inference.module.body;
  }

  void startPass() {
    types.clear();
  }

  void enter(FunctionInfo function) {
    current = function;
  }

  void leave(FunctionInfo function, FunctionInfo outer) {
    current = outer;
  }

  void note(Expr expr, Type type) {
    types.put(expr, type);
  }

  /** What inference found; NEVER for code it never reached. */
  Type known(Expr expr) {
    return types.getOrDefault(expr, Basic.NEVER);
  }

  /** The type of an expression as a value: a named function becomes a function value. */
  Type value(Expr expr) {
    return decay(typeOf(expr), expr);
  }

  /** The same for an expression that was looked at just before, without going into it again. */
  Type seen(Expr expr) {
    return decay(known(expr), expr);
  }

  Type decay(Type type, Expr at) {
    return switch (type) {
      case FuncRef f -> functionValue(f.function());
      case LibRef l -> {
        Type library = calls.library.libraryValue(l.path(), at);
        yield library;
      }
      case ClassRef c -> classValue(c.type());
      default -> type;
    };
  }

  private Type classValue(ClassInfo type) {
    if (!type.escapes && !type.isLibrary()) {
      type.escapes = true;
      Session.here().escaped++;
      Session.here().stale = true;
    }
    Cell cell = inference.site(type, "type");
    cell.add(new Instance(type));
    return new Generic("type", List.of(cell));
  }

  /** A function as a value: what callers must pass, and the call's type. */
  Type functionValue(FunctionInfo function) {
    function.isUsed = true;
    boolean inClass =
        function.owner == null && function.parent != null && function.parent.isClassBody;
    if (function.hasOptions() || function.isNamed || inClass) {
      Cell called = inference.site(function, "call");
      called.add(function.decoratedType());
      java.util.Set<FunctionInfo> self = new java.util.LinkedHashSet<>();
      self.add(function);
      return new Type.Callable(called, self);
    }
    List<Cell> params = new ArrayList<>();
    for (Parameter p : function.callerParameters()) {
      if (p.defaultValue() == null
          && p.kind() != Parameter.Kind.VAR_ARGS
          && p.kind() != Parameter.Kind.VAR_KEYWORDS) {
        params.add(Objects.requireNonNull(function.params.get(p.name())).cell);
      }
    }
    Cell result = inference.site(function, "call");
    result.add(function.decoratedType());
    Func value = new Func(params, result);
    value.targets().add(function);
    return value;
  }

  Type typeOf(Expr expr) {
    Type type = compute(expr);
    types.put(expr, type);
    return type;
  }

  private Type compute(Expr expr) {
    return switch (expr) {
      case Expr.IntLiteral i -> i.value().bitLength() < 54 ? Basic.INT : Basic.NUM;
      case Expr.FloatLiteral f -> Basic.FLOAT;
      case Expr.ComplexLiteral c -> Basic.OBJECT;
      case Expr.StringLiteral s -> Basic.STR;
      case Expr.BytesLiteral b -> Basic.BYTES;
      case Expr.BoolLiteral b -> Basic.BOOL;
      case Expr.NoneLiteral n -> Basic.NONE;
      case Expr.EllipsisLiteral e -> Basic.OBJECT;
      case Expr.FString f -> {
        f.parts().forEach(this::typeOf);
        yield Basic.STR;
      }
      case Expr.FormattedValue f -> {
        value(f.value());
        if (f.spec() != null) {
          typeOf(f.spec());
        }
        yield Basic.STR;
      }
      case Expr.Name n -> name(n);
      case Expr.Attribute a -> attributes.attribute(a);
      case Expr.Call c -> calls.call(c);
      case Expr.Await a -> awaited(value(a.value()));
      case Expr.BinOp b -> ops.binary(b);
      case Expr.UnaryOp u -> ops.unary(u);
      case Expr.BoolOp b -> ops.bool(b);
      case Expr.Compare c -> {
        Type left = value(c.left());
        name(left);
        for (int i = 0; i < c.comparators().size(); i++) {
          Type right = value(c.comparators().get(i));
          name(right);
          ops.compared(left, c.ops().get(i), right);
          left = right;
        }
        yield Basic.BOOL;
      }
      case Expr.Conditional c -> {
        typeOf(c.test());
        Type[] body = {Basic.NEVER};
        narrowed.under(c.test(), true, () -> body[0] = value(c.body()));
        Type[] orElse = {Basic.NEVER};
        narrowed.under(c.test(), false, () -> orElse[0] = value(c.orElse()));
        yield Types.join(body[0], orElse[0]);
      }
      case Expr.Walrus w -> {
        Type type = value(w.value());
        inference.stmts.bind(w.target(), type);
        yield type;
      }
      case Expr.ListDisplay l -> new Generic("list", List.of(elements(l, l.elements())));
      case Expr.SetDisplay s -> new Generic("set", List.of(elements(s, s.elements())));
      case Expr.TupleDisplay t -> tuple(t);
      case Expr.DictDisplay d -> dict(d);
      case Expr.Comprehension c -> comprehension(c);
      case Expr.Lambda l ->
          functionValue(Objects.requireNonNull(inference.module.functionOf.get(l)));
      case Expr.Subscript s -> attributes.subscript(s);
      case Expr.Slice s -> {
        for (Expr part : new @Nullable Expr[] {s.lower(), s.upper(), s.step()}) {
          if (part != null) {
            typeOf(part);
          }
        }
        yield Basic.OBJECT;
      }
      case Expr.Starred s -> value(s.value());
      case Expr.Yield y -> {
        current.yielded.add(y.value() == null ? Basic.NONE : value(y.value()));
        Type sent = current.sent.type();
        yield sent == Basic.NEVER ? Basic.NONE : Types.optional(sent);
      }
      case Expr.YieldFrom y -> {
        Type source = value(y.value());
        current.yielded.add(elementOf(source, false));
        if (Types.strip(source) instanceof Generic g && g.name().equals("generator")) {
          // What is sent goes on to it.
          g.args().get(1).unify(current.sent);
        }
        yield endsWithout(source) ? Basic.NONE : Basic.OBJECT;
      }
    };
  }

  /** Whether what is gone through to its end has no value there. */
  private boolean endsWithout(Type source) {
    Type plain = Types.strip(source);
    if (plain instanceof Generic g && g.name().equals("generator")) {
      return inference.module.functions.stream().noneMatch(f -> f.returnsAtEnd);
    }
    return plain == Basic.STR
        || (plain instanceof Generic g && Types.isIterable(g) && !g.name().equals("iter"))
        || Types.isTuple(plain);
  }

  /** The type of a value that is kept: a builtin type there is no function but a type. */
  Type stored(Expr expr) {
    Type type = value(expr);
    return known(expr) instanceof LibRef l
            && (Builtins.isType(l.path())
                || (type instanceof Func && Library.get().rawJavaType(l.path()) != null))
        ? Basic.OBJECT
        : type;
  }

  private Cell elements(Expr site, List<Expr> elements) {
    Cell cell = inference.site(site);
    for (Expr e : elements) {
      cell.add(e instanceof Expr.Starred s ? elementOf(value(s), false) : stored(e));
    }
    return cell;
  }

  private Type tuple(Expr.TupleDisplay t) {
    if (t.elements().stream().anyMatch(Expr.Starred.class::isInstance) || t.elements().size() > 6) {
      return new Generic("vartuple", List.of(elements(t, t.elements())));
    }
    List<Cell> cells = new ArrayList<>();
    for (Expr e : t.elements()) {
      Cell cell = inference.site(t, "" + cells.size());
      cell.add(stored(e));
      cells.add(cell);
    }
    return new Generic("tuple", cells);
  }

  private Type dict(Expr.DictDisplay d) {
    Cell key = inference.site(d, "key");
    Cell element = inference.site(d, "value");
    for (Expr.Entry e : d.entries()) {
      if (e.key() != null) {
        key.add(stored(e.key()));
        element.add(stored(e.value()));
      } else {
        Type spread = value(e.value());
        key.add(Types.is(spread, "dict") ? Types.arg(spread, 0) : Basic.OBJECT);
        element.add(Types.is(spread, "dict") ? Types.arg(spread, 1) : Basic.OBJECT);
      }
    }
    return new Generic("dict", List.of(key, element));
  }

  private Type comprehension(Expr.Comprehension c) {
    for (Clause clause : c.clauses()) {
      Type iterable = value(clause.iterable());
      inference.stmts.bind(clause.target(), elementOf(iterable, clause.isAsync()));
      clause.conditions().forEach(this::typeOf);
    }
    Cell element = inference.site(c, "element");
    Type[] result = {Basic.OBJECT};
    Runnable body =
        () -> {
          element.add(value(c.element()));
          if (c.value() != null) {
            Cell value = inference.site(c, "value");
            value.add(value(c.value()));
            result[0] = new Generic("dict", List.of(element, value));
          }
        };
    List<Expr> tests = c.clauses().getLast().conditions();
    if (tests.isEmpty()) {
      body.run();
    } else {
      narrowed.under(tests.getLast(), true, body);
    }
    return switch (c.kind()) {
      case DICT -> result[0];
      case LIST -> new Generic("list", List.of(element));
      case SET -> new Generic("set", List.of(element));
      case GENERATOR ->
          c.clauses().stream().anyMatch(Clause::isAsync)
              ? new Generic("asyncgen", List.of(element, inference.site(c, "sent")))
              : new Generic("iter", List.of(element));
    };
  }

  Type name(Expr.Name n) {
    return switch (inference.module.names.get(n)) {
      case Symbol.Var v when v.variable().type() instanceof ClassRef c -> c;
      case Symbol.Var v -> narrowed.type(v.variable());
      case Symbol.Function f -> new FuncRef(f.function());
      case Symbol.UserClass c -> new ClassRef(c.type());
      case Symbol.Library l
          when l.path().equals("builtins.NotImplemented") && isComparison(current) ->
          Basic.BOOL;
      case Symbol.Library l -> library(l.path());
      case null -> Basic.OBJECT;
    };
  }

  /** Functions whose attributes are read must know them. */
  void name(Type functions) {
    for (FunctionInfo f : java.util.Set.copyOf(Types.targets(functions))) {
      if (!f.isNamed) {
        f.isNamed = true;
        Session.here().changes++;
        Session.here().stale = true;
      }
    }
  }

  /** In a comparison, {@code NotImplemented} amounts to false. */
  private static boolean isComparison(FunctionInfo function) {
    return function.owner != null
        && java.util.Set.of("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__")
            .contains(function.name);
  }

  Type library(String path) {
    if (path.equals("builtins.__name__")
        || path.equals("builtins.__file__")
        || path.equals("builtins.__doc__")) {
      return Basic.STR;
    }
    if (path.equals("builtins.__debug__")) {
      return Basic.BOOL;
    }
    Signature constant = Library.get().constant(path);
    if (constant != null) {
      return constants
          .computeIfAbsent(constant, c -> new TypeForm.Bindings())
          .type(constant.result());
    }
    ClassInfo exception = Library.get().exception(path);
    if (exception != null) {
      return new ClassRef(exception);
    }
    return new LibRef(path);
  }

  /** What iterating gives. */
  Type elementOf(Type iterable, boolean isAsync) {
    if (Types.strip(iterable) instanceof Instance i) {
      if (i.type().isNamedTuple) {
        return i.type().partOfTuple();
      }
      FunctionInfo iter = i.type().method(isAsync ? "__aiter__" : "__iter__");
      FunctionInfo next = i.type().method(isAsync ? "__anext__" : "__next__");
      if (next != null) {
        return next.result.type();
      }
      if (iter != null) {
        Type iterator = iter.callType();
        return Types.strip(iterator) instanceof Instance
            ? elementOf(iterator, isAsync)
            : Types.element(iterator);
      }
      FunctionInfo item = i.type().method("__getitem__");
      return item != null ? calls.applyMethod(item, List.of(Basic.INT)) : Basic.OBJECT;
    }
    return Types.element(iterable);
  }

  /** What {@code as} binds in a with statement. */
  Type entered(Type manager, boolean isAsync) {
    Type type = Types.strip(manager);
    String method = isAsync ? "__aenter__" : "__enter__";
    if (type instanceof Instance i) {
      FunctionInfo enter = i.type().method(method);
      return enter == null ? Basic.OBJECT : enter.result.type();
    }
    if (type instanceof Generic g && g.name().equals("manager")) {
      return g.args().get(0).type();
    }
    Signature enter = calls.library.attribute(type, method);
    if (enter != null) {
      TypeForm.Bindings bindings = new TypeForm.Bindings();
      bindings.flow(type, Objects.requireNonNull(enter.receiver()));
      return bindings.type(enter.result());
    }
    return type == Basic.NEVER ? type : Basic.OBJECT;
  }

  Type awaited(Type type) {
    Type plain = Types.strip(type);
    if (plain == Basic.NEVER) {
      return plain;
    }
    if (Types.isFuture(plain)) {
      return Types.arg(plain, 0);
    }
    return Basic.OBJECT;
  }

  /** The type of a dataclass field's default. */
  Type fieldDefault(Expr value) {
    if (value instanceof Expr.Call c && Decorators.name(c.function()).equals("field")) {
      Type[] type = {Basic.NEVER};
      c.keywords()
          .forEach(k -> {
            if ("default".equals(k.name())) {
              type[0] = value(k.value());
            } else if ("default_factory".equals(k.name())) {
              type[0] = calls.library.factory(k.value());
            }
          });
      return type[0];
    }
    return value(value);
  }
}
