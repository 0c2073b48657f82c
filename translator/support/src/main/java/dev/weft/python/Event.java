package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.Event}. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class Event {
  private final List<Future<@Nullable Void>> waiters = new ArrayList<>();
  private boolean set;

  /** An event that is not set. */
  public Event() {}

  /** {@code is_set()}. */
  public boolean isSet() {
    return set;
  }

  /** {@code set()}. */
  public void set() {
    if (!set) {
      set = true;
      List.copyOf(waiters)
          .forEach(w -> {
            if (!w.isDone()) {
              w.setResult(null);
            }
          });
    }
  }

  /** {@code clear()}. */
  public void clear() {
    set = false;
  }

  /** {@code wait()}. */
  @Awaited
  public boolean await() {
    if (!set) {
      Future<@Nullable Void> waiter = new Future<>();
      waiters.add(waiter);
      try {
        waiter.await();
      } finally {
        waiters.remove(waiter);
      }
    }
    return true;
  }
}
