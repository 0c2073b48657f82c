package dev.weft.executor;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What one node keeps in one session, beyond the end of a run. An entry that was not touched for
 * the {@linkplain StateLimits#ttl() time to live} is forgotten.
 *
 * <p>Thread-safe; {@link #update} is atomic. Values are any objects but null.
 */
public interface SessionState {

  /** The value under a key. */
  Optional<Object> get(String key);

  /**
   * Sets the value under a key.
   *
   * @throws PipelineException if the key is new and the node's state is {@linkplain
   *     StateLimits#entries() full}
   */
  void put(String key, Object value);

  /**
   * Replaces the value under a key by one computed from it, or from {@code initial} where there is
   * none, and returns the new value. The function must be short and must not suspend.
   *
   * @throws PipelineException as {@link #put}
   */
  <T> T update(String key, T initial, UnaryOperator<T> change);

  /** Forgets the value under a key. */
  void remove(String key);

  /** How many entries there are. */
  int size();
}
