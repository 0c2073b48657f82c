package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Handler;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans where Java declares the variables that Python scopes to a whole function: at their first
 * assignment if that reaches every use, and otherwise before the statement that holds all uses.
 */
@SuppressWarnings("ReferenceEquality") // Equal nodes may stand in two places.
final class Declarations {
  private final ModuleInfo module;

  /** Variables to declare before a statement, without a value of their own yet. */
  private final IdentityHashMap<Stmt, Set<Variable>> before = new IdentityHashMap<>();

  /** Of those, the ones that get their value for sure before they are read. */
  private final Set<Variable> unset = new HashSet<>();

  /** Variables that their first assignment declares. */
  private final IdentityHashMap<Stmt, Set<Variable>> inPlace = new IdentityHashMap<>();

  private final Map<Variable, List<Use>> uses = new LinkedHashMap<>();

  /** A use: the chain of (block, statement) that leads to it. */
  private record Use(List<Step> path) {}

  private record Step(List<Stmt> block, Stmt stmt, boolean loop) {}

  Declarations(ModuleInfo module) {
    this.module = module;
  }

  Set<Variable> before(Stmt stmt) {
    return before.getOrDefault(stmt, Set.of());
  }

  boolean isUnset(Variable variable) {
    return unset.contains(variable);
  }

  boolean isInPlace(Stmt stmt, Variable variable) {
    return inPlace.getOrDefault(stmt, Set.of()).contains(variable);
  }

  void plan(FunctionInfo function) {
    uses.clear();
    walk(function.body, List.of(), false, function);
    uses.forEach((variable, all) -> plan(function, variable, all));
  }

  private void walk(List<Stmt> block, List<Step> path, boolean loop, FunctionInfo function) {
    for (Stmt stmt : block) {
      List<Step> here = new ArrayList<>(path);
      here.add(new Step(block, stmt, loop));
      new TreeWalker() {
        @Override
        protected boolean enter(Stmt s) {
          if (s == stmt) {
            return isSimple(s);
          }
          return false;
        }

        @Override
        protected boolean enter(Expr e) {
          use(e, here, function);
          return true;
        }
      }.stmt(stmt);
      parts(stmt, here, function);
    }
  }

  private static boolean isSimple(Stmt s) {
    return !(s instanceof Stmt.For
        || s instanceof Stmt.While
        || s instanceof Stmt.If
        || s instanceof Stmt.With
        || s instanceof Stmt.Try
        || s instanceof Stmt.Match
        || s instanceof Stmt.FunctionDef
        || s instanceof Stmt.ClassDef);
  }

  private void exprs(List<Step> here, FunctionInfo function, @Nullable Expr... all) {
    TreeWalker walker =
        new TreeWalker() {
          @Override
          protected boolean enter(Expr e) {
            use(e, here, function);
            return true;
          }
        };
    for (Expr e : all) {
      if (e != null) {
        walker.expr(e);
      }
    }
  }

  private void parts(Stmt stmt, List<Step> here, FunctionInfo function) {
    switch (stmt) {
      case Stmt.For f -> {
        exprs(here, function, f.iterable(), f.target());
        walk(f.body(), here, true, function);
        walk(f.orElse(), here, false, function);
      }
      case Stmt.While w -> {
        exprs(here, function, w.test());
        walk(w.body(), here, true, function);
        walk(w.orElse(), here, false, function);
      }
      case Stmt.If i -> {
        exprs(here, function, i.test());
        walk(i.body(), here, false, function);
        walk(i.orElse(), here, false, function);
      }
      case Stmt.With w -> {
        w.items().forEach(item -> exprs(here, function, item.context(), item.target()));
        walk(w.body(), here, false, function);
      }
      case Stmt.Try t -> {
        walk(t.body(), here, false, function);
        for (Handler h : t.handlers()) {
          walk(h.body(), here, false, function);
        }
        walk(t.orElse(), here, false, function);
        walk(t.finalBody(), here, false, function);
      }
      case Stmt.Match m -> {
        exprs(here, function, m.subject());
        for (MatchCase c : m.cases()) {
          pattern(c.pattern(), here);
          exprs(here, function, c.guard());
          walk(c.body(), here, false, function);
        }
      }
      case Stmt.FunctionDef f -> {
        FunctionInfo nested = module.functionOf.get(f);
        if (nested != null) {
          nested.captures.stream().filter(v -> v.owner == function).forEach(v -> use(v, here));
        }
      }
      case Stmt.ClassDef c -> {
        FunctionInfo body = module.functionOf.get(c);
        if (body != null) {
          c.bases().forEach(b -> exprs(here, function, b));
          body.captures.stream().filter(v -> v.owner == function).forEach(v -> use(v, here));
          if (body.classSymbol instanceof Symbol.Var v) {
            use(v.variable(), here);
          }
        }
      }
      default -> {}
    }
  }

