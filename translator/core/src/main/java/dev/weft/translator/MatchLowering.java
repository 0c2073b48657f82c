package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Comparison;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code match}, as a block that the case which applies leaves. */
@SuppressWarnings("ReferenceEquality") // Equal nodes may stand in two places.
final class MatchLowering {
  private final Lowering lowering;

  /** What a pattern asks, and what it binds once that holds. */
  private final List<String> tests = new ArrayList<>();

  private final List<Runnable> bindings = new ArrayList<>();

  /** The variables that the tests of a case declare. */
  private final List<String> declared = new ArrayList<>();

  /** Whether the tests are those of an alternative, which declares nothing for what follows. */
  private boolean inAlternative;

  /** The elements of the subject, where it is a tuple that need not be made. */
  private List<JavaExpr> parts = List.of();

  /** Stands for the tuple of the parts. */
  private static final JavaExpr PARTS = JavaExpr.primary("", Basic.OBJECT);

  MatchLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  void lower(Stmt.Match m) {
    JavaExpr kept = subject(m);
    String label = lowering.body.fresh("match");
    boolean left =
        m.cases().stream()
            .anyMatch(c -> lowering.module.flow.completes(c.body()) && c != m.cases().getLast());
    // Names that the last case declares must not be met by what follows.
    MatchCase end = m.cases().getLast();
    boolean braces =
        left || (Flow.isIrrefutable(end) && lowering.module.flow.completes(end.body()));
    if (braces) {
      lowering.line((left ? label + ": " : "") + "{");
    }
    for (MatchCase c : m.cases()) {
      boolean last = c == m.cases().getLast();
      one(c, kept, left && !last && lowering.module.flow.completes(c.body()) ? label : null);
    }
    if (braces) {
      lowering.line("}");
    }
  }

  private JavaExpr subject(Stmt.Match m) {
    if (m.subject() instanceof Expr.TupleDisplay t
        && t.elements().stream().noneMatch(e -> e instanceof Expr.Starred || isNone(e))
        && m.cases().stream().allMatch(c -> isByParts(c.pattern(), t.elements().size()))) {
      parts = new ArrayList<>();
      for (Expr element : t.elements()) {
        parts.add(lowering.exprs.keep(lowering.exprs.expr(element), nameOf(element)));
      }
      return PARTS;
    }
    JavaExpr subject = lowering.exprs.expr(m.subject());
    return subject.isSimple() ? subject : lowering.exprs.keep(subject, "subject");
  }

  private boolean isNone(Expr element) {
    return lowering.type(element) == Basic.NONE;
  }

