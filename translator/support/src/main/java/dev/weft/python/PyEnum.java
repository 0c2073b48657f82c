package dev.weft.python;

/** A member of an enum. */
public interface PyEnum {
  /** What the class assigns to it. */
  Object value();

  /** Its name. */
  String name();
}
