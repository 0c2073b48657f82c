package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Python's special methods, and the Java methods that let Java and the support library call them.
 */
final class Dunders {
  /** Java names, where they are not the Python name without its underscores. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("__str__", "toString"),
          Map.entry("__repr__", "repr"),
          Map.entry("__len__", "length"),
          Map.entry("__bool__", "truthy"),
          Map.entry("__getitem__", "item"),
          Map.entry("__setitem__", "setItem"),
          Map.entry("__delitem__", "deleteItem"),
          Map.entry("__iter__", "iterate"),
          Map.entry("__next__", "nextItem"),
          Map.entry("__aiter__", "iterateAsync"),
          Map.entry("__anext__", "nextAsync"),
          Map.entry("__hash__", "hash"),
          Map.entry("__eq__", "eq"),
          Map.entry("__contains__", "holds"),
          Map.entry("__post_init__", "initialize"));

  private static final Set<String> PUBLIC =
      Set.of("__str__", "__repr__", "__len__", "__bool__", "__anext__");

  private Dunders() {}

  static String javaName(String name) {
    if (name.startsWith("__") && name.endsWith("__")) {
      String known = NAMES.get(name);
      return known != null ? known : JavaNames.method(name.substring(2, name.length() - 2));
    }
    String java = JavaNames.method(name);
    // What special methods are called in Java is not free for others.
    return NAMES.containsValue(java) ? java + "_" : java;
  }

  static boolean isPublic(FunctionInfo method) {
    return PUBLIC.contains(method.name);
  }

  /** The interfaces that special methods amount to. */
  static List<String> faces(ClassInfo type) {
    List<String> faces = new ArrayList<>();
    Map<String, FunctionInfo> m = type.methods;
    if (m.containsKey("__len__")) {
      faces.add(support("Sized"));
    }
    if (type.isDataclass && type.isTakenApart) {
      faces.add(support("DataFields"));
    }
    if (m.containsKey("__bool__")) {
      faces.add(support("Truthy"));
    }
    if (m.containsKey("__iter__")
        || (m.containsKey("__next__") && type.method("__iter__") != null)) {
      faces.add("Iterable<" + JavaTypes.boxed(elementType(type)) + ">");
    }
    if (m.containsKey("__anext__")) {
      faces.add(
          support("AsyncSource") + "<" + JavaTypes.boxed(m.get("__anext__").result.type()) + ">");
    }
    if ((m.containsKey("__lt__") || type.isOrdered) && !type.isEnum) {
      faces.add("Comparable<" + type.javaName + ">");
    }
    return faces;
  }

  private static Type elementType(ClassInfo type) {
    FunctionInfo next = type.method("__next__");
    if (next != null) {
      return next.result.type();
    }
    FunctionInfo iter = Objects.requireNonNull(type.method("__iter__"));
    Type iterator = Types.strip(iter.callType());
    return iterator instanceof Instance i && i.type() != type && i.type().method("__next__") != null
        ? Objects.requireNonNull(i.type().method("__next__")).result.type()
        : Types.element(iterator);
  }

