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
import org.jspecify.annotations.Nullable;

/** Where control can go in a module; as javac sees it, so that its view of reachability is met. */
final class Flow {
  /** Whether the module has a manager of its own that keeps exceptions. */
  private final boolean managersSwallow;

  /** Whether one of its classes has an {@code __exit__} that may keep them. */
  private final boolean exitsSwallow;

  /** Statements that were seen, by the types of their managers, to let every exception pass. */
  private final Set<Stmt.With> transparent = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Looks at a module's managers. */
  Flow(List<Stmt> module) {
    boolean[] found = {false, false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.FunctionDef f) {
          boolean exit = f.name().equals("__exit__") || f.name().equals("__aexit__");
          boolean generated =
              f.decorators().stream().anyMatch(d -> Decorators.name(d).endsWith("contextmanager"));
          found[0] |= exit && returnsSomething(f.body());
          found[1] |= generated && catches(f.body());
        }
        return true;
      }
    }.block(module);
    exitsSwallow = found[0];
    managersSwallow = found[0] || found[1];
  }

  /** Told of a {@code with} whose managers keep no exception. */
  void keepsNothing(Stmt.With with) {
    transparent.add(with);
  }

  /** Whether a {@code with} has been told of. */
  boolean isTransparent(Stmt.With with) {
    return transparent.contains(with);
  }

  /** Whether a class of the module may keep an exception. */
  boolean exitsSwallow() {
    return exitsSwallow;
  }

  /** Whether a function that stands for a manager lets pass what is raised in it. */
  static boolean letsPass(List<Stmt> body) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        found[0] |=
            stmt instanceof Stmt.With
                || stmt instanceof Stmt.Break
                || stmt instanceof Stmt.Continue
                || (stmt instanceof Stmt.Try t && !t.handlers().isEmpty());
        return true;
      }
    }.block(body);
    return !found[0] && !returns(body);
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
  boolean completes(List<Stmt> body) {
    for (Stmt stmt : body) {
      if (!completes(stmt)) {
        return false;
      }
    }
    return true;
  }

  boolean completes(Stmt stmt) {
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

  /** The test of a statement that only goes on where the test does not hold; null for others. */
  @Nullable Expr guard(Stmt stmt) {
    return stmt instanceof Stmt.If i && i.orElse().isEmpty() && !completes(i.body())
        ? i.test()
        : null;
  }

  /** Whether control may go on behind a with whose body does not end. */
  private boolean mayswallow(Stmt.With with) {
    return !transparent.contains(with)
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

  private boolean completesTry(Stmt.Try t) {
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

  /** Whether a block has a return of the function around it. */
  static boolean returns(List<Stmt> body) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        found[0] |= stmt instanceof Stmt.Return;
        return !(stmt instanceof Stmt.FunctionDef) && !(stmt instanceof Stmt.ClassDef);
      }
    }.block(body);
    return found[0];
  }

  /** Whether control may leave a block other than by its end or an exception. */
  static boolean leaves(List<Stmt> body) {
    return returns(body) || jumps(body, true);
  }

  /** Whether a loop's body has a break of that loop. */
  static boolean breaks(List<Stmt> body) {
    return jumps(body, false);
  }

  private static boolean jumps(List<Stmt> body, boolean orContinues) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        switch (stmt) {
          case Stmt.Break b -> found[0] = true;
          case Stmt.Continue c -> found[0] |= orContinues;
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
