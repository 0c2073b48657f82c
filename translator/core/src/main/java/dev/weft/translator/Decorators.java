package dev.weft.translator;

import dev.weft.translator.FunctionInfo.Binding;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;

/** What the decorators of a function say about it. */
final class Decorators {
  private final ModuleInfo module;
  private final Diagnostics diagnostics;

  Decorators(ModuleInfo module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  void apply(FunctionInfo function, Stmt.FunctionDef def) {
    if (function.owner != null) {
      // Without a parameter for it, there is no object that it could be called on.
      function.binding = function.parameters.isEmpty() ? Binding.STATIC : Binding.SELF;
    }
    for (Expr decorator : def.decorators()) {
      String name = name(decorator);
      switch (name) {
        case "staticmethod" -> function.binding = Binding.STATIC;
        case "classmethod" -> function.binding = Binding.CLASS;
        case "property", "cached_property" -> function.isProperty = true;
        case "setter" -> {}
        case "abstractmethod" -> function.isAbstract = true;
        case "contextmanager", "asynccontextmanager" -> function.isContextManager = true;
        case "override", "final" -> {}
        default -> {
          if (module.body.symbols.isEmpty() || function.owner != null || function.parent == null) {
            diagnostics.refuse(
                decorator,
                "decorator '@" + name + "' of this function is not supported",
                "call the decorator's work by hand inside the function");
          }
          function.isWrapped = true;
        }
      }
    }
  }

  static String name(Expr decorator) {
    return switch (decorator) {
      case Expr.Name n -> n.id();
      case Expr.Attribute a -> a.name();
      case Expr.Call c -> name(c.function());
      default -> "?";
    };
  }
}
