package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.parser.Comparison;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the pattern of a case asks of the subject in Java, and what it binds once that holds. */
@SuppressWarnings("ReferenceEquality") // Equal nodes may stand in two places.
final class PatternLowering {
  /** Stands for a tuple that is not made, as its parts are compared. */
  static final JavaExpr PARTS = JavaExpr.primary("", Basic.OBJECT);

  /**
   * Something that is bound.
   *
   * @param variables what gets a value
   * @param value what a guard may read in its place; null if it had better not
   * @param lines writes the statements
   */
  record Bound(List<Variable> variables, @Nullable JavaExpr value, Runnable lines) {}

  private final Lowering lowering;
  private final MatchCase at;

  /** The elements of the subject, where it is a tuple that need not be made. */
  private final List<JavaExpr> parts;

  private final ClassPatternLowering classes;
  private final List<String> tests = new ArrayList<>();
  private final List<Bound> bindings = new ArrayList<>();

  /** Whether the tests are those of an alternative, which declares nothing for what follows. */
  private boolean inAlternative;

  PatternLowering(Lowering lowering, MatchCase at, List<JavaExpr> parts) {
    this.lowering = lowering;
    this.at = at;
    this.parts = parts;
    this.classes = new ClassPatternLowering(lowering, this);
  }

  /** Its class patterns. */
  ClassPatternLowering classes() {
    return classes;
  }

  List<String> tests() {
    return tests;
  }

  List<Bound> bindings() {
    return bindings;
  }

  /** Whether what is asked is asked for one of several patterns, and declares nothing. */
  boolean inAlternative() {
    return inAlternative;
  }

  /** Lowers the whole pattern of the case. */
  void lower(JavaExpr subject) {
    pattern(at.pattern(), subject);
  }

  /** Whether a pattern is what the case asks of its subject, and not of a part. */
  boolean isWhole(Pattern pattern) {
    return pattern == at.pattern()
        || (at.pattern() instanceof Pattern.As a && a.pattern() == pattern);
  }

  void pattern(Pattern pattern, JavaExpr subject) {
    switch (pattern) {
      case Pattern.Value v -> {
        JavaExpr value = lowering.exprs.expr(v.value());
        tests.add(test(new Comparing(lowering).compare(subject, Comparison.EQ, value)));
      }
      case Pattern.Singleton s ->
          tests.add(
              test(
                  new Comparing(lowering)
                      .compare(
                          subject, Comparison.IS, lowering.exprs.expr(s.value(), Basic.OBJECT))));
      case Pattern.As a -> as(a, subject);
      case Pattern.Or o -> or(o, subject);
      case Pattern.Sequence s -> sequence(s, subject);
      case Pattern.Mapping m -> mapping(m, subject);
      case Pattern.ClassPattern c -> classes.lower(c, subject, null);
      case Pattern.Star s ->
          lowering.diagnostics.refuse(s, "a star pattern stands alone", "put it in a sequence");
    }
  }

  private static String test(JavaExpr test) {
    return test.at(JavaExpr.AND);
  }

  private void as(Pattern.As a, JavaExpr subject) {
    if (a.pattern() instanceof Pattern.ClassPattern c && a.name() != null) {
      Variable v = Objects.requireNonNull(lowering.module.boundBy(a, a.name()));
      if (classes.lower(c, subject, isOwn(v) ? v : null)) {
        return;
      }
    } else if (a.pattern() != null) {
      pattern(a.pattern(), subject);
    }
    bind(a, a.name(), subject);
  }

  /** Whether a variable may be declared where the pattern binds it. */
  boolean isOwn(Variable v) {
    return v.ownCase == at && !v.isBoxed() && !inAlternative;
  }

  private void bind(Pattern at, @Nullable String name, JavaExpr value) {
    if (name == null) {
      return;
    }
    Variable v = Objects.requireNonNull(lowering.module.boundBy(at, name));
    JavaExpr fitted =
        Narrowing.narrows(value.type(), v.type()) ? Coercion.cast(value, v.type()) : value;
    JavaExpr inGuard = Coercion.to(fitted, v.type());
    bind(v, fitted, Types.same(inGuard.type(), v.type()) ? inGuard : null);
  }

