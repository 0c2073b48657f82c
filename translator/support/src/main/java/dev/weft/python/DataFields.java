package dev.weft.python;

/** An instance of a dataclass that became a Java class. */
public interface DataFields {
  /** The names of its fields, as Python has them. */
  String[] fieldNames();
}
