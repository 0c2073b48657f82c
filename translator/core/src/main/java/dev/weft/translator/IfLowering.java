package dev.weft.translator;

import dev.weft.translator.parser.Stmt;
import java.util.List;
import java.util.Set;

/** {@code if}, with the {@code elif}s behind it. */
final class IfLowering {
  private final Lowering lowering;

  IfLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  void lower(Stmt.If i) {
    Lines before = new Lines();
    lower(i, "", before);
    lowering.line("}");
  }

  /** One of the row; what its test needs to be done first has been seen to fit where it stands. */
  private void lower(Stmt.If i, String head, Lines before) {
    Set<Variable> bound = lowering.instances.plan(i.test(), true, i.body());
    Set<Variable> otherwise =
        i.orElse().isEmpty() ? Set.of() : lowering.instances.plan(i.test(), false, i.orElse());
    JavaExpr test = lowering.body.into(before, () -> lowering.stmts.test(i, i.test()));
    boolean nested = !before.isEmpty();
    if (nested && !head.isEmpty()) {
      lowering.line("} else {");
    }
    lowering.body.out.addAll(before);
    lowering.instances.keep(bound, test);
    lowering.instances.keep(otherwise, test);
    lowering.line((nested ? "" : head) + "if (" + test.code() + ") {");
    lowering.stmts.scoped(i.body());
    lowering.instances.release(bound);
    List<Stmt> rest = i.orElse();
    if (rest.size() == 1
        && rest.getFirst() instanceof Stmt.If next
        && lowering.declarations.before(next).isEmpty()
        && !StmtLowering.isMainGuard(next)) {
      lower(next, "} else ", new Lines());
    } else if (!rest.isEmpty() && !(rest.size() == 1 && rest.getFirst() instanceof Stmt.Pass)) {
      lowering.line("} else {");
      lowering.stmts.scoped(rest);
    }
    lowering.instances.release(otherwise);
    if (nested && !head.isEmpty()) {
      lowering.line("}");
    }
  }
}
