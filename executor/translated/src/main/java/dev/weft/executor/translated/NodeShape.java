package dev.weft.executor.translated;

import dev.weft.executor.NodeType.Form;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the code of a class says about its nodes: where the CPython engine asks objects, this reads
 * the tree, as Java's methods do not tell an async function from another.
 *
 * @param form where they can stand
 * @param isGenerator whether process yields
 * @param isAsync whether process is async
 * @param flushes whether there is flush
 * @param place where the results are given
 * @param documentation the docstring; empty if there is none
 */
record NodeShape(
    Form form,
    boolean isGenerator,
    boolean isAsync,
    boolean flushes,
    ResultPlace place,
    String documentation) {

  /** Whether each item may become several results. */
  boolean expanding() {
    return isGenerator && !isAsync;
  }

  /** Whether process sees the whole stream. */
  boolean seesStream() {
    return isGenerator && isAsync;
  }

  /** Says that a class is no node, as the CPython engine does. */
  static final class NoNode extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoNode(String message) {
      super(message);
    }
  }

  /** The shape of a class, found in the modules, which are given by their files, by its name. */
  static NodeShape of(String name, Map<String, List<Stmt>> modules) {
    Map<String, Stmt.ClassDef> classes = new HashMap<>();
    modules.values().forEach(body -> collect(body, classes));
    Stmt.ClassDef type = classes.get(name);
    if (type == null) {
      throw new NoNode(name + " is not a node; write 'class " + name + "(weft.Node)'");
    }
    Optional<Stmt.FunctionDef> produce = method(type, "produce", classes, 0);
    Optional<Stmt.FunctionDef> process = method(type, "process", classes, 0);
    boolean flushes = method(type, "flush", classes, 0).isPresent();
    if (produce.isPresent()) {
      if (!yields(produce.get())) {
        throw new NoNode(name + ".produce must yield what it produces");
      }
      return new NodeShape(
          Form.SOURCE,
          false,
          false,
          flushes,
          ResultPlace.of(produce.get(), modules),
          documentation(type));
    }
    if (process.isEmpty()) {
      throw new NoNode(name + " has no process(self, item), nor produce(self)");
    }
    Stmt.FunctionDef work = process.get();
    checkArguments(name, work);
    boolean generator = yields(work);
    boolean streaming = (work.isAsync() && generator) || flushes;
    return new NodeShape(
        streaming ? Form.STREAMING : Form.FUNCTION,
        generator,
        work.isAsync(),
        flushes,
        ResultPlace.of(work, modules),
        documentation(type));
  }

  private static void collect(List<Stmt> body, Map<String, Stmt.ClassDef> classes) {
    for (Stmt stmt : body) {
      switch (stmt) {
        case Stmt.ClassDef c -> classes.putIfAbsent(c.name(), c);
        case Stmt.If i -> {
          collect(i.body(), classes);
          collect(i.orElse(), classes);
        }
        case Stmt.Try t -> collect(t.body(), classes);
        default -> {}
      }
    }
  }

  private static Optional<Stmt.FunctionDef> method(
      Stmt.ClassDef type, String name, Map<String, Stmt.ClassDef> classes, int depth) {
    for (Stmt stmt : type.body().reversed()) {
      if (stmt instanceof Stmt.FunctionDef f && f.name().equals(name)) {
        return Optional.of(f);
      }
    }
    for (Expr base : type.bases()) {
      Stmt.ClassDef above = classes.get(lastName(base));
      // Bases that go round are no business of ours; loading tells.
      if (above != null && above != type && depth < 100) {
        Optional<Stmt.FunctionDef> found = method(above, name, classes, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static String lastName(Expr base) {
    return switch (base) {
      case Expr.Name n -> n.id();
      case Expr.Attribute a -> a.name();
      case Expr.Subscript s -> lastName(s.value());
      default -> "";
    };
  }

  private static boolean yields(Stmt.FunctionDef function) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        return !(stmt instanceof Stmt.FunctionDef) && !(stmt instanceof Stmt.ClassDef);
      }

      @Override
      protected boolean enter(Expr expr) {
        found[0] |= expr instanceof Expr.Yield || expr instanceof Expr.YieldFrom;
        return !(expr instanceof Expr.Lambda);
      }
    }.block(function.body());
    return found[0];
  }

  /** As {@code inspect.signature(process).bind(None, None)}, with its words. */
  private static void checkArguments(String name, Stmt.FunctionDef process) {
    int room = 0;
    @Nullable String missing = null;
    boolean open = false;
    for (Parameter p : process.parameters()) {
      switch (p.kind()) {
        case POSITIONAL_ONLY, NORMAL -> {
          room++;
          if (room > 2 && p.defaultValue() == null && missing == null) {
            missing = p.name();
          }
        }
        case KEYWORD_ONLY -> {
          if (p.defaultValue() == null && missing == null) {
            missing = p.name();
          }
        }
        case VAR_ARGS -> open = true;
        case VAR_KEYWORDS -> {}
      }
    }
    String wrong =
        room < 2 && !open
            ? "too many positional arguments"
            : missing != null ? "missing a required argument: '" + missing + "'" : null;
    if (wrong != null) {
      throw new NoNode(name + ".process takes (self, item), or (self, stream): " + wrong);
    }
  }

  private static String documentation(Stmt.ClassDef type) {
    return type.body().getFirst() instanceof Stmt.ExprStmt(var at, Expr.StringLiteral text)
        ? text.value().strip()
        : "";
  }
}
