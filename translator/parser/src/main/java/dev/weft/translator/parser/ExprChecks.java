package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ComprehensionTy;
import com.oracle.graal.python.pegparser.sst.ExprContextTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The errors that CPython finds when it makes code of expressions, in its order. */
final class ExprChecks {
  private static final String DEBUG = "__debug__";
  private static final int MOST_BEFORE_A_STAR = 1 << 8;

  private final CodeChecks checks;
  private final StageErrors errors;

  ExprChecks(CodeChecks checks) {
    this.checks = checks;
    this.errors = checks.errors;
  }

  /** A name that is bound. */
  void store(String name, SSTNode at) {
    if (name.equals(DEBUG)) {
      errors.add(at, "cannot assign to __debug__");
    }
  }

  void all(@Nullable ExprTy @Nullable [] nodes) {
    if (nodes != null) {
      for (ExprTy node : nodes) {
        optional(node);
      }
    }
  }

  void optional(@Nullable ExprTy node) {
    if (node != null) {
      expr(node);
    }
  }

  /** Elements and arguments, where a star has its place. */
  void elements(ExprTy @Nullable [] nodes) {
    if (nodes != null) {
      for (ExprTy node : nodes) {
        expr(node instanceof ExprTy.Starred s ? s.value : node);
      }
    }
  }

  /** What an attribute or an item is of. */
  void operand(ExprTy node) {
    switch (node) {
      case ExprTy.Attribute a -> expr(a.value);
      case ExprTy.Subscript s -> {
        expr(s.value);
        expr(s.slice);
      }
      default -> {}
    }
  }

  void parameters(@Nullable ArgumentsTy args) {
    if (args == null) {
      return;
    }
    for (ArgTy[] some : new ArgTy[][] {args.posOnlyArgs, args.args}) {
      parameters(some);
    }
    parameters(new ArgTy[] {args.varArg});
    parameters(args.kwOnlyArgs);
    parameters(new ArgTy[] {args.kwArg});
  }

  private void parameters(@Nullable ArgTy @Nullable [] args) {
    if (args != null) {
      for (ArgTy arg : args) {
        if (arg != null) {
          store(arg.arg, arg);
        }
      }
    }
  }

  void defaults(@Nullable ArgumentsTy args) {
    if (args != null) {
      all(args.defaults);
      all(args.kwDefaults);
    }
  }

  /** The names of keyword arguments. */
  void keywords(KeywordTy @Nullable [] keywords) {
    if (keywords == null) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (KeywordTy keyword : keywords) {
      if (keyword.arg != null) {
        store(keyword.arg, keyword);
        if (!names.add(TreeConverter.identifier(keyword.arg))) {
          errors.add(keyword, "keyword argument repeated: " + keyword.arg);
        }
      }
    }
  }

  void values(KeywordTy @Nullable [] keywords) {
    if (keywords != null) {
      for (KeywordTy keyword : keywords) {
        expr(keyword.value);
      }
    }
  }

