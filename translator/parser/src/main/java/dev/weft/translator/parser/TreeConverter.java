package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ExceptHandlerTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.WithItemTy;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the statements of GraalPy's tree into ours. */
final class TreeConverter {
  private final ExprConverter exprs;
  private final PatternConverter patterns;

  TreeConverter(String source) {
    exprs = new ExprConverter(this, source);
    patterns = new PatternConverter(exprs);
  }

  List<Stmt> block(StmtTy @Nullable [] body) {
    return each(body, this::statement);
  }

  static <A, B> List<B> each(A @Nullable [] nodes, Function<A, B> convert) {
    return nodes == null ? List.of() : Arrays.stream(nodes).map(convert).toList();
  }

  /** An identifier in the form NFKC, in which Python compares them. */
  static String identifier(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC);
      }
    }
    return name;
  }

  static Position at(SSTNode node) {
    SourceRange range = node.getSourceRange();
    return new Position(range.startLine, range.startColumn, range.endLine, range.endColumn);
  }

  private Stmt statement(StmtTy node) {
    Position at = at(node);
    return switch (node) {
      case StmtTy.FunctionDef f ->
          function(at, f.name, f.args, f.returns, f.body, f.decoratorList, false);
      case StmtTy.AsyncFunctionDef f ->
          function(at, f.name, f.args, f.returns, f.body, f.decoratorList, true);
      case StmtTy.ClassDef c ->
          new Stmt.ClassDef(
              at,
              identifier(c.name),
              exprs.all(c.bases),
              each(c.keywords, exprs::keyword),
              block(c.body),
              exprs.all(c.decoratorList));
      case StmtTy.Return r -> new Stmt.Return(at, exprs.optional(r.value));
      case StmtTy.Delete d -> new Stmt.Delete(at, exprs.all(d.targets));
      case StmtTy.Assign a -> new Stmt.Assign(at, exprs.all(a.targets), exprs.expr(a.value));
      case StmtTy.TypeAlias t ->
          new Stmt.TypeAlias(at, (Expr.Name) exprs.expr(t.name), exprs.expr(t.value));
      case StmtTy.AugAssign a ->
          new Stmt.AugAssign(
              at, exprs.expr(a.target), ExprConverter.operator(a.op), exprs.expr(a.value));
      case StmtTy.AnnAssign a ->
          new Stmt.AnnAssign(
              at, exprs.expr(a.target), exprs.expr(a.annotation), exprs.optional(a.value));
      case StmtTy.For f ->
          new Stmt.For(
              at, exprs.expr(f.target), exprs.expr(f.iter), block(f.body), block(f.orElse), false);
      case StmtTy.AsyncFor f ->
          new Stmt.For(
              at, exprs.expr(f.target), exprs.expr(f.iter), block(f.body), block(f.orElse), true);
      case StmtTy.While w -> new Stmt.While(at, exprs.expr(w.test), block(w.body), block(w.orElse));
      case StmtTy.If i -> new Stmt.If(at, exprs.expr(i.test), block(i.body), block(i.orElse));
      case StmtTy.With w -> new Stmt.With(at, each(w.items, this::withItem), block(w.body), false);
      case StmtTy.AsyncWith w ->
          new Stmt.With(at, each(w.items, this::withItem), block(w.body), true);
      case StmtTy.Match m ->
          new Stmt.Match(
              at,
              exprs.expr(m.subject),
              each(
                  m.cases,
                  c ->
                      new MatchCase(
                          at(c),
                          patterns.pattern(c.pattern),
                          exprs.optional(c.guard),
                          block(c.body))));
      case StmtTy.Raise r -> new Stmt.Raise(at, exprs.optional(r.exc), exprs.optional(r.cause));
      case StmtTy.Try t ->
          new Stmt.Try(
              at,
              block(t.body),
              each(t.handlers, this::handler),
              block(t.orElse),
              block(t.finalBody),
              false);
      case StmtTy.TryStar t ->
          new Stmt.Try(
              at,
              block(t.body),
              each(t.handlers, this::handler),
              block(t.orElse),
              block(t.finalBody),
              true);
      case StmtTy.Assert a -> new Stmt.Assert(at, exprs.expr(a.test), exprs.optional(a.msg));
      case StmtTy.Import i -> new Stmt.Import(at, each(i.names, TreeConverter::alias));
      case StmtTy.ImportFrom i ->
          new Stmt.ImportFrom(at, i.module, each(i.names, TreeConverter::alias), i.level);
      case StmtTy.Global g -> new Stmt.Global(at, each(g.names, TreeConverter::identifier));
      case StmtTy.Nonlocal n -> new Stmt.Nonlocal(at, each(n.names, TreeConverter::identifier));
      case StmtTy.Expr e -> new Stmt.ExprStmt(at, exprs.expr(e.value));
      case StmtTy.Pass p -> new Stmt.Pass(at);
      case StmtTy.Break b -> new Stmt.Break(at);
      case StmtTy.Continue c -> new Stmt.Continue(at);
      default -> throw new IllegalStateException("unknown statement " + node.getClass().getName());
    };
  }

  private Stmt function(
      Position at,
      String name,
      ArgumentsTy parameters,
      @Nullable ExprTy returns,
      StmtTy[] body,
      ExprTy @Nullable [] decorators,
      boolean isAsync) {
    return new Stmt.FunctionDef(
        at,
        identifier(name),
        parameters(parameters),
        exprs.optional(returns),
        block(body),
        exprs.all(decorators),
        isAsync);
  }

  List<Parameter> parameters(@Nullable ArgumentsTy args) {
    List<Parameter> all = new ArrayList<>();
    if (args == null) {
      return all;
    }
    int positionals = length(args.posOnlyArgs) + length(args.args);
    int firstDefault = positionals - (args.defaults == null ? 0 : args.defaults.length);
    addPositionals(all, args, args.posOnlyArgs, firstDefault, Parameter.Kind.POSITIONAL_ONLY);
    addPositionals(all, args, args.args, firstDefault, Parameter.Kind.NORMAL);
    if (args.varArg != null) {
      all.add(parameter(args.varArg, Parameter.Kind.VAR_ARGS, null));
    }
    for (int i = 0; i < length(args.kwOnlyArgs); i++) {
      ExprTy defaultValue = args.kwDefaults == null ? null : args.kwDefaults[i];
      all.add(parameter(args.kwOnlyArgs[i], Parameter.Kind.KEYWORD_ONLY, defaultValue));
    }
    if (args.kwArg != null) {
      all.add(parameter(args.kwArg, Parameter.Kind.VAR_KEYWORDS, null));
    }
    return all;
  }

  private void addPositionals(
      List<Parameter> all,
      ArgumentsTy args,
      ArgTy @Nullable [] nodes,
      int firstDefault,
      Parameter.Kind kind) {
    if (nodes == null) {
      return;
    }
    for (ArgTy node : nodes) {
      int fromDefault = all.size() - firstDefault;
      all.add(parameter(node, kind, fromDefault >= 0 ? args.defaults[fromDefault] : null));
    }
  }

  private static int length(ArgTy @Nullable [] nodes) {
    return nodes == null ? 0 : nodes.length;
  }

  private Parameter parameter(ArgTy node, Parameter.Kind kind, @Nullable ExprTy defaultValue) {
    return new Parameter(
        at(node),
        identifier(node.arg),
        kind,
        exprs.optional(node.annotation),
        exprs.optional(defaultValue));
  }

  private WithItem withItem(WithItemTy node) {
    return new WithItem(at(node), exprs.expr(node.contextExpr), exprs.optional(node.optionalVars));
  }

  private Handler handler(ExceptHandlerTy node) {
    ExceptHandlerTy.ExceptHandler h = (ExceptHandlerTy.ExceptHandler) node;
    return new Handler(
        at(h), exprs.optional(h.type), h.name == null ? null : identifier(h.name), block(h.body));
  }

  private static Stmt.Alias alias(AliasTy node) {
    return new Stmt.Alias(
        identifier(node.name), node.asName == null ? null : identifier(node.asName));
  }
}
