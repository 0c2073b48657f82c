/** Nodes written in Python, run by a CPython inside the JVM. */
@NullMarked
package dev.weft.executor.python;

import org.jspecify.annotations.NullMarked;
