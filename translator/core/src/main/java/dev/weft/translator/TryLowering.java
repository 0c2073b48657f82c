package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Handler;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** {@code try} and {@code raise}. */
final class TryLowering {
  private final Lowering lowering;

  TryLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  void lower(Stmt.Try t) {
    if (lowering.module.readsContexts && !t.finalBody().isEmpty()) {
      keepingContext(t);
      return;
    }
    boolean hasElse = !t.orElse().isEmpty();
    boolean nested = hasElse && !t.finalBody().isEmpty();
    String flag = "";
    if (nested) {
      lowering.line("try {");
    }
    boolean falls =
        t.handlers().stream().anyMatch(h -> lowering.module.flow.completes(h.body())) || t.isStar();
    if (hasElse && lowering.module.flow.completes(t.body()) && falls) {
      flag = lowering.body.fresh("succeeded");
      lowering.line("boolean " + flag + " = false;");
    }
    lowering.line("try {");
    lowering.stmts.block(t.body());
    if (!flag.isEmpty()) {
      lowering.line(flag + " = true;");
    }
    if (t.isStar()) {
      star(t);
    } else if (t.handlers().stream().anyMatch(this::isOpen)) {
      open(t);
    } else {
      List<ClassInfo> caught = new ArrayList<>();
      for (Handler h : t.handlers()) {
        handler(h, caught);
      }
    }
    if (!nested && !t.finalBody().isEmpty()) {
      finallyBlock(t);
    }
    lowering.line("}");
    if (!flag.isEmpty()) {
      lowering.line("if (" + flag + ") {");
      lowering.stmts.block(t.orElse());
      lowering.line("}");
    } else if (hasElse && lowering.module.flow.completes(t.body())) {
      lowering.stmts.block(t.orElse());
    }
    if (nested) {
      finallyBlock(t);
      lowering.line("}");
    }
  }

  /** What is raised in the finally has what was being raised as its context. */
  private void keepingContext(Stmt.Try t) {
    String raised = lowering.body.fresh("raised");
    String e = lowering.body.fresh("e");
    lowering.line("Throwable " + raised + " = null;");
    lowering.line("try {");
    if (t.handlers().isEmpty()) {
      lowering.stmts.block(t.body());
    } else {
      lower(new Stmt.Try(t.at(), t.body(), t.handlers(), t.orElse(), List.of(), t.isStar()));
    }
    lowering.line("} catch (Throwable " + e + ") {");
    lowering.line(raised + " = " + e + ";");
    lowering.line("throw " + e + ";");
    lowering.line("} finally {");
    acceptAbrupt(t);
    String inner = lowering.body.fresh("e");
    lowering.line("try {");
    lowering.stmts.block(t.finalBody());
    lowering.line("} catch (Throwable " + inner + ") {");
    lowering.line("throw " + support("Exceptions") + ".during(" + inner + ", " + raised + ");");
    lowering.line("}");
    lowering.line("}");
  }

  /** A handler's body; what it raises has what is handled as its context. */
  private void handled(List<Stmt> body, String name) {
    if (!lowering.module.readsContexts) {
      lowering.stmts.block(body);
      return;
    }
    String inner = lowering.body.fresh("e");
    lowering.line("try {");
    lowering.stmts.block(body);
    lowering.line("} catch (Throwable " + inner + ") {");
    lowering.line("throw " + support("Exceptions") + ".during(" + inner + ", " + name + ");");
    lowering.line("}");
  }

  private void acceptAbrupt(Stmt.Try t) {
    if (!lowering.module.flow.completes(t.finalBody())) {
      lowering.accepted.add("finally");
    }
  }

  private void finallyBlock(Stmt.Try t) {
    acceptAbrupt(t);
    lowering.line("} finally {");
    lowering.stmts.block(t.finalBody());
  }

  /** Whether only run time knows what a handler catches. */
  private boolean isOpen(Handler h) {
    if (h.type() == null) {
      return false;
    }
    List<Expr> exprs = h.type() instanceof Expr.TupleDisplay t ? t.elements() : List.of(h.type());
    return exprs.stream()
        .anyMatch(e -> !(lowering.raw(e) instanceof ClassRef c) || !c.type().isException);
  }

