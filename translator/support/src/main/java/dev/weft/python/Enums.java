package dev.weft.python;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Enum classes. */
public final class Enums {
  private Enums() {}

  /** The member with a value. */
  public static <E extends Enum<E> & PyEnum> E of(Class<E> type, @Nullable Object value) {
    for (E member : type.getEnumConstants()) {
      if (Py.eq(member.value(), value) || member == value) {
        return member;
      }
    }
    return Py.<E>cast(missing(type, value));
  }

  /** What {@code _missing_} of the class makes of a value that no member has. */
  private static Object missing(Class<?> type, @Nullable Object value) {
    Method method = Members.method(type, "_missing_", 1);
    Object found = method == null ? null : Members.call(method, type, value);
    if (!type.isInstance(found)) {
      throw new Errors.ValueError(
          Py.repr(value) + " is not a valid " + Exceptions.pythonName(type));
    }
    return found;
  }

  /** The member with a name. */
  public static <E extends Enum<E> & PyEnum> E named(Class<E> type, String name) {
    for (E member : type.getEnumConstants()) {
      if (member.name().equals(name)) {
        return member;
      }
    }
    throw new Errors.KeyError(name);
  }

  static Object byName(Class<?> type) {
    PyDict<String, Object> all = new PyDict<>();
    for (Object member : type.getEnumConstants()) {
      all.put(Py.str(Dyn.get(member, "name")), member);
    }
    return all;
  }

  static Object find(Class<?> type, @Nullable Object value) {
    for (Object member : type.getEnumConstants()) {
      if (member instanceof PyEnum e && (member == value || Py.eq(e.value(), value))) {
        return member;
      }
    }
    return missing(type, value);
  }

  /** All members, in order. */
  public static <E extends Enum<E>> List<E> members(Class<E> type) {
    return Lists.of(type.getEnumConstants());
  }
}
