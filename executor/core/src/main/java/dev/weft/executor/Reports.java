package dev.weft.executor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** What nodes report beside their results. Thread-safe. */
final class Reports {
  /** More are only delivered to a consumer, as they would fill the memory. */
  static final int MAX_DEAD_LETTERS = 100_000;

  private final Optional<Consumer<? super DeadLetter>> onDeadLetter;

  // Guarded by lock.
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, List<NodeError>> skipped = new LinkedHashMap<>();
  private final Map<String, List<DeadLetter>> deadLetters = new LinkedHashMap<>();
  private int deadLetterCount;

  Reports(GraphInfo graph, Optional<Consumer<? super DeadLetter>> onDeadLetter) {
    this.onDeadLetter = onDeadLetter;
    for (String id : graph.executionOrder()) {
      skipped.put(id, new ArrayList<>());
      deadLetters.put(id, new ArrayList<>());
    }
  }

  void skipped(NodeError error) {
    lock.lock();
    try {
      List<NodeError> known = Objects.requireNonNull(skipped.get(error.node().orElseThrow()));
      if (known.size() < RunResult.MAX_SKIPPED) {
        known.add(error);
      }
    } finally {
      lock.unlock();
    }
  }

  void deadLetter(DeadLetter letter) {
    lock.lock();
    try {
      if (onDeadLetter.isPresent()) {
        onDeadLetter.get().accept(letter);
        return;
      }
      if (deadLetterCount == MAX_DEAD_LETTERS) {
        throw new PipelineException(
            "more than %d dead letters; take them as they come with RunOptions.onDeadLetter"
                .formatted(MAX_DEAD_LETTERS),
            null);
      }
      deadLetterCount++;
      Objects.requireNonNull(deadLetters.get(letter.error().node().orElseThrow())).add(letter);
    } finally {
      lock.unlock();
    }
  }

  List<NodeError> allSkipped() {
    lock.lock();
    try {
      return skipped.values().stream().flatMap(List::stream).toList();
    } finally {
      lock.unlock();
    }
  }

  List<DeadLetter> allDeadLetters() {
    lock.lock();
    try {
      return deadLetters.values().stream().flatMap(List::stream).toList();
    } finally {
      lock.unlock();
    }
  }
}
