/**
 * What translated Python stands on. Collections are {@link java.util.List}, {@link java.util.Map}
 * and {@link java.util.Set}, ints are {@code long} or {@link java.lang.Long} (and {@link
 * java.math.BigInteger} beyond), None is null; here are the parts of Python's behaviour that Java's
 * own classes do not have.
 */
@NullMarked
package dev.weft.python;

import org.jspecify.annotations.NullMarked;
