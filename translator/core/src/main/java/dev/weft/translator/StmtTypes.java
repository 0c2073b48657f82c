package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Handler;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.WithItem;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Lets the types of a function's statements flow. */
final class StmtTypes {
  private final Inference inference;

  /** What keeps a number from growing. */
  private static final Set<Operator> REDUCING = Set.of(Operator.MOD, Operator.BIT_AND);

  /** What annotations say of variables and fields. */
  final IdentityHashMap<Cell, Expr> annotated = new IdentityHashMap<>();

  private FunctionInfo current;
  private int loops;

  /** The statements that the current one stands among. */
  private List<Stmt> block = List.of();

  StmtTypes(Inference inference) {
    this.inference = inference;
    this.current = inference.module.body;
  }

  private ExprTypes exprs() {
    return inference.exprs;
  }

  void function(FunctionInfo function) {
    FunctionInfo outer = current;
    current = function;
    loops = 0;
    exprs().enter(function);
    if (function.lambdaBody != null) {
      function.result.add(exprs().value(function.lambdaBody));
    } else {
      block(function.body);
      if (!function.isAbstract && inference.module.flow.completes(function.body)) {
        function.result.add(returned(Basic.NONE));
      }
    }
    exprs().leave(function, outer);
    current = outer;
  }

  /** What a method gives that Java's own must give, too: anything else is an error at run time. */
  private Type returned(Type type) {
    Type demanded =
        current.owner == null || current.isDynamicMethod()
            ? null
            : Inference.demanded(current, current.owner);
    return demanded == null || (type == Basic.NONE && !Types.isPrimitive(demanded))
        ? type
        : demanded;
  }

  /** A part of a function's body, by itself. */
  void part(FunctionInfo function, List<Stmt> part) {
    FunctionInfo outer = current;
    current = function;
    loops = 0;
    exprs().enter(function);
    block(part);
    exprs().leave(function, outer);
    current = outer;
  }

  private void block(List<Stmt> body) {
    List<Stmt> outer = block;
    block = body;
    exprs()
        .narrowed
        .restored(() -> {
          for (Stmt stmt : body) {
            stmt(stmt);
            Expr test = inference.module.flow.guard(stmt);
            if (test != null) {
              exprs().narrowed.tell(test, false);
            }
          }
        });
    block = outer;
  }

