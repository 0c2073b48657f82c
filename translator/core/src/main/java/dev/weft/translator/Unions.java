package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.SourceModule;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unions of a module's own classes that have a name, as {@code Shape = Circle | Square}
 * or {@code Shape = Union[Circle, Square]}. Each becomes a class of its own, written {@code class
 * Shape(Union[Circle, Square])}, from which its members derive.
 */
final class Unions {
  /** Bases that leave a class free to derive from a union. */
  private static final Set<String> PLAIN = Set.of("ABC", "Generic", "NamedTuple", "object");

  private final SourceModule module;
  private final ClassTiers tiers;
  private final Set<String> constants;
  private final Map<String, Stmt.ClassDef> classes = new HashMap<>();

  /**
   * @param constants the names of the module that are bound once
   */
  Unions(SourceModule module, ClassTiers tiers, Set<String> constants) {
    this.module = module;
    this.tiers = tiers;
    this.constants = constants;
  }

  /** The class of each statement that names a union. */
  IdentityHashMap<Stmt, Stmt.ClassDef> found() {
    IdentityHashMap<Stmt, Stmt.ClassDef> found = new IdentityHashMap<>();
    for (Stmt stmt : module.body()) {
      switch (stmt) {
        case Stmt.ClassDef c when isPlain(c) -> classes.put(c.name(), c);
        case Stmt.Assign a
            when a.targets().size() == 1 && a.targets().get(0) instanceof Expr.Name n ->
            add(found, a, n.id(), a.value());
        case Stmt.AnnAssign a
            when a.value() != null
                && a.target() instanceof Expr.Name n
                && Decorators.name(a.annotation()).equals("TypeAlias") ->
            add(found, a, n.id(), a.value());
        case Stmt.TypeAlias t -> add(found, t, t.name().id(), t.value());
        default -> {}
      }
    }
    return found;
  }

  private boolean isPlain(Stmt.ClassDef c) {
    return constants.contains(c.name())
        && !tiers.isDynamic(c)
        && c.bases().stream()
            .map(b -> Decorators.name(b instanceof Expr.Subscript s ? s.value() : b))
            .allMatch(b -> PLAIN.contains(b) || classes.containsKey(b));
  }

  private void add(IdentityHashMap<Stmt, Stmt.ClassDef> found, Stmt stmt, String name, Expr value) {
    List<Expr> members = new ArrayList<>();
    if (constants.contains(name) && members(value, members) && areApart(members)) {
      Position at = stmt.at();
      Expr union =
          new Expr.Subscript(at, new Expr.Name(at, "Union"), new Expr.TupleDisplay(at, members));
      found.put(
          stmt,
          new Stmt.ClassDef(
              at, name, List.of(union), List.of(), List.of(new Stmt.Pass(at)), List.of()));
    }
  }

  /** Takes the members of a union apart; whether all are classes of the module. */
  private boolean members(Expr value, List<Expr> members) {
    return switch (value) {
      case Expr.Name n -> members.add(n) && classes.containsKey(n.id());
      case Expr.BinOp b when b.op() == Operator.BIT_OR ->
          members(b.left(), members) && members(b.right(), members);
      case Expr.Subscript s
          when Decorators.name(s.value()).equals("Union")
              && s.index() instanceof Expr.TupleDisplay t ->
          t.elements().stream().allMatch(e -> members(e, members));
      // What a generic class is given changes nothing when it runs.
      case Expr.Subscript s when s.value() instanceof Expr.Name -> members(s.value(), members);
      default -> false;
    };
  }

  /** Whether there are two members or more, none of which derives from another. */
  private boolean areApart(List<Expr> members) {
    Set<String> names = new HashSet<>();
    members.forEach(m -> names.add(Decorators.name(m)));
    return names.size() > 1
        && names.size() == members.size()
        && names.stream().noneMatch(n -> derives(base(n), names));
  }

  private boolean derives(@Nullable String name, Set<String> from) {
    return name != null && (from.contains(name) || derives(base(name), from));
  }

  private @Nullable String base(String name) {
    return classes.get(name) == null
        ? null
        : classes.get(name).bases().stream()
            .map(Decorators::name)
            .filter(classes::containsKey)
            .findFirst()
            .orElse(null);
  }
}
