package dev.weft.runtime;

import java.time.Duration;

/** What the tests of this package share. */
final class Runtimes {
  private Runtimes() {}

  static AsyncRuntime of(AsyncRuntime.Backend backend) {
    return AsyncRuntime.builder().backend(backend).build();
  }

  static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  /** Far longer than any test: ends only by cancellation. */
  static Duration forever() {
    return Duration.ofDays(1);
  }
}
