package dev.weft.translator;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function or method of the library, as the signature files declare it.
 *
 * @param name as Python calls it
 * @param receiver for a method, the type it belongs to
 * @param java the Java to emit, with {@code {self}} and {@code {parameter}} in it
 * @param setter for an attribute that can be assigned, the Java that does, with {@code {value}}
 */
record Signature(
    String name,
    @Nullable TypeForm receiver,
    boolean isAsync,
    boolean isAttribute,
    List<Param> params,
    TypeForm result,
    String java,
    @Nullable String setter) {

  /**
   * A parameter.
   *
   * @param defaultJava what Java gets where Python passes nothing; null if it is required
   * @param isLeftOut whether Java has an overload without it, for calls that pass nothing
   * @param isSpread {@code *values}
   * @param isKeywords {@code **values}
   */
  record Param(
      String name,
      TypeForm type,
      @Nullable String defaultJava,
      boolean isSpread,
      boolean isKeywords,
      boolean isKeywordOnly,
      boolean isLeftOut) {
    /** Of the name only, since parameters are keys of maps while calls are matched. */
    @Override
    public int hashCode() {
      return name.hashCode();
    }

    /** Whether it is a function to be called later with the arguments that follow. */
    boolean isDeferred() {
      return type instanceof TypeForm.Applied a && a.name().equals("call");
    }
  }

  /** The attribute of a name, of those that {@code __getattr__} stands for. */
  Signature named(String attribute) {
    String literal = Strings.literal(attribute);
    return new Signature(
        attribute,
        receiver,
        isAsync,
        isAttribute,
        params,
        result,
        java.replace("{name}", literal),
        setter == null ? null : setter.replace("{name}", literal));
  }

  /** What it gives when applied to a receiver of a type. */
  Type resultOn(Type on) {
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    bindings.flow(on, Objects.requireNonNull(receiver));
    return bindings.type(result);
  }

  /** Whether what the deferred call gives is what this one gives, in some form. */
  boolean returnsDeferred() {
    return result instanceof TypeForm.Param
        || (result instanceof TypeForm.Applied a && !a.args().isEmpty());
  }

  /** The deferred call's function, if the signature has one. */
  @Nullable Param deferred() {
    return params.stream().filter(Param::isDeferred).findFirst().orElse(null);
  }
}
