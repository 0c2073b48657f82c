package dev.weft.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Those who wait at a primitive, in the order in which they came. Each leaves in constant time, so
 * that many cancelled waiters cost neither time nor memory. Guarded by the primitive.
 */
final class WaitQueue {

  /** One waiter's place; a waiter that selects has one in each of several queues. */
  static final class Place {
    final Waiter waiter;

    /** What the waiter brings, or what it was handed; written before the waiter is resumed. */
    @Nullable Object element;

    private @Nullable Place before;
    private @Nullable Place after;
    private boolean standing;

    Place(Waiter waiter) {
      this.waiter = waiter;
    }

    /** Resumes the waiter from here; false if it had been resumed or cancelled. */
    boolean resume() {
      return waiter.resume(this);
    }
  }

  private @Nullable Place first;
  private @Nullable Place last;
  private int size;

  /** Adds a new place for a waiter at the end. */
  Place add(Waiter waiter) {
    Place place = new Place(waiter);
    add(place);
    return place;
  }

  void add(Place place) {
    place.standing = true;
    place.before = last;
    if (last == null) {
      first = place;
    } else {
      last.after = place;
    }
    last = place;
    size++;
  }

  /** Adds a new place for a waiter in front of all, for one that has waited before. */
  Place addFirst(Waiter waiter) {
    Place place = new Place(waiter);
    place.standing = true;
    place.after = first;
    if (first == null) {
      last = place;
    } else {
      first.before = place;
    }
    first = place;
    size++;
    return place;
  }

  /** Takes a place out; does nothing if it is out. */
  void remove(Place place) {
    if (!place.standing) {
      return;
    }
    place.standing = false;
    Place previous = place.before;
    Place next = place.after;
    if (previous == null) {
      first = next;
    } else {
      previous.after = next;
    }
    if (next == null) {
      last = previous;
    } else {
      next.before = previous;
    }
    place.before = null;
    place.after = null;
    size--;
  }

  @Nullable Place first() {
    return first;
  }

  /** Takes the first place out. */
  @Nullable Place poll() {
    Place head = first;
    if (head != null) {
      remove(head);
    }
    return head;
  }

  /** Resumes the first that can still be resumed, and takes it out; whether there was one. */
  boolean resumeFirst() {
    for (Place place = poll(); place != null; place = poll()) {
      if (place.resume()) {
        return true;
      }
    }
    return false;
  }

  /** Resumes all, and takes them out. */
  void resumeAll() {
    for (Place place = poll(); place != null; place = poll()) {
      place.resume();
    }
  }

  /** Whether somebody stands here who has not been cancelled. */
  boolean hasLive() {
    for (Place place = first; place != null; place = place.after) {
      if (!place.waiter.isCancelled()) {
        return true;
      }
    }
    return false;
  }

  int size() {
    return size;
  }
}