  private void pattern(Pattern pattern, List<Step> here) {
    new TreeWalker() {
      @Override
      protected void enter(Pattern p) {
        Map<String, Variable> bound = module.bound.get(p);
        if (bound != null) {
          bound.values().forEach(v -> use(v, here));
        }
      }
    }.pattern(pattern);
  }

  private void use(Expr e, List<Step> here, FunctionInfo function) {
    if (e instanceof Expr.Name n && module.names.get(n) instanceof Symbol.Var v) {
      use(v.variable(), here);
    } else if (e instanceof Expr.Name n && module.names.get(n) instanceof Symbol.Function f) {
      f.function().captures.stream().filter(c -> c.owner == function).forEach(c -> use(c, here));
      // Whoever calls it may need its defaults.
      for (Parameter p : f.function().parameters) {
        if (p.defaultValue() instanceof Expr.Name d) {
          use(d, here, function);
        }
      }
    }
  }

  private void use(Variable variable, List<Step> here) {
    boolean declared =
        variable.isParameter
            || variable.inComprehension
            || variable.isCaught
            || variable.ownCase != null;
    if (!declared) {
      uses.computeIfAbsent(variable, v -> new ArrayList<>()).add(new Use(here));
    }
  }

  private void plan(FunctionInfo function, Variable variable, List<Use> all) {
    if (variable.owner == null ? variable.isField : variable.owner != function) {
      return;
    }
    int depth = sharedDepth(all);
    Step step = all.get(0).path().get(depth);
    Stmt first = step.stmt();
    int at = depth;
    Stmt loop = outermostLoop(all.get(0).path(), depth, variable);
    if (loop != null && variable.isKept && variable.isBoxed()) {
      // Whatever runs later sees what the last round made of the variable.
      before.computeIfAbsent(loop, s -> new LinkedHashSet<>()).add(variable);
      return;
    }
    boolean assigns =
        !variable.maybeUnbound
            && (assignsDirectly(first, variable)
                || (isTested(first, variable)
                    && (first instanceof Stmt.If
                        || all.stream().allMatch(u -> u.path().get(at).stmt() == first))));
    if (assigns) {
      inPlace.computeIfAbsent(first, s -> new HashSet<>()).add(variable);
      return;
    }
    if (!variable.maybeUnbound
        && binds(first, variable)
        && (isFirstTarget(first, variable)
            || all.stream().allMatch(u -> u.path().get(at).stmt() == first))) {
      // The target of a loop or a with that is used nowhere else, or is set before its block.
      inPlace.computeIfAbsent(first, s -> new HashSet<>()).add(variable);
      return;
    }
    Stmt place = first;
    if (!variable.maybeUnbound && sets(first, variable)) {
      unset.add(variable);
    } else {
      // A value may be carried around the loop: declare it outside.
      place = loop == null || loop == first ? first : loop;
    }
    before.computeIfAbsent(place, s -> new LinkedHashSet<>()).add(variable);
    if (variable.captured && variable.owner != null && !variable.maybeUnbound) {
      variable.boundInLoop = true;
      variable.isKept = true;
    }
  }

  /** The outermost loop around a depth of a path, or at it; null if it is in none. */
  private @Nullable Stmt outermostLoop(List<Step> path, int depth, Variable variable) {
    for (int i = 0; i <= depth; i++) {
      if (path.get(i).loop()) {
        return path.get(i - 1).stmt();
      }
    }
    Stmt at = path.get(depth).stmt();
    return at instanceof Stmt.For f && targets(f.target(), variable) ? f : null;
  }

  /** The depth of the innermost block that holds all uses. */
  private static int sharedDepth(List<Use> all) {
    int depth = 0;
    while (true) {
      int next = depth + 1;
      List<Step> first = all.get(0).path();
      if (next >= first.size()) {
        return depth;
      }
      List<Stmt> block = first.get(next).block();
      for (Use use : all) {
        if (next >= use.path().size() || use.path().get(next).block() != block) {
          return depth;
        }
      }
      depth = next;
    }
  }

  private boolean assignsDirectly(Stmt stmt, Variable variable) {
    return switch (stmt) {
      case Stmt.Assign a ->
          a.targets().stream().anyMatch(t -> targets(t, variable)) && !reads(a.value(), variable);
      case Stmt.AnnAssign a ->
          a.value() != null && targets(a.target(), variable) && !reads(a.value(), variable);
      case Stmt.ClassDef c -> {
        FunctionInfo f = module.functionOf.get(c);
        yield f != null
            && f.classSymbol instanceof Symbol.Var v
            && v.variable() == variable
            && !f.captures.contains(variable);
      }
      default -> false;
    };
  }

