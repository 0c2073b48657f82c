package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Settles the Java names of what a unit's class holds, and how other units' classes see them. */
final class UnitNames {
  /** The classes of {@code java.lang} that what is written names, which a program's must not hide. */
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
  private final Unit unit;
  private final JavaNames.Pool statics = new JavaNames.Pool();

  UnitNames(ModuleInfo module, Unit unit) {
    this.module = module;
    this.unit = unit;
  }

  void settle() {
    unit.statics = statics;
    JavaNames.Pool types = new JavaNames.Pool();
    types.take(unit.className);
    OF_JAVA.forEach(types::take);
    for (ClassInfo type : module.classes) {
      if (unit.contains(Objects.requireNonNull(type.node))) {
        type(type, types);
      }
    }
    statics.take("main ");
    statics.take("run");
    if (unit.isImported) {
      statics.take("load");
    }
    for (FunctionInfo function : module.functions) {
      if (function.owner == null && !function.isLambda() && unit.contains(function.node)) {
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
    fields();
  }

  private void type(ClassInfo type, JavaNames.Pool types) {
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
                    : Dunders.javaName(method.name));
  }

  /** A method that the library's class above has in Java too. */
  private static boolean isCalledByLibrary(FunctionInfo method) {
    String library = method.owner == null ? null : method.owner.libraryBase();
    return library != null && Library.get().override(library, method.name) != null;
  }

  private void fields() {
    JavaNames.Pool fields = new JavaNames.Pool();
    fields.take("isLoaded");
    fields.take("isScript");
    Set<Variable> top = new HashSet<>();
    for (Symbol symbol : module.body.symbols.values()) {
      if (symbol instanceof Symbol.Var(Variable v)) {
        top.add(v);
        if (v.isField && module.unit(v) == unit) {
          name(v, fields);
        }
      }
    }
    for (Map.Entry<Expr.Name, Symbol> use : module.names.entrySet()) {
      if (unit.contains(use.getKey())
          && use.getValue() instanceof Symbol.Var(Variable v)
          && v.owner == null
          && v.isField
          && !top.contains(v)
          && v.javaName.isEmpty()) {
        v.unit = unit;
        name(v, fields);
        module.body.symbols.putIfAbsent(" " + unit.className + v.javaName, use.getValue());
      }
    }
  }

  private void name(Variable v, JavaNames.Pool fields) {
    v.javaName = fields.fresh(ModuleLowering.fieldName(v));
    unit.names.put(v, v.javaName);
  }

  /** Gives everything the name by which the class of one unit sees it. */
  static void seenFrom(Unit here, ModuleInfo module) {
    for (Unit unit : module.units) {
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
