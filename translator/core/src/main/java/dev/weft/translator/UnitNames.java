package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settles the Java names of what a unit's class holds, and how other units' classes see them. */
final class UnitNames {
  /**
   * The classes of {@code java.lang} that what is written names, which a program's must not hide.
   */
  private static final Set<String> OF_JAVA =
      Set.of(
          "Boolean",
          "Comparable",
          "Double",
          "Integer",
          "Iterable",
          "Long",
          "Math",
          "Number",
          "Object",
          "Override",
          "Runnable",
          "RuntimeException",
          "String",
          "Throwable",
          "Void");

  private final ModuleInfo module;

  /** All variables of module level that have names. */
  private final Set<Variable> top = new HashSet<>();

  /** Those that are fields of each unit's class. */
  private final Map<Unit, List<Variable>> variables = new HashMap<>();

  /** The uses of variables that are fields of each unit's class, as they stand in the source. */
  private final Map<Unit, List<Expr.Name>> uses = new HashMap<>();

  private UnitNames(ModuleInfo module) {
    this.module = module;
    for (Symbol symbol : module.body.symbols.values()) {
      if (symbol instanceof Symbol.Var(Variable v)) {
        top.add(v);
        if (v.isField) {
          variables.computeIfAbsent(module.unit(v), u -> new ArrayList<>()).add(v);
        }
      }
    }
    module.names.forEach((name, symbol) -> {
      if (symbol instanceof Symbol.Var(Variable v) && v.owner == null && v.isField) {
        uses.computeIfAbsent(module.unit(name), u -> new ArrayList<>()).add(name);
      }
    });
    uses.values().forEach(names -> names.sort(Comparator.comparing(Expr.Name::at)));
  }

  /** Settles the names of all units. */
  static void settle(ModuleInfo module) {
    UnitNames names = new UnitNames(module);
    module.units.forEach(names::settle);
  }

  private void settle(Unit unit) {
    JavaNames.Pool statics = new JavaNames.Pool();
    unit.statics = statics;
    JavaNames.Pool types = new JavaNames.Pool();
    types.take(unit.className);
    OF_JAVA.forEach(types::take);
    Set<String> methods =
        module.classes.stream()
            .flatMap(c -> c.methods.keySet().stream())
            .collect(Collectors.toSet());
    unit.classes.forEach(type -> type(type, types, unit, methods));
    statics.take("main ");
    statics.take("run");
    if (unit.isImported) {
      statics.take("load");
    }
    for (FunctionInfo function : unit.functions) {
      if (function.owner == null && !function.isLambda()) {
        function.javaName =
            statics.fresh(
                function.isClassBody
                    ? "define" + JavaNames.className(function.plainName())
                    : function.plainName().equals("main") && function.callerParameters().size() == 1
                        ? "runMain"
                        : JavaNames.method(function.plainName()));
        unit.names.put(function, function.javaName);
      }
    }
    fields(unit);
  }

  private static void type(ClassInfo type, JavaNames.Pool types, Unit unit, Set<String> methods) {
    String name = JavaNames.camel(type.name);
    type.javaName = types.fresh(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    unit.names.put(type, type.javaName);
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
                : isCalledByLibrary(method)
                    ? JavaNames.method(method.name)
                    : Dunders.javaName(method.name)
                        + (isOwnBeside(method.name, methods) ? "_" : ""));
  }

  /** {@code _run} where some class has {@code run}, too: the same in all classes. */
  private static boolean isOwnBeside(String name, Set<String> methods) {
    return name.startsWith("_") && !name.startsWith("__") && methods.contains(name.substring(1));
  }

  /** A method that the library's class above has in Java too. */
  private static boolean isCalledByLibrary(FunctionInfo method) {
    String library = method.owner == null ? null : method.owner.libraryBase();
    return library != null && Library.get().override(library, method.name) != null;
  }

  private void fields(Unit unit) {
    JavaNames.Pool fields = new JavaNames.Pool();
    fields.take("isLoaded");
    fields.take("isScript");
    variables.getOrDefault(unit, List.of()).forEach(v -> name(v, fields, unit));
    for (Expr.Name use : uses.getOrDefault(unit, List.of())) {
      if (module.names.get(use) instanceof Symbol.Var(Variable v)
          && !top.contains(v)
          && v.javaName.isEmpty()) {
        v.unit = unit;
        name(v, fields, unit);
        module.body.symbols.putIfAbsent(" " + unit.className + v.javaName, new Symbol.Var(v));
      }
    }
  }

  private static void name(Variable v, JavaNames.Pool fields, Unit unit) {
    v.javaName = fields.fresh(ModuleLowering.fieldName(v));
    unit.names.put(v, v.javaName);
  }

  /**
   * Gives everything the name by which the class of one unit sees it.
   *
   * @param before the unit it was seen from until now; null if none
   */
  static void seenFrom(Unit here, @Nullable Unit before, ModuleInfo module) {
    for (Unit unit : before == null ? module.units : List.of(before, here)) {
      String prefix = unit == here ? "" : unit.className + ".";
      unit.names.forEach((thing, name) -> {
        switch (thing) {
          case FunctionInfo f -> f.javaName = prefix + name;
          case ClassInfo c -> c.javaName = prefix + name;
          case Variable v -> v.javaName = prefix + name;
          default -> throw new IllegalStateException("nothing that has a name: " + thing);
        }
      });
    }
  }
}
