package dev.weft.translator;

import dev.weft.translator.MatchLowering.Part;
import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cases of a {@code match} as those of a switch. */
final class SwitchLowering {
  private static final String RETURN = "return ";

  private final Lowering lowering;

  /** What the labels say so far: constants, or the classes that are asked for without more ado. */
  private final Set<String> constants = new HashSet<>();

  private final List<ClassInfo> taken = new ArrayList<>();

  /** Of labels with record patterns in them: how they begin, and the first pattern within. */
  private final List<String[]> nested = new ArrayList<>();

  private boolean stringsTaken;
  private boolean noneTaken;

  SwitchLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Writes the switch, if Java has one that means the same; returns whether it has. */
  boolean lower(JavaExpr subject, List<Part> parts) {
    if (subject == PatternLowering.PARTS || parts.size() < 2) {
      return false;
    }
    boolean constant = isConstant(subject.type());
    List<String> labels = new ArrayList<>();
    for (Part part : parts) {
      boolean last = part == parts.getLast();
      String label =
          last && Flow.isIrrefutable(part.source()) && part.isCondition()
              ? "default"
              : constant ? constant(part, subject.type()) : pattern(part, subject.type());
      if (label == null || Flow.breaks(part.source().body())) {
        return false;
      }
      labels.add(label);
    }
    boolean total = labels.getLast().equals("default");
    if (labels.size() - (total ? 1 : 0) < 2) {
      return false;
    }
    boolean mayBeNull = !constant && !noneTaken && JavaTypes.of(subject.type()).equals("Object");
    if (mayBeNull || subject.type() instanceof Type.Opt) {
      mayBeNull = !noneTaken;
    }
    if (total && mayBeNull) {
      labels.set(labels.size() - 1, "null, default");
    }
    String gives = total ? given(parts) : null;
    String declared =
        gives == null || gives.equals(RETURN)
            ? null
            : lowering.body.out.takeDeclaration(gives.replace(" = ", ""));
    lowering.line(
        (declared != null ? declared + " = " : gives != null ? gives : "")
            + "switch ("
            + subject.code()
            + ") {");
    for (int i = 0; i < parts.size(); i++) {
      String head = labels.get(i).equals("default") ? "default" : "case " + labels.get(i);
      one(parts.get(i), head + " -> ", gives);
    }
    if (!total && (!constant || mayBeNull)) {
      lowering.line((mayBeNull ? "case null, default" : "default") + " -> {}");
    }
    lowering.line(gives != null ? "};" : "}");
    return true;
  }

  private void one(Part part, String head, @Nullable String gives) {
    Lines lines = part.lines();
    String line = gives != null ? lines.result(gives) : lines.statement();
    if (line != null) {
      int outer = Session.here().line;
      Session.here().line = lines.place();
      lowering.line(head + line);
      Session.here().line = outer;
    } else if (lines.isEmpty()) {
      lowering.line(head + "{}");
    } else {
      Lines yielding = gives == null ? null : lines.yielding(gives);
      lowering.line(head + "{");
      lowering.body.out.addAll(yielding == null ? lines : yielding);
      lowering.line("}");
    }
  }

  /** What all cases do with their one result: return it, or assign it to a variable. */
  private static @Nullable String given(List<Part> parts) {
    List<Lines> all = parts.stream().map(Part::lines).toList();
    String first =
        all.stream().filter(l -> !l.raises()).findFirst().map(Lines::assigned).orElse(null);
    String gives = first == null ? RETURN : first + " = ";
    long plain = all.stream().filter(l -> l.result(gives) != null).count();
    boolean given =
        all.stream().allMatch(l -> l.yielding(gives) != null)
            && plain * 2 >= all.size()
            && all.stream().anyMatch(l -> !l.raises());
    return given ? gives : null;
  }

  /** Whether the labels are constants: of strings and enums. */
  private static boolean isConstant(Type type) {
    Type plain = Types.strip(type);
    return plain == Basic.STR || (plain instanceof Instance i && i.type().isEnum);
  }

