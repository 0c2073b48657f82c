/** Metrics and tracing of pipelines with Micrometer. */
@NullMarked
package dev.weft.executor.micrometer;

import org.jspecify.annotations.NullMarked;
