package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Library calls whose Java depends on more than types. */
final class SpecialCalls {
  /** Builtin types whose values are those of one class. */
  private static final Map<String, String> ONE_CLASS =
      Map.of(
          "builtins.str",
          "String",
          "builtins.float",
          "Double",
          "builtins.bool",
          "Boolean",
          "builtins.bytes",
          "Bytes");

  private final Lowering lowering;

  SpecialCalls(Lowering lowering) {
    this.lowering = lowering;
  }

  /** A decorator of functools around a function; null for any other call. */
  @Nullable JavaExpr decorating(Expr.Call call) {
    CallTypes calls = lowering.inference.exprs.calls;
    Expr decorated = calls.decorated(call);
    if (decorated == null) {
      return null;
    }
    JavaExpr function =
        Coercion.to(
            lowering.exprs.value(decorated, Basic.OBJECT),
            new Type.Callable(new Cell(), new java.util.LinkedHashSet<>()));
    String code;
    if (call.function() instanceof Expr.Call inner
        && calls.path(inner.function()).equals("functools.wraps")) {
      code =
          "Functools.wraps("
              + lowering.exprs.value(inner.arguments().get(0), Basic.OBJECT).code()
              + ", "
              + function.code()
              + ")";
    } else {
      String limit = calls.path(call.function()).equals("functools.cache") ? "null" : "128L";
      if (call.function() instanceof Expr.Call inner) {
        for (Keyword k : inner.keywords()) {
          limit =
              "maxsize".equals(k.name())
                  ? lowering.exprs.value(k.value(), Basic.OBJECT).asObject(Basic.INT)
                  : limit;
        }
        if (!inner.arguments().isEmpty()) {
          limit = lowering.exprs.value(inner.arguments().get(0), Basic.OBJECT).asObject(Basic.INT);
        }
      }
      code = "Functools.memo(" + function.code() + ", " + limit + ")";
    }
    Type type = lowering.type(call);
    return JavaExpr.primary(support(code), type);
  }

  /** A new instance with some fields changed. */
  private JavaExpr changed(Expr.Call call, Instance i) {
    JavaExpr on = lowering.exprs.expr(call.arguments().get(0));
    JavaExpr kept = on.isSimple() ? on : lowering.exprs.keep(on, "given");
    List<Expr> exprs = new ArrayList<>();
    List<Type> wanted = new ArrayList<>();
    for (Keyword k : call.keywords()) {
      exprs.add(k.value());
      wanted.add(i.type().fieldOrNew(String.valueOf(k.name())).type());
    }
    List<JavaExpr> lowered = lowering.exprs.inOrder(exprs, wanted);
    List<String> args = new ArrayList<>();
    for (String name : PatternTypes.matchArgs(i.type())) {
      Variable field = i.type().fieldOrNew(name);
      if (isHidden(i.type(), name)) {
        continue;
      }
      String code =
          kept.at(JavaExpr.PRIMARY)
              + "."
              + Attributes.fieldName(field)
              + (Attributes.isRecord(i.type(), name) ? "()" : "");
      for (int at = 0; at < lowered.size(); at++) {
        if (name.equals(call.keywords().get(at).name())) {
          code = lowered.get(at).code();
        }
      }
      args.add(code);
    }
    return JavaExpr.primary("new " + i.type().javaName + "(" + String.join(", ", args) + ")", i);
  }

