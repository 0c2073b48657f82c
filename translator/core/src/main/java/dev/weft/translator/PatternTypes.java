package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a pattern tells of the value it matched. */
final class PatternTypes {
  private PatternTypes() {}

  static Type of(Pattern pattern, Type subject, ExprTypes exprs) {
    return switch (pattern) {
      case Pattern.ClassPattern c ->
          switch (exprs.typeOf(c.type())) {
            case Type.ClassRef ref -> new Instance(ref.type());
            case Type.LibRef l ->
                mayBeBool(c, l.path(), subject, exprs)
                        || exprs.inference.module.derivedValues.contains(l.path())
                    ? Basic.OBJECT
                    : builtin(l.path());
            default -> subject;
          };
      case Pattern.Value v ->
          v.value() instanceof Expr.Attribute ? subject : exprs.typeOf(v.value());
      case Pattern.Or o -> {
        Type all = Basic.NEVER;
        for (Pattern p : o.patterns()) {
          all = Types.join(all, of(p, subject, exprs));
        }
        yield all;
      }
      default -> subject;
    };
  }

  /** Whether an {@code int} of unknown origin may be one of the two that are bools. */
  private static boolean mayBeBool(
      Pattern.ClassPattern c, String path, Type subject, ExprTypes exprs) {
    return path.equals("builtins.int")
        && Types.strip(subject) == Basic.OBJECT
        && !exprs.inference.module.withoutBools.contains(c);
  }

  /** Finds the patterns that come after a case that takes all bools. */
  static void findBools(Stmt.Match m, Set<Pattern> withoutBools) {
    boolean taken = false;
    for (MatchCase c : m.cases()) {
      for (Pattern.ClassPattern p : classes(c.pattern())) {
        boolean bools = p.type() instanceof Expr.Name n && n.id().equals("bool");
        if (taken) {
          withoutBools.add(p);
        }
        taken |= bools && c.guard() == null;
      }
    }
  }

  private static List<Pattern.ClassPattern> classes(Pattern pattern) {
    return switch (pattern) {
      case Pattern.ClassPattern c -> List.of(c);
      case Pattern.As a when a.pattern() != null -> classes(a.pattern());
      case Pattern.Or o -> o.patterns().stream().flatMap(p -> classes(p).stream()).toList();
      default -> List.of();
    };
  }

  /** The type that {@code isinstance} with a builtin tells. */
  static Type builtin(String path) {
    return switch (path) {
      case "builtins.int" -> Basic.INT;
      case "builtins.float" -> Basic.FLOAT;
      case "builtins.str" -> Basic.STR;
      case "builtins.bool" -> Basic.BOOL;
      case "builtins.bytes" -> Basic.BYTES;
      case "builtins.list" -> Types.generic("list", Basic.OBJECT);
      case "builtins.tuple" -> Types.generic("vartuple", Basic.OBJECT);
      case "builtins.set" -> Types.generic("set", Basic.OBJECT);
      case "builtins.dict" -> Types.generic("dict", Basic.OBJECT, Basic.OBJECT);
      default -> Basic.OBJECT;
    };
  }

  /** What {@code __match_args__} says; false if it says nothing. */
  private static boolean matchArgsOf(Stmt.ClassDef node, List<String> fields) {
    for (Stmt stmt : node.body()) {
      if (stmt instanceof Stmt.Assign a
          && a.targets().get(0) instanceof Expr.Name n
          && n.id().equals("__match_args__")) {
        List<Expr> names =
            a.value() instanceof Expr.TupleDisplay t
                ? t.elements()
                : a.value() instanceof Expr.ListDisplay l ? l.elements() : List.of();
        names.forEach(e -> fields.add(e instanceof Expr.StringLiteral s ? s.value() : "?"));
        return true;
      }
    }
    return false;
  }

  /** The fields that positional patterns of a class match. */
  static List<String> matchArgs(ClassInfo type) {
    List<String> fields = new ArrayList<>();
    if (type.node != null && matchArgsOf(type.node, fields)) {
      return fields;
    }
    if (type.base() != null) {
      fields.addAll(matchArgs(type.base()));
    }
    for (String field : type.dataFields.keySet()) {
      if (!fields.contains(field)) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** The fields that are parameters of the constructor, and match positional patterns. */
  static List<String> parameters(ClassInfo type) {
    List<String> fields = matchArgs(type);
    for (ClassInfo c = type; c != null; c = c.base()) {
      c.dataFields.forEach((name, value) -> {
        if (value instanceof Expr.Call call && ArgumentLowering.isHidden(call)) {
          fields.remove(name);
        }
      });
    }
    return fields;
  }
}
