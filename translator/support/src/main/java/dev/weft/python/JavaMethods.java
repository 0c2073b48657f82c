package dev.weft.python;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Java methods of a name, of which the arguments choose one, as Java's compiler would by their
 * types. Thread-safe; remembers what it chose last.
 */
@SuppressWarnings("NullAway") // None is null.
final class JavaMethods {
  private static final int OBJECT = 3;
  private static final int CONVERTED = 2;
  private static final int SPREAD = 8;
  private static final int UNFIT = 1_000;
  private static final String OWN = JavaMethods.class.getPackageName();

  /** What was chosen for arguments of such classes. */
  @SuppressWarnings("ArrayRecordComponent") // Compared by Arrays.
  private record Chosen(@Nullable Class<?> on, Class<?>[] given, Executable method) {
    boolean fits(@Nullable Object target, @Nullable Object[] args) {
      if (on != (target == null ? null : target.getClass()) || given.length != args.length) {
        return false;
      }
      for (int i = 0; i < args.length; i++) {
        if (given[i] != (args[i] == null ? null : args[i].getClass())) {
          return false;
        }
      }
      return true;
    }
  }

  private final String name;
  private final Function<@Nullable Object, List<? extends Executable>> candidates;
  private volatile @Nullable Chosen last;

  private JavaMethods(
      String name, Function<@Nullable Object, List<? extends Executable>> candidates) {
    this.name = name;
    this.candidates = candidates;
  }

  /** The methods of whatever object. */
  static JavaMethods of(String name) {
    return new JavaMethods(
        name,
        on -> {
          if (on == null) {
            throw new JavaTemplate.Unfit(name + " of null");
          }
          List<Method> found = new ArrayList<>();
          collect(on.getClass(), name, found);
          return found;
        });
  }

  /** The static methods of a class. */
  static JavaMethods statics(Class<?> type, String name) {
    List<Method> found = new ArrayList<>();
    collect(type, name, found);
    found.removeIf(m -> !Modifier.isStatic(m.getModifiers()));
    return new JavaMethods(name, on -> found);
  }

  /** The constructors of a class. */
  static JavaMethods makers(Class<?> type) {
    List<Constructor<?>> all = List.of(type.getDeclaredConstructors());
    all.forEach(c -> c.setAccessible(true));
    return new JavaMethods(type.getSimpleName(), on -> all);
  }

  private static void collect(@Nullable Class<?> type, String name, List<Method> found) {
    if (type == null) {
      return;
    }
    boolean own = type.getName().startsWith(OWN);
    if (own || (Modifier.isPublic(type.getModifiers()) && isOpen(type))) {
      for (Method m : type.getDeclaredMethods()) {
        if (m.getName().equals(name)
            && !m.isBridge()
            && (own || Modifier.isPublic(m.getModifiers()))) {
          if (own) {
            m.setAccessible(true);
          }
          found.add(m);
        }
      }
    }
    collect(type.getSuperclass(), name, found);
    for (Class<?> above : type.getInterfaces()) {
      collect(above, name, found);
    }
  }

  private static boolean isOpen(Class<?> type) {
    return type.getModule().isExported(type.getPackageName(), JavaMethods.class.getModule());
  }

  /** A class by the name that templates have for it: of this library, or one of the JDK's. */
  static Class<?> type(String name) {
    for (String start : List.of(OWN + ".", "java.lang.", "java.util.", "java.math.")) {
      try {
        return Class.forName(start + name);
      } catch (ClassNotFoundException e) {
        // The next one.
      }
    }
    throw new JavaTemplate.Unfit("the class " + name);
  }

  static Class<?> nested(Class<?> type, String name) {
    try {
      return Class.forName(type.getName() + "$" + name);
    } catch (ClassNotFoundException e) {
      throw new JavaTemplate.Unfit("the class " + name);
    }
  }

