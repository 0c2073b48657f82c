package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ComprehensionTy;
import com.oracle.graal.python.pegparser.sst.ExceptHandlerTy;
import com.oracle.graal.python.pegparser.sst.ExprContextTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.MatchCaseTy;
import com.oracle.graal.python.pegparser.sst.PatternTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.TypeParamTy;
import com.oracle.graal.python.pegparser.sst.WithItemTy;
import org.jspecify.annotations.Nullable;

/** Visits a module in the order in which CPython fills its symbol table. */
final class SymbolVisitor {
  /** The name of generator expressions in messages. */
  private static final String GENERATOR = "generator expression";

  private final SymbolTable table;

  SymbolVisitor(SymbolTable table) {
    this.table = table;
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
          function(f, f.name, f.args, f.returns, f.decoratorList, f.typeParams, f.body, false);
      case StmtTy.AsyncFunctionDef f ->
          function(f, f.name, f.args, f.returns, f.decoratorList, f.typeParams, f.body, true);
      case StmtTy.ClassDef c -> classDef(c);
      case StmtTy.TypeAlias t -> {
        expr(t.name);
        boolean inClass = table.current().kind == Scope.Kind.CLASS;
        boolean isGeneric = typeParameters(t.typeParams);
        table.enter(t, Scope.Kind.ALIAS, null);
        table.current().seesClass = inClass;
        expr(t.value);
        table.leave();
        if (isGeneric) {
          table.leave();
        }
      }
      case StmtTy.Return r -> optional(r.value);
      case StmtTy.Delete d -> exprs(d.targets);
      case StmtTy.Assign a -> {
        exprs(a.targets);
        expr(a.value);
      }
      case StmtTy.AugAssign a -> {
        expr(a.target);
        expr(a.value);
      }
      case StmtTy.AnnAssign a -> annotated(a);
      case StmtTy.For f -> loop(f.target, f.iter, f.body, f.orElse);
      case StmtTy.AsyncFor f -> loop(f.target, f.iter, f.body, f.orElse);
      case StmtTy.While w -> {
        expr(w.test);
        block(w.body);
        block(w.orElse);
      }
      case StmtTy.If i -> {
        expr(i.test);
        block(i.body);
        block(i.orElse);
      }
      case StmtTy.With w -> with(w.items, w.body);
      case StmtTy.AsyncWith w -> with(w.items, w.body);
      case StmtTy.Match m -> {
        expr(m.subject);
        for (MatchCaseTy c : m.cases) {
          pattern(c.pattern);
          optional(c.guard);
          block(c.body);
        }
      }
      case StmtTy.Raise r -> {
        optional(r.exc);
        optional(r.cause);
      }
      case StmtTy.Try t -> attempt(t.body, t.handlers, t.orElse, t.finalBody);
      case StmtTy.TryStar t -> attempt(t.body, t.handlers, t.orElse, t.finalBody);
      case StmtTy.Assert a -> {
        expr(a.test);
        optional(a.msg);
      }
      case StmtTy.Import i -> aliases(i.names);
      case StmtTy.ImportFrom i -> aliases(i.names);
      case StmtTy.Global g -> {
        for (String name : g.names) {
          table.declare(TreeConverter.identifier(name), Scope.GLOBAL, g);
        }
      }
      case StmtTy.Nonlocal n -> {
        for (String name : n.names) {
          table.declare(TreeConverter.identifier(name), Scope.NONLOCAL, n);
        }
      }
      case StmtTy.Expr e -> expr(e.value);
      default -> {}
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
      boolean isAsync) {
    define(name, Scope.LOCAL, node);
    defaults(args);
    exprs(decorators);
    boolean isGeneric = typeParameters(typeParams);
    annotations(args, returns);
    table.enter(node, Scope.Kind.FUNCTION, null);
    table.current().isCoroutine = isAsync;
    parameters(args);
    block(body);
    table.leave();
    if (isGeneric) {
      table.leave();
    }
  }

  private void classDef(StmtTy.ClassDef c) {
    define(c.name, Scope.LOCAL, c);
    exprs(c.decoratorList);
    String outer = table.className;
    boolean isGeneric = typeParameters(c.typeParams);
    if (isGeneric) {
      table.className = TreeConverter.identifier(c.name);
    }
    exprs(c.bases);
    keywords(c.keywords);
    table.enter(c, Scope.Kind.CLASS, null);
    table.className = TreeConverter.identifier(c.name);
    block(c.body);
    table.leave();
    if (isGeneric) {
      table.leave();
    }
    table.className = outer;
  }

