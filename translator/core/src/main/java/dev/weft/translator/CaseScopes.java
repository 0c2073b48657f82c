package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives names that only cases of a {@code match} bind and use a variable of their own in each case:
 * Python scopes them to the function, but no case sees what another one bound.
 */
final class CaseScopes extends TreeWalker {
  private final ModuleInfo module;
  private final FunctionInfo function;

  /** The cases around a place, the outermost first. */
  private final Deque<MatchCase> around = new ArrayDeque<>();

  /** What each case binds. */
  private final IdentityHashMap<MatchCase, Set<Variable>> bound = new IdentityHashMap<>();

  /** Where each variable stands, by the outermost case that binds it there. */
  private final Map<Variable, IdentityHashMap<MatchCase, List<Node>>> uses = new LinkedHashMap<>();

  /** Variables that are used where no case has bound them. */
  private final Set<Variable> shared = new HashSet<>();

  private boolean inPattern;

  private CaseScopes(ModuleInfo module, FunctionInfo function) {
    this.module = module;
    this.function = function;
  }

  static void split(ModuleInfo module) {
    of(module, module.body, module.source.body());
    for (FunctionInfo f : module.functions) {
      if (!f.isLambda()) {
        of(module, f, f.body);
      }
    }
  }

  private static void of(ModuleInfo module, FunctionInfo function, List<Stmt> body) {
    CaseScopes scopes = new CaseScopes(module, function);
    scopes.block(body);
    scopes.uses.forEach((variable, byCase) -> {
      if (!scopes.shared.contains(variable)) {
        scopes.split(variable, byCase);
      }
    });
  }

  @Override
  protected boolean enter(Stmt stmt) {
    if (!(stmt instanceof Stmt.Match m)) {
      return true;
    }
    expr(m.subject());
    for (MatchCase c : m.cases()) {
      bound.put(c, boundBy(c.pattern()));
      around.addLast(c);
      inPattern = true;
      pattern(c.pattern());
      inPattern = false;
      if (c.guard() != null) {
        expr(c.guard());
      }
      block(c.body());
      around.removeLast();
    }
    return false;
  }

  private Set<Variable> boundBy(Pattern pattern) {
    Set<Variable> variables = new HashSet<>();
    new TreeWalker() {
      @Override
      protected void enter(Pattern p) {
        variables.addAll(module.bound.getOrDefault(p, Map.of()).values());
      }
    }.pattern(pattern);
    return variables;
  }

  @Override
  protected void enter(Pattern pattern) {
    module.bound.getOrDefault(pattern, Map.of()).values().forEach(v -> use(v, pattern));
  }

  @Override
  protected boolean enter(Expr expr) {
    if (expr instanceof Expr.Name n && module.names.get(n) instanceof Symbol.Var(Variable v)) {
      if (inPattern) {
        shared.add(v);
      }
      use(v, n);
    }
    return true;
  }

  private void use(Variable variable, Node at) {
    for (MatchCase c : around) {
      if (bound.getOrDefault(c, Set.of()).contains(variable)) {
        if (isLocal(variable)) {
          uses.computeIfAbsent(variable, v -> new IdentityHashMap<>())
              .computeIfAbsent(c, k -> new ArrayList<>())
              .add(at);
        }
        return;
      }
    }
    shared.add(variable);
  }

  private boolean isLocal(Variable v) {
    boolean own = function == module.body ? v.owner == null && !v.isField : v.owner == function;
    return own
        && !v.isParameter
        && !v.usedLater
        && !v.maybeUnbound
        && !v.inComprehension
        && !v.isCaught;
  }

  private void split(Variable variable, IdentityHashMap<MatchCase, List<Node>> byCase) {
    if (variable.captured) {
      // What is made in one case only may go on using the one variable.
      if (byCase.size() == 1 && !variable.isBoxed()) {
        variable.ownCase = byCase.keySet().iterator().next();
      }
      return;
    }
    byCase.forEach((at, nodes) -> {
      Variable own = new Variable(variable.name, variable.owner);
      own.ownCase = at;
      own.boundInLoop = variable.boundInLoop;
      own.mentions = nodes.size();
      own.bindings = bindings(at, variable.name);
      for (Node node : nodes) {
        if (node instanceof Expr.Name n) {
          module.names.put(n, new Symbol.Var(own));
        } else {
          module.bound.put(node, Map.of(variable.name, own));
        }
      }
    });
  }

  private static int bindings(MatchCase at, String name) {
    Bindings bindings = new Bindings();
    bindings.pattern(at.pattern());
    if (at.guard() != null) {
      bindings.expr(at.guard());
    }
    bindings.block(at.body());
    Bindings.Binding own = bindings.names.get(name);
    return own == null ? 2 : own.count;
  }
}