  /**
   * Whether the statements around keep a variable small: {@code h = h * 31 + c}, {@code h %= m}.
   */
  private boolean isReduced(String name) {
    for (Stmt stmt : block) {
      boolean reduces =
          switch (stmt) {
            case Stmt.AugAssign a -> isName(a.target(), name) && REDUCING.contains(a.op());
            case Stmt.Assign a ->
                a.targets().stream().allMatch(t -> isName(t, name))
                    && a.value() instanceof Expr.BinOp b
                    && REDUCING.contains(b.op());
            default -> false;
          };
      if (reduces) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(Expr expr, String name) {
    return expr instanceof Expr.Name n && n.id().equals(name);
  }

  private void stmt(Stmt stmt) {
    switch (stmt) {
      case Stmt.Return r
          when current.declinesByThrowing
              && Declining.isNotImplemented(r.value(), inference.module) -> {}
      case Stmt.Return r ->
          current.result.add(returned(r.value() == null ? Basic.NONE : exprs().value(r.value())));
      case Stmt.Assign a -> assign(a);
      case Stmt.AugAssign a -> {
        Type left = exprs().typeOf(a.target());
        Type right = exprs().value(a.value());
        Type result = exprs().ops.augmented(left, a.op(), right, a);
        if (a.op() == Operator.MUL
            && loops > 0
            && result == Basic.INT
            && !(a.target() instanceof Expr.Name n && isReduced(n.id()))) {
          result = Basic.NUM;
        }
        bind(a.target(), result);
      }
      case Stmt.AnnAssign a -> {
        if (a.value() != null) {
          bind(a.target(), exprs().value(a.value()));
        } else {
          exprs().typeOf(a.target());
        }
        annotate(a);
      }
      case Stmt.For f -> {
        Type iterable = exprs().value(f.iterable());
        exprs().narrowed.enter(f);
        bind(f.target(), exprs().elementOf(iterable, f.isAsync()));
        loops++;
        block(f.body());
        loops--;
        block(f.orElse());
      }
      case Stmt.While w -> {
        exprs().narrowed.enter(w);
        exprs().typeOf(w.test());
        loops++;
        exprs().narrowed.under(w.test(), true, () -> block(w.body()));
        loops--;
        block(w.orElse());
      }
      case Stmt.If i -> {
        exprs().typeOf(i.test());
        exprs().narrowed.under(i.test(), true, () -> block(i.body()));
        exprs().narrowed.under(i.test(), false, () -> block(i.orElse()));
      }
      case Stmt.With w -> {
        for (WithItem item : w.items()) {
          Type entered = exprs().entered(exprs().value(item.context()), w.isAsync());
          if (item.target() != null) {
            bind(item.target(), entered);
          }
        }
        block(w.body());
      }
      case Stmt.Match m -> {
        Type subject = Types.opaque(exprs().value(m.subject()));
        PatternTypes.findBools(m, inference.module.withoutBools);
        m.cases()
            .forEach(c -> {
              pattern(c.pattern(), subject);
              if (c.guard() != null) {
                exprs().typeOf(c.guard());
              }
              block(c.body());
            });
      }
      case Stmt.Raise r -> {
        if (r.exception() != null) {
          exprs().typeOf(r.exception());
        }
        if (r.cause() != null) {
          exprs().typeOf(r.cause());
        }
      }
      case Stmt.Try t -> {
        block(t.body());
        t.handlers().forEach(h -> handler(h, t.isStar()));
        block(t.orElse());
        block(t.finalBody());
      }
      case Stmt.Assert a -> {
        exprs().typeOf(a.test());
        if (a.message() != null) {
          exprs().typeOf(a.message());
        }
      }
      case Stmt.ExprStmt e -> exprs().typeOf(e.value());
      case Stmt.Delete d -> d.targets().forEach(exprs()::typeOf);
      case Stmt.FunctionDef f -> f.decorators().forEach(exprs()::typeOf);
      case Stmt.ClassDef c when inference.module.functionOf.containsKey(c) -> {
        c.bases().forEach(exprs()::typeOf);
        c.keywords().forEach(k -> exprs().value(k.value()));
        // The class holds its functions, and anyone may call them.
        FunctionInfo body = Objects.requireNonNull(inference.module.functionOf.get(c));
        body.symbols
            .values()
            .forEach(s -> {
              if (s instanceof Symbol.Function f) {
                exprs().functionValue(f.function());
              }
            });
      }
      default -> {}
    }
  }

  private void annotate(Stmt.AnnAssign a) {
    switch (a.target()) {
      case Expr.Name n -> {
        Variable variable = inference.variable(n);
        if (variable != null) {
          annotated.put(variable.cell, a.annotation());
        }
      }
      case Expr.Attribute t when exprs().typeOf(t.value()) instanceof Instance i ->
          annotated.put(i.type().fieldOrNew(t.name()).cell, a.annotation());
      default -> {}
    }
  }

  private void assign(Stmt.Assign a) {
    if (a.targets().size() == 1
        && a.targets().get(0) instanceof Expr.TupleDisplay targets
        && a.value() instanceof Expr.TupleDisplay values
        && targets.elements().size() == values.elements().size()
        && values.elements().stream().noneMatch(Expr.Starred.class::isInstance)
        && targets.elements().stream().noneMatch(Expr.Starred.class::isInstance)) {
      exprs().typeOf(values);
      List<String> names = Positions.names(targets);
      for (int i = 0; i < values.elements().size(); i++) {
        Expr value = values.elements().get(i);
        Type type = exprs().value(value);
        if (loops > 0 && type == Basic.INT && growsBySum(value, names)) {
          type = Basic.NUM;
        }
        bind(targets.elements().get(i), type);
      }
      return;
    }
    Type type = exprs().value(a.value());
    if (a.targets().size() == 1
        && loops > 0
        && type == Basic.INT
        && a.targets().get(0) instanceof Expr.Name n
        && growsByProduct(a.value(), n.id())
        && !isReduced(n.id())) {
      type = Basic.NUM;
    }
    for (Expr target : a.targets()) {
      bind(target, type);
    }
  }

  /** {@code a, b = b, a + b}: grows like Fibonacci's numbers. */
  private static boolean growsBySum(Expr value, List<String> targets) {
    return value instanceof Expr.BinOp b
        && (b.op() == Operator.ADD || b.op() == Operator.MUL)
        && b.left() instanceof Expr.Name x
        && b.right() instanceof Expr.Name y
        && targets.contains(x.id())
        && targets.contains(y.id());
  }

  private static boolean growsByProduct(Expr value, String name) {
    if (!(value instanceof Expr.BinOp b)) {
      return false;
    }
    return switch (b.op()) {
      case MUL -> mentions(b.left(), name) || mentions(b.right(), name);
      case ADD, SUB -> growsByProduct(b.left(), name) || growsByProduct(b.right(), name);
      default -> false;
    };
  }

  private static boolean mentions(Expr expr, String name) {
    return switch (expr) {
      case Expr.Name n -> n.id().equals(name);
      case Expr.BinOp b when b.op() != Operator.MOD ->
          mentions(b.left(), name) || mentions(b.right(), name);
      default -> false;
    };
  }

  void bind(Expr target, Type type) {
    switch (target) {
      case Expr.Name n -> {
        Variable variable = inference.variable(n);
        if (variable != null) {
          variable.cell.add(type);
          exprs().narrowed.bind(variable);
        }
        exprs().note(n, type);
      }
      case Expr.Attribute a -> exprs().attributes.bindAttribute(a, type);
      case Expr.Subscript s -> exprs().attributes.bindItem(s, type);
      case Expr.TupleDisplay t -> unpack(t.elements(), type);
      case Expr.ListDisplay l -> unpack(l.elements(), type);
      case Expr.Starred s -> bind(s.value(), type);
      default -> {}
    }
  }

  private void unpack(List<Expr> targets, Type type) {
    boolean starred = targets.stream().anyMatch(Expr.Starred.class::isInstance);
    if (Types.strip(type) instanceof Generic g
        && g.name().equals("tuple")
        && !starred
        && g.args().size() == targets.size()) {
      for (int i = 0; i < targets.size(); i++) {
        bind(targets.get(i), g.args().get(i).type());
      }
      return;
    }
    if (Types.strip(type) instanceof Instance i
        && i.type().isNamedTuple
        && !starred
        && i.type().dataFields.size() == targets.size()) {
      int at = 0;
      for (String field : i.type().dataFields.keySet()) {
        bind(targets.get(at++), i.type().fieldOrNew(field).type());
      }
      return;
    }
    Type element = exprs().elementOf(type, false);
    for (Expr target : targets) {
      if (target instanceof Expr.Starred s) {
        Cell cell = inference.site(s);
        cell.add(element);
        bind(s.value(), new Generic("list", List.of(cell)));
      } else {
        bind(target, element);
      }
    }
  }

  private void handler(Handler handler, boolean isStar) {
    Type caught = Basic.NEVER;
    if (handler.type() != null) {
      List<Expr> types =
          handler.type() instanceof Expr.TupleDisplay t ? t.elements() : List.of(handler.type());
      for (Expr type : types) {
        caught =
            Types.join(
                caught,
                exprs().typeOf(type) instanceof Type.ClassRef c
                    ? new Instance(c.type())
                    : new Instance(
                        Objects.requireNonNull(Library.get().exception("BaseException"))));
      }
    }
    if (isStar) {
      caught = new Instance(Objects.requireNonNull(Library.get().exception("ExceptionGroup")));
    }
    if (handler.name() != null) {
      Objects.requireNonNull(inference.module.boundBy(handler, handler.name())).cell.add(caught);
    }
    block(handler.body());
  }

  private void pattern(Pattern pattern, Type subject) {
    switch (pattern) {
      case Pattern.Value v -> exprs().typeOf(v.value());
      case Pattern.Singleton s -> {}
      case Pattern.Sequence s -> {
        boolean starred = s.patterns().stream().anyMatch(Pattern.Star.class::isInstance);
        for (int i = 0; i < s.patterns().size(); i++) {
          Type part =
              Types.strip(subject) instanceof Generic g
                      && g.name().equals("tuple")
                      && !starred
                      && i < g.args().size()
                  ? g.args().get(i).type()
                  : exprs().elementOf(subject, false);
          pattern(s.patterns().get(i), part);
        }
      }
      case Pattern.Star s -> capture(pattern, s.name(), new Generic("list", listOf(s, subject)));
      case Pattern.Mapping m -> {
        Type value = Types.is(subject, "dict") ? Types.arg(subject, 1) : Basic.OBJECT;
        m.keys().forEach(exprs()::typeOf);
        m.patterns().forEach(p -> pattern(p, value));
        capture(
            pattern,
            m.rest(),
            Types.is(subject, "dict")
                ? Types.strip(subject)
                : Types.generic("dict", Basic.OBJECT, Basic.OBJECT));
      }
      case Pattern.ClassPattern c -> classPattern(c, subject);
      case Pattern.As a -> {
        if (a.pattern() != null) {
          pattern(a.pattern(), subject);
        }
        capture(
            pattern,
            a.name(),
            a.pattern() == null ? subject : PatternTypes.of(a.pattern(), subject, exprs()));
      }
      case Pattern.Or o -> o.patterns().forEach(p -> pattern(p, subject));
    }
  }

  private List<Cell> listOf(Pattern node, Type subject) {
    Cell cell = inference.site(node);
    cell.add(subject);
    return List.of(cell);
  }

  private void classPattern(Pattern.ClassPattern c, Type subject) {
    Type type = exprs().typeOf(c.type());
    if (type instanceof Type.ClassRef ref) {
      List<String> fields = PatternTypes.matchArgs(ref.type());
      for (int i = 0; i < c.patterns().size(); i++) {
        Variable field = i < fields.size() ? ref.type().field(fields.get(i)) : null;
        pattern(c.patterns().get(i), field == null ? Basic.OBJECT : field.type());
      }
      for (int i = 0; i < c.names().size(); i++) {
        Variable field = ref.type().field(c.names().get(i));
        pattern(c.namedPatterns().get(i), field == null ? Basic.OBJECT : field.type());
      }
    } else {
      Type self = type instanceof Type.LibRef ? PatternTypes.of(c, subject, exprs()) : Basic.OBJECT;
      c.patterns().forEach(p -> pattern(p, self));
      c.namedPatterns().forEach(p -> pattern(p, Basic.OBJECT));
    }
  }

  private void capture(Pattern pattern, @org.jspecify.annotations.Nullable String name, Type type) {
    if (name != null) {
      Variable variable = inference.module.boundBy(pattern, name);
      if (variable != null) {
        variable.cell.add(type);
        exprs().narrowed.bind(variable);
      }
    }
  }
}
