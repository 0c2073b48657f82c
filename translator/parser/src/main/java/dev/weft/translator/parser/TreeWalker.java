package dev.weft.translator.parser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits every statement and expression of a tree, each before its parts. Override {@link
 * #enter(Stmt)} or {@link #enter(Expr)} to return false where the parts are not wanted.
 */
public abstract class TreeWalker {
  /** For subclasses. */
  protected TreeWalker() {}

  /** Called for each statement; whether to go into it. */
  protected boolean enter(Stmt stmt) {
    return true;
  }

  /** Called for each expression; whether to go into it. */
  protected boolean enter(Expr expr) {
    return true;
  }

  /** Called for each expression that was entered, behind its parts. */
  protected void leave(Expr expr) {}

  /** Called for each pattern, before its parts. */
  protected void enter(Pattern pattern) {}

  /** Visits a block. */
  public final void block(List<? extends Stmt> body) {
    body.forEach(this::stmt);
  }

  /** Visits a statement. */
  public final void stmt(Stmt node) {
    if (!enter(node)) {
      return;
    }
    switch (node) {
      case Stmt.FunctionDef f -> {
        exprs(f.decorators());
        parameters(f.parameters());
        optional(f.returns());
        block(f.body());
      }
      case Stmt.ClassDef c -> {
        exprs(c.decorators());
        exprs(c.bases());
        c.keywords().forEach(k -> expr(k.value()));
        block(c.body());
      }
      case Stmt.Return r -> optional(r.value());
      case Stmt.Delete d -> exprs(d.targets());
      case Stmt.Assign a -> {
        expr(a.value());
        exprs(a.targets());
      }
      case Stmt.TypeAlias t -> expr(t.value());
      case Stmt.AugAssign a -> {
        expr(a.target());
        expr(a.value());
      }
      case Stmt.AnnAssign a -> {
        expr(a.annotation());
        optional(a.value());
        expr(a.target());
      }
      case Stmt.For f -> {
        expr(f.iterable());
        expr(f.target());
        block(f.body());
        block(f.orElse());
      }
      case Stmt.While w -> {
        expr(w.test());
        block(w.body());
        block(w.orElse());
      }
      case Stmt.If i -> {
        expr(i.test());
        block(i.body());
        block(i.orElse());
      }
      case Stmt.With w -> {
        for (WithItem item : w.items()) {
          expr(item.context());
          optional(item.target());
        }
        block(w.body());
      }
      case Stmt.Match m -> {
        expr(m.subject());
        for (MatchCase c : m.cases()) {
          pattern(c.pattern());
          optional(c.guard());
          block(c.body());
        }
      }
      case Stmt.Raise r -> {
        optional(r.exception());
        optional(r.cause());
      }
      case Stmt.Try t -> {
        block(t.body());
        for (Handler h : t.handlers()) {
          optional(h.type());
          block(h.body());
        }
        block(t.orElse());
        block(t.finalBody());
      }
      case Stmt.Assert a -> {
        expr(a.test());
        optional(a.message());
      }
      case Stmt.ExprStmt e -> expr(e.value());
      case Stmt.Import i -> {}
      case Stmt.ImportFrom i -> {}
      case Stmt.Global g -> {}
      case Stmt.Nonlocal n -> {}
      case Stmt.Pass p -> {}
      case Stmt.Break b -> {}
      case Stmt.Continue c -> {}
    }
  }

  /** Visits an expression. */
  public final void expr(Expr node) {
    if (!enter(node)) {
      return;
    }
    switch (node) {
      case Expr.BoolOp b -> exprs(b.values());
      case Expr.Walrus w -> {
        expr(w.value());
        expr(w.target());
      }
      case Expr.BinOp b -> {
        expr(b.left());
        expr(b.right());
      }
      case Expr.UnaryOp u -> expr(u.operand());
      case Expr.Lambda l -> {
        parameters(l.parameters());
        expr(l.body());
      }
      case Expr.Conditional c -> {
        expr(c.test());
        expr(c.body());
        expr(c.orElse());
      }
      case Expr.DictDisplay d ->
          d.entries()
              .forEach(e -> {
                optional(e.key());
                expr(e.value());
              });
      case Expr.SetDisplay s -> exprs(s.elements());
      case Expr.ListDisplay l -> exprs(l.elements());
      case Expr.TupleDisplay t -> exprs(t.elements());
      case Expr.Comprehension c -> {
        for (Clause clause : c.clauses()) {
          expr(clause.iterable());
          expr(clause.target());
          exprs(clause.conditions());
        }
        expr(c.element());
        optional(c.value());
      }
      case Expr.Await a -> expr(a.value());
      case Expr.Yield y -> optional(y.value());
      case Expr.YieldFrom y -> expr(y.value());
      case Expr.Compare c -> {
        expr(c.left());
        exprs(c.comparators());
      }
      case Expr.Call c -> {
        expr(c.function());
        exprs(c.arguments());
        c.keywords().forEach(k -> expr(k.value()));
      }
      case Expr.FString f -> exprs(f.parts());
      case Expr.FormattedValue f -> {
        expr(f.value());
        optional(f.spec());
      }
      case Expr.Attribute a -> expr(a.value());
      case Expr.Subscript s -> {
        expr(s.value());
        expr(s.index());
      }
      case Expr.Slice s -> {
        optional(s.lower());
        optional(s.upper());
        optional(s.step());
      }
      case Expr.Starred s -> expr(s.value());
      case Expr.IntLiteral i -> {}
      case Expr.FloatLiteral f -> {}
      case Expr.ComplexLiteral c -> {}
      case Expr.StringLiteral s -> {}
      case Expr.BytesLiteral b -> {}
      case Expr.BoolLiteral b -> {}
      case Expr.NoneLiteral n -> {}
      case Expr.EllipsisLiteral e -> {}
      case Expr.Name n -> {}
    }
    leave(node);
  }

  /** Visits a pattern. */
  public final void pattern(Pattern node) {
    enter(node);
    switch (node) {
      case Pattern.Value v -> expr(v.value());
      case Pattern.Singleton s -> expr(s.value());
      case Pattern.Sequence s -> s.patterns().forEach(this::pattern);
      case Pattern.Mapping m -> {
        exprs(m.keys());
        m.patterns().forEach(this::pattern);
      }
      case Pattern.ClassPattern c -> {
        expr(c.type());
        c.patterns().forEach(this::pattern);
        c.namedPatterns().forEach(this::pattern);
      }
      case Pattern.Star s -> {}
      case Pattern.As a -> {
        if (a.pattern() != null) {
          pattern(a.pattern());
        }
      }
      case Pattern.Or o -> o.patterns().forEach(this::pattern);
    }
  }

  private void parameters(List<Parameter> parameters) {
    for (Parameter p : parameters) {
      optional(p.annotation());
      optional(p.defaultValue());
    }
  }

  private void exprs(List<? extends Expr> nodes) {
    nodes.forEach(this::expr);
  }

  private void optional(@Nullable Expr node) {
    if (node != null) {
      expr(node);
    }
  }
}
