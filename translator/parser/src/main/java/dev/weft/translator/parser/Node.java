package dev.weft.translator.parser;

/** A part of a syntax tree. */
public sealed interface Node
    permits Clause, Expr, Handler, Keyword, MatchCase, Parameter, Pattern, Stmt, WithItem {

  /** Where it stands in the source. */
  Position at();
}
