/**
 * Splits methods that are too long for HotSpot's compilers into pieces that are not.
 *
 * <p>Start at {@link dev.weft.splitter.ClassSplitter}; the build runs {@link
 * dev.weft.splitter.Splitter}.
 */
@NullMarked
package dev.weft.splitter;

import org.jspecify.annotations.NullMarked;
