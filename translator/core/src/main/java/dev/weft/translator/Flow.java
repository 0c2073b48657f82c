package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Handler;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Where control can go; as javac sees it, so that its view of reachability is met. */
final class Flow {
  /**
   * Whether the module has a manager of its own that keeps exceptions; set before a translation.
   */
  private static boolean managersSwallow;

  /** Statements that were seen, by the types of their managers, to let every exception pass. */
  private static final Set<Stmt.With> TRANSPARENT =
      Collections.newSetFromMap(new IdentityHashMap<>());

  private Flow() {}

  /** Told of a {@code with} that was lowered, and whose managers keep no exception. */
  static void keepsNothing(Stmt.With with) {
    TRANSPARENT.add(with);
  }

  /** Looks at a module's managers; one module is translated at a time. */
  static void prepare(List<Stmt> module) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.FunctionDef f) {
          boolean exit = f.name().equals("__exit__") || f.name().equals("__aexit__");
          boolean generated =
              f.decorators().stream().anyMatch(d -> Decorators.name(d).endsWith("contextmanager"));
          found[0] |= (exit && returnsSomething(f.body())) || (generated && catches(f.body()));
        }
        return true;
      }
    }.block(module);
    managersSwallow = found[0];
    TRANSPARENT.clear();
  }

  private static boolean returnsSomething(List<Stmt> body) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        found[0] |=
            stmt instanceof Stmt.Return r
                && r.value() != null
                && !(r.value() instanceof Expr.NoneLiteral)
                && !(r.value() instanceof Expr.BoolLiteral b && !b.value());
        return true;
      }
    }.block(body);
    return found[0];
  }

  private static boolean catches(List<Stmt> body) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        found[0] |= stmt instanceof Stmt.Try t && !t.handlers().isEmpty();
        return true;
      }
    }.block(body);
    return found[0];
  }

  /** Whether control can reach the end of a block. */
  static boolean completes(List<Stmt> body) {
    for (Stmt stmt : body) {
      if (!completes(stmt)) {
        return false;
      }
    }
    return true;
  }

  static boolean completes(Stmt stmt) {
    return switch (stmt) {
      case Stmt.Return r -> false;
      case Stmt.Raise r -> false;
      case Stmt.Break b -> false;
      case Stmt.Continue c -> false;
      case Stmt.If i -> completes(i.body()) || i.orElse().isEmpty() || completes(i.orElse());
      case Stmt.While w -> breaks(w.body()) || (!isTrue(w.test()) && completes(w.orElse()));
      case Stmt.For f -> breaks(f.body()) || completes(f.orElse());
      case Stmt.With w -> completes(w.body()) || mayswallow(w);
      case Stmt.Try t -> completesTry(t);
      case Stmt.Match m -> {
        boolean any = m.cases().isEmpty() || !isIrrefutable(m.cases().getLast());
        for (MatchCase c : m.cases()) {
          any |= completes(c.body());
        }
        yield any;
      }
      default -> true;
    };
  }

  /** Whether control may go on behind a with whose body does not end. */
  private static boolean mayswallow(Stmt.With with) {
    return !TRANSPARENT.contains(with)
        && with.items().stream()
            .anyMatch(i ->
                i.context() instanceof Expr.Call c
                    ? Decorators.name(c.function()).equals("suppress")
                        || Decorators.name(c.function()).equals("ExitStack")
                        || Decorators.name(c.function()).equals("AsyncExitStack")
                        || (managersSwallow && !isAsyncio(c.function()))
                    : managersSwallow);
  }

  private static boolean isAsyncio(Expr function) {
    return function instanceof Expr.Attribute a
        && a.value() instanceof Expr.Name n
        && n.id().equals("asyncio");
  }

  private static boolean completesTry(Stmt.Try t) {
    if (!t.finalBody().isEmpty() && !completes(t.finalBody())) {
      return false;
    }
    if (completes(t.body()) && completes(t.orElse())) {
      return true;
    }
    for (Handler h : t.handlers()) {
      if (completes(h.body())) {
        return true;
      }
    }
    return false;
  }

  static boolean isIrrefutable(MatchCase c) {
    return c.guard() == null && c.pattern() instanceof Pattern.As a && a.pattern() == null;
  }

  static boolean isTrue(Expr test) {
    return (test instanceof Expr.BoolLiteral b && b.value())
        || (test instanceof Expr.IntLiteral i && i.value().signum() != 0);
  }

  /** Whether a loop's body has a break of that loop. */
  static boolean breaks(List<Stmt> body) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        switch (stmt) {
          case Stmt.Break b -> found[0] = true;
          case Stmt.For f -> {
            block(f.orElse());
            return false;
          }
          case Stmt.While w -> {
            block(w.orElse());
            return false;
          }
          case Stmt.FunctionDef f -> {
            return false;
          }
          case Stmt.ClassDef c -> {
            return false;
          }
          default -> {}
        }
        return true;
      }
    }.block(body);
    return found[0];
  }
}
