package dev.weft.executor.reactor;

import dev.weft.executor.Node;
import dev.weft.executor.NodeType;
import java.util.Objects;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Streaming nodes that are written as functions of {@code Flux}.
 *
 * {@snippet :
 * NodeType dedupe = FluxNode.type("Dedupe", "Drops repeats.", items -> items.distinctUntilChanged());
 * }
 *
 * <p>The function is called once per run, and its result subscribed to with the context of the run.
 * Items are taken from the queue as the function requests them, and signalled in the node's task;
 * results may come from any thread, and are requested as there is room behind the node, {@value
 * #PREFETCH} ahead. A result that ends early ends the node; an error of it fails the run, with the
 * last item taken. If the run is cancelled, so is the subscription.
 *
 * <p>The {@code Flux} of items can be subscribed to once; share it with {@code publish} for more.
 */
public final class FluxNode {
  static final int PREFETCH = 16;

  private FluxNode() {}

  /** A node, for a {@link NodeType} of one's own. */
  public static Node.Streaming of(Function<? super Flux<Object>, ? extends Publisher<?>> function) {
    Objects.requireNonNull(function);
    return (in, out) -> new FluxNodeRun(in, out).run(function);
  }

  /** A type without parameters. */
  public static NodeType type(
      String name,
      String summary,
      Function<? super Flux<Object>, ? extends Publisher<?>> function) {
    return NodeType.streaming(name, summary, of(function));
  }

  /** {@link #type(String, String, Function)} for items of one class; others fail the run. */
  public static <T> NodeType type(
      String name,
      String summary,
      Class<T> items,
      Function<? super Flux<T>, ? extends Publisher<?>> function) {
    return type(name, summary, (Flux<Object> flux) -> function.apply(flux.cast(items)));
  }
}
