package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import dev.weft.runtime.AsyncCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest in a {@link Sandbox}: one instance of a module, with the limits it is held to.
 *
 * <p>Its code runs in {@link #call} only, on a thread of a bounded set that have deep stacks; the
 * task that calls is suspended meanwhile, so neither an event loop nor a virtual thread is kept
 * busy. One call at a time. A call that goes beyond a limit is stopped, even in an endless loop,
 * and so is one whose task is cancelled; the guest is broken then.
 */
public interface Guest extends AutoCloseable {

  /** What it is called in errors. */
  String name();

  /**
   * Puts the limits on memory and tables into a builder. To make the memory in another way, set
   * {@code withMemoryFactory} afterwards, with a factory that calls {@link #confine(MemoryLimits)}.
   */
  Instance.Builder confine(Instance.Builder builder);

  /**
   * The limits of a memory, with the maximum that the guest may have.
   *
   * @throws GuestException if it is larger than that from the start
   */
  MemoryLimits confine(MemoryLimits declared);

  /** The imports named {@code wasi_snapshot_preview1}, within the grants. */
  List<HostFunction> wasi();

  /**
   * Runs a body that enters the guest's code. On virtual time the clock stands still meanwhile.
   *
   * @return what the body returned
   * @throws GuestException if the guest went beyond a limit, failed, ended, or is broken or closed
   * @throws dev.weft.runtime.CancellationError if the calling task is cancelled; the guest is
   *     stopped
   * @throws IllegalStateException if another call is under way
   * @throws X what else the body throws; the guest is not broken by it
   */
  <T extends @Nullable Object, X extends Throwable> T call(AsyncCall<? extends T, X> body) throws X;

  /** Whether the guest can be called: it is neither broken nor closed. */
  boolean isUsable();

  /**
   * Counts output that the guest gives by other ways than its streams. For use in a call.
   *
   * @throws GuestException if that is more than a call may give
   */
  void countOutput(long bytes);

  /**
   * Stops the call that is under way, if any, and releases what the guest holds. Does not wait for
   * the call to end, which it does soon. Idempotent; may be called from any thread.
   */
  @Override
  void close();
}
