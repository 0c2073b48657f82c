package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts of lowering share. */
final class Lowering {
  final ModuleInfo module;
  final Inference inference;
  final Diagnostics diagnostics;
  final Declarations declarations;
  final ExprLowering exprs;
  final CallLowering calls;
  final OperatorLowering ops;
  final StmtLowering stmts;
  final FunctionLowering functions;
  final Statistics statistics;
  final InstancePatterns instances;
  final FinalFields finals;

  /** Methods called on receivers of unknown type; found by name at run time. */
  final Set<String> dynamicNames = new HashSet<>();

  /** What javac would warn of, though Python means it. */
  final Set<String> accepted = new java.util.TreeSet<>();

  Body body;

  private @Nullable Unit started;

  /** The names of the fields in the class that is being written. */
  private final Set<String> fieldNames = new HashSet<>();

  Lowering(ModuleInfo module, Inference inference, Diagnostics diagnostics) {
    this.module = module;
    this.inference = inference;
    this.diagnostics = diagnostics;
    this.statistics = new Statistics(module);
    this.declarations = new Declarations(module);
    this.instances = new InstancePatterns(this);
    this.finals = new FinalFields(module.source.body());
    this.exprs = new ExprLowering(this);
    this.calls = new CallLowering(this);
    this.ops = new OperatorLowering(this);
    this.stmts = new StmtLowering(this);
    this.functions = new FunctionLowering(this);
    this.body = new Body(module.body, Set.of());
  }

  /** Goes on to the class of a unit. */
  void start(Unit unit) {
    UnitNames.seenFrom(unit, started, module);
    started = unit;
    module.className = unit.className;
    fieldNames.clear();
    unit.names.forEach((thing, name) -> {
      if (thing instanceof Variable) {
        fieldNames.add(name);
      }
    });
  }

  /** A body for a Java method, whose names must not hide the module's fields. */
  Body newBody(FunctionInfo function) {
    return new Body(function, fieldNames);
  }

  /** The type of an expression as a value. */
  Type type(Expr expr) {
    Type known = inference.exprs.known(expr);
    return switch (known) {
      case Type.FuncRef f -> inference.exprs.functionValue(f.function());
      case Type.LibRef l -> inference.exprs.decay(known, expr);
      case Type.ClassRef c -> inference.exprs.decay(known, expr);
      default -> known == Basic.NEVER ? Basic.OBJECT : Types.opaque(known);
    };
  }

  Type raw(Expr expr) {
    return Types.opaque(inference.exprs.known(expr));
  }

  /** Whether nothing is known of an expression's value. */
  boolean isDynamic(Expr expr) {
    return type(expr) == Basic.OBJECT && !Types.is(inference.exprs.known(expr), Types.ANY_OF);
  }

  Variable variable(Expr.Name name) {
    Variable variable = inference.variable(name);
    if (variable == null) {
      diagnostics.refuse(
          name,
          "'"
              + Desugaring.plain(name.id())
              + "' is more than a variable, and is bound or deleted here",
          "give the variable a name of its own");
      return new Variable(name.id(), body.function);
    }
    return variable;
  }

  void line(String text) {
    body.out.add(text);
  }

  static String support(String name) {
    return JavaTypes.support(name);
  }
}
