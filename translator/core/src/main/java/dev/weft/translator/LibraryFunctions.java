package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.python.LibraryFunction;
import dev.weft.translator.parser.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions of the library as values that take whatever Python's take, by place and by name. */
final class LibraryFunctions {
  private LibraryFunctions() {}

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

  /** Whether there is one way to call a function, which Java's lambda has for any arguments. */
  static boolean isPlain(List<Signature> overloads) {
    return overloads.size() == 1
        && overloads.get(0).params().stream()
            .allMatch(p -> p.defaultJava() == null && !p.isSpread() && isSimple(p.type()));
  }

  private static boolean isSimple(TypeForm form) {
    return form instanceof TypeForm.Any || form instanceof TypeForm.Param || isClosed(form);
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
  static @Nullable String of(String path) {
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
    return LibraryFunction.exists(path)
        ? support("LibraryFunction") + ".of(" + Strings.literal(path) + ")"
        : null;
  }
}
