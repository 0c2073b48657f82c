package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** A class, as a value. */
public record PyType(String name, @Nullable Class<?> type) implements Repr {
  /** The type of a value. */
  public static @Nullable PyType ofValue(@Nullable Object value) {
    return new PyType(Py.typeName(value), value == null ? null : value.getClass());
  }

  /** The type of a Java class. */
  public static PyType of(Class<?> type) {
    return new PyType(Errors.pythonName(type), type);
  }

  @Override
  public String repr() {
    boolean own =
        type != null
            && !type.getName().startsWith("java.")
            && !type.getName().startsWith("dev.weft.");
    return "<class '" + (own ? "__main__." : "") + name + "'>";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PyType t && t.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return repr();
  }
}
