package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.SourceModule;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells which classes become Java classes, and which are made at run time because Java has nothing
 * like them: those with several bases, decorators of the program's own, hooks on attributes, or
 * methods that use variables of a surrounding function. Classes of one hierarchy share a tier.
 */
final class ClassTiers {
  private static final Set<String> HOOKS =
      Set.of(
          "__getattr__",
          "__getattribute__",
          "__setattr__",
          "__delattr__",
          "__new__",
          "__init_subclass__",
          "__class_getitem__",
          "__set_name__",
          "__get__",
          "__set__",
          "__instancecheck__",
          "__missing__",
          "__index__",
          "__format__",
          "__reversed__");

  private static final Set<String> NO_CODE =
      Set.of(
          "object",
          "Protocol",
          "Generic",
          "ABC",
          "NamedTuple",
          "TypedDict",
          "AbstractContextManager",
          "AbstractAsyncContextManager");

  private static final Set<String> ENUMS = Set.of("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag");

  private static final Set<String> VALUES = Set.of("int", "float", "str", "tuple");

  private static final Set<String> METHOD_MARKS =
      Set.of(
          "staticmethod",
          "classmethod",
          "property",
          "abstractmethod",
          "setter",
          "contextmanager",
          "asynccontextmanager",
          "override",
          "final",
          "overload");

  private static final Set<String> CLASS_MARKS =
      Set.of("dataclass", "final", "unique", "runtime_checkable", "total_ordering");

  private final Set<Stmt.ClassDef> dynamic = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, List<Stmt.ClassDef>> byName = new HashMap<>();
  private final List<Stmt.ClassDef> all = new ArrayList<>();

  /** Names of classes that others derive from. */
  private final Set<String> extended = new HashSet<>();

  /** Names that enclosing functions bind, for each class inside one. */
  private final IdentityHashMap<Stmt.ClassDef, Set<String>> enclosing = new IdentityHashMap<>();

  /** What imported names stand for. */
  private final Map<String, String> imported = new HashMap<>();

  /** Attributes that the program deletes. */
  private final Set<String> deleted = new HashSet<>();

  /** Attributes that methods set on their object. */
  private final Set<String> ownAttributes = new HashSet<>();

  /** Attributes set on classes from outside. */
  private final Map<String, Set<String>> setOutside = new HashMap<>();

  /** What was found of {@link #isFixed}. */
  private final IdentityHashMap<Stmt.ClassDef, Boolean> fixed = new IdentityHashMap<>();

  private boolean setsAnyAttribute;
  private boolean getsAnyAttribute;

  private ClassTiers() {}

  static ClassTiers of(SourceModule module) {
    ClassTiers tiers = new ClassTiers();
    tiers.collect(module.body(), Set.of());
    tiers.lookForChanges(module.body());
    for (Stmt.ClassDef c : tiers.all) {
      if (!tiers.isFixed(c) && (tiers.needsRunTime(c) || tiers.overridesOtherwise(c))) {
        tiers.dynamic.add(c);
      }
    }
    tiers.spread();
    return tiers;
  }

  boolean isDynamic(Stmt.ClassDef type) {
    return dynamic.contains(type);
  }

  /** Notes a rewritten class. */
  void addDynamic(Stmt.ClassDef type) {
    dynamic.add(type);
  }

  /** The builtin types of values that classes made at run time derive from. */
  Set<String> derivedValues() {
    Set<String> found = new HashSet<>();
    for (Stmt.ClassDef c : dynamic) {
      for (Expr base : c.bases()) {
        if (VALUES.contains(baseName(base)) && isRoot(base)) {
          found.add("builtins." + baseName(base));
        }
      }
    }
    return found;
  }

