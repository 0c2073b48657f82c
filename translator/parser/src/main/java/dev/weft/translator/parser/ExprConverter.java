package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.BoolOpTy;
import com.oracle.graal.python.pegparser.sst.CmpOpTy;
import com.oracle.graal.python.pegparser.sst.ComprehensionTy;
import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.OperatorTy;
import com.oracle.graal.python.pegparser.sst.UnaryOpTy;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the expressions of GraalPy's tree into ours. */
final class ExprConverter {
  private final TreeConverter trees;
  private final String source;

  /** Where each line starts; made when first of use. */
  private int @Nullable [] starts;

  ExprConverter(TreeConverter trees, String source) {
    this.trees = trees;
    this.source = source;
  }

  List<Expr> all(ExprTy @Nullable [] nodes) {
    return TreeConverter.each(nodes, this::expr);
  }

  @Nullable Expr optional(@Nullable ExprTy node) {
    return node == null ? null : expr(node);
  }

  Keyword keyword(KeywordTy node) {
    return new Keyword(
        TreeConverter.at(node),
        node.arg == null ? null : TreeConverter.identifier(node.arg),
        expr(node.value));
  }

  Expr expr(ExprTy node) {
    Position at = TreeConverter.at(node);
    return switch (node) {
      case ExprTy.BoolOp b -> new Expr.BoolOp(at, b.op == BoolOpTy.And, all(b.values));
      case ExprTy.NamedExpr n -> new Expr.Walrus(at, (Expr.Name) expr(n.target), expr(n.value));
      case ExprTy.BinOp b -> binOp(b);
      case ExprTy.UnaryOp u -> new Expr.UnaryOp(at, unary(u.op), expr(u.operand));
      case ExprTy.Lambda l -> new Expr.Lambda(at, trees.parameters(l.args), expr(l.body));
      case ExprTy.IfExp i -> new Expr.Conditional(at, expr(i.test), expr(i.body), expr(i.orElse));
      case ExprTy.Dict d -> new Expr.DictDisplay(at, entries(d));
      case ExprTy.Set s -> new Expr.SetDisplay(at, all(s.elements));
      case ExprTy.ListComp c ->
          comprehension(at, Expr.Comprehension.Kind.LIST, c.element, null, c.generators);
      case ExprTy.SetComp c ->
          comprehension(at, Expr.Comprehension.Kind.SET, c.element, null, c.generators);
      case ExprTy.DictComp c ->
          comprehension(at, Expr.Comprehension.Kind.DICT, c.key, c.value, c.generators);
      case ExprTy.GeneratorExp c ->
          comprehension(at, Expr.Comprehension.Kind.GENERATOR, c.element, null, c.generators);
      case ExprTy.Await a -> new Expr.Await(at, expr(a.value));
      case ExprTy.Yield y -> new Expr.Yield(at, optional(y.value));
      case ExprTy.YieldFrom y -> new Expr.YieldFrom(at, expr(y.value));
      case ExprTy.Compare c ->
          new Expr.Compare(
              at,
              expr(c.left),
              TreeConverter.each(c.ops, ExprConverter::comparison),
              all(c.comparators));
      case ExprTy.Call c ->
          new Expr.Call(
              at, expr(c.func), all(c.args), TreeConverter.each(c.keywords, this::keyword));
      case ExprTy.FormattedValue f -> formatted(at, f);
      case ExprTy.JoinedStr j -> new Expr.FString(at, TreeConverter.each(j.values, this::part));
      case ExprTy.Constant c -> constant(at, c.value);
      case ExprTy.Attribute a ->
          new Expr.Attribute(at, expr(a.value), TreeConverter.identifier(a.attr));
      case ExprTy.Subscript s -> new Expr.Subscript(at, expr(s.value), expr(s.slice));
      case ExprTy.Starred s -> new Expr.Starred(at, expr(s.value));
      case ExprTy.Name n -> new Expr.Name(at, TreeConverter.identifier(n.id));
      case ExprTy.List l -> new Expr.ListDisplay(at, all(l.elements));
      case ExprTy.Tuple t -> new Expr.TupleDisplay(at, all(t.elements));
      case ExprTy.Slice s ->
          new Expr.Slice(at, optional(s.lower), optional(s.upper), optional(s.step));
      default -> throw new IllegalStateException("unknown expression " + node.getClass().getName());
    };
  }

  /** Goes down the left side in a loop, since sums of thousands of terms lean to the left. */
  private Expr binOp(ExprTy.BinOp node) {
    List<ExprTy.BinOp> spine = new ArrayList<>();
    ExprTy left = node;
    while (left instanceof ExprTy.BinOp b) {
      spine.add(b);
      left = b.left;
    }
    Expr result = expr(left);
    for (ExprTy.BinOp b : spine.reversed()) {
      result = new Expr.BinOp(TreeConverter.at(b), result, operator(b.op), expr(b.right));
    }
    return result;
  }

