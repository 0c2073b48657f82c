package dev.weft.translator;

import dev.weft.translator.parser.Clause;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Handler;
import dev.weft.translator.parser.Keyword;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of each use of a name what it stands for. Loop and handler variables that are only used
 * inside their block become variables of that block, so that two loops over different things with
 * one name do not have to agree on a type.
 */
@SuppressWarnings({"ReferenceEquality", "RefactorSwitch"}) // Equal nodes may stand in two places.
final class NameResolver extends TreeWalker implements Uses.Scope {
  /** What makes objects that have whatever attributes they are given. */
  private static final Set<String> FREE =
      Set.of("parse_args", "parse_known_args", "SimpleNamespace", "Namespace");

  private final ScopeAnalysis scopes;
  private final ModuleInfo module;
  private final ClassTiers tiers;

  /** Block scopes inside the current function, innermost first. */
  private Deque<Map<String, Symbol>> blocks = new ArrayDeque<>();

  private FunctionInfo current;

  private int loops;

  /** The names of each function of which it is known whether they are variables of blocks. */
  private final IdentityHashMap<FunctionInfo, Map<String, Boolean>> ownBlocks =
      new IdentityHashMap<>();

  private final IdentityHashMap<FunctionInfo, Uses> usesOf = new IdentityHashMap<>();

  private final IdentityHashMap<FunctionInfo, Map<String, Symbol>> classBlocks =
      new IdentityHashMap<>();

  /** Functions and methods that take all of a generator expression at once. */
  private static final Set<String> EAGER =
      Set.of(
          ("sum max min sorted list tuple set frozenset dict join any all extend Counter deque fsum"
                  + " mean update")
              .split(" "));

  /** Functions that call their key while they run, and do not keep it. */
  private static final Set<String> SORTING = Set.of("sorted", "min", "max");

  /** Functions that call what they are given with two values. */
  private static final Set<String> FOLDS = Set.of("reduce", "accumulate");

  private final Set<Expr> ignorable = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Lambdas that are called where they stand, and never again. */
  private final Set<Expr> lambdasAtOnce = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Generator expressions that are loops, not functions that run later. */
  private final Set<Expr> loopsOnly = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The variables of each generator expression around that runs later. */
  private final Deque<Collection<Symbol>> delayed = new ArrayDeque<>();

  /** The functions that use each function by its name. */
  private final Map<FunctionInfo, Set<FunctionInfo>> users = new LinkedHashMap<>();

  NameResolver(ScopeAnalysis scopes) {
    this.scopes = scopes;
    this.module = scopes.module;
    this.tiers = scopes.tiers;
    this.current = module.body;
  }

  void resolve(FunctionInfo function) {
    FunctionInfo outer = current;
    Deque<Map<String, Symbol>> outerBlocks = blocks;
    int outerLoops = loops;
    List<Collection<Symbol>> outerDelayed = List.copyOf(delayed);
    delayed.clear();
    current = function;
    blocks = new ArrayDeque<>(blocks);
    loops = 0;
    // Methods do not see the names of the class body around them.
    if (function.parent != null && function.parent.isClassBody && !function.isLambda()) {
      blocks.removeIf(b -> b == classBlocks.get(function.parent));
    }
    if (function != module.body) {
      Map<String, Symbol> own = new HashMap<>(function.symbols);
      blocks.push(own);
      if (function.isClassBody) {
        classBlocks.put(function, own);
      }
    }
    if (function.isLambda()) {
      expr(Objects.requireNonNull(function.lambdaBody));
    } else {
      block(function.body);
    }
    current = outer;
    blocks = outerBlocks;
    loops = outerLoops;
    delayed.addAll(outerDelayed);
  }

  private @Nullable Symbol lookUp(String name) {
    Bindings here = scopes.bindings.get(current);
    if (here != null && here.globals.contains(name)) {
      return module.body.symbols.get(name);
    }
    for (Map<String, Symbol> block : blocks) {
      Symbol symbol = block.get(name);
      if (symbol != null) {
        return symbol;
      }
    }
    return module.body.symbols.get(name);
  }

