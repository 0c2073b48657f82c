package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import dev.weft.translator.parser.WithItem;
import org.jspecify.annotations.Nullable;

/** {@code with} and {@code async with}. */
final class WithLowering {
  private final Lowering lowering;

  WithLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Finds the statements of the program whose managers keep no exception, by their types. */
  static void settle(Lowering lowering) {
    WithLowering all = new WithLowering(lowering);
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.With w
            && w.items().stream().allMatch(item -> all.letsPass(item, w.isAsync()))) {
          lowering.module.flow.keepsNothing(w);
        }
        return true;
      }
    }.block(lowering.module.source.body());
  }

  void lower(Stmt.With w) {
    items(w, 0);
    if (!lowering.module.flow.isTransparent(w) && !lowering.module.flow.completes(w)) {
      Type type = lowering.body.function.result.type();
      boolean plain = type == Basic.NONE || lowering.body.function.isGenerator;
      lowering.line(plain ? "return;" : "return " + JavaTypes.initial(type) + ";");
    }
  }

  /** Whether a manager never keeps an exception that is raised in its block. */
  private boolean letsPass(WithItem item, boolean isAsync) {
    Type type = Types.strip(lowering.type(item.context()));
    if (signature(type, isAsync ? "__aexit__" : "__exit__") != null
        || Types.is(type, "taskgroup")
        || Types.is(type, "timeout")) {
      return true;
    }
    if (type instanceof Instance i) {
      FunctionInfo exit = i.type().method(isAsync ? "__aexit__" : "__exit__");
      return exit != null
          && (exit.result.type() == Basic.NONE || !lowering.module.flow.exitsSwallow());
    }
    return item.context() instanceof Expr.Call c
        && lowering.raw(c.function()) instanceof Type.FuncRef(FunctionInfo f)
        && f.isContextManager
        && Flow.letsPass(f.body);
  }

  private @Nullable Signature signature(Type type, String name) {
    return lowering.inference.exprs.calls.library.attribute(type, name);
  }

  private void items(Stmt.With w, int at) {
    if (at == w.items().size()) {
      lowering.stmts.block(w.body());
      return;
    }
    WithItem item = w.items().get(at);
    Type type = Types.strip(lowering.type(item.context()));
    Signature enter = signature(type, w.isAsync() ? "__aenter__" : "__enter__");
    Signature exit = signature(type, w.isAsync() ? "__aexit__" : "__exit__");
    if (enter != null && exit != null) {
      plain(w, at, enter, exit);
      return;
    }
    boolean user =
        type instanceof Instance i
            && i.type().method(w.isAsync() ? "__aexit__" : "__exit__") != null;
    boolean library = type instanceof Type.Generic && enter != null;
    // Entering an object of a class without these methods is an error when it happens.
    boolean unknown =
        type == Basic.OBJECT
            || (type instanceof Instance i && !i.type().isLibrary() && enter == null && !user);
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
    JavaExpr kept =
        Types.is(type, "taskgroup") || Types.is(type, "timeout")
            ? enteredItself(w, item, value)
            : entered(w, item, value, unknown ? Basic.OBJECT : type);
    String on = kept.at(JavaExpr.PRIMARY) + "." + (user ? w.isAsync() ? "aexit" : "exit" : "exit");
    frame(w, at, on, user ? type : null);
  }

  /** Enters a manager that is what entering it gives. */
  private JavaExpr enteredItself(Stmt.With w, WithItem item, JavaExpr value) {
    Type type = Types.strip(value.type());
    if (item.target() instanceof Expr.Name n) {
      Variable v = lowering.variable(n);
      boolean own = v.bindings == 1 && !v.assignedElsewhere && !v.isBoxed() && v.owner != null;
      String code = value.at(JavaExpr.PRIMARY) + ".enter()";
      if (own) {
        lowering.stmts.assignments().assign(n, JavaExpr.boxed(code, type), w);
        return JavaExpr.primary(lowering.body.name(v), type);
      }
    }
    if (item.target() != null) {
      return entered(w, item, value, type);
    }
    if (value.isSimple()) {
      lowering.line(value.code() + ".enter();");
      return value;
    }
    return lowering.exprs.keep(
        JavaExpr.boxed(value.at(JavaExpr.PRIMARY) + ".enter()", type), "manager");
  }

  /** Enters a manager, and gives it a name if it has none. */
  private JavaExpr entered(Stmt.With w, WithItem item, JavaExpr value, Type type) {
    JavaExpr kept = value.isSimple() ? value : lowering.exprs.keep(value, "manager");
    Type entered = lowering.inference.exprs.entered(type, w.isAsync());
    String enterName = type instanceof Instance && w.isAsync() ? "aenter" : "enter";
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
    return kept;
  }

  /**
   * The block between entering and leaving. What leaves it is told of the exception, and of nothing
   * where there is none, once.
   *
   * @param on what leaves it
   * @param type the manager's, if it is of a class of the program
   */
  private void frame(Stmt.With w, int at, String on, @Nullable Type type) {
    WithItem item = w.items().get(at);
    boolean passes = letsPass(item, w.isAsync());
    boolean plain = passes && !Flow.leaves(w.body());
    String failure = plain ? "" : lowering.body.fresh("failure");
    int mark = lowering.body.pool.mark();
    String e = lowering.body.fresh("e");
    if (!plain) {
      lowering.line("Throwable " + failure + " = null;");
    }
    lowering.line("try {");
    items(w, at + 1);
    lowering.line("} catch (Throwable " + e + ") {");
    if (!plain) {
      lowering.line(failure + " = " + e + ";");
    }
    String told = on + (type == null ? "(" + e + ")" : userArgs(type, w.isAsync(), e));
    if (passes) {
      lowering.line(told + ";");
      lowering.line("throw " + e + ";");
    } else {
      String test =
          type == null
              ? told
              : Coercion.truth(JavaExpr.primary(told, resultOf(type, w.isAsync())), lowering)
                  .code();
      lowering.line("if (" + (test.startsWith("!") ? test.substring(1) : "!" + test) + ") {");
      lowering.line("throw " + e + ";");
      lowering.line("}");
    }
    String left = on + (type == null ? "(null)" : nullArgs(type, w.isAsync())) + ";";
    if (!plain) {
      lowering.line("} finally {");
      lowering.line("if (" + failure + " == null) {");
      lowering.line(left);
      lowering.line("}");
    }
    lowering.line("}");
    if (plain && ends(w, at)) {
      lowering.line(left);
    }
    lowering.body.release(mark);
  }

  /** Whether control reaches the end of what an item of a statement is around. */
  private boolean ends(Stmt.With w, int at) {
    return lowering.module.flow.completes(w.body())
        || w.items().subList(at + 1, w.items().size()).stream()
            .anyMatch(item -> !letsPass(item, w.isAsync()));
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
