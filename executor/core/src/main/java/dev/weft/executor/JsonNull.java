package dev.weft.executor;

/** The null of JSON, as an item or inside of one; Java's null is never either. */
public enum JsonNull {
  /** The only one. */
  NULL;

  @Override
  public String toString() {
    return "null";
  }
}
