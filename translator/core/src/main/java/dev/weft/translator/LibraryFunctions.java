package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions of the library as values that take whatever Python's take, by place and by name. */
final class LibraryFunctions {
  private final Lowering lowering;

  LibraryFunctions(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Whether only run time knows what a call passes. */
  static boolean isSpread(Expr.Call call) {
    return call.arguments().stream().anyMatch(Expr.Starred.class::isInstance)
        || call.keywords().stream().anyMatch(k -> k.name() == null);
  }

  /** What all ways of calling a function give; null if that depends on the arguments. */
  static @Nullable TypeForm result(List<Signature> overloads) {
    TypeForm only = overloads.get(0).result();
    boolean isPlain = only instanceof TypeForm.Plain || only instanceof TypeForm.Applied;
    boolean isOne =
        overloads.stream()
            .allMatch(s ->
                s.result().equals(only)
                    && !s.isAttribute()
                    && s.isAsync() == overloads.get(0).isAsync());
    return isPlain && isOne && isClosed(only) ? only : null;
  }

  private static boolean isClosed(TypeForm form) {
    return switch (form) {
      case TypeForm.Plain p -> true;
      case TypeForm.Applied a -> a.args().stream().allMatch(LibraryFunctions::isClosed);
      case TypeForm.Maybe m -> isClosed(m.inner());
      default -> false;
    };
  }

  /** The function of a path; null if it has a form that cannot be such a value. */
  @Nullable String of(String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    if (path.equals("builtins.print")) {
      return support("Builtin") + ".print()";
    }
    if (path.equals("builtins.min") || path.equals("builtins.max")) {
      return support("Builtin") + ".extreme(" + name.equals("max") + ")";
    }
    if (Builtins.isTelling(path)) {
      return support("Builtin") + ".function(" + Strings.literal(name) + ")";
    }
    if (Builtins.isType(path)) {
      return support("PyType") + ".builtin(" + Strings.literal(name) + ")";
    }
    List<Signature> overloads =
        Library.get().function(path).stream().filter(s -> !s.isAttribute()).toList();
    List<String> ways = new ArrayList<>();
    for (Signature s : overloads) {
      ways.add(way(name, s, overloads.size() > 1));
    }
    return ways.isEmpty()
        ? null
        : ways.size() == 1
            ? ways.get(0)
            : support("Overloaded")
                + ".of("
                + Strings.literal(name)
                + ", "
                + String.join(", ", ways)
                + ")";
  }

  /**
   * The methods of library classes that a call with named arguments on something unknown may be of,
   * as further arguments: each with its class.
   */
  String methods(String name, Expr.Call call) {
    if (call.keywords().isEmpty()) {
      return "";
    }
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, List<Signature>> each : Library.get().methodsNamed(name).entrySet()) {
      String java = Library.get().javaType(each.getKey());
      List<Signature> fitting =
          each.getValue().stream().filter(s -> !s.isAttribute() && takes(s, call)).toList();
      if (java == null || fitting.isEmpty() || java.indexOf('.') > 0) {
        continue;
      }
      String raw = java.replaceFirst("<.*", "");
      String self = lowering.body.fresh("self");
      List<String> ways = new ArrayList<>();
      for (Signature s : fitting) {
        ways.add(way(name, s, fitting.size() > 1).replace("{self}", self));
      }
      all.append(", ")
          .append(support("Overloaded"))
          .append(".method(")
          .append(raw)
          .append(".class, ")
          .append(self)
          .append(" -> ")
          .append(
              ways.size() == 1
                  ? ways.get(0)
                  : support("Overloaded")
                      + ".of("
                      + Strings.literal(name)
                      + ", "
                      + String.join(", ", ways)
                      + ")")
          .append(")");
    }
    return all.toString();
  }

  private static boolean takes(Signature signature, Expr.Call call) {
    return call.keywords().stream()
        .allMatch(k ->
            k.name() == null
                || signature.params().stream()
                    .anyMatch(p -> p.isKeywords() || p.name().equals(k.name())));
  }