  private void bind(Variable v, JavaExpr value, @Nullable JavaExpr inGuard) {
    boolean own = isOwn(v);
    bindings.add(new Bound(List.of(v), own ? inGuard : null, () -> assign(v, value, own)));
  }

  private void assign(Variable v, JavaExpr value, boolean declares) {
    if (!declares) {
      lowering.stmts.assignments().assignVariable(v, value, null);
      return;
    }
    JavaExpr fitted = Coercion.to(value, v.type());
    String code = fitted.wide() == null ? fitted.code() : fitted.asHeld(v.type());
    v.declaredOnce = v.bindings == 1;
    lowering.line(JavaTypes.of(v.type()) + " " + lowering.body.name(v) + " = " + code + ";");
  }

  private void or(Pattern.Or o, JavaExpr subject) {
    List<String> outer = new ArrayList<>(tests);
    List<String> alternatives = new ArrayList<>();
    int before = bindings.size();
    List<List<Bound>> bound = new ArrayList<>();
    boolean outerAlternative = inAlternative;
    inAlternative = true;
    for (Pattern p : o.patterns()) {
      tests.clear();
      pattern(p, subject);
      alternatives.add(tests.isEmpty() ? "true" : joined(tests));
      List<Bound> own = bindings.subList(before, bindings.size());
      bound.add(List.copyOf(own));
      own.clear();
    }
    inAlternative = outerAlternative;
    List<Variable> variables =
        bound.stream()
            .flatMap(List::stream)
            .flatMap(b -> b.variables().stream())
            .distinct()
            .toList();
    if (!variables.isEmpty()) {
      List<Variable> own = variables.stream().filter(this::isOwn).toList();
      bindings.add(
          new Bound(
              variables,
              null,
              () -> {
                own.forEach(
                    v -> lowering.line(JavaTypes.of(v.type()) + " " + lowering.body.name(v) + ";"));
                bindMatching(alternatives, bound);
              }));
    }
    tests.clear();
    tests.addAll(outer);
    tests.add(alternatives.size() == 1 ? alternatives.getFirst() : either(alternatives));
  }

  private static String either(List<String> alternatives) {
    return "(" + String.join(" || ", alternatives) + ")";
  }

  /** Which alternative it was is asked again, for the names that it binds. */
  private void bindMatching(List<String> alternatives, List<List<Bound>> bound) {
    for (int i = 0; i < alternatives.size(); i++) {
      boolean last = i == alternatives.size() - 1;
      lowering.line(
          (i == 0 ? "" : "} else ") + (last ? "{" : "if (" + alternatives.get(i) + ") {"));
      bound.get(i).forEach(b -> b.lines().run());
    }
    lowering.line("}");
  }

  /** Tests in a row; one by itself is without the parentheses that it would need among others. */
  static String joined(List<String> tests) {
    return tests.size() == 1 ? bare(tests.getFirst()) : String.join(" && ", tests);
  }

