package dev.weft.python;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
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
    Object alias = aliases(type).get(name);
    if (alias == null) {
      throw new Errors.KeyError(name);
    }
    return type.cast(alias);
  }

  /** Further names of members, which are constants of the class and no members themselves. */
  @SuppressWarnings("NullAway") // A static field has no object.
  private static Map<String, Object> aliases(Class<?> type) {
    Map<String, Object> all = new PyDict<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == type && !field.isEnumConstant()) {
        field.setAccessible(true);
        all.put(field.getName(), Py.<Object>cast(Members.read(field, null)));
      }
    }
    return all;
  }

  static Object byName(Class<?> type) {
    PyDict<String, Object> all = new PyDict<>();
    for (Object member : type.getEnumConstants()) {
      all.put(((PyEnum) member).name(), member);
    }
    all.putAll(aliases(type));
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
