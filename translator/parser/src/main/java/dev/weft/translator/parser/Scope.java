package dev.weft.translator.parser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What CPython's symbol table knows of a block: its names, and how they are bound and used. */
final class Scope {
  static final int GLOBAL = 1;
  static final int LOCAL = 1 << 1;
  static final int PARAMETER = 1 << 2;
  static final int NONLOCAL = 1 << 3;
  static final int USE = 1 << 4;
  static final int IMPORT = 1 << 5;
  static final int ANNOTATED = 1 << 6;
  static final int ITERATION = 1 << 7;
  static final int TYPE_PARAMETER = 1 << 8;
  static final int BOUND = LOCAL | PARAMETER | IMPORT | TYPE_PARAMETER;

  /** The kinds of block. */
  enum Kind {
    MODULE,
    CLASS,
    FUNCTION,
    /** An annotation whose evaluation is postponed. */
    ANNOTATION,
    /** The bound of a type parameter. */
    BOUND,
    /** The value of a {@code type} statement. */
    ALIAS,
    /** Around a generic function, class or alias. */
    TYPE_PARAMETERS;

    boolean isFunctionLike() {
      return this == FUNCTION || this == BOUND || this == ALIAS || this == TYPE_PARAMETERS;
    }
  }

  final Kind kind;
  final @Nullable Scope outer;
  final List<Scope> inner = new ArrayList<>();

  /** What is known of each name, in the order in which they were met. */
  final Map<String, Integer> names = new LinkedHashMap<>();

  /** Where a name is first declared global or nonlocal. */
  final Map<String, Position> directives = new HashMap<>();

  /** What kind of comprehension it is, as messages name it; null for other blocks. */
  final @Nullable String comprehension;

  boolean isCoroutine;
  boolean isGenerator;

  /** A block for type parameters or an alias in a class, which sees the names of the class. */
  boolean seesClass;

  /** How many iterables of comprehensions stand around what is visited. */
  int iterables;

  /** Whether the target of a comprehension is visited. */
  boolean inTarget;

  Scope(Kind kind, @Nullable Scope outer, @Nullable String comprehension) {
    this.kind = kind;
    this.outer = outer;
    this.comprehension = comprehension;
    if (outer != null) {
      outer.inner.add(this);
      iterables = outer.iterables;
    }
  }

  int of(String name) {
    return names.getOrDefault(name, 0);
  }

  boolean has(String name, int flags) {
    return (of(name) & flags) != 0;
  }
}
