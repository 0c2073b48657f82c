package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.List;

/** {@code while} and {@code for}, with what runs behind one that was not left. */
final class LoopLowering {
  private final Lowering lowering;
  private final Loops heads;

  LoopLowering(Lowering lowering) {
    this.lowering = lowering;
    this.heads = lowering.stmts.loops();
  }

  void lower(Stmt.While w) {
    String flag = openElse(w.orElse(), w.body());
    Lines before = new Lines();
    JavaExpr test =
        Flow.isTrue(w.test())
            ? JavaExpr.primary("true", Basic.BOOL)
            : lowering.body.into(before, () -> lowering.stmts.test(w, w.test()));
    if (before.isEmpty()) {
      // Java looks into constants, and finds loops that never run or never end.
      boolean constant =
          !Flow.isTrue(w.test())
              && (isConstant(w.test())
                  || test.code().equals("false")
                  || test.code().equals("true"));
      lowering.line(
          "while (" + (constant ? "Boolean.valueOf(" + test.code() + ")" : test.code()) + ") {");
    } else {
      lowering.line("while (true) {");
      lowering.body.out.addAll(before);
      lowering.line("if (" + lowering.ops.negate(test).code() + ") {");
      lowering.line("break;");
      lowering.line("}");
    }
    lowering.body.breakFlags.push(flag);
    lowering.stmts.scoped(w.body());
    lowering.body.breakFlags.pop();
    lowering.line("}");
    closeElse(w.orElse(), flag);
  }

  void lower(Stmt.For f) {
    String flag = openElse(f.orElse(), f.body());
    String closing = "";
    int mark;
    if (heads.leavesGeneratorOpen(f)) {
      JavaExpr generator = lowering.exprs.keep(lowering.exprs.expr(f.iterable()), "generator");
      closing =
          f.isAsync()
              ? support("Asyncio") + ".closeLater(" + generator.code() + ");"
              : generator.code() + ".close();";
      lowering.body.generatorsToClose.push(closing);
      mark = heads.open(f.target(), generator, f.isAsync(), f);
    } else {
      mark = heads.open(f.target(), f.iterable(), f.isAsync(), f.body(), f);
    }
    lowering.body.breakFlags.push(flag);
    lowering.stmts.block(f.body());
    lowering.body.breakFlags.pop();
    lowering.line("}");
    lowering.body.release(mark);
    if (!closing.isEmpty()) {
      lowering.body.generatorsToClose.pop();
      if (Flow.breaks(f.body())) {
        lowering.line(closing);
      }
    }
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
      lowering.stmts.block(orElse);
      return;
    }
    lowering.line("if (" + flag + ") {");
    lowering.stmts.block(orElse);
    lowering.line("}");
  }

  /** Whether Java may know the value: of literals and of fields that are set once. */
  private boolean isConstant(Expr test) {
    boolean[] constant = {true};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr e) {
        constant[0] &=
            switch (e) {
              case Expr.Name n ->
                  lowering.module.names.get(n) instanceof Symbol.Var(Variable v)
                      && v.owner == null
                      && v.bindings == 1;
              case Expr.IntLiteral i -> true;
              case Expr.FloatLiteral f -> true;
              case Expr.StringLiteral s -> true;
              case Expr.BoolLiteral b -> true;
              case Expr.Compare c -> true;
              case Expr.BinOp b -> true;
              case Expr.BoolOp b -> true;
              case Expr.UnaryOp u -> true;
              case Expr.Conditional c -> true;
              default -> false;
            };
        return constant[0];
      }
    }.expr(test);
    return constant[0];
  }
}
