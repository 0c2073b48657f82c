package dev.weft.python;

/** A member of an enum. */
public interface PyEnum {
  /** What the class assigns to it. */
  Object value();

  /** Its name. */
  String name();

  /** Whether it also is its value, as a member of an enum is that derives from str or int. */
  default boolean isValue() {
    return false;
  }
}
