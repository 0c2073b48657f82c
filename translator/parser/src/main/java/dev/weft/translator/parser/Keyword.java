package dev.weft.translator.parser;

import org.jspecify.annotations.Nullable;

/**
 * A keyword argument.
 *
 * @param name null for {@code **value}
 */
public record Keyword(Position at, @Nullable String name, Expr value) implements Node {}
