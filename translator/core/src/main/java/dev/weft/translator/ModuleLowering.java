package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A module, as a class with a {@code main}. */
final class ModuleLowering {
  private final ModuleInfo module;
  private final Lowering lowering;
  private JavaNames.Pool statics = new JavaNames.Pool();

  /** The variables that are fields of each unit's class. */
  private final Map<Unit, List<Variable>> variables = new HashMap<>();

  ModuleLowering(ModuleInfo module, Lowering lowering) {
    this.module = module;
    this.lowering = lowering;
  }

  /** The source of each unit's class. */
  Map<Unit, String> lower() {
    boolean large = Limits.size(module.source.body()) > Limits.LARGE_BODY;
    if (large || module.units.size() > 1 || module.units.getFirst().isLibrary) {
      // Its code goes into several methods, or a host asks for them: they share its variables.
      module.body.symbols.values().stream()
          .filter(Symbol.Var.class::isInstance)
          .forEach(s -> ((Symbol.Var) s).variable().isField = true);
    }
    boolean takenApart =
        module.units.getFirst().isLibrary
            || module.names.values().stream().anyMatch(ModuleLowering::takesApart);
    module.classes.forEach(type -> type.isTakenApart = takenApart);
    UnitNames.settle(module);
    groupVariables();
    WithLowering.settle(lowering);
    module.functions.forEach(f -> lowering.declarations.plan(f));
    lowering.declarations.plan(module.body);
    Map<Unit, String> sources = new LinkedHashMap<>();
    for (Unit unit : module.units) {
      lowering.start(unit);
      sources.put(unit, lower(unit, large));
    }
    return sources;
  }

  private void groupVariables() {
    for (Symbol symbol : module.body.symbols.values()) {
      if (symbol instanceof Symbol.Var(Variable v) && v.isField) {
        variables.computeIfAbsent(module.unit(v), u -> new ArrayList<>()).add(v);
      }
    }
  }

