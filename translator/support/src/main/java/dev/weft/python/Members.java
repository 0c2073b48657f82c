package dev.weft.python;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields and methods of Java classes by the names that Python has for them. */
@SuppressWarnings("NullAway") // None is null.
final class Members {
  private record Key(Class<?> type, String name, int count) {}

  private static final Map<Key, Object> FOUND = new ConcurrentHashMap<>();
  private static final Object NONE = new Object();

  private static final Map<String, String> SPECIAL =
      Map.ofEntries(
          Map.entry("__str__", "toString"),
          Map.entry("__len__", "length"),
          Map.entry("__bool__", "truthy"),
          Map.entry("__getitem__", "item"),
          Map.entry("__setitem__", "setItem"),
          Map.entry("__delitem__", "deleteItem"),
          Map.entry("__iter__", "iterate"),
          Map.entry("__next__", "nextItem"),
          Map.entry("__aiter__", "iterateAsync"),
          Map.entry("__anext__", "nextAsync"),
          Map.entry("__contains__", "holds"));

  /** What methods of this library are called in Java, where that is not Python's name. */
  private static final Map<String, java.util.Set<String>> ALIASES = aliases();

  private static final java.util.Set<String> NO_ALIASES = java.util.Set.of();

  private static Map<String, java.util.Set<String>> aliases() {
    Map<String, java.util.Set<String>> all = new java.util.HashMap<>();
    for (String entry :
        ("aclose=close add_done_callback=onDone,whenDone append=add appendleft=addLeft asend=send"
                + " athrow=raise broken=isBroken call_soon_threadsafe=callSoon"
                + " cancelled=isCancelled done=isDone empty=isEmpty expired=isExpired full=isFull"
                + " get_context=context get_debug=isDebug get_loop=loop get_name=name"
                + " get_nowait=getNow locked=isLocked maxlen=maxLength maxsize=maxSize"
                + " n_waiting=waiting notify=signal notify_all=signalAll popleft=popLeft"
                + " put_nowait=putNow qsize=size remove_done_callback=removeCallback"
                + " running=isRunning set_name=rename throw=raise"
                + " wait=await,awaitSignal wait_for=awaitUntil __anext__=nextOrStop"
                + " cache_info=cacheInfo get_extra_info=info"
                + " absolute=resolve as_integer_ratio=pair,ratio as_posix=text"
                + " as_tuple=parts astimezone=in at_eof=atEnd"
                + " enter_async_context=enterContext expovariate=exponential"
                + " feed_data=feed feed_eof=feedEnd findall=find finditer=all"
                + " getChild=child getEffectiveLevel=effectiveLevel getMessage=text"
                + " getrandbits=bits getsockname=name getstate=state geturl=text"
                + " getvalue=value groupdict=named is_dir=isDirectory iter_unpack=all"
                + " iterdir=children joinpath=truediv limit_denominator=limit"
                + " new_child=child normalvariate=normal pack=packed parse_args=parse"
                + " randint=integer randrange=range setstate=state"
                + " shutdown_default_executor=shutdownThreads subn=replace timetuple=tuple"
                + " to_integral_value=toIntegral tobytes=bytes toordinal=ordinal"
                + " unlink=delete utcoffset=offset wait_closed=awaitClosed"
                + " closed=isClosed daemon=isDaemon"
                + " write_eof=writeEnd writeheader=header writerow=row writerows=rows")
            .split(" ", -1)) {
      String[] parts = entry.split("=", -1);
      all.put(parts[0], java.util.Set.of(parts[1].split(",", -1)));
    }
    return all;
  }

  private Members() {}

