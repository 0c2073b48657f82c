package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Clause;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.TreeWalker;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Comprehensions, as loops before the statement they stand in. */
final class Comprehensions {
  private final Lowering lowering;

  /** Generator expressions whose consumer takes all at once, so that a list does. */
  private final Set<Expr> eager = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What the outermost loop of a generator expression goes over, if that was taken before it. */
  private @Nullable JavaExpr source;

  Comprehensions(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Builds a comprehension's result. */
  JavaExpr lower(Expr.Comprehension c) {
    if (c.kind() == Expr.Comprehension.Kind.GENERATOR && !eager.contains(c)) {
      return generator(c);
    }
    Type type = lowering.type(c);
    String name =
        lowering.body.built(
            c,
            switch (c.kind()) {
              case LIST, GENERATOR -> "items";
              case SET -> "unique";
              default -> "mapping";
            });
    String made =
        switch (c.kind()) {
          case LIST, GENERATOR -> Packing.empty(Types.arg(type, 0));
          case SET -> "new " + support("PySet") + "<>()";
          default -> "new " + support("PyDict") + "<>()";
        };
    String java =
        c.kind() == Expr.Comprehension.Kind.GENERATOR
            ? support("List") + "<" + JavaTypes.boxed(Types.arg(type, 0)) + ">"
            : JavaTypes.of(type);
    lowering.line(java + " " + name + " = " + made + ";");
    loops(c, () -> add(c, name, type));
    return JavaExpr.primary(name, type);
  }

  private void add(Expr.Comprehension c, String name, Type type) {
    if (c.kind() == Expr.Comprehension.Kind.DICT) {
      Type key = Types.arg(type, 0);
      Type value = Types.arg(type, 1);
      List<JavaExpr> both =
          lowering.exprs.inOrder(
              List.of(c.element(), Objects.requireNonNull(c.value())), List.of(key, value));
      lowering.line(
          name + ".put(" + both.get(0).asObject(key) + ", " + both.get(1).asObject(value) + ");");
    } else {
      Type element = Types.arg(type, 0);
      String code = lowering.exprs.value(c.element(), element).asObject(element);
      lowering.line(name + ".add(" + code + ");");
    }
  }

  void makeEager(Expr expr) {
    if (expr instanceof Expr.Comprehension c && c.clauses().stream().noneMatch(Clause::isAsync)) {
      eager.add(c);
    }
  }

  /** The loops of a comprehension's clauses around some innermost statements. */
  void loops(Expr.Comprehension c, Runnable inner) {
    for (Clause clause : c.clauses()) {
      lowering.stmts.declareShared(clause.target());
    }
    nest(c, 0, inner);
  }

  private void nest(Expr.Comprehension c, int at, Runnable inner) {
    List<Clause> clauses = c.clauses();
    if (at == clauses.size()) {
      inner.run();
      return;
    }
    Clause clause = clauses.get(at);
    JavaExpr known = at == 0 ? source : null;
    source = null;
    Loops heads = lowering.stmts.loops();
    int mark =
        known != null
            ? heads.open(clause.target(), known, false, null)
            : heads.open(clause.target(), clause.iterable(), clause.isAsync(), List.of(), null);
    int open = 1;
    List<Expr> results = c.value() == null ? List.of(c.element()) : List.of(c.element(), c.value());
    Set<Variable> bound = new HashSet<>();
    for (Expr condition : clause.conditions()) {
      Set<Variable> tested =
          at == clauses.size() - 1 ? lowering.instances.plan(condition, true, results) : Set.of();
      JavaExpr test = lowering.exprs.condition(condition);
      lowering.instances.keep(tested, test);
      bound.addAll(tested);
      lowering.line("if (" + test.code() + ") {");
      open++;
    }
    nest(c, at + 1, inner);
    lowering.instances.release(bound);
    for (int i = 0; i < open; i++) {
      lowering.line("}");
    }
    lowering.body.releaseLater(mark);
  }

  /**
   * Whether it could be noticed that a generator expression takes what it goes over only when it
   * runs: Python does so where it stands.
   */
  private boolean isEarly(Expr iterable) {
    boolean[] early = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        early[0] |=
            switch (expr) {
              case Expr.Name n -> isChanging(n);
              case Expr.Call c -> isOwn(lowering.raw(c.function()));
              default -> false;
            };
        return !(expr instanceof Expr.Lambda) && !(expr instanceof Expr.Comprehension);
      }
    }.expr(iterable);
    return early[0];
  }

  private boolean isChanging(Expr.Name n) {
    Variable v = lowering.inference.variable(n);
    return v != null
        && !lowering.calls.arguments().isFinal(n)
        && !lowering.exprs.isSelf(v)
        && !(v.owner == null && v.isField && v.bindings == 1);
  }

  /** A function or a class of the program's. */
  private static boolean isOwn(Type called) {
    return called instanceof Type.FuncRef
        || called instanceof Type.ClassRef
        || called instanceof Type.Func
        || called instanceof Type.Callable;
  }

  /** A generator expression runs when it is asked to: each element in its turn. */
  private JavaExpr generator(Expr.Comprehension c) {
    Type type = lowering.type(c);
    Clause first = c.clauses().getFirst();
    if (!first.isAsync() && isEarly(first.iterable())) {
      source =
          lowering.exprs.keep(Coercion.iterable(lowering.exprs.expr(first.iterable())), "source");
    }
    JavaExpr outermost = source;
    source = null;
    Type element = Types.arg(type, 0);
    boolean isAsync = Types.is(type, "asyncgen");
    String out = lowering.body.fresh("out");
    Lines lines = new Lines();
    String[] outer = {lowering.body.yields};
    lowering.body.yields = out;
    lowering.body.into(
        lines,
        () -> {
          source = outermost;
          loops(
              c,
              () -> {
                String code = lowering.exprs.value(c.element(), element).asObject(element);
                lowering.line(out + ".yield_(" + code + ");");
              });
          return null;
        });
    lowering.body.yields = outer[0];
    String made = isAsync ? "AsyncGenerator" : "Generator";
    String java = "<" + (element == Basic.NONE ? "Void" : JavaTypes.boxed(element)) + ">";
    String variable = lowering.body.built(c, "generated");
    lowering.line(
        JavaTypes.of(type)
            + " "
            + variable
            + " = "
            + support(made)
            + "."
            + java
            + "of("
            + out
            + " -> {");
    lowering.body.out.addAll(lines);
    lowering.line("});");
    return JavaExpr.primary(variable, type);
  }
}