  void expr(ExprTy node) {
    switch (node) {
      case ExprTy.NamedExpr n -> {
        expr(n.value);
        expr(n.target);
      }
      case ExprTy.BoolOp b -> all(b.values);
      case ExprTy.BinOp b -> binary(b);
      case ExprTy.UnaryOp u -> expr(u.operand);
      case ExprTy.Lambda l -> {
        parameters(l.args);
        defaults(l.args);
        checks.within(CodeUnit.Kind.PLAIN, checks.scopeOf(l), () -> expr(l.body));
      }
      case ExprTy.IfExp i -> {
        expr(i.test);
        expr(i.body);
        expr(i.orElse);
      }
      case ExprTy.Dict d -> {
        for (int i = 0; d.values != null && i < d.values.length; i++) {
          optional(d.keys[i]);
          expr(d.values[i]);
        }
      }
      case ExprTy.Set s -> elements(s.elements);
      case ExprTy.ListComp c -> comprehension(c, c.generators, c.element, null, false);
      case ExprTy.SetComp c -> comprehension(c, c.generators, c.element, null, false);
      case ExprTy.DictComp c -> comprehension(c, c.generators, c.key, c.value, false);
      case ExprTy.GeneratorExp c -> comprehension(c, c.generators, c.element, null, true);
      case ExprTy.Await a -> {
        if (!checks.unit().scope.kind.isFunctionLike()) {
          errors.add(a, "'await' outside function");
        } else if (checks.unit().kind == CodeUnit.Kind.PLAIN) {
          errors.add(a, "'await' outside async function");
        }
        expr(a.value);
      }
      case ExprTy.Yield y -> {
        yielding(y);
        optional(y.value);
      }
      case ExprTy.YieldFrom y -> {
        yielding(y);
        if (checks.unit().kind == CodeUnit.Kind.ASYNC_FUNCTION) {
          errors.add(y, "'yield from' inside async function");
        }
        expr(y.value);
      }
      case ExprTy.Compare c -> {
        expr(c.left);
        all(c.comparators);
      }
      case ExprTy.Call c -> {
        keywords(c.keywords);
        expr(c.func);
        elements(c.args);
        values(c.keywords);
      }
      case ExprTy.FormattedValue f -> {
        expr(f.value);
        optional(f.formatSpec);
      }
      case ExprTy.JoinedStr j -> all(j.values);
      case ExprTy.Attribute a -> {
        expr(a.value);
        if (a.context == ExprContextTy.Store) {
          store(a.attr, a);
        }
      }
      case ExprTy.Subscript s -> {
        expr(s.value);
        expr(s.slice);
      }
      case ExprTy.Starred s -> {
        errors.add(
            s,
            s.context == ExprContextTy.Store
                ? "starred assignment target must be in a list or tuple"
                : "can't use starred expression here");
        expr(s.value);
      }
      case ExprTy.Slice s -> {
        optional(s.lower);
        optional(s.upper);
        optional(s.step);
      }
      case ExprTy.Name n -> {
        if (n.context == ExprContextTy.Store) {
          store(n.id, n);
        } else if (n.context == ExprContextTy.Del && n.id.equals(DEBUG)) {
          errors.add(n, "cannot delete __debug__");
        }
      }
      case ExprTy.List l -> sequence(l, l.elements, l.context);
      case ExprTy.Tuple t -> sequence(t, t.elements, t.context);
      default -> {}
    }
  }

  /** Goes down the left side in a loop, since sums of thousands of terms lean to the left. */
  private void binary(ExprTy.BinOp node) {
    ArrayDeque<ExprTy> rights = new ArrayDeque<>();
    ExprTy left = node;
    while (left instanceof ExprTy.BinOp b) {
      rights.push(b.right);
      left = b.left;
    }
    expr(left);
    rights.forEach(this::expr);
  }

  private void sequence(ExprTy node, ExprTy @Nullable [] elements, ExprContextTy context) {
    if (context == ExprContextTy.Store && elements != null) {
      boolean starred = false;
      for (int i = 0; i < elements.length; i++) {
        if (elements[i] instanceof ExprTy.Starred) {
          if (starred) {
            errors.add(node, "multiple starred expressions in assignment");
            break;
          }
          if (i >= MOST_BEFORE_A_STAR || elements.length - i - 1 >= Integer.MAX_VALUE >> 8) {
            errors.add(node, "too many expressions in star-unpacking assignment");
            break;
          }
          starred = true;
        }
      }
    }
    if (context == ExprContextTy.Del) {
      all(elements);
    } else {
      elements(elements);
    }
  }

  private void yielding(ExprTy node) {
    if (!checks.unit().scope.kind.isFunctionLike()) {
      errors.add(node, "'yield' outside function");
    }
  }

  private void comprehension(
      ExprTy node,
      ComprehensionTy[] clauses,
      ExprTy element,
      @Nullable ExprTy value,
      boolean isGenerator) {
    Scope scope = checks.scopeOf(node);
    CodeUnit outer = checks.unit();
    boolean isInlined = !isGenerator && !outer.scope.seesClass;
    boolean isMisplaced = scope.isCoroutine && !isGenerator && outer.kind == CodeUnit.Kind.PLAIN;
    if (isInlined) {
      expr(clauses[0].iter);
    }
    if (isMisplaced) {
      errors.add(node, "asynchronous comprehension outside of an asynchronous function");
    }
    Runnable inside = () -> clause(node, clauses, 0, element, value);
    if (isInlined && !isMisplaced) {
      inside.run();
    } else {
      checks.within(CodeUnit.Kind.COMPREHENSION, scope, inside);
    }
    if (!isInlined) {
      expr(clauses[0].iter);
    }
  }

  private void clause(
      ExprTy node, ComprehensionTy[] clauses, int at, ExprTy element, @Nullable ExprTy value) {
    if (at == clauses.length) {
      expr(element);
      optional(value);
      return;
    }
    ComprehensionTy clause = clauses[at];
    if (at > 0) {
      expr(clause.iter);
    }
    if (clause.isAsync) {
      checks.unit().push(CodeUnit.Block.OTHER, node);
    }
    expr(clause.target);
    all(clause.ifs);
    clause(node, clauses, at + 1, element, value);
    if (clause.isAsync) {
      checks.unit().pop();
    }
  }
}
