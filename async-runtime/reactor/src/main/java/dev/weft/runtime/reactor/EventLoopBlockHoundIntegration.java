package dev.weft.runtime.reactor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime.Backend;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Tells BlockHound that tasks of an event loop must not block. Found by itself.
 *
 * <p>Tasks on virtual threads may block, and are left alone.
 */
public final class EventLoopBlockHoundIntegration implements BlockHoundIntegration {

  /** For the service loader. */
  public EventLoopBlockHoundIntegration() {}

  @Override
  public void applyTo(BlockHound.Builder builder) {
    builder.nonBlockingThreadPredicate(
        known -> known.or(thread -> thread == Thread.currentThread() && isOnEventLoop()));
    builder.addDynamicThreadPredicate(Thread::isVirtual);
  }

  private static boolean isOnEventLoop() {
    return Async.currentTask().isPresent()
        && Async.currentRuntime().backend() != Backend.VIRTUAL_THREADS;
  }
}
