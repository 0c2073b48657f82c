package dev.weft.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Elements over time. A stream is only the recipe: nothing runs before it is consumed, by {@link
 * #forEach} or one of the other ends, and each consumption runs it anew.
 *
 * {@snippet :
 * AsyncStream<Integer> squares = AsyncStream.<Integer>generate(out -> {
 *   for (int i = 0; ; i++) {
 *     Async.sleep(Duration.ofMillis(10));
 *     out.accept(i);
 *   }
 * }).map(i -> i * i).take(3);
 * List<Integer> list = squares.toList(); // 0, 1, 4
 * }
 *
 * <p>Producer, operators and consumer run in the consuming task, element by element, in direct
 * style: a producer goes on once its element has been consumed, which is the backpressure, and any
 * of them may suspend. Only {@link #buffer}, {@link #merge} and {@link #mapConcurrent} use further
 * tasks, as children of the consuming one; they need one, while all else works in any thread.
 * {@link #iterator} pulls, with a coroutine for the producer.
 *
 * <p>An error in any part ends the whole, and comes out of the consuming call as it is. When the
 * consumer wants no more ({@link #take}, {@link #first}, an error, a cancellation), the producer
 * gets {@link AsyncGenerator.Exit} or its own cancellation where it stands, and what it does in
 * {@code finally} is awaited before the call returns.
 *
 * <p>Pitfall: a producer that catches {@link Throwable} around its emission and goes on cannot be
 * ended; catch {@link Exception}.
 *
 * @param <T> the elements
 */
@FunctionalInterface
public interface AsyncStream<T extends @Nullable Object> {

  /**
   * Runs the stream and calls back for each element, in order, in the calling task. The callback
   * may suspend, and holds the producer back meanwhile.
   *
   * @throws CancellationError if the task is cancelled while something suspends
   */
  void forEach(Consumer<? super T> consumer);

  /** A stream of what a body gives out; it runs anew for each consumption. */
  static <T extends @Nullable Object> AsyncStream<T> generate(
      Consumer<? super Consumer<? super T>> body) {
    return new Producer<>(body);
  }

  /** A stream of given elements. */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static <T extends @Nullable Object> AsyncStream<T> of(T... elements) {
    return from(Arrays.asList(elements));
  }

  /** A stream of what an iterable holds at the time of consumption. */
  static <T extends @Nullable Object> AsyncStream<T> from(Iterable<? extends T> elements) {
    return elements::forEach;
  }

  /**
   * A stream of what a receiver receives until it is closed; several consumptions share it. A
   * consumer that wants no more leaves the rest in it.
   *
   * <p>If it was closed with an error the stream throws {@link ChannelClosedException}.
   */
  static <T> AsyncStream<T> from(Receiver<T> receiver) {
    return consumer -> {
      for (Optional<T> next = receiver.receiveOrClosed();
          next.isPresent();
          next = receiver.receiveOrClosed()) {
        consumer.accept(next.get());
      }
    };
  }

  /** The numbers 0, 1, 2, … at a fixed distance in time, measured from the end of the last. */
  static AsyncStream<Long> interval(Duration distance) {
    return generate(out -> {
      for (long i = 0; ; i++) {
        Async.sleep(distance);
        out.accept(i);
      }
    });
  }

  /**
   * All elements of several streams, as they come; each source runs in a child task. In order
   * within each source. Ends when all have ended; an error of one ends the others.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static <T extends @Nullable Object> AsyncStream<T> merge(AsyncStream<? extends T>... sources) {
    return new Merged<>(List.of(sources), 0);
  }

  /** Pairs of elements of two streams, each made of one of either; ends with the shorter. */
  static <A extends @Nullable Object, B extends @Nullable Object, T extends @Nullable Object>
      AsyncStream<T> zip(
          AsyncStream<A> left,
          AsyncStream<B> right,
          BiFunction<? super A, ? super B, ? extends T> function) {
    return consumer -> {
      try (AsyncGenerator<B, ?> other = right.iterator()) {
        left.takeWhile(element -> other.hasNext())
            .forEach(element -> consumer.accept(function.apply(element, other.next())));
      }
    };
  }

  /**
   * The elements one by one, for a loop; the producer runs as part of the task that asks. Close it,
   * with try-with-resources.
   */
  default AsyncGenerator<T, @Nullable Void> iterator() {
    return AsyncGenerator.of(out -> forEach(out::emit));
  }

  /** What a function makes of each element. */
  default <R extends @Nullable Object> AsyncStream<R> map(
      Function<? super T, ? extends R> function) {
    return consumer -> forEach(element -> consumer.accept(function.apply(element)));
  }

  /** Only the elements that pass a test. */
  default AsyncStream<T> filter(Predicate<? super T> test) {
    return consumer ->
        forEach(element -> {
          if (test.test(element)) {
            consumer.accept(element);
          }
        });
  }

  /**
   * The elements of the streams that a function makes of each element, one stream after another.
   */
  default <R extends @Nullable Object> AsyncStream<R> flatMap(
      Function<? super T, ? extends AsyncStream<? extends R>> function) {
    return consumer -> forEach(element -> function.apply(element).forEach(consumer));
  }

  /**
   * What a function makes of each element, with so many calls at a time, each in a child task; in
   * the order of the elements. An error of one ends the others.
   *
   * @throws IllegalArgumentException if the number is not at least one
   */
  default <R extends @Nullable Object> AsyncStream<R> mapConcurrent(
      int calls, Function<? super T, ? extends R> function) {
    return new Concurrent<>(this, calls, function);
  }

  /** These elements and then those of another stream. */
  default AsyncStream<T> concat(AsyncStream<? extends T> next) {
    return consumer -> {
      forEach(consumer);
      next.forEach(consumer);
    };
  }

  /** Does something with each element as it passes. */
  default AsyncStream<T> onEach(Consumer<? super T> action) {
    return consumer ->
        forEach(element -> {
          action.accept(element);
          consumer.accept(element);
        });
  }

  /** What a function makes of each element and of its last result; the start is not given out. */
  default <R extends @Nullable Object> AsyncStream<R> scan(
      R start, BiFunction<? super R, ? super T, ? extends R> function) {
    return new Scanned<>(this, start, function);
  }

  /**
   * The first elements, at most so many. The producer is ended at the last of them, not at the one
   * after it.
   */
  default AsyncStream<T> take(long count) {
    return Cut.take(this, count);
  }

  /** The elements before the first that fails a test. */
  default AsyncStream<T> takeWhile(Predicate<? super T> test) {
    return Cut.takeWhile(this, test);
  }

  /** The elements without the first, so many. */
  default AsyncStream<T> skip(long count) {
    return consumer -> {
      long[] left = {count};
      forEach(element -> {
        if (left[0] > 0) {
          left[0]--;
        } else {
          consumer.accept(element);
        }
      });
    };
  }

  /**
   * Lists of so many elements each; the last one may be shorter.
   *
   * @throws IllegalArgumentException if the size is not at least one
   */
  default AsyncStream<List<T>> window(int size) {
    return window(size, size);
  }

  /**
   * Lists of so many elements each, one beginning every {@code step} elements, so that they overlap
   * or leave elements out; at the end there may be shorter ones.
   *
   * @throws IllegalArgumentException if size or step is not at least one
   */
  default AsyncStream<List<T>> window(int size, int step) {
    return new Windows<>(this, size, step);
  }

  /**
   * The same elements, with the producer in a child task that may be so many elements ahead.
   *
   * @throws IllegalArgumentException if the number is negative
   */
  default AsyncStream<T> buffer(int capacity) {
    return new Merged<>(List.of(this), capacity);
  }

  /** Another stream in place of an exception of this one, after the elements that came before. */
  default AsyncStream<T> onErrorResume(
      Function<? super Exception, ? extends AsyncStream<? extends T>> function) {
    return new Resumed<>(this, function);
  }

  /** All elements, once the stream has ended. */
  default List<T> toList() {
    List<T> all = new ArrayList<>();
    forEach(all::add);
    return all;
  }

  /** How many elements there are. */
  default long count() {
    long[] count = {0};
    forEach(element -> count[0]++);
    return count[0];
  }

  /** What comes of combining all elements from left to right, beginning with a start. */
  default T reduce(T start, BinaryOperator<T> function) {
    List<T> result = new ArrayList<>(1);
    result.add(start);
    forEach(element -> result.set(0, function.apply(result.getFirst(), element)));
    return result.getFirst();
  }

  /**
   * The first element, which must not be null; empty if there is none. The producer is ended there.
   */
  default Optional<T> first() {
    List<T> first = take(1).toList();
    return first.isEmpty() ? Optional.empty() : Optional.of(first.getFirst());
  }

  /** This stream with a function applied to the whole of it, for operators of one's own. */
  default <R> R through(Function<? super AsyncStream<T>, ? extends R> operator) {
    return operator.apply(this);
  }
}
