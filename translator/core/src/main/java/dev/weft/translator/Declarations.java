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
  private final SureAssignments assignments;

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
    this.assignments = new SureAssignments(module);
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
            && (assignments.assignsDirectly(first, variable)
                || (assignments.isTested(first, variable)
                    && (first instanceof Stmt.If
                        || all.stream().allMatch(u -> u.path().get(at).stmt() == first))));
    if (assigns) {
      inPlace.computeIfAbsent(first, s -> new HashSet<>()).add(variable);
      return;
    }
    if (!variable.maybeUnbound
        && assignments.binds(first, variable)
        && (assignments.isFirstTarget(first, variable)
            || all.stream().allMatch(u -> u.path().get(at).stmt() == first))) {
      // The target of a loop or a with that is used nowhere else, or is set before its block.
      inPlace.computeIfAbsent(first, s -> new HashSet<>()).add(variable);
      return;
    }
    Stmt place = first;
    if (!variable.maybeUnbound && assignments.sets(first, variable)) {
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
    return at instanceof Stmt.For f && assignments.targets(f.target(), variable) ? f : null;
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
}
