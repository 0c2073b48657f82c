package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Operator;
import java.math.BigInteger;

/** {@code counts[key] = counts.get(key, 0) + n}, which Java's maps do in one step. */
final class Counting {
  private final Lowering lowering;

  Counting(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Lowers the assignment if it is one of those. */
  boolean lower(Expr target, Expr value) {
    if (!(target instanceof Expr.Subscript s)
        || !(value instanceof Expr.BinOp sum)
        || sum.op() != Operator.ADD
        || !(sum.left() instanceof Expr.Call get)
        || !(get.function() instanceof Expr.Attribute method)
        || !method.name().equals("get")
        || get.arguments().size() != 2
        || !get.keywords().isEmpty()
        || !(get.arguments().get(1) instanceof Expr.IntLiteral none)
        || !none.value().equals(BigInteger.ZERO)
        || !(sum.right() instanceof Expr.IntLiteral || sum.right() instanceof Expr.Name)
        || lowering.type(sum.right()) != Basic.INT
        || !isSame(s.value(), method.value())
        || !isSame(s.index(), get.arguments().get(0))) {
      return false;
    }
    Type dict = lowering.type(s.value());
    if (!Types.is(dict, "dict")
        || dict instanceof Type.Opt
        || Types.arg(dict, 1) != Basic.INT
        || !JavaTypes.boxed(Types.arg(dict, 0)).equals(JavaTypes.boxed(lowering.type(s.index())))) {
      return false;
    }
    Type key = Types.arg(dict, 0);
    lowering.line(
        lowering.exprs.expr(s.value()).at(JavaExpr.PRIMARY)
            + ".merge("
            + lowering.exprs.value(s.index(), key).asObject(key)
            + ", "
            + lowering.exprs.value(sum.right(), Basic.INT).asObject(Basic.INT)
            + ", Math::addExact);");
    return true;
  }

  /** Whether two expressions are the same plain read, which is without effects. */
  private boolean isSame(Expr a, Expr b) {
    return switch (a) {
      case Expr.Name x -> b instanceof Expr.Name y && x.id().equals(y.id());
      case Expr.StringLiteral x -> b instanceof Expr.StringLiteral y && x.value().equals(y.value());
      case Expr.Attribute x ->
          b instanceof Expr.Attribute y
              && x.name().equals(y.name())
              && lowering.raw(x.value()) instanceof Type.Instance i
              && i.type().field(x.name()) != null
              && isSame(x.value(), y.value());
      default -> false;
    };
  }
}
