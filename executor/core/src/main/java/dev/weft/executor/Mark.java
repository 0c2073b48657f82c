package dev.weft.executor;

import org.jspecify.annotations.Nullable;

/** What stands between the items of a queue: progress without an item, the end, or a failure. */
final class Mark {
  /** No item below the mark's key will follow. */
  static final Mark PROGRESS = new Mark(null);

  /** Nothing will follow. */
  static final Mark END = new Mark(null);

  private final @Nullable NodeError error;

  private Mark(@Nullable NodeError error) {
    this.error = error;
  }

  /** Nothing will follow, because of a failure. */
  static Mark failed(NodeError error) {
    return new Mark(error);
  }

  @Nullable NodeError error() {
    return error;
  }
}
