package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import dev.weft.translator.parser.WithItem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that a function's own statements bind, and how. */
final class Bindings extends TreeWalker {
  /** What binds one name. */
  static final class Binding {
    int count;
    boolean inLoop;
    final List<Stmt.FunctionDef> functions = new ArrayList<>();
    final List<Stmt.ClassDef> classes = new ArrayList<>();
    final List<String> imports = new ArrayList<>();

    /** The loops and with statements that bind it as their target. */
    final List<Stmt> blocks = new ArrayList<>();

    /** All bindings are targets of such blocks. */
    boolean onlyBlocks() {
      return blocks.size() == count;
    }
  }

  final Map<String, Binding> names = new LinkedHashMap<>();
  final Set<String> globals = new HashSet<>();
  final Set<String> nonlocals = new HashSet<>();

  /** Names that handlers bind, which are gone behind them. */
  final Set<String> handled = new HashSet<>();

  boolean yields;
  boolean returnsValue;
  private int loops;

  /** Whether exactly one statement binds a name. */
  boolean isOnce(String name) {
    Binding binding = names.get(name);
    return binding != null && binding.count == 1;
  }

  static Bindings of(List<Stmt> body) {
    Bindings bindings = new Bindings();
    bindings.block(body);
    return bindings;
  }

  /** Of a lambda's body, where only {@code :=} and {@code yield} matter. */
  static Bindings of(Expr body) {
    Bindings bindings = new Bindings();
    bindings.expr(body);
    return bindings;
  }

  @Override
  protected boolean enter(Stmt stmt) {
    switch (stmt) {
      case Stmt.FunctionDef f -> {
        binding(f.name()).functions.add(f);
        f.decorators().forEach(this::expr);
        f.parameters()
            .forEach(p -> {
              if (p.defaultValue() != null) {
                expr(p.defaultValue());
              }
            });
        return false;
      }
      case Stmt.ClassDef c -> {
        binding(c.name()).classes.add(c);
        return false;
      }
      case Stmt.Assign a -> a.targets().forEach(this::target);
      case Stmt.AugAssign a -> target(a.target());
      case Stmt.Try t ->
          t.handlers()
              .forEach(h -> {
                if (h.name() != null) {
                  handled.add(h.name());
                }
              });
      case Stmt.AnnAssign a -> {
        if (a.value() != null) {
          target(a.target());
          expr(a.value());
        }
        return false;
      }
      case Stmt.For f -> {
        expr(f.iterable());
        loops++;
        blockTarget(f.target(), f);
        block(f.body());
        loops--;
        block(f.orElse());
        return false;
      }
      case Stmt.While w -> {
        loops++;
        expr(w.test());
        block(w.body());
        loops--;
        block(w.orElse());
        return false;
      }
      case Stmt.With w -> {
        for (WithItem item : w.items()) {
          expr(item.context());
          if (item.target() != null) {
            blockTarget(item.target(), w);
          }
        }
        block(w.body());
        return false;
      }
      case Stmt.Import i ->
          i.names()
              .forEach(n ->
                  binding(n.asName() != null ? n.asName() : n.name().split("\\.", 2)[0])
                      .imports
                      .add(n.asName() != null ? n.name() : n.name().split("\\.", 2)[0]));
      case Stmt.ImportFrom i ->
          i.names()
              .forEach(n ->
                  binding(n.asName() != null ? n.asName() : n.name())
                      .imports
                      .add(i.module() + "." + n.name()));
      case Stmt.Global g -> globals.addAll(g.names());
      case Stmt.Nonlocal n -> nonlocals.addAll(n.names());
      case Stmt.Delete d -> {}
      case Stmt.Return r -> returnsValue |= r.value() != null;
      default -> {}
    }
    return true;
  }

  @Override
  protected boolean enter(Expr expr) {
    switch (expr) {
      case Expr.Lambda l -> {
        return false;
      }
      case Expr.Walrus w -> binding(w.target().id());
      case Expr.Yield y -> yields = true;
      case Expr.YieldFrom y -> yields = true;
      case Expr.Comprehension c -> {
        loops++;
        c.clauses().forEach(clause -> clause.conditions().forEach(this::expr));
        c.clauses().forEach(clause -> expr(clause.iterable()));
        expr(c.element());
        if (c.value() != null) {
          expr(c.value());
        }
        loops--;
        return false;
      }
      default -> {}
    }
    return true;
  }

  @Override
  protected void enter(Pattern pattern) {
    switch (pattern) {
      case Pattern.As a when a.name() != null -> binding(a.name());
      case Pattern.Star s when s.name() != null -> binding(s.name());
      case Pattern.Mapping m when m.rest() != null -> binding(m.rest());
      default -> {}
    }
  }

  private void target(Expr target) {
    switch (target) {
      case Expr.Name n -> binding(n.id());
      case Expr.TupleDisplay t -> t.elements().forEach(this::target);
      case Expr.ListDisplay l -> l.elements().forEach(this::target);
      case Expr.Starred s -> target(s.value());
      default -> {}
    }
  }

  private void blockTarget(Expr target, Stmt block) {
    switch (target) {
      case Expr.Name n -> binding(n.id()).blocks.add(block);
      case Expr.TupleDisplay t -> t.elements().forEach(e -> blockTarget(e, block));
      case Expr.ListDisplay l -> l.elements().forEach(e -> blockTarget(e, block));
      case Expr.Starred s -> blockTarget(s.value(), block);
      default -> {}
    }
  }

  private Binding binding(String name) {
    Binding binding = names.computeIfAbsent(name, n -> new Binding());
    binding.count++;
    binding.inLoop |= loops > 0;
    return binding;
  }
}
