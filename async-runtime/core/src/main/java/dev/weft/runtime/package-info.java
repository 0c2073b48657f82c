/**
 * The runtime: {@link dev.weft.runtime.AsyncRuntime} hosts tasks, {@link dev.weft.runtime.Async}
 * holds the verbs of code inside a task.
 */
@NullMarked
package dev.weft.runtime;

import org.jspecify.annotations.NullMarked;
