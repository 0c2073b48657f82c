package dev.weft.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The generators that were started in a runtime and have not ended. Thread-safe. */
final class OpenGenerators {
  private final AbstractRuntime runtime;
  private final Set<StepGenerator<?, ?>> open = new LinkedHashSet<>(0);

  OpenGenerators(AbstractRuntime runtime) {
    this.runtime = runtime;
  }

  synchronized void add(StepGenerator<?, ?> generator) {
    open.add(generator);
  }

  synchronized void remove(StepGenerator<?, ?> generator) {
    open.remove(generator);
  }

  synchronized boolean isEmpty() {
    return open.isEmpty();
  }

  /** Those that are open now, which from now on are no longer known here. */
  private synchronized List<StepGenerator<?, ?>> takeAll() {
    List<StepGenerator<?, ?>> all = List.copyOf(open);
    open.clear();
    return all;
  }

  /** Closes all, the first started first, and awaits their cleanup; in a task of the runtime. */
  void closeAll() {
    for (List<StepGenerator<?, ?>> left = takeAll(); !left.isEmpty(); left = takeAll()) {
      for (int i = 0; i < left.size(); i++) {
        try {
          close(left.get(i));
        } catch (CancellationError e) {
          left.subList(i, left.size()).forEach(generator -> reportOpen(e));
          throw e;
        }
      }
    }
  }

  private void reportOpen(Throwable failure) {
    runtime.report(
        "a generator was still open when the runtime closed, and did not end: close it with try-with-resources",
        failure);
  }

  private void close(StepGenerator<?, ?> generator) {
    try {
      if (generator.isAtHome()) {
        generator.close();
      } else {
        runtime.startBlocking(new Children(runtime), Bodies.call(generator::close)).await();
      }
    } catch (CancellationError e) {
      throw e;
    } catch (Throwable failure) {
      reportOpen(failure);
    }
  }
}