  private boolean typeParameters(TypeParamTy @Nullable [] parameters) {
    if (parameters == null || parameters.length == 0) {
      return false;
    }
    boolean inClass = table.current().kind == Scope.Kind.CLASS;
    table.enter(null, Scope.Kind.TYPE_PARAMETERS, null);
    table.current().seesClass = inClass;
    for (TypeParamTy parameter : parameters) {
      switch (parameter) {
        case TypeParamTy.TypeVar v -> {
          define(v.name, Scope.TYPE_PARAMETER | Scope.LOCAL, v);
          if (v.bound != null) {
            table.enter(v, Scope.Kind.BOUND, null);
            table.current().seesClass = inClass;
            expr(v.bound);
            table.leave();
          }
        }
        case TypeParamTy.ParamSpec p -> define(p.name, Scope.TYPE_PARAMETER | Scope.LOCAL, p);
        case TypeParamTy.TypeVarTuple t -> define(t.name, Scope.TYPE_PARAMETER | Scope.LOCAL, t);
        default -> {}
      }
    }
    return true;
  }

  private void defaults(@Nullable ArgumentsTy args) {
    if (args != null) {
      exprs(args.defaults);
      exprs(args.kwDefaults);
    }
  }

  private void parameters(@Nullable ArgumentsTy args) {
    if (args == null) {
      return;
    }
    for (ArgTy[] some : new ArgTy[][] {args.posOnlyArgs, args.args, args.kwOnlyArgs}) {
      if (some != null) {
        for (ArgTy arg : some) {
          define(arg.arg, Scope.PARAMETER, arg);
        }
      }
    }
    if (args.varArg != null) {
      define(args.varArg.arg, Scope.PARAMETER, args.varArg);
    }
    if (args.kwArg != null) {
      define(args.kwArg.arg, Scope.PARAMETER, args.kwArg);
    }
  }

  private void annotations(@Nullable ArgumentsTy args, @Nullable ExprTy returns) {
    if (args != null) {
      annotations(args.posOnlyArgs);
      annotations(args.args);
      annotations(args.varArg, args.kwArg);
      annotations(args.kwOnlyArgs);
    }
    annotation(returns);
  }

  private void annotations(@Nullable ArgTy @Nullable ... args) {
    if (args != null) {
      for (ArgTy arg : args) {
        annotation(arg == null ? null : arg.annotation);
      }
    }
  }

  private void annotation(@Nullable ExprTy annotation) {
    if (annotation == null) {
      return;
    }
    if (table.postponesAnnotations) {
      table.enter(annotation, Scope.Kind.ANNOTATION, null);
      expr(annotation);
      table.leave();
    } else {
      expr(annotation);
    }
  }

  private void annotated(StmtTy.AnnAssign a) {
    if (a.target instanceof ExprTy.Name n) {
      String name = TreeConverter.identifier(n.id);
      int known = table.lookUp(name);
      boolean elsewhere = (known & (Scope.GLOBAL | Scope.NONLOCAL)) != 0;
      if (elsewhere && table.current() != table.module() && a.isSimple) {
        table.errors.add(
            a,
            "annotated name '"
                + name
                + "' can't be "
                + ((known & Scope.GLOBAL) != 0 ? "global" : "nonlocal"));
      }
      if (a.isSimple) {
        define(n.id, Scope.ANNOTATED | Scope.LOCAL, n);
      } else if (a.value != null) {
        define(n.id, Scope.LOCAL, n);
      }
    } else {
      expr(a.target);
    }
    annotation(a.annotation);
    optional(a.value);
  }

  private void loop(ExprTy target, ExprTy iterable, StmtTy[] body, StmtTy @Nullable [] orElse) {
    expr(target);
    expr(iterable);
    block(body);
    block(orElse);
  }

  private void with(WithItemTy[] items, StmtTy[] body) {
    for (WithItemTy item : items) {
      expr(item.contextExpr);
      optional(item.optionalVars);
    }
    block(body);
  }

  private void attempt(
      StmtTy[] body,
      ExceptHandlerTy @Nullable [] handlers,
      StmtTy @Nullable [] orElse,
      StmtTy @Nullable [] finalBody) {
    block(body);
    block(orElse);
    if (handlers != null) {
      for (ExceptHandlerTy h : handlers) {
        ExceptHandlerTy.ExceptHandler handler = (ExceptHandlerTy.ExceptHandler) h;
        optional(handler.type);
        define(handler.name, Scope.LOCAL, handler);
        block(handler.body);
      }
    }
    block(finalBody);
  }