  /** Whether a field is no parameter of the class. */
  private static boolean isHidden(ClassInfo type, String name) {
    for (ClassInfo c = type; c != null; c = c.base()) {
      if (c.dataFields.get(name) instanceof Expr.Call f
          && Decorators.name(f.function()).equals("field")
          && ArgumentLowering.isHidden(f)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hidesSome(ClassInfo type) {
    return PatternTypes.matchArgs(type).stream().anyMatch(name -> isHidden(type, name));
  }

  /** {@code replace(x, name=value)}. */
  private JavaExpr replacing(Expr.Call call) {
    if (Types.strip(lowering.type(call.arguments().get(0))) instanceof Instance i
        && (i.type().isDataclass || i.type().isNamedTuple)
        // Of a class below, another of that class is made.
        && (i.type().subclasses().isEmpty() || hidesSome(i.type()))
        && call.keywords().stream()
            .allMatch(k -> PatternTypes.matchArgs(i.type()).contains(k.name()))) {
      return changed(call, i);
    }
    FunctionValues values = new FunctionValues(lowering);
    List<Expr> exprs = new ArrayList<>();
    exprs.add(call.arguments().get(0));
    call.keywords().forEach(k -> exprs.add(k.value()));
    List<JavaExpr> lowered =
        lowering.exprs.inOrder(exprs, exprs.stream().map(lowering::type).toList());
    return Coercion.to(
        JavaExpr.primary(
            support("DataClass")
                + ".replace("
                + lowered.get(0).code()
                + ", "
                + values.named(call, lowered)
                + ")",
            Basic.OBJECT),
        lowering.type(call));
  }

  @Nullable JavaExpr call(Expr.Call call, String path) {
    return switch (path) {
      case "dataclasses.replace" -> replacing(call);
      case "builtins.reversed" -> {
        FunctionInfo method = lowering.inference.exprs.calls.reversed(path, call);
        yield method == null
            ? null
            : lowering.calls.dunder(
                method, lowering.exprs.expr(call.arguments().get(0)), List.of());
      }
      case "builtins.isinstance", "builtins.issubclass" ->
          call.arguments().size() == 2 && path.endsWith("isinstance") ? isInstance(call) : null;
      case "collections.defaultdict" -> {
        if (call.arguments().size() != 1 || !call.keywords().isEmpty()) {
          yield null;
        }
        Type type = lowering.type(call);
        String code =
            lowering.calls.arguments().factory(call.arguments().get(0), Types.arg(type, 1));
        yield JavaExpr.primary(
            support("PyDict")
                + ".<"
                + JavaTypes.boxed(Types.arg(type, 0))
                + ", "
                + JavaTypes.boxed(Types.arg(type, 1))
                + ">withDefault(() -> "
                + code
                + ")",
            type);
      }
      case "asyncio.iscoroutinefunction", "inspect.iscoroutinefunction" -> isAsync(call);
      case "functools.partial" ->
          lowering.inference.exprs.calls.library.deferred.partial(call, lowering);
      case "builtins.any", "builtins.all" -> quantifier(call, path.endsWith("any"));
      case "builtins.sum", "builtins.min", "builtins.max" ->
          new Aggregates(lowering).lower(call, path.substring("builtins.".length()));
      case "builtins.exec",
          "builtins.eval",
          "builtins.compile",
          "builtins.globals",
          "builtins.locals" ->
          lowering.exprs.refuse(
              call,
              "'" + path.substring(9) + "' needs a Python interpreter at run time",
              "write the code out");
      default -> null;
    };
  }

  /** Whether a function is async, which is known now unless nothing is known of it. */
  private @Nullable JavaExpr isAsync(Expr.Call call) {
    if (call.arguments().size() != 1) {
      return null;
    }
    boolean known =
        switch (Types.strip(lowering.raw(call.arguments().get(0)))) {
          case Type.FuncRef f -> f.function().isAsync && !f.function().isGenerator;
          case Type.Func f -> Types.is(f.result().type(), "coro");
          case Type.LibRef l ->
              Library.get().function(l.path()).stream().anyMatch(Signature::isAsync);
          default -> false;
        };
    return JavaExpr.primary(Boolean.toString(known), Basic.BOOL);
  }

  private JavaExpr isInstance(Expr.Call call) {
    Expr types = call.arguments().get(1);
    List<Expr> all = types instanceof Expr.TupleDisplay t ? t.elements() : List.of(types);
    JavaExpr value =
        lowering.exprs.value(call.arguments().get(0), lowering.type(call.arguments().get(0)));
    JavaExpr kept =
        all.size() == 1 || value.isSimple() ? value : lowering.exprs.keep(value, "value");
    List<JavaExpr> tests = new ArrayList<>();
    for (Expr type : all) {
      tests.add(test(kept, type));
    }
    JavaExpr result = lowering.instances.bind(call, tests.get(0));
    for (JavaExpr next : tests.subList(1, tests.size())) {
      result = JavaExpr.binary(result, "||", next, JavaExpr.OR, Basic.BOOL);
    }
    return result;
  }

  private JavaExpr test(JavaExpr value, Expr type) {
    Type raw = lowering.raw(type);
    if (raw instanceof ClassRef c && c.type().isProtocol) {
      List<String> names = new ArrayList<>();
      names.add(Coercion.to(value, Basic.OBJECT).code());
      c.type().methods.keySet().forEach(m -> names.add(Strings.literal(m)));
      return JavaExpr.primary(
          support("Py") + ".hasAll(" + String.join(", ", names) + ")", Basic.BOOL);
    }
    if (raw instanceof ClassRef c) {
      Type known = Types.strip(value.type());
      boolean comparable =
          value.type() == Basic.OBJECT
              || (known instanceof Instance i
                  && (i.type().isSubclassOf(c.type()) || c.type().isSubclassOf(i.type())));
      if (comparable) {
        return JavaExpr.of(
            value.at(JavaExpr.RELATIONAL) + " instanceof " + c.type().javaName,
            JavaExpr.RELATIONAL,
            Basic.BOOL);
      }
      return JavaExpr.primary(
          support("Py") + ".isInstance(" + value.code() + ", " + c.type().javaName + ".class)",
          Basic.BOOL);
    }
    if (raw instanceof Type.LibRef l
        && ONE_CLASS.containsKey(l.path())
        && !lowering.module.derivedValues.contains(l.path())
        && JavaTypes.of(value.type()).equals("Object")) {
      return JavaExpr.of(
          value.at(JavaExpr.RELATIONAL) + " instanceof " + support(ONE_CLASS.get(l.path())),
          JavaExpr.RELATIONAL,
          Basic.BOOL);
    }
    if (raw instanceof Type.LibRef l && l.path().equals("datetime.date")) {
      return JavaExpr.primary(
          support("Date") + ".isOne(" + value.as(Basic.OBJECT).code() + ")", Basic.BOOL);
    }
    if (raw instanceof Type.LibRef l && Library.get().rawJavaType(l.path()) != null) {
      return JavaExpr.of(
          value.as(Basic.OBJECT).at(JavaExpr.RELATIONAL)
              + " instanceof "
              + Library.get().rawJavaType(l.path()),
          JavaExpr.RELATIONAL,
          Basic.BOOL);
    }
    if (raw instanceof Type.LibRef l) {
      return JavaExpr.primary(
          support("Py")
              + ".isInstance("
              + value.code()
              + ", "
              + Strings.literal(l.path().substring(l.path().lastIndexOf('.') + 1))
              + ")",
          Basic.BOOL);
    }
    return JavaExpr.primary(
        support("Py")
            + ".isInstance("
            + Coercion.to(value, Basic.OBJECT).code()
            + ", "
            + (lowering.type(type) == Basic.STR ? "(Object) " : "")
            + lowering.exprs.value(type, Basic.OBJECT).code()
            + ")",
        Basic.BOOL);
  }

  /** Over a generator expression, a loop that stops at the first that decides. */
  private @Nullable JavaExpr quantifier(Expr.Call call, boolean any) {
    if (call.arguments().size() != 1
        || !(call.arguments().get(0) instanceof Expr.Comprehension c)
        || c.kind() != Expr.Comprehension.Kind.GENERATOR) {
      return null;
    }
    String found = lowering.body.fresh(any ? "found" : "holds");
    lowering.line("boolean " + found + " = " + !any + ";");
    String label = lowering.body.fresh("search");
    boolean nested = c.clauses().size() > 1;
    if (nested) {
      lowering.line(label + ":");
    }
    lowering
        .exprs
        .comprehensions()
        .loops(
            c,
            () -> {
              JavaExpr test = lowering.exprs.condition(c.element());
              lowering.line("if (" + (any ? test : lowering.ops.negate(test)).code() + ") {");
              lowering.line(found + " = " + any + ";");
              lowering.line(nested ? "break " + label + ";" : "break;");
              lowering.line("}");
            });
    return JavaExpr.primary(found, Basic.BOOL);
  }
}
