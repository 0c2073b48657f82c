package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Class patterns: Java's own where it has one, with the components of records. */
final class ClassPatternLowering {
  private final Lowering lowering;
  private final PatternLowering outer;

  /** The names that Java's own patterns bind. */
  private final List<String> javaNames = new ArrayList<>();

  /** What the pattern is as a label of a switch; null if it is none. */
  private @Nullable String label;

  /** The class that the label asks for. */
  private @Nullable ClassInfo asked;

  ClassPatternLowering(Lowering lowering, PatternLowering outer) {
    this.lowering = lowering;
    this.outer = outer;
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

  /**
   * A class pattern.
   *
   * @param as what the whole is bound to, if Java's pattern can do that
   * @return whether it is bound
   */
  boolean lower(Pattern.ClassPattern c, JavaExpr subject, @Nullable Variable as) {
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
    int first = outer.tests().size();
    outer.tests().add("");
    if (names) {
      narrowed = named(Objects.requireNonNull(as), instance);
      pattern += " " + narrowed.code();
    } else if (looksInside && !outer.inAlternative() && isDeconstructed(c, type)) {
      pattern = deconstruct(c, type);
      looksInside = false;
    } else if (looksInside && !outer.inAlternative()) {
      narrowed = JavaExpr.primary(fresh(nameOf(type)), instance);
      pattern += " " + narrowed.code();
    } else if (looksInside) {
      narrowed = Coercion.cast(subject, instance);
    }
    outer.tests().set(first, subject.at(JavaExpr.RELATIONAL) + " instanceof " + pattern);
    if (outer.isWhole(c)) {
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
    if (!(raw instanceof Type.LibRef library)) {
      return unknown(c, subject);
    }
    String name = library.path().substring(library.path().lastIndexOf('.') + 1);
    outer
        .tests()
        .add(support("Py") + ".isInstance(" + subject.code() + ", " + Strings.literal(name) + ")");
    if (c.patterns().size() == 1) {
      outer.pattern(
          c.patterns().get(0),
          Narrowing.narrows(subject.type(), builtin) ? Coercion.cast(subject, builtin) : subject);
    }
    for (String attribute : c.names()) {
      outer
          .tests()
          .add(
              support("Dyn")
                  + ".hasAttribute("
                  + subject.code()
                  + ", "
                  + Strings.literal(attribute)
                  + ")");
    }
    named(c, subject);
    return false;
  }

  /** A class that only run time knows. */
  private boolean unknown(Pattern.ClassPattern c, JavaExpr subject) {
    String type = lowering.exprs.expr(c.type()).code();
    String asked =
        c.names().stream().map(n -> ", " + Strings.literal(n)).collect(Collectors.joining());
    String of = subject.code() + ", " + type + ", ";
    outer
        .tests()
        .add(support("ClassPattern") + ".matches(" + of + c.patterns().size() + asked + ")");
    for (int i = 0; i < c.patterns().size(); i++) {
      outer.pattern(
          c.patterns().get(i),
          JavaExpr.primary(support("ClassPattern") + ".part(" + of + i + ")", Basic.OBJECT));
    }
    named(c, subject);
    return false;
  }

  /** The parts that are asked for by names that only run time looks up. */
  private void named(Pattern.ClassPattern c, JavaExpr subject) {
    for (int i = 0; i < c.names().size(); i++) {
      String name = Strings.literal(c.names().get(i));
      outer.pattern(
          c.namedPatterns().get(i),
          JavaExpr.primary(
              support("Dyn") + ".get(" + subject.code() + ", " + name + ")", Basic.OBJECT));
    }
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
    boolean names = v != null && outer.isOwn(v) && v.type() == Basic.STR;
    String pattern =
        names ? "String " + named(Objects.requireNonNull(v), Basic.STR).code() : "String";
    if (outer.isWhole(c) && (plain || names)) {
      label = names ? pattern : "String _";
      asked = null;
    }
    outer.tests().add(subject.at(JavaExpr.RELATIONAL) + " instanceof " + pattern);
    if (!names && c.patterns().size() == 1) {
      outer.pattern(c.patterns().getFirst(), Coercion.cast(subject, Basic.STR));
    }
    return names && as != null;
  }

  /** The patterns of a record's components, null for one that the case does not ask. */
  private static List<@Nullable Pattern> components(Pattern.ClassPattern c, ClassInfo type) {
    List<String> positional = PatternTypes.parameters(type);
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
          Objects.requireNonNull(lowering.module.boundBy(a, Objects.requireNonNull(a.name())));
      if (outer.isOwn(v) && JavaTypes.of(v.type()).equals(java)) {
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
    outer.pattern(pattern, JavaExpr.primary(name, type));
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
    List<String> fields = PatternTypes.parameters(type);
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
    if (field.mayBeMissing) {
      outer
          .tests()
          .add(support("Dyn") + ".hasAttribute(" + on.code() + ", " + Strings.literal(name) + ")");
    }
    outer.pattern(part, Attributes.read(on, type, field));
  }
}
