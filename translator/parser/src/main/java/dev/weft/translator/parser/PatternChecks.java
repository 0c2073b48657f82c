package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.MatchCaseTy;
import com.oracle.graal.python.pegparser.sst.PatternTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.UnaryOpTy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The errors that CPython finds when it makes code of a {@code match}, in its order. */
final class PatternChecks {
  private final CodeChecks checks;
  private final StageErrors errors;
  private final ExprChecks exprs;

  /** What the pattern has bound so far. */
  private Set<String> names = new LinkedHashSet<>();

  /** Whether a pattern that always matches has its place here. */
  private boolean mayMatchAll;

  PatternChecks(CodeChecks checks, ExprChecks exprs) {
    this.checks = checks;
    this.errors = checks.errors;
    this.exprs = exprs;
  }

  void match(StmtTy.Match m) {
    exprs.expr(m.subject);
    for (int i = 0; i < m.cases.length; i++) {
      MatchCaseTy c = m.cases[i];
      names = new LinkedHashSet<>();
      mayMatchAll = c.guard != null || i == m.cases.length - 1;
      pattern(c.pattern);
      exprs.optional(c.guard);
      checks.block(c.body);
    }
  }

  private void pattern(PatternTy node) {
    switch (node) {
      case PatternTy.MatchValue v -> exprs.expr(v.value);
      case PatternTy.MatchSequence s -> {
        int stars = 0;
        for (PatternTy p : s.patterns == null ? new PatternTy[0] : s.patterns) {
          stars += p instanceof PatternTy.MatchStar ? 1 : 0;
        }
        if (stars > 1) {
          errors.add(s, "multiple starred names in sequence pattern");
        }
        inner(s.patterns);
      }
      case PatternTy.MatchStar s -> bind(s.name, s);
      case PatternTy.MatchMapping m -> mapping(m);
      case PatternTy.MatchClass c -> classPattern(c);
      case PatternTy.MatchAs a -> {
        if (a.pattern != null) {
          pattern(a.pattern);
        } else if (!mayMatchAll) {
          errors.add(
              a,
              (a.name == null ? "wildcard" : "name capture '" + a.name + "'")
                  + " makes remaining patterns unreachable");
        }
        bind(a.name, a);
      }
      case PatternTy.MatchOr o -> alternatives(o);
      default -> {}
    }
  }

  private void inner(PatternTy @Nullable [] patterns) {
    if (patterns != null) {
      for (PatternTy p : patterns) {
        boolean outer = mayMatchAll;
        mayMatchAll = true;
        pattern(p);
        mayMatchAll = outer;
      }
    }
  }

  private void bind(@Nullable String name, SSTNode at) {
    if (name == null) {
      return;
    }
    exprs.store(name, at);
    if (!names.add(TreeConverter.identifier(name))) {
      errors.add(at, "multiple assignments to name '" + name + "' in pattern");
    }
  }

  private void mapping(PatternTy.MatchMapping m) {
    Set<Object> seen = new HashSet<>();
    for (ExprTy key : m.keys == null ? new ExprTy[0] : m.keys) {
      Object constant = constant(key);
      if (constant != null && !seen.add(constant)) {
        errors.add(m, "mapping pattern checks duplicate key (" + repr(key) + ")");
      }
      exprs.expr(key);
    }
    inner(m.patterns);
    bind(m.rest, m);
  }

  /** A key by which equal constants are found: 1 is 1.0 and True. */
  private static @Nullable Object constant(ExprTy key) {
    if (key instanceof ExprTy.UnaryOp u
        && u.op == UnaryOpTy.USub
        && constant(u.operand) instanceof BigDecimal d) {
      return d.negate();
    }
    if (!(key instanceof ExprTy.Constant c)) {
      return null;
    }
    ConstantValue value = c.value;
    return switch (value.kind.name()) {
      case "LONG" -> BigDecimal.valueOf(value.getLong()).stripTrailingZeros();
      case "BIGINTEGER" -> new BigDecimal(value.getBigInteger()).stripTrailingZeros();
      case "DOUBLE" ->
          Double.isFinite(value.getDouble())
              ? new BigDecimal(value.getDouble()).stripTrailingZeros()
              : value.getDouble();
      case "BOOLEAN" -> value.getBoolean() ? BigDecimal.ONE : BigDecimal.ZERO;
      case "CODEPOINTS" -> value.getCodePoints().toJavaString();
      case "BYTES" -> "b" + new String(value.getBytes(), StandardCharsets.ISO_8859_1);
      case "NONE" -> value.kind;
      default -> null;
    };
  }

  private static String repr(ExprTy key) {
    if (key instanceof ExprTy.UnaryOp u) {
      return "-" + repr(u.operand);
    }
    ConstantValue value = ((ExprTy.Constant) key).value;
    return switch (value.kind.name()) {
      case "LONG" -> Long.toString(value.getLong());
      case "BIGINTEGER" -> value.getBigInteger().toString();
      case "DOUBLE" -> Double.toString(value.getDouble()).replace("E", "e");
      case "BOOLEAN" -> value.getBoolean() ? "True" : "False";
      case "NONE" -> "None";
      case "BYTES" -> "b" + quoted(new String(value.getBytes(), StandardCharsets.ISO_8859_1));
      default -> quoted(value.getCodePoints().toJavaString());
    };
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
    return text.contains("'") && !text.contains("\"")
        ? "\"" + escaped + "\""
        : "'" + escaped.replace("'", "\\'") + "'";
  }

  private void classPattern(PatternTy.MatchClass c) {
    if (c.kwdAttrs != null) {
      for (int i = 0; i < c.kwdAttrs.length; i++) {
        exprs.store(c.kwdAttrs[i], c.kwdPatterns[i]);
        for (int j = i + 1; j < c.kwdAttrs.length; j++) {
          if (c.kwdAttrs[i].equals(c.kwdAttrs[j])) {
            errors.add(
                c.kwdPatterns[j], "attribute name repeated in class pattern: " + c.kwdAttrs[j]);
          }
        }
      }
    }
    exprs.expr(c.cls);
    inner(c.patterns);
    inner(c.kwdPatterns);
  }

  private void alternatives(PatternTy.MatchOr o) {
    boolean outer = mayMatchAll;
    Set<String> before = names;
    Set<String> first = null;
    boolean differ = false;
    for (int i = 0; i < o.patterns.length; i++) {
      mayMatchAll = i == o.patterns.length - 1 && outer;
      names = new LinkedHashSet<>();
      pattern(o.patterns[i]);
      if (first == null) {
        first = names;
      } else if (!first.equals(names) && !differ) {
        errors.add(o, "alternative patterns bind different names");
        differ = true;
      }
    }
    mayMatchAll = outer;
    names = before;
    for (String name : java.util.Objects.requireNonNull(first)) {
      bind(name, o);
    }
  }
}