  private void use(Expr.Name name) {
    Symbol symbol = lookUp(name.id());
    Bindings here = scopes.bindings.get(current);
    if (symbol == null
        && here != null
        && here.handled.contains(name.id())
        && current != module.body) {
      symbol = new Symbol.Library("unbound." + name.id());
    }
    if (symbol == null) {
      symbol = new Symbol.Library("builtins." + name.id());
    }
    module.names.put(name, symbol);
    switch (symbol) {
      case Symbol.Var v -> {
        Variable variable = v.variable();
        variable.mentions++;
        variable.ignorable += ignorable.contains(name) ? 1 : 0;
        if (!delayed.isEmpty() && delayed.stream().noneMatch(own -> own.contains(v))) {
          usedLater(variable);
        }
        if (variable.owner == null && current != module.body) {
          variable.isField = true;
        } else if (variable.owner != null && variable.owner != current) {
          capture(variable, current);
        }
      }
      case Symbol.Function f -> {
        f.function().isUsed = true;
        users.computeIfAbsent(f.function(), u -> new LinkedHashSet<>()).add(current);
        // Whoever calls it may need its defaults.
        for (Parameter p : f.function().parameters) {
          if (p.defaultValue() instanceof Expr.Name d
              && module.names.get(d) instanceof Symbol.Var v) {
            useVariable(v.variable());
          }
        }
      }
      case Symbol.UserClass c -> {
        // And who constructs an object those of its fields.
        for (Expr value : c.type().dataFields.values()) {
          if (value instanceof Expr.Name d && module.names.get(d) instanceof Symbol.Var v) {
            useVariable(v.variable());
          }
        }
      }
      default -> {}
    }
    if (name.id().equals("super") || name.id().equals("__class__")) {
      for (FunctionInfo f = current; f != null; f = f.parent) {
        if (f.isClassBody && f.classSymbol instanceof Symbol.Var v) {
          useVariable(v.variable());
          useSelf(f);
          break;
        }
      }
    }
  }

  /** A generator expression sees what a variable is when it runs; Java's lambdas do not. */
  private void usedLater(Variable variable) {
    if (variable.owner == current && current != module.body) {
      variable.captured = true;
      variable.isKept = true;
    } else if (variable.owner == null && !variable.inComprehension) {
      variable.usedLater = true;
    }
  }

  /** {@code super()} stands for the first parameter of the method around it. */
  private void useSelf(FunctionInfo classBody) {
    for (FunctionInfo f = current; f != null && f != classBody; f = f.parent) {
      if (f.parent == classBody && !f.parameters.isEmpty()) {
        useVariable(Objects.requireNonNull(f.params.get(f.parameters.get(0).name())));
      }
    }
  }

  private void useVariable(Variable variable) {
    if (variable.owner == null && current != module.body) {
      variable.isField = true;
    } else if (variable.owner != null && variable.owner != current) {
      capture(variable, current);
    }
  }

  /** What a function captures its users must have, too, to pass it on; so must theirs. */
  void captureForOthers() {
    Deque<FunctionInfo> open = new ArrayDeque<>(users.keySet());
    while (!open.isEmpty()) {
      FunctionInfo function = open.pop();
      for (FunctionInfo user : users.getOrDefault(function, Set.of())) {
        for (Variable variable : List.copyOf(function.captures)) {
          open.addAll(capture(variable, user));
        }
      }
    }
  }

  /** Passes a variable down to a function in its scope; gives those that did not have it yet. */
  private static List<FunctionInfo> capture(Variable variable, FunctionInfo user) {
    List<FunctionInfo> between = new ArrayList<>();
    FunctionInfo f = user;
    while (f != null && f != variable.owner) {
      between.add(f);
      f = f.parent;
    }
    if (f == null) {
      return List.of();
    }
    variable.captured = true;
    variable.isKept |= between.stream().anyMatch(b -> !b.isCalledAtOnce);
    between.removeIf(b -> !b.captures.add(variable));
    return between;
  }

  private boolean isOwnBlock(String name) {
    Boolean known = ownBlocks.computeIfAbsent(current, f -> new HashMap<>()).get(name);
    if (known == null) {
      known = looksLikeOwnBlock(name);
      ownBlocks.get(current).put(name, known);
    }
    return known;
  }

