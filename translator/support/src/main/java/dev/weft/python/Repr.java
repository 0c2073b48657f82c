package dev.weft.python;

/** Something with a {@code __repr__} of its own. */
public interface Repr {
  /** As {@code repr()} shows it. */
  String repr();
}