  /** Handlers as a chain of tests in one catch. */
  private void open(Stmt.Try t) {
    String raised = lowering.body.fresh("raised");
    lowering.line("} catch (Throwable " + raised + ") {");
    lowering.body.handled.push(raised);
    boolean all = false;
    for (Handler h : t.handlers()) {
      String head = h == t.handlers().get(0) ? "" : "} else ";
      if (h.type() == null) {
        lowering.line(head + "{");
        all = true;
      } else {
        lowering.line(
            head
                + "if ("
                + support("Py")
                + ".isInstance("
                + raised
                + ", "
                + lowering.exprs.value(h.type(), Basic.OBJECT).code()
                + ")) {");
      }
      Variable v = h.name() == null ? null : lowering.module.boundBy(h, h.name());
      if (v != null) {
        boolean outside = (v.isField && v.owner == null) || v.isBoxed();
        JavaExpr value = JavaExpr.primary(raised, v.type());
        if (outside) {
          lowering.stmts.assignments().assignVariable(v, value, null);
        } else {
          v.declaredOnce = true;
          lowering.line(
              JavaTypes.of(v.type())
                  + " "
                  + lowering.body.name(v)
                  + " = "
                  + (v.type() instanceof Instance i && i.type().name.equals("BaseException")
                      ? raised
                      : Coercion.cast(JavaExpr.primary(raised, Basic.OBJECT), v.type()).code())
                  + ";");
        }
      }
      handled(h.body(), raised);
    }
    if (!all) {
      lowering.line("} else {");
      lowering.line("throw " + raised + ";");
    }
    lowering.line("}");
    lowering.body.handled.pop();
  }

  private void handler(Handler h, List<ClassInfo> caught) {
    List<ClassInfo> types = types(h);
    // What an earlier handler takes never comes here, and Java would not compile it.
    types.removeIf(t -> caught.stream().anyMatch(t::isSubclassOf));
    for (ClassInfo t : new ArrayList<>(types)) {
      types.removeIf(other -> other != t && other.isSubclassOf(t));
    }
    if (types.isEmpty()) {
      return;
    }
    caught.addAll(types);
    Variable v = h.name() == null ? null : lowering.module.boundBy(h, h.name());
    List<String> java = new ArrayList<>();
    for (ClassInfo t : types) {
      java.add(t.javaName);
      if (t.isLibrary()) {
        java.addAll(javaOwn(t.name));
      }
    }
    boolean exact =
        v != null
            && types.size() == 1
            && java.size() > 1
            && isHandedOn(Objects.requireNonNull(h.name()), h.body());
    int mark = lowering.body.pool.mark();
    boolean isRebound =
        v != null && Bindings.of(h.body()).names.containsKey(Objects.requireNonNull(h.name()));
    String name =
        v == null || (v.isField && v.owner == null) || v.isBoxed() || exact || isRebound
            ? lowering.body.fresh("e")
            : lowering.body.name(v);
    String caughtAs = name;
    String alternatives = String.join(" | ", java);
    lowering.line("} catch (" + alternatives + " " + name + ") {");
    int line = lowering.body.out.size() - 1;
    if (v != null && exact && !((v.isField && v.owner == null) || v.isBoxed())) {
      v.declaredOnce = true;
      String type = types.get(0).javaName;
      lowering.line(
          type
              + " "
              + lowering.body.name(v)
              + " = "
              + support("Exceptions")
              + ".python("
              + type
              + ".class, "
              + name
              + ");");
      name = lowering.body.name(v);
    } else if (v != null && ((v.isField && v.owner == null) || v.isBoxed())) {
      JavaExpr value =
          exact
              ? JavaExpr.primary(
                  support("Exceptions")
                      + ".python("
                      + types.get(0).javaName
                      + ".class, "
                      + name
                      + ")",
                  v.type())
              : JavaExpr.primary(name, v.type());
      lowering.stmts.assignments().assignVariable(v, value, null);
    } else if (v != null && isRebound) {
      // What else it is bound to may be of another class.
      v.declaredOnce = true;
      lowering.line(JavaTypes.of(v.type()) + " " + lowering.body.name(v) + " = " + caughtAs + ";");
    } else if (v != null) {
      v.declaredOnce = true;
    }
    lowering.body.handled.push(name);
    handled(h.body(), name);
    lowering.body.handled.pop();
    if (!lowering.body.out.mention(caughtAs, line + 1)) {
      lowering.body.out.set(line, "} catch (" + alternatives + " _) {");
    }
    lowering.body.release(mark);
  }

