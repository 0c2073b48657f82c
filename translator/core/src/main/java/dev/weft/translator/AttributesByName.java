package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program does by {@code setattr}, {@code delattr} and {@code getattr} with names that only
 * run time knows: to objects of which classes, and with which beginnings of names.
 */
final class AttributesByName {
  private static final Set<String> SETTERS = Set.of("setattr", "delattr");

  /** The methods of a descriptor, whose second parameter is an object of the class that has it. */
  private static final Set<String> OF_OWNERS = Set.of("__get__", "__set__", "__delete__");

  /** What makes a class one of descriptors. */
  private static final Set<String> DESCRIBING =
      Set.of("__get__", "__set__", "__delete__", "__set_name__");

  private final Set<String> changed = new HashSet<>();
  private boolean changesAny;
  private final Set<String> beginnings = new HashSet<>();
  private boolean changesOwners;
  private boolean asksMethods;

  AttributesByName(List<Stmt> module) {
    walk(module, null, null);
  }

  /** Whether objects of a class may get attributes that way. */
  boolean changes(Stmt.ClassDef type) {
    return changesAny || changed.contains(type.name());
  }

  /** Whether a descriptor gives attributes to objects of the class that has it. */
  boolean changesOwners() {
    return changesOwners;
  }

  /** Whether the program asks things for their documentation. */
  boolean asksMethods() {
    return asksMethods;
  }

  /** Whether an attribute may be read that way. */
  boolean mayRead(String name) {
    return beginnings.stream().anyMatch(name::startsWith);
  }

  /** Whether a class is one of descriptors by what it says itself. */
  static boolean isDescriptor(Stmt.ClassDef type) {
    return type.body().stream()
        .anyMatch(s -> s instanceof Stmt.FunctionDef f && DESCRIBING.contains(f.name()));
  }

  private void walk(
      List<Stmt> body, Stmt.@Nullable ClassDef type, Stmt.@Nullable FunctionDef method) {
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.ClassDef c) {
          walk(c.body(), c, null);
          return false;
        }
        if (stmt instanceof Stmt.FunctionDef f && type != null && method == null) {
          f.decorators().forEach(this::expr);
          walk(f.body(), type, f);
          return false;
        }
        return true;
      }

      @Override
      protected boolean enter(Expr expr) {
        asksMethods |= expr instanceof Expr.Attribute a && a.name().equals("__doc__");
        if (expr instanceof Expr.Call c
            && c.function() instanceof Expr.Name n
            && c.arguments().size() > 1
            && !(c.arguments().get(1) instanceof Expr.StringLiteral)) {
          if (SETTERS.contains(n.id())) {
            changes(c.arguments().get(0), type, method);
          } else if (n.id().equals("getattr")) {
            beginnings.add(beginning(c.arguments().get(1)));
          }
        }
        return true;
      }
    }.block(body);
  }

  private void changes(
      Expr object, Stmt.@Nullable ClassDef type, Stmt.@Nullable FunctionDef method) {
    if (object instanceof Expr.Call made
        && made.function() instanceof Expr.Name n
        && made.arguments().isEmpty()
        && Character.isUpperCase(n.id().charAt(0))) {
      changed.add(n.id());
      return;
    }
    String name = object instanceof Expr.Name n ? n.id() : "";
    if (type != null && method != null && !Bindings.of(method.body()).names.containsKey(name)) {
      if (isParameter(method, 0, name)) {
        changed.add(type.name());
        return;
      }
      if (OF_OWNERS.contains(method.name()) && isParameter(method, 1, name)) {
        changesOwners = true;
        return;
      }
    }
    changesAny = true;
  }

  private static boolean isParameter(Stmt.FunctionDef method, int at, String name) {
    return at < method.parameters().size() && method.parameters().get(at).name().equals(name);
  }

  /** What a name begins with for sure. */
  private static String beginning(Expr name) {
    return switch (name) {
      case Expr.FString f
          when !f.parts().isEmpty() && f.parts().get(0) instanceof Expr.StringLiteral s ->
          s.value();
      case Expr.BinOp b when b.left() instanceof Expr.StringLiteral s -> s.value();
      default -> "";
    };
  }
}
