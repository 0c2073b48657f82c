package dev.weft.executor;

/** Carries the failure of an item to where the node ends. */
final class ItemFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient NodeError error;

  ItemFailure(NodeError error) {
    super(error.message(), error.cause(), false, false);
    this.error = error;
  }

  NodeError error() {
    return error;
  }
}
