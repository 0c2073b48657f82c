package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ExceptHandlerTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.TypeParamTy;
import com.oracle.graal.python.pegparser.sst.WithItemTy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The errors that CPython finds when it makes code of statements, in its order (compile.c), which
 * is not always that of the source: the value of an assignment comes before its targets, the body
 * of a class before its bases.
 */
final class CodeChecks {
  final StageErrors errors;
  private final SymbolTable table;
  private final int lastFuture;
  private final ExprChecks exprs;
  private CodeUnit unit;

  private CodeChecks(SymbolTable table, int lastFuture) {
    this.table = table;
    this.errors = table.errors;
    this.lastFuture = lastFuture;
    this.unit = new CodeUnit(CodeUnit.Kind.PLAIN, table.module(), errors);
    this.exprs = new ExprChecks(this);
  }

  /**
   * Checks a module.
   *
   * @param lastFuture the line of the last future import at its beginning; 0 if there is none
   */
  static void check(StmtTy[] body, SymbolTable table, int lastFuture) {
    new CodeChecks(table, lastFuture).block(body);
  }

  CodeUnit unit() {
    return unit;
  }

  Scope scopeOf(SSTNode node) {
    return table.of(node);
  }

  /** Checks a part that is a unit of its own. */
  void within(CodeUnit.Kind kind, Scope scope, Runnable check) {
    CodeUnit outer = unit;
    unit = new CodeUnit(kind, scope, errors);
    check.run();
    unit = outer;
  }

  private void in(CodeUnit.Block block, SSTNode at, Runnable check) {
    unit.push(block, at);
    check.run();
    unit.pop();
  }

  void block(StmtTy @Nullable [] body) {
    if (body != null) {
      for (StmtTy stmt : body) {
        stmt(stmt);
      }
    }
  }

  private void stmt(StmtTy node) {
    switch (node) {
      case StmtTy.FunctionDef f ->
          function(
              f,
              f.name,
              f.args,
              f.returns,
              f.decoratorList,
              f.typeParams,
              f.body,
              CodeUnit.Kind.PLAIN);
      case StmtTy.AsyncFunctionDef f ->
          function(
              f,
              f.name,
              f.args,
              f.returns,
              f.decoratorList,
              f.typeParams,
              f.body,
              CodeUnit.Kind.ASYNC_FUNCTION);
      case StmtTy.ClassDef c -> classDef(c);
      case StmtTy.TypeAlias t -> {
        typeParameters(t.typeParams);
        within(CodeUnit.Kind.PLAIN, table.of(t), () -> exprs.expr(t.value));
        exprs.expr(t.name);
      }
      case StmtTy.Return r -> returns(r);
      case StmtTy.Delete d -> exprs.all(d.targets);
      case StmtTy.Assign a -> {
        exprs.expr(a.value);
        exprs.all(a.targets);
      }
      case StmtTy.AugAssign a -> {
        if (!(a.target instanceof ExprTy.Name)) {
          exprs.operand(a.target);
        }
        exprs.expr(a.value);
        if (a.target instanceof ExprTy.Name) {
          exprs.expr(a.target);
        }
      }
      case StmtTy.AnnAssign a -> annotated(a);
      case StmtTy.For f -> {
        in(
            CodeUnit.Block.LOOP,
            f,
            () -> {
              exprs.expr(f.iter);
              exprs.expr(f.target);
              block(f.body);
            });
        block(f.orElse);
      }
      case StmtTy.AsyncFor f -> {
        onlyAsync(f, "'async for' outside async function");
        exprs.expr(f.iter);
        in(
            CodeUnit.Block.LOOP,
            f,
            () -> {
              exprs.expr(f.target);
              block(f.body);
            });
        block(f.orElse);
      }
      case StmtTy.While w -> {
        in(
            CodeUnit.Block.LOOP,
            w,
            () -> {
              exprs.expr(w.test);
              block(w.body);
            });
        block(w.orElse);
      }
      case StmtTy.If i -> {
        exprs.expr(i.test);
        block(i.body);
        block(i.orElse);
      }
      case StmtTy.With w -> with(w, w.items, w.body, 0);
      case StmtTy.AsyncWith w -> {
        onlyAsync(w, "'async with' outside async function");
        with(w, w.items, w.body, 0);
      }
      case StmtTy.Match m -> new PatternChecks(this, exprs).match(m);
      case StmtTy.Raise r -> {
        exprs.optional(r.exc);
        exprs.optional(r.cause);
      }
      case StmtTy.Try t -> attempt(t, t.body, t.handlers, t.orElse, t.finalBody, false);
      case StmtTy.TryStar t -> attempt(t, t.body, t.handlers, t.orElse, t.finalBody, true);
      case StmtTy.Assert a -> {
        exprs.expr(a.test);
        exprs.optional(a.msg);
      }
      case StmtTy.Import i -> stored(i.names, i);
      case StmtTy.ImportFrom i -> {
        if ("__future__".equals(i.module) && i.getSourceRange().startLine > lastFuture) {
          errors.add(i, FutureImports.LATE);
        }
        stored(i.names, i);
      }
      case StmtTy.Expr e -> exprs.expr(e.value);
      case StmtTy.Break b -> unit.unwind(TreeConverter.at(b), b, "'break' outside loop");
      case StmtTy.Continue c ->
          unit.unwind(TreeConverter.at(c), c, "'continue' not properly in loop");
      default -> {}
    }
  }

