package dev.weft.translator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function or method of the library, as the signature files declare it.
 *
 * @param name as Python calls it
 * @param receiver for a method, the type it belongs to
 * @param java the Java to emit, with {@code {self}} and {@code {parameter}} in it
 */
record Signature(
    String name,
    @Nullable TypeForm receiver,
    boolean isAsync,
    boolean isAttribute,
    List<Param> params,
    TypeForm result,
    String java) {

  /**
   * A parameter.
   *
   * @param defaultJava what Java gets where Python passes nothing; null if it is required
   */
  record Param(
      String name,
      TypeForm type,
      @Nullable String defaultJava,
      boolean isSpread,
      boolean isKeywordOnly) {
    /** Of the name only, since parameters are keys of maps while calls are matched. */
    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }
}