  private @Nullable String constant(Part part, Type type) {
    if (part.guard() != null || !part.isCondition()) {
      return null;
    }
    if (isNone(part.source().pattern())) {
      noneTaken = true;
      return "null";
    }
    return constant(part.source().pattern(), Types.strip(type));
  }

  private static boolean isNone(Pattern pattern) {
    return pattern instanceof Pattern.Singleton s && s.value() instanceof Expr.NoneLiteral;
  }

  private @Nullable String constant(Pattern pattern, Type type) {
    String label =
        switch (pattern) {
          case Pattern.Value v
              when type == Basic.STR && v.value() instanceof Expr.StringLiteral s ->
              Strings.expression(s.value());
          case Pattern.Value v
              when type instanceof Instance i
                  && v.value() instanceof Expr.Attribute a
                  && lowering.raw(a.value()) instanceof Type.ClassRef c
                  && c.type() == i.type()
                  && c.type().classAttributes.containsKey(a.name()) ->
              EnumAliases.of(c.type()).getOrDefault(a.name(), a.name());
          case Pattern.Or o -> {
            List<String> all = new ArrayList<>();
            for (Pattern p : o.patterns()) {
              String one = constant(p, type);
              if (one == null) {
                yield null;
              }
              all.add(one);
            }
            yield String.join(", ", all);
          }
          default -> null;
        };
    return label == null || pattern instanceof Pattern.Or || constants.add(label) ? label : null;
  }

  private @Nullable String pattern(Part part, Type type) {
    boolean guarded = part.guard() != null || part.pattern().tests().size() > 1;
    if (!part.isCondition() || isCaught(part)) {
      return null;
    }
    Pattern pattern = part.source().pattern();
    if (isNone(pattern) && !guarded && !noneTaken) {
      noneTaken = true;
      return "null";
    }
    String label = part.pattern().classes().label();
    ClassInfo asked = part.pattern().classes().asked();
    if (label == null) {
      return null;
    }
    if (asked == null) {
      if (stringsTaken) {
        return null;
      }
      stringsTaken |= !guarded;
    } else {
      if (!ClassPatternLowering.isRelated(type, asked)
          || taken.stream().anyMatch(asked::isSubclassOf)
          || taken.stream().anyMatch(t -> t.javaName.equals(asked.javaName))
          || nested.stream().anyMatch(n -> label.startsWith(n[0]) && label.contains(n[1]))) {
        return null;
      }
      if (!guarded) {
        take(asked, label);
      }
    }
    List<String> more =
        new ArrayList<>(part.pattern().tests().subList(1, part.pattern().tests().size()));
    if (part.guard() != null) {
      more.add(more.isEmpty() ? part.guard().code() : part.guard().at(JavaExpr.AND));
    }
    return more.isEmpty() ? label : label + " when " + PatternLowering.joined(more);
  }

  /** Java wants no label behind one that takes all of it. */
  private void take(ClassInfo asked, String label) {
    int open = label.indexOf('(');
    int inner = label.indexOf('(', open + 1);
    if (open < 0 || inner < 0) {
      taken.add(asked);
    } else {
      int from = Math.max(label.lastIndexOf(' ', inner), label.lastIndexOf('(', inner - 1)) + 1;
      nested.add(new String[] {label.substring(0, open + 1), label.substring(from, inner + 1)});
    }
  }

  /** Whether a guard reads a local variable that Java does not think final. */
  private boolean isCaught(Part part) {
    boolean[] found = {false};
    Set<String> assigned = Bindings.of(part.source().body()).names.keySet();
    TreeWalker walker =
        new TreeWalker() {
          @Override
          protected boolean enter(Expr e) {
            if (e instanceof Expr.Name n
                && lowering.module.names.get(n) instanceof Symbol.Var(Variable v)
                && !(v.owner == null && v.isField)) {
              found[0] |=
                  v.ownCase == part.source()
                      ? assigned.contains(v.name)
                      : !lowering.exprs.isSelf(v) && !lowering.calls.arguments().isFinal(n);
            }
            return true;
          }
        };
    walker.pattern(part.source().pattern());
    if (part.source().guard() != null) {
      walker.expr(part.source().guard());
    }
    return found[0];
  }
}
