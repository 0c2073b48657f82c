package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Handler;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import dev.weft.translator.parser.WithItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the local variables that may be read before anything was assigned to them. */
final class Assigned {
  private final ModuleInfo module;
  private final FunctionInfo function;

  /** The variables that have a value for sure; null where control never comes. */
  private @Nullable Set<Variable> known = new HashSet<>();

  /** What is known at the breaks of each loop around. */
  private final Deque<List<Set<Variable>>> breaks = new ArrayDeque<>();

  private Assigned(ModuleInfo module, FunctionInfo function) {
    this.module = module;
    this.function = function;
  }

  static void mark(ModuleInfo module) {
    new Assigned(module, module.body).block(module.source.body());
    for (FunctionInfo f : module.functions) {
      if (!f.isLambda()) {
        new Assigned(module, f).block(f.body);
      }
    }
  }

  private void block(List<Stmt> body) {
    body.forEach(this::stmt);
  }

  private @Nullable Set<Variable> copy() {
    return known == null ? null : new HashSet<>(known);
  }

  private static @Nullable Set<Variable> both(
      @Nullable Set<Variable> a, @Nullable Set<Variable> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Set<Variable> all = new HashSet<>(a);
    all.retainAll(b);
    return all;
  }

  private void read(@Nullable Expr expr) {
    if (expr == null) {
      return;
    }
    new TreeWalker() {
      @Override
      protected boolean enter(Expr e) {
        switch (e) {
          case Expr.Name n -> use(n);
          case Expr.Walrus w -> {
            expr(w.value());
            bind(w.target());
            return false;
          }
          case Expr.Lambda l -> {
            l.parameters().forEach(p -> read(p.defaultValue()));
            return false;
          }
          default -> {}
        }
        return true;
      }
    }.expr(expr);
  }

  private boolean isOwn(Variable v) {
    boolean own = function == module.body ? v.owner == null && !v.isField : v.owner == function;
    return own && !v.isParameter && !v.inComprehension && !v.isCaught;
  }

  private void use(Expr.Name name) {
    if (module.names.get(name) instanceof Symbol.Var(Variable v)
        && isOwn(v)
        && known != null
        && !known.contains(v)) {
      v.maybeUnbound = true;
    }
  }

  private void bind(@Nullable Expr target) {
    switch (target) {
      case Expr.Name n -> {
        if (module.names.get(n) instanceof Symbol.Var(Variable v)) {
          bind(v);
        }
      }
      case Expr.TupleDisplay t -> t.elements().forEach(this::bind);
      case Expr.ListDisplay l -> l.elements().forEach(this::bind);
      case Expr.Starred s -> bind(s.value());
      case Expr.Attribute a -> read(a.value());
      case Expr.Subscript s -> {
        read(s.value());
        read(s.index());
      }
      case null, default -> {}
    }
  }

  private void bind(Variable v) {
    if (known != null) {
      known.add(v);
    }
  }

  private void stmt(Stmt stmt) {
    switch (stmt) {
      case Stmt.Assign a -> {
        read(a.value());
        a.targets().forEach(this::bind);
      }
      case Stmt.AnnAssign a -> {
        read(a.value());
        if (a.value() != null) {
          bind(a.target());
        }
      }
      case Stmt.AugAssign a -> {
        read(a.target());
        read(a.value());
        bind(a.target());
      }
      case Stmt.Return r -> {
        read(r.value());
        known = null;
      }
      case Stmt.Raise r -> {
        read(r.exception());
        read(r.cause());
        known = null;
      }
      case Stmt.Break b -> {
        if (known != null && !breaks.isEmpty()) {
          breaks.peek().add(known);
        }
        known = null;
      }
      case Stmt.Continue c -> known = null;
      case Stmt.If i -> {
        read(i.test());
        Set<Variable> before = copy();
        block(i.body());
        Set<Variable> then = known;
        known = before;
        block(i.orElse());
        known = both(then, known);
      }
      case Stmt.While w -> whileLoop(w);
      case Stmt.For f -> forLoop(f);
      case Stmt.Try t -> tryStmt(t);
      case Stmt.With w -> {
        boolean swallows = false;
        Set<Variable> before = copy();
        for (WithItem item : w.items()) {
          read(item.context());
          bind(item.target());
          swallows |=
              item.context() instanceof Expr.Call c
                  && Decorators.name(c.function()).equals("suppress");
        }
        block(w.body());
        if (swallows) {
          known = both(before, known);
        }
      }
      case Stmt.Match m -> match(m);
      case Stmt.Assert a -> {
        read(a.test());
        read(a.message());
      }
      case Stmt.ExprStmt e -> {
        read(e.value());
        if (e.value() instanceof Expr.Call c && isExit(c.function())) {
          known = null;
        }
      }
      case Stmt.Delete d -> d.targets().forEach(this::delete);
      case Stmt.FunctionDef f -> f.parameters().forEach(p -> read(p.defaultValue()));
      case Stmt.ClassDef c -> {
        c.bases().forEach(this::read);
        FunctionInfo body = module.functionOf.get(c);
        if (body != null && body.classSymbol instanceof Symbol.Var v) {
          bind(v.variable());
        }
      }
      default -> {}
    }
  }

