package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A class of the module, or an exception of the library. */
final class ClassInfo {
  final String name;

  /** Null for a class of the library. */
  final Stmt.@Nullable ClassDef node;

  @Nullable ClassInfo base;
  final Map<String, FunctionInfo> methods = new LinkedHashMap<>();

  /** Fields of instances, by name. */
  final Map<String, Variable> fields = new LinkedHashMap<>();

  /** Class attributes with their values, in order. */
  final Map<String, Expr> classAttributes = new LinkedHashMap<>();

  /** The classes that stand inside it. */
  final Map<String, ClassInfo> inner = new LinkedHashMap<>();

  /** Types of class attributes. */
  final Map<String, Variable> statics = new LinkedHashMap<>();

  /** The fields of a dataclass or named tuple, in order; values are the defaults. */
  final Map<String, @Nullable Expr> dataFields = new LinkedHashMap<>();

  final Map<String, Expr> annotations = new LinkedHashMap<>();
  private final List<ClassInfo> subclasses = new ArrayList<>();

  /** The unions that name it: {@code Shape = Union[Circle, Square]}. */
  final List<ClassInfo> unions = new ArrayList<>();

  /** Whether it is such a union, a sealed interface in Java; its members derive from it. */
  boolean isUnion;

  boolean isDataclass;

  /** Says only which methods something has. */
  boolean isProtocol;

  /** Whether the program asks for the fields of dataclasses: {@code asdict()} and the like. */
  boolean isTakenApart;

  /** Whether it is used as a value, and so may be called where that is not seen. */
  boolean escapes;

  boolean isFrozen;

  /** A dataclass that has a hash although it may change. */
  boolean isHashed;

  /** A dataclass whose objects equal only themselves. */
  boolean isByIdentity;

  boolean isOrdered;

  /** A dataclass whose objects are made with the names of the fields only. */
  boolean isMadeByNames;

  boolean isNamedTuple;
  boolean isEnum;
  boolean isIntEnum;
  boolean isStrEnum;

  /** What the members of an enum are beside: a str or an int. */
  Type.@Nullable Basic valueType;

  boolean isAbstract;
  boolean isException;

  /** For a class of the library that a program may derive from, the type of its instances. */
  @Nullable String libraryType;

  /** Its path in the library, by which it is made. */
  @Nullable String libraryPath;

  final @Nullable FunctionInfo enclosing;
  String javaName;

  /** What {@code new} and {@code extends} name, where that is another class. */
  @Nullable String madeAs;

  ClassInfo(String name, Stmt.@Nullable ClassDef node, @Nullable FunctionInfo enclosing) {
    this.name = Desugaring.plain(name);
    this.node = node;
    this.enclosing = enclosing;
    this.javaName = name;
  }

  String name() {
    return name;
  }

  /** The functions that looked for a field which was not there yet. */
  private final Map<String, Set<FunctionInfo>> missed = new HashMap<>();

  @Nullable ClassInfo base() {
    return base;
  }

  /** The classes of the program that derive from it directly. */
  List<ClassInfo> subclasses() {
    // Those of the library are the same for all programs.
    return isLibrary() ? Session.here().derived(this) : subclasses;
  }

  /**
   * Whether objects are made from the values of fields: of a dataclass or named tuple, or of one
   * below that has no constructor of its own.
   */
  boolean isMadeOfFields() {
    return fieldMaker() != null;
  }

  /** The dataclass or named tuple, this one or one above, whose constructor that is. */
  @Nullable ClassInfo fieldMaker() {
    for (ClassInfo c = this; c != null; c = c.base) {
      if (c.methods.containsKey("__init__")) {
        return null;
      }
      if (c.isDataclass || c.isNamedTuple) {
        return c;
      }
    }
    return null;
  }

  String madeAs() {
    return madeAs != null ? madeAs : javaName;
  }

  boolean isLibrary() {
    return node == null;
  }

