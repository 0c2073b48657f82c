package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.PythonParser;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads annotations as types. */
final class Annotations {
  private final ModuleInfo module;

  Annotations(ModuleInfo module) {
    this.module = module;
  }

  Type type(Expr annotation) {
    return switch (annotation) {
      case Expr.NoneLiteral n -> Basic.NONE;
      case Expr.Name n -> named(n.id());
      case Expr.Attribute a -> attribute(a);
      case Expr.StringLiteral s -> quoted(s.value());
      case Expr.BinOp b when b.op() == Operator.BIT_OR ->
          Types.join(type(b.left()), type(b.right()));
      case Expr.Subscript s -> applied(s);
      default -> Basic.OBJECT;
    };
  }

  private Type attribute(Expr.Attribute a) {
    String path = path(a);
    Type library = path == null ? null : library(path, List.of());
    return library != null ? library : named(a.name());
  }

  /** The library path that a dotted name stands for. */
  @Nullable String path(Expr expr) {
    if (expr instanceof Expr.Name n) {
      return module.body.symbols.get(n.id()) instanceof Symbol.Library l ? l.path() : null;
    }
    if (expr instanceof Expr.Attribute a) {
      String on = path(a.value());
      return on == null ? null : on + "." + a.name();
    }
    return null;
  }

  /** The type that a library class stands for. */
  private static @Nullable Type library(String path, List<Type> args) {
    if (!(Library.get().made(path) instanceof TypeForm.Applied form)) {
      return null;
    }
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < form.args().size(); i++) {
      cells.add(new Cell(i < args.size() ? args.get(i) : Basic.NEVER));
    }
    return new Type.Generic(form.name(), cells);
  }

  private Type quoted(String text) {
    try {
      List<Stmt> body = PythonParser.parse("<annotation>", text + "\n").body();
      return body.size() == 1 && body.get(0) instanceof Stmt.ExprStmt e
          ? type(e.value())
          : Basic.OBJECT;
    } catch (SyntaxException e) {
      return Basic.OBJECT;
    }
  }

  private Type named(String name) {
    if (module.body.symbols.get(name) instanceof Symbol.UserClass c) {
      return isMetByOthers(c.type()) ? Basic.OBJECT : new Type.Instance(c.type());
    }
    ClassInfo exception = Library.get().exception(name);
    if (exception != null) {
      return new Type.Instance(exception);
    }
    if (module.body.symbols.get(name) instanceof Symbol.Library l) {
      Type library = library(l.path(), List.of());
      if (library != null) {
        return library;
      }
    }
    return switch (name) {
      case "int" -> Basic.INT;
      case "float" -> Basic.FLOAT;
      case "str" -> Basic.STR;
      case "bool" -> Basic.BOOL;
      case "bytes" -> Basic.BYTES;
      case "list", "List", "Sequence" -> Types.generic("list", Basic.NEVER);
      case "dict", "Dict", "Mapping" -> Types.generic("dict", Basic.NEVER, Basic.NEVER);
      case "set", "Set" -> Types.generic("set", Basic.NEVER);
      case "tuple", "Tuple" -> Types.generic("vartuple", Basic.NEVER);
      case "Task" -> Types.generic("task", Basic.NEVER);
      case "Future" -> Types.generic("future", Basic.NEVER);
      default -> Basic.OBJECT;
    };
  }

  /** Whether a protocol says what objects can do whose classes do not derive from it. */
  private boolean isMetByOthers(ClassInfo type) {
    return type.isProtocol
        && (!module.dynamicClasses.isEmpty()
            || module.classes.stream()
                .anyMatch(other ->
                    !other.isSubclassOf(type)
                        && type.methods.keySet().stream().allMatch(m -> other.method(m) != null)));
  }

  private Type applied(Expr.Subscript s) {
    String name = Decorators.name(s.value());
    List<Expr> args = s.index() instanceof Expr.TupleDisplay t ? t.elements() : List.of(s.index());
    return switch (name) {
      case "Optional" -> Types.optional(type(args.get(0)));
      case "Union" -> {
        Type all = Basic.NEVER;
        for (Expr arg : args) {
          all = Types.join(all, type(arg));
        }
        yield all;
      }
      case "list", "List", "Sequence" -> Types.generic("list", type(args.get(0)));
      case "Iterable", "Iterator" -> Types.generic("iter", type(args.get(0)));
      case "set", "Set" -> Types.generic("set", type(args.get(0)));
      case "deque", "Deque" -> Types.generic("deque", type(args.get(0)));
      case "Task" -> Types.generic("task", type(args.get(0)));
      case "Future" -> Types.generic("future", type(args.get(0)));
      case "Final", "ClassVar", "Annotated" -> type(args.get(0));
      case "dict", "Dict", "Mapping", "defaultdict" ->
          args.size() == 2
              ? Types.generic("dict", type(args.get(0)), type(args.get(1)))
              : Basic.OBJECT;
      case "tuple", "Tuple" ->
          args.size() == 2 && args.get(1) instanceof Expr.EllipsisLiteral
              ? Types.generic("vartuple", type(args.get(0)))
              : Types.generic("tuple", args.stream().map(this::type).toArray(Type[]::new));
      case "Callable" ->
          args.get(0) instanceof Expr.ListDisplay l
              ? new Type.Func(
                  l.elements().stream().map(e -> new Cell(type(e))).toList(),
                  new Cell(type(args.getLast())))
              : Basic.OBJECT;
      case "Awaitable", "Coroutine" -> Types.generic("coro", type(args.getLast()));
      default -> {
        String path = path(s.value());
        Type library = path == null ? null : library(path, args.stream().map(this::type).toList());
        yield library == null ? Basic.OBJECT : library;
      }
    };
  }
}