  private static String bare(String test) {
    if (!test.startsWith("(")) {
      return test;
    }
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < test.length(); i++) {
      char c = test.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (depth == 0 && !quoted && i < test.length() - 1) {
        return test;
      }
    }
    return test.substring(1, test.length() - 1);
  }

  private void sequence(Pattern.Sequence s, JavaExpr subject) {
    if (subject == PARTS) {
      for (int i = 0; i < parts.size(); i++) {
        pattern(s.patterns().get(i), parts.get(i));
      }
      return;
    }
    int star = -1;
    for (int i = 0; i < s.patterns().size(); i++) {
      if (s.patterns().get(i) instanceof Pattern.Star) {
        star = i;
      }
    }
    int size = s.patterns().size();
    Type type = Types.strip(subject.type());
    boolean exact = type instanceof Generic g && g.name().equals("tuple") && star < 0;
    boolean list = isList(subject.type());
    if (exact) {
      if (((Generic) type).args().size() != size) {
        tests.add("false");
        return;
      }
    } else if (list) {
      sized(subject, star < 0 ? size : size - 1, star >= 0);
    } else {
      tests.add(
          star < 0
              ? support("Patterns") + ".isSequence(" + subject.code() + ", " + size + ")"
              : support("Patterns")
                  + ".isLongSequence("
                  + subject.code()
                  + ", "
                  + (size - 1)
                  + ")");
    }
    for (int i = 0; i < size; i++) {
      Pattern part = s.patterns().get(i);
      if (exact) {
        pattern(
            part,
            JavaExpr.boxed(
                subject.at(JavaExpr.PRIMARY) + "." + Subscripts.component(i),
                ((Generic) type).args().get(i).type()));
      } else if (part instanceof Pattern.Star p) {
        star(p, subject, i, size - i - 1);
      } else {
        pattern(part, item(subject, type, list, star >= 0 && i > star ? i - size : i));
      }
    }
  }

  /** Whether Java knows a value as a list, which is never None. */
  private static boolean isList(Type type) {
    return type instanceof Generic g && (g.name().equals("list") || g.name().equals("vartuple"));
  }

  private void sized(JavaExpr subject, int size, boolean orMore) {
    String on = subject.at(JavaExpr.PRIMARY);
    if (size == 0) {
      if (!orMore) {
        tests.add(on + ".isEmpty()");
      }
    } else if (size == 1 && orMore) {
      tests.add("!" + on + ".isEmpty()");
    } else {
      tests.add(on + ".size() " + (orMore ? ">= " : "== ") + size);
    }
  }

  private JavaExpr item(JavaExpr subject, Type type, boolean list, int index) {
    Type element = lowering.inference.exprs.elementOf(type, false);
    if (list) {
      String on = subject.at(JavaExpr.PRIMARY);
      return JavaExpr.boxed(
          index >= 0
              ? on + ".get(" + index + ")"
              : index == -1 ? on + ".getLast()" : on + ".get(" + on + ".size() - " + -index + ")",
          element);
    }
    JavaExpr item =
        JavaExpr.primary(
            support("Iters") + ".item(" + subject.code() + ", " + index + ")", Basic.OBJECT);
    return element == Basic.OBJECT ? item : Coercion.cast(item, element);
  }

  private void star(Pattern.Star star, JavaExpr subject, int before, int after) {
    if (star.name() == null) {
      return;
    }
    Variable v = Objects.requireNonNull(lowering.module.boundBy(star, star.name()));
    String rest =
        support("Patterns") + ".rest(" + subject.code() + ", " + before + ", " + after + ")";
    bind(v, JavaExpr.boxed(rest, v.type()), null);
  }

  private void mapping(Pattern.Mapping m, JavaExpr subject) {
    boolean dict = Types.is(subject.type(), "dict");
    if (!dict) {
      tests.add(support("Py") + ".isInstance(" + subject.code() + ", \"dict\")");
    }
    for (int i = 0; i < m.keys().size(); i++) {
      String key = lowering.exprs.value(m.keys().get(i), Basic.OBJECT).code();
      tests.add(support("Py") + ".contains(" + subject.code() + ", " + key + ")");
      Type value = dict ? Types.arg(subject.type(), 1) : Basic.OBJECT;
      JavaExpr item =
          JavaExpr.primary(
              support("Dyn") + ".item(" + subject.code() + ", " + key + ")", Basic.OBJECT);
      pattern(m.patterns().get(i), value == Basic.OBJECT ? item : Coercion.cast(item, value));
    }
    if (m.rest() != null) {
      List<String> keys =
          m.keys().stream().map(k -> lowering.exprs.value(k, Basic.OBJECT).code()).toList();
      Variable v = Objects.requireNonNull(lowering.module.boundBy(m, m.rest()));
      JavaExpr rest =
          JavaExpr.primary(
              support("Patterns")
                  + ".without("
                  + subject.code()
                  + (keys.isEmpty() ? "" : ", " + String.join(", ", keys))
                  + ")",
              Basic.OBJECT);
      bind(v, Coercion.cast(rest, v.type()), null);
    }
  }
}
