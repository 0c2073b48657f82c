package dev.weft.translator.parser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement. */
public sealed interface Stmt extends Node {

  /** {@code def} or {@code async def}. */
  record FunctionDef(
      Position at,
      String name,
      List<Parameter> parameters,
      @Nullable Expr returns,
      List<Stmt> body,
      List<Expr> decorators,
      boolean isAsync)
      implements Stmt {}

  /** {@code class}. */
  record ClassDef(
      Position at,
      String name,
      List<Expr> bases,
      List<Keyword> keywords,
      List<Stmt> body,
      List<Expr> decorators)
      implements Stmt {}

  /** {@code return}. */
  record Return(Position at, @Nullable Expr value) implements Stmt {}

  /** {@code del}. */
  record Delete(Position at, List<Expr> targets) implements Stmt {}

  /** {@code a = b = value}. */
  record Assign(Position at, List<Expr> targets, Expr value) implements Stmt {}

  /** {@code type Name = value}. */
  record TypeAlias(Position at, Expr.Name name, Expr value) implements Stmt {}

  /** {@code target += value}. */
  record AugAssign(Position at, Expr target, Operator op, Expr value) implements Stmt {}

  /** {@code target: annotation = value}. */
  record AnnAssign(Position at, Expr target, Expr annotation, @Nullable Expr value)
      implements Stmt {}

  /** {@code for} or {@code async for}. */
  record For(
      Position at, Expr target, Expr iterable, List<Stmt> body, List<Stmt> orElse, boolean isAsync)
      implements Stmt {}

  /** {@code while}. */
  record While(Position at, Expr test, List<Stmt> body, List<Stmt> orElse) implements Stmt {}

  /** {@code if}; an {@code elif} is an If in {@code orElse}. */
  record If(Position at, Expr test, List<Stmt> body, List<Stmt> orElse) implements Stmt {}

  /** {@code with} or {@code async with}. */
  record With(Position at, List<WithItem> items, List<Stmt> body, boolean isAsync)
      implements Stmt {}

  /** {@code match}. */
  record Match(Position at, Expr subject, List<MatchCase> cases) implements Stmt {}

  /** {@code raise exception from cause}. */
  record Raise(Position at, @Nullable Expr exception, @Nullable Expr cause) implements Stmt {}

  /** {@code try}; with {@code except*} where {@code isStar}. */
  record Try(
      Position at,
      List<Stmt> body,
      List<Handler> handlers,
      List<Stmt> orElse,
      List<Stmt> finalBody,
      boolean isStar)
      implements Stmt {}

  /** {@code assert}. */
  record Assert(Position at, Expr test, @Nullable Expr message) implements Stmt {}

  /** {@code import a.b as c}. */
  record Import(Position at, List<Alias> names) implements Stmt {}

  /** {@code from module import a as b}; the level counts leading dots. */
  record ImportFrom(Position at, @Nullable String module, List<Alias> names, int level)
      implements Stmt {}

  /** An imported name and what it is called here. */
  record Alias(String name, @Nullable String asName) {}

  /** {@code global}. */
  record Global(Position at, List<String> names) implements Stmt {}

  /** {@code nonlocal}. */
  record Nonlocal(Position at, List<String> names) implements Stmt {}

  /** An expression as a statement. */
  record ExprStmt(Position at, Expr value) implements Stmt {}

  /** {@code pass}. */
  record Pass(Position at) implements Stmt {}

  /** {@code break}. */
  record Break(Position at) implements Stmt {}

  /** {@code continue}. */
  record Continue(Position at) implements Stmt {}
}
