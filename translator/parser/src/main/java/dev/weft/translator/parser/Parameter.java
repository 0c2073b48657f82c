package dev.weft.translator.parser;

import org.jspecify.annotations.Nullable;

/** A parameter of a function. */
public record Parameter(
    Position at, String name, Kind kind, @Nullable Expr annotation, @Nullable Expr defaultValue)
    implements Node {

  /** How arguments reach a parameter. */
  public enum Kind {
    /** By position only: before the {@code /}. */
    POSITIONAL_ONLY,
    /** By position or by name. */
    NORMAL,
    /** {@code *args}. */
    VAR_ARGS,
    /** By name only: after the {@code *}. */
    KEYWORD_ONLY,
    /** {@code **kwargs}. */
    VAR_KEYWORDS
  }
}
