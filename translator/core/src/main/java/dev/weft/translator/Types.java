package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Callable;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Func;
import dev.weft.translator.Type.FuncRef;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.Type.LibRef;
import dev.weft.translator.Type.Opt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The operations of the type lattice. */
final class Types {
  /** What of several kinds of iterables is known to be one: it can be iterated, and no more. */
  static final String ANY_OF = "iterable";

  /** Generic types that are iterated by one element type, their first argument. */
  private static final Set<String> ITERABLES =
      Set.of("list", "set", "frozenset", "vartuple", "iter", "deque", "dict", "asyncgen", ANY_OF);

  /** The kinds of iterables that become one of any kind where they meet. */
  private static final Set<String> MIXABLE =
      Set.of("list", "set", "frozenset", "tuple", "vartuple", "iter", "deque", "range", ANY_OF);

  private Types() {}

  static Type join(Type a, Type b) {
    if (a.equals(b) || b == Basic.NEVER) {
      return a;
    }
    if (a == Basic.NEVER) {
      return b;
    }
    if (a == Basic.OBJECT || b == Basic.OBJECT) {
      return unknown(a, b);
    }
    if (a == Basic.NONE || b == Basic.NONE) {
      return optional(a == Basic.NONE ? b : a);
    }
    if (a instanceof Opt || b instanceof Opt) {
      return optional(join(strip(a), strip(b)));
    }
    if (isNumber(a) && isNumber(b)) {
      return Basic.NUM;
    }
    return switch (a) {
      case Generic x when b instanceof Generic y -> joinGeneric(x, y);
      case Instance x when b instanceof Instance y -> joinInstance(x, y);
      case Func x when b instanceof Func y && x.params().size() == y.params().size() -> {
        for (int i = 0; i < x.params().size(); i++) {
          x.params().get(i).unify(y.params().get(i));
        }
        x.result().unify(y.result());
        yield x.targets().containsAll(y.targets())
            ? x
            : new Func(x.params(), x.result(), both(x.targets(), y.targets()));
      }
      case Func x when b instanceof Func || b instanceof Callable -> joinCallables(x, b);
      case Callable x when b instanceof Func || b instanceof Callable -> joinCallables(x, b);
      default -> unknown(a, b);
    };
  }

  /** What becomes of two things of different kinds; functions among them are out of sight. */
  private static Type unknown(Type a, Type b) {
    targets(a).forEach(Types::escape);
    targets(b).forEach(Types::escape);
    return Basic.OBJECT;
  }

  /** The functions that a value may be. */
  static Set<FunctionInfo> targets(Type type) {
    return switch (strip(type)) {
      case Func f -> f.targets();
      case Callable c -> c.targets();
      default -> Set.of();
    };
  }

  private static Cell resultOf(Type type) {
    return type instanceof Func f ? f.result() : ((Callable) type).result();
  }

  /** A set of its own, since an expression's own value is what it is wherever else it goes. */
  private static Set<FunctionInfo> both(Set<FunctionInfo> a, Set<FunctionInfo> b) {
    Set<FunctionInfo> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return all;
  }

  /** A function goes where calls of it are not seen. */
  static void escape(FunctionInfo function) {
    if (!function.escapes) {
      function.escapes = true;
      Session session = Session.here();
      session.escaped++;
      session.changes++;
      session.stale = true;
    }
  }

  private static Type joinCallables(Type a, Type b) {
    resultOf(a).unify(resultOf(b));
    return a instanceof Callable c && c.targets().containsAll(targets(b))
        ? c
        : new Callable(resultOf(a), both(targets(a), targets(b)));
  }

