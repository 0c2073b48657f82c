package dev.weft.splitter;

/** A method that has something in it which cannot be carried over a cut; it stays as it is. */
final class UnsplittableMethodException extends Exception {
  private static final long serialVersionUID = 1;

  UnsplittableMethodException(String reason) {
    super(reason);
  }
}
