package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The heads of for loops, of statements and comprehensions. */
final class Loops {
  private final Lowering lowering;

  Loops(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The mark of the names before those of the loop that was opened last. */
  private int mark;

  /**
   * Opens a loop and binds its target; the caller closes the brace.
   *
   * @return the mark of the names that end with the loop
   */
  int open(Expr target, Expr iterable, boolean isAsync, List<Stmt> body, Stmt.@Nullable For at) {
    if (target instanceof Expr.Name n
        && !isAsync
        && lowering.type(n) == Basic.INT
        && isCallOf(iterable, "range")
        && counted(n, (Expr.Call) iterable, body, at)) {
      return mark;
    }
    if (isAsync) {
      openAsync(target, iterable, at);
      return mark;
    }
    Type type = lowering.type(iterable);
    if (target instanceof Expr.TupleDisplay t
        && t.elements().size() == 2
        && iterable instanceof Expr.Call c
        && c.function() instanceof Expr.Attribute a
        && a.name().equals("items")
        && Types.is(lowering.type(a.value()), "dict")
        && c.arguments().isEmpty()
        && t.elements().stream().allMatch(Expr.Name.class::isInstance)) {
      entries(t, a.value(), at);
      return mark;
    }
    if (target instanceof Expr.TupleDisplay t
        && t.elements().size() == 2
        && t.elements().getFirst() instanceof Expr.Name number
        && lowering.type(number) == Basic.INT
        && isCallOf(iterable, "enumerate")
        && numbered(number, t.elements().get(1), (Expr.Call) iterable, at)) {
      return mark;
    }
    if (target instanceof Expr.TupleDisplay t
        && t.elements().size() == 2
        && isCallOf(iterable, "zip")
        && paired(t, (Expr.Call) iterable, at)) {
      return mark;
    }
    Type element = lowering.inference.exprs.elementOf(type, false);
    head(target, element, at, literals(iterable, element));
    return mark;
  }

  /** Opens a loop over a generator that is there. */
  int open(Expr target, JavaExpr generator, boolean isAsync, Stmt.@Nullable For at) {
    head(
        target,
        lowering.inference.exprs.elementOf(generator.type(), isAsync),
        at,
        generator.code());
    return isAsync ? lowering.body.pool.mark() : mark;
  }

  /**
   * Whether a loop may be left before the end of a generator that nothing else holds and that has
   * something to clean up: CPython ends it as soon as the loop does.
   */
  boolean leavesGeneratorOpen(Stmt.For loop) {
    FunctionInfo generator = generator(loop.iterable());
    if (generator == null || generator.isAsync != loop.isAsync()) {
      return false;
    }
    boolean[] cleansUp = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        cleansUp[0] |= stmt instanceof Stmt.Try || stmt instanceof Stmt.With;
        return !(stmt instanceof Stmt.FunctionDef) && !(stmt instanceof Stmt.ClassDef);
      }
    }.block(generator.body);
    return cleansUp[0] && (Flow.breaks(loop.body()) || Flow.returns(loop.body()));
  }

  /** The generator function that is called; null if it is none of the program's. */
  private @Nullable FunctionInfo generator(Expr iterable) {
    if (!(iterable instanceof Expr.Call call)) {
      return null;
    }
    FunctionInfo function =
        switch (lowering.raw(call.function())) {
          case Type.FuncRef f -> f.function();
          default ->
              call.function() instanceof Expr.Attribute a
                      && Types.strip(lowering.raw(a.value())) instanceof Type.Instance i
                  ? i.type().method(a.name())
                  : null;
        };
    return function != null && function.isGenerator && !function.isContextManager ? function : null;
  }

  /** What a loop goes over; literals need no list of their own. */
  private String literals(Expr iterable, Type element) {
    List<Expr> items =
        switch (iterable) {
          case Expr.TupleDisplay t -> t.elements();
          case Expr.ListDisplay l -> l.elements();
          default -> List.of();
        };
    boolean plain = Packing.applies(element) || element == Basic.STR;
    boolean starred = items.stream().anyMatch(Expr.Starred.class::isInstance);
    if (iterable instanceof Expr.TupleDisplay && !items.isEmpty() && !plain && !starred) {
      // A tuple has a type for each of its parts, a loop one for all.
      return lowering.exprs.inOrder(items, Collections.nCopies(items.size(), element)).stream()
          .map(item -> item.asObject(element))
          .collect(
              Collectors.joining(
                  ", ", support("Lists") + ".<" + JavaTypes.boxed(element) + ">of(", ")"));
    }
    if (items.isEmpty() || !plain || starred) {
      JavaExpr source = lowering.exprs.expr(iterable);
      // Java takes a choice with a null for a null there, and javac fails of it.
      boolean choice = source.precedence() == JavaExpr.TERNARY && source.code().contains("null");
      return Coercion.iterable(choice ? lowering.exprs.keep(source, "chosen") : source).code();
    }
    List<Type> wanted = new ArrayList<>();
    items.forEach(i -> wanted.add(element));
    return lowering.exprs.inOrder(items, wanted).stream()
        .map(JavaExpr::code)
        .collect(Collectors.joining(", ", "new " + JavaTypes.of(element) + "[] {", "}"));
  }

  private void head(Expr target, Type element, Stmt.@Nullable For at, String iterable) {
    mark = lowering.body.pool.mark();
    if (lowering.stmts.assignments().isIgnored(target)) {
      lowering.line("for (" + JavaTypes.of(element) + " _ : " + iterable + ") {");
      return;
    }
    if (target instanceof Expr.Name n && isOwn(n, at) && !lowering.variable(n).isBoxed()) {
      Variable v = lowering.variable(n);
      v.declaredOnce = true;
      Type type = v.type();
      boolean same = JavaTypes.boxed(type).equals(JavaTypes.boxed(element));
      if (same) {
        lowering.line(
            "for (" + JavaTypes.of(type) + " " + lowering.body.name(v) + " : " + iterable + ") {");
        return;
      }
    }
    String item =
        lowering.body.fresh(
            target instanceof Expr.Name n ? JavaNames.camel(n.id()) + "Item" : "item");
    lowering.line("for (" + JavaTypes.of(element) + " " + item + " : " + iterable + ") {");
    lowering.stmts.assignments().assign(target, JavaExpr.primary(item, element), at);
  }

  private void entries(Expr.TupleDisplay t, Expr map, Stmt.@Nullable For at) {
    JavaExpr plain = lowering.exprs.expr(map);
    JavaExpr source =
        map instanceof Expr.DictDisplay ? lowering.exprs.keep(plain, "entries") : plain;
    Type key = Types.arg(source.type(), 0);
    Type value = Types.arg(source.type(), 1);
    mark = lowering.body.pool.mark();
    String entry = lowering.body.fresh("entry");
    lowering.line(
        "for ("
            + support("Map")
            + ".Entry<"
            + JavaTypes.boxed(key)
            + ", "
            + JavaTypes.boxed(value)
            + "> "
            + entry
            + " : "
            + source.at(JavaExpr.PRIMARY)
            + ".entrySet()) {");
    part(t.elements().get(0), JavaExpr.boxed(entry + ".getKey()", key), at);
    part(t.elements().get(1), JavaExpr.boxed(entry + ".getValue()", value), at);
  }

  /** A for over the elements of two things, without tuples. */
  private boolean paired(Expr.TupleDisplay targets, Expr.Call zip, Stmt.@Nullable For at) {
    List<Expr> args = zip.arguments();
    List<Type> types = args.stream().map(lowering::type).toList();
    if (args.size() != 2
        || targets.elements().stream().anyMatch(Expr.Starred.class::isInstance)
        || types.stream().anyMatch(Types::isTuple)
        || !(lowering.module.names.get((Expr.Name) zip.function()) instanceof Symbol.Library)) {
      return false;
    }
    List<JavaExpr> sources = lowering.exprs.inOrder(args, types);
    List<JavaExpr> items = new ArrayList<>();
    List<String> more = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Type element = lowering.inference.exprs.elementOf(types.get(i), false);
      String java = JavaTypes.boxed(element);
      String iterator = lowering.body.fresh(i == 0 ? "left" : "right");
      lowering.line(
          support("Iterator")
              + "<"
              + (element == Basic.OBJECT
                  ? "?"
                  : element instanceof Basic ? java : "? extends " + java)
              + "> "
              + iterator
              + " = "
              + Coercion.iterable(sources.get(i)).at(JavaExpr.PRIMARY)
              + ".iterator();");
      more.add(iterator + ".hasNext()");
      items.add(JavaExpr.boxed(iterator + ".next()", element));
    }
    mark = lowering.body.pool.mark();
    lowering.line("while (" + String.join(" && ", more) + ") {");
    for (int i = 0; i < 2; i++) {
      Expr target = targets.elements().get(i);
      if (lowering.stmts.assignments().isIgnored(target)) {
        lowering.line(items.get(i).code() + ";");
      } else {
        lowering.stmts.assignments().assign(target, items.get(i), at);
      }
    }
    return true;
  }

  private void part(Expr target, JavaExpr value, Stmt.@Nullable For at) {
    AssignmentLowering assignments = lowering.stmts.assignments();
    if (!assignments.isIgnored(target)) {
      assignments.assign(target, value, at);
    }
  }

  private void openAsync(Expr target, Expr iterable, Stmt.@Nullable For at) {
    Type type = lowering.type(iterable);
    JavaExpr source = lowering.exprs.expr(iterable);
    Type element = lowering.inference.exprs.elementOf(type, true);
    String code = source.code();
    if (Types.strip(type) instanceof Type.Instance i) {
      FunctionInfo iterate = i.type().method("__aiter__");
      if (iterate != null && !returnsSelf(iterate)) {
        code = source.at(JavaExpr.PRIMARY) + "." + iterate.javaName + "()";
      }
      boolean goesOver = iterate != null && Types.strip(iterate.callType()) instanceof Generic;
      code = goesOver ? code : support("AsyncIterators") + ".of(" + code + ")";
    } else if (!(Types.strip(type) instanceof Generic)) {
      code = support("AsyncIterators") + ".of(" + code + ")";
      element = Basic.OBJECT;
    }
    head(target, element, at, code);
  }

  /** Whether a method does nothing but give its object. */
  private static boolean returnsSelf(FunctionInfo method) {
    return method.body.size() == 1
        && method.body.get(0) instanceof Stmt.Return r
        && r.value() instanceof Expr.Name n
        && n.id().equals(method.parameters.get(0).name());
  }

  /** A for over elements and their numbers, with a variable that counts. */
  private boolean numbered(Expr.Name number, Expr target, Expr.Call call, Stmt.@Nullable For at) {
    List<Expr> args = call.arguments();
    if (args.isEmpty()
        || args.size() > 2
        || (args.size() == 2 && literal(args.get(1)) == null)
        || !(lowering.module.names.get((Expr.Name) call.function()) instanceof Symbol.Library)) {
      return false;
    }
    Expr values = args.getFirst();
    Type element = lowering.inference.exprs.elementOf(lowering.type(values), false);
    String source = literals(values, element);
    String next = lowering.body.fresh("next");
    lowering.line(
        "long "
            + next
            + " = "
            + (args.size() == 1 ? "0" : lowering.exprs.value(args.get(1), Basic.INT).code())
            + ";");
    head(target, element, at, source);
    lowering.stmts.assignments().assign(number, JavaExpr.primary(next + "++", Basic.INT), at);
    return true;
  }

  private boolean isOwn(Expr.Name n, Stmt.@Nullable For at) {
    Variable v = lowering.variable(n);
    if (v.owner == null && v.isField) {
      return false;
    }
    return v.inComprehension || (at != null && lowering.declarations.isInPlace(at, v));
  }

  static boolean isCallOf(Expr expr, String function) {
    return expr instanceof Expr.Call c
        && c.function() instanceof Expr.Name n
        && n.id().equals(function)
        && c.keywords().isEmpty()
        && c.arguments().stream().noneMatch(Expr.Starred.class::isInstance);
  }

  /** A for over a range with a step that is known, or known to be above zero. */
  private boolean counted(Expr.Name n, Expr.Call range, List<Stmt> body, Stmt.@Nullable For at) {
    List<Expr> args = range.arguments();
    if (args.isEmpty()
        || args.size() > 3
        || !(lowering.module.names.get((Expr.Name) range.function()) instanceof Symbol.Library)) {
      return false;
    }
    Expr.Name next = null;
    long step = 1;
    if (args.size() == 3) {
      Long literal = literal(args.get(2));
      if (literal != null && literal != 0) {
        step = literal;
      } else if (args.get(2) instanceof Expr.Name s
          && lowering.variable(s).isPositive
          && isSteady(s, n, body, at)) {
        next = s;
      } else {
        return false;
      }
    }
    Variable v = lowering.variable(n);
    boolean own = isOwn(n, at) && !v.isBoxed() && !v.captured;
    if (own && v.bindings != 1) {
      return false;
    }
    String start = args.size() == 1 ? "0" : lowering.exprs.value(args.get(0), Basic.INT).code();
    Expr stopExpr = args.get(args.size() == 1 ? 0 : 1);
    JavaExpr stop = lowering.exprs.value(stopExpr, Basic.INT);
    boolean fixed =
        literal(stopExpr) != null
            || (stopExpr instanceof Expr.Name s
                && (lowering.calls.arguments().isFinal(s) || isSteady(s, n, body, at)));
    String bound =
        fixed
            ? stop.at(JavaExpr.RELATIONAL)
            : lowering
                .exprs
                .keep(stop.type() == Basic.INT ? stop : stop.as(Basic.INT), "stop")
                .code();
    v.counted |= own;
    mark = lowering.body.pool.mark();
    String name =
        own ? lowering.body.name(v) : lowering.body.fresh(JavaNames.camel(n.id()) + "Item");
    String advance =
        next != null
            ? name + " += " + lowering.body.name(lowering.variable(next))
            : step == 1
                ? name + "++"
                : step == -1 ? name + "--" : name + (step > 0 ? " += " + step : " -= " + -step);
    lowering.line(
        "for (long "
            + name
            + " = "
            + start
            + "; "
            + name
            + (step > 0 ? " < " : " > ")
            + bound
            + "; "
            + advance
            + ") {");
    if (!own) {
      part(n, JavaExpr.primary(name, Basic.INT), at);
    }
    return true;
  }

  /** Whether a variable of the function keeps its value while a loop runs. */
  private boolean isSteady(Expr.Name n, Expr.Name target, List<Stmt> body, Stmt.@Nullable For at) {
    Variable v = lowering.variable(n);
    return at != null
        && !v.isBoxed()
        && !v.assignedElsewhere
        && (v.owner != null || !v.isField)
        && v.type() == Basic.INT
        && !n.id().equals(target.id())
        && !Bindings.of(body).names.containsKey(n.id());
  }

  private static @Nullable Long literal(Expr expr) {
    return switch (expr) {
      case Expr.IntLiteral i when i.value().bitLength() < 31 -> i.value().longValue();
      case Expr.UnaryOp u
          when u.op() == Expr.Unary.MINUS
              && u.operand() instanceof Expr.IntLiteral i
              && i.value().bitLength() < 31 ->
          -i.value().longValue();
      default -> null;
    };
  }
}