  private boolean looksLikeOwnBlock(String name) {
    Bindings.Binding binding = Objects.requireNonNull(scopes.bindings.get(current)).names.get(name);
    if (binding == null || !binding.onlyBlocks() || current.params.containsKey(name)) {
      return false;
    }
    Uses uses = usesOf.computeIfAbsent(current, f -> Uses.in(f.body, this));
    // What runs later sees what the last of the blocks made of the variable.
    return uses.areInside(name, binding.blocks)
        && (binding.blocks.size() == 1 || !uses.areKept(name));
  }

  @Override
  public Expr.@Nullable Lambda calledAtOnce(Expr.Call call) {
    boolean sorts =
        switch (call.function()) {
          case Expr.Name n -> SORTING.contains(n.id()) && lookUp(n.id()) == null;
          case Expr.Attribute a ->
              a.name().equals("sort")
                  && module.functions.stream().noneMatch(f -> f.name.equals("sort"));
          default -> false;
        };
    for (Keyword k : sorts ? call.keywords() : List.<Keyword>of()) {
      if ("key".equals(k.name()) && k.value() instanceof Expr.Lambda l) {
        return l;
      }
    }
    return null;
  }

  @Override
  protected boolean enter(Stmt stmt) {
    switch (stmt) {
      case Stmt.FunctionDef f -> {
        if (!refusesGlobal(f, f.name())) {
          nested(Objects.requireNonNull(module.functionOf.get(f)));
        }
        return false;
      }
      case Stmt.ClassDef c -> {
        if (refusesGlobal(c, c.name())) {
          return false;
        }
        if (tiers.isDynamic(c)) {
          dynamicClass(c);
        } else {
          classBody(c);
        }
        return false;
      }
      case Stmt.For f -> {
        expr(f.iterable());
        Map<String, Symbol> own = ownTargets(f.target());
        noteIgnorable(f.target());
        blocks.push(own);
        expr(f.target());
        block(f.body());
        blocks.pop();
        block(f.orElse());
        return false;
      }
      case Stmt.With w -> {
        Map<String, Symbol> own = new HashMap<>();
        w.items()
            .forEach(i -> {
              if (i.target() != null) {
                own.putAll(ownTargets(i.target()));
              }
            });
        blocks.push(own);
        w.items()
            .forEach(i -> {
              expr(i.context());
              if (i.target() != null) {
                expr(i.target());
              }
            });
        block(w.body());
        blocks.pop();
        return false;
      }
      case Stmt.Assign a -> {
        a.targets().stream().filter(t -> !(t instanceof Expr.Name)).forEach(this::noteIgnorable);
        return true;
      }
      case Stmt.Try t -> {
        block(t.body());
        t.handlers().forEach(this::handler);
        block(t.orElse());
        block(t.finalBody());
        return false;
      }
      case Stmt.AnnAssign a -> {
        if (a.value() != null) {
          expr(a.value());
        }
        expr(a.target());
        return false;
      }
      default -> {
        return true;
      }
    }
  }

  /** A definition of the module's that stands inside a function. */
  private boolean refusesGlobal(Stmt definition, String name) {
    Bindings here = scopes.bindings.get(current);
    boolean isGlobal = here != null && current != module.body && here.globals.contains(name);
    if (isGlobal) {
      scopes.diagnostics.refuse(
          definition,
          "'" + Desugaring.plain(name) + "' is global, and is defined inside a function",
          "define it at the level of the module, or give it a name of its own and assign that");
    }
    return isGlobal;
  }

  private Map<String, Symbol> ownTargets(Expr target) {
    Map<String, Symbol> own = new HashMap<>();
    for (String name : Positions.names(target)) {
      if (isOwnBlock(name)) {
        Variable variable = new Variable(name, current == module.body ? null : current);
        variable.bindings = 1;
        variable.boundInLoop = true;
        own.put(name, new Symbol.Var(variable));
      }
    }
    return own;
  }