  /** Whether the test of a statement assigns to a variable before it does anything else. */
  private boolean isTested(Stmt stmt, Variable variable) {
    Expr test =
        switch (stmt) {
          case Stmt.If i -> i.test();
          case Stmt.While w -> w.test();
          default -> null;
        };
    if (test == null || variable.captured) {
      return false;
    }
    Bindings.Binding bound = Bindings.of(test).names.get(variable.name);
    Expr first = test;
    while (true) {
      switch (first) {
        case Expr.UnaryOp u -> first = u.operand();
        case Expr.BoolOp b -> first = b.values().getFirst();
        case Expr.Compare c -> first = c.left();
        case Expr.Walrus w -> {
          return bound != null
              && bound.count == 1
              && targets(w.target(), variable)
              && !reads(w.value(), variable);
        }
        default -> {
          return false;
        }
      }
    }
  }

  private boolean binds(Stmt stmt, Variable variable) {
    return switch (stmt) {
      case Stmt.For f ->
          targets(f.target(), variable) && variable.bindings == 1 && !reads(f.iterable(), variable);
      case Stmt.With w ->
          w.items().stream().anyMatch(i -> i.target() != null && targets(i.target(), variable))
              && variable.bindings == 1
              && w.items().stream().noneMatch(i -> reads(i.context(), variable));
      default -> false;
    };
  }

  private boolean isFirstTarget(Stmt stmt, Variable variable) {
    return stmt instanceof Stmt.With w
        && w.items().getFirst().target() instanceof Expr.Name n
        && targets(n, variable);
  }

  /** Whether a statement gives a variable its value on every way that leads on. */
  private boolean sets(Stmt stmt, Variable variable) {
    return switch (stmt) {
      case Stmt.If i ->
          !reads(i.test(), variable) && sets(i.body(), variable) && sets(i.orElse(), variable);
      case Stmt.Match m -> setsInCases(m, variable);
      case Stmt.With w ->
          module.flow.isTransparent(w)
              && w.items().stream()
                  .noneMatch(i ->
                      reads(i.context(), variable)
                          || (i.target() != null && reads(i.target(), variable)))
              && sets(w.body(), variable);
      case Stmt.Try t ->
          t.finalBody().isEmpty()
              && t.orElse().isEmpty()
              && sets(t.body(), variable)
              && t.handlers().stream().allMatch(h -> sets(h.body(), variable));
      default -> assignsDirectly(stmt, variable);
    };
  }

  private boolean setsInCases(Stmt.Match m, Variable variable) {
    return Flow.isIrrefutable(m.cases().getLast())
        && !reads(m.subject(), variable)
        && m.cases().stream()
            .allMatch(c ->
                !uses(c.pattern(), variable)
                    && (c.guard() == null || !reads(c.guard(), variable))
                    && sets(c.body(), variable));
  }

  private boolean sets(List<Stmt> block, Variable variable) {
    for (Stmt stmt : block) {
      if (sets(stmt, variable)) {
        return true;
      }
      if (mentions(stmt, variable)) {
        return false;
      }
    }
    return !module.flow.completes(block);
  }

  private boolean targets(Expr target, Variable variable) {
    return switch (target) {
      case Expr.Name n -> module.names.get(n) instanceof Symbol.Var v && v.variable() == variable;
      case Expr.TupleDisplay t -> t.elements().stream().anyMatch(e -> targets(e, variable));
      case Expr.ListDisplay l -> l.elements().stream().anyMatch(e -> targets(e, variable));
      case Expr.Starred s -> targets(s.value(), variable);
      default -> false;
    };
  }

  private boolean reads(Expr expr, Variable variable) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr e) {
        found[0] |= isUse(e, variable);
        return true;
      }
    }.expr(expr);
    return found[0];
  }

  private boolean uses(Pattern pattern, Variable variable) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected void enter(Pattern p) {
        Map<String, Variable> bound = module.bound.get(p);
        found[0] |= bound != null && bound.containsValue(variable);
      }

      @Override
      protected boolean enter(Expr e) {
        found[0] |= isUse(e, variable);
        return true;
      }
    }.pattern(pattern);
    return found[0];
  }

  private boolean mentions(Stmt stmt, Variable variable) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr e) {
        found[0] |= isUse(e, variable);
        return true;
      }
    }.stmt(stmt);
    return found[0];
  }

  private boolean isUse(Expr e, Variable variable) {
    return e instanceof Expr.Name n
        && ((module.names.get(n) instanceof Symbol.Var v && v.variable() == variable)
            || (module.names.get(n) instanceof Symbol.Function f
                && f.function().captures.contains(variable)));
  }
}
