package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Java types of Python types. */
final class JavaTypes {
  private JavaTypes() {}

  /** For a variable, parameter or field: a primitive where there is one. */
  static String of(Type type) {
    return switch (type) {
      case Basic.INT -> "long";
      case Basic.FLOAT -> "double";
      case Basic.BOOL -> "boolean";
      case Basic.NONE -> "Object";
      default -> boxed(type);
    };
  }

  /** For a method's result. */
  static String result(Type type) {
    return type == Basic.NONE ? "void" : of(type);
  }

  /** For a type argument. */
  static String boxed(Type type) {
    return boxed(type, 0);
  }

  private static String boxed(Type type, int depth) {
    if (depth > 8) {
      return "Object";
    }
    return switch (type) {
      case Basic b ->
          switch (b) {
            case INT -> "Long";
            case FLOAT -> "Double";
            case BOOL -> "Boolean";
            case NUM -> "Number";
            case STR -> "String";
            case BYTES -> support("Bytes");
            case NONE -> "Void";
            case NEVER, OBJECT -> "Object";
          };
      case Type.Opt o -> boxed(o.inner(), depth);
      case Type.Instance i -> i.type().javaName;
      case Type.Generic g -> generic(g, depth);
      case Type.Func f -> {
        List<String> args = new ArrayList<>();
        f.params().forEach(p -> args.add(boxed(p.type(), depth + 1)));
        args.add(boxed(f.result().type(), depth + 1));
        yield support("Fn" + f.params().size()) + "<" + String.join(", ", args) + ">";
      }
      case Type.Callable c -> support("PyCallable");
      case Type.ClassRef c -> "Class<" + c.type().javaName + ">";
      case Type.FuncRef f -> "Object";
      case Type.LibRef l -> "Object";
    };
  }

  private static String generic(Type.Generic g, int depth) {
    String args =
        g.args().stream().map(c -> boxed(c.type(), depth + 1)).collect(Collectors.joining(", "));
    return switch (g.name()) {
      case "list" -> support("List") + "<" + args + ">";
      case "dict" -> support("Map") + "<" + args + ">";
      case "set", "frozenset" -> support("Set") + "<" + args + ">";
      case "iter", Types.ANY_OF -> "Iterable<" + args + ">";
      case "tuple" ->
          g.args().isEmpty()
              ? support("Tuple0")
              : support("Tuple" + g.args().size()) + "<" + args + ">";
      case "type" -> support("PyType");
      case "generator", "asyncgen" -> {
        String name = Library.get().javaType(g.name());
        yield name + "<" + boxed(g.args().get(0).type(), depth + 1) + ">";
      }
      default -> {
        String name = Library.get().javaType(g.name());
        if (name == null) {
          yield "Object";
        }
        yield g.args().isEmpty() ? name : name + "<" + args + ">";
      }
    };
  }

  static String support(String name) {
    return Library.SUPPORT + name;
  }

  /** The value of a variable that nothing was assigned to yet. */
  static String initial(Type type) {
    return switch (type) {
      case Basic.INT -> "0";
      case Basic.FLOAT -> "0.0";
      case Basic.BOOL -> "false";
      default -> "null";
    };
  }
}
