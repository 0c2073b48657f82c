package dev.weft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** What happened, in order. */
final class Steps {
  private final List<String> taken = new ArrayList<>();

  synchronized void add(String step) {
    taken.add(step);
  }

  synchronized void assertTaken(String... steps) {
    assertThat(taken).containsExactly(steps);
  }
}
