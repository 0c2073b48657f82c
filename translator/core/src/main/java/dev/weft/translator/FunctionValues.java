package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Functions as values that know their names, parameters and defaults. */
final class FunctionValues {
  private final Lowering lowering;

  FunctionValues(Lowering lowering) {
    this.lowering = lowering;
  }

  /** A function of the module; a method with its receiver. */
  JavaExpr of(FunctionInfo function, @Nullable Expr receiver) {
    String values = lowering.body.fresh("values");
    List<String> args = new ArrayList<>(lowering.functions.captureArguments(function, true));
    List<String> defaults = new ArrayList<>();
    String on = "";
    if (receiver != null) {
      JavaExpr self = lowering.exprs.expr(receiver);
      on =
          self.code().equals("this")
              ? "this."
              : (self.isSimple()
                          && receiver instanceof Expr.Name n
                          && lowering.calls.arguments().isFinal(n)
                      ? self.at(JavaExpr.PRIMARY)
                      : lowering.exprs.keep(self, "receiver").code())
                  + ".";
    } else if (function.owner != null) {
      on = function.owner.javaName + ".";
    }
    boolean unbound =
        receiver == null && function.owner != null && function.binding == FunctionInfo.Binding.SELF;
    int at = 0;
    if (unbound) {
      on =
          Coercion.to(
                      JavaExpr.primary(values + "[0]", Basic.OBJECT),
                      new Type.Instance(Objects.requireNonNull(function.owner)))
                  .at(JavaExpr.PRIMARY)
              + ".";
      at = 1;
    }
    arguments(function, values, at, args, defaults);
    String name =
        function.owner == null ? lowering.functions.qualified(function) : function.javaName;
    String call = on + name + "(" + String.join(", ", args) + ")";
    String parameters = function.parameterText();
    if (unbound) {
      String self = function.parameters.get(0).name();
      parameters = parameters.isEmpty() ? self : self + ", " + parameters;
    }
    String code =
        made(
            function.qualifiedName(),
            parameters,
            values,
            FunctionLowering.body(call, function),
            defaults);
    if (function.parent != lowering.module.body && function.owner == null) {
      code = code.replaceFirst("\\.of\\(", ".closure(");
    } else if (receiver != null) {
      code += ".boundTo(" + on.substring(0, on.length() - 1) + ")";
    } else if (function.owner != null && function.binding == FunctionInfo.Binding.CLASS) {
      code += ".boundTo(" + support("PyType") + ".of(" + function.owner.javaName + ".class))";
    }
    String doc = docstring(function.body);
    if (doc != null) {
      code += ".documented(" + Strings.literal(doc) + ")";
    }
    return JavaExpr.primary(code, lowering.inference.exprs.functionValue(function))
        .asCallable(lowering.inference, function);
  }

  /** A method of the object whose own method this is put into. */
  JavaExpr ofThis(FunctionInfo method) {
    String values = lowering.body.fresh("values");
    List<String> args = new ArrayList<>();
    List<String> defaults = new ArrayList<>();
    arguments(method, values, 0, args, defaults);
    String call = method.javaName + "(" + String.join(", ", args) + ")";
    String code =
        made(
            method.qualifiedName(),
            method.parameterText(),
            values,
            FunctionLowering.body(call, method),
            defaults);
    return JavaExpr.primary(code + ".boundTo(this)", Basic.OBJECT);
  }

  /** Takes the values of all parameters, in order, and what stands for those that are not given. */
  private void arguments(
      FunctionInfo function, String values, int from, List<String> args, List<String> defaults) {
    int at = from;
    for (Parameter p : function.callerParameters()) {
      Variable v = Objects.requireNonNull(function.params.get(p.name()));
      args.add(argument(values, at++, v));
      if (p.defaultValue() != null) {
        JavaExpr value = lowering.exprs.value(p.defaultValue(), v.type());
        defaults.add(
            (v.type() instanceof Type.Func ? Coercion.to(value, Basic.OBJECT) : value)
                .asObject(v.type()));
      }
    }
  }

