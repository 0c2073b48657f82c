package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A module, as a class with a {@code main}. */
final class ModuleLowering {
  private final ModuleInfo module;
  private final Lowering lowering;

  ModuleLowering(ModuleInfo module, Lowering lowering) {
    this.module = module;
    this.lowering = lowering;
  }

  String lower() {
    names();
    module.functions.forEach(f -> lowering.declarations.plan(f));
    lowering.declarations.plan(module.body);
    Lines inner = new Lines();
    Lines fields = new Lines();
    Lines classes = new Lines();
    // The module's own code comes first, since it decides which fields can be initialized in place.
    Lines main = main(fields);
    for (FunctionInfo function : module.functions) {
      if (function.owner == null && function.parent == module.body && !function.isLambda()) {
        lowering.functions.method(function, inner, "static ");
      }
    }
    for (ClassInfo type : module.classes) {
      new ClassLowering(lowering).lower(type, classes);
    }
    while (!module.lifted.isEmpty()) {
      FunctionInfo next = module.lifted.iterator().next();
      module.lifted.remove(next);
      ClassInfo host = lowering.functions.hostInstance(next);
      if (host == null) {
        lowering.functions.method(next, inner, "static ");
      } else {
        lowering.diagnostics.refuse(
            next.node, "this nested function uses the method's self too deeply", "pass self on");
      }
    }
    Lines code = new Lines();
    Javadoc.emit(module.source.body(), code);
    if (!lowering.accepted.isEmpty()) {
      code.add(
          "@SuppressWarnings("
              + lowering.accepted.stream()
                  .map(Strings::literal)
                  .collect(java.util.stream.Collectors.joining(", ", "{", "}"))
              + ")");
    }
    code.add("public final class " + module.className + " {");
    code.addAll(fields);
    code.add("private " + module.className + "() {}");
    code.addAll(classes);
    code.addAll(inner);
    code.addAll(main);
    code.add("}");
    return code.toString();
  }

  private Lines main(Lines fields) {
    Lines main = new Lines();
    main.add("public static void main(String[] args) {");
    main.add(
        support("Program")
            + ".main("
            + Strings.literal(module.source.file())
            + ", args, "
            + module.className
            + "::run);");
    main.add("}");
    main.add("/** The module's own code. */");
    main.add("static void run() {");
    Set<Variable> constant = new HashSet<>();
    lowering.body = lowering.newBody(module.body);
    for (Stmt stmt : module.source.body()) {
      if (stmt instanceof Stmt.Assign a
          && a.targets().size() == 1
          && a.targets().get(0) instanceof Expr.Name n
          && lowering.module.names.get(n) instanceof Symbol.Var(Variable v)
          && v.isField
          && v.bindings == 1
          && !v.assignedElsewhere
          && isConstant(a.value())) {
        constant.add(v);
        fields.add(
            "static final "
                + JavaTypes.of(v.type())
                + " "
                + v.javaName
                + " = "
                + lowering.exprs.value(a.value(), v.type()).code()
                + ";");
      }
    }
    for (Symbol symbol : module.body.symbols.values()) {
      if (symbol instanceof Symbol.Var s
          && s.variable().isField
          && !constant.contains(s.variable())) {
        fields.add(
            "static " + JavaTypes.of(s.variable().type()) + " " + s.variable().javaName + ";");
      }
    }
    lowering.body.out = main;
    List<Stmt> body =
        module.source.body().stream()
            .filter(s ->
                !(s instanceof Stmt.Assign a
                    && a.targets().get(0) instanceof Expr.Name n
                    && constant.contains(lowering.inference.variable(n))))
            .toList();
    lowering.stmts.block(Javadoc.isDocstring(body) ? body.subList(1, body.size()) : body);
    main.add("}");
    return main;
  }

  private static boolean isConstant(Expr value) {
    return switch (value) {
      case Expr.IntLiteral i -> true;
      case Expr.FloatLiteral f -> true;
      case Expr.StringLiteral s -> true;
      case Expr.BoolLiteral b -> true;
      case Expr.UnaryOp u -> isConstant(u.operand());
      default -> false;
    };
  }

  /** A class that is made at run time is a value, and looks like one. */
  static String fieldName(Variable variable) {
    String name = JavaNames.camel(variable.name);
    return variable.holdsClass
        ? JavaNames.camel(
                Character.toLowerCase(variable.name.charAt(0)) + variable.name.substring(1))
            + "Class"
        : name;
  }

  /** Settles the Java names of everything that the whole module sees. */
  private void names() {
    JavaNames.Pool statics = new JavaNames.Pool();
    JavaNames.Pool types = new JavaNames.Pool();
    types.take(module.className);
    boolean takenApart =
        module.names.values().stream()
            .anyMatch(s ->
                s instanceof Symbol.Library l
                    && java.util.Set.of(
                            "dataclasses",
                            "dataclasses.asdict",
                            "dataclasses.astuple",
                            "dataclasses.fields",
                            "dataclasses.is_dataclass",
                            "dataclasses.replace")
                        .contains(l.path()));
    for (ClassInfo type : module.classes) {
      type.isTakenApart = takenApart;
      String name = JavaNames.camel(type.name);
      type.javaName = types.fresh(Character.toUpperCase(name.charAt(0)) + name.substring(1));
      JavaNames.Pool fields = new JavaNames.Pool();
      type.statics.values().forEach(v -> v.javaName = fields.fresh(JavaNames.camel(v.name)));
      for (ClassInfo c = type.base(); c != null; c = c.base()) {
        c.fields.values().forEach(v -> fields.take(Attributes.fieldName(v)));
      }
      type.fields.values().forEach(v -> v.javaName = fields.fresh(JavaNames.camel(v.name)));
      type.methods.forEach((name2, method) ->
          method.javaName =
              name2.endsWith(".setter")
                  ? JavaNames.method("set_" + method.name)
                  : Dunders.javaName(method.name));
    }
    statics.take("main ");
    statics.take("run");
    for (FunctionInfo function : module.functions) {
      if (function.owner == null && !function.isLambda()) {
        function.javaName =
            statics.fresh(
                function.isClassBody
                    ? "define" + JavaNames.className(function.plainName())
                    : JavaNames.method(function.plainName()));
      }
    }
    JavaNames.Pool fields = new JavaNames.Pool();
    for (Symbol symbol : module.body.symbols.values()) {
      if (symbol instanceof Symbol.Var v && v.variable().isField) {
        v.variable().javaName = fields.fresh(fieldName(v.variable()));
      }
    }
    module
        .names
        .values()
        .forEach(s -> {
          if (s instanceof Symbol.Var v
              && v.variable().owner == null
              && v.variable().isField
              && v.variable().javaName.isEmpty()) {
            v.variable().javaName = fields.fresh(fieldName(v.variable()));
            module.body.symbols.putIfAbsent(" " + v.variable().javaName, Objects.requireNonNull(s));
          }
        });
  }
}
