/** Nodes in Python that run as translated Java, and the choice between the engines of Python. */
@NullMarked
package dev.weft.executor.translated;

import org.jspecify.annotations.NullMarked;
