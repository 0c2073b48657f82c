package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** What {@code @property}, {@code @classmethod} and {@code @staticmethod} make of a function. */
public final class Descriptors {
  private Descriptors() {}

  /** {@code @property}. */
  record Property(@Nullable Object getter, @Nullable Object setter, @Nullable Object deleter) {
    /** {@code @name.setter}. */
    Property setter(Object function) {
      return new Property(getter, function, deleter);
    }

    /** {@code @name.deleter}. */
    Property deleter(Object function) {
      return new Property(getter, setter, function);
    }
  }

  /** {@code @cached_property}. */
  record Cached(Object getter) {}

  /** {@code @classmethod}. */
  record ClassMethod(Object function) {}

  /** {@code @staticmethod}. */
  record StaticMethod(Object function) {}

  /** {@code property(getter, setter, deleter)}; each may be None. */
  public static Object property(
      @Nullable Object getter, @Nullable Object setter, @Nullable Object deleter) {
    return new Property(getter, setter, deleter);
  }

  /** {@code cached_property(getter)}. */
  public static Object cached(Object getter) {
    return new Cached(getter);
  }

  /** {@code classmethod(function)}. */
  public static Object classMethod(Object function) {
    return new ClassMethod(function);
  }

  /** {@code staticmethod(function)}. */
  public static Object staticMethod(Object function) {
    return new StaticMethod(function);
  }

  /** {@code abstractmethod(function)}. */
  public static Object abstractMethod(Object function) {
    if (function instanceof Function f) {
      f.attributes().put("__isabstractmethod__", true);
    }
    return function;
  }

  /** What reading an attribute that a class has gives for an instance, or for the class itself. */
  static @Nullable Object bind(
      @Nullable Object value, String name, @Nullable Object instance, PyClass type) {
    return switch (value) {
      case Function f when instance != null -> new BoundMethod(instance, f);
      case ClassMethod c -> new BoundMethod(type, c.function());
      case StaticMethod s -> s.function();
      case Property p when instance != null -> {
        if (p.getter() == null) {
          throw new Errors.AttributeError(
              "property '" + name + "' of '" + type.name() + "' object has no getter");
        }
        yield Dyn.call(p.getter(), instance);
      }
      case Cached c when instance instanceof PyObject o -> {
        Object made = Dyn.call(c.getter(), o);
        o.fields().put(name, made);
        yield made;
      }
      case PyObject o when o.type().find("__get__") != PyClass.ABSENT ->
          Dyn.invoke(o, "__get__", instance, type);
      case Memo m when instance != null -> new BoundMethod(instance, m);
      case Dispatcher d when instance != null && d.isMethod() -> new BoundMethod(instance, d);
      case null, default -> value;
    };
  }

  /** Whether it decides on its own what assigning to it does. */
  static boolean isData(@Nullable Object value) {
    return value instanceof Property
        || (value instanceof PyObject o && o.type().find("__set__") != PyClass.ABSENT);
  }
}