  static void emit(ClassInfo type, Lines out) {
    Map<String, FunctionInfo> m = type.methods;
    boolean data = type.isDataclass || type.isNamedTuple;
    if (data && !m.containsKey("__repr__")) {
      dataRepr(type, out);
    }
    if ((data || m.containsKey("__repr__")) && !m.containsKey("__str__") && !type.isException) {
      if (type.method("__str__") == null || data) {
        override(out, "public String toString()", "return repr();");
      }
    }
    boolean byValue =
        ClassLowering.isRecord(type) && comparedFields(type).stream().noneMatch(Dunders::isLoose);
    if (type.isDataclass && !byValue && !type.isByIdentity && !m.containsKey("__eq__")) {
      dataEquals(type, out);
    }
    if (type.isDataclass && type.isTakenApart) {
      override(
          out,
          "public String[] fieldNames()",
          "return new String[] {"
              + PatternTypes.matchArgs(type).stream()
                  .map(Strings::literal)
                  .collect(Collectors.joining(", "))
              + "};");
    }
    if (type.isNamedTuple) {
      override(
          out,
          "public " + support("List") + "<Object> values()",
          "return "
              + support("Lists")
              + ".<Object>of("
              + String.join(", ", fieldNames(type))
              + ");");
      if (!ClassLowering.isRecord(type)) {
        override(
            out,
            "public boolean equals(Object other)",
            "return other instanceof "
                + support("NamedTuple")
                + " that && values().equals(that.values());");
        override(out, "public int hashCode()", "return values().hashCode();");
      }
    }
    FunctionInfo eq = m.get("__eq__");
    if (eq != null && eq.callerParameters().size() == 1) {
      equalsBridge(type, eq, out);
    }
    if (m.containsKey("__hash__")) {
      override(
          out,
          "public int hashCode()",
          "return Long.hashCode(" + hashCode(m.get("__hash__")) + ");");
    }
    if (m.containsKey("__iter__")
        || (m.containsKey("__next__") && type.method("__iter__") != null)) {
      iterator(type, out);
    }
    if (m.containsKey("__lt__") && !type.isEnum) {
      FunctionInfo lt = Objects.requireNonNull(m.get("__lt__"));
      override(
          out,
          "public int compareTo(" + type.javaName + " other)",
          lt.result.type() == Basic.NONE
              ? lt.javaName + "(other);\nreturn 0;"
              : "return "
                  + isLess(lt, "this", "other")
                  + " ? -1 : "
                  + isLess(lt, "other", "this")
                  + " ? 1 : 0;");
    } else if (type.isOrdered) {
      String mine = names(comparedFields(type), "");
      String theirs = names(comparedFields(type), "other.");
      override(
          out,
          "public int compareTo(" + type.javaName + " other)",
          "return "
              + support("Py")
              + ".compare("
              + support("Tuple")
              + ".<Object>of("
              + mine
              + "), "
              + support("Tuple")
              + ".<Object>of("
              + theirs
              + "));");
    }
  }

  private static String hashCode(@Nullable FunctionInfo hash) {
    return hash != null && hash.result.type() == Basic.INT
        ? "hash()"
        : support("Numbers") + ".toLong(hash())";
  }

  private static List<String> fieldNames(ClassInfo type) {
    return PatternTypes.matchArgs(type).stream()
        .map(n -> Attributes.fieldName(type.fieldOrNew(n)))
        .toList();
  }

  /** What {@code __lt__} gives, which may be anything, as a condition. */
  private static String isLess(FunctionInfo lt, String one, String other) {
    String call = (one.equals("this") ? "" : one + ".") + lt.javaName + "(" + other + ")";
    Type result = lt.result.type();
    return result == Basic.BOOL ? call : support("Py") + ".truth(" + call + ")";
  }

  private static void override(Lines out, String head, String body) {
    out.add("@Override");
    out.add(head + " {");
    out.add(body);
    out.add("}");
  }

  private static void dataRepr(ClassInfo type, Lines out) {
    List<String> parts = new ArrayList<>();
    String separator = "";
    for (String name : PatternTypes.matchArgs(type)) {
      Expr given = given(type, name);
      boolean hidden =
          given instanceof Expr.Call c
              && c.keywords().stream()
                  .anyMatch(k ->
                      "repr".equals(k.name())
                          && k.value() instanceof Expr.BoolLiteral b
                          && !b.value());
      if (!hidden) {
        Variable field = type.fieldOrNew(name);
        String java = Attributes.fieldName(field);
        parts.add(
            "\""
                + separator
                + name
                + "=\" + "
                + (JavaTypes.of(field.type()).equals("long")
                    ? java
                    : support("Py") + ".repr(" + java + ")"));
        separator = ", ";
      }
    }
    boolean isInherited = type.subclasses().stream().anyMatch(c -> !c.isDataclass);
    String name = isInherited ? support("Py") + ".typeName(this) + \"" : "\"" + type.name;
    String text =
        parts.isEmpty()
            ? name + "()\""
            : name + "(" + String.join(" + ", parts).substring(1) + " + \")\"";
    override(out, "public String repr()", "return " + text + ";");
  }

