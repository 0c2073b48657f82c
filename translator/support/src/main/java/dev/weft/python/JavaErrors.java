package dev.weft.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the JVM says where a value is not what typed code takes it for, in Python's words: the
 * nearest that can be told from Java's message, as CPython's differ from function to function.
 */
final class JavaErrors {
  private static final Pattern CAST =
      Pattern.compile("class (\\S+) cannot be cast to class (\\S+)(?: .*)?", Pattern.DOTALL);

  private static final Pattern USE_OF_NOTHING =
      Pattern.compile(
          "Cannot (?:invoke \".*?(\\w+)\\(|(?:read|assign) field \"(\\w+)\").*", Pattern.DOTALL);

  private JavaErrors() {}

  /** The text of a failed cast. */
  static String text(ClassCastException e) {
    Matcher m = CAST.matcher(String.valueOf(e.getMessage()));
    if (!m.matches()) {
      return String.valueOf(e.getMessage());
    }
    String given = typeName(m.group(1));
    String wanted = typeName(m.group(2));
    return switch (wanted) {
      case "str" -> "expected string or bytes-like object, got '" + given + "'";
      case "float" -> "must be real number, not " + given;
      case "int" -> "'" + given + "' object cannot be interpreted as an integer";
      case "dict" -> "argument must be a mapping, not " + given;
      case "bytes" -> "a bytes-like object is required, not '" + given + "'";
      default -> "expected " + wanted + ", got '" + given + "'";
    };
  }

  /** The text of a use of None. */
  static String text(NullPointerException e) {
    Matcher m = USE_OF_NOTHING.matcher(String.valueOf(e.getMessage()));
    if (!m.matches()) {
      return String.valueOf(e.getMessage());
    }
    String name = m.group(1) == null ? m.group(2) : m.group(1);
    return switch (name) {
      case "longValue", "doubleValue" -> "must be real number, not NoneType";
      default -> "'NoneType' object has no attribute '" + pythonMethod(name) + "'";
    };
  }

  /** What Python calls a method of Java's own classes; others are called alike. */
  private static String pythonMethod(String name) {
    return switch (name) {
      case "toUpperCase" -> "upper";
      case "toLowerCase" -> "lower";
      case "startsWith" -> "startswith";
      case "endsWith" -> "endswith";
      case "add" -> "append";
      case "addAll" -> "extend";
      default -> Members.python(name);
    };
  }

  /** What Python calls a class of Java. */
  private static String typeName(String java) {
    String simple = java.substring(Math.max(java.lastIndexOf('.'), java.lastIndexOf('$')) + 1);
    return switch (simple) {
      case "Long", "Integer", "BigInteger", "Number" -> "int";
      case "Double" -> "float";
      case "String", "CharSequence" -> "str";
      case "Boolean" -> "bool";
      case "Map", "PyDict" -> "dict";
      case "Set", "PySet" -> "set";
      case "Bytes" -> "bytes";
      case "List", "PyList", "LongList", "DoubleList", "BooleanList" -> "list";
      default -> simple.startsWith("Tuple") || simple.equals("FixedTuple") ? "tuple" : simple;
    };
  }
}