  private void collect(List<Stmt> body, Set<String> outer) {
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.FunctionDef f) {
          Set<String> names = new HashSet<>(outer);
          names.addAll(Bindings.of(f.body()).names.keySet());
          f.parameters().forEach(p -> names.add(p.name()));
          collect(f.body(), names);
          return false;
        }
        if (stmt instanceof Stmt.ClassDef c) {
          all.add(c);
          byName.computeIfAbsent(c.name(), n -> new ArrayList<>()).add(c);
          c.bases().forEach(b -> extended.add(baseName(b)));
          enclosing.put(c, outer);
          collect(c.body(), outer);
          return false;
        }
        return true;
      }
    }.block(body);
  }

  private void lookForChanges(List<Stmt> body) {
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        switch (stmt) {
          case Stmt.Delete d ->
              d.targets()
                  .forEach(t -> {
                    if (t instanceof Expr.Attribute a) {
                      deleted.add(a.name());
                    }
                  });
          case Stmt.Assign a -> a.targets().forEach(t -> outside(t));
          case Stmt.AugAssign a -> outside(a.target());
          case Stmt.Import i ->
              i.names()
                  .forEach(n -> {
                    if (n.asName() != null || !n.name().contains(".")) {
                      imported.put(n.asName() != null ? n.asName() : n.name(), n.name());
                    }
                  });
          case Stmt.ImportFrom i ->
              i.names()
                  .forEach(n ->
                      imported.put(
                          n.asName() != null ? n.asName() : n.name(),
                          ".".repeat(i.level()) + i.module() + "." + n.name()));
          default -> {}
        }
        return true;
      }

      @Override
      protected boolean enter(Expr expr) {
        getsAnyAttribute |=
            expr instanceof Expr.Call g
                && g.function() instanceof Expr.Name f
                && f.id().equals("getattr")
                && g.arguments().size() > 1
                && !(g.arguments().get(1) instanceof Expr.StringLiteral);
        if (expr instanceof Expr.Call c
            && c.function() instanceof Expr.Name n
            && (n.id().equals("setattr") || n.id().equals("delattr"))
            && c.arguments().size() > 1
            && !(c.arguments().get(1) instanceof Expr.StringLiteral)) {
          setsAnyAttribute = true;
        }
        return true;
      }
    }.block(body);
  }

  private void outside(Expr target) {
    if (target instanceof Expr.Attribute a && a.value() instanceof Expr.Name n) {
      if (n.id().equals("self")) {
        ownAttributes.add(a.name());
      }
      setOutside.computeIfAbsent(n.id(), k -> new HashSet<>()).add(a.name());
    }
  }

  /** Whether a base is a class of the library that is made at run time. */
  private boolean isRoot(Expr base) {
    Expr plain = base instanceof Expr.Subscript s ? s.value() : base;
    return switch (plain) {
      case Expr.Name n when byName.containsKey(n.id()) -> false;
      case Expr.Name n ->
          Library.get().root(imported.getOrDefault(n.id(), "builtins." + n.id())) != null;
      case Expr.Attribute a -> {
        String owner = a.value() instanceof Expr.Name n ? imported.get(n.id()) : null;
        yield owner != null
            ? Library.get().root(owner + "." + a.name()) != null
            : Library.get().isRoot(a.name());
      }
      default -> false;
    };
  }

  private static String baseName(Expr base) {
    return Decorators.name(base instanceof Expr.Subscript s ? s.value() : base);
  }

  /** Exceptions, enums and tuples are Java classes whatever they look like. */
  private boolean isFixed(Stmt.ClassDef c) {
    return fixed.computeIfAbsent(
        c, type -> isFixed(type, Collections.newSetFromMap(new IdentityHashMap<>())));
  }

  /**
   * @param seen the classes that were looked at: names may stand for many classes, in circles
   */
  private boolean isFixed(Stmt.ClassDef c, Set<Stmt.ClassDef> seen) {
    if (!seen.add(c)) {
      return false;
    }
    for (Expr base : c.bases()) {
      String name = baseName(base);
      if (ENUMS.contains(name)
          || name.equals("NamedTuple")
          || name.equals("TypedDict")
          || Library.get().exception(name) != null) {
        return true;
      }
      for (Stmt.ClassDef parent : byName.getOrDefault(name, List.of())) {
        if (isFixed(parent, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean needsRunTime(Stmt.ClassDef c) {
    long bases = c.bases().stream().filter(b -> !NO_CODE.contains(baseName(b))).count();
    if (bases > 1
        || c.bases().stream().anyMatch(this::isRoot)
        || byName.getOrDefault(c.name(), List.of()).size() > 1
        || setsAnyAttribute
        || c.decorators().stream().anyMatch(d -> !CLASS_MARKS.contains(Decorators.name(d)))
        || c.keywords().stream()
            .anyMatch(k -> !(k.value() instanceof Expr.Name n && n.id().equals("ABCMeta")))) {
      return true;
    }
    Set<String> bound = new HashSet<>();
    boolean dataclass =
        c.decorators().stream().anyMatch(d -> Decorators.name(d).equals("dataclass"));
    if (c.decorators().stream()
        .anyMatch(d ->
            d instanceof Expr.Call call
                && call.keywords().stream().anyMatch(k -> "kw_only".equals(k.name())))) {
      return true;
    }
    for (Stmt stmt : c.body()) {
      switch (stmt) {
        case Stmt.FunctionDef f -> {
          if (HOOKS.contains(f.name())
              || f.decorators().stream()
                  .anyMatch(d -> !METHOD_MARKS.contains(Decorators.name(d)))) {
            return true;
          }
          // Only run time knows which method is called, and then its defaults.
          if (getsAnyAttribute
              && !f.name().startsWith("__")
              && f.parameters().stream()
                  .anyMatch(p ->
                      p.defaultValue() != null
                          || p.kind() != dev.weft.translator.parser.Parameter.Kind.NORMAL)) {
            return true;
          }
          bound.add(f.name());
        }
        case Stmt.Assign a -> {
          for (Expr target : a.targets()) {
            if (!(target instanceof Expr.Name n)) {
              return true;
            }
            bound.add(n.id());
          }
          if (a.value() instanceof Expr.Call made
              && Decorators.name(made.function()).equals("partialmethod")) {
            return true;
          }
          if (!dataclass && a.value() instanceof Expr.Lambda) {
            return true;
          }
          if (a.value() instanceof Expr.Name n && bound.contains(n.id())) {
            return true;
          }
        }
        case Stmt.AnnAssign a -> {
          String annotation =
              Decorators.name(
                  a.annotation() instanceof Expr.Subscript s ? s.value() : a.annotation());
          if (annotation.equals("KW_ONLY") || annotation.equals("InitVar")) {
            return true;
          }
          if (a.target() instanceof Expr.Name n) {
            bound.add(n.id());
          }
        }
        case Stmt.Pass p -> {}
        case Stmt.ExprStmt e
            when e.value() instanceof Expr.StringLiteral
                || e.value() instanceof Expr.EllipsisLiteral -> {}
        default -> {
          return true;
        }
      }
    }
    for (String name : setOutside.getOrDefault(c.name(), Set.of())) {
      if (!bound.contains(name)) {
        return true;
      }
    }
    return usesEnclosing(c)
        || touchesSelf(c)
        || hidesChanging(c)
        || isBag(c)
        || (extended.contains(c.name()) && asksForItsClass(c));
  }

  /** Whether a class method uses the class it is called on, which may be one that derives. */
  private static boolean asksForItsClass(Stmt.ClassDef c) {
    return c.body().stream()
        .anyMatch(s ->
            s instanceof Stmt.FunctionDef f
                && !f.parameters().isEmpty()
                && f.decorators().stream().anyMatch(d -> Decorators.name(d).equals("classmethod"))
                && mentions(f, f.parameters().getFirst().name()));
  }

  private static boolean mentions(Stmt.FunctionDef f, String name) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        found[0] |= expr instanceof Expr.Name n && n.id().equals(name);
        return true;
      }
    }.block(f.body());
    return found[0];
  }

  /** A class without attributes of its own, where some that no class has are deleted. */
  private boolean isBag(Stmt.ClassDef c) {
    Set<String> unknown = new HashSet<>(deleted);
    unknown.removeAll(ownAttributes);
    boolean[] has = {unknown.isEmpty()};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        has[0] |= stmt instanceof Stmt.Assign || stmt instanceof Stmt.AnnAssign;
        return true;
      }
    }.block(c.body());
    return !has[0];
  }

  private boolean usesEnclosing(Stmt.ClassDef c) {
    Set<String> outer = enclosing.getOrDefault(c, Set.of());
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        found[0] |=
            expr instanceof Expr.Name n && outer.contains(n.id()) && !byName.containsKey(n.id());
        return true;
      }
    }.block(c.body());
    return found[0];
  }

  /** Whether methods look into {@code __dict__}, or an own attribute is deleted somewhere. */
  private boolean touchesSelf(Stmt.ClassDef c) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        found[0] |=
            expr instanceof Expr.Attribute a
                && a.value() instanceof Expr.Name n
                && (n.id().equals("self") || n.id().equals("cls"))
                && (a.name().equals("__dict__") || deleted.contains(a.name()));
        return true;
      }

      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.Assign a) {
          for (Expr target : a.targets()) {
            found[0] |=
                target instanceof Expr.Attribute t
                    && t.value() instanceof Expr.Name n
                    && n.id().equals("cls");
          }
        }
        return true;
      }
    }.block(c.body());
    return found[0];
  }

  /** Whether a method takes other parameters than the one it overrides, which Java cannot have. */
  private boolean overridesOtherwise(Stmt.ClassDef c) {
    for (Expr base : c.bases()) {
      for (Stmt.ClassDef parent : byName.getOrDefault(baseName(base), List.of())) {
        if (parent != c && !isFixed(c) && (differs(c, parent) || replacesAttributes(c, parent))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean differs(Stmt.ClassDef c, Stmt.ClassDef above) {
    for (Stmt mine : c.body()) {
      for (Stmt theirs : above.body()) {
        if (mine instanceof Stmt.FunctionDef f
            && theirs instanceof Stmt.FunctionDef g
            && f.name().equals(g.name())
            && !f.name().equals("__init__")
            && (!shape(f).equals(shape(g)) || f.isAsync() != g.isAsync())) {
          return true;
        }
      }
    }
    for (Expr base : above.bases()) {
      for (Stmt.ClassDef next : byName.getOrDefault(baseName(base), List.of())) {
        if (next != above && differs(c, next)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> attributes(Stmt.ClassDef c) {
    Set<String> names = new HashSet<>();
    for (Stmt stmt : c.body()) {
      if (stmt instanceof Stmt.Assign a && a.targets().get(0) instanceof Expr.Name n) {
        names.add(n.id());
      } else if (stmt instanceof Stmt.AnnAssign a
          && a.value() != null
          && a.target() instanceof Expr.Name n) {
        names.add(n.id());
      }
    }
    return names;
  }

  /** A class attribute that a subclass has again is looked up from the instance's class on. */
  private boolean replacesAttributes(Stmt.ClassDef c, Stmt.ClassDef above) {
    if (c.decorators().stream().anyMatch(d -> Decorators.name(d).equals("dataclass"))) {
      return false;
    }
    Set<String> both = attributes(c);
    both.retainAll(attributes(above));
    both.remove("__slots__");
    if (!both.isEmpty()) {
      return true;
    }
    for (Expr base : above.bases()) {
      for (Stmt.ClassDef next : byName.getOrDefault(baseName(base), List.of())) {
        if (next != above && replacesAttributes(c, next)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A class attribute that changes, and that instances hide by one of their own. */
  private boolean hidesChanging(Stmt.ClassDef c) {
    Set<String> changing = new HashSet<>(setOutside.getOrDefault(c.name(), Set.of()));
    changing.retainAll(attributes(c));
    for (var entry : setOutside.entrySet()) {
      if (!entry.getKey().equals(c.name())
          && entry.getValue().stream().anyMatch(changing::contains)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> shape(Stmt.FunctionDef f) {
    return f.parameters().stream()
        .map(p ->
            p.kind()
                + " "
                + (p.defaultValue() != null)
                + " "
                + (p.kind() == dev.weft.translator.parser.Parameter.Kind.KEYWORD_ONLY
                    ? p.name()
                    : ""))
        .toList();
  }

  /** A class shares the tier of its bases and of what derives from it. */
  private void spread() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Stmt.ClassDef c : all) {
        for (Expr base : c.bases()) {
          for (Stmt.ClassDef parent : byName.getOrDefault(baseName(base), List.of())) {
            if (isFixed(c) || isFixed(parent)) {
              continue;
            }
            if (dynamic.contains(c) && dynamic.add(parent)) {
              changed = true;
            }
            if (dynamic.contains(parent) && dynamic.add(c)) {
              changed = true;
            }
          }
        }
      }
    }
  }
}