  /** The arguments of a constructor's call of which only run time knows where they belong. */
  String boundArguments(FunctionInfo function, Expr.Call call) {
    List<Expr> exprs = new ArrayList<>();
    call.arguments().forEach(e -> exprs.add(e instanceof Expr.Starred s ? s.value() : e));
    call.keywords().forEach(k -> exprs.add(k.value()));
    List<JavaExpr> lowered =
        lowering.exprs.inOrder(exprs, exprs.stream().map(lowering::type).toList());
    String values = lowering.body.fresh("values");
    List<String> args = new ArrayList<>();
    List<String> defaults = new ArrayList<>();
    arguments(function, values, 0, args, defaults);
    String rest = defaults.isEmpty() ? "" : ", " + String.join(", ", defaults);
    lowering.line(
        "Object[] "
            + values
            + " = "
            + support("Calls")
            + ".bound("
            + Strings.literal(function.qualifiedName())
            + ", "
            + Strings.literal(function.parameterText())
            + ", "
            + positional(call, lowered)
            + ", "
            + named(call, lowered)
            + (rest.equals(", null") ? ", (Object) null" : rest)
            + ");");
    return String.join(", ", args);
  }

  static @Nullable String docstring(List<Stmt> body) {
    return Javadoc.isDocstring(body)
        ? ((Expr.StringLiteral) ((Stmt.ExprStmt) body.get(0)).value()).value()
        : null;
  }

  private static String argument(String values, int at, Variable v) {
    return Coercion.to(JavaExpr.primary(values + "[" + at + "]", Basic.OBJECT), v.type()).code();
  }

  private static String made(
      String name, String parameters, String values, String body, List<String> defaults) {
    String rest = defaults.isEmpty() ? "" : ", " + String.join(", ", defaults);
    if (defaults.size() == 1 && defaults.get(0).equals("null")) {
      rest = ", (Object) null";
    }
    return support("Function")
        + ".of("
        + Strings.literal(name)
        + ", "
        + Strings.literal(parameters)
        + ", "
        + values
        + " -> "
        + body
        + rest
        + ")";
  }

  /** A function of positional parameters as one that says what is wrong with a call. */
  JavaExpr named(JavaExpr function, FunctionInfo target, Type.Func type) {
    String values = lowering.body.fresh("values");
    List<String> args = new ArrayList<>();
    for (int i = 0; i < type.params().size(); i++) {
      JavaExpr value = JavaExpr.primary(values + "[" + i + "]", Basic.OBJECT);
      args.add(Coercion.to(value, type.params().get(i).type()).code());
    }
    String call = function.at(JavaExpr.PRIMARY) + ".call(" + String.join(", ", args) + ")";
    return JavaExpr.primary(
        made(target.qualifiedName(), target.parameterText(), values, call, List.of()),
        new Type.Callable(type.result(), type.targets()));
  }

  /** A lambda with defaults or spread parameters. */
  JavaExpr ofLambda(FunctionInfo function) {
    Body outer = lowering.body;
    Body body = new Body(function, outer);
    String values = outer.fresh("values");
    List<String> defaults = new ArrayList<>();
    Lines lines = new Lines();
    int at = 0;
    for (Parameter p : function.parameters) {
      Variable v = Objects.requireNonNull(function.params.get(p.name()));
      if (p.defaultValue() != null) {
        defaults.add(lowering.exprs.value(p.defaultValue(), v.type()).asObject(v.type()));
      }
      String name = outer.fresh(JavaNames.camel(p.name()));
      body.names.put(v, name);
      lines.add(JavaTypes.of(v.type()) + " " + name + " = " + argument(values, at++, v) + ";");
    }
    Type result = function.result.type();
    lowering.body = body;
    body.out = lines;
    lowering.stmts.declareOwn(function);
    JavaExpr value = lowering.exprs.value(Objects.requireNonNull(function.lambdaBody), result);
    lowering.body = outer;
    if (result == Basic.NONE && value.endsWith(")")) {
      lines.add(value.code() + ";");
      lines.add("return null;");
    } else {
      lines.add("return " + Coercion.to(value, Basic.OBJECT).asObject(result) + ";");
    }
    String block = "{\n" + lines.joined() + "\n}";
    return JavaExpr.primary(
        made(function.qualifiedName(), function.parameterText(), values, block, defaults)
            .replaceFirst("\\.of\\(", ".closure("),
        lowering.inference.exprs.functionValue(function));
  }

