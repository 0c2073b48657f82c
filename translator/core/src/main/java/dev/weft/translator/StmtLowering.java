package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Statements. */
final class StmtLowering {
  private final Lowering lowering;
  private final AssignmentLowering assignments;
  private final Loops loops;
  private final TryLowering tries;
  final Remarks remarks;

  StmtLowering(Lowering lowering) {
    this.lowering = lowering;
    this.assignments = new AssignmentLowering(lowering);
    this.loops = new Loops(lowering);
    this.tries = new TryLowering(lowering);
    this.remarks = new Remarks(lowering.module.source);
  }

  AssignmentLowering assignments() {
    return assignments;
  }

  Loops loops() {
    return loops;
  }

  /** A block in braces of its own: its names are free again behind it. */
  void scoped(List<Stmt> body) {
    int mark = lowering.body.pool.mark();
    block(body);
    lowering.body.release(mark);
  }

  void block(List<Stmt> body) {
    List<Stmt> statements = Javadoc.isDocstring(body) ? body.subList(1, body.size()) : body;
    Map<Variable, JavaExpr> outer = lowering.instances.mark();
    for (int i = 0; i < statements.size(); i++) {
      Stmt stmt = statements.get(i);
      remarks.before(stmt, lowering.body.out);
      for (Variable v : lowering.declarations.before(stmt)) {
        declare(v);
      }
      Expr guard = lowering.module.flow.guard(stmt);
      if (guard != null) {
        lowering.instances.plan(guard, false, statements.subList(i + 1, statements.size()));
      }
      stmt(stmt);
      lowering.body.endStatement();
      if (!lowering.module.flow.completes(stmt)) {
        // What follows can never run, and Java would not compile it.
        break;
      }
    }
    lowering.instances.release(outer);
  }

  /** Declares what the body of a lambda binds, which has no statement to do so. */
  void declareOwn(FunctionInfo lambda) {
    for (Symbol symbol : lambda.symbols.values()) {
      if (symbol instanceof Symbol.Var v
          && v.variable().owner == lambda
          && !v.variable().isParameter
          && !v.variable().inComprehension) {
        declare(v.variable());
      }
    }
  }

  /** Declares the targets of a comprehension that functions made in it use. */
  void declareShared(Expr target) {
    switch (target) {
      case Expr.Name n when lowering.variable(n).isBoxed() -> declare(lowering.variable(n));
      case Expr.TupleDisplay t -> t.elements().forEach(this::declareShared);
      case Expr.ListDisplay l -> l.elements().forEach(this::declareShared);
      case Expr.Starred s -> declareShared(s.value());
      default -> {}
    }
  }

  private void declare(Variable v) {
    if (v.isIgnored()) {
      return;
    }
    String name = lowering.body.name(v);
    if (v.isBoxed()) {
      lowering.line(
          v.held()
              + " "
              + name
              + " = new "
              + v.holder()
              + "<>("
              + (v.maybeUnbound
                  ? Strings.literal(v.name) + (v.owner == null ? ", true" : "")
                  : boxedInitial(v.type()))
              + ");");
    } else {
      boolean unset = lowering.declarations.isUnset(v);
      lowering.line(
          JavaTypes.of(v.type())
              + " "
              + name
              + (unset ? "" : " = " + JavaTypes.initial(v.type()))
              + ";");
    }
  }

  private static String boxedInitial(Type type) {
    String initial = JavaTypes.initial(type);
    return initial.equals("0") ? "0L" : initial;
  }

  private void stmt(Stmt stmt) {
    int outer = Session.here().line;
    Session.here().line = stmt.at().line();
    // An exception tells where it was made, and that is to be the line of the raise.
    Session.here().fine = !(stmt instanceof Stmt.Raise r) || TracedRaises.isOverLines(r);
    ConditionalImports imports = lowering.body.imports;
    if (imports != null) {
      imports.before(stmt);
    }
    lower(stmt);
    if (imports != null) {
      imports.imported(stmt);
    }
    Session.here().line = outer;
    Session.here().fine = true;
  }

