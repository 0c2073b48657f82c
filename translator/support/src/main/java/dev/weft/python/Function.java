package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function as a value, with its name, its parameters and its defaults; for calls that only run
 * time can match.
 */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; the receiver is one object.
public final class Function implements PyCallable, Repr {

  /** What a function does with the values of all its parameters, in order. */
  @FunctionalInterface
  public interface Body {
    /** Runs. */
    @Nullable Object run(@Nullable Object[] values);
  }

  private final Parameters parameters;
  private final Body body;
  private final @Nullable Object[] defaults;
  private final boolean isClosure;
  private PyDict<String, Object> attributes = new PyDict<>();
  private @Nullable Object receiver;
  private String qualifiedName;
  private String name;
  private @Nullable Object doc;

  private Function(
      String qualifiedName, String parameters, Body body, Object[] defaults, boolean isClosure) {
    this.isClosure = isClosure;
    if (!isClosure) {
      attributes = SHARED.computeIfAbsent(qualifiedName, n -> new PyDict<>());
    }
    this.qualifiedName = qualifiedName;
    this.name = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    this.parameters = Parameters.parse(parameters);
    this.body = body;
    this.defaults = defaults;
  }

  /**
   * A function.
   *
   * @param name its qualified name
   * @param parameters as Python writes them, with an empty {@code =} behind the optional ones
   * @param defaults of the optional parameters, in order
   */
  public static Function of(
      String name, String parameters, Body body, @Nullable Object... defaults) {
    return new Function(name, parameters, body, defaults, false);
  }

  /** A function that is another one each time its definition runs: a nested one. */
  public static Function closure(
      String name, String parameters, Body body, @Nullable Object... defaults) {
    return new Function(name, parameters, body, defaults, true);
  }

  /** What a class without {@code __init__} says to any arguments. */
  public static Function noArguments(String type) {
    Body fail =
        values -> {
          throw new Errors.TypeError(type + "() takes no arguments");
        };
    return of(type, "*args, **named", fail);
  }

  /** The attributes of functions that there is one of each. */
  private static final Map<String, PyDict<String, Object>> SHARED =
      new java.util.concurrent.ConcurrentHashMap<>();

  /** Forgets what an earlier program set. */
  static void reset() {
    SHARED.clear();
  }

  /** A method of that object. */
  public Function boundTo(Object on) {
    receiver = on;
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Function f
            && !isClosure
            && !f.isClosure
            && f.qualifiedName.equals(qualifiedName)
            && f.receiver == receiver);
  }

  @Override
  public int hashCode() {
    return isClosure ? System.identityHashCode(this) : qualifiedName.hashCode();
  }

  /** The same function with its docstring. */
  public Function documented(String text) {
    doc = text;
    return this;
  }

  /** Whether Python counts an argument more than is given here. */
  private boolean isMethod() {
    boolean ofInstance =
        receiver != null
            || qualifiedName.endsWith(".__init__")
            || qualifiedName.endsWith(".__new__");
    return ofInstance
        && (parameters.names().isEmpty() || !parameters.names().get(0).equals("self"));
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    return applyWith(args, Map.of());
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    return body.run(parameters.bind(qualifiedName, isMethod() ? 1 : 0, args, named, defaults));
  }

  /** Whether its parameters take such arguments. */
  boolean takes(@Nullable Object[] args, Map<String, Object> named) {
    try {
      parameters.bind(qualifiedName, 0, args, named, defaults);
      return true;
    } catch (Errors.TypeError e) {
      return false;
    }
  }

  PyDict<String, Object> attributes() {
    return attributes;
  }

  @Nullable Object attribute(String attribute) {
    return switch (attribute) {
      case "__name__" -> name;
      case "__qualname__" -> qualifiedName;
      case "__doc__" -> doc;
      case "__dict__" -> attributes;
      case "__module__" -> "__main__";
      case "__defaults__" -> parameters.positionalDefaults(defaults);
      case "__kwdefaults__" -> parameters.namedDefaults(defaults);
      default -> {
        if (!attributes.containsKey(attribute)) {
          throw new Errors.AttributeError("'function' object has no attribute '" + attribute + "'");
        }
        yield attributes.get(attribute);
      }
    };
  }

  void attribute(String attribute, @Nullable Object value) {
    switch (attribute) {
      case "__name__" -> name = Py.str(value);
      case "__qualname__" -> qualifiedName = Py.str(value);
      case "__doc__" -> doc = value;
      default -> attributes.put(attribute, value);
    }
  }

  @Override
  public String repr() {
    return "<function " + qualifiedName + " at 0x" + Long.toHexString(Py.id(this)) + ">";
  }

  @Override
  public String toString() {
    return repr();
  }
}
