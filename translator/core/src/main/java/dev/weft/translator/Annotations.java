package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.PythonParser;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.SyntaxException;
import java.util.List;

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
      case Expr.Attribute a -> named(a.name());
      case Expr.StringLiteral s -> quoted(s.value());
      case Expr.BinOp b when b.op() == Operator.BIT_OR ->
          Types.join(type(b.left()), type(b.right()));
      case Expr.Subscript s -> applied(s);
      default -> Basic.OBJECT;
    };
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
      return new Type.Instance(c.type());
    }
    ClassInfo exception = Library.get().exception(name);
    if (exception != null) {
      return new Type.Instance(exception);
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
      case "Queue" -> Types.generic("queue", Basic.NEVER);
      case "Lock" -> Types.generic("lock");
      case "Event" -> Types.generic("event");
      case "Semaphore" -> Types.generic("semaphore");
      case "Task" -> Types.generic("task", Basic.NEVER);
      case "Future" -> Types.generic("future", Basic.NEVER);
      default -> Basic.OBJECT;
    };
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
      case "Queue" -> Types.generic("queue", type(args.get(0)));
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
      default -> Basic.OBJECT;
    };
  }
}
