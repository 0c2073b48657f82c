package dev.weft.runtime;

import java.util.function.UnaryOperator;

/**
 * A value that changes, and of which subscribers want the latest: one that is slow skips what it
 * missed. Setting never waits.
 *
 * {@snippet :
 * Watch<Config> config = Watch.of(Config.initial());
 * Receiver<Config> changes = config.subscribe();
 * Config now = changes.receive();
 * Config next = changes.receive();
 * }
 *
 * <p>Each subscriber receives first the value of the moment, then, whenever there is one it has not
 * seen, the latest. Values are not compared: setting an equal one counts as a change. Thread-safe,
 * across runtimes too; a thread that is no task is blocked.
 *
 * @param <T> the values, never null
 */
public interface Watch<T> {

  /** A watch with a first value. */
  static <T> Watch<T> of(T value) {
    return new LatestValue<>(value);
  }

  /** The value now. */
  T get();

  /**
   * Sets the value and resumes who waits for it.
   *
   * @throws ChannelClosedException if the watch is closed
   */
  void set(T value);

  /**
   * Sets the value to what a function makes of it, atomically; the function may run several times.
   *
   * @return the new value
   * @throws ChannelClosedException if the watch is closed
   */
  T update(UnaryOperator<T> function);

  /**
   * Subscribes to the value of the moment and to what it will be. {@link Receiver#cancel} ends the
   * subscription.
   */
  Receiver<T> subscribe();

  /** Ends the watch: subscribers receive the latest value if they have not, then find it closed. */
  void close();

  /** {@link #close()} because of an error, which subscribers get as the cause. */
  void close(Throwable error);

  /** Whether the watch was closed. */
  boolean isClosed();
}
