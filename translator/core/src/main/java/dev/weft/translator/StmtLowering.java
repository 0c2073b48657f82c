package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Statements. */
final class StmtLowering {
  private final Lowering lowering;
  private final Loops loops;
  private final TryLowering tries;
  private final Remarks remarks;

  StmtLowering(Lowering lowering) {
    this.lowering = lowering;
    this.loops = new Loops(lowering);
    this.tries = new TryLowering(lowering);
    this.remarks = new Remarks(lowering.module.source);
  }

  Loops loops() {
    return loops;
  }

  void block(List<Stmt> body) {
    List<Stmt> statements = Javadoc.isDocstring(body) ? body.subList(1, body.size()) : body;
    for (Stmt stmt : statements) {
      remarks.before(stmt, lowering.body.out);
      for (Variable v : lowering.declarations.before(stmt)) {
        declare(v);
      }
      stmt(stmt);
      if (!Flow.completes(stmt)) {
        // What follows can never run, and Java would not compile it.
        return;
      }
    }
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

  private void declare(Variable v) {
    String name = lowering.body.name(v);
    if (v.isBoxed()) {
      lowering.line(
          v.holder()
              + "<"
              + JavaTypes.boxed(v.type())
              + "> "
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
    int outer = LineMarks.at;
    LineMarks.at = stmt.at().line();
    // An exception tells where it was made, and that is to be the line of the raise.
    LineMarks.fine = !(stmt instanceof Stmt.Raise);
    lower(stmt);
    LineMarks.at = outer;
    LineMarks.fine = true;
  }

  private void lower(Stmt stmt) {
    switch (stmt) {
      case Stmt.ExprStmt e -> expression(e.value());
      case Stmt.Assign a -> assignment(a);
      case Stmt.AnnAssign a -> {
        if (a.value() != null) {
          Type wanted = targetType(a.target(), lowering.type(a.value()));
          assignOrBuild(a.target(), a.value(), wanted, a);
        }
      }
      case Stmt.AugAssign a -> new AugmentedAssignment(lowering).lower(a);
      case Stmt.Return r -> returns(r);
      case Stmt.If i -> conditional(i);
      case Stmt.While w -> whileLoop(w);
      case Stmt.For f -> forLoop(f);
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
        if (function != null
            && function.parent != null
            && lowering.module.body != function.parent) {
          lowering.module.lifted.add(function);
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
      lowering.exprs.comprehensions().lower(c, null);
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
    JavaExpr result = lowering.exprs.statement(value);
    String code = result.code();
    boolean isCall =
        code.endsWith(")") && result.precedence() == JavaExpr.PRIMARY && !code.startsWith("(");
    if (isCall) {
      lowering.line(code + ";");
    } else if (!result.isSimple()) {
      String local = lowering.body.fresh("unused");
      lowering.line("var " + local + " = " + code + ";");
    }
  }

  private void assignment(Stmt.Assign a) {
    if (a.targets().size() == 1) {
      Expr target = a.targets().get(0);
      if (target instanceof Expr.TupleDisplay t && a.value() instanceof Expr.TupleDisplay v) {
        if (parallel(t, v, a)) {
          return;
        }
      }
      assignOrBuild(target, a.value(), targetType(target, lowering.type(a.value())), a);
      return;
    }
    Type type = lowering.type(a.value());
    JavaExpr value = lowering.exprs.value(a.value(), type);
    JavaExpr kept =
        value.isSimple() && a.value() instanceof Expr.Name
            ? value
            : value.isSimple() ? value : lowering.exprs.keep(value, "value");
    for (Expr target : a.targets()) {
      assign(target, kept, a);
    }
  }

  /** {@code a, b = b, a}: all values first, then all targets. */
  private boolean parallel(Expr.TupleDisplay targets, Expr.TupleDisplay values, Stmt at) {
    boolean starred =
        targets.elements().stream().anyMatch(Expr.Starred.class::isInstance)
            || values.elements().stream().anyMatch(Expr.Starred.class::isInstance);
    if (starred || targets.elements().size() != values.elements().size()) {
      return false;
    }
    List<Type> wanted = new ArrayList<>();
    for (int i = 0; i < targets.elements().size(); i++) {
      wanted.add(targetType(targets.elements().get(i), lowering.type(values.elements().get(i))));
    }
    List<JavaExpr> lowered = lowering.exprs.inOrder(values.elements(), wanted);
    boolean independent = true;
    List<String> names = Positions.names(targets);
    for (int i = 1; i < values.elements().size(); i++) {
      independent &=
          isLiteral(values.elements().get(i)) || onlyNames(values.elements().get(i), names);
    }
    independent &= targets.elements().stream().allMatch(Expr.Name.class::isInstance);
    for (int i = 0; i < lowered.size(); i++) {
      if (!independent && i < lowered.size() - 0 && !isLiteral(values.elements().get(i))) {
        JavaExpr value = lowered.get(i);
        Type type = wanted.get(i);
        String local = lowering.body.fresh("next");
        lowering.line(JavaTypes.of(type) + " " + local + " = " + value.code() + ";");
        lowered.set(i, JavaExpr.primary(local, type));
      }
    }
    for (int i = 0; i < lowered.size(); i++) {
      if (!isRepeated(targets.elements(), i)) {
        assign(targets.elements().get(i), lowered.get(i), at);
      }
    }
    return true;
  }

  private static boolean isLiteral(Expr expr) {
    return switch (expr) {
      case Expr.IntLiteral i -> true;
      case Expr.FloatLiteral f -> true;
      case Expr.StringLiteral s -> true;
      case Expr.BoolLiteral b -> true;
      case Expr.NoneLiteral n -> true;
      default -> false;
    };
  }

  private static boolean onlyNames(Expr expr, List<String> targets) {
    return expr instanceof Expr.Name n && !targets.contains(n.id());
  }

  private void assignOrBuild(Expr target, Expr value, Type wanted, Stmt at) {
    if (target instanceof Expr.Name n
        && value instanceof Expr.Comprehension c
        && c.kind() != Expr.Comprehension.Kind.GENERATOR
        && lowering.declarations.isInPlace(at, lowering.variable(n))
        && !lowering.variable(n).isBoxed()
        && !(lowering.variable(n).owner == null && lowering.variable(n).isField)
        && JavaTypes.boxed(lowering.variable(n).type()).equals(JavaTypes.boxed(lowering.type(c)))) {
      lowering.variable(n).declaredOnce = lowering.variable(n).bindings == 1;
      lowering.exprs.comprehensions().lower(c, lowering.body.name(lowering.variable(n)));
      return;
    }
    if (!new Counting(lowering).lower(target, value)) {
      assign(target, lowering.exprs.value(value, wanted), at);
    }
  }

  Type targetType(Expr target, Type value) {
    return switch (target) {
      case Expr.Name n -> lowering.variable(n).type();
      case Expr.Attribute a
          when Types.strip(lowering.raw(a.value())) instanceof Instance i
              && i.type().field(a.name()) != null ->
          Objects.requireNonNull(i.type().field(a.name())).type();
      case Expr.Subscript s -> {
        Type on = Types.strip(lowering.type(s.value()));
        if (s.index() instanceof Expr.Slice) {
          yield value;
        }
        yield Types.is(on, "dict")
            ? Types.arg(on, 1)
            : on instanceof Generic g && Library.get().protocol(g.name(), "__setitem__") == null
                ? Types.element(on)
                : value;
      }
      default -> value;
    };
  }

  void assign(Expr target, JavaExpr value) {
    assign(target, value, null);
  }

  void assign(Expr target, JavaExpr value, @Nullable Stmt at) {
    switch (target) {
      case Expr.Name n -> assignVariable(lowering.variable(n), value, at);
      case Expr.Attribute a -> new Attributes(lowering).set(a, value);
      case Expr.Subscript s -> new Attributes(lowering).setItem(s, value);
      case Expr.TupleDisplay t -> unpack(t.elements(), value, at);
      case Expr.ListDisplay l -> unpack(l.elements(), value, at);
      case Expr.Starred s -> assign(s.value(), value, at);
      default -> lowering.exprs.refuse(target, "this cannot be assigned to", "assign to a name");
    }
  }

  void assignVariable(Variable v, JavaExpr value, @Nullable Stmt at) {
    JavaExpr fitted = Coercion.to(value, v.type());
    String code = fitted.code();
    if (v.owner == null && v.isField) {
      lowering.line(v.javaName + " = " + code + ";");
      return;
    }
    String name = lowering.body.name(v);
    boolean inPlace = v.inComprehension || (at != null && lowering.declarations.isInPlace(at, v));
    if (v.isBoxed()) {
      String boxed = fitted.asObject(v.type());
      if (v.maybeUnbound) {
        lowering.line(name + ".set(" + boxed + ");");
        return;
      }
      lowering.line(
          inPlace
              ? support("Ref")
                  + "<"
                  + JavaTypes.boxed(v.type())
                  + "> "
                  + name
                  + " = new "
                  + support("Ref")
                  + "<>("
                  + boxed
                  + ");"
              : name + ".value = " + boxed + ";");
      return;
    }
    if (inPlace) {
      v.declaredOnce = v.bindings == 1;
      lowering.line(JavaTypes.of(v.type()) + " " + name + " = " + code + ";");
    } else {
      lowering.line(name + " = " + code + ";");
    }
  }

  /** A name such as {@code _} that the same target binds again. */
  private static boolean isRepeated(List<Expr> targets, int at) {
    return targets.get(at) instanceof Expr.Name n
        && targets.subList(at + 1, targets.size()).stream()
            .anyMatch(t -> t instanceof Expr.Name m && m.id().equals(n.id()));
  }

  private void unpack(List<Expr> targets, JavaExpr value, @Nullable Stmt at) {
    Type type = Types.strip(value.type());
    int star = -1;
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i) instanceof Expr.Starred) {
        star = i;
      }
    }
    if (type instanceof Generic g
        && g.name().equals("tuple")
        && star < 0
        && g.args().size() == targets.size()) {
      JavaExpr kept = value.isSimple() ? value : lowering.exprs.keep(value, "pair");
      for (int i = 0; i < targets.size(); i++) {
        if (isRepeated(targets, i)) {
          continue;
        }
        assign(
            targets.get(i),
            JavaExpr.boxed(kept.code() + "." + Attributes.component(i), g.args().get(i).type()),
            at);
      }
      return;
    }
    if (type instanceof Instance i
        && i.type().isNamedTuple
        && star < 0
        && i.type().dataFields.size() == targets.size()) {
      JavaExpr kept = value.isSimple() ? value : lowering.exprs.keep(value, "pair");
      int at2 = 0;
      for (String field : i.type().dataFields.keySet()) {
        Variable f = i.type().fieldOrNew(field);
        assign(
            targets.get(at2++),
            JavaExpr.primary(kept.code() + "." + Attributes.fieldName(f) + "()", f.type()),
            at);
      }
      return;
    }
    Type element = lowering.inference.exprs.elementOf(type, false);
    String parts = lowering.body.fresh("parts");
    String java = JavaTypes.boxed(element);
    String source = Coercion.iterable(value).code();
    String args =
        star < 0 ? ", " + targets.size() : ", " + star + ", " + (targets.size() - star - 1);
    lowering.line(
        support("List")
            + "<"
            + java
            + "> "
            + parts
            + " = "
            + support("Iters")
            + ".<"
            + java
            + ">"
            + (star < 0 ? "unpack(" : "unpackStar(")
            + source
            + args
            + ");");
    for (int i = 0; i < targets.size(); i++) {
      if (i == star) {
        Expr inner = ((Expr.Starred) targets.get(i)).value();
        assign(
            inner,
            JavaExpr.primary(
                    support("Lists")
                        + ".slice("
                        + parts
                        + ", "
                        + star
                        + "L, (long) "
                        + parts
                        + ".size() - "
                        + (targets.size() - star - 1)
                        + ")",
                    new Generic("list", List.of(new Cell(element))))
                .as(targetType(inner, Basic.OBJECT)),
            at);
      } else if (!isRepeated(targets, i)) {
        String index = star >= 0 && i > star ? parts + ".size() - " + (targets.size() - i) : "" + i;
        assign(targets.get(i), JavaExpr.boxed(parts + ".get(" + index + ")", element), at);
      }
    }
  }

  private void returns(Stmt.Return r) {
    FunctionInfo function = lowering.body.function;
    if (function.returnsAtEnd) {
      lowering.line(
          "return "
              + (r.value() == null
                  ? "null"
                  : lowering.exprs.value(r.value(), Basic.OBJECT).asObject(lowering.type(r.value())))
              + ";");
      return;
    }
    if (function.isGenerator) {
      lowering.line("return;");
      return;
    }
    Type type = function.result.type();
    if (r.value() == null || type == Basic.NONE) {
      if (r.value() != null) {
        expression(r.value());
      }
      lowering.line(type == Basic.NONE ? "return;" : "return " + JavaTypes.initial(type) + ";");
      return;
    }
    lowering.line("return " + lowering.exprs.value(r.value(), type).code() + ";");
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
    JavaExpr test = lowering.exprs.condition(i.test());
    lowering.line("if (" + test.code() + ") {");
    block(i.body());
    List<Stmt> rest = i.orElse();
    while (rest.size() == 1
        && rest.get(0) instanceof Stmt.If next
        && lowering.declarations.before(next).isEmpty()) {
      Lines before = new Lines();
      JavaExpr nextTest = lowering.body.into(before, () -> lowering.exprs.condition(next.test()));
      if (!before.isEmpty()) {
        lowering.line("} else {");
        lowering.body.out.addAll(before);
        lowering.line("if (" + nextTest.code() + ") {");
        block(next.body());
        if (!next.orElse().isEmpty()) {
          lowering.line("} else {");
          block(next.orElse());
        }
        lowering.line("}");
        lowering.line("}");
        return;
      }
      lowering.line("} else if (" + nextTest.code() + ") {");
      block(next.body());
      rest = next.orElse();
    }
    if (!rest.isEmpty() && !(rest.size() == 1 && rest.get(0) instanceof Stmt.Pass)) {
      lowering.line("} else {");
      block(rest);
    }
    lowering.line("}");
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

  private void whileLoop(Stmt.While w) {
    String flag = openElse(w.orElse(), w.body());
    Lines before = new Lines();
    JavaExpr test =
        Flow.isTrue(w.test())
            ? JavaExpr.primary("true", Basic.BOOL)
            : lowering.body.into(before, () -> lowering.exprs.condition(w.test()));
    if (before.isEmpty()) {
      lowering.line("while (" + test.code() + ") {");
    } else {
      lowering.line("while (true) {");
      lowering.body.out.addAll(before);
      lowering.line("if (" + lowering.ops.negate(test).code() + ") {");
      lowering.line("break;");
      lowering.line("}");
    }
    lowering.body.breakFlags.push(flag);
    block(w.body());
    lowering.body.breakFlags.pop();
    lowering.line("}");
    closeElse(w.orElse(), flag);
  }

  private void forLoop(Stmt.For f) {
    String flag = openElse(f.orElse(), f.body());
    loops.open(f.target(), f.iterable(), f.isAsync(), f.body(), f);
    lowering.body.breakFlags.push(flag);
    block(f.body());
    lowering.body.breakFlags.pop();
    lowering.line("}");
    closeElse(f.orElse(), flag);
  }

  private String openElse(List<Stmt> orElse, List<Stmt> body) {
    if (orElse.isEmpty() || !Flow.breaks(body)) {
      return "";
    }
    String flag = lowering.body.fresh("completed");
    lowering.line("boolean " + flag + " = true;");
    return flag;
  }

  private void closeElse(List<Stmt> orElse, String flag) {
    if (orElse.isEmpty()) {
      return;
    }
    if (flag.isEmpty()) {
      block(orElse);
      return;
    }
    lowering.line("if (" + flag + ") {");
    block(orElse);
    lowering.line("}");
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
      case Expr.Subscript s -> new Attributes(lowering).deleteItem(s);
      case Expr.Name n -> {
        Variable v = lowering.variable(n);
        if (v.maybeUnbound) {
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
