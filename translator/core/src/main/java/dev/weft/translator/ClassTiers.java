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
          "__delete__",
          "__instancecheck__",
          "__missing__",
          "__index__");

  private static final Set<String> DESCRIPTOR =
      Set.of("__get__", "__set__", "__delete__", "__set_name__");

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

  private final AttributesByName byNames;
  private final ClassDecorators decorators;

  private ClassTiers(List<Stmt> module) {
    byNames = new AttributesByName(module);
    decorators = new ClassDecorators(module);
  }

  static ClassTiers of(SourceModule module) {
    ClassTiers tiers = new ClassTiers(module.body());
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

  /** Whether a decorator of a class gives it back as it is. */
  boolean givesBack(Expr decorator) {
    return decorators.givesBack(decorator);
  }

  /** Whether a method may be got by a name that only run time knows. */
  boolean mayBeRead(String method) {
    return byNames.mayRead(method);
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
        || byNames.changes(c)
        || (byNames.changesOwners() && hasDescriptor(c))
        || c.decorators().stream()
            .anyMatch(d -> !CLASS_MARKS.contains(Decorators.name(d)) && !decorators.givesBack(d))
        || c.keywords().stream()
            .anyMatch(k -> !(k.value() instanceof Expr.Name n && n.id().equals("ABCMeta")))) {
      return true;
    }
    Set<String> bound = new HashSet<>();
    boolean dataclass =
        c.decorators().stream().anyMatch(d -> Decorators.name(d).equals("dataclass"));
    if (isMadeByNames(c) && mixesFields(c)) {
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
          // What a method says of itself is not kept in a Java method.
          if (byNames.mayRead(f.name()) && byNames.asksMethods() && !f.name().startsWith("__")) {
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
          if (a.value() instanceof Expr.Name n && bound.contains(n.id()) && !isAlias(c, a)) {
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
        case Stmt.ClassDef inner when isPlainInner(c, inner) -> {}
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
        || hasNoLength(c)
        || holdsDescriptors(c)
        || touchesSelf(c)
        || hidesChanging(c)
        || isBag(c)
        || (extended.contains(c.name()) && asksForItsClass(c));
  }

  /** Whether an object with the methods of a descriptor may be an attribute of a class. */
  private boolean hasDescriptor(Stmt.ClassDef c) {
    boolean[] found = {false};
    for (Stmt stmt : c.body()) {
      Expr value =
          stmt instanceof Stmt.Assign a
              ? a.value()
              : stmt instanceof Stmt.AnnAssign b ? b.value() : null;
      if (value instanceof Expr.Name || value instanceof Expr.Attribute) {
        found[0] = true;
      } else if (value != null) {
        new TreeWalker() {
          @Override
          protected boolean enter(Expr expr) {
            found[0] |=
                expr instanceof Expr.Call call
                    && !(call.function() instanceof Expr.Name n
                        && byName.getOrDefault(n.id(), List.of()).stream()
                            .noneMatch(d -> isDescriptor(d)));
            return true;
          }
        }.expr(value);
      }
    }
    return found[0];
  }

  private boolean isDescriptor(Stmt.ClassDef type) {
    return AttributesByName.isDescriptor(type)
        || all.stream().anyMatch(d -> derives(type, d) && AttributesByName.isDescriptor(d));
  }

  private static boolean isMadeByNames(Stmt.ClassDef c) {
    return c.decorators().stream()
        .anyMatch(d ->
            d instanceof Expr.Call call
                && call.keywords().stream().anyMatch(k -> "kw_only".equals(k.name())));
  }

  /** Whether fields above or below are given by their places, where those of this class are not. */
  private boolean mixesFields(Stmt.ClassDef c) {
    return all.stream()
        .anyMatch(d -> d != c && (derives(c, d) || derives(d, c)) && !isMadeByNames(d));
  }

  /** Whether a class inside another needs nothing of it, and is that attribute for ever. */
  private boolean isPlainInner(Stmt.ClassDef outer, Stmt.ClassDef inner) {
    return inner.bases().stream().allMatch(b -> Library.get().exception(baseName(b)) != null)
        && inner.keywords().isEmpty()
        && inner.decorators().isEmpty()
        && byName.getOrDefault(inner.name(), List.of()).size() == 1
        && enclosing.getOrDefault(outer, Set.of()).isEmpty()
        && setOutside.values().stream().noneMatch(names -> names.contains(inner.name()))
        && inner.body().stream().noneMatch(Stmt.ClassDef.class::isInstance);
  }

  /**
   * Whether it gives a method another name, and that method is the same for all derived classes.
   */
  private boolean isAlias(Stmt.ClassDef c, Stmt.Assign assign) {
    Stmt.FunctionDef method = MethodAliases.aliased(assign, c.body());
    return method != null
        && all.stream()
            .noneMatch(d ->
                d != c && derives(d, c) && Bindings.of(d.body()).names.containsKey(method.name()));
  }

  private boolean derives(Stmt.ClassDef c, Stmt.ClassDef from) {
    for (Expr base : c.bases()) {
      for (Stmt.ClassDef parent : byName.getOrDefault(baseName(base), List.of())) {
        if (parent == from || (parent != c && derives(parent, from))) {
          return true;
        }
      }
    }
    return false;
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

  /** Whether {@code __len__} gives what is no int: an error of whoever asks for it. */
  private static boolean hasNoLength(Stmt.ClassDef c) {
    return c.body().stream()
        .anyMatch(s ->
            s instanceof Stmt.FunctionDef f
                && f.name().equals("__len__")
                && f.body().stream()
                    .anyMatch(r ->
                        r instanceof Stmt.Return given
                            && given.value() instanceof Expr.StringLiteral));
  }

  /** Whether an attribute is made by a class that says what reading or setting it does. */
  private boolean holdsDescriptors(Stmt.ClassDef c) {
    return c.body().stream()
        .map(s ->
            s instanceof Stmt.Assign a
                ? a.value()
                : s instanceof Stmt.AnnAssign a ? a.value() : null)
        .anyMatch(value ->
            value instanceof Expr.Call made
                && isDescriptor(Decorators.name(made.function()), new HashSet<>()));
  }

  private boolean isDescriptor(String name, Set<String> seen) {
    return seen.add(name)
        && byName.getOrDefault(name, List.of()).stream()
            .anyMatch(type ->
                type.body().stream()
                        .anyMatch(
                            s -> s instanceof Stmt.FunctionDef f && DESCRIPTOR.contains(f.name()))
                    || type.bases().stream().anyMatch(b -> isDescriptor(baseName(b), seen)));
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
        if (parent != c && !isFixed(c) && differs(c, parent)) {
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
