/** A reactive service around a pipeline. */
@NullMarked
package dev.weft.examples.readings;

import org.jspecify.annotations.NullMarked;
