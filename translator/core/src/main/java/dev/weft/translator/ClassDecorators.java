package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decorators of classes that note a class somewhere and give it back as it is: {@code
 * register(Circle)} behind the class does the same.
 */
final class ClassDecorators {
  private final Map<String, Stmt.FunctionDef> functions = new HashMap<>();
  private final Map<String, List<Stmt.FunctionDef>> methods = new HashMap<>();

  ClassDecorators(List<Stmt> module) {
    Bindings bound = Bindings.of(module);
    for (Stmt stmt : module) {
      if (stmt instanceof Stmt.FunctionDef f && bound.isOnce(f.name())) {
        functions.put(f.name(), f);
      }
    }
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.ClassDef c) {
          for (Stmt part : c.body()) {
            if (part instanceof Stmt.FunctionDef f) {
              methods.computeIfAbsent(f.name(), n -> new ArrayList<>()).add(f);
            }
          }
        }
        return true;
      }
    }.block(module);
  }

  /** Whether a decorator gives back the class that it decorates. */
  boolean givesBack(Expr decorator) {
    return decorator instanceof Expr.Call made
        ? called(made.function(), true)
        : called(decorator, false);
  }

  private boolean called(Expr function, boolean makes) {
    if (function instanceof Expr.Name n) {
      Stmt.FunctionDef f = functions.get(n.id());
      return f != null && gives(f, 0, makes);
    }
    if (function instanceof Expr.Attribute a && a.value() instanceof Expr.Name) {
      List<Stmt.FunctionDef> all = methods.getOrDefault(a.name(), List.of());
      return !all.isEmpty() && all.stream().allMatch(f -> gives(f, 1, makes));
    }
    return false;
  }

  /**
   * Whether a function gives its argument back.
   *
   * @param at the place of the parameter, behind {@code self}
   * @param makes whether it makes the function that does
   */
  private static boolean gives(Stmt.FunctionDef f, int at, boolean makes) {
    if (f.isAsync() || !f.decorators().isEmpty()) {
      return false;
    }
    if (makes) {
      Stmt.FunctionDef inner = made(f);
      return inner != null && gives(inner, 0, false);
    }
    if (f.parameters().size() != at + 1
        || f.parameters().get(at).kind() == Parameter.Kind.VAR_ARGS
        || f.parameters().get(at).kind() == Parameter.Kind.VAR_KEYWORDS) {
      return false;
    }
    String name = f.parameters().get(at).name();
    Bindings bound = Bindings.of(f.body());
    return !bound.names.containsKey(name)
        && !bound.yields
        && isName(f.body().getLast(), name)
        && leavesAlone(f.body(), name);
  }

  /** The function that a function defines and gives, if it does nothing else. */
  private static Stmt.@Nullable FunctionDef made(Stmt.FunctionDef f) {
    Stmt.FunctionDef inner = null;
    for (Stmt stmt : f.body()) {
      if (stmt instanceof Stmt.FunctionDef g && inner == null) {
        inner = g;
      } else if (inner == null || !isName(stmt, inner.name())) {
        boolean isDoc = stmt instanceof Stmt.ExprStmt e && e.value() instanceof Expr.StringLiteral;
        if (!isDoc) {
          return null;
        }
      }
    }
    return inner != null && isName(f.body().getLast(), inner.name()) ? inner : null;
  }

  private static boolean isName(Stmt stmt, String name) {
    return stmt instanceof Stmt.Return r && r.value() instanceof Expr.Name n && n.id().equals(name);
  }

  /** Whether nothing else is given, and the class gets no attributes. */
  private static boolean leavesAlone(List<Stmt> body, String name) {
    boolean[] alone = {true};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        switch (stmt) {
          case Stmt.Return r -> alone[0] &= isName(r, name);
          case Stmt.Assign a -> a.targets().forEach(this::target);
          case Stmt.AugAssign a -> target(a.target());
          case Stmt.AnnAssign a -> target(a.target());
          case Stmt.Delete d -> d.targets().forEach(this::target);
          case Stmt.FunctionDef f -> alone[0] = false;
          case Stmt.ClassDef c -> alone[0] = false;
          default -> {}
        }
        return true;
      }

      @Override
      protected boolean enter(Expr expr) {
        alone[0] &=
            !(expr instanceof Expr.Call c
                && c.function() instanceof Expr.Name n
                && (n.id().equals("setattr") || n.id().equals("delattr")));
        return true;
      }

      private void target(Expr target) {
        alone[0] &=
            !(target instanceof Expr.Attribute a
                && a.value() instanceof Expr.Name n
                && n.id().equals(name));
      }
    }.block(body);
    return alone[0];
  }
}