  private static String nameOf(Expr element) {
    return switch (element) {
      case Expr.Name n -> JavaNames.camel(n.id());
      case Expr.Attribute a -> JavaNames.camel(a.name());
      default -> "part";
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

  private void one(MatchCase c, JavaExpr subject, @Nullable String label) {
    tests.clear();
    bindings.clear();
    pattern(c.pattern(), subject);
    // What only types show to fit always is a test for Java too, which else sees dead code behind.
    boolean tested = !tests.isEmpty() || (c.guard() == null && !Flow.isIrrefutable(c));
    if (tested) {
      lowering.line(
          "if ("
              + (tests.isEmpty()
                  ? "true"
                  : tests.size() == 1 ? bare(tests.get(0)) : String.join(" && ", tests))
              + ") {");
    }
    List.copyOf(bindings).forEach(Runnable::run);
    if (c.guard() != null) {
      lowering.line("if (" + lowering.exprs.condition(c.guard()).code() + ") {");
    }
    lowering.stmts.block(c.body());
    if (label != null) {
      lowering.line("break " + label + ";");
    }
    if (c.guard() != null) {
      lowering.line("}");
    }
    if (tested) {
      lowering.line("}");
    }
    declared.forEach(lowering.body.pool::release);
    declared.clear();
  }

  /** A test by itself, without the parentheses that it would need among others. */
  private static String bare(String test) {
    int depth = 0;
    for (int i = 0; i < test.length(); i++) {
      depth += test.charAt(i) == '(' ? 1 : test.charAt(i) == ')' ? -1 : 0;
      if (test.charAt(i) == '"' || (depth == 0 && i < test.length() - 1)) {
        return test;
      }
    }
    return test.substring(1, test.length() - 1);
  }

  private void pattern(Pattern pattern, JavaExpr subject) {
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
      case Pattern.As a -> {
        if (a.pattern() != null) {
          pattern(a.pattern(), subject);
        }
        bind(pattern, a.name(), subject);
      }
      case Pattern.Or o -> or(o, subject);
      case Pattern.Sequence s -> sequence(s, subject);
      case Pattern.Mapping m -> mapping(m, subject);
      case Pattern.ClassPattern c -> classPattern(c, subject);
      case Pattern.Star s ->
          lowering.diagnostics.refuse(s, "a star pattern stands alone", "put it in a sequence");
    }
  }

  private static String test(JavaExpr test) {
    return test.at(JavaExpr.AND);
  }

  private void bind(Pattern at, @Nullable String name, JavaExpr value) {
    if (name == null) {
      return;
    }
    Variable v = Objects.requireNonNull(lowering.module.boundBy(at, name));
    bindings.add(() ->
        lowering
            .stmts
            .assignments()
            .assignVariable(
                v,
                Narrowing.narrows(value.type(), v.type()) ? Coercion.cast(value, v.type()) : value,
                null));
  }

  private void or(Pattern.Or o, JavaExpr subject) {
    List<String> outer = new ArrayList<>(tests);
    List<String> alternatives = new ArrayList<>();
    int before = bindings.size();
    List<List<Runnable>> bound = new ArrayList<>();
    boolean outerAlternative = inAlternative;
    inAlternative = true;
    for (Pattern p : o.patterns()) {
      tests.clear();
      pattern(p, subject);
      alternatives.add(
          tests.isEmpty()
              ? "true"
              : tests.size() == 1 ? bare(tests.get(0)) : String.join(" && ", tests));
      List<Runnable> own = bindings.subList(before, bindings.size());
      bound.add(List.copyOf(own));
      own.clear();
    }
    inAlternative = outerAlternative;
    if (bound.stream().anyMatch(b -> !b.isEmpty())) {
      bindings.add(() -> bindMatching(alternatives, bound));
    }
    tests.clear();
    tests.addAll(outer);
    tests.add("(" + String.join(" || ", alternatives) + ")");
  }

  /** Which alternative it was is asked again, for the names that it binds. */
  private void bindMatching(List<String> alternatives, List<List<Runnable>> bound) {
    for (int i = 0; i < alternatives.size(); i++) {
      boolean last = i == alternatives.size() - 1;
      lowering.line(
          (i == 0 ? "" : "} else ") + (last ? "{" : "if (" + alternatives.get(i) + ") {"));
      bound.get(i).forEach(Runnable::run);
    }
    lowering.line("}");
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
    if (exact) {
      if (((Generic) type).args().size() != size) {
        tests.add("false");
        return;
      }
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
        if (p.name() != null) {
          int at = i;
          Variable v = Objects.requireNonNull(lowering.module.boundBy(p, p.name()));
          bindings.add(() ->
              lowering
                  .stmts
                  .assignments()
                  .assignVariable(
                      v,
                      JavaExpr.boxed(
                          support("Patterns")
                              + ".rest("
                              + subject.code()
                              + ", "
                              + at
                              + ", "
                              + (size - at - 1)
                              + ")",
                          v.type()),
                      null));
        }
      } else {
        Type element = lowering.inference.exprs.elementOf(type, false);
        long index = star >= 0 && i > star ? i - size : i;
        JavaExpr item =
            JavaExpr.primary(
                support("Iters") + ".item(" + subject.code() + ", " + index + ")", Basic.OBJECT);
        pattern(part, element == Basic.OBJECT ? item : Coercion.cast(item, element));
      }
    }
  }