  private void onlyAsync(StmtTy node, String message) {
    if (unit.kind != CodeUnit.Kind.ASYNC_FUNCTION) {
      errors.add(node, message);
    }
  }

  private void stored(AliasTy[] names, StmtTy at) {
    for (AliasTy alias : names) {
      String name = alias.asName == null ? alias.name : alias.asName;
      int dot = name.indexOf('.');
      exprs.store(dot < 0 || alias.asName != null ? name : name.substring(0, dot), at);
    }
  }

  private void function(
      StmtTy node,
      String name,
      ArgumentsTy args,
      @Nullable ExprTy returns,
      ExprTy @Nullable [] decorators,
      TypeParamTy @Nullable [] typeParams,
      StmtTy[] body,
      CodeUnit.Kind kind) {
    exprs.parameters(args);
    exprs.all(decorators);
    exprs.defaults(args);
    typeParameters(typeParams);
    if (!table.postponesAnnotations) {
      Scope scope = table.of(node);
      Consumer<ExprTy> annotation = exprs::expr;
      Scope around = java.util.Objects.requireNonNull(scope.outer);
      Runnable all = () -> annotations(args, returns, annotation);
      if (around.kind == Scope.Kind.TYPE_PARAMETERS) {
        within(CodeUnit.Kind.PLAIN, around, all);
      } else {
        all.run();
      }
    }
    within(kind, table.of(node), () -> block(body));
    exprs.store(name, node);
  }

  private static void annotations(
      @Nullable ArgumentsTy args, @Nullable ExprTy returns, Consumer<ExprTy> each) {
    if (args != null) {
      for (ArgTy[] some : new ArgTy[][] {args.args, args.posOnlyArgs}) {
        annotations(some, each);
      }
      annotations(new ArgTy[] {args.varArg}, each);
      annotations(args.kwOnlyArgs, each);
      annotations(new ArgTy[] {args.kwArg}, each);
    }
    if (returns != null) {
      each.accept(returns);
    }
  }

  private static void annotations(@Nullable ArgTy @Nullable [] args, Consumer<ExprTy> each) {
    if (args != null) {
      for (ArgTy arg : args) {
        if (arg != null && arg.annotation != null) {
          // The annotation of *args may have a star of its own.
          each.accept(arg.annotation instanceof ExprTy.Starred s ? s.value : arg.annotation);
        }
      }
    }
  }

  private void typeParameters(TypeParamTy @Nullable [] parameters) {
    if (parameters != null) {
      for (TypeParamTy parameter : parameters) {
        if (parameter instanceof TypeParamTy.TypeVar v && v.bound != null) {
          within(CodeUnit.Kind.PLAIN, table.of(v), () -> exprs.expr(v.bound));
        }
      }
    }
  }

