package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of ints that are written out. */
final class Constants {
  private Constants() {}

  /** The value of arithmetic on literals and known names; null for anything else. */
  static @Nullable BigInteger value(Expr expr, Map<String, BigInteger> names) {
    return switch (expr) {
      case Expr.IntLiteral i -> i.value();
      case Expr.Name n -> names.get(n.id());
      case Expr.UnaryOp u when u.op() == Expr.Unary.MINUS -> {
        BigInteger value = value(u.operand(), names);
        yield value == null ? null : value.negate();
      }
      case Expr.BinOp b -> {
        BigInteger x = value(b.left(), names);
        BigInteger y = value(b.right(), names);
        if (x == null || y == null) {
          yield null;
        }
        yield switch (b.op()) {
          case ADD -> x.add(y);
          case SUB -> x.subtract(y);
          case MUL -> x.multiply(y);
          case BIT_OR -> x.or(y);
          case BIT_AND -> x.and(y);
          case BIT_XOR -> x.xor(y);
          case LSHIFT -> y.signum() < 0 ? null : x.shiftLeft(y.intValueExact());
          default -> null;
        };
      }
      default -> null;
    };
  }
}
