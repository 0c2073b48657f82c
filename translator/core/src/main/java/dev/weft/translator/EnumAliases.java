package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Further names of an enum's members: those whose values were given to members before them. */
final class EnumAliases {
  private EnumAliases() {}

  /** The member that each of them names. */
  static Map<String, String> of(ClassInfo type) {
    Map<Object, String> members = new HashMap<>();
    Map<String, String> aliases = new LinkedHashMap<>();
    type.classAttributes.forEach((name, value) -> {
      String known =
          value instanceof Expr.Name n && type.classAttributes.containsKey(n.id())
              ? aliases.getOrDefault(n.id(), n.id())
              : null;
      Object constant = constant(value);
      String member =
          known != null ? known : constant == null ? null : members.putIfAbsent(constant, name);
      if (member != null) {
        aliases.put(name, member);
      }
    });
    return aliases;
  }

  /** The value of a literal, equal for all that are equal; null for what is no literal. */
  private static @Nullable Object constant(Expr value) {
    return switch (value) {
      case Expr.IntLiteral i -> i.value();
      case Expr.BoolLiteral b -> b.value() ? BigInteger.ONE : BigInteger.ZERO;
      case Expr.FloatLiteral f -> f.value();
      case Expr.StringLiteral s -> s.value();
      case Expr.TupleDisplay t -> {
        List<Object> all = new ArrayList<>();
        for (Expr element : t.elements()) {
          Object one = constant(element);
          if (one == null) {
            yield null;
          }
          all.add(one);
        }
        yield all;
      }
      default -> null;
    };
  }
}
