package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts how many expressions became concrete Java and lists the ones that did not. */
final class Statistics {
  private final ModuleInfo module;
  private final Map<Unit, Integer> concrete = new HashMap<>();
  private final Map<Unit, List<String>> dynamic = new HashMap<>();

  Statistics(ModuleInfo module) {
    this.module = module;
  }

  void concrete(Expr expr) {
    concrete.merge(module.unit(expr), 1, Integer::sum);
  }

  void dynamic(Expr expr) {
    Unit unit = module.unit(expr);
    int line = expr.at().line() - unit.firstLine + 1;
    dynamic
        .computeIfAbsent(unit, u -> new ArrayList<>())
        .add("line " + line + ": " + expr.getClass().getSimpleName());
  }

  int concreteCount(Unit unit) {
    return concrete.getOrDefault(unit, 0);
  }

  int dynamicCount(Unit unit) {
    return dynamicPlaces(unit).size();
  }

  List<String> dynamicPlaces(Unit unit) {
    return dynamic.getOrDefault(unit, List.of());
  }
}
