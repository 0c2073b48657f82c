/**
 * Python source in, a syntax tree of records out.
 *
 * <p>{@link dev.weft.translator.parser.PythonParser} is the way in; {@link
 * dev.weft.translator.parser.Stmt}, {@link dev.weft.translator.parser.Expr} and {@link
 * dev.weft.translator.parser.Pattern} are the tree.
 */
@NullMarked
package dev.weft.translator.parser;

import org.jspecify.annotations.NullMarked;
