package dev.weft.python;

/** Something with a {@code __bool__}. */
public interface Truthy {
  /** Whether it counts as true. */
  boolean truthy();
}
