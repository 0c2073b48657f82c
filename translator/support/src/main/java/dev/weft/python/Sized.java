package dev.weft.python;

/** Something with a {@code __len__}. */
public interface Sized {
  /** Its length. */
  long length();
}
