package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.PatternTy;
import org.jspecify.annotations.Nullable;

/** Turns the patterns of GraalPy's tree into ours. */
final class PatternConverter {
  private final ExprConverter exprs;

  PatternConverter(ExprConverter exprs) {
    this.exprs = exprs;
  }

  Pattern pattern(PatternTy node) {
    Position at = TreeConverter.at(node);
    return switch (node) {
      case PatternTy.MatchValue v -> new Pattern.Value(at, exprs.expr(v.value));
      case PatternTy.MatchSingleton s -> new Pattern.Singleton(at, singleton(at, s.value));
      case PatternTy.MatchSequence s ->
          new Pattern.Sequence(at, TreeConverter.each(s.patterns, this::pattern));
      case PatternTy.MatchMapping m ->
          new Pattern.Mapping(
              at, exprs.all(m.keys), TreeConverter.each(m.patterns, this::pattern), m.rest);
      case PatternTy.MatchClass c ->
          new Pattern.ClassPattern(
              at,
              exprs.expr(c.cls),
              TreeConverter.each(c.patterns, this::pattern),
              ExprConverter.names(c.kwdAttrs),
              TreeConverter.each(c.kwdPatterns, this::pattern));
      case PatternTy.MatchStar s -> new Pattern.Star(at, s.name);
      case PatternTy.MatchAs a -> new Pattern.As(at, optional(a.pattern), a.name);
      case PatternTy.MatchOr o -> new Pattern.Or(at, TreeConverter.each(o.patterns, this::pattern));
      default -> throw new IllegalStateException("unknown pattern " + node.getClass().getName());
    };
  }

  private @Nullable Pattern optional(@Nullable PatternTy node) {
    return node == null ? null : pattern(node);
  }

  private static Expr singleton(Position at, ConstantValue value) {
    return value.kind == ConstantValue.Kind.NONE
        ? new Expr.NoneLiteral(at)
        : new Expr.BoolLiteral(at, value.getBoolean());
  }
}