  private static Type joinGeneric(Generic x, Generic y) {
    if (x.name().equals(y.name()) && x.args().size() == y.args().size()) {
      unifyAll(x.args(), y.args());
      return x;
    }
    if (isTuple(x) && isTuple(y)) {
      long kinds =
          Stream.concat(x.args().stream(), y.args().stream()).map(Cell::type).distinct().count();
      if (kinds > 1) {
        // To make them alike would reach back to where their items are from.
        return Basic.OBJECT;
      }
      // No new cell, lest the types change again each time that they are joined.
      Cell element =
          Stream.concat(x.args().stream(), y.args().stream()).findFirst().orElseGet(Cell::new);
      x.args().forEach(element::unify);
      y.args().forEach(element::unify);
      return new Generic("vartuple", List.of(element));
    }
    if (isFuture(x) && isFuture(y)) {
      unifyAll(x.args(), y.args());
      return new Generic("awaitable", x.args());
    }
    if (MIXABLE.contains(x.name()) && MIXABLE.contains(y.name()) && areAlike(x, y)) {
      Cell element =
          Stream.concat(elements(x), elements(y)).findFirst().orElseGet(() -> new Cell(Basic.INT));
      elements(x).forEach(element::unify);
      elements(y).forEach(element::unify);
      if (x.name().equals("range") || y.name().equals("range")) {
        element.add(Basic.INT);
      }
      return new Generic(ANY_OF, List.of(element));
    }
    return Basic.OBJECT;
  }

  /** Whether what two iterables hold is of types of which one says something about both. */
  private static boolean areAlike(Generic x, Generic y) {
    List<Type> all =
        Stream.concat(elements(x), elements(y))
            .map(Cell::type)
            .filter(t -> t != Basic.NEVER)
            .toList();
    boolean ints = x.name().equals("range") || y.name().equals("range");
    return all.stream()
        .allMatch(
            t -> depth(t) < MAX_DEPTH && isLike(all.getFirst(), t) && (!ints || t == Basic.INT));
  }

  /** Beyond it a type may contain itself. */
  private static final int MAX_DEPTH = 6;

  private static boolean isLike(Type a, Type b) {
    if (a == Basic.OBJECT || b == Basic.OBJECT) {
      return false;
    }
    return switch (a) {
      case Instance x when b instanceof Instance y -> joinInstance(x, y) != Basic.OBJECT;
      case Generic x when b instanceof Generic y ->
          x.name().equals(y.name())
              && x.args().size() == y.args().size()
              && IntStream.range(0, x.args().size())
                  .allMatch(i -> {
                    Type one = x.args().get(i).type();
                    Type other = y.args().get(i).type();
                    return one == Basic.NEVER || other == Basic.NEVER || isLike(one, other);
                  });
      default -> same(a, b);
    };
  }

  private static Stream<Cell> elements(Generic iterable) {
    return isTuple(iterable) ? iterable.args().stream() : iterable.args().stream().limit(1);
  }

  /** A type as far as it says what can be done with a value other than iterating it. */
  static Type opaque(Type type) {
    return is(type, ANY_OF) ? Basic.OBJECT : type;
  }

  private static void unifyAll(List<Cell> x, List<Cell> y) {
    for (int i = 0; i < x.size(); i++) {
      x.get(i).unify(y.get(i));
    }
  }

  static boolean isTuple(Type type) {
    return type instanceof Generic g && (g.name().equals("tuple") || g.name().equals("vartuple"));
  }

  static boolean isFuture(Type type) {
    return type instanceof Generic g
        && (g.name().equals("task")
            || g.name().equals("future")
            || g.name().equals("coro")
            || g.name().equals("awaitable"));
  }

  private static Type joinInstance(Instance x, Instance y) {
    for (ClassInfo base = x.type(); base != null; base = base.base()) {
      if (y.type().isSubclassOf(base)) {
        return new Instance(base);
      }
    }
    for (ClassInfo base = x.type(); base != null; base = base.base()) {
      for (ClassInfo union : base.unions) {
        if (y.type().isSubclassOf(union)) {
          return new Instance(union);
        }
      }
    }
    return Basic.OBJECT;
  }

  /** Whether two types are the same once unified cells count as one. */
  static boolean same(Type a, Type b) {
    if (a.equals(b)) {
      return true;
    }
    return switch (a) {
      case Generic x
          when b instanceof Generic y
              && x.name().equals(y.name())
              && x.args().size() == y.args().size() ->
          sameCells(x.args(), y.args());
      case Func x when b instanceof Func y && x.params().size() == y.params().size() ->
          sameCells(x.params(), y.params()) && x.result().find() == y.result().find();
      case Callable x when b instanceof Callable y -> x.result().find() == y.result().find();
      case Opt x when b instanceof Opt y -> same(x.inner(), y.inner());
      default -> false;
    };
  }

  private static boolean sameCells(List<Cell> x, List<Cell> y) {
    for (int i = 0; i < x.size(); i++) {
      if (x.get(i).find() != y.get(i).find()) {
        return false;
      }
    }
    return true;
  }

