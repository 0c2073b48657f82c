package dev.weft.python;

import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * An object that cannot be a key or an element of a set, since its class compares by value and has
 * no {@code __hash__}: what it equals may change. A class below that has a hash of its own, which
 * is {@code hashCode} in Java, can be one again.
 */
public interface Unhashable {
  /** Fails for an object that cannot be hashed. */
  static void check(Object value) {
    if (value instanceof Unhashable && !Hashes.OWN.get(value.getClass())) {
      throw new Errors.TypeError("unhashable type: '" + Py.typeName(value) + "'");
    }
  }
}

/** What is known of classes below those without a hash. */
final class Hashes {
  /** Whether a class or one above has a hash, and none between says that there is none. */
  static final ClassValue<Boolean> OWN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          Class<?> c = type;
          while (!Arrays.asList(c.getInterfaces()).contains(Unhashable.class)) {
            if (Arrays.stream(c.getDeclaredMethods()).anyMatch(Hashes::isHash)) {
              return true;
            }
            c = c.getSuperclass();
          }
          return false;
        }
      };

  private Hashes() {}

  private static boolean isHash(Method method) {
    return method.getName().equals("hashCode") && method.getParameterCount() == 0;
  }
}
