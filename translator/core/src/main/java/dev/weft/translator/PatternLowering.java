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

  private final List<String> tests = new ArrayList<>();
  private final List<Bound> bindings = new ArrayList<>();

  /** The names that Java's own patterns bind. */
  private final List<String> javaNames = new ArrayList<>();

  /** What the pattern is as a label of a switch; null if it is none. */
  private @Nullable String label;

  /** The class that the label asks for. */
  private @Nullable ClassInfo asked;

  /** Whether the tests are those of an alternative, which declares nothing for what follows. */
  private boolean inAlternative;

  PatternLowering(Lowering lowering, MatchCase at, List<JavaExpr> parts) {
    this.lowering = lowering;
    this.at = at;
    this.parts = parts;
  }

  List<String> tests() {
    return tests;
  }

  List<Bound> bindings() {
    return bindings;
  }

  List<String> javaNames() {
    return javaNames;
  }

  @Nullable String label() {
    return label;
  }

  @Nullable ClassInfo asked() {
    return asked;
  }

  /** Lowers the whole pattern of the case. */
  void lower(JavaExpr subject) {
    pattern(at.pattern(), subject);
  }

  private boolean isWhole(Pattern pattern) {
    return pattern == at.pattern() || (at.pattern() instanceof Pattern.As a && a.pattern() == pattern);
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
      case Pattern.As a -> as(a, subject);
      case Pattern.Or o -> or(o, subject);
      case Pattern.Sequence s -> sequence(s, subject);
      case Pattern.Mapping m -> mapping(m, subject);
      case Pattern.ClassPattern c -> classPattern(c, subject, null);
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
      if (isOwn(v) && classPattern(c, subject, v)) {
        return;
      }
    } else if (a.pattern() != null) {
      pattern(a.pattern(), subject);
    }
    bind(a, a.name(), subject);
  }

  /** Whether a variable may be declared where the pattern binds it. */
  private boolean isOwn(Variable v) {
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
        bound.stream().flatMap(List::stream).flatMap(b -> b.variables().stream()).distinct().toList();
    if (!variables.isEmpty()) {
      List<Variable> own = variables.stream().filter(this::isOwn).toList();
      bindings.add(
          new Bound(
              variables,
              null,
              () -> {
                own.forEach(v ->
                    lowering.line(JavaTypes.of(v.type()) + " " + lowering.body.name(v) + ";"));
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

  /**
   * A class pattern.
   *
   * @param as what the whole is bound to, if Java's pattern can do that
   * @return whether it is bound
   */
  private boolean classPattern(Pattern.ClassPattern c, JavaExpr subject, @Nullable Variable as) {
    if (!(lowering.raw(c.type()) instanceof ClassRef ref)) {
      return builtin(c, subject, as);
    }
    ClassInfo type = ref.type();
    Instance instance = new Instance(type);
    boolean known = subject.type() instanceof Instance i && i.type().isSubclassOf(type);
    boolean looksInside = !c.patterns().isEmpty() || !c.names().isEmpty();
    if (known) {
      fields(c, subject, type);
      return false;
    }
    boolean names = as != null && Types.same(as.type(), instance);
    String pattern = type.javaName;
    JavaExpr narrowed = subject;
    int first = tests.size();
    tests.add("");
    if (names) {
      narrowed = named(Objects.requireNonNull(as), instance);
      pattern += " " + narrowed.code();
    } else if (looksInside && !inAlternative && isDeconstructed(c, type)) {
      pattern = deconstruct(c, type);
      looksInside = false;
    } else if (looksInside && !inAlternative) {
      narrowed = JavaExpr.primary(fresh(nameOf(type)), instance);
      pattern += " " + narrowed.code();
    } else if (looksInside) {
      narrowed = Coercion.cast(subject, instance);
    }
    tests.set(first, subject.at(JavaExpr.RELATIONAL) + " instanceof " + pattern);
    if (isWhole(c)) {
      label = pattern.equals(type.javaName) ? pattern + " _" : pattern;
      asked = type;
    }
    if (looksInside) {
      fields(c, narrowed, type);
    }
    return names;
  }

  /** The variable of Java's pattern. */
  private JavaExpr named(Variable v, Type type) {
    v.declaredOnce = v.bindings == 1;
    javaNames.add(lowering.body.name(v));
    return JavaExpr.primary(lowering.body.name(v), type);
  }

  private String fresh(String wanted) {
    String name = lowering.body.fresh(wanted);
    javaNames.add(name);
    return name;
  }

  private static String nameOf(ClassInfo type) {
    String java = type.javaName;
    return JavaNames.camel(Character.toLowerCase(java.charAt(0)) + java.substring(1));
  }

  private boolean builtin(Pattern.ClassPattern c, JavaExpr subject, @Nullable Variable as) {
    Type raw = lowering.raw(c.type());
    Type builtin = PatternTypes.of(c, subject.type(), lowering.inference.exprs);
    if (builtin == Basic.STR && JavaTypes.of(subject.type()).equals("Object")) {
      return string(c, subject, as);
    }
    String name =
        raw instanceof Type.LibRef l ? l.path().substring(l.path().lastIndexOf('.') + 1) : "?";
    tests.add(
        support("Py") + ".isInstance(" + subject.code() + ", " + Strings.literal(name) + ")");
    if (c.patterns().size() == 1) {
      pattern(
          c.patterns().get(0),
          Narrowing.narrows(subject.type(), builtin) ? Coercion.cast(subject, builtin) : subject);
    }
    return false;
  }

  /** Of the builtin types, the one that Java has as just one class. */
  private boolean string(Pattern.ClassPattern c, JavaExpr subject, @Nullable Variable as) {
    Variable inner =
        c.patterns().size() == 1
                && c.patterns().getFirst() instanceof Pattern.As a
                && a.pattern() == null
                && a.name() != null
            ? lowering.module.boundBy(a, a.name())
            : null;
    boolean plain = c.patterns().isEmpty();
    Variable v = as != null && plain ? as : inner != null && as == null ? inner : null;
    boolean names = v != null && isOwn(v) && v.type() == Basic.STR;
    String pattern =
        names
            ? "String " + named(Objects.requireNonNull(v), Basic.STR).code()
            : "String";
    if (isWhole(c) && (plain || names)) {
      label = names ? pattern : "String _";
      asked = null;
    }
    tests.add(subject.at(JavaExpr.RELATIONAL) + " instanceof " + pattern);
    if (!names && c.patterns().size() == 1) {
      pattern(c.patterns().getFirst(), Coercion.cast(subject, Basic.STR));
    }
    return names && as != null;
  }

  /** The patterns of a record's components, null for one that the case does not ask. */
  private static List<@Nullable Pattern> components(Pattern.ClassPattern c, ClassInfo type) {
    List<String> positional = PatternTypes.matchArgs(type);
    List<@Nullable Pattern> components = new ArrayList<>();
    for (String field : type.dataFields.keySet()) {
      int named = c.names().indexOf(field);
      int at = positional.indexOf(field);
      components.add(
          named >= 0
              ? c.namedPatterns().get(named)
              : at >= 0 && at < c.patterns().size() ? c.patterns().get(at) : null);
    }
    return components;
  }

  /** Whether all that a pattern asks of a class are components of a record. */
  private static boolean isDeconstructed(Pattern.ClassPattern c, ClassInfo type) {
    return ClassLowering.isRecord(type)
        && type.dataFields.keySet().stream()
            .allMatch(f -> JavaTypes.of(type.fieldOrNew(f).type()).indexOf('?') < 0)
        && components(c, type).stream().filter(Objects::nonNull).count()
            == c.patterns().size() + c.names().size();
  }

  private String deconstruct(Pattern.ClassPattern c, ClassInfo type) {
    List<String> patterns = new ArrayList<>();
    List<@Nullable Pattern> components = components(c, type);
    int i = 0;
    for (String name : type.dataFields.keySet()) {
      patterns.add(component(components.get(i++), Objects.requireNonNull(type.field(name))));
    }
    return type.javaName + "(" + String.join(", ", patterns) + ")";
  }

  private String component(@Nullable Pattern pattern, Variable field) {
    if (pattern == null
        || (pattern instanceof Pattern.As w && w.pattern() == null && w.name() == null)) {
      return "_";
    }
    Type type = field.type();
    String java = JavaTypes.of(type);
    if (pattern instanceof Pattern.As a && a.pattern() == null) {
      Variable v =
          Objects.requireNonNull(
              lowering.module.boundBy(a, Objects.requireNonNull(a.name())));
      if (isOwn(v) && JavaTypes.of(v.type()).equals(java)) {
        return java + " " + named(v, type).code();
      }
    }
    if (pattern instanceof Pattern.ClassPattern c
        && lowering.raw(c.type()) instanceof ClassRef ref
        && isDeconstructed(c, ref.type())
        && (c.patterns().size() + c.names().size()) > 0
        && isRelated(type, ref.type())) {
      return deconstruct(c, ref.type());
    }
    String name = fresh(Attributes.fieldName(field));
    pattern(pattern, JavaExpr.primary(name, type));
    return java + " " + name;
  }

  /** Whether Java thinks that a value of a type may be of a class. */
  static boolean isRelated(Type type, ClassInfo of) {
    Type plain = Types.strip(type);
    return plain == Basic.OBJECT
        || (plain instanceof Instance i
            && (i.type().isSubclassOf(of) || of.isSubclassOf(i.type())));
  }

  private void fields(Pattern.ClassPattern c, JavaExpr on, ClassInfo type) {
    List<String> fields = PatternTypes.matchArgs(type);
    for (int i = 0; i < c.patterns().size(); i++) {
      field(c.patterns().get(i), on, type, i < fields.size() ? fields.get(i) : "?", c);
    }
    for (int i = 0; i < c.names().size(); i++) {
      field(c.namedPatterns().get(i), on, type, c.names().get(i), c);
    }
  }

  private void field(Pattern part, JavaExpr on, ClassInfo type, String name, Pattern at) {
    Variable field = type.field(name);
    if (field == null) {
      lowering.diagnostics.refuse(
          at, "'" + type.name + "' has no field for this pattern", "name the field");
      return;
    }
    String access =
        "." + Attributes.fieldName(field) + (Attributes.isRecord(type, name) ? "()" : "");
    pattern(part, JavaExpr.primary(on.at(JavaExpr.PRIMARY) + access, field.type()));
  }
}
