/**
 * The runtime: {@link dev.weft.runtime.AsyncRuntime} hosts tasks, {@link dev.weft.runtime.Async}
 * holds the verbs of code inside a task.
 *
 * <p>Between tasks: {@link dev.weft.runtime.AsyncLock}, {@link dev.weft.runtime.AsyncSemaphore},
 * {@link dev.weft.runtime.AsyncEvent}, {@link dev.weft.runtime.AsyncCondition}, {@link
 * dev.weft.runtime.AsyncBarrier} and {@link dev.weft.runtime.AsyncQueue}, named apart from their
 * blocking namesakes in {@link java.util.concurrent}, so that both can be imported; {@link
 * dev.weft.runtime.Channel}, {@link dev.weft.runtime.Broadcast}, {@link dev.weft.runtime.Watch},
 * and {@link dev.weft.runtime.Select} over them; {@link dev.weft.runtime.AsyncStream} and {@link
 * dev.weft.runtime.AsyncGenerator} for elements over time.
 */
@NullMarked
package dev.weft.runtime;

import org.jspecify.annotations.NullMarked;
