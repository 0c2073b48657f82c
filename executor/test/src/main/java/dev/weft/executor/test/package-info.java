/** Tests of nodes with tables of cases; see {@link dev.weft.executor.test.NodeTester}. */
@NullMarked
package dev.weft.executor.test;

import org.jspecify.annotations.NullMarked;
