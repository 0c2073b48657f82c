package dev.weft.runtime.reactor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime.Backend;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Tells BlockHound that tasks of an event loop must not block, and which waits are the runtime's
 * own. BlockHound finds it by itself. From JDK 13 on the JVM needs {@code
 * -XX:+AllowRedefinitionToAddDeleteMethods}.
 *
 * <p>Tasks are virtual threads, in which a sleep, a lock, a future of the JDK or a socket parks
 * instead of calling what BlockHound knows; so the ways of the JDK to sleep and to park are watched
 * as well. Tasks on virtual threads, and work of {@code spawnBlocking}, may block.
 */
@SuppressWarnings(
    "exports") // The library is optional, also to those who compile against this module.
public final class EventLoopBlockHoundIntegration implements BlockHoundIntegration {
  private static final String RUNTIME = "dev.weft.runtime.";
  private static final String PARKING = "java/util/concurrent/locks/LockSupport";
  private static final String THREAD = "java/lang/Thread";

  /** For the service loader. */
  public EventLoopBlockHoundIntegration() {}

  @Override
  public void applyTo(BlockHound.Builder builder) {
    builder
        .nonBlockingThreadPredicate(known -> known.or(EventLoopBlockHoundIntegration::runsLoopTask))
        .addDynamicThreadPredicate(Thread::isVirtual)
        .markAsBlocking(THREAD, "sleep", "(J)V")
        .markAsBlocking(THREAD, "sleep", "(JI)V")
        .markAsBlocking(THREAD, "sleep", "(Ljava/time/Duration;)V")
        .markAsBlocking(PARKING, "park", "()V")
        .markAsBlocking(PARKING, "park", "(Ljava/lang/Object;)V")
        .markAsBlocking(PARKING, "parkNanos", "(J)V")
        .markAsBlocking(PARKING, "parkNanos", "(Ljava/lang/Object;J)V")
        .markAsBlocking(PARKING, "parkUntil", "(J)V")
        .markAsBlocking(PARKING, "parkUntil", "(Ljava/lang/Object;J)V")
        .allowBlockingCallsInside(RUNTIME + "MountedThreads", "suspend")
        .allowBlockingCallsInside(RUNTIME + "MountedThreads", "awaitStray")
        .allowBlockingCallsInside(RUNTIME + "BatonThreads", "suspend")
        .allowBlockingCallsInside(RUNTIME + "ThreadCoroutine", "awaitTurn");
  }

  /** Whether a thread, which is the current one, runs a task of an event loop. */
  private static boolean runsLoopTask(Thread thread) {
    // The threads of spawnBlocking are platform threads.
    return thread.isVirtual()
        && Async.currentTask().isPresent()
        && Async.currentRuntime().backend() != Backend.VIRTUAL_THREADS;
  }
}
