package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code match}: a switch where Java has one that means the same; a row of ifs where no case goes
 * on; otherwise a chain of else-ifs, or a block that the case which applies leaves.
 */
final class MatchLowering {
  private final Lowering lowering;

  /**
   * A case in Java.
   *
   * @param before statements that the tests need
   * @param bindings what binds names before the body
   * @param beforeGuard statements that the guard needs
   * @param guard what the guard asks; null if there is none
   * @param bindsFirst whether the names have to be bound before the guard is asked
   */
  record Part(
      MatchCase source,
      PatternLowering pattern,
      Lines before,
      Lines bindings,
      Lines beforeGuard,
      @Nullable JavaExpr guard,
      boolean bindsFirst,
      Lines body) {
    /** Whether one condition tells if the case applies. */
    boolean isCondition() {
      return before.isEmpty() && beforeGuard.isEmpty() && (guard == null || !bindsFirst);
    }

    /** What is done where the case applies. */
    Lines lines() {
      Lines all = new Lines();
      all.addAll(bindings);
      all.addAll(body);
      return all;
    }

    /** The condition; empty if there is none. */
    String condition() {
      List<String> all = new ArrayList<>(pattern.tests());
      if (guard != null && !bindsFirst && beforeGuard.isEmpty()) {
        all.add(all.isEmpty() ? guard.code() : guard.at(JavaExpr.AND));
      }
      if (all.isEmpty()) {
        // What only types show to fit always is a test for Java too, which else sees dead code.
        return guard == null && !Flow.isIrrefutable(source) ? "true" : "";
      }
      return PatternLowering.joined(all);
    }
  }

  /** The elements of the subject, where it is a tuple that need not be made. */
  private List<JavaExpr> elements = List.of();

  MatchLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  void lower(Stmt.Match m) {
    JavaExpr subject = subject(m);
    String label = lowering.body.fresh("match");
    List<Part> parts = new ArrayList<>();
    for (MatchCase c : m.cases()) {
      int mark = lowering.body.pool.mark();
      parts.add(part(c, subject));
      lowering.body.release(mark);
    }
    boolean goesOn =
        m.cases().stream()
            .anyMatch(c -> c != m.cases().getLast() && lowering.module.flow.completes(c.body()));
    if (!new SwitchLowering(lowering).lower(subject, parts)) {
      if (goesOn && parts.stream().allMatch(Part::isCondition)) {
        chain(parts);
        if (!lowering.module.flow.completes(m.cases().getLast().body())) {
          // Where only the case goes on that a pattern fits, Java sees its variables behind it.
          parts.forEach(p -> lowering.body.pool.retake(p.pattern().classes().javaNames()));
        }
      } else {
        row(parts, goesOn ? label : null);
        if (goesOn) {
          return;
        }
      }
    }
    lowering.body.pool.release(label);
  }

  private JavaExpr subject(Stmt.Match m) {
    if (m.subject() instanceof Expr.TupleDisplay t
        && t.elements().stream().noneMatch(e -> e instanceof Expr.Starred || isNone(e))
        && m.cases().stream().allMatch(c -> isByParts(c.pattern(), t.elements().size()))) {
      elements = new ArrayList<>();
      for (Expr element : t.elements()) {
        JavaExpr value = lowering.exprs.expr(element);
        boolean stable = element instanceof Expr.Name && value.isSimple() && !isBound(m, element);
        elements.add(stable ? value : lowering.exprs.keep(value, nameOf(element)));
      }
      return PatternLowering.PARTS;
    }
    JavaExpr subject = lowering.exprs.expr(m.subject());
    return subject.isSimple() && !isBound(m, m.subject())
        ? subject
        : lowering.exprs.keep(subject, nameOf(m.subject()));
  }

  /** Whether a case that may yet fail gives a variable another value. */
  private boolean isBound(Stmt.Match m, Expr subject) {
    if (!(subject instanceof Expr.Name n)
        || !(lowering.module.names.get(n) instanceof Symbol.Var(Variable variable))) {
      return false;
    }
    boolean[] found = {false};
    for (MatchCase c : m.cases()) {
      if (c.guard() != null) {
        new TreeWalker() {
          @Override
          protected void enter(Pattern p) {
            var bound = lowering.module.bound.get(p);
            found[0] |= bound != null && bound.containsValue(variable);
          }
        }.pattern(c.pattern());
        found[0] |= Bindings.of(c.guard()).names.containsKey(variable.name);
      }
    }
    return found[0];
  }

  private boolean isNone(Expr element) {
    return lowering.type(element) == Basic.NONE;
  }

  private static String nameOf(Expr element) {
    return switch (element) {
      case Expr.Name n -> JavaNames.camel(n.id());
      case Expr.Attribute a -> JavaNames.camel(a.name());
      case Expr.Await a -> nameOf(a.value());
      case Expr.Call c when Decorators.name(c.function()).endsWith("split") -> "parts";
      default -> "subject";
    };
  }