  /**
   * What calling a class does where only run time matches the arguments; null for the plain way.
   */
  @Nullable String maker(ClassInfo type) {
    if (type.isEnum
        || type.isLibrary()
        || (type.isNamedTuple && type.base() == null && type.dataFields.isEmpty())) {
      return null;
    }
    FunctionInfo init = type.method("__init__");
    if (init != null) {
      return init.hasOptions() ? constructing(type, init) : null;
    }
    boolean isPlain =
        type.isException || !type.isMadeOfFields() || PatternTypes.matchArgs(type).isEmpty();
    return isPlain ? null : ofFields(type);
  }

  /** The same, also where the plain way would do. */
  String makerAlways(ClassInfo type) {
    FunctionInfo init = type.method("__init__");
    return init != null
        ? constructing(type, init)
        : type.isException || !type.isMadeOfFields()
            ? support("PyType") + ".of(" + type.javaName + ".class)"
            : ofFields(type);
  }

  private String constructing(ClassInfo type, FunctionInfo init) {
    String values = lowering.body.fresh("values");
    List<String> args = new ArrayList<>();
    List<String> defaults = new ArrayList<>();
    arguments(init, values, 0, args, defaults);
    String made = "new " + type.javaName + "(" + String.join(", ", args) + ")";
    ClassInfo owner = init.owner == null ? type : init.owner;
    return made(owner.name + ".__init__", init.parameterText(), values, made, defaults);
  }

  private String ofFields(ClassInfo type) {
    ClassInfo maker = Objects.requireNonNull(type.fieldMaker());
    String values = lowering.body.fresh("values");
    List<String> args = new ArrayList<>();
    List<String> params = new ArrayList<>();
    for (String name : PatternTypes.matchArgs(type)) {
      Variable field = type.fieldOrNew(name);
      Expr given = null;
      for (ClassInfo c = type; c != null && given == null; c = c.base()) {
        given = c.dataFields.get(name);
      }
      if (given instanceof Expr.Call f && Decorators.name(f.function()).equals("field")) {
        if (ArgumentLowering.isHidden(f)) {
          continue;
        }
      }
      // A default is made anew for each call, so the maker fills in what is missing.
      String value = values + "[" + params.size() + "]";
      String fallback =
          given == null ? null : lowering.calls.arguments().fieldDefault(given, field.type());
      args.add(
          fallback == null
              ? argument(values, params.size(), field)
              : "("
                  + value
                  + " == "
                  + support("Py")
                  + ".ELLIPSIS ? "
                  + fallback
                  + " : "
                  + argument(values, params.size(), field)
                  + ")");
      String star = maker.isMadeByNames && params.isEmpty() ? "*, " : "";
      params.add(star + name + (fallback == null ? "" : "="));
    }
    List<String> defaults = new ArrayList<>();
    params.stream()
        .filter(p -> p.endsWith("="))
        .forEach(p -> defaults.add(support("Py") + ".ELLIPSIS"));
    return made(
        maker.name + (maker.isNamedTuple ? ".__new__" : ".__init__"),
        String.join(", ", params),
        values,
        "new " + type.javaName + "(" + String.join(", ", args) + ")",
        defaults);
  }

  /** A call of something with arguments that only run time matches. */
  JavaExpr call(JavaExpr function, Expr.Call call) {
    List<Expr> exprs = new ArrayList<>();
    for (Expr arg : call.arguments()) {
      exprs.add(arg instanceof Expr.Starred s ? s.value() : arg);
    }
    call.keywords().forEach(k -> exprs.add(k.value()));
    List<JavaExpr> lowered = lowering.exprs.inOrder(exprs, wanted(call));
    boolean plain =
        call.keywords().isEmpty()
            && call.arguments().stream().noneMatch(Expr.Starred.class::isInstance);
    if (plain) {
      List<String> codes = new ArrayList<>();
      lowered.forEach(e -> codes.add(boxed(e)));
      if (codes.size() == 1 && codes.get(0).equals("null")) {
        codes.set(0, "(Object) null");
      }
      boolean callable = Types.strip(function.type()) instanceof Type.Callable;
      return JavaExpr.primary(
          callable
              ? function.at(JavaExpr.PRIMARY) + ".apply(" + String.join(", ", codes) + ")"
              : support("Dyn")
                  + ".call("
                  + function.asObject(Basic.OBJECT)
                  + (codes.isEmpty() ? "" : ", " + String.join(", ", codes))
                  + ")",
          Basic.OBJECT);
    }
    return JavaExpr.primary(
        support("Calls")
            + ".with("
            + function.code()
            + ", "
            + positional(call, lowered)
            + ", "
            + named(call, lowered)
            + ")",
        Basic.OBJECT);
  }

