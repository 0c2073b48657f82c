package dev.weft.translator.parser;

import org.jspecify.annotations.Nullable;

/** A context manager of a {@code with}. */
public record WithItem(Position at, Expr context, @Nullable Expr target) implements Node {}