  private static boolean isExit(Expr function) {
    String name = Decorators.name(function);
    return name.equals("exit") || name.equals("_exit");
  }

  private void delete(Expr target) {
    if (target instanceof Expr.Name n
        && module.names.get(n) instanceof Symbol.Var(Variable v)
        && isOwn(v)) {
      use(n);
      if (known != null) {
        known.remove(v);
      }
    } else if (target instanceof Expr.TupleDisplay t) {
      t.elements().forEach(this::delete);
    } else {
      bind(target);
    }
  }

  private void whileLoop(Stmt.While w) {
    read(w.test());
    boolean endless = Flow.isTrue(w.test());
    Set<Variable> before = copy();
    breaks.push(new ArrayList<>());
    block(w.body());
    List<Set<Variable>> left = breaks.pop();
    known = endless ? null : before;
    block(w.orElse());
    left.forEach(b -> known = both(known, b));
  }

  private void forLoop(Stmt.For f) {
    read(f.iterable());
    boolean runs = isNotEmpty(f.iterable());
    Set<Variable> before = copy();
    breaks.push(new ArrayList<>());
    bind(f.target());
    block(f.body());
    List<Set<Variable>> left = breaks.pop();
    if (!runs || known == null) {
      Set<Variable> started = before == null ? null : new HashSet<>(before);
      known = started;
      if (runs) {
        bind(f.target());
      }
    }
    block(f.orElse());
    left.forEach(b -> known = both(known, b));
  }

  /** Whether a loop's body runs at least once for sure. */
  private static boolean isNotEmpty(Expr iterable) {
    return switch (iterable) {
      case Expr.ListDisplay l -> l.elements().stream().anyMatch(e -> !(e instanceof Expr.Starred));
      case Expr.TupleDisplay t -> t.elements().stream().anyMatch(e -> !(e instanceof Expr.Starred));
      case Expr.StringLiteral s -> !s.value().isEmpty();
      case Expr.Call c ->
          Decorators.name(c.function()).equals("range")
              && c.arguments().size() == 1
              && c.arguments().get(0) instanceof Expr.IntLiteral i
              && i.value().signum() > 0;
      default -> false;
    };
  }

  private void tryStmt(Stmt.Try t) {
    Set<Variable> before = copy();
    block(t.body());
    block(t.orElse());
    Set<Variable> after = known;
    for (Handler h : t.handlers()) {
      known = before == null ? null : new HashSet<>(before);
      read(h.type());
      block(h.body());
      after = both(after, known);
    }
    if (t.finalBody().isEmpty()) {
      known = after;
      return;
    }
    known = before == null ? null : new HashSet<>(before);
    block(t.finalBody());
    if (known == null) {
      return;
    }
    Set<Variable> always = known;
    known = after;
    if (known != null) {
      known.addAll(always);
    }
  }

  private void match(Stmt.Match m) {
    read(m.subject());
    Set<Variable> before = copy();
    Set<Variable> after = null;
    boolean all = false;
    for (MatchCase c : m.cases()) {
      known = before == null ? null : new HashSet<>(before);
      new TreeWalker() {
        @Override
        protected void enter(Pattern p) {
          var bound = module.bound.get(p);
          if (bound != null) {
            bound.values().forEach(Assigned.this::bind);
          }
        }
      }.pattern(c.pattern());
      read(c.guard());
      block(c.body());
      after = both(after, known);
      all |= Flow.isIrrefutable(c);
    }
    known = all ? after : both(after, before);
  }
}