  /** Whether a pattern asks nothing of a tuple as a whole. */
  private static boolean isByParts(Pattern pattern, int size) {
    return switch (pattern) {
      case Pattern.Sequence s ->
          s.patterns().size() == size
              && s.patterns().stream().noneMatch(Pattern.Star.class::isInstance);
      case Pattern.As a -> a.pattern() == null && a.name() == null;
      case Pattern.Or o -> o.patterns().stream().allMatch(p -> isByParts(p, size));
      default -> false;
    };
  }

  private Part part(MatchCase c, JavaExpr subject) {
    PatternLowering pattern = new PatternLowering(lowering, c, elements);
    Lines before = into(() -> pattern.lower(subject));
    Lines beforeGuard = new Lines();
    JavaExpr guard = null;
    Expr asked = c.guard();
    boolean bindsFirst = asked != null && bindsFirst(pattern, c, asked);
    if (asked != null) {
      if (!bindsFirst) {
        pattern
            .bindings()
            .forEach(b -> {
              if (b.value() != null) {
                lowering.body.standIns.put(b.variables().getFirst(), b.value());
              }
            });
      }
      guard = lowering.body.into(beforeGuard, () -> lowering.exprs.condition(asked));
      pattern.bindings().forEach(b -> lowering.body.standIns.remove(b.variables().getFirst()));
    }
    Lines bindings =
        into(() ->
            pattern.bindings().stream()
                .filter(b -> bindsFirst || isRead(b, c))
                .forEach(b -> b.lines().run()));
    Lines body = into(() -> lowering.stmts.block(c.body()));
    return new Part(c, pattern, before, bindings, beforeGuard, guard, bindsFirst, body);
  }

  private Lines into(Runnable action) {
    Lines lines = new Lines();
    lowering.body.into(
        lines,
        () -> {
          action.run();
          return true;
        });
    return lines;
  }

  /** Whether anything but the guard reads what is bound. */
  private boolean isRead(PatternLowering.Bound bound, MatchCase c) {
    if (bound.value() == null) {
      return true;
    }
    Variable variable = bound.variables().getFirst();
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr e) {
        found[0] |=
            e instanceof Expr.Name n
                && lowering.module.names.get(n) instanceof Symbol.Var(Variable v)
                && v == variable;
        return true;
      }
    }.block(c.body());
    return found[0] || c.guard() == null;
  }

  /** Whether a guard needs the names to be there, instead of what they stand for. */
  private boolean bindsFirst(PatternLowering pattern, MatchCase c, Expr guard) {
    Set<Variable> hidden = new HashSet<>();
    boolean[] first = {false};
    for (PatternLowering.Bound bound : pattern.bindings()) {
      // What others see is bound even if the guard fails.
      first[0] |= bound.variables().stream().anyMatch(v -> v.ownCase != c);
      if (bound.value() == null) {
        hidden.addAll(bound.variables());
      }
    }
    new TreeWalker() {
      @Override
      protected boolean enter(Expr e) {
        first[0] |= e instanceof Expr.Walrus;
        first[0] |=
            e instanceof Expr.Name n
                && lowering.module.names.get(n) instanceof Symbol.Var(Variable v)
                && hidden.contains(v);
        return true;
      }
    }.expr(guard);
    return first[0];
  }

  private void chain(List<Part> parts) {
    String head = "";
    for (Part part : parts) {
      String condition = part.condition();
      if (condition.isEmpty() && part.body().isEmpty() && part.bindings().isEmpty()) {
        break;
      }
      lowering.line(head + (condition.isEmpty() ? "{" : "if (" + condition + ") {"));
      lowering.body.out.addAll(part.bindings());
      lowering.body.out.addAll(part.body());
      head = "} else ";
    }
    lowering.line("}");
  }

  private void row(List<Part> parts, @Nullable String label) {
    // Names that the last case declares must not be met by what follows.
    MatchCase end = parts.getLast().source();
    boolean braces =
        label != null || (Flow.isIrrefutable(end) && lowering.module.flow.completes(end.body()));
    if (braces) {
      lowering.line((label != null ? label + ": " : "") + "{");
    }
    for (Part part : parts) {
      boolean last = part == parts.getLast();
      one(part, !last && lowering.module.flow.completes(part.source().body()) ? label : null);
    }
    if (braces) {
      lowering.line("}");
    }
  }

  private void one(Part part, @Nullable String label) {
    lowering.body.out.addAll(part.before());
    String condition = part.condition();
    if (!condition.isEmpty()) {
      lowering.line("if (" + condition + ") {");
    }
    JavaExpr guard = part.bindsFirst() || !part.beforeGuard().isEmpty() ? part.guard() : null;
    if (guard != null) {
      if (part.bindsFirst()) {
        lowering.body.out.addAll(part.bindings());
      }
      lowering.body.out.addAll(part.beforeGuard());
      lowering.line("if (" + guard.code() + ") {");
    }
    if (!part.bindsFirst()) {
      lowering.body.out.addAll(part.bindings());
    }
    lowering.body.out.addAll(part.body());
    if (label != null) {
      lowering.line("break " + label + ";");
    }
    if (guard != null) {
      lowering.line("}");
    }
    if (!condition.isEmpty()) {
      lowering.line("}");
    }
  }
}
