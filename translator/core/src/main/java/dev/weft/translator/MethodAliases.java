package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Second names of methods: {@code __rmul__ = __mul__} in the body of a class is written out as a
 * method that calls the other.
 */
final class MethodAliases {
  private MethodAliases() {}

  /** The methods of a class body that a call by position reaches, by name. */
  private static Map<String, Stmt.FunctionDef> plainMethods(List<Stmt> body) {
    Map<String, Stmt.FunctionDef> methods = new HashMap<>();
    Bindings bound = Bindings.of(body);
    for (Stmt stmt : body) {
      if (stmt instanceof Stmt.FunctionDef f
          && f.decorators().isEmpty()
          && !f.isAsync()
          && !f.parameters().isEmpty()
          && f.parameters().stream()
              .allMatch(p -> p.kind() == Parameter.Kind.NORMAL && isConstant(p.defaultValue()))
          && bound.isOnce(f.name())) {
        methods.put(f.name(), f);
      }
    }
    return methods;
  }

  private static boolean isConstant(@Nullable Expr value) {
    return value == null
        || value instanceof Expr.NoneLiteral
        || value instanceof Expr.BoolLiteral
        || value instanceof Expr.IntLiteral
        || value instanceof Expr.StringLiteral;
  }

  /** The method that an assignment in a class body gives other names; null for any other. */
  static Stmt.@Nullable FunctionDef aliased(Stmt.Assign assign, List<Stmt> body) {
    return assign.value() instanceof Expr.Name n
            && assign.targets().stream().allMatch(Expr.Name.class::isInstance)
        ? plainMethods(body).get(n.id())
        : null;
  }

  /** A class body with its aliases written out. */
  static List<Stmt> writtenOut(List<Stmt> body) {
    if (body.stream().noneMatch(s -> s instanceof Stmt.Assign a && aliased(a, body) != null)) {
      return body;
    }
    List<Stmt> result = new ArrayList<>();
    for (Stmt stmt : body) {
      Stmt.FunctionDef method = stmt instanceof Stmt.Assign a ? aliased(a, body) : null;
      if (method == null) {
        result.add(stmt);
      } else {
        ((Stmt.Assign) stmt)
            .targets()
            .forEach(t -> result.add(calling(method, ((Expr.Name) t).id(), stmt.at())));
      }
    }
    return result;
  }

  /**
   * A method that calls another; what syntax calls has no parameters but those that syntax fills.
   */
  private static Stmt calling(Stmt.FunctionDef method, String name, Position at) {
    List<Parameter> parameters = new ArrayList<>();
    List<Expr> arguments = new ArrayList<>();
    boolean isSyntax = name.startsWith("__") && !name.equals("__call__");
    for (Parameter p : method.parameters()) {
      if (isSyntax && p.defaultValue() != null) {
        continue;
      }
      parameters.add(new Parameter(at, p.name(), p.kind(), p.annotation(), p.defaultValue()));
      arguments.add(new Expr.Name(at, p.name()));
    }
    Expr called = new Expr.Attribute(at, arguments.removeFirst(), method.name());
    Stmt result = new Stmt.Return(at, new Expr.Call(at, called, arguments, List.of()));
    return new Stmt.FunctionDef(
        at, name, parameters, method.returns(), List.of(result), List.of(), false);
  }
}