  static @Nullable Object constant(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      if (type.getName().startsWith(OWN)) {
        field.setAccessible(true);
      }
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new JavaTemplate.Unfit("the constant " + name);
    }
  }

  /**
   * Calls one.
   *
   * @throws JavaTemplate.Unfit if none takes such arguments
   */
  @Nullable Object call(@Nullable Object on, @Nullable Object[] args) {
    Chosen known = last;
    if (known == null || !known.fits(on, args)) {
      known =
          new Chosen(
              on == null ? null : on.getClass(),
              Arrays.stream(args).map(a -> a == null ? null : a.getClass()).toArray(Class[]::new),
              choose(on, args));
      last = known;
    }
    Executable method = known.method;
    Object[] fitted = fitted(method, args);
    try {
      Object result =
          method instanceof Constructor<?> maker
              ? maker.newInstance(fitted)
              : ((Method) method)
                  .invoke(Modifier.isStatic(method.getModifiers()) ? null : on, fitted);
      return result instanceof Integer n ? (Object) n.longValue() : result;
    } catch (InvocationTargetException e) {
      throw Exceptions.raise(e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new JavaTemplate.Unfit(name + ": " + e.getMessage());
    }
  }

  private Executable choose(@Nullable Object on, @Nullable Object[] args) {
    Executable best = null;
    int least = UNFIT;
    for (Executable each : candidates.apply(on)) {
      int cost = cost(each, args);
      if (cost < least) {
        best = each;
        least = cost;
      }
    }
    if (best == null) {
      throw new JavaTemplate.Unfit(name);
    }
    return best;
  }

  private static int cost(Executable method, @Nullable Object[] args) {
    Class<?>[] types = method.getParameterTypes();
    int plain = UNFIT;
    if (types.length == args.length) {
      plain = 0;
      for (int i = 0; i < types.length && plain < UNFIT; i++) {
        plain += cost(types[i], args[i]);
      }
    }
    if (plain < UNFIT || !method.isVarArgs() || args.length < types.length - 1) {
      return plain;
    }
    int cost = SPREAD;
    Class<?> element = types[types.length - 1].getComponentType();
    for (int i = 0; i < args.length; i++) {
      cost += cost(i < types.length - 1 ? types[i] : element, args[i]);
    }
    return cost;
  }

  private static int cost(Class<?> type, @Nullable Object value) {
    if (!type.isPrimitive()) {
      return value == null
          ? 1
          : value.getClass() == type
              ? 0
              : type.isInstance(value)
                  ? (type == Object.class ? OBJECT : 1)
                  : value instanceof PyCallable && isFunction(type) ? CONVERTED : UNFIT;
    }
    if (type == long.class || type == int.class) {
      return value instanceof Long ? 0 : value instanceof Boolean ? CONVERTED : UNFIT;
    }
    if (type == double.class) {
      return value instanceof Double ? 0 : Numbers.isNumber(value) ? CONVERTED : UNFIT;
    }
    return type == boolean.class && value instanceof Boolean ? 0 : UNFIT;
  }

  private static boolean isFunction(Class<?> type) {
    return type == Fn0.class || type == Fn1.class || type == Fn2.class || type == Fn3.class;
  }

  private static Object[] fitted(Executable method, @Nullable Object[] args) {
    Class<?>[] types = method.getParameterTypes();
    boolean spread =
        method.isVarArgs()
            && !(args.length == types.length
                && cost(types[types.length - 1], args[args.length - 1]) < UNFIT);
    Object[] fitted = new Object[types.length];
    int plain = spread ? types.length - 1 : types.length;
    for (int i = 0; i < plain; i++) {
      fitted[i] = fitted(types[i], args[i]);
    }
    if (spread) {
      Class<?> element = types[plain].getComponentType();
      Object rest = Array.newInstance(element, args.length - plain);
      for (int i = plain; i < args.length; i++) {
        Array.set(rest, i - plain, fitted(element, args[i]));
      }
      fitted[plain] = rest;
    }
    return fitted;
  }

  private static @Nullable Object fitted(Class<?> type, @Nullable Object value) {
    if (type == long.class) {
      return value instanceof Boolean b ? b ? 1L : 0L : value;
    }
    if (type == int.class) {
      return Math.toIntExact(Numbers.toLong(value));
    }
    if (type == double.class) {
      return Numbers.toDouble(value);
    }
    if (value instanceof PyCallable && !type.isInstance(value)) {
      return type == Fn0.class
          ? Calls.fn0(value)
          : type == Fn1.class
              ? Calls.fn1(value)
              : type == Fn2.class ? Calls.fn2(value) : type == Fn3.class ? Calls.fn3(value) : value;
    }
    return value;
  }
}
