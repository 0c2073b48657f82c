package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import java.util.List;
import java.util.Set;

/**
 * Methods by their Python names, for classes with some that only run time calls and that take
 * defaults, any number of arguments, or keywords: Java's reflection cannot match those.
 */
final class MethodTables {
  /** What the support library calls by name. */
  private static final Set<String> CALLED = Set.of("__call__", "__exit__", "__aexit__");

  private final Lowering lowering;

  MethodTables(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The methods of a class itself that belong into its table. */
  static List<FunctionInfo> of(ClassInfo type) {
    return type.methods.values().stream()
        .filter(m ->
            m.binding == FunctionInfo.Binding.SELF
                && !m.isProperty
                && !m.isAbstract
                && !m.name.equals("__init__"))
        .filter(m ->
            (CALLED.contains(m.name) && m.hasOptions())
                || m.isCalledByKeywords
                || (m.hasOptions() && (m.unseenCalls > 0 || m.isOpen)))
        .toList();
  }

  void emit(ClassInfo type, Lines out) {
    List<FunctionInfo> methods = of(type);
    if (methods.isEmpty()) {
      return;
    }
    boolean above = false;
    for (ClassInfo c = type.base(); c != null; c = c.base()) {
      above |= !of(c).isEmpty();
    }
    Body outer = lowering.body;
    Body body = lowering.newBody(lowering.module.body);
    lowering.body = body;
    body.pool.take("name");
    Lines cases = new Lines();
    for (FunctionInfo method : methods) {
      Lines before = new Lines();
      JavaExpr value = body.into(before, () -> new FunctionValues(lowering).ofThis(method));
      String label = "case " + Strings.literal(method.name) + " -> ";
      if (before.isEmpty()) {
        cases.add(label + value.code() + ";");
      } else {
        cases.add(label + "{");
        cases.addAll(before);
        cases.add("yield " + value.code() + ";");
        cases.add("}");
      }
    }
    out.add("@Override");
    out.add("public " + support("PyCallable") + " pythonMethod(String name) {");
    out.add("return switch (name) {");
    out.addAll(cases);
    out.add("default -> " + (above ? "super.pythonMethod(name)" : "null") + ";");
    out.add("};");
    out.add("}");
    lowering.body = outer;
  }
}
