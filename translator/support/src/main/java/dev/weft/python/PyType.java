package dev.weft.python;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
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

  /** Calls the class. */
  Object make(@Nullable Object... args) {
    Class<?> made = Errors.madeAs(Objects.requireNonNull(type));
    try {
      for (Constructor<?> c : made.getDeclaredConstructors()) {
        c.setAccessible(true);
        if (c.isVarArgs()) {
          return c.newInstance((Object) args);
        }
        if (c.getParameterCount() == args.length) {
          return c.newInstance(args);
        }
      }
    } catch (InvocationTargetException e) {
      throw Errors.raise(e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw Errors.from(new Errors.TypeError(name + "() got arguments of other types"), e);
    }
    throw new Errors.TypeError(name + "() takes another number of arguments than " + args.length);
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
