package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of classes get a value once, where the object is made, so that Java may hold them
 * final. It goes by names alone: one assignment to an attribute of that name, in all of the
 * program, and that one a statement of {@code __init__} itself that nothing before it can leave
 * out.
 */
final class FinalFields {
  /** The assignments to attributes of each name. */
  private final Map<String, List<Expr.Attribute>> assigned = new HashMap<>();

  /** Whether some attribute is set by a name that only run time knows. */
  private boolean anySet;

  FinalFields(List<Stmt> program) {
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        switch (stmt) {
          case Stmt.Assign a -> a.targets().forEach(FinalFields.this::target);
          case Stmt.AnnAssign a when a.value() != null -> target(a.target());
          case Stmt.AugAssign a -> target(a.target());
          case Stmt.For f -> target(f.target());
          case Stmt.With w ->
              w.items()
                  .forEach(i -> {
                    if (i.target() != null) {
                      target(i.target());
                    }
                  });
          case Stmt.Delete d -> d.targets().forEach(FinalFields.this::target);
          default -> {}
        }
        return true;
      }

      @Override
      protected boolean enter(Expr expr) {
        switch (expr) {
          case Expr.Name n -> anySet |= n.id().equals("setattr") || n.id().equals("delattr");
          case Expr.Attribute a ->
              anySet |=
                  a.name().equals("__dict__")
                      || a.name().equals("__setattr__")
                      || a.name().equals("__delattr__");
          default -> {}
        }
        return true;
      }
    }.block(program);
  }

  private void target(Expr target) {
    switch (target) {
      case Expr.Attribute a -> assigned.computeIfAbsent(a.name(), n -> new ArrayList<>()).add(a);
      case Expr.TupleDisplay t -> t.elements().forEach(this::target);
      case Expr.ListDisplay l -> l.elements().forEach(this::target);
      case Expr.Starred s -> target(s.value());
      default -> {}
    }
  }

  /** Whether a field never changes once the object is made. */
  boolean isFinal(ClassInfo type, String name) {
    List<Expr.Attribute> all = assigned.getOrDefault(name, List.of());
    FunctionInfo init = type.methods.get("__init__");
    if (anySet || type.staticField(name) != null) {
      return false;
    }
    return init == null
        ? all.isEmpty() && type.isDataclass && type.dataFields.containsKey(name)
        : all.size() == 1 && sets(init, all.get(0));
  }

  /** Whether a constructor gets to an assignment, and looks at the attribute only behind it. */
  private static boolean sets(FunctionInfo init, Expr.Attribute target) {
    for (Stmt stmt : init.body) {
      if (assignedBy(stmt) == target) {
        return target.value() instanceof Expr.Name n
            && !init.parameters.isEmpty()
            && n.id().equals(init.parameters.get(0).name())
            && count(stmt, target.name()) == 1;
      }
      if (count(stmt, target.name()) > 0) {
        return false;
      }
    }
    return false;
  }

  private static @Nullable Node assignedBy(Stmt stmt) {
    return switch (stmt) {
      case Stmt.Assign a when a.targets().size() == 1 -> a.targets().get(0);
      case Stmt.AnnAssign a -> a.target();
      default -> null;
    };
  }

  /** How often a statement names an attribute; a way out of the function counts too. */
  private static int count(Stmt stmt, String name) {
    int[] found = {0};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt s) {
        if (s instanceof Stmt.Return) {
          found[0]++;
        }
        return true;
      }

      @Override
      protected boolean enter(Expr e) {
        if (e instanceof Expr.Attribute a && a.name().equals(name)) {
          found[0]++;
        }
        return true;
      }
    }.stmt(stmt);
    return found[0];
  }
}