  private static String java(String name) {
    if (name.startsWith("__") && name.endsWith("__")) {
      String special = SPECIAL.get(name);
      return special != null ? special : name.substring(2, name.length() - 2);
    }
    StringBuilder out = new StringBuilder();
    boolean upper = false;
    for (char c : name.replaceAll("^_+", "").toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        out.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return out.toString();
  }

  /** Whether a class is one of this library, whose names are not all Python's. */
  static boolean isOwn(Class<?> type) {
    return type.getName().startsWith("dev.weft.python.");
  }

  private static boolean isNamed(Class<?> type, String given, String python) {
    String java = java(python);
    return given.equals(java)
        || given.equals(java + "_")
        || (java.length() == 1 && given.equals(java.toLowerCase(Locale.ROOT)))
        || given.equals(python)
        || (isOwn(type) && ALIASES.getOrDefault(python, NO_ALIASES).contains(given));
  }

  static @Nullable Field field(Class<?> type, String name) {
    Object found =
        FOUND.computeIfAbsent(
            new Key(type, name, -1),
            k -> {
              for (Class<?> c = type; c != null && !isJava(c); c = c.getSuperclass()) {
                for (Field f : c.getDeclaredFields()) {
                  if (isNamed(c, f.getName(), name) && !f.isSynthetic()) {
                    f.setAccessible(true);
                    return f;
                  }
                }
              }
              return NONE;
            });
    return found instanceof Field f ? f : null;
  }

  private static boolean isJava(Class<?> type) {
    return type.getName().startsWith("java.");
  }

  static @Nullable Method method(Class<?> type, String name, int count) {
    Object found =
        FOUND.computeIfAbsent(
            new Key(type, name, count),
            k -> {
              Method m = find(type, name, count);
              return m == null ? NONE : m;
            });
    return found instanceof Method m ? m : null;
  }

  private static @Nullable Method find(Class<?> type, String name, int count) {
    // Where there is a method without the underscore, too, the one with it ends with one.
    boolean isOwn = name.startsWith("_") && !name.startsWith("__");
    String exact = isOwn ? java(name) + "_" : java(name);
    Method preferred = find(type, name, count, exact);
    return preferred != null ? preferred : find(type, name, count, null);
  }

  private static @Nullable Method find(
      Class<?> type, String name, int count, @Nullable String exact) {
    for (Class<?> c = type; c != null && !isJava(c); c = c.getSuperclass()) {
      for (Method m : c.getDeclaredMethods()) {
        if ((exact == null ? isNamed(c, m.getName(), name) : m.getName().equals(exact))
            && (count < 0 || m.getParameterCount() == count)
            && !m.isBridge()
            && !m.isSynthetic()) {
          m.setAccessible(true);
          return m;
        }
      }
    }
    return exact == null && type.getName().startsWith("dev.weft.python.")
        ? unlikeInCase(type, name, count)
        : null;
  }

  /** Methods of this library have words where Python has none: isoFormat, isSubset. */
  private static @Nullable Method unlikeInCase(Class<?> type, String name, int count) {
    for (Method m : type.getMethods()) {
      if (m.getName().equalsIgnoreCase(name)
          && (count < 0 || m.getParameterCount() == count)
          && !m.isBridge()
          && !isJava(m.getDeclaringClass())) {
        return m;
      }
    }
    return null;
  }

  /** Tells in CPython's words if a method does not take so many arguments. */
  static void requireFit(Object on, String name, @Nullable Object[] args) {
    Method method = method(on.getClass(), name, -2);
    if (method != null) {
      String parameters =
          Arrays.stream(method.getParameters())
              .map(p -> python(p.getName()))
              .collect(Collectors.joining(", "));
      String owner = Exceptions.pythonName(method.getDeclaringClass());
      Function.of(owner + "." + name, parameters, values -> null).boundTo(on).apply(args);
    }
  }

  static boolean hasMethod(Class<?> type, String name) {
    return method(type, name, -2) != null;
  }

  /** The shortest method of this library that takes more, all of which may be absent. */
  static @Nullable Method withDefaults(Class<?> type, String name, int count) {
    if (!type.getName().startsWith("dev.weft.python.")) {
      return null;
    }
    for (int more = count + 1; more <= count + 3; more++) {
      Method m = method(type, name, more);
      if (m != null && Modifier.isPublic(m.getModifiers())) {
        Class<?>[] types = m.getParameterTypes();
        for (int i = count; i < more; i++) {
          if (types[i].isPrimitive()) {
            return null;
          }
        }
        return m;
      }
    }
    return null;
  }

  static @Nullable Method spread(Class<?> type, String name) {
    for (Class<?> c = type; c != null && !isJava(c); c = c.getSuperclass()) {
      for (Method m : c.getDeclaredMethods()) {
        if (isNamed(c, m.getName(), name) && m.isVarArgs()) {
          m.setAccessible(true);
          return m;
        }
      }
    }
    return null;
  }

  static Object[] withSpread(Method method, @Nullable Object[] args) {
    int fixed = method.getParameterCount() - 1;
    Object[] all = new Object[fixed + 1];
    System.arraycopy(args, 0, all, 0, Math.min(fixed, args.length));
    all[fixed] = Arrays.copyOfRange(args, Math.min(fixed, args.length), args.length);
    return all;
  }

  static @Nullable Object call(Method found, Object on, @Nullable Object... args) {
    Method method =
        args.length == 1 && found.getParameterCount() == 1 && isOwn(found.getDeclaringClass())
            ? overload(found, args[0])
            : found;
    return method.isAnnotationPresent(Awaited.class)
        ? Coroutine.of(() -> callNow(method, on, args))
        : callNow(method, on, args);
  }

  /** Of the methods with that name, the one that takes the argument. */
  private static Method overload(Method found, @Nullable Object arg) {
    if (arg == null || found.getParameterTypes()[0].isInstance(arg)) {
      return found;
    }
    for (Method other : found.getDeclaringClass().getDeclaredMethods()) {
      if (other.getName().equals(found.getName())
          && other.getParameterCount() == 1
          && !other.isBridge()
          && other.getParameterTypes()[0].isInstance(arg)) {
        other.setAccessible(true);
        return other;
      }
    }
    return found;
  }

  private static @Nullable Object callNow(Method method, Object on, @Nullable Object... args) {
    try {
      return method.invoke(
          Modifier.isStatic(method.getModifiers()) ? null : on,
          fit(method.getParameterTypes(), args));
    } catch (InvocationTargetException e) {
      throw Exceptions.raise(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (IllegalArgumentException e) {
      throw mismatch(method.getName(), e);
    }
  }

  static @Nullable Object make(Class<?> type, String name, @Nullable Object[] args) {
    for (Constructor<?> c : type.getDeclaredConstructors()) {
      if (c.isVarArgs() && c.getParameterCount() == 1) {
        return make(c, name, new Object[] {args});
      }
      if (c.getParameterCount() == args.length) {
        return make(c, name, fit(c.getParameterTypes(), args));
      }
    }
    throw mismatch(type, name, args);
  }

  /** In CPython's words, as far as the class file has the names of the parameters. */
  private static Errors.TypeError mismatch(Class<?> type, String name, @Nullable Object[] args) {
    Constructor<?>[] all = type.getDeclaredConstructors();
    Arrays.sort(all, Comparator.comparingInt(Constructor::getParameterCount));
    if (all.length == 1 && all[0].getParameterCount() == 0 && !type.isRecord()) {
      return new Errors.TypeError(name + "() takes no arguments");
    }
    if (all.length > 0
        && Arrays.stream(all[0].getParameters()).allMatch(Parameter::isNamePresent)) {
      int least = all[0].getParameterCount();
      Parameter[] most = all[all.length - 1].getParameters();
      StringBuilder parameters = new StringBuilder("self");
      for (int i = 0; i < most.length; i++) {
        parameters.append(", ").append(python(most[i].getName())).append(i < least ? "" : "=");
      }
      Object[] given = new Object[args.length + 1];
      System.arraycopy(args, 0, given, 1, args.length);
      String maker = NamedTuple.class.isAssignableFrom(type) ? ".__new__" : ".__init__";
      Parameters.parse(parameters.toString())
          .bind(name + maker, 0, given, Map.of(), new Object[most.length - least]);
    }
    return new Errors.TypeError(
        name + "() takes other arguments than the " + args.length + " that are given");
  }

  /** The methods that a class has to have and has not. */
  private static String[] lacking(Class<?> type) {
    java.util.Set<String> seen = new java.util.HashSet<>();
    java.util.Set<String> lacking = new java.util.TreeSet<>();
    for (Class<?> c = type; c != null && !isJava(c); c = c.getSuperclass()) {
      for (Method m : c.getDeclaredMethods()) {
        if (seen.add(m.getName()) && Modifier.isAbstract(m.getModifiers())) {
          lacking.add(python(m.getName()));
        }
      }
    }
    return lacking.toArray(String[]::new);
  }

  private static Object make(Constructor<?> constructor, String name, Object[] args) {
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(args);
    } catch (InvocationTargetException e) {
      throw Exceptions.raise(e.getCause());
    } catch (InstantiationException e) {
      return Exceptions.isAbstract(name, lacking(constructor.getDeclaringClass()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } catch (IllegalArgumentException e) {
      throw mismatch(name, e);
    }
  }

  /** A call that typed code does not take. */
  @PythonName("TypeError")
  static final class Mismatch extends Errors.TypeError {
    private static final long serialVersionUID = 1L;

    Mismatch(String text) {
      super(text);
    }
  }

  private static RuntimeException mismatch(String name, IllegalArgumentException e) {
    return Exceptions.from(
        new Mismatch(name + "() got arguments of other types than it was translated for"), e);
  }

  /** Ints go where Java has doubles or longs. */
  private static Object[] fit(Class<?>[] types, @Nullable Object[] args) {
    Object[] fitted = args.clone();
    for (int i = 0; i < Math.min(types.length, args.length); i++) {
      if (types[i] == double.class && Numbers.isNumber(args[i])) {
        fitted[i] = Numbers.toDouble(args[i]);
      } else if (types[i] == long.class && args[i] instanceof Boolean b) {
        fitted[i] = b ? 1L : 0L;
      } else if (types[i] == Tuple.class && args[i] instanceof FixedTuple tuple) {
        fitted[i] = Tuple.copyOf(tuple.values());
      } else if (args[i] instanceof PyCallable && !types[i].isInstance(args[i])) {
        fitted[i] = function(types[i], args[i]);
      }
    }
    return fitted;
  }

  private static Object function(Class<?> type, Object callable) {
    return type == Fn0.class
        ? Calls.fn0(callable)
        : type == Fn1.class
            ? Calls.fn1(callable)
            : type == Fn2.class ? Calls.fn2(callable) : callable;
  }

  static @Nullable Object read(Field field, Object on) {
    try {
      Object value = field.get(on);
      return value instanceof Attribute<?> a ? a.get() : value;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  static void write(Field field, Object on, @Nullable Object value) {
    try {
      if (field.get(on) instanceof Attribute<?> a) {
        Py.<Attribute<Object>>cast(a).set(value);
        return;
      }
      field.set(on, fit(new Class<?>[] {field.getType()}, new Object[] {value})[0]);
    } catch (IllegalAccessException e) {
      throw new Errors.AttributeError("cannot assign to field '" + field.getName() + "'");
    } catch (IllegalArgumentException e) {
      throw mismatch(field.getName(), e);
    }
  }

  private static boolean hasValue(Field field, Object on) {
    try {
      return !(field.get(on) instanceof Attribute<?> a) || a.isBound();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code vars(on)}. */
  static PyDict<String, Object> fields(Object on) {
    PyDict<String, Object> all = new PyDict<>();
    collect(on.getClass(), on, all);
    return all;
  }

  private static void collect(Class<?> type, Object on, PyDict<String, Object> all) {
    if (on instanceof Errors.Raised e && type.getPackage() == Errors.class.getPackage()) {
      all.putAll(e.attributes());
      return;
    }
    if (type == null || isJava(type)) {
      return;
    }
    collect(type.getSuperclass(), on, all);
    for (Field f : type.getDeclaredFields()) {
      if (!Modifier.isStatic(f.getModifiers()) && !f.isSynthetic()) {
        f.setAccessible(true);
        if (hasValue(f, on)) {
          all.put(python(f.getName()), read(f, on));
        }
      }
    }
  }

  /** The names of what a class declares. */
  static java.util.List<String> names(Class<?> type) {
    java.util.List<String> names = new java.util.ArrayList<>();
    for (Class<?> c = type; c != null && !isJava(c); c = c.getSuperclass()) {
      for (Field f : c.getDeclaredFields()) {
        names.add(python(f.getName()));
      }
      for (Method m : c.getDeclaredMethods()) {
        if (!m.isSynthetic()) {
          names.add(python(m.getName()));
        }
      }
    }
    return names;
  }

  static String python(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
  }
}