  private void pattern(PatternTy node) {
    switch (node) {
      case PatternTy.MatchValue v -> expr(v.value);
      case PatternTy.MatchSequence s -> patterns(s.patterns);
      case PatternTy.MatchStar s -> define(s.name, Scope.LOCAL, s);
      case PatternTy.MatchMapping m -> {
        exprs(m.keys);
        patterns(m.patterns);
        define(m.rest, Scope.LOCAL, m);
      }
      case PatternTy.MatchClass c -> {
        expr(c.cls);
        patterns(c.patterns);
        patterns(c.kwdPatterns);
      }
      case PatternTy.MatchAs a -> {
        if (a.pattern != null) {
          pattern(a.pattern);
        }
        define(a.name, Scope.LOCAL, a);
      }
      case PatternTy.MatchOr o -> patterns(o.patterns);
      default -> {}
    }
  }

  private void patterns(PatternTy @Nullable [] nodes) {
    if (nodes != null) {
      for (PatternTy node : nodes) {
        pattern(node);
      }
    }
  }

  private void aliases(AliasTy[] names) {
    for (AliasTy alias : names) {
      if (alias.name.equals("*")) {
        if (table.current().kind != Scope.Kind.MODULE) {
          table.errors.add(alias, "import * only allowed at module level");
        }
        continue;
      }
      String name = alias.asName == null ? alias.name : alias.asName;
      int dot = name.indexOf('.');
      define(dot < 0 ? name : name.substring(0, dot), Scope.IMPORT, alias);
    }
  }

  private void define(@Nullable String name, int flag, SSTNode at) {
    if (name != null) {
      table.define(TreeConverter.identifier(name), flag, at);
    }
  }

  private void exprs(@Nullable ExprTy @Nullable [] nodes) {
    if (nodes != null) {
      for (ExprTy node : nodes) {
        optional(node);
      }
    }
  }

  private void optional(@Nullable ExprTy node) {
    if (node != null) {
      expr(node);
    }
  }

  private void keywords(KeywordTy @Nullable [] keywords) {
    if (keywords != null) {
      for (KeywordTy keyword : keywords) {
        expr(keyword.value);
      }
    }
  }

  private void expr(ExprTy node) {
    ExprTy at = node;
    // Sums of thousands of terms lean to the left; their names are met from the left.
    if (at instanceof ExprTy.BinOp) {
      java.util.ArrayDeque<ExprTy> rights = new java.util.ArrayDeque<>();
      while (at instanceof ExprTy.BinOp b) {
        rights.push(b.right);
        at = b.left;
      }
      expr(at);
      rights.forEach(this::expr);
      return;
    }
    switch (node) {
      case ExprTy.NamedExpr n -> named(n);
      case ExprTy.BoolOp b -> exprs(b.values);
      case ExprTy.UnaryOp u -> expr(u.operand);
      case ExprTy.Lambda l -> {
        defaults(l.args);
        table.enter(l, Scope.Kind.FUNCTION, null);
        parameters(l.args);
        expr(l.body);
        table.leave();
      }
      case ExprTy.IfExp i -> {
        expr(i.test);
        expr(i.body);
        expr(i.orElse);
      }
      case ExprTy.Dict d -> {
        exprs(d.keys);
        exprs(d.values);
      }
      case ExprTy.Set s -> exprs(s.elements);
      case ExprTy.ListComp c ->
          comprehension(c, "list comprehension", c.generators, c.element, null);
      case ExprTy.SetComp c -> comprehension(c, "set comprehension", c.generators, c.element, null);
      case ExprTy.DictComp c ->
          comprehension(c, "dict comprehension", c.generators, c.key, c.value);
      case ExprTy.GeneratorExp c -> comprehension(c, GENERATOR, c.generators, c.element, null);
      case ExprTy.Await a -> {
        notInAnnotation("await expression", a);
        expr(a.value);
        table.current().isCoroutine = true;
      }
      case ExprTy.Yield y -> yielding(y, y.value);
      case ExprTy.YieldFrom y -> yielding(y, y.value);
      case ExprTy.Compare c -> {
        expr(c.left);
        exprs(c.comparators);
      }
      case ExprTy.Call c -> {
        expr(c.func);
        exprs(c.args);
        keywords(c.keywords);
      }
      case ExprTy.FormattedValue f -> {
        expr(f.value);
        optional(f.formatSpec);
      }
      case ExprTy.JoinedStr j -> exprs(j.values);
      case ExprTy.Attribute a -> expr(a.value);
      case ExprTy.Subscript s -> {
        expr(s.value);
        expr(s.slice);
      }
      case ExprTy.Starred s -> expr(s.value);
      case ExprTy.Slice s -> {
        optional(s.lower);
        optional(s.upper);
        optional(s.step);
      }
      case ExprTy.Name n ->
          define(n.id, n.context == ExprContextTy.Load ? Scope.USE : Scope.LOCAL, n);
      case ExprTy.List l -> exprs(l.elements);
      case ExprTy.Tuple t -> exprs(t.elements);
      default -> {}
    }
  }