  private void lower(Stmt stmt) {
    switch (stmt) {
      case Stmt.ExprStmt e -> expression(e.value());
      case Stmt.Assign a -> assignments.assignment(a);
      case Stmt.AnnAssign a -> {
        if (a.value() != null) {
          Type wanted = assignments.targetType(a.target(), lowering.type(a.value()));
          assignments.assignOrBuild(a.target(), a.value(), wanted, a);
        }
      }
      case Stmt.AugAssign a -> new AugmentedAssignment(lowering).lower(a);
      case Stmt.Return r -> returns(r);
      case Stmt.If i -> conditional(i);
      case Stmt.While w -> new LoopLowering(lowering).lower(w);
      case Stmt.For f -> new LoopLowering(lowering).lower(f);
      case Stmt.Try t -> tries.lower(t);
      case Stmt.With w -> new WithLowering(lowering).lower(w);
      case Stmt.Raise r -> tries.raise(r);
      case Stmt.Match m -> new MatchLowering(lowering).lower(m);
      case Stmt.Assert a -> {
        JavaExpr test = lowering.ops.negate(lowering.exprs.condition(a.test()));
        lowering.line("if (" + test.code() + ") {");
        String message =
            a.message() == null ? "" : lowering.exprs.value(a.message(), Basic.OBJECT).code();
        lowering.line("throw new " + support("Errors.AssertionError") + "(" + message + ");");
        lowering.line("}");
      }
      case Stmt.Delete d -> d.targets().forEach(this::delete);
      case Stmt.Break b -> {
        String flag = lowering.body.breakFlags.peek();
        if (flag != null && !flag.isEmpty()) {
          lowering.line(flag + " = false;");
        }
        lowering.line("break;");
      }
      case Stmt.Continue c -> lowering.line("continue;");
      case Stmt.Pass p -> {}
      case Stmt.Global g -> {}
      case Stmt.Nonlocal n -> {}
      case Stmt.Import i -> imports(i);
      case Stmt.ImportFrom i -> new Imports(lowering.module, lowering.diagnostics).check(i);
      case Stmt.FunctionDef f -> {
        FunctionInfo function = lowering.module.functionOf.get(f);
        if (function != null) {
          lowering.module.lift(function);
        }
      }
      case Stmt.ClassDef c -> {
        if (lowering.module.functionOf.containsKey(c)) {
          new DynamicClasses(lowering).statement(c);
        }
      }
      case Stmt.TypeAlias t -> {}
    }
  }

  private void imports(Stmt.Import i) {
    for (Stmt.Alias alias : i.names()) {
      if (alias.asName() == null || !alias.asName().startsWith(Renaming.LOAD)) {
        new Imports(lowering.module, lowering.diagnostics).check(i, alias);
      } else {
        // A package that has no source of its own has nothing to load.
        lowering.module.units.stream()
            .filter(u -> u.module.equals(alias.name()))
            .forEach(u -> lowering.line(u.className + ".load();"));
      }
    }
  }

  private void expression(Expr value) {
    if (value instanceof Expr.StringLiteral || value instanceof Expr.EllipsisLiteral) {
      return;
    }
    if (value instanceof Expr.Yield y) {
      Type yielded = lowering.body.function.yielded.type();
      String code =
          y.value() == null ? "null" : lowering.exprs.value(y.value(), yielded).asObject(yielded);
      lowering.line(lowering.body.yields + ".yield_(" + code + ");");
      return;
    }
    if (value instanceof Expr.Comprehension c && c.kind() != Expr.Comprehension.Kind.GENERATOR) {
      lowering.exprs.comprehensions().lower(c);
      return;
    }
    if (value instanceof Expr.Call c
        && c.function() instanceof Expr.Attribute a
        && a.name().equals("__init__")
        && a.value() instanceof Expr.Call s
        && s.function() instanceof Expr.Name n
        && n.id().equals("super")
        && DynamicClasses.around(lowering.body.function) == null) {
      new ClassLowering(lowering).superInit(c);
      return;
    }
    JavaExpr result = Coercion.to(lowering.exprs.statement(value), Basic.OBJECT);
    String code = result.code();
    boolean isCall =
        result.endsWith(")")
            && result.precedence() == JavaExpr.PRIMARY
            && (!code.startsWith("(") || result.type() == Basic.NONE);
    if (isCall) {
      lowering.line(code + ";");
    } else if (!result.isSimple()) {
      String local = lowering.body.fresh("unused");
      lowering.line("var " + local + " = " + code + ";");
    }
  }

  private void returns(Stmt.Return r) {
    FunctionInfo function = lowering.body.function;
    if (function.returnsAtEnd) {
      returns(
          r.value() == null
              ? JavaExpr.primary("null", Basic.NONE)
              : JavaExpr.of(
                  lowering.exprs.value(r.value(), Basic.OBJECT).asObject(lowering.type(r.value())),
                  JavaExpr.LOWEST,
                  Basic.OBJECT));
      return;
    }
    if (function.isGenerator) {
      returns((JavaExpr) null);
      return;
    }
    if (function.declinesByThrowing && Declining.isNotImplemented(r.value(), lowering.module)) {
      declines(function);
      return;
    }
    Type type = function.result.type();
    if (function.name.equals("__init__")
        && function.owner != null
        && !function.isDynamicMethod()
        && type != Basic.NONE) {
      initialized(r);
      return;
    }
    if (r.value() == null || type == Basic.NONE) {
      if (r.value() != null) {
        expression(r.value());
      }
      returns(type == Basic.NONE ? null : JavaExpr.primary(JavaTypes.initial(type), type));
      return;
    }
    JavaExpr value = lowering.exprs.value(r.value(), type);
    returns(
        value.wide() == null
            ? value
            : JavaExpr.of(value.asHeld(type), value.precedence(), value.type()));
  }

