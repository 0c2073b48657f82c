package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.Stmt;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code Color = Enum("Color", "RED GREEN")} as a class. */
final class FunctionalEnums {
  private static final Set<String> MAKERS = Set.of("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag");

  /** Say where the class is made, which an error tells anyway. */
  private static final Set<String> PLACES = Set.of("module", "qualname");

  private FunctionalEnums() {}

  /** The class that an assignment makes; null where it is none, or its members are not written. */
  static Stmt.@Nullable ClassDef classOf(Stmt.Assign a) {
    if (a.targets().size() != 1
        || !(a.targets().get(0) instanceof Expr.Name name)
        || !(a.value() instanceof Expr.Call call)
        || !MAKERS.contains(Decorators.name(call.function()))
        || call.arguments().isEmpty()
        || call.arguments().size() > 2
        || !(call.arguments().get(0) instanceof Expr.StringLiteral given)
        || !given.value().equals(name.id())) {
      return null;
    }
    Expr names = call.arguments().size() > 1 ? call.arguments().get(1) : null;
    BigInteger start = BigInteger.ONE;
    for (Keyword k : call.keywords()) {
      if ("names".equals(k.name())) {
        names = k.value();
      } else if ("start".equals(k.name()) && k.value() instanceof Expr.IntLiteral i) {
        start = i.value();
      } else if (k.name() == null || !PLACES.contains(k.name())) {
        return null;
      }
    }
    List<Stmt> members = new ArrayList<>();
    Position at = call.at();
    if (names == null || !fill(names, Decorators.name(call.function()), start, members)) {
      return null;
    }
    return new Stmt.ClassDef(
        at, name.id(), List.of(call.function()), List.of(), members, List.of());
  }

  private static boolean fill(Expr names, String maker, BigInteger start, List<Stmt> members) {
    return switch (names) {
      case Expr.StringLiteral s -> {
        BigInteger value = start;
        for (String name : s.value().replace(',', ' ').strip().split("\\s+", -1)) {
          members.add(numbered(s.at(), name, maker, value));
          value = next(value, maker);
        }
        yield !s.value().isBlank();
      }
      case Expr.ListDisplay l -> fill(l.elements(), maker, start, members);
      case Expr.TupleDisplay t -> fill(t.elements(), maker, start, members);
      case Expr.DictDisplay d -> {
        for (Expr.Entry e : d.entries()) {
          if (!(e.key() instanceof Expr.StringLiteral name)) {
            yield false;
          }
          members.add(member(name.at(), name.value(), e.value()));
        }
        yield true;
      }
      default -> false;
    };
  }

  private static boolean fill(
      List<Expr> names, String maker, BigInteger start, List<Stmt> members) {
    BigInteger value = start;
    for (Expr each : names) {
      List<Expr> pair =
          each instanceof Expr.TupleDisplay t
              ? t.elements()
              : each instanceof Expr.ListDisplay l ? l.elements() : List.<Expr>of();
      if (pair.size() == 2 && pair.get(0) instanceof Expr.StringLiteral name) {
        members.add(member(name.at(), name.value(), pair.get(1)));
      } else if (each instanceof Expr.StringLiteral name) {
        members.add(numbered(name.at(), name.value(), maker, value));
        value = next(value, maker);
      } else {
        return false;
      }
    }
    return true;
  }

  private static BigInteger next(BigInteger value, String maker) {
    return maker.endsWith("Flag")
        ? BigInteger.ONE.shiftLeft(value.bitLength())
        : value.add(BigInteger.ONE);
  }

  /**
   * A class whose {@code auto()} is what its own {@code _generate_next_value_} gives: a function
   * before the class, which is called for each.
   */
  static Stmt.ClassDef withMadeValues(
      Stmt.ClassDef c, UnaryOperator<String> hidden, List<Stmt> out) {
    Stmt.FunctionDef maker = null;
    for (Stmt stmt : c.body()) {
      if (stmt instanceof Stmt.FunctionDef f && f.name().equals("_generate_next_value_")) {
        maker = f;
      }
    }
    if (maker == null || c.bases().isEmpty() || maker.parameters().size() != 4) {
      return c;
    }
    String name = hidden.apply(c.name() + maker.name());
    out.add(
        new Stmt.FunctionDef(
            maker.at(), name, maker.parameters(), null, maker.body(), List.of(), false));
    List<Stmt> body = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    for (Stmt stmt : c.body()) {
      if (stmt instanceof Stmt.Assign a && a.targets().get(0) instanceof Expr.Name member) {
        Expr value = a.value();
        if (value instanceof Expr.Call call && Decorators.name(call.function()).equals("auto")) {
          Position at = value.at();
          value =
              new Expr.Call(
                  at,
                  new Expr.Name(at, name),
                  List.of(
                      new Expr.StringLiteral(at, member.id()),
                      new Expr.IntLiteral(at, BigInteger.ONE),
                      new Expr.IntLiteral(at, BigInteger.valueOf(values.size())),
                      new Expr.ListDisplay(at, List.copyOf(values))),
                  List.of());
        }
        values.add(value);
        body.add(new Stmt.Assign(a.at(), a.targets(), value));
      } else if (stmt != maker) {
        body.add(stmt);
      }
    }
    return new Stmt.ClassDef(c.at(), c.name(), c.bases(), c.keywords(), body, c.decorators());
  }

  private static Stmt numbered(Position at, String name, String maker, BigInteger value) {
    return member(
        at,
        name,
        maker.equals("StrEnum")
            ? new Expr.StringLiteral(at, name.toLowerCase(Locale.ROOT))
            : new Expr.IntLiteral(at, value));
  }

  private static Stmt member(Position at, String name, Expr value) {
    return new Stmt.Assign(at, List.of(new Expr.Name(at, name)), value);
  }
}
