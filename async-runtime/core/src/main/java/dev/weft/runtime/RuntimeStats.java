package dev.weft.runtime;

import java.util.OptionalLong;

/**
 * Counters of a runtime since it was built; see {@link AsyncRuntime#stats}. Read while tasks run,
 * they may be off by those that start or end at that moment.
 *
 * @param spawned tasks that were created, bodies of {@link AsyncRuntime#blockOn} and blocking work
 *     included
 * @param live those that have not ended
 * @param succeeded those that returned
 * @param failed those that threw
 * @param cancelled those that were cancelled
 * @param steps on an event loop, how many times a task was let go on; empty on virtual threads
 */
public record RuntimeStats(
    long spawned, long live, long succeeded, long failed, long cancelled, OptionalLong steps) {}