  /** An operator does not take its operand: Java throws at once. */
  private void declines(FunctionInfo function) {
    Variable operand =
        Objects.requireNonNull(function.params.get(function.callerParameters().get(0).name()));
    String other = lowering.exprs.variable(operand, operand.type()).code();
    String symbol = Strings.literal(Declining.symbol(function));
    boolean reflected = Declining.isReflected(function);
    lowering.line(
        "throw "
            + support("Ops")
            + (Declining.isOrder(function) ? ".unordered(" : ".unsupported(")
            + (reflected ? other : "this")
            + ", "
            + symbol
            + ", "
            + (reflected ? "this" : other)
            + ");");
  }

  /** A constructor gives nothing; that it would is an error once it has done its work. */
  private void initialized(Stmt.Return r) {
    if (r.value() != null) {
      JavaExpr value = lowering.exprs.value(r.value(), Basic.OBJECT);
      JavaExpr kept =
          lowering.exprs.keep(
              JavaExpr.primary(value.asObject(Basic.OBJECT), Basic.OBJECT), "given");
      lowering.line("if (" + kept.code() + " != null) {");
      lowering.line(
          "throw new " + support("Errors.TypeError") + "(\"__init__() should return None\");");
      lowering.line("}");
    }
    returns((JavaExpr) null);
  }

  /** The generators of the loops that are left end once the value is there. */
  private void returns(@Nullable JavaExpr value) {
    boolean closes = !lowering.body.generatorsToClose.isEmpty();
    JavaExpr kept =
        value != null && !value.isSimple() && closes ? lowering.exprs.keep(value, "result") : value;
    lowering.body.generatorsToClose.forEach(lowering::line);
    lowering.line(kept == null ? "return;" : "return " + kept.code() + ";");
  }

  private void conditional(Stmt.If i) {
    if (isMainGuard(i.test())) {
      if (lowering.module.unit(i).isLibrary) {
        block(i.orElse());
        return;
      }
      boolean hasMain = lowering.module.unit(i).hasMain;
      if (hasMain) {
        lowering.line("if (isScript) {");
      }
      block(i.body());
      if (hasMain) {
        if (!i.orElse().isEmpty()) {
          lowering.line("} else {");
          block(i.orElse());
        }
        lowering.line("}");
      }
      return;
    }
    new IfLowering(lowering).lower(i);
  }

  static boolean isMainGuard(Stmt stmt) {
    return stmt instanceof Stmt.If i && isMainGuard(i.test());
  }

  private static boolean isMainGuard(Expr test) {
    return test instanceof Expr.Compare c
        && c.left() instanceof Expr.Name n
        && n.id().equals("__name__")
        && c.comparators().get(0) instanceof Expr.StringLiteral s
        && s.value().equals("__main__");
  }

  /** The test of a statement, which may declare what the statement uses. */
  JavaExpr test(Stmt stmt, Expr test) {
    Stmt outer = lowering.body.tested;
    lowering.body.tested = stmt;
    JavaExpr result = lowering.exprs.condition(test);
    lowering.body.tested = outer;
    return result;
  }

  private void delete(Expr target) {
    switch (target) {
      case Expr.Attribute a ->
          lowering.line(
              support("Dyn")
                  + ".deleteAttribute("
                  + lowering.exprs.value(a.value(), Basic.OBJECT).code()
                  + ", "
                  + Strings.literal(a.name())
                  + ");");
      case Expr.Subscript s -> new Subscripts(lowering).deleteItem(s);
      case Expr.Name n -> {
        Variable v = lowering.variable(n);
        boolean isHeld = v.owner != null || !v.isField;
        if (v.maybeUnbound && isHeld) {
          lowering.line(lowering.body.name(v) + ".delete();");
        }
      }
      case Expr.TupleDisplay t -> t.elements().forEach(this::delete);
      default ->
          lowering.diagnostics.refuse(
              target, "deleting an attribute is not supported", "assign None to it");
    }
  }
}
