/**
 * From Python asyncio source to Java source: {@link dev.weft.translator.Translator} is the way in.
 *
 * <p>A module goes through scope analysis, module-wide type inference and lowering. Types are known
 * per expression; where one is not, the code emitted calls the dynamic part of the support library.
 */
@NullMarked
package dev.weft.translator;

import org.jspecify.annotations.NullMarked;
