package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.SourceModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A module, and what scope analysis found in it. */
final class ModuleInfo {
  final SourceModule source;

  /** The Java class that is being written. */
  String className = "";

  /** The source files that it was joined of. */
  final List<Unit> units;

  private final NavigableMap<Integer, Unit> unitsByLine = new TreeMap<>();
  private final Map<String, Unit> unitsByName = new HashMap<>();

  final Flow flow;

  /** The module's own code, as a function. */
  final FunctionInfo body;

  /** Nested functions that become methods of their own, in the order met. */
  final java.util.Set<FunctionInfo> lifted = new java.util.LinkedHashSet<>();

  private final java.util.Set<FunctionInfo> everLifted = new java.util.HashSet<>();

  final List<ClassInfo> classes = new ArrayList<>();

  /** Builtin types such as {@code builtins.str} from which a class derives: some are no String. */
  final java.util.Set<String> derivedValues = new java.util.HashSet<>();

  /** Every function, method and lambda, outer ones first. */
  final List<FunctionInfo> functions = new ArrayList<>();

  /** What each name stands for, where it is used or bound. */
  final IdentityHashMap<Expr.Name, Symbol> names = new IdentityHashMap<>();

  /** The function of each def or lambda. */
  final IdentityHashMap<Node, FunctionInfo> functionOf = new IdentityHashMap<>();

  /** The class of each class statement. */
  final IdentityHashMap<Node, ClassInfo> classOf = new IdentityHashMap<>();

  /** Variables bound without a Name node: by a handler, a pattern, an import. */
  final IdentityHashMap<Node, Map<String, Variable>> bound = new IdentityHashMap<>();

  /** The bodies of classes made at run time, by the variable that holds the class. */
  final IdentityHashMap<Variable, FunctionInfo> dynamicClasses = new IdentityHashMap<>();

  /** Methods that only run time finds, by their names. */
  final java.util.Set<FunctionInfo> foundByName = new java.util.HashSet<>();

  /** Attributes that are read from things of which inference does not know what they are. */
  final java.util.Set<String> readUnseen = new java.util.HashSet<>();

  /** The attributes that only take small ints and grow by small steps. */
  final java.util.Set<String> smallAttributes = new java.util.HashSet<>();

  /** Whether it handles slices as values, so that an unknown index may be one. */
  boolean usesSlices;

  /** Whether it makes objects that have whatever attributes they are given. */
  boolean hasFreeObjects;

  /** Whether it looks at {@code __context__} of exceptions. */
  boolean readsContexts;

  /** Whether names of functions are asked for, which generators then have to know. */
  boolean readsNames;

  /** Whether it throws exceptions into generators. */
  boolean throwsIn;

  /** Whether it reads attributes by names that only run time knows. */
  boolean readsAnyName;

  /** Patterns that no bool comes to, as an earlier case takes those. */
  final Set<Pattern> withoutBools = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Functions that are given to {@code reduce} and the like, which call them with two values. */
  final Set<Expr> folding = Collections.newSetFromMap(new IdentityHashMap<>());

  private @Nullable Boolean formatsItself;

  ModuleInfo(SourceModule source, FunctionInfo body, List<Unit> units) {
    this.source = source;
    this.body = body;
    this.units = units;
    this.flow = new Flow(source.body());
    units.forEach(unit -> {
      unitsByLine.put(unit.firstLine, unit);
      unitsByName.putIfAbsent(unit.module, unit);
    });
  }

  @Nullable Variable boundBy(Node node, String name) {
    Map<String, Variable> variables = bound.get(node);
    return variables == null ? null : variables.get(name);
  }

  /** Tells each unit what is its own, once all of it is known. */
  void group() {
    source.body().forEach(stmt -> unit(stmt).body.add(stmt));
    functions.forEach(function -> unit(function.node).functions.add(function));
    classes.forEach(type -> unit(Objects.requireNonNull(type.node)).classes.add(type));
  }

  /** The unit that a node stands in. */
  Unit unit(Node node) {
    if (units.size() > 1) {
      Map.Entry<Integer, Unit> entry = unitsByLine.floorEntry(node.at().line());
      if (entry != null && entry.getValue().contains(node)) {
        return entry.getValue();
      }
    }
    return units.getFirst();
  }

  /** The unit that has a variable of module level. */
  Unit unit(Variable variable) {
    if (variable.unit != null) {
      return variable.unit;
    }
    int mark = variable.name.lastIndexOf('\'');
    String module = mark < 0 ? "" : variable.name.substring(mark + 1);
    return unitsByName.getOrDefault(module, units.getFirst());
  }

  /** Whether a class of it has a text of its own in format fields. */
  boolean formatsItself() {
    Boolean known = formatsItself;
    if (known == null) {
      known = functions.stream().anyMatch(f -> f.name.equals("__format__"));
      formatsItself = known;
    }
    return known;
  }

  /** Makes a nested function a method: where it is defined, or used, as its code may be dead. */
  void lift(FunctionInfo function) {
    boolean nested = function.owner == null && function.parent != null && function.parent != body;
    if (nested && !function.isLambda() && everLifted.add(function)) {
      lifted.add(function);
    }
  }
}