  private List<Expr.Entry> entries(ExprTy.Dict node) {
    List<Expr.Entry> entries = new ArrayList<>();
    for (int i = 0; node.values != null && i < node.values.length; i++) {
      entries.add(new Expr.Entry(optional(node.keys[i]), expr(node.values[i])));
    }
    return entries;
  }

  private Expr comprehension(
      Position at,
      Expr.Comprehension.Kind kind,
      ExprTy element,
      @Nullable ExprTy value,
      ComprehensionTy[] clauses) {
    return new Expr.Comprehension(
        at,
        kind,
        expr(element),
        optional(value),
        TreeConverter.each(
            clauses,
            c ->
                new Clause(
                    TreeConverter.at(c), expr(c.target), expr(c.iter), all(c.ifs), c.isAsync)));
  }

  /** CPython counts both braces of a doubled one at the end of a part. */
  private Expr part(ExprTy node) {
    Expr part = expr(node);
    if (part instanceof Expr.StringLiteral(Position at, String value)
        && (value.endsWith("{") || value.endsWith("}"))
        && value.charAt(value.length() - 1) == charAt(at.endLine(), at.endColumn())) {
      Position whole = new Position(at.line(), at.column(), at.endLine(), at.endColumn() + 1);
      return new Expr.StringLiteral(whole, value);
    }
    return part;
  }

  private char charAt(int line, int column) {
    if (starts == null) {
      starts = lineStarts(source);
    }
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] : source.length();
    int length = source.codePointCount(start, end);
    return column < length ? source.charAt(source.offsetByCodePoints(start, column)) : 0;
  }

  private static int[] lineStarts(String source) {
    int[] starts = new int[(int) source.lines().count() + 1];
    int line = 1;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      boolean isEnd =
          c == '\n' || (c == '\r' && (i + 1 == source.length() || source.charAt(i + 1) != '\n'));
      if (isEnd && line < starts.length) {
        starts[line++] = i + 1;
      }
    }
    return starts;
  }

  private Expr formatted(Position at, ExprTy.FormattedValue node) {
    char conversion = node.conversion <= 0 ? 0 : (char) node.conversion;
    Expr spec = optional(node.formatSpec);
    Expr.FString whole =
        switch (spec) {
          case null -> null;
          case Expr.FString f -> f;
          default -> new Expr.FString(spec.at(), List.of(spec));
        };
    return new Expr.FormattedValue(at, expr(node.value), conversion, whole);
  }

  private static Expr constant(Position at, ConstantValue value) {
    return switch (value.kind.name()) {
      case "NONE" -> new Expr.NoneLiteral(at);
      case "ELLIPSIS" -> new Expr.EllipsisLiteral(at);
      case "BOOLEAN" -> new Expr.BoolLiteral(at, value.getBoolean());
      case "LONG" -> new Expr.IntLiteral(at, BigInteger.valueOf(value.getLong()));
      case "BIGINTEGER" -> new Expr.IntLiteral(at, value.getBigInteger());
      case "DOUBLE" -> new Expr.FloatLiteral(at, value.getDouble());
      case "COMPLEX" -> new Expr.ComplexLiteral(at, value.getComplex()[1]);
      case "CODEPOINTS" -> new Expr.StringLiteral(at, value.getCodePoints().toJavaString());
      case "BYTES" ->
          new Expr.BytesLiteral(at, new String(value.getBytes(), StandardCharsets.ISO_8859_1));
      default -> throw new IllegalStateException("unknown constant " + value.kind);
    };
  }

  static Operator operator(OperatorTy op) {
    return switch (op) {
      case Add -> Operator.ADD;
      case Sub -> Operator.SUB;
      case Mult -> Operator.MUL;
      case MatMult -> Operator.MATMUL;
      case Div -> Operator.DIV;
      case Mod -> Operator.MOD;
      case Pow -> Operator.POW;
      case LShift -> Operator.LSHIFT;
      case RShift -> Operator.RSHIFT;
      case BitOr -> Operator.BIT_OR;
      case BitXor -> Operator.BIT_XOR;
      case BitAnd -> Operator.BIT_AND;
      case FloorDiv -> Operator.FLOOR_DIV;
    };
  }

  private static Expr.Unary unary(UnaryOpTy op) {
    return switch (op) {
      case Invert -> Expr.Unary.INVERT;
      case Not -> Expr.Unary.NOT;
      case UAdd -> Expr.Unary.PLUS;
      case USub -> Expr.Unary.MINUS;
    };
  }

  private static Comparison comparison(CmpOpTy op) {
    return switch (op) {
      case Eq -> Comparison.EQ;
      case NotEq -> Comparison.NOT_EQ;
      case Lt -> Comparison.LT;
      case LtE -> Comparison.LT_EQ;
      case Gt -> Comparison.GT;
      case GtE -> Comparison.GT_EQ;
      case Is -> Comparison.IS;
      case IsNot -> Comparison.IS_NOT;
      case In -> Comparison.IN;
      case NotIn -> Comparison.NOT_IN;
    };
  }

  static List<String> names(String @Nullable [] names) {
    return names == null ? List.of() : Arrays.asList(names);
  }
}