  private String way(String name, Signature signature, boolean isOneOfSeveral) {
    String values = lowering.body.fresh("values");
    List<String> params = new ArrayList<>();
    List<String> guards = new ArrayList<>();
    StringBuilder defaults = new StringBuilder();
    Signature.Param deferred = signature.deferred();
    String java = signature.java();
    String function = "";
    String args = support("List") + ".of()";
    String named = support("Map") + ".of()";
    boolean keywordOnly = false;
    int at = 0;
    for (Signature.Param p : signature.params()) {
      String place = "{" + p.name() + "}";
      if (p.isLeftOut() && !p.isSpread()) {
        java =
            java.replace(", " + place, "")
                .replace(place + ", ", "")
                .replace("(" + place + ")", "()");
        continue;
      }
      String value = values + "[" + at++ + "]";
      if (p.isKeywordOnly() && !keywordOnly && !p.isKeywords()) {
        params.add("*");
      }
      keywordOnly |= p.isSpread() || p.isKeywordOnly();
      if (p.isSpread()) {
        params.add("*" + p.name());
        args = cast(value, "List<Object>");
        java = java.replace(place, spread(p, value));
      } else if (p.isKeywords()) {
        params.add("**" + p.name());
        named = support("Py") + ".<" + support("Map") + "<String, Object>>cast(" + value + ")";
        java = java.replace(place, cast(value, "Map<String, " + boxed(p.type()) + ">"));
      } else if (p == deferred) {
        params.add(p.name());
        function = value;
      } else {
        boolean optional = p.defaultJava() != null;
        params.add(p.name() + (optional ? "=" : ""));
        if (optional) {
          defaults.append(", ").append(support("Py")).append(".ELLIPSIS");
        }
        String given = converted(value, p.type());
        java =
            java.replace(
                place,
                optional
                    ? "("
                        + value
                        + " == "
                        + support("Py")
                        + ".ELLIPSIS ? "
                        + p.defaultJava()
                        + " : "
                        + given
                        + ")"
                    : given);
        String guard = guard(p.type(), value);
        if (guard != null) {
          guards.add(
              optional
                  ? "(" + value + " == " + support("Py") + ".ELLIPSIS || " + guard + ")"
                  : guard);
        }
      }
    }
    if (deferred != null) {
      java =
          java.replace(
              "{" + deferred.name() + "}",
              "() -> " + support("Calls") + ".with(" + function + ", " + args + ", " + named + ")");
    }
    java =
        java.replace("{handled}", "null")
            .replace(Library.SUPPORT + "PyThread.named({target.__name__})", "null")
            .replace("{" + Library.SUPPORT + "T}", "Object");
    boolean isVoid =
        signature.result() instanceof TypeForm.Plain p
            && p.type() == Basic.NONE
            && java.endsWith(")");
    String made = signature.isAsync() ? support("Coroutine") + ".of(() -> " + java + ")" : java;
    boolean guarded = isOneOfSeveral && !guards.isEmpty();
    String body;
    if (isVoid && !signature.isAsync()) {
      body =
          "{\n"
              + (guarded
                  ? "if (!("
                      + String.join(" && ", guards)
                      + ")) {\nreturn "
                      + support("Overloaded")
                      + ".NEXT;\n}\n"
                  : "")
              + made
              + ";\nreturn null;\n}";
    } else {
      body =
          guarded
              ? String.join(" && ", guards) + " ? " + made + " : " + support("Overloaded") + ".NEXT"
              : made;
    }
    return support("Function")
        + ".of("
        + Strings.literal(name)
        + ", "
        + Strings.literal(String.join(", ", params))
        + ", "
        + values
        + " -> "
        + body
        + defaults
        + ")";
  }

  private static String boxed(TypeForm form) {
    Type type = new TypeForm.Bindings().type(form);
    return type == Basic.NEVER ? "Object" : JavaTypes.boxed(type);
  }

  private static String cast(String value, String type) {
    return support("Py")
        + ".<"
        + type.replace("Map<", support("Map") + "<").replace("List<", support("List") + "<")
        + ">cast("
        + value
        + ")";
  }

  private static String spread(Signature.Param p, String value) {
    return TemplateLowering.isTyped(p)
        ? cast(value, "Iterable<" + boxed(p.type()) + ">")
        : support("Iters") + ".<Object>array(" + cast(value, "List<Object>") + ")";
  }

  private static String converted(String value, TypeForm form) {
    Type type = new TypeForm.Bindings().type(form);
    JavaExpr given = JavaExpr.primary(value, Basic.OBJECT);
    return type == Basic.NEVER || type == Basic.OBJECT
        ? value
        : Coercion.to(given, type).at(JavaExpr.PRIMARY);
  }

  /** Whether a value is of the kind that a parameter takes; null if it takes any. */
  private static @Nullable String guard(TypeForm form, String value) {
    return switch (form) {
      case TypeForm.Maybe m -> {
        String inner = guard(m.inner(), value);
        yield inner == null ? null : "(" + value + " == null || " + inner + ")";
      }
      case TypeForm.Plain p when p.type() == Basic.NONE -> value + " == null";
      case TypeForm.Plain p when p.type() == Basic.STR -> value + " instanceof String";
      case TypeForm.Plain p when p.type() == Basic.OBJECT -> null;
      case TypeForm.Plain p when Types.isNumber(p.type()) && p.type() != Basic.INT ->
          "(" + isInstance(value, "int") + " || " + isInstance(value, "float") + ")";
      case TypeForm.Plain p -> isInstance(value, Types.text(p.type()));
      case TypeForm.Function f -> support("Py") + ".callable(" + value + ")";
      case TypeForm.Applied a when a.name().equals("bytesmode") ->
          value + " instanceof String && ((String) " + value + ").contains(\"b\")";
      case TypeForm.Applied a -> {
        String java = Library.get().javaType(a.name());
        yield java == null ? null : value + " instanceof " + java.replaceFirst("<.*", "");
      }
      default -> null;
    };
  }

  private static String isInstance(String value, String type) {
    return support("Py") + ".isInstance(" + value + ", " + Strings.literal(type) + ")";
  }
}
