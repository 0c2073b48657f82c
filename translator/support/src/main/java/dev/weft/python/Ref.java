package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A variable that functions share. */
public final class Ref<T extends @Nullable Object> {
  /** What it holds. */
  public T value;

  /** A variable with a first value. */
  public Ref(T value) {
    this.value = value;
  }
}
