package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.WithItem;

/** {@code with} and {@code async with}. */
final class WithLowering {
  private final Lowering lowering;

  WithLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  void lower(Stmt.With w) {
    items(w, 0);
    if (!swallows) {
      Flow.keepsNothing(w);
    } else if (!Flow.completes(w)) {
      Type type = lowering.body.function.result.type();
      boolean plain = type == Basic.NONE || lowering.body.function.isGenerator;
      lowering.line(plain ? "return;" : "return " + JavaTypes.initial(type) + ";");
    }
  }

  private boolean swallows;

  private void items(Stmt.With w, int at) {
    if (at == w.items().size()) {
      lowering.stmts.block(w.body());
      return;
    }
    WithItem item = w.items().get(at);
    Type type = Types.strip(lowering.type(item.context()));
    Signature enter =
        lowering.inference.exprs.calls.library.attribute(
            type, w.isAsync() ? "__aenter__" : "__enter__");
    Signature exit =
        lowering.inference.exprs.calls.library.attribute(
            type, w.isAsync() ? "__aexit__" : "__exit__");
    if (enter != null && exit != null) {
      plain(w, at, enter, exit);
      return;
    }
    boolean user =
        type instanceof Instance i
            && i.type().method(w.isAsync() ? "__aexit__" : "__exit__") != null;
    boolean library = type instanceof Type.Generic && enter != null;
    boolean unknown = type == Basic.OBJECT;
    boolean manager = Types.is(type, "manager") || unknown;
    if (!user && !library && !manager) {
      lowering.exprs.refuse(
          item.context(),
          "'" + Types.text(type) + "' is no context manager that is known",
          "use try and finally");
      return;
    }
    JavaExpr value = lowering.exprs.expr(item.context());
    if (unknown) {
      value =
          JavaExpr.primary(
              support("Managers") + ".of(" + value.code() + ", " + w.isAsync() + ")",
              Types.generic("manager", Basic.OBJECT));
    }
    JavaExpr kept = value.isSimple() ? value : lowering.exprs.keep(value, "manager");
    Type entered = lowering.inference.exprs.entered(type, w.isAsync());
    String enterName = user ? (w.isAsync() ? "aenter" : "enter") : "enter";
    String exitName = user ? (w.isAsync() ? "aexit" : "exit") : "exit";
    JavaExpr enterCall =
        JavaExpr.boxed(kept.at(JavaExpr.PRIMARY) + "." + enterName + "()", entered);
    if (item.target() != null && entered != Basic.NONE) {
      lowering.stmts.assignments().assign(item.target(), enterCall, w);
    } else {
      lowering.line(enterCall.code() + ";");
      if (item.target() != null) {
        lowering.stmts.assignments().assign(item.target(), JavaExpr.primary("null", Basic.NONE), w);
      }
    }
    boolean never = user && type instanceof Instance i && resultOf(i, w.isAsync()) == Basic.NONE;
    String failure = lowering.body.fresh("failure");
    int mark = lowering.body.pool.mark();
    String e = lowering.body.fresh("e");
    lowering.line("Throwable " + failure + " = null;");
    lowering.line("try {");
    items(w, at + 1);
    lowering.line("} catch (Throwable " + e + ") {");
    lowering.line(failure + " = " + e + ";");
    String on = kept.at(JavaExpr.PRIMARY) + "." + exitName;
    String args =
        user ? "(" + support("PyType") + ".ofValue(" + e + "), " + e + ", null)" : "(" + e + ")";
    if (user) {
      args = userArgs(type, w.isAsync(), e);
    }
    if (never) {
      lowering.line(on + args + ";");
      lowering.line("throw " + e + ";");
    } else {
      swallows = true;
      String test =
          user
              ? Coercion.truth(JavaExpr.primary(on + args, resultOf(type, w.isAsync())), lowering)
                  .code()
              : on + args;
      lowering.line("if (" + (test.startsWith("!") ? test.substring(1) : "!" + test) + ") {");
      lowering.line("throw " + e + ";");
      lowering.line("}");
    }
    lowering.line("} finally {");
    lowering.line("if (" + failure + " == null) {");
    lowering.line(on + (user ? nullArgs(type, w.isAsync()) : "(null)") + ";");
    lowering.line("}");
    lowering.line("}");
    lowering.body.release(mark);
  }

  private static FunctionInfo exitMethod(Type type, boolean isAsync) {
    return java.util.Objects.requireNonNull(
        ((Instance) type).type().method(isAsync ? "__aexit__" : "__exit__"));
  }

  private static Type resultOf(Type type, boolean isAsync) {
    return exitMethod(type, isAsync).result.type();
  }

  private static String userArgs(Type type, boolean isAsync, String e) {
    FunctionInfo exit = exitMethod(type, isAsync);
    if (exit.callerParameters().size() == 1) {
      return "("
          + support("Tuple")
          + ".of("
          + support("PyType")
          + ".ofValue("
          + e
          + "), "
          + e
          + ", null))";
    }
    return "(" + support("PyType") + ".ofValue(" + e + "), " + e + ", null)";
  }

  private static String nullArgs(Type type, boolean isAsync) {
    return exitMethod(type, isAsync).callerParameters().size() == 1
        ? "(" + support("Tuple") + ".of(null, null, null))"
        : "(null, null, null)";
  }

  /** A manager whose exit does not look at the exception: try and finally. */
  private void plain(Stmt.With w, int at, Signature enter, Signature exit) {
    WithItem item = w.items().get(at);
    JavaExpr value = lowering.exprs.expr(item.context());
    JavaExpr kept =
        value.isSimple() || value.code().matches("(this\\.)?\\w+(\\.\\w+)*")
            ? value
            : lowering.exprs.keep(value, "manager");
    String self = kept.at(JavaExpr.PRIMARY);
    String code = enter.java().replace("{self}", self);
    if (item.target() != null) {
      lowering
          .stmts
          .assignments()
          .assign(
              item.target(),
              JavaExpr.boxed(
                  code,
                  lowering.inference.exprs.entered(lowering.type(item.context()), w.isAsync())),
              w);
    } else if (!code.equals(self)) {
      lowering.line(code + ";");
    }
    lowering.line("try {");
    items(w, at + 1);
    lowering.line("} finally {");
    lowering.line(exit.java().replace("{self}", self) + ";");
    lowering.line("}");
  }
}