  /** Whether the exception goes where its Java class matters: into variables and calls. */
  private static boolean isHandedOn(String name, List<Stmt> body) {
    int[] uses = {0, 0};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        switch (expr) {
          case Expr.Name n when n.id().equals(name) -> uses[0]++;
          case Expr.FormattedValue f -> harmless(f.value());
          case Expr.Attribute a -> harmless(a.value());
          case Expr.Call c when c.function() instanceof Expr.Name n && HARMLESS.contains(n.id()) ->
              c.arguments().forEach(this::harmless);
          default -> {}
        }
        return true;
      }

      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.Raise r && r.cause() != null) {
          harmless(r.cause());
        }
        return true;
      }

      private void harmless(Expr expr) {
        if (expr instanceof Expr.Name n && n.id().equals(name)) {
          uses[1]++;
        }
      }
    }.block(body);
    return uses[0] > uses[1];
  }

  private static final Set<String> HARMLESS =
      Set.of("print", "str", "repr", "type", "isinstance", "id");

  /** Java's own exceptions that stand for Python's. */
  private static List<String> javaOwn(String name) {
    return switch (name) {
      case "RuntimeError" -> List.of(support("ConcurrentModificationException"));
      case "TypeError" -> List.of("ClassCastException");
      case "AttributeError" -> List.of("NullPointerException");
      case "OverflowError" -> List.of("ArithmeticException");
      case "ArithmeticError" -> List.of("ArithmeticException");
      default -> List.of();
    };
  }

  private List<ClassInfo> types(Handler h) {
    List<ClassInfo> types = new ArrayList<>();
    if (h.type() == null) {
      types.add(Objects.requireNonNull(Library.get().exception("BaseException")));
      return types;
    }
    List<Expr> exprs = h.type() instanceof Expr.TupleDisplay t ? t.elements() : List.of(h.type());
    for (Expr expr : exprs) {
      if (lowering.raw(expr) instanceof ClassRef c) {
        types.add(c.type());
      } else {
        lowering.exprs.refuse(
            expr, "the exceptions caught here are not known", "name the classes in the except");
      }
    }
    return types;
  }

  private void star(Stmt.Try t) {
    String raised = lowering.body.fresh("raised");
    String rest = lowering.body.fresh("rest");
    lowering.line("} catch (Throwable " + raised + ") {");
    lowering.line(
        support("ExceptStar")
            + " "
            + rest
            + " = new "
            + support("ExceptStar")
            + "("
            + raised
            + ");");
    for (Handler h : t.handlers()) {
      Variable v = h.name() == null ? null : lowering.module.boundBy(h, h.name());
      String name = v == null ? lowering.body.fresh("group") : lowering.body.name(v);
      List<String> classes = types(h).stream().map(c -> c.javaName + ".class").toList();
      lowering.line(
          support("Errors.ExceptionGroup")
              + " "
              + name
              + " = "
              + rest
              + ".take("
              + String.join(", ", classes)
              + ");");
      lowering.line("if (" + name + " != null) {");
      boolean mayRaise = mayRaise(h.body());
      if (mayRaise) {
        lowering.line("try {");
      }
      lowering.body.handled.push(name);
      handled(h.body(), name);
      lowering.body.handled.pop();
      if (mayRaise) {
        String e = lowering.body.fresh("e");
        lowering.line("} catch (Throwable " + e + ") {");
        lowering.line(rest + ".add(" + e + ", " + name + ");");
        lowering.line("}");
      }
      lowering.line("}");
    }
    lowering.line(rest + ".rethrow();");
  }

  /** Whether a handler does more than to print and to assign what it has. */
  private static boolean mayRaise(List<Stmt> body) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        found[0] |= stmt instanceof Stmt.Raise;
        return true;
      }

      @Override
      protected boolean enter(Expr expr) {
        found[0] |=
            expr instanceof Expr.Call c
                && !(c.function() instanceof Expr.Name n && HARMLESS.contains(n.id()));
        return true;
      }
    }.block(body);
    return found[0];
  }

  void raise(Stmt.Raise r) {
    if (r.exception() == null) {
      String current = lowering.body.handled.peek();
      lowering.line(
          current == null
              ? "throw new "
                  + support("Errors.RuntimeError")
                  + "(\"No active exception to reraise\");"
              : "throw " + current + ";");
      return;
    }
    Type raw = lowering.raw(r.exception());
    JavaExpr value =
        raw instanceof ClassRef c
            ? lowering.calls.construct(
                new Expr.Call(r.exception().at(), r.exception(), List.of(), List.of()), c.type())
            : lowering.calls.raised(r.exception());
    boolean isMadeHere =
        raw instanceof ClassRef
            || (r.exception() instanceof Expr.Call c
                && lowering.raw(c.function()) instanceof ClassRef);
    Type type = Types.strip(value.type());
    boolean isClass =
        type instanceof Instance i
            && i.type().isException
            && !i.type().name.equals("BaseException");
    String code = value.code();
    if (r.cause() != null) {
      String cause =
          r.cause() instanceof Expr.NoneLiteral
              ? "null"
              : lowering.exprs.value(r.cause(), Basic.OBJECT).code();
      code = support("Exceptions") + ".from(" + code + ", " + cause + ")";
    } else if (!lowering.body.handled.isEmpty()
        && !lowering.module.readsContexts
        && isClass
        && !code.equals(lowering.body.handled.peek())) {
      code = support("Exceptions") + ".during(" + code + ", " + lowering.body.handled.peek() + ")";
    }
    boolean isPlain = isMadeHere || code.equals(lowering.body.handled.peek());
    lowering.line(
        "throw "
            + (!isClass
                ? support("Exceptions") + ".raise(" + code + ")"
                : isMadeHere && TracedRaises.isOverLines(r)
                    ? TracedRaises.raisedAtOnce(code)
                    : isPlain ? code : TracedRaises.raised(code))
            + ";");
  }
}
