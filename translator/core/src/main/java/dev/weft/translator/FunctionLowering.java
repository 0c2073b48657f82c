package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.FunctionInfo.Binding;
import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Func;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Functions. A nested one becomes a method of its own that takes what it captured as parameters, in
 * front; those that are assigned after capture are passed in a box.
 */
final class FunctionLowering {
  private final Lowering lowering;

  FunctionLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The class whose instance method a nested function becomes, since it uses {@code self}. */
  @Nullable ClassInfo hostInstance(FunctionInfo function) {
    return function.captures.stream().anyMatch(v -> selfOwner(function, v) != null)
        ? function.captures.stream()
            .map(v -> selfOwner(function, v))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null)
        : null;
  }

  private static @Nullable ClassInfo selfOwner(FunctionInfo function, Variable v) {
    for (FunctionInfo f = function.parent; f != null; f = f.parent) {
      if (f.owner != null
          && f.binding == Binding.SELF
          && !f.parameters.isEmpty()
          && f.params.get(f.parameters.get(0).name()) == v) {
        return f.owner;
      }
    }
    return null;
  }

  /** What it takes from around it: not {@code self}, and no class, which its name stands for. */
  List<Variable> captures(FunctionInfo function) {
    return function.captures.stream()
        .filter(v ->
            v.owner != null
                && selfOwner(function, v) == null
                && !(v.type() instanceof Type.ClassRef))
        .toList();
  }

  List<String> captureArguments(FunctionInfo function, boolean later) {
    List<String> codes = new ArrayList<>();
    if (function.owner != null || function.isLambda()) {
      return codes;
    }
    for (Variable v : captures(function)) {
      codes.add(lowering.body.name(v));
    }
    return codes;
  }

  /** The name by which code anywhere in the module calls a function. */
  String qualified(FunctionInfo function) {
    lowering.module.lift(function);
    boolean inClass = false;
    for (FunctionInfo f = lowering.body.function; f != null; f = f.parent) {
      inClass |= f.owner != null;
    }
    boolean shadowed = inClass && hostInstance(function) == null;
    return shadowed && hidesName(function) && !function.javaName.contains(".")
        ? lowering.module.className + "." + function.javaName
        : function.javaName;
  }

  /** A method of the surrounding class with that name would be found first. */
  private boolean hidesName(FunctionInfo function) {
    for (FunctionInfo f = lowering.body.function; f != null; f = f.parent) {
      if (f.owner != null) {
        for (ClassInfo c = f.owner; c != null; c = c.base()) {
          if (c.methods.values().stream().anyMatch(m -> m.javaName.equals(function.javaName))
              || c.isLibrary()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  String signature(FunctionInfo function, Body body) {
    List<String> params = new ArrayList<>();
    if (function.owner == null) {
      for (Variable v : captures(function)) {
        params.add((v.isBoxed() ? v.held() : JavaTypes.of(v.type())) + " " + body.name(v));
      }
    }
    for (Parameter p : function.callerParameters()) {
      Variable v = Objects.requireNonNull(function.params.get(p.name()));
      params.add(JavaTypes.of(v.type()) + " " + parameterName(function, v, body));
    }
    return "(" + String.join(", ", params) + ")";
  }

  /** A parameter that is boxed, or assigned inside a generator's lambda, is copied first. */
  private static String parameterName(FunctionInfo function, Variable v, Body body) {
    return needsCopy(function, v) ? body.fresh(JavaNames.camel(v.name) + "0") : body.name(v);
  }

  private static boolean needsCopy(FunctionInfo function, Variable v) {
    return v.isBoxed() || (function.isGenerator && v.bindings > 1);
  }

  /** Emits a whole method. */
  void method(FunctionInfo function, Lines out, String modifiers) {
    if (function.isClassBody) {
      new DynamicClasses(lowering).define(function, out);
      return;
    }
    Session.here().line = function.node.at().line();
    Body outer = lowering.body;
    Body body = lowering.newBody(function);
    lowering.body = body;
    lowering.declarations.plan(function);
    Javadoc.emit(function, out);
    String signature = signature(function, body);
    Type type =
        function.isContextManager
            ? new Type.Generic("manager", List.of(function.yielded))
            : function.isGenerator ? function.callType() : function.result.type();
    String java =
        function.name.equals("__anext__") ? JavaTypes.boxed(type) : JavaTypes.result(type);
    String head = modifiers + java + " " + function.javaName + signature;
    if (function.isAbstract && isEmpty(function.body)) {
      lowering.body = outer;
      if (function.binding != FunctionInfo.Binding.SELF) {
        // Java has no abstract static methods; those of other classes are called by their names.
        return;
      }
      out.add(head.startsWith("abstract ") ? head + ";" : "abstract " + head + ";");
      return;
    }
    if (function.isProperty && lowering.module.readUnseen.contains(function.name)) {
      out.add("@" + support("Property"));
    }
    if (function.owner != null
        && function.isAsync
        && !function.isGenerator
        && !function.isContextManager
        && (function.unseenCalls > 0
            || function.isOpen
            || lowering.module.readsAnyName
            || lowering.module.readUnseen.contains(function.name))) {
      out.add("@" + support("Awaited"));
    }
    if (overrides(function)) {
      out.add("@Override");
    }
    out.add(head + " {");
    body.out = out;
    copies(function, signature, body);
    if (!function.unsureImports.isEmpty()) {
      body.imports = new ConditionalImports(lowering, body);
      body.imports.declare();
    }
    if (function.isGenerator) {
      generator(function, body);
    } else {
      boolean mayStop = function.isAsync && mayStop(function.body);
      if (mayStop) {
        out.add("try {");
      }
      lowering.stmts.block(function.body);
      if (mayStop) {
        String stop = body.fresh("e");
        out.add("} catch (" + support("Errors.StopIteration") + " " + stop + ") {");
        out.add("throw " + support("Exceptions") + ".stopped(" + stop + ");");
        out.add("}");
      }
      if (lowering.module.flow.completes(function.body) && type != Basic.NONE) {
        out.add("return " + JavaTypes.initial(type) + ";");
      }
    }
    out.add("}");
    lowering.body = outer;
  }

  /** Whether a body may raise {@code StopIteration}, which never leaves a coroutine as it is. */
  private static boolean mayStop(List<Stmt> body) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        found[0] |=
            switch (expr) {
              case Expr.Call call ->
                  call.arguments().size() == 1
                      && call.function() instanceof Expr.Name n
                      && n.id().equals("next");
              case Expr.Name n -> n.id().equals("StopIteration");
              case Expr.Attribute a -> a.name().equals("__next__") || a.name().equals("send");
              default -> false;
            };
        return true;
      }
    }.block(body);
    return found[0];
  }

  /** Whether Java, too, sees a method of the class above, or of an interface, in a method. */
  private static boolean overrides(FunctionInfo method) {
    if (method.owner == null || method.binding != Binding.SELF) {
      return false;
    }
    if (method.callerParameters().isEmpty() && Dunders.isPublic(method)) {
      return true;
    }
    FunctionInfo above =
        method.owner.base() == null ? null : method.owner.base().method(method.name);
    return above != null
        && above.binding == Binding.SELF
        && above.javaName.equals(method.javaName)
        && parameterTypes(above).equals(parameterTypes(method));
  }

  private static List<String> parameterTypes(FunctionInfo function) {
    return function.callerParameters().stream()
        .map(p -> JavaTypes.of(Objects.requireNonNull(function.params.get(p.name())).type()))
        .toList();
  }

  /** Whether an abstract method has nothing that {@code super()} could call. */
  private static boolean isEmpty(List<Stmt> body) {
    return body.stream()
        .allMatch(s ->
            s instanceof Stmt.Pass
                || s instanceof Stmt.Raise
                || (s instanceof Stmt.ExprStmt e
                    && (e.value() instanceof Expr.StringLiteral
                        || e.value() instanceof Expr.EllipsisLiteral)));
  }

  /** Splits at the commas that stand in no type arguments. */
  private static List<String> parts(String parameters) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < parameters.length(); i++) {
      switch (parameters.charAt(i)) {
        case '<' -> depth++;
        case '>' -> depth--;
        case ',' -> {
          if (depth == 0) {
            parts.add(parameters.substring(start, i).strip());
            start = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(parameters.substring(start).strip());
    return parts;
  }

  /** The names of the parameters of a signature. */
  static List<String> names(String signature) {
    return signature.equals("()")
        ? List.of()
        : parts(signature.substring(1, signature.length() - 1)).stream()
            .map(p -> p.substring(p.lastIndexOf(' ') + 1))
            .toList();
  }

  void copies(FunctionInfo function, String signature, Body body) {
    String[] parts = parts(signature.substring(1, signature.length() - 1)).toArray(String[]::new);
    int at = function.owner == null ? captures(function).size() : 0;
    for (Parameter p : function.callerParameters()) {
      Variable v = Objects.requireNonNull(function.params.get(p.name()));
      String given = parts[at].substring(parts[at].lastIndexOf(' ') + 1);
      at++;
      if (v.isBoxed()) {
        body.out.add(v.held() + " " + body.name(v) + " = new " + v.holder() + "<>(" + given + ");");
      } else if (needsCopy(function, v) && !function.isGenerator) {
        body.out.add(JavaTypes.of(v.type()) + " " + body.name(v) + " = " + given + ";");
      }
    }
    if (function.isGenerator) {
      at = function.owner == null ? captures(function).size() : 0;
      for (Parameter p : function.callerParameters()) {
        Variable v = Objects.requireNonNull(function.params.get(p.name()));
        String given = parts[at].substring(parts[at].lastIndexOf(' ') + 1);
        at++;
        if (needsCopy(function, v) && !v.isBoxed()) {
          body.generatorCopies.add(
              JavaTypes.of(v.type()) + " " + body.name(v) + " = " + given + ";");
        }
      }
    }
  }

  private void generator(FunctionInfo function, Body body) {
    body.yields = body.fresh("out");
    Type yielded = function.yielded.type();
    String java = JavaTypes.boxed(yielded);
    String made =
        function.isContextManager
            ? (function.isAsync ? "Managers.fromAsync" : "Managers.from")
            : (function.isAsync ? "AsyncGenerator." : "Generator.");
    String call =
        function.isContextManager
            ? support("Managers") + ".<" + java + ">" + made.substring("Managers.".length())
            : support(made.substring(0, made.length() - 1))
                + ".<"
                + java
                + ">"
                + (function.returnsAtEnd ? "returning" : "of");
    body.out.add("return " + call + "(" + body.yields + " -> {");
    body.generatorCopies.forEach(body.out::add);
    lowering.stmts.block(function.body);
    if (function.returnsAtEnd && lowering.module.flow.completes(function.body)) {
      body.out.add("return null;");
    }
    boolean named = lowering.module.readsNames && !function.isContextManager && !function.isAsync;
    String defined =
        lowering.module.throwsIn && !function.isContextManager && !function.isAsync
            ? LineMarks.only(".definedAt(" + function.node.at().line() + ")")
            : "";
    String name = named ? ".named(" + Strings.literal(function.plainName()) + ")" : "";
    body.out.add("})" + name + defined + ";");
  }

  /** A function as a value, for a place that wants a type. */
  JavaExpr reference(FunctionInfo function, @Nullable Expr receiver, Type wanted) {
    Type type = lowering.inference.exprs.functionValue(function);
    Type place = Types.strip(wanted);
    if (!(place instanceof Func func) || (function.hasSpread() && !(type instanceof Func))) {
      return new FunctionValues(lowering).of(function, receiver);
    }
    if (receiver == null
        && function.owner != null
        && function.binding == Binding.SELF
        && type instanceof Func) {
      // Whoever calls it passes the object first.
      return Coercion.to(new FunctionValues(lowering).of(function, null), place);
    }
    int arity = func.params().size();
    List<String> params = new ArrayList<>();
    List<String> args = new ArrayList<>(captureArguments(function, true));
    for (Parameter p : function.callerParameters()) {
      boolean keyword = p.kind() == Parameter.Kind.KEYWORD_ONLY;
      if (p.defaultValue() == null || (params.size() < arity && !keyword)) {
        String name = lowering.body.fresh(JavaNames.camel(p.name()));
        params.add(name);
        args.add(name);
      } else {
        Variable v = Objects.requireNonNull(function.params.get(p.name()));
        args.add(lowering.exprs.value(p.defaultValue(), v.type()).code());
      }
    }
    String on = "";
    if (receiver != null) {
      JavaExpr self = lowering.exprs.expr(receiver);
      on =
          self.isSimple() || self.code().equals("this")
              ? self.at(JavaExpr.PRIMARY)
              : lowering.exprs.keep(self, "receiver").code();
      on = on.equals("this") ? "" : on + ".";
    } else if (function.owner != null) {
      on = function.owner.javaName + ".";
    }
    lowering.body.releaseLater(params);
    String name = function.owner == null ? qualified(function) : function.javaName;
    Type given = function.callType();
    Type needed = func.result().type();
    // What nothing reaches gives an object to Java, whatever else the place may hold.
    boolean open =
        (given == Basic.NEVER || given == Basic.OBJECT)
            && (!function.isAsync || function.isGenerator)
            && !JavaTypes.boxed(needed).equals("Object")
            && needed != Basic.NONE;
    boolean plain = (!function.isAsync || function.isGenerator) && type instanceof Func && !open;
    if (plain
        && args.equals(params)
        && function.callType() != Basic.NONE
        && !(function.owner == null && hostInstance(function) != null)) {
      String simple = function.javaName.substring(function.javaName.lastIndexOf('.') + 1);
      String owner =
          receiver == null
              ? (function.owner == null
                  ? lowering.module.unit(function.node).className
                  : function.owner.javaName)
              : on.isEmpty() ? "this" : on.substring(0, on.length() - 1);
      return JavaExpr.of(owner + "::" + simple, JavaExpr.LOWEST, type);
    }
    String code = on + name + "(" + String.join(", ", args) + ")";
    String call =
        open ? Coercion.to(JavaExpr.primary(code, Basic.OBJECT), needed).asObject(needed) : code;
    return JavaExpr.of(
        head(params) + body(call, function), JavaExpr.LOWEST, type instanceof Func ? type : place);
  }

  static String head(List<String> params) {
    return (params.size() == 1 ? params.get(0) : "(" + String.join(", ", params) + ")") + " -> ";
  }

  static String body(String call, FunctionInfo function) {
    if (function.isAsync && !function.isGenerator) {
      return support("Coroutine") + ".of(() -> " + call + ")";
    }
    return function.callType() == Basic.NONE ? "{ " + call + "; return null; }" : call;
  }

  /** What a lambda evaluates: the statements before its value, and the value. */
  private record LambdaBody(Lines lines, JavaExpr value) {}

  private LambdaBody lambdaBody(FunctionInfo function, Body body) {
    Body outer = lowering.body;
    Lines lines = new Lines();
    lowering.body = body;
    body.out = lines;
    lowering.stmts.declareOwn(function);
    JavaExpr value =
        lowering.exprs.value(Objects.requireNonNull(function.lambdaBody), function.result.type());
    lowering.body = outer;
    return new LambdaBody(lines, value);
  }

  /**
   * A lambda without parameters for a place that takes one with or without a value.
   *
   * @param needsNone whether None must not come out as what a Java method gives in its place
   */
  String action(FunctionInfo function, boolean needsNone) {
    LambdaBody body = lambdaBody(function, new Body(function, lowering.body));
    Lines lines = body.lines();
    String code = body.value().asObject(function.result.type());
    if (function.result.type() != Basic.NONE || !code.equals("null")) {
      return lines.isEmpty() ? "() -> " + code : block("() -> ", lines, code);
    }
    String text = lines.joined();
    return lines.size() == 1 && !needsNone && text.endsWith(");")
        ? "() -> " + text.substring(0, text.length() - 1)
        : "() -> {\n" + text + "\n}";
  }

  private static String block(String head, Lines lines, String value) {
    return head + "{\n" + lines.joined() + "\nreturn " + value + ";\n}";
  }

  JavaExpr lambda(FunctionInfo function, Type wanted) {
    Type place = Types.strip(wanted);
    boolean asValue = lowering.inference.exprs.functionValue(function) instanceof Type.Callable;
    if (asValue && (!(place instanceof Func) || function.hasSpread())) {
      return new FunctionValues(lowering).ofLambda(function);
    }
    int arity = place instanceof Func f ? f.params().size() : function.parameters.size();
    Body outer = lowering.body;
    Body body = new Body(function, outer);
    List<String> params = new ArrayList<>();
    for (Parameter p : function.parameters) {
      Variable v = Objects.requireNonNull(function.params.get(p.name()));
      if (p.defaultValue() != null && params.size() >= arity) {
        // The default is evaluated where the lambda is made, as Python does.
        JavaExpr value = lowering.exprs.value(p.defaultValue(), v.type());
        body.names.put(v, lowering.exprs.keep(value, JavaNames.camel(p.name())).code());
      } else {
        body.names.put(v, outer.fresh(JavaNames.camel(p.name())));
        params.add(body.name(v));
      }
    }
    Type result = function.result.type();
    LambdaBody evaluated = lambdaBody(function, body);
    outer.releaseLater(params);
    Lines lines = evaluated.lines();
    JavaExpr value = evaluated.value();
    Type own = lowering.inference.exprs.functionValue(function);
    Type type = own instanceof Func ? own : place;
    String head = head(params);
    boolean isUnknownThere =
        Types.strip(result) instanceof Func
            && place instanceof Func f
            && !(Types.strip(f.result().type()) instanceof Func);
    String code = value.asObject(isUnknownThere ? Basic.OBJECT : result);
    if (lines.isEmpty() && !(result == Basic.NONE && value.endsWith(")"))) {
      return JavaExpr.of(head + code, JavaExpr.LOWEST, type);
    }
    return JavaExpr.of(block(head, lines, code), JavaExpr.LOWEST, type);
  }

  /** A library function as a value: {@code key=len}. */
  JavaExpr libraryReference(Expr at, String path) {
    if (lowering.inference.exprs.calls.library.isVariadic(path, at)) {
      if (path.endsWith("print")) {
        return JavaExpr.primary(support("Builtin") + ".print()", lowering.type(at));
      }
      return JavaExpr.primary(
          support("Builtin") + ".extreme(" + path.endsWith("max") + ")", lowering.type(at));
    }
    if (lowering.inference.exprs.calls.library.isTold(path, at)) {
      return JavaExpr.primary(
          support("Builtin") + ".function(" + Strings.literal(path.substring(9)) + ")",
          lowering.type(at));
    }
    Signature signature =
        lowering.inference.exprs.calls.library.asValue(Library.get().function(path), at);
    Func type = (Func) lowering.inference.exprs.calls.library.libraryValue(path, at);
    List<String> params = new ArrayList<>();
    String java = signature.java();
    int number = 0;
    boolean optional = signature.params().stream().allMatch(p -> p.defaultJava() != null);
    for (Signature.Param p : signature.params()) {
      String text = p.defaultJava();
      if (number < type.params().size() && (text == null || optional) && !p.isKeywordOnly()) {
        text = lowering.body.fresh(JavaNames.camel(p.name()));
        params.add(text);
        TypeForm form = p.type();
        if (form instanceof TypeForm.Applied && type.params().get(number).type() == Basic.OBJECT) {
          text =
              Coercion.to(JavaExpr.primary(text, Basic.OBJECT), new TypeForm.Bindings().type(form))
                  .code();
        }
        if (form instanceof TypeForm.Plain plain) {
          text =
              Coercion.to(JavaExpr.boxed(text, type.params().get(number).type()), plain.type())
                  .code();
        }
        number++;
      }
      java = java.replace("{" + p.name() + "}", text == null ? "" : text);
    }
    String call = java;
    boolean isVoid = signature.result() instanceof TypeForm.Plain p && p.type() == Basic.NONE;
    Type given = new TypeForm.Bindings().type(signature.result());
    String result = JavaTypes.boxed(type.result().type());
    boolean other =
        signature.result() instanceof TypeForm.Plain
            && !isVoid
            && !signature.isAsync()
            && !JavaTypes.boxed(given).equals(result)
            && !result.equals("Object");
    String body =
        signature.isAsync()
            ? support("Coroutine") + ".of(() -> " + call + ")"
            : isVoid
                ? "{ " + call + "; return null; }"
                : other ? support("Py") + ".<" + result + ">cast(" + call + ")" : call;
    lowering.body.releaseLater(params);
    return JavaExpr.of(head(params) + body, JavaExpr.LOWEST, type);
  }

  JavaExpr libraryMethodReference(Expr.Attribute a, Type on, Signature signature, Type wanted) {
    if (signature.params().stream().anyMatch(Signature.Param::isSpread)) {
      return JavaExpr.primary(
          support("Dyn")
              + ".get("
              + lowering.exprs.value(a.value(), Basic.OBJECT).code()
              + ", "
              + Strings.literal(a.name())
              + ")",
          Basic.OBJECT);
    }
    JavaExpr self = lowering.exprs.expr(a.value());
    JavaExpr kept = self.isSimple() ? self : lowering.exprs.keep(self, "receiver");
    List<String> params = new ArrayList<>();
    String java = signature.java().replace("{self}", kept.at(JavaExpr.PRIMARY));
    List<Cell> cells = new ArrayList<>();
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    if (signature.receiver() != null) {
      bindings.flow(on, signature.receiver());
    }
    for (Signature.Param p : signature.params()) {
      if (p.defaultJava() == null) {
        String name = lowering.body.fresh(p.name());
        params.add(name);
        cells.add(new Cell(Basic.OBJECT));
        JavaExpr given = JavaExpr.primary(name, Basic.OBJECT);
        Type type = bindings.type(p.type());
        // A place for functions of a known kind makes Java infer what the parameter is.
        boolean any =
            type == Basic.OBJECT
                || type == Basic.NEVER
                || type instanceof Func
                || Types.strip(wanted) instanceof Func;
        JavaExpr fitting = any ? given : Coercion.cast(given, type);
        java = java.replace("{" + p.name() + "}", fitting.at(JavaExpr.PRIMARY));
      } else {
        java = java.replace("{" + p.name() + "}", p.defaultJava());
      }
    }
    boolean isVoid = signature.result() instanceof TypeForm.Plain p && p.type() == Basic.NONE;
    return JavaExpr.of(
        head(params) + (isVoid ? "{ " + java + "; return null; }" : java),
        JavaExpr.LOWEST,
        new Func(cells, new Cell(isVoid ? Basic.NONE : Basic.OBJECT)));
  }
}