  /** Notes the places where a name {@code _} takes what nobody wants. */
  private void noteIgnorable(Expr target) {
    switch (target) {
      case Expr.Name n when n.id().equals("_") -> ignorable.add(n);
      case Expr.TupleDisplay t -> t.elements().forEach(this::noteIgnorable);
      case Expr.ListDisplay l -> l.elements().forEach(this::noteIgnorable);
      default -> {}
    }
  }

  private void handler(Handler handler) {
    if (handler.type() != null) {
      expr(handler.type());
    }
    Map<String, Symbol> own = new HashMap<>();
    if (handler.name() != null) {
      Variable variable = new Variable(handler.name(), current == module.body ? null : current);
      variable.bindings = 1;
      variable.isCaught = true;
      own.put(handler.name(), new Symbol.Var(variable));
      module.bound.put(handler, Map.of(handler.name(), variable));
    }
    blocks.push(own);
    block(handler.body());
    blocks.pop();
  }

  @Override
  protected boolean enter(Expr expr) {
    switch (expr) {
      case Expr.Name n -> {
        use(n);
        module.usesSlices |= n.id().equals("slice");
        module.readsAnyName |= n.id().equals("getattr");
        module.hasFreeObjects |= FREE.contains(n.id());
      }
      case Expr.Call c
          when FOLDS.contains(Decorators.name(c.function())) && !c.arguments().isEmpty() ->
          module.folding.addAll(c.arguments());
      case Expr.Call c -> {
        if (takesAll(c.function())) {
          loopsOnly.addAll(c.arguments());
        }
        Expr.Lambda called = calledAtOnce(c);
        if (called != null) {
          lambdasAtOnce.add(called);
        }
      }
      case Expr.Attribute a when a.name().equals("__name__") ->
          module.readsNames |= !givesType(a.value());
      case Expr.Attribute a when a.name().equals("throw") -> module.throwsIn = true;
      case Expr.Attribute a when FREE.contains(a.name()) -> module.hasFreeObjects = true;
      case Expr.Attribute a when a.name().equals("attrgetter") -> module.readsAnyName = true;
      case Expr.Attribute a when a.name().equals("__context__") -> module.readsContexts = true;
      case Expr.Lambda l -> {
        FunctionInfo lambda =
            new FunctionInfo(
                "<lambda>", l, l.parameters(), List.of(), l.body(), false, current, null);
        lambda.isCalledAtOnce = lambdasAtOnce.contains(l);
        module.functionOf.put(l, lambda);
        module.functions.add(lambda);
        nested(lambda);
        return false;
      }
      case Expr.Comprehension c -> {
        comprehension(c);
        return false;
      }
      default -> {}
    }
    return true;
  }

  @Override
  protected void enter(Pattern pattern) {
    String name =
        switch (pattern) {
          case Pattern.As a -> a.name();
          case Pattern.Star s -> s.name();
          case Pattern.Mapping m -> m.rest();
          default -> null;
        };
    if (name != null && lookUp(name) instanceof Symbol.Var v) {
      module.bound.put(pattern, Map.of(name, v.variable()));
    }
  }

  @Override
  public boolean takesAll(Expr function) {
    return (function instanceof Expr.Name n && EAGER.contains(n.id()) && lookUp(n.id()) == null)
        || (function instanceof Expr.Attribute a && EAGER.contains(a.name()));
  }

  private void comprehension(Expr.Comprehension c) {
    Map<String, Symbol> own = new HashMap<>();
    for (Clause clause : c.clauses()) {
      noteIgnorable(clause.target());
      Positions.names(clause.target()).forEach(n -> own.putIfAbsent(n, target(n)));
    }
    // The first iterable belongs to the enclosing scope.
    expr(c.clauses().get(0).iterable());
    blocks.push(own);
    boolean later = c.kind() == Expr.Comprehension.Kind.GENERATOR && !loopsOnly.contains(c);
    if (later) {
      delayed.push(own.values());
    } else if (!delayed.isEmpty()) {
      // Its variables belong to what runs later, too.
      delayed.push(own.values());
      later = true;
    }
    Set<String> bound = new HashSet<>();
    for (Clause clause : c.clauses()) {
      if (clause != c.clauses().get(0)) {
        expr(clause.iterable());
      }
      for (String name : Positions.names(clause.target())) {
        if (!bound.add(name)) {
          // For what follows it is another variable, of a loop inside of the first one's.
          own.put(name, target(name));
        }
      }
      expr(clause.target());
      clause.conditions().forEach(this::expr);
    }
    expr(c.element());
    if (c.value() != null) {
      expr(c.value());
    }
    if (later) {
      delayed.pop();
    }
    blocks.pop();
  }