  private String lower(Unit unit, boolean large) {
    statics = unit.statics;
    lowering.accepted.clear();
    List<Stmt> body = unit.body;
    Lines inner = new Lines();
    Lines fields = new Lines();
    Lines classes = new Lines();
    // The module's own code comes first, since it decides which fields can be initialized in place.
    Lines main = main(unit, body, fields, large);
    for (FunctionInfo function : unit.functions) {
      if (function.owner == null && function.parent == module.body && !function.isLambda()) {
        lowering.functions.method(function, inner, "static ");
      }
    }
    for (ClassInfo type : unit.classes) {
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
    Javadoc.emit(body, code);
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

  private Lines main(Unit unit, List<Stmt> all, Lines fields, boolean large) {
    Lines main = new Lines();
    unit.hasMain =
        unit.isImported && !unit.isLibrary && all.stream().anyMatch(StmtLowering::isMainGuard);
    if (!unit.isImported || unit.hasMain) {
      main.add("public static void main(String[] args) {");
      if (unit.isImported) {
        fields.add("/** Whether this module was started, and not imported. */");
        fields.add("private static boolean isScript;");
        main.add("isScript = true;");
      }
      main.add(
          "%s.main(%s, args, %s::%s);"
              .formatted(
                  support("Program"),
                  Strings.literal(unit.file),
                  unit.className,
                  unit.isImported ? "load" : "run"));
      main.add("}");
    }
    if (unit.isImported) {
      fields.add("private static boolean isLoaded;");
      main.add("/** Runs the module's own code when it is first imported. */");
      main.add("static void load() {");
      main.add("if (!isLoaded) {");
      main.add("isLoaded = true;");
      main.add("run();");
      main.add("}");
      main.add("}");
    }
    if (unit.isLibrary) {
      members(unit, main);
    }
    main.add("/** The module's own code. */");
    main.add((unit.isImported ? "private " : "") + "static void run() {");
    Set<Variable> constant = new HashSet<>();
    lowering.body = lowering.newBody(module.body);
    Set<Stmt> declarations = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Stmt stmt : all) {
      if (assigned(stmt) instanceof Expr.Name n
          && lowering.module.names.get(n) instanceof Symbol.Var(Variable v)
          && v.isField
          && v.bindings == 1
          && !v.assignedElsewhere
          && !v.maybeUnbound
          && (large ? isConstant(value(stmt)) : isSettled(value(stmt)))) {
        constant.add(v);
        declarations.add(stmt);
        lowering.stmts.remarks.before(stmt, fields);
        fields.add(
            "static final "
                + JavaTypes.of(v.type())
                + " "
                + v.javaName
                + " = "
                + lowering.exprs.value(value(stmt), v.type()).code()
                + ";");
      }
    }
    for (Variable v : variables.getOrDefault(unit, List.of())) {
      if (!constant.contains(v)) {
        fields.add("static " + JavaTypes.of(v.type()) + " " + v.javaName + ";");
      }
    }
    lowering.body.out = main;
    List<Stmt> body = all.stream().filter(s -> !declarations.contains(s)).toList();
    List<Stmt> statements = Javadoc.isDocstring(body) ? body.subList(1, body.size()) : body;
    if (!large) {
      lowering.stmts.block(statements);
      main.add("}");
      return main;
    }
    Lines parts = new Lines();
    for (List<Stmt> part : Limits.split(statements)) {
      String name = statics.fresh("runPart");
      main.add(name + "();");
      lowering.body = lowering.newBody(module.body);
      lowering.body.out = parts;
      parts.add("private static void " + name + "() {");
      lowering.stmts.block(part);
      parts.add("}");
    }
    main.add("}");
    main.addAll(parts);
    return main;
  }

  /** What a host that has loaded the module finds in it. */
  private void members(Unit unit, Lines out) {
    Body outer = lowering.body;
    lowering.body = lowering.newBody(module.body);
    lowering.body.out = out;
    String map = support("Map") + "<String, Object>";
    out.add("/** The module's classes, and the variables that may hold one. */");
    out.add("static " + map + " members() {");
    out.add(map + " members = new " + support("PyDict") + "<>();");
    module.body.symbols.forEach((name, symbol) -> {
      JavaExpr value =
          switch (symbol) {
            case Symbol.UserClass c when unit.contains(Objects.requireNonNull(c.type().node)) ->
                lowering.exprs.classValue(c.type());
            case Symbol.Var v
                when v.variable().isField
                    && !Types.isPrimitive(v.variable().type())
                    && module.unit(v.variable()) == unit ->
                lowering.exprs.variable(v.variable(), v.variable().type());
            default -> null;
          };
      if (value != null) {
        out.add(
            "members.put("
                + Strings.literal(Desugaring.plain(name))
                + ", "
                + Coercion.to(value, Type.Basic.OBJECT).code()
                + ");");
      }
    });
    out.add("return members;");
    out.add("}");
    lowering.body = outer;
  }

  private static boolean takesApart(Symbol symbol) {
    return symbol instanceof Symbol.Library(String path)
        && Set.of(
                "dataclasses",
                "dataclasses.asdict",
                "dataclasses.astuple",
                "dataclasses.fields",
                "dataclasses.is_dataclass",
                "dataclasses.replace")
            .contains(path);
  }

  /** The only target of an assignment. */
  private static @Nullable Expr assigned(Stmt stmt) {
    return switch (stmt) {
      case Stmt.Assign a when a.targets().size() == 1 -> a.targets().get(0);
      case Stmt.AnnAssign a when a.value() != null -> a.target();
      default -> null;
    };
  }

  private static Expr value(Stmt stmt) {
    return stmt instanceof Stmt.Assign a
        ? a.value()
        : Objects.requireNonNull(((Stmt.AnnAssign) stmt).value());
  }

  /** Whether a value is the same whenever it is made: a constant, or a display of such. */
  private static boolean isSettled(Expr value) {
    return isConstant(value)
        || switch (value) {
          case Expr.ListDisplay l -> l.elements().stream().allMatch(ModuleLowering::isElement);
          case Expr.TupleDisplay t -> t.elements().stream().allMatch(ModuleLowering::isElement);
          case Expr.SetDisplay s -> s.elements().stream().allMatch(ModuleLowering::isConstant);
          case Expr.DictDisplay d ->
              // A longer one is built by statements.
              DisplayLowering.isShort(d)
                  && d.entries().stream()
                      .allMatch(
                          e -> e.key() != null && isConstant(e.key()) && isElement(e.value()));
          default -> false;
        };
  }

  private static boolean isElement(Expr value) {
    return value instanceof Expr.NoneLiteral || isSettled(value);
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
    String plain = Desugaring.plain(variable.name);
    return variable.holdsClass
        ? JavaNames.camel(Character.toLowerCase(plain.charAt(0)) + plain.substring(1)) + "Class"
        : JavaNames.camel(plain);
  }
}