  private void yielding(ExprTy node, @Nullable ExprTy value) {
    notInAnnotation("yield expression", node);
    optional(value);
    Scope scope = table.current();
    scope.isGenerator = true;
    if (scope.comprehension != null) {
      table.errors.add(node, "'yield' inside " + scope.comprehension);
    }
  }

  private void notInAnnotation(String what, ExprTy node) {
    String where =
        switch (table.current().kind) {
          case ANNOTATION -> "an annotation";
          case BOUND -> "a TypeVar bound";
          case ALIAS -> "a type alias";
          case TYPE_PARAMETERS -> "the definition of a generic";
          case MODULE, CLASS, FUNCTION -> "";
        };
    if (!where.isEmpty()) {
      table.errors.add(node, what + " cannot be used within " + where);
    }
  }

  private void named(ExprTy.NamedExpr n) {
    notInAnnotation("named expression", n);
    if (table.current().iterables > 0) {
      table.errors.add(
          n, "assignment expression cannot be used in a comprehension iterable expression");
    } else if (table.current().comprehension != null) {
      bindOutside((ExprTy.Name) n.target);
    }
    expr(n.value);
    expr(n.target);
  }

  /** The target of a walrus in a comprehension belongs to the block around. */
  private void bindOutside(ExprTy.Name target) {
    String name = TreeConverter.identifier(target.id);
    String mangled = table.mangled(name);
    for (Scope scope = table.current(); scope != null; scope = scope.outer) {
      if (scope.comprehension != null) {
        if (scope.has(mangled, Scope.ITERATION) && scope.has(mangled, Scope.LOCAL)) {
          table.errors.add(
              target,
              "assignment expression cannot rebind comprehension iteration variable '"
                  + name
                  + "'");
          return;
        }
        continue;
      }
      switch (scope.kind) {
        case FUNCTION -> {
          boolean isGlobal = scope.has(mangled, Scope.GLOBAL);
          table.define(name, isGlobal ? Scope.GLOBAL : Scope.NONLOCAL, target);
          table.direct(name, target);
          table.define(name, Scope.LOCAL, scope, target);
          return;
        }
        case MODULE -> {
          table.define(name, Scope.GLOBAL, target);
          table.direct(name, target);
          table.define(name, Scope.GLOBAL, scope, target);
          return;
        }
        case CLASS, BOUND, ALIAS, TYPE_PARAMETERS -> {
          String where =
              switch (scope.kind) {
                case CLASS -> "a class body";
                case BOUND -> "a TypeVar bound";
                case ALIAS -> "a type alias";
                default -> "the definition of a generic";
              };
          boolean isClass = scope.kind == Scope.Kind.CLASS;
          table.errors.add(
              target,
              "assignment expression within a comprehension cannot be used "
                  + (isClass || scope.kind != Scope.Kind.TYPE_PARAMETERS ? "in " : "within ")
                  + where);
          return;
        }
        case ANNOTATION -> {}
      }
    }
  }

  private void comprehension(
      ExprTy node, String kind, ComprehensionTy[] clauses, ExprTy element, @Nullable ExprTy value) {
    Scope around = table.current();
    around.iterables++;
    expr(clauses[0].iter);
    around.iterables--;
    table.enter(node, Scope.Kind.FUNCTION, kind);
    Scope own = table.current();
    own.isCoroutine = clauses[0].isAsync;
    for (int i = 0; i < clauses.length; i++) {
      ComprehensionTy clause = clauses[i];
      own.inTarget = true;
      expr(clause.target);
      own.inTarget = false;
      if (i > 0) {
        own.iterables++;
        expr(clause.iter);
        own.iterables--;
      }
      exprs(clause.ifs);
      own.isCoroutine |= clause.isAsync;
    }
    optional(value);
    expr(element);
    boolean isGenerator = kind.equals(GENERATOR);
    own.isGenerator = isGenerator;
    table.leave();
    if (own.isCoroutine && !isGenerator) {
      around.isCoroutine = true;
    }
  }
}
