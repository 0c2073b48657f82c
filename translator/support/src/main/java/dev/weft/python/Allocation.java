package dev.weft.python;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/** Objects made without running a constructor, as Python's {@code copy} makes them. */
final class Allocation {
  private Allocation() {}

  static Object of(Class<?> type) throws ReflectiveOperationException {
    Class<?> factories = Class.forName("sun.reflect.ReflectionFactory");
    Object factory = factories.getMethod("getReflectionFactory").invoke(null);
    Method maker =
        factories.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
    Constructor<?> plain =
        (Constructor<?>) maker.invoke(factory, type, Object.class.getDeclaredConstructor());
    return plain.newInstance();
  }
}