  /** The library type that this class derives from, if any. */
  @Nullable String libraryBase() {
    for (ClassInfo c = this; c != null; c = c.base) {
      if (c.libraryType != null) {
        return c.libraryType;
      }
    }
    return null;
  }

  /** How the library class is made that this class derives from, if it does. */
  List<Signature> libraryMakers() {
    for (ClassInfo c = this; c != null; c = c.base) {
      if (c.libraryPath != null) {
        return Library.get().function(c.libraryPath);
      }
    }
    return List.of();
  }

  boolean isSubclassOf(ClassInfo other) {
    for (ClassInfo c = this; c != null; c = c.base) {
      if (c == other || c.unions.contains(other)) {
        return true;
      }
    }
    return false;
  }

  /** The abstract methods that neither this class nor a base implements, in CPython's order. */
  List<String> lacking() {
    Set<String> lacking = new TreeSet<>();
    for (ClassInfo c = this; c != null; c = c.base()) {
      for (var entry : c.methods.entrySet()) {
        FunctionInfo found = method(entry.getKey());
        if (entry.getValue().isAbstract && found != null && found.isAbstract) {
          lacking.add(entry.getKey());
        }
      }
    }
    return List.copyOf(lacking);
  }

  @Nullable FunctionInfo method(String methodName) {
    for (ClassInfo c = this; c != null; c = c.base) {
      FunctionInfo method = c.methods.get(methodName);
      if (method != null) {
        return method;
      }
    }
    return null;
  }

  @Nullable Variable field(String fieldName) {
    for (ClassInfo c = this; c != null; c = c.base) {
      Variable field = c.ownField(fieldName);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  /** A field that this class itself has; who asks in vain is told if it gets one. */
  @Nullable Variable ownField(String fieldName) {
    Variable field = fields.get(fieldName);
    if (field == null && !isLibrary() && Session.here().reader != null) {
      missed.computeIfAbsent(fieldName, n -> new HashSet<>()).add(Session.here().reader);
    }
    return field;
  }

  /** The classes below that have a field each of its own, where this one has none. */
  List<ClassInfo> below(String fieldName) {
    List<ClassInfo> all = new ArrayList<>();
    if (field(fieldName) == null) {
      for (ClassInfo c : subclasses()) {
        if (c.ownField(fieldName) != null) {
          all.add(c);
        } else {
          all.addAll(c.below(fieldName));
        }
      }
    }
    return all;
  }

  /** The class attributes of that name of the classes below, which an instance may have instead. */
  List<Variable> staticsBelow(String fieldName) {
    List<Variable> all = new ArrayList<>();
    for (ClassInfo c : subclasses()) {
      Variable own = c.statics.get(fieldName);
      if (own != null) {
        all.add(own);
      }
      all.addAll(c.staticsBelow(fieldName));
    }
    return all;
  }

  @Nullable Variable staticField(String fieldName) {
    for (ClassInfo c = this; c != null; c = c.base) {
      Variable field = c.statics.get(fieldName);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  /** The class inside it, or inside one above, that has a name. */
  @Nullable ClassInfo inner(String name) {
    for (ClassInfo c = this; c != null; c = c.base) {
      ClassInfo found = c.inner.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** What the fields of a named tuple have in common. */
  Type partOfTuple() {
    Type all = Type.Basic.NEVER;
    for (String field : dataFields.keySet()) {
      all = Types.join(all, fieldOrNew(field).type());
    }
    return all;
  }

  /** The field of that name, made here if there is none up the bases. */
  Variable fieldOrNew(String fieldName) {
    Variable known = field(fieldName);
    if (known != null) {
      return known;
    }
    Session.here().dirty.addAll(missed.getOrDefault(fieldName, Set.of()));
    return fields.computeIfAbsent(fieldName, n -> new Variable(n, null));
  }

  /** Whether what it is made from is for the library to judge. */
  boolean takesAny() {
    return isLibrary()
        || isException
        || isEnum
        || libraryBase() != null
        || !libraryMakers().isEmpty();
  }

  @Override
  public String toString() {
    return name;
  }
}