  /** The default of a field, of the class or of one above. */
  private static @Nullable Expr given(ClassInfo type, String name) {
    for (ClassInfo c = type; c != null; c = c.base()) {
      Expr known = c.dataFields.get(name);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  /** Without those that do not count for comparing. */
  private static List<Variable> comparedFields(ClassInfo type) {
    return PatternTypes.matchArgs(type).stream()
        .filter(n ->
            !(given(type, n) instanceof Expr.Call c
                && c.keywords().stream()
                    .anyMatch(k ->
                        "compare".equals(k.name())
                            && k.value() instanceof Expr.BoolLiteral b
                            && !b.value())))
        .map(type::fieldOrNew)
        .toList();
  }

  private static void dataEquals(ClassInfo type, Lines out) {
    List<Variable> fields = comparedFields(type);
    String test = fields.stream().map(Dunders::same).collect(Collectors.joining(" && "));
    override(
        out,
        "public boolean equals(Object other)",
        "return other instanceof "
            + type.javaName
            + " that"
            + (type.subclasses().isEmpty() ? "" : " && other.getClass() == getClass()")
            + (test.isEmpty() ? "" : " && " + test)
            + ";");
    if (type.methods.containsKey("__hash__")) {
      return;
    }
    override(
        out,
        "public int hashCode()",
        "return "
            + support("Objects")
            + ".hash("
            + fields.stream().map(Dunders::hashed).collect(Collectors.joining(", "))
            + ");");
  }

  /** Whether equal values of a field may be of different classes in Java, as 1 and 1.0. */
  private static boolean isLoose(Variable field) {
    Type type = Types.strip(field.type());
    return type == Basic.OBJECT || type == Basic.NUM;
  }

  private static String hashed(Variable field) {
    String name = Attributes.fieldName(field);
    return isLoose(field) ? support("Py") + ".hash(" + name + ")" : name;
  }

  private static String names(List<Variable> fields, String of) {
    return fields.stream().map(f -> of + Attributes.fieldName(f)).collect(Collectors.joining(", "));
  }

  private static String same(Variable variable) {
    String field = Attributes.fieldName(variable);
    String that = "that." + field;
    Type own = variable.type();
    return Types.isPrimitive(own)
        ? field + " == " + that
        : own == Basic.STR
            ? support("Objects") + ".equals(" + field + ", " + that + ")"
            : support("Py") + ".eq(" + field + ", " + that + ")";
  }

  private static void equalsBridge(ClassInfo type, FunctionInfo eq, Lines out) {
    Variable param = Objects.requireNonNull(eq.params.get(eq.callerParameters().get(0).name()));
    String java = JavaTypes.boxed(param.type());
    String call = "eq(that)";
    if (eq.result.type() != Basic.BOOL) {
      call = support("Py") + ".truth(" + call + ")";
    }
    override(
        out,
        "public boolean equals(Object other)",
        java.equals("Object")
            ? "return " + call.replace("that", "other") + ";"
            : "return other instanceof "
                + java.replaceAll("<.*>", "<?>")
                + " that && "
                + call
                + ";");
    if (!type.methods.containsKey("__hash__")) {
      override(out, "public int hashCode()", "return 0;");
    }
  }

  private static void iterator(ClassInfo type, Lines out) {
    String element = JavaTypes.boxed(elementType(type));
    FunctionInfo next = type.method("__next__");
    FunctionInfo iter = Objects.requireNonNull(type.method("__iter__"));
    Type iterator = Types.strip(iter.callType());
    boolean self = iterator instanceof Instance i && i.type().method("__next__") != null;
    String body =
        self
            ? "return " + support("Iters") + ".<" + element + ">fromNext(iterate()::nextItem);"
            : "return iterate().iterator();";
    if (self
        && iterator instanceof Instance i
        && Objects.requireNonNull(i.type().method("__next__")).result.type() == Basic.NONE) {
      // A method without a value is none that Java takes for a supplier.
      body =
          "%s items = iterate(); return %s.<%s>fromNext(() -> { items.nextItem(); return null; });"
              .formatted(i.type().javaName, support("Iters"), element);
    }
    if (iterator == Basic.NONE) {
      body = "iterate(); return %s.<%s>of(null).iterator();".formatted(support("Iters"), element);
    } else if (!self && next == null && !(iterator instanceof Type.Generic)) {
      body = "return " + support("Iters") + ".<" + element + ">of((Object) iterate()).iterator();";
    }
    override(out, "public " + support("Iterator") + "<" + element + "> iterator()", body);
  }
}