  private void mapping(Pattern.Mapping m, JavaExpr subject) {
    if (!Types.is(subject.type(), "dict")) {
      tests.add(support("Py") + ".isInstance(" + subject.code() + ", \"dict\")");
    }
    for (int i = 0; i < m.keys().size(); i++) {
      String key = lowering.exprs.value(m.keys().get(i), Basic.OBJECT).code();
      tests.add(support("Py") + ".contains(" + subject.code() + ", " + key + ")");
      Type value = Types.is(subject.type(), "dict") ? Types.arg(subject.type(), 1) : Basic.OBJECT;
      JavaExpr item =
          JavaExpr.primary(
              support("Dyn") + ".item(" + subject.code() + ", " + key + ")", Basic.OBJECT);
      pattern(m.patterns().get(i), value == Basic.OBJECT ? item : Coercion.cast(item, value));
    }
    if (m.rest() != null) {
      List<String> keys =
          m.keys().stream().map(k -> lowering.exprs.value(k, Basic.OBJECT).code()).toList();
      Variable v = Objects.requireNonNull(lowering.module.boundBy(m, m.rest()));
      bindings.add(() ->
          lowering
              .stmts
              .assignments()
              .assignVariable(
                  v,
                  Coercion.cast(
                      JavaExpr.primary(
                          support("Patterns")
                              + ".without("
                              + subject.code()
                              + (keys.isEmpty() ? "" : ", " + String.join(", ", keys))
                              + ")",
                          Basic.OBJECT),
                      v.type()),
                  null));
    }
  }

  private void classPattern(Pattern.ClassPattern c, JavaExpr subject) {
    Type raw = lowering.raw(c.type());
    if (!(raw instanceof ClassRef ref)) {
      Type builtin = PatternTypes.of(c, subject.type(), lowering.inference.exprs);
      String name =
          raw instanceof Type.LibRef l ? l.path().substring(l.path().lastIndexOf('.') + 1) : "?";
      tests.add(
          support("Py") + ".isInstance(" + subject.code() + ", " + Strings.literal(name) + ")");
      if (c.patterns().size() == 1) {
        pattern(
            c.patterns().get(0),
            Narrowing.narrows(subject.type(), builtin) ? Coercion.cast(subject, builtin) : subject);
      }
      return;
    }
    Instance instance = new Instance(ref.type());
    boolean known = subject.type() instanceof Instance i && i.type().isSubclassOf(ref.type());
    JavaExpr narrowed = subject;
    if (!known) {
      String test = subject.at(JavaExpr.RELATIONAL) + " instanceof " + ref.type().javaName;
      boolean looksInside = !c.patterns().isEmpty() || !c.names().isEmpty();
      if (looksInside && !inAlternative) {
        String java = ref.type().javaName;
        String name =
            lowering.body.fresh(
                JavaNames.camel(Character.toLowerCase(java.charAt(0)) + java.substring(1)));
        declared.add(name);
        tests.add(test + " " + name);
        narrowed = JavaExpr.primary(name, instance);
      } else {
        tests.add(test);
        narrowed = Coercion.cast(subject, instance);
      }
    }
    List<String> fields = PatternTypes.matchArgs(ref.type());
    for (int i = 0; i < c.patterns().size(); i++) {
      field(c.patterns().get(i), narrowed, ref.type(), i < fields.size() ? fields.get(i) : "?", c);
    }
    for (int i = 0; i < c.names().size(); i++) {
      field(c.namedPatterns().get(i), narrowed, ref.type(), c.names().get(i), c);
    }
  }

  private void field(Pattern part, JavaExpr on, ClassInfo type, String name, Pattern at) {
    Variable field = type.field(name);
    if (field == null) {
      lowering.diagnostics.refuse(
          at, "'" + type.name + "' has no field for this pattern", "name the field");
      return;
    }
    pattern(part, Attributes.read(on, type, field));
  }
}
