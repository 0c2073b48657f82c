package dev.weft.translator;

import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.SourceModule;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what each name of a module stands for, by Python's scoping rules: first what each function
 * binds, then what each use means.
 */
@SuppressWarnings({"ReferenceEquality", "RefactorSwitch"}) // Equal nodes may stand in two places.
final class ScopeAnalysis {
  final ModuleInfo module;
  final Diagnostics diagnostics;
  final IdentityHashMap<FunctionInfo, Bindings> bindings = new IdentityHashMap<>();

  final ClassTiers tiers;

  private ScopeAnalysis(
      SourceModule source, List<Unit> units, ClassTiers tiers, Diagnostics diagnostics) {
    this.tiers = tiers;
    Stmt.Pass anchor = new Stmt.Pass(new Position(1, 0, 1, 0));
    FunctionInfo body =
        new FunctionInfo("<module>", anchor, List.of(), source.body(), null, false, null, null);
    this.module = new ModuleInfo(source, body, units);
    module.derivedValues.addAll(tiers.derivedValues());
    this.diagnostics = diagnostics;
  }

  static ModuleInfo analyse(
      SourceModule source, List<Unit> units, ClassTiers tiers, Diagnostics diagnostics) {
    ScopeAnalysis analysis = new ScopeAnalysis(source, units, tiers, diagnostics);
    analysis.declare(analysis.module.body);
    analysis.declareGlobals(source.body());
    NameResolver resolver = new NameResolver(analysis);
    resolver.resolve(analysis.module.body);
    resolver.captureForOthers();
    for (Symbol symbol : analysis.module.names.values()) {
      if (symbol instanceof Symbol.Var(Variable v)
          && v.usedLater
          && (v.bindings > 1 || v.boundInLoop || v.assignedElsewhere)) {
        v.isField = true;
      }
    }
    analysis.module.group();
    return analysis.module;
  }

  /** Variables of the module that only functions bind, which others may mention before those. */
  private void declareGlobals(List<Stmt> body) {
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.FunctionDef f) {
          Bindings found = Bindings.of(f.body());
          found.globals.stream()
              .filter(found.names::containsKey)
              .sorted()
              .forEach(ScopeAnalysis.this::global);
        }
        return true;
      }
    }.block(body);
  }

  /** What a name is in the module: a variable, if nothing else there has it. */
  private Symbol global(String name) {
    return module.body.symbols.computeIfAbsent(name, it -> new Symbol.Var(new Variable(it, null)));
  }

  /** Makes the symbols of a function and, before their bodies, of what is nested in it. */
  void declare(FunctionInfo function) {
    Bindings found =
        function.isLambda()
            ? Bindings.of(java.util.Objects.requireNonNull(function.lambdaBody))
            : Bindings.of(function.body);
    bindings.put(function, found);
    function.isGenerator = found.yields;
    function.returnsAtEnd = found.yields && found.returnsValue && !function.isAsync;
    for (Parameter p : function.parameters) {
      Variable variable = new Variable(p.name(), function);
      variable.isParameter = true;
      variable.bindings = 1;
      function.params.put(p.name(), variable);
      function.symbols.put(p.name(), new Symbol.Var(variable));
    }
    boolean isModule = function == module.body;
    found.names.forEach((name, binding) -> {
      if (found.globals.contains(name) && !isModule) {
        bindElsewhere(global(name), binding);
      } else if (found.nonlocals.contains(name)) {
        bindElsewhere(outer(function, name), binding);
      } else {
        declareName(function, name, binding, isModule);
      }
    });
  }

  private static void bindElsewhere(@Nullable Symbol symbol, Bindings.Binding binding) {
    if (symbol instanceof Symbol.Var v) {
      v.variable().assignedElsewhere = true;
      v.variable().bindings += binding.count;
    }
  }

  private static @Nullable Symbol outer(FunctionInfo function, String name) {
    for (FunctionInfo f = function.parent; f != null; f = f.parent) {
      Symbol symbol = f.symbols.get(name);
      if (symbol != null) {
        return symbol;
      }
    }
    return null;
  }

  private void declareName(
      FunctionInfo function, String name, Bindings.Binding binding, boolean isModule) {
    if (binding.count == 1 && binding.functions.size() == 1) {
      Stmt.FunctionDef def = binding.functions.get(0);
      FunctionInfo nested = declareFunction(def, function, null);
      function.symbols.put(name, new Symbol.Function(nested));
    } else if (binding.count == 1
        && binding.classes.size() == 1
        && !tiers.isDynamic(binding.classes.get(0))) {
      ClassInfo type = new ClassInfo(name, binding.classes.get(0), isModule ? null : function);
      module.classes.add(type);
      module.classOf.put(binding.classes.get(0), type);
      function.symbols.put(name, new Symbol.UserClass(type));
    } else if (binding.imports.size() == binding.count
        && binding.imports.stream().distinct().count() == 1) {
      function.symbols.put(name, new Symbol.Library(binding.imports.get(0)));
    } else {
      for (Stmt.ClassDef c : binding.classes) {
        if (tiers.isDynamic(c)) {
          declareDynamic(c, function);
        } else {
          diagnostics.refuse(
              c,
              "'" + name + "' is defined more than once in this scope",
              "give each definition a name of its own");
        }
      }
      Symbol known = function.symbols.get(name);
      Variable variable =
          known instanceof Symbol.Var v
              ? v.variable()
              : new Variable(name, isModule ? null : function);
      variable.bindings += binding.count;
      variable.boundInLoop |= binding.inLoop;
      if (!binding.classes.isEmpty()) {
        variable.cell.add(Type.Basic.OBJECT);
        variable.holdsClass = binding.count == 1;
        FunctionInfo body = module.functionOf.get(binding.classes.get(0));
        if (body != null) {
          module.dynamicClasses.put(variable, body);
        }
      }
      function.symbols.put(name, new Symbol.Var(variable));
    }
  }

  FunctionInfo declareFunction(
      Stmt.FunctionDef def, FunctionInfo parent, @Nullable ClassInfo owner) {
    FunctionInfo function =
        new FunctionInfo(
            def.name(), def, def.parameters(), def.body(), null, def.isAsync(), parent, owner);
    module.functionOf.put(def, function);
    module.functions.add(function);
    new Decorators(module, diagnostics).apply(function, def);
    return function;
  }

  /** The body of a class made at run time is a function that fills the class. */
  private void declareDynamic(Stmt.ClassDef c, FunctionInfo parent) {
    FunctionInfo body =
        new FunctionInfo(c.name(), c, List.of(), c.body(), null, false, parent, null);
    body.isClassBody = true;
    body.result.add(Type.Basic.OBJECT);
    module.functionOf.put(c, body);
    module.functions.add(body);
  }
}
