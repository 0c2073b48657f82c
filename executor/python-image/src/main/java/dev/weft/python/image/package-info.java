/**
 * CPython as Java classes. Apart from {@link dev.weft.python.image.SplitPython} they are made by
 * the build from those of {@code io.trino:trino-wasm-python}, see {@code
 * docs/decisions/0038-python-loop-split.md}.
 */
@NullMarked
package dev.weft.python.image;

import org.jspecify.annotations.NullMarked;
