package dev.weft.runtime.reactor;

import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncAction;
import dev.weft.runtime.AsyncCall;
import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncStream;
import dev.weft.runtime.Bridges;
import dev.weft.runtime.CancellationError;
import dev.weft.runtime.Receiver;
import dev.weft.runtime.TaskHandle;
import dev.weft.runtime.TaskLocal;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Between tasks and Project Reactor.
 *
 * {@snippet :
 * Mono<Page> page = ReactorBridges.lazyMono(runtime, () -> load(7));   // to Reactor
 * Page again = ReactorBridges.await(page);                             // and back, inside a task
 * }
 *
 * <p>A task's failure is signalled as it was thrown. That a task was cancelled by somebody else
 * than the subscriber is signalled as a {@link java.util.concurrent.CancellationException}. No
 * signal follows a terminal one or a cancellation; what fails after that goes to {@code
 * Hooks.onErrorDropped}.
 *
 * <p>Context crosses both ways: a task that a publisher starts sees the subscriber's {@link
 * #context() context}, entries whose key is a {@link TaskLocal} become its task-locals, and
 * publishers that a task subscribes to see its task-locals as such entries. With Micrometer's
 * context-propagation on the class path, registered thread-locals such as the MDC come along.
 *
 * <p>All methods are thread-safe.
 */
public final class ReactorBridges {
  private ReactorBridges() {}

  // ---- Tasks as publishers.

  /**
   * A body as a lazy {@code Mono}: each subscription runs it as a new background task of the
   * runtime. A body that returns null completes without a value. The signal comes when the task has
   * ended, children included.
   *
   * <p>Cancelling the subscription aborts the task at its next suspension point; see {@link
   * #structured(Mono)} for waiting until it has cleaned up.
   *
   * <p>Pitfall: on an event loop that nobody runs, nothing happens; {@link AsyncRuntime#start} it.
   */
  public static <T> Mono<T> lazyMono(
      AsyncRuntime runtime, AsyncCall<? extends @Nullable T, ?> body) {
    return new LazyMono<>(runtime, body);
  }

  /** {@link #lazyMono(AsyncRuntime, AsyncCall)} for a body without a value. */
  public static Mono<Void> lazyMono(AsyncRuntime runtime, AsyncAction<?> body) {
    return new LazyMono<>(runtime, call(body));
  }

  /**
   * A body as an eager {@code Mono}: it is started here and now, once, as a background task of the
   * runtime, and every subscriber gets its result. When the last of the subscribers there have been
   * cancels, the task is aborted.
   *
   * <p>Pitfall: without a subscriber it runs to its end, and a failure goes to the runtime's
   * failure handler.
   */
  public static <T> Mono<T> eagerMono(
      AsyncRuntime runtime, AsyncCall<? extends @Nullable T, ?> body) {
    return eagerMono(runtime.<@Nullable T>spawn("eager mono", body));
  }

  /** {@link #eagerMono(AsyncRuntime, AsyncCall)} for a body without a value. */
  public static Mono<Void> eagerMono(AsyncRuntime runtime, AsyncAction<?> body) {
    return eagerMono(runtime, ReactorBridges.<Void>call(body));
  }

  /**
   * A task that has been started as a {@code Mono}; as {@link #eagerMono(AsyncRuntime, AsyncCall)}.
   */
  public static <T> Mono<T> eagerMono(TaskHandle<? extends @Nullable T> task) {
    return new EagerMono<>(task);
  }

  /**
   * A stream as a lazy {@code Flux}: for each subscription a background task of the runtime runs
   * the stream anew. The producer is at most one element ahead of the demand, so that completion
   * needs none. Cancelling the subscription aborts the task.
   *
   * <p>Elements come from the task, so that operators behind it may suspend; the terminal signal
   * comes when the task has ended, children included.
   */
  public static <T> Flux<T> lazyFlux(AsyncRuntime runtime, AsyncStream<? extends T> stream) {
    return new TaskFlux<>(runtime, delivery -> stream.forEach(delivery::send));
  }

  /**
   * What a receiver receives, as a {@code Flux} that ends when the sender has closed. Several
   * subscribers share the elements. One is taken only when it was requested, so that a cancelled
   * subscription leaves all others in the channel; therefore the end is seen with the next request.
   *
   * <p>An error with which the sender closed is signalled as it is.
   */
  public static <T> Flux<T> flux(AsyncRuntime runtime, Receiver<? extends T> receiver) {
    return new TaskFlux<>(runtime, delivery -> delivery.sendAll(receiver));
  }

  // ---- Publishers in tasks.

  /**
   * Subscribes, suspends until the {@code Mono} has ended, and returns its value. A thread that is
   * no task is blocked. Tasks that the subscription started have ended as well.
   *
   * <p>Cancelling the awaiting task cancels the subscription, and waits until the tasks under it
   * have cleaned up.
   *
   * <p>Pitfall: a {@code Mono<Void>} has no value; {@link #awaitCompletion} is for that.
   *
   * @throws AsyncException.Join if the {@code Mono} failed, with its error as the cause
   * @throws NoSuchElementException if it ended without a value
   * @throws CancellationError if the awaiting task is cancelled
   */
  public static <T> T await(Mono<? extends T> mono) {
    return ReactorBridges.<T>awaitOptional(mono)
        .orElseThrow(() ->
            new NoSuchElementException(
                "the Mono %s ended without a value: use awaitOptional where that is no error, and awaitCompletion for a Mono<Void>"
                    .formatted(mono)));
  }

