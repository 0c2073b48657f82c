package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From Python expressions to Java's. */
final class ExprLowering {
  private final Lowering lowering;
  private final Comprehensions comprehensions;

  ExprLowering(Lowering lowering) {
    this.lowering = lowering;
    this.comprehensions = new Comprehensions(lowering);
  }

  Body body() {
    return lowering.body;
  }

  /** Lowers an expression for a place that wants a type. */
  JavaExpr value(Expr expr, Type wanted) {
    return Coercion.to(expr(expr, wanted), wanted);
  }

  /**
   * Lowers expressions in order; what is evaluated early is kept if a later one needs statements.
   */
  List<JavaExpr> inOrder(List<? extends Expr> exprs, List<Type> wanted) {
    List<JavaExpr> results = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      Expr expr = exprs.get(i);
      Type type = wanted.get(i);
      Lines before = new Lines();
      JavaExpr result = body().into(before, () -> value(expr, type));
      if (!before.isEmpty()) {
        for (int j = 0; j < results.size(); j++) {
          if (!isStable(results.get(j), exprs.get(j))) {
            results.set(j, keep(results.get(j), nameOf(exprs.get(j))));
          }
        }
        body().out.addAll(before);
      }
      results.add(result);
    }
    return results;
  }

  /** A name for a value that is kept. */
  private static String nameOf(Expr expr) {
    return switch (expr) {
      case Expr.Await a -> nameOf(a.value());
      case Expr.Attribute a -> JavaNames.camel(a.name());
      case Expr.Call c when c.function() instanceof Expr.Name n ->
          switch (n.id()) {
            case "len" -> "size";
            case "str", "repr", "format" -> "text";
            case "int", "float", "round", "abs" -> "number";
            case "any", "all", "sum", "min", "max", "sorted" -> n.id();
            default -> "value";
          };
      default -> "value";
    };
  }

  private boolean isStable(JavaExpr result, Expr expr) {
    return expr instanceof Expr.Name || expr instanceof Expr.Lambda || result.isSimple();
  }

  /** Evaluates now, into a local variable. */
  JavaExpr keep(JavaExpr value, String name) {
    String local = body().fresh(name);
    String code = value.wide() == null ? value.code() : value.asHeld(value.type());
    lowering.line(JavaTypes.of(value.type()) + " " + local + " = " + code + ";");
    if (value.type() == Basic.NONE) {
      return JavaExpr.primary("null", Basic.NONE);
    }
    return JavaExpr.primary(local, value.type());
  }

  JavaExpr expr(Expr expr) {
    return expr(expr, lowering.type(expr));
  }

  /** An expression whose value nobody wants. */
  JavaExpr statement(Expr expr) {
    return counted(expr, lower(expr, lowering.type(expr)));
  }

  JavaExpr expr(Expr expr, Type wanted) {
    JavaExpr result = counted(expr, lower(expr, wanted));
    if (result.type() == Basic.NONE && result.endsWith(")")) {
      // Java's void has no value: call first, then None.
      boolean call = result.precedence() == JavaExpr.PRIMARY;
      lowering.line((call ? "" : "Object " + body().fresh("none") + " = ") + result.code() + ";");
      return JavaExpr.primary("null", Basic.NONE);
    }
    return result;
  }

  private JavaExpr counted(Expr expr, JavaExpr result) {
    if (lowering.isDynamic(expr) && !(expr instanceof Expr.Starred)) {
      lowering.statistics.dynamic(expr);
    } else {
      lowering.statistics.concrete(expr);
    }
    return result;
  }

  private JavaExpr lower(Expr expr, Type wanted) {
    int line = line(expr);
    if (line == Session.here().line || line == 0 || !Session.here().fine || !canFail(expr)) {
      return lowerHere(expr, wanted);
    }
    int outer = Session.here().line;
    Session.here().line = line;
    JavaExpr result = lowerHere(expr, wanted);
    Session.here().line = outer;
    return result.marked(LineMarks.of(line), LineMarks.of(outer));
  }

  /** The line that Python tells of for what fails in it: of a call in a chain, that of its name. */
  private static int line(Expr expr) {
    return switch (expr) {
      case Expr.Call c when c.function() instanceof Expr.Attribute a -> a.at().endLine();
      case Expr.Attribute a -> a.at().endLine();
      default -> expr.at().line();
    };
  }

  private static boolean canFail(Expr expr) {
    return expr instanceof Expr.Call
        || expr instanceof Expr.Subscript
        || expr instanceof Expr.Attribute
        || expr instanceof Expr.BinOp
        || expr instanceof Expr.UnaryOp
        || expr instanceof Expr.Compare
        || expr instanceof Expr.Lambda
        || expr instanceof Expr.Comprehension
        || expr instanceof Expr.Await;
  }

  private JavaExpr lowerHere(Expr expr, Type wanted) {
    return switch (expr) {
      case Expr.IntLiteral i -> integer(i.value(), wanted);
      case Expr.FloatLiteral f -> JavaExpr.primary(floating(f.value()), Basic.FLOAT);
      case Expr.StringLiteral s -> JavaExpr.primary(Strings.expression(s.value()), Basic.STR);
      case Expr.BytesLiteral b ->
          JavaExpr.primary(
              support("Bytes") + ".of(" + Strings.expression(b.latin1()) + ")", Basic.BYTES);
      case Expr.BoolLiteral b -> JavaExpr.primary(Boolean.toString(b.value()), Basic.BOOL);
      case Expr.NoneLiteral n -> JavaExpr.primary("null", Basic.NONE);
      case Expr.EllipsisLiteral e -> JavaExpr.primary(support("Py") + ".ELLIPSIS", Basic.OBJECT);
      case Expr.ComplexLiteral c ->
          JavaExpr.primary(
              "new " + support("Complex") + "(0, " + floating(c.imaginary()) + ")", Basic.OBJECT);
      case Expr.FString f -> new Formatting(lowering).fString(f);
      case Expr.FormattedValue f -> new Formatting(lowering).part(f);
      case Expr.Name n -> name(n, wanted);
      case Expr.Attribute a -> new Attributes(lowering).get(a, wanted);
      case Expr.Call c -> lowering.calls.call(c);
      case Expr.Await a -> lowering.calls.await(a);
      case Expr.BinOp b -> lowering.ops.binary(b);
      case Expr.UnaryOp u -> lowering.ops.unary(u, wanted);
      case Expr.BoolOp b -> new ConditionLowering(lowering).bool(b);
      case Expr.Compare c -> new ConditionLowering(lowering).compare(c);
      case Expr.Conditional c -> conditional(c, wanted);
      case Expr.Walrus w -> {
        JavaExpr value = value(w.value(), lowering.type(w.value()));
        lowering.stmts.assignments().assign(w.target(), value, lowering.body.tested);
        yield name(w.target(), wanted);
      }
      case Expr.ListDisplay l ->
          new DisplayLowering(lowering).display("Lists", l.elements(), displayed(l, wanted));
      case Expr.SetDisplay s ->
          new DisplayLowering(lowering).display("Sets", s.elements(), lowering.type(s));
      case Expr.TupleDisplay t -> new DisplayLowering(lowering).tuple(t, wanted);
      case Expr.DictDisplay d -> new DisplayLowering(lowering).dict(d);
      case Expr.Comprehension c -> comprehensions.lower(c);
      case Expr.Lambda l ->
          lowering.functions.lambda(
              Objects.requireNonNull(lowering.module.functionOf.get(l)), wanted);
      case Expr.Subscript s -> new Subscripts(lowering).item(s);
      case Expr.Slice s -> new Subscripts(lowering).sliceValue(s);
      case Expr.Starred s -> refuse(s, "this use of * is not supported", "build the list first");
      case Expr.Yield y -> yielded(y);
      case Expr.YieldFrom y -> {
        JavaExpr source = Coercion.iterable(expr(y.value()));
        String code = body().yields + ".yieldFrom(" + source.code() + ")";
        if (lowering.type(y) == Basic.NONE) {
          lowering.line(code + ";");
          yield JavaExpr.primary("null", Basic.NONE);
        }
        yield JavaExpr.primary(code, Basic.OBJECT);
      }
    };
  }

  /** Tuples of a length of their own, in a display for a place that holds ones of any length. */
  private Type displayed(Expr.ListDisplay l, Type wanted) {
    Type own = lowering.type(l);
    boolean longer =
        (Types.is(wanted, "list") || Types.is(wanted, "iter"))
            && Types.is(Types.element(wanted), "vartuple")
            && Types.is(Types.element(own), "tuple");
    return longer ? Types.generic("list", Types.element(wanted)) : own;
  }

  /** A comprehension that may build into a variable being declared. */
  Comprehensions comprehensions() {
    return comprehensions;
  }

  private JavaExpr yielded(Expr.Yield y) {
    Type yielded = body().function.yielded.type();
    String value =
        y.value() == null ? "null" : value(y.value(), yielded).asObject(Types.strip(yielded));
    String call = body().yields + ".yield_(" + value + ")";
    Type sent = body().function.sent.type();
    if (sent == Basic.NEVER) {
      lowering.line(call + ";");
      return JavaExpr.primary("null", Basic.NONE);
    }
    return Coercion.to(JavaExpr.primary(call, Basic.OBJECT), Types.optional(sent));
  }

  static JavaExpr integer(BigInteger value, Type wanted) {
    if (value.bitLength() >= 64) {
      return JavaExpr.primary(support("Numbers") + ".big(\"" + value + "\")", Basic.NUM);
    }
    // Java widens an int literal where a long or double is wanted, but does not box it as one.
    boolean primitive = wanted == Basic.INT || wanted == Basic.FLOAT;
    boolean plain = primitive && value.bitLength() < 32;
    return new JavaExpr(
        value + (plain ? "" : "L"),
        value.signum() < 0 ? JavaExpr.UNARY : JavaExpr.PRIMARY,
        Basic.INT,
        false,
        plain ? value + "L" : null);
  }

  static String floating(double value) {
    if (Double.isInfinite(value)) {
      return "Double.POSITIVE_INFINITY";
    }
    return Double.toString(value);
  }

  JavaExpr refuse(Expr at, String reason, String wayOut) {
    lowering.diagnostics.refuse(at, reason, wayOut);
    return JavaExpr.primary("null", Basic.OBJECT);
  }

  private JavaExpr name(Expr.Name n, Type wanted) {
    return switch (lowering.module.names.get(n)) {
      case Symbol.Var v when v.variable().type() instanceof Type.ClassRef c -> classValue(c.type());
      case Symbol.Var v -> variable(v.variable(), lowering.raw(n));
      case Symbol.Function f -> lowering.functions.reference(f.function(), null, wanted);
      case Symbol.UserClass c -> classValue(c.type());
      case Symbol.Library l
          when !(Types.strip(wanted) instanceof Type.Func) && Builtins.isType(l.path()) ->
          JavaExpr.primary(
              support("PyType") + ".builtin(" + Strings.literal(l.path().substring(9)) + ")",
              Basic.OBJECT);
      case Symbol.Library l -> library(n, l.path(), wanted);
      case null -> refuse(n, "name '" + n.id() + "' is not known", "define it");
    };
  }

  JavaExpr classValue(ClassInfo type) {
    String maker = new FunctionValues(lowering).maker(type);
    return JavaExpr.primary(
        support("PyType")
            + ".of("
            + type.javaName
            + ".class"
            + (maker == null ? "" : ", " + maker)
            + ")",
        Types.generic("type", new Instance(type)));
  }

  /** A name of the library; where anything may stand, a class is itself and not what makes it. */
  JavaExpr library(Expr at, String path, Type wanted) {
    String java = Library.get().rawJavaType(path);
    JavaExpr value = library(at, path);
    boolean isAnyCall = Types.strip(wanted) instanceof Type.Callable;
    if ((wanted != Basic.OBJECT && !isAnyCall) || !(value.type() instanceof Type.Func)) {
      return value;
    }
    if (java == null || isAnyCall) {
      String function =
          LibraryFunctions.isPlain(Library.get().function(path)) ? null : LibraryFunctions.of(path);
      return function == null
          ? value
          : JavaExpr.primary(function, isAnyCall ? wanted : Basic.OBJECT);
    }
    return JavaExpr.primary(
        support("PyType")
            + ".of("
            + Strings.literal(LibraryCallTypes.simple(path))
            + ", "
            + java.replaceFirst("<.*", "")
            + ".class, "
            + Objects.requireNonNull(LibraryFunctions.of(path))
            + ")",
        Basic.OBJECT);
  }

  JavaExpr library(Expr at, String path) {
    if (path.equals("builtins.__name__")) {
      Unit unit = lowering.module.unit(at);
      return unit.isImported
          ? JavaExpr.of(
              unit.hasMain
                  ? "isScript ? \"__main__\" : " + Strings.literal(unit.module)
                  : Strings.literal(unit.module),
              unit.hasMain ? JavaExpr.TERNARY : JavaExpr.PRIMARY,
              Basic.STR)
          : JavaExpr.primary("\"__main__\"", Basic.STR);
    }
    if (path.equals("builtins.__debug__")) {
      return JavaExpr.primary("true", Basic.BOOL);
    }
    if (path.equals("builtins.__doc__")) {
      String doc = FunctionValues.docstring(lowering.module.unit(at).body);
      return JavaExpr.primary(doc == null ? "null" : Strings.literal(doc), Basic.STR);
    }
    if (path.equals("builtins.__file__")) {
      return JavaExpr.primary(Strings.literal(lowering.module.unit(at).file), Basic.STR);
    }
    if (path.equals("builtins.NotImplemented")
        && body().function.owner != null
        && body().function.result.type() == Basic.BOOL) {
      return JavaExpr.primary("false", Basic.BOOL);
    }
    Signature constant = Library.get().constant(path);
    if (constant != null) {
      return JavaExpr.primary(constant.java(), new TypeForm.Bindings().type(constant.result()));
    }
    ClassInfo exception = Library.get().exception(path);
    if (exception != null) {
      return classValue(exception);
    }
    if (!Library.get().function(path).isEmpty()) {
      return lowering.functions.libraryReference(at, path);
    }
    if (path.startsWith("unbound.")) {
      return JavaExpr.primary(
          support("Exceptions") + ".unbound(" + Strings.literal(path.substring(8)) + ")",
          Basic.OBJECT);
    }
    int dot = path.lastIndexOf('.');
    if (dot > 9 && Builtins.isType(path.substring(0, dot))) {
      return JavaExpr.primary(
          support("Dyn")
              + ".get("
              + support("PyType")
              + ".builtin("
              + Strings.literal(path.substring(9, dot))
              + "), "
              + Strings.literal(path.substring(dot + 1))
              + ")",
          Basic.OBJECT);
    }
    JavaExpr missing = missing(path);
    if (missing != null) {
      return missing;
    }
    return refuse(
        at,
        path.startsWith("builtins.")
            ? "builtin '" + path.substring(9) + "' is not supported"
            : "'" + path + "' of the standard library is not supported",
        "replace it by something that is supported, or write it in Java");
  }

  /** A name that means nothing, or one that a module of the program does not have; else null. */
  @Nullable JavaExpr missing(String path) {
    int dot = path.lastIndexOf('.');
    if (path.startsWith("builtins.") && dot == 8 && !Builtins.isPython(path.substring(9))) {
      return JavaExpr.primary(
          support("Exceptions") + ".noName(" + Strings.literal(path.substring(9)) + ")",
          Basic.OBJECT);
    }
    String module = dot < 0 ? "" : path.substring(0, dot).replaceFirst("^builtins\\.", "");
    return lowering.module.units.stream().anyMatch(u -> u.module.equals(module))
        ? JavaExpr.primary(
            support("Exceptions")
                + ".notIn("
                + Strings.literal(module)
                + ", "
                + Strings.literal(path.substring(dot + 1))
                + ")",
            Basic.OBJECT)
        : null;
  }

  JavaExpr variable(Variable variable, Type read) {
    Type type = variable.type();
    JavaExpr standIn = body().standIns.get(variable);
    if (standIn != null && (Types.same(standIn.type(), type) || Types.same(standIn.type(), read))) {
      return standIn;
    }
    String code;
    if (variable.owner == null && variable.isField) {
      code = variable.javaName;
    } else if (isSelf(variable)) {
      return JavaExpr.primary("this", type);
    } else {
      code = body().name(variable);
      if (variable.isBoxed()) {
        boolean isFree = variable.owner != null && variable.owner != body().function;
        String held =
            !variable.maybeUnbound ? code + ".value" : code + (isFree ? ".free()" : ".get()");
        return narrowed(JavaExpr.boxed(held, type), type, read);
      }
    }
    return narrowed(JavaExpr.primary(code, type), type, read);
  }

  private JavaExpr narrowed(JavaExpr value, Type type, Type read) {
    if (read == Basic.NEVER
        || read.equals(type)
        || Types.same(read, type)
        || !Narrowing.narrows(type, read)) {
      return value;
    }
    return Coercion.cast(value, read);
  }

  boolean isSelf(Variable variable) {
    for (FunctionInfo f = body().function; f != null; f = f.parent) {
      if (f.owner != null
          && f.binding == FunctionInfo.Binding.SELF
          && !f.parameters.isEmpty()
          && f.params.get(f.parameters.get(0).name()) == variable) {
        return true;
      }
    }
    return false;
  }

  private JavaExpr conditional(Expr.Conditional c, Type wanted) {
    Type known = lowering.inference.exprs.known(c);
    Type type = Types.is(known, Types.ANY_OF) ? known : lowering.type(c);
    Set<Variable> bound = lowering.instances.plan(c.test(), true, List.of(c.body()));
    Set<Variable> otherwise = lowering.instances.plan(c.test(), false, List.of(c.orElse()));
    JavaExpr test = condition(c.test());
    lowering.instances.keep(bound, test);
    lowering.instances.keep(otherwise, test);
    Lines first = new Lines();
    Lines second = new Lines();
    JavaExpr yes = body().into(first, () -> value(c.body(), type));
    lowering.instances.release(bound);
    JavaExpr no = body().into(second, () -> value(c.orElse(), type));
    lowering.instances.release(otherwise);
    if (first.isEmpty() && second.isEmpty() && type != Basic.NONE) {
      return choice(test, yes, no, type, wanted);
    }
    String local = body().fresh("chosen");
    lowering.line(JavaTypes.of(type) + " " + local + ";");
    lowering.line("if (" + test.code() + ") {");
    body().out.addAll(first);
    lowering.line(local + " = " + yes.code() + ";");
    lowering.line("} else {");
    body().out.addAll(second);
    lowering.line(local + " = " + no.code() + ";");
    lowering.line("}");
    return JavaExpr.primary(local, type);
  }

  private static JavaExpr choice(JavaExpr test, JavaExpr yes, JavaExpr no, Type type, Type wanted) {
    String head = test.at(JavaExpr.TERNARY + 1) + " ? ";
    boolean ints = yes.wide() != null && no.wide() != null;
    if (ints && type == Basic.INT) {
      String wide = head + yes.wide() + " : " + no.wide();
      boolean primitive = wanted == Basic.INT || wanted == Basic.FLOAT;
      String plain = head + yes.code() + " : " + no.code();
      return new JavaExpr(
          primitive ? plain : wide, JavaExpr.TERNARY, type, false, primitive ? wide : null);
    }
    // Java would unbox both sides to the primitive of one.
    boolean mixed = yes.boxed() != no.boxed() && type instanceof Type.Opt;
    boolean open = type == Basic.NUM || (type == Basic.OBJECT && yes.type() != Basic.OBJECT);
    // Where a choice stands, Java may have to guess what its lambdas are.
    boolean untargeted = Types.strip(type) instanceof Type.Func;
    boolean cast =
        (mixed && !yes.boxed()) || open || (untargeted && yes.precedence() == JavaExpr.LOWEST);
    boolean objects = !Types.isPrimitive(type) || (type == Basic.FLOAT && ints);
    String other =
        untargeted && no.precedence() == JavaExpr.LOWEST
            ? no.cast(JavaTypes.boxed(type))
            : objects && !no.boxed() ? no.asObject(type) : no.at(JavaExpr.TERNARY);
    return new JavaExpr(
        head
            + (cast ? yes.cast(JavaTypes.boxed(type)) : yes.at(JavaExpr.TERNARY + 1))
            + " : "
            + other,
        JavaExpr.TERNARY,
        type,
        !Types.isPrimitive(type),
        null);
  }

  /** An expression as a condition. */
  JavaExpr condition(Expr expr) {
    return switch (expr) {
      case Expr.BoolOp b -> new ConditionLowering(lowering).conditions(b);
      case Expr.UnaryOp u when u.op() == Expr.Unary.NOT ->
          lowering.ops.negate(condition(u.operand()));
      default -> Coercion.truth(expr(expr), lowering);
    };
  }

  String codes(List<Expr> exprs, Type wanted) {
    List<Type> types = new ArrayList<>();
    exprs.forEach(e -> types.add(wanted));
    List<String> codes = new ArrayList<>();
    inOrder(exprs, types).forEach(e -> codes.add(e.asObject(wanted)));
    return String.join(", ", codes);
  }

  /** What a class stands for in a call or an attribute; null for anything else. */
  @Nullable ClassInfo classOf(Expr expr) {
    return lowering.raw(expr) instanceof Type.ClassRef c ? c.type() : null;
  }

  static boolean isInstanceOf(Type type, String method) {
    return Types.strip(type) instanceof Instance i && i.type().method(method) != null;
  }
}