  /** What the arguments of a call that only run time matches are lowered to. */
  List<Type> wanted(Expr.Call call) {
    List<Type> wanted = new ArrayList<>();
    for (Expr arg : call.arguments()) {
      wanted.add(arg instanceof Expr.Starred s ? lowering.type(s.value()) : Basic.OBJECT);
    }
    for (Keyword k : call.keywords()) {
      wanted.add(k.name() == null ? lowering.type(k.value()) : Basic.OBJECT);
    }
    return wanted;
  }

  private static String boxed(JavaExpr value) {
    return Coercion.to(value, Basic.OBJECT)
        .asObject(value.type() == Basic.INT ? Basic.INT : Basic.OBJECT);
  }

  String positional(Expr.Call call, List<JavaExpr> lowered) {
    List<String> parts = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    boolean spread = call.arguments().stream().anyMatch(Expr.Starred.class::isInstance);
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.arguments().get(i) instanceof Expr.Starred) {
        if (!plain.isEmpty()) {
          parts.add(support("Lists") + ".<Object>of(" + String.join(", ", plain) + ")");
          plain.clear();
        }
        JavaExpr value = lowered.get(i);
        parts.add(
            Types.strip(value.type()) == Basic.OBJECT
                ? told("positional", value, call)
                : Coercion.iterable(value).code());
      } else {
        plain.add(boxed(lowered.get(i)));
      }
    }
    if (!plain.isEmpty() || !spread) {
      String only =
          plain.size() == 1 && plain.get(0).equals("null")
              ? "(Object) null"
              : String.join(", ", plain);
      parts.add(support("Lists") + ".<Object>of(" + only + ")");
    }
    return parts.size() == 1
        ? parts.get(0)
        : support("Calls") + ".positional(" + String.join(", ", parts) + ")";
  }

  /** What is spread, of which run time tells whether it can be. */
  private String told(String method, JavaExpr value, Expr.Call call) {
    FunctionInfo function =
        lowering.raw(call.function()) instanceof Type.FuncRef f ? f.function() : null;
    ClassInfo type = lowering.raw(call.function()) instanceof Type.ClassRef c ? c.type() : null;
    String name =
        function != null
            ? lowering.module.unit(function.node).module + "." + function.qualifiedName()
            : type != null && type.node != null
                ? lowering.module.unit(type.node).module + "." + type.name
                : Decorators.name(call.function());
    return support("Calls")
        + "."
        + method
        + "("
        + value.asObject(Basic.OBJECT)
        + ", "
        + Strings.literal(name)
        + ")";
  }

  String named(Expr.Call call, List<JavaExpr> lowered) {
    List<String> parts = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    int at = call.arguments().size();
    for (Keyword k : call.keywords()) {
      JavaExpr value = lowered.get(at++);
      if (k.name() == null) {
        parts.add(
            Types.is(value.type(), "dict") && Types.arg(value.type(), 0) == Basic.STR
                ? value.code()
                : told("keywords", value, call));
      } else {
        plain.add(Strings.literal(k.name()) + ", " + boxed(value));
      }
    }
    if (!plain.isEmpty()) {
      parts.add(0, support("Dicts") + ".<String, Object>of(" + String.join(", ", plain) + ")");
    }
    return parts.isEmpty()
        ? support("Map") + ".of()"
        : parts.size() == 1
            ? parts.get(0)
            : support("Calls") + ".named(" + String.join(", ", parts) + ")";
  }
}