  /** The variable of a comprehension's clause. */
  private Symbol target(String name) {
    Variable variable = new Variable(name, current == module.body ? null : current);
    variable.bindings = 1;
    variable.boundInLoop = true;
    variable.inComprehension = true;
    return new Symbol.Var(variable);
  }

  private void dynamicClass(Stmt.ClassDef c) {
    c.bases().forEach(this::expr);
    c.decorators().forEach(this::expr);
    c.keywords().forEach(k -> expr(k.value()));
    FunctionInfo body = Objects.requireNonNull(module.functionOf.get(c));
    body.classSymbol = lookUp(c.name());
    scopes.declare(body);
    resolve(body);
  }

  private void nested(FunctionInfo function) {
    for (Parameter p : function.parameters) {
      if (p.defaultValue() != null) {
        expr(p.defaultValue());
      }
    }
    if (function.node instanceof Stmt.FunctionDef f) {
      f.decorators().forEach(this::expr);
    }
    scopes.declare(function);
    resolve(function);
  }

  /** Java evaluates what a class body says where an object is made, or the class is used first. */
  private void usedElsewhere(ClassInfo type, @Nullable Expr value) {
    if (value == null) {
      return;
    }
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        if (expr instanceof Expr.Name n
            && module.names.get(n) instanceof Symbol.Var v
            && v.variable().owner == null
            && !v.variable().inComprehension
            && !type.statics.containsValue(v.variable())) {
          v.variable().isField = true;
        }
        return true;
      }
    }.expr(value);
  }

  private void classBody(Stmt.ClassDef c) {
    c.bases().forEach(this::expr);
    c.decorators().forEach(this::expr);
    c.keywords().forEach(k -> expr(k.value()));
    ClassInfo type = module.classOf.get(c);
    if (type == null) {
      return;
    }
    Map<String, Symbol> own = new LinkedHashMap<>();
    List<FunctionInfo> methods = new ArrayList<>();
    for (Stmt stmt : c.body()) {
      if (stmt instanceof Stmt.FunctionDef f) {
        FunctionInfo method = scopes.declareFunction(f, current, type);
        if (f.decorators().stream()
            .noneMatch(d -> d instanceof Expr.Attribute a && a.name().equals("setter"))) {
          type.methods.put(f.name(), method);
        } else {
          type.methods.put(f.name() + ".setter", method);
        }
        methods.add(method);
        if (!f.name().startsWith("__") && scopes.tiers.mayBeRead(f.name())) {
          module.foundByName.add(method);
        }
      }
    }
    new ClassBodies(module, scopes.diagnostics).collect(type, c);
    type.statics.forEach((name, variable) -> own.put(name, new Symbol.Var(variable)));
    blocks.push(own);
    for (Stmt stmt : c.body()) {
      if (!(stmt instanceof Stmt.FunctionDef)) {
        stmt(stmt);
      }
    }
    type.classAttributes.forEach((name, value) -> {
      if (value instanceof Expr.Name n
          && n.id().equals(name + "'")
          && module.names.get(n) instanceof Symbol.UserClass(ClassInfo within)) {
        type.inner.put(name, within);
      }
    });
    type.inner
        .keySet()
        .forEach(name -> {
          type.classAttributes.remove(name);
          type.statics.remove(name);
        });
    type.dataFields.values().forEach(value -> usedElsewhere(type, value));
    type.classAttributes.values().forEach(value -> usedElsewhere(type, value));
    blocks.pop();
    methods.forEach(this::nested);
  }

  /** Whether it is the type of something, whose name is none of a function's. */
  private static boolean givesType(Expr expr) {
    return (expr instanceof Expr.Call c && Decorators.name(c.function()).equals("type"))
        || (expr instanceof Expr.Attribute a && a.name().equals("__class__"));
  }
}
