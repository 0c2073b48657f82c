package dev.weft.translator.parser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code case} of a {@code match}. */
public record MatchCase(Position at, Pattern pattern, @Nullable Expr guard, List<Stmt> body)
    implements Node {}
