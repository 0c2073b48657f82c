package dev.weft.translator.parser;

import java.util.List;

/** A {@code for target in iterable if condition …} of a comprehension. */
public record Clause(
    Position at, Expr target, Expr iterable, List<Expr> conditions, boolean isAsync)
    implements Node {}
