package dev.weft.executor.translated;

import dev.weft.python.Iters;
import dev.weft.python.Py;
import dev.weft.python.PyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code weft.Param}, for translated code: the declaration of one param. */
public final class NodeParam {
  /** What {@code default} is where it is left out. */
  public static final Object MISSING = new Object();

  private static final Map<String, String> KINDS =
      Map.of(
          "bool", "boolean", "int", "integer", "float", "number", "str", "string", "list", "list",
          "dict", "object");

  private final @Nullable Object type;
  private final @Nullable Object fallback;
  private final boolean optional;
  private final String doc;
  private final List<@Nullable Object> choices = new ArrayList<>();
  private final @Nullable Object least;
  private final @Nullable Object most;

  private NodeParam(
      @Nullable Object type,
      @Nullable Object fallback,
      boolean optional,
      String doc,
      @Nullable Object choices,
      @Nullable Object least,
      @Nullable Object most) {
    this.type = type;
    this.fallback = fallback;
    this.optional = optional;
    this.doc = doc;
    this.least = least;
    this.most = most;
    if (choices != null) {
      Iters.of(choices).forEach(this.choices::add);
    }
  }

  /** {@code weft.Param(...)}. */
  public static NodeParam of(
      @Nullable Object type,
      @Nullable Object fallback,
      boolean optional,
      String doc,
      @Nullable Object choices,
      @Nullable Object least,
      @Nullable Object most) {
    return new NodeParam(type, fallback, optional, doc, choices, least, most);
  }

  /** A param of which the type is all that is said. */
  static NodeParam of(@Nullable Object declared) {
    return declared instanceof NodeParam param
        ? param
        : new NodeParam(declared, MISSING, false, "", null, null, null);
  }

  /** {@code type}. */
  public @Nullable Object type() {
    return type;
  }

  /** {@code default}. */
  public @Nullable Object fallback() {
    return fallback;
  }

  /** {@code optional}. */
  public boolean isOptional() {
    return optional;
  }

  /** {@code doc}. */
  public String doc() {
    return doc;
  }

  /** {@code min}. */
  public @Nullable Object least() {
    return least;
  }

  /** {@code max}. */
  public @Nullable Object most() {
    return most;
  }

  /** {@code has_default}. */
  @SuppressWarnings("ReferenceEquality") // MISSING is one object.
  public boolean hasDefault() {
    return fallback != MISSING;
  }

  /** What kind of value it takes, in the words that describe nodes. */
  String kind() {
    return type instanceof PyType t ? KINDS.getOrDefault(t.name(), "any") : "any";
  }

  List<String> choices() {
    return choices.stream().map(Py::str).toList();
  }
}
