package dev.weft.executor;

import java.time.Duration;
import java.util.Objects;

/**
 * How much a pipeline keeps from run to run.
 *
 * @param ttl how long an entry, or a session, is kept after it was last used
 * @param sessions the most sessions; the one not used for longest makes room for a new one
 * @param entries the most entries of one node in one session; more is an error
 */
public record StateLimits(Duration ttl, int sessions, int entries) {

  /** One hour, 1000 sessions, 10,000 entries. */
  public static final StateLimits DEFAULT = new StateLimits(Duration.ofHours(1), 1_000, 10_000);

  /**
   * Limits of these values.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public StateLimits {
    Objects.requireNonNull(ttl);
    if (!ttl.isPositive() || sessions < 1 || entries < 1) {
      throw new IllegalArgumentException(
          "state limits must be positive, got ttl=%s sessions=%d entries=%d"
              .formatted(ttl, sessions, entries));
    }
  }
}
