package dev.weft.translator.parser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern of a {@code case}. */
public sealed interface Pattern extends Node {

  /** A value compared with {@code ==}. */
  record Value(Position at, Expr value) implements Pattern {}

  /** {@code None}, {@code True} or {@code False}, compared with {@code is}. */
  record Singleton(Position at, Expr value) implements Pattern {}

  /** {@code [a, b, *rest]}. */
  record Sequence(Position at, List<Pattern> patterns) implements Pattern {}

  /** {@code {key: pattern, **rest}}. */
  record Mapping(Position at, List<Expr> keys, List<Pattern> patterns, @Nullable String rest)
      implements Pattern {}

  /** {@code Class(a, name=b)}. */
  record ClassPattern(
      Position at,
      Expr type,
      List<Pattern> patterns,
      List<String> names,
      List<Pattern> namedPatterns)
      implements Pattern {}

  /** {@code *rest} in a sequence; null for {@code *_}. */
  record Star(Position at, @Nullable String name) implements Pattern {}

  /** {@code pattern as name}, a capture (no pattern), or {@code _} (neither). */
  record As(Position at, @Nullable Pattern pattern, @Nullable String name) implements Pattern {}

  /** {@code a | b}. */
  record Or(Position at, List<Pattern> patterns) implements Pattern {}
}