  private void classDef(StmtTy.ClassDef c) {
    exprs.all(c.decoratorList);
    typeParameters(c.typeParams);
    Scope scope = table.of(c);
    within(CodeUnit.Kind.PLAIN, scope, () -> block(c.body));
    Scope around = java.util.Objects.requireNonNull(scope.outer);
    Runnable bases =
        () -> {
          exprs.keywords(c.keywords);
          exprs.elements(c.bases);
          exprs.values(c.keywords);
        };
    if (around.kind == Scope.Kind.TYPE_PARAMETERS) {
      within(CodeUnit.Kind.PLAIN, around, bases);
    } else {
      bases.run();
    }
    exprs.store(c.name, c);
  }

  private void returns(StmtTy.Return r) {
    Scope scope = unit.scope;
    if (!scope.kind.isFunctionLike()) {
      errors.add(r, "'return' outside function");
    }
    if (r.value != null && scope.isCoroutine && scope.isGenerator) {
      errors.add(r, "'return' with value in async generator");
    }
    exprs.optional(r.value);
    // A constant is what a debugger stops at, where it stands on the line of the statement.
    boolean atValue =
        r.value instanceof ExprTy.Constant
            && r.value.getSourceRange().startLine == r.getSourceRange().startLine;
    unit.unwind(TreeConverter.at(atValue ? java.util.Objects.requireNonNull(r.value) : r), r, null);
  }

  private void annotated(StmtTy.AnnAssign a) {
    if (a.value != null) {
      exprs.expr(a.value);
      exprs.expr(a.target);
    }
    if (a.target instanceof ExprTy.Name n) {
      exprs.store(n.id, n);
    } else if (a.value == null) {
      exprs.operand(a.target);
    }
    boolean isEvaluated = !unit.scope.kind.isFunctionLike() && !table.postponesAnnotations;
    if (isEvaluated) {
      exprs.expr(a.annotation);
    }
  }

  private void with(StmtTy node, WithItemTy[] items, StmtTy[] body, int from) {
    if (from == items.length) {
      block(body);
      return;
    }
    exprs.expr(items[from].contextExpr);
    in(
        CodeUnit.Block.OTHER,
        node,
        () -> {
          exprs.optional(items[from].optionalVars);
          with(node, items, body, from + 1);
        });
  }

  private void attempt(
      StmtTy node,
      StmtTy[] body,
      ExceptHandlerTy @Nullable [] handlers,
      StmtTy @Nullable [] orElse,
      StmtTy @Nullable [] finalBody,
      boolean isStar) {
    boolean hasFinal = finalBody != null && finalBody.length > 0;
    boolean hasHandlers = handlers != null && handlers.length > 0;
    if (hasFinal) {
      unit.push(CodeUnit.Block.OTHER, node);
    }
    if (hasHandlers) {
      in(CodeUnit.Block.OTHER, node, () -> block(body));
      if (!isStar) {
        block(orElse);
      }
      in(
          isStar ? CodeUnit.Block.GROUP_HANDLER : CodeUnit.Block.OTHER,
          node,
          () -> handlers(java.util.Objects.requireNonNull(handlers), isStar));
      if (isStar) {
        block(orElse);
      }
    } else {
      block(body);
    }
    if (hasFinal) {
      unit.pop();
      in(CodeUnit.Block.OTHER, node, () -> block(finalBody));
    }
  }

  private void handlers(ExceptHandlerTy[] handlers, boolean isStar) {
    for (int i = 0; i < handlers.length; i++) {
      ExceptHandlerTy.ExceptHandler handler = (ExceptHandlerTy.ExceptHandler) handlers[i];
      if (!isStar && handler.type == null && i < handlers.length - 1) {
        errors.add(handler, "default 'except:' must be last");
      }
      exprs.optional(handler.type);
      if (handler.name != null) {
        exprs.store(handler.name, handler);
      }
      in(CodeUnit.Block.OTHER, handler, () -> block(handler.body));
    }
  }
}
