/** JMH benchmarks of the runtime, beside its peers. */
@NullMarked
package dev.weft.benchmarks;

import org.jspecify.annotations.NullMarked;