  /** {@link #await(Mono)} for a {@code Mono} that may be empty. */
  public static <T> Optional<T> awaitOptional(Mono<? extends T> mono) {
    Cleanups cleanups = new Cleanups(context());
    Awaited<T> awaited = new Awaited<>(Contexts.forSubscription(cleanups));
    mono.subscribe(awaited);
    try {
      return Bridges.await(awaited);
    } finally {
      cleanups.await();
    }
  }

  /** {@link #await(Mono)} for the end of any publisher; values that come are dropped. */
  public static void awaitCompletion(Publisher<?> publisher) {
    ReactorBridges.<Object>awaitOptional(Flux.from(publisher).ignoreElements().cast(Object.class));
  }

  /**
   * A publisher as a stream whose demand follows its consumer exactly: an element is requested when
   * the one before is done with. Each consumption subscribes anew.
   *
   * <p>A consumer that ends early, or is cancelled, cancels the subscription and waits until the
   * tasks under it have cleaned up. An error of the publisher comes out as it is, after the
   * elements before it, with the place of consumption suppressed under it.
   */
  public static <T> AsyncStream<T> stream(Publisher<? extends T> publisher) {
    return stream(publisher, 1);
  }

  /**
   * {@link #stream(Publisher)} with so many elements requested ahead, which are asked for anew in
   * batches of three quarters.
   *
   * @throws IllegalArgumentException if the number is not at least one
   */
  public static <T> AsyncStream<T> stream(Publisher<? extends T> publisher, int prefetch) {
    return new PublisherStream<>(publisher, prefetch);
  }

  /**
   * Subscribes now, and receives the elements one by one, with so many requested ahead. What a
   * publisher fails with is the cause of the {@link dev.weft.runtime.ChannelClosedException}.
   *
   * <p>Pitfall: one who does not receive to the end calls {@link Receiver#cancel}, which cancels
   * the subscription. {@link #stream} does that by itself.
   *
   * @throws IllegalArgumentException if the number is not at least one
   */
  public static <T> Receiver<T> receiver(Publisher<? extends T> publisher, int prefetch) {
    Inbox<T> inbox = new Inbox<>(Inbox.checkPrefetch(prefetch), subscriberContext());
    publisher.subscribe(inbox);
    return new PublisherReceiver<>(inbox);
  }

  // ---- Cleanup.

  /**
   * The same {@code Mono}, whose terminal signal waits for cleanup: where something within cancels
   * a task, such as {@code timeout}, {@code take} or {@code firstWithValue}, the signal comes when
   * that task has ended. What a task {@linkplain #await awaits} is structured anyway.
   *
   * {@snippet :
   * ReactorBridges.structured(lazyMono.timeout(ofSeconds(1)))   // the error comes after the cleanup
   * }
   *
   * <p>A cancellation from outside is passed on at once, since nobody listens any more.
   */
  public static <T> Mono<T> structured(Mono<T> mono) {
    return Mono.from(new Structured<>(mono));
  }

  /** {@link #structured(Mono)} for a {@code Flux}. */
  public static <T> Flux<T> structured(Flux<T> flux) {
    return new Structured<>(flux);
  }

  // ---- Schedulers and context.

  /**
   * A runtime as a scheduler: commands are background tasks of it, delays go by its clock, virtual
   * time included. Those of one worker run one after another in their order; commands without a
   * worker run in parallel on virtual threads. Disposing a command aborts its task at the next
   * suspension point, or interrupts its blocking call on virtual threads.
   *
   * <p>Disposing the scheduler leaves the runtime open, and refuses commands from then on; so does
   * closing the runtime. It can be started anew with {@code init} or {@code start}. What a command
   * throws goes to the runtime's failure handler.
   */
  public static Scheduler scheduler(AsyncRuntime runtime) {
    return new RuntimeScheduler(runtime);
  }

  /**
   * The context of the subscriber for which the current task works: of the task that a publisher of
   * this class started, and of its children. Empty in other tasks and in threads that are no task.
   */
  public static ContextView context() {
    return Async.currentTask().isPresent()
        ? Contexts.CURRENT.find().orElse(Context.empty())
        : Context.empty();
  }

  /**
   * The context for a subscriber of one's own: what a publisher sees to which the current task
   * subscribes by the methods of this class. It has the task's {@link #context() context}, its
   * task-locals, and, with Micrometer's context-propagation, the registered thread-locals.
   */
  public static Context subscriberContext() {
    return Contexts.forSubscription(new Cleanups(context()));
  }

  /**
   * A body for {@link Async#spawn} that takes along the thread-locals that are registered with
   * Micrometer's context-propagation, such as the MDC, with the values that they have now. The task
   * that a publisher starts has them anyway; its children do not. Without the library it is the
   * same body.
   */
  public static <T extends @Nullable Object, X extends Throwable> AsyncCall<T, X> withThreadLocals(
      AsyncCall<T, X> body) {
    return Contexts.carry(body);
  }

  private static <T> AsyncCall<@Nullable T, ?> call(AsyncAction<?> body) {
    return () -> {
      body.run();
      return null;
    };
  }
}