  static Type optional(Type type) {
    return type == Basic.NONE || type == Basic.OBJECT || type == Basic.NEVER || type instanceof Opt
        ? type == Basic.NEVER ? Basic.NONE : type
        : new Opt(type);
  }

  /** Without the None. */
  static Type strip(Type type) {
    return type instanceof Opt o ? o.inner() : type;
  }

  static boolean isNumber(Type type) {
    return type == Basic.INT || type == Basic.FLOAT || type == Basic.NUM;
  }

  /** Whether Java would hold it in a primitive. */
  static boolean isPrimitive(Type type) {
    return type == Basic.INT || type == Basic.FLOAT || type == Basic.BOOL;
  }

  static Generic generic(String name, Type... args) {
    List<Cell> cells = new ArrayList<>();
    for (Type arg : args) {
      cells.add(new Cell(arg));
    }
    return new Generic(name, cells);
  }

  static boolean is(Type type, String name) {
    return strip(type) instanceof Generic g && g.name().equals(name);
  }

  /** The argument of a generic type; OBJECT for any other. */
  static Type arg(Type type, int index) {
    return strip(type) instanceof Generic g && index < g.args().size()
        ? g.args().get(index).type()
        : Basic.OBJECT;
  }

  /** What a {@code for} over a type yields. */
  static Type element(Type iterable) {
    Type type = strip(iterable);
    if (type == Basic.NEVER || type == Basic.STR) {
      return type;
    }
    if (type == Basic.BYTES) {
      return Basic.INT;
    }
    if (type instanceof Generic g) {
      if (ITERABLES.contains(g.name())) {
        return g.args().get(0).type();
      }
      if (g.name().equals("tuple")) {
        Type all = Basic.NEVER;
        for (Cell cell : g.args()) {
          all = Types.join(all, cell.type());
        }
        return all;
      }
      if (g.name().equals("range")) {
        return Basic.INT;
      }
      if (g.name().equals("type")
          && g.args().get(0).type() instanceof Instance i
          && i.type().isEnum) {
        return i;
      }
      if (g.name().equals("generator")) {
        return g.args().get(0).type();
      }
      Signature iter = Library.get().protocol(g.name(), "__iter__");
      if (iter != null) {
        return iter.resultOn(g);
      }
    }
    return Basic.OBJECT;
  }

  /** Whether Java's for takes it as it is. */
  static boolean isIterable(Generic type) {
    return ITERABLES.contains(type.name())
        || type.name().equals("range")
        || type.name().equals("generator");
  }

  static int depth(Type type) {
    return depth(type, 0);
  }

  private static int depth(Type type, int at) {
    if (at > 8) {
      return at;
    }
    return switch (type) {
      case Generic g -> g.args().stream().mapToInt(c -> depth(c.type(), at + 1)).max().orElse(at);
      case Opt o -> depth(o.inner(), at);
      case Func f ->
          Math.max(
              depth(f.result().type(), at + 1),
              f.params().stream().mapToInt(c -> depth(c.type(), at + 1)).max().orElse(at));
      case Callable c -> depth(c.result().type(), at + 1);
      default -> at;
    };
  }

  /** As a Python programmer would write it, for explanations. */
  static String text(Type type) {
    return text(type, 0);
  }

  private static String text(Type type, int at) {
    if (at > 5) {
      return "…";
    }
    return switch (type) {
      case Basic b ->
          switch (b) {
            case NEVER -> "unknown";
            case NONE -> "None";
            case OBJECT -> "any";
            case NUM -> "number";
            default -> b.name().toLowerCase(java.util.Locale.ROOT);
          };
      case Generic g ->
          g.name()
              + (g.args().isEmpty()
                  ? ""
                  : g.args().stream()
                      .map(c -> text(c.type(), at + 1))
                      .collect(Collectors.joining(", ", "[", "]")));
      case Instance i -> i.type().name();
      case Opt o -> text(o.inner(), at) + " | None";
      case Func f -> "function -> " + text(f.result().type(), at + 1);
      case Callable c -> "function -> " + text(c.result().type(), at + 1);
      case ClassRef c -> "type[" + c.type().name() + "]";
      case FuncRef f -> "function " + f.function().name();
      case LibRef l -> l.path();
    };
  }
}
