package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code functools.singledispatch}: a function per type of the first argument. */
@SuppressWarnings("NullAway") // None is null.
public final class Dispatcher implements PyCallable {
  private final PyCallable general;
  private final int place;
  private final Map<PyType, PyCallable> special = new PyDict<>();

  /** A dispatcher that knows the general function only. */
  public Dispatcher(PyCallable general) {
    this(general, 0);
  }

  private Dispatcher(PyCallable general, int place) {
    this.general = general;
    this.place = place;
  }

  /** {@code dispatcher.register(type)}, a decorator. */
  public Object register(@Nullable Object type) {
    if (type instanceof FixedTuple several) {
      // A union.
      Fn1<Object, Object> all =
          function -> {
            several.values().forEach(each -> Dyn.call(register(each), function));
            return function;
          };
      return all;
    }
    PyType t = type == null ? PyType.ofValue(null) : type instanceof PyType p ? p : null;
    if (t == null) {
      throw new Errors.TypeError("Invalid first argument to `register()`: name the class");
    }
    Fn1<Object, Object> decorator =
        function -> {
          special.put(t, Calls.callable(function));
          return function;
        };
    return decorator;
  }

  /** {@code dispatcher.register(type, function)}. */
  public @Nullable Object register(@Nullable Object type, @Nullable Object function) {
    return Dyn.call(register(type), function);
  }

  /** {@code singledispatchmethod}: by the argument behind the object. */
  public static Dispatcher ofMethod(PyCallable general) {
    return new Dispatcher(general, 1);
  }

  boolean isMethod() {
    return place == 1;
  }

  private PyCallable chosen(@Nullable Object... args) {
    Object first = args.length <= place ? null : args[place];
    PyCallable best = null;
    PyType nearest = null;
    for (Map.Entry<PyType, PyCallable> e : special.entrySet()) {
      if (Py.isInstance(first, (Object) e.getKey())
          && (nearest == null || e.getKey().isSubclassOf(nearest))) {
        nearest = e.getKey();
        best = e.getValue();
      }
    }
    return best == null ? general : best;
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    return chosen(args).apply(args);
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    return chosen(args).applyWith(args, named);
  }
}
