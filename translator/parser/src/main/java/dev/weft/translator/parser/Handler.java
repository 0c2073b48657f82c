package dev.weft.translator.parser;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An {@code except} of a {@code try}.
 *
 * @param type what it catches; null for a bare {@code except}
 * @param name what the caught is called; null if it has no name
 */
public record Handler(Position at, @Nullable Expr type, @Nullable String name, List<Stmt> body)
    implements Node {}
