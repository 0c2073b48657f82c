package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import java.util.ArrayList;
import java.util.List;

/** f-strings. */
final class Formatting {
  private final Lowering lowering;

  Formatting(Lowering lowering) {
    this.lowering = lowering;
  }

  JavaExpr fString(Expr.FString f) {
    if (f.parts().isEmpty()) {
      return JavaExpr.primary("\"\"", Basic.STR);
    }
    List<JavaExpr> parts = inOrder(f.parts());
    if (parts.size() == 1) {
      JavaExpr only = parts.get(0);
      return only.type() == Basic.STR ? only : text(only);
    }
    // Java joins as text from the first string on.
    StringBuilder code = new StringBuilder();

    for (int i = 0; i < parts.size(); i++) {
      JavaExpr part = parts.get(i);
      boolean next = i + 1 < parts.size() && parts.get(i + 1).type() == Basic.STR;
      if (i == 0 && part.type() != Basic.STR && !next) {
        part = text(part);
      }

      code.append(i == 0 ? "" : " + ").append(part.at(JavaExpr.ADDITIVE + 1));
    }
    return JavaExpr.of(code.toString(), JavaExpr.ADDITIVE, Basic.STR);
  }

  private List<JavaExpr> inOrder(List<Expr> parts) {
    List<Type> wanted = new ArrayList<>();
    parts.forEach(p -> wanted.add(Basic.OBJECT));
    return lowering.exprs.inOrder(parts, wanted);
  }

  private static JavaExpr text(JavaExpr value) {
    return JavaExpr.primary(
        support("Py") + ".str(" + Coercion.to(value, Basic.OBJECT).code() + ")", Basic.STR);
  }

  JavaExpr part(Expr.FormattedValue f) {
    JavaExpr value = lowering.exprs.expr(f.value());
    if (f.conversion() != 0) {
      String method = f.conversion() == 's' ? "str" : f.conversion() == 'r' ? "repr" : "ascii";
      value =
          JavaExpr.primary(
              support("Py") + "." + method + "(" + Coercion.to(value, Basic.OBJECT).code() + ")",
              Basic.STR);
    }
    if (f.spec() == null || f.spec().parts().isEmpty()) {
      return mayFormatItself(value.type()) && lowering.module.formatsItself()
          ? JavaExpr.primary(
              support("Format") + ".of(" + Coercion.to(value, Basic.OBJECT).code() + ", \"\")",
              Basic.STR)
          : plain(value);
    }
    JavaExpr spec = fString(f.spec());
    return JavaExpr.primary(
        support("Format")
            + ".of("
            + Coercion.to(value, Basic.OBJECT).code()
            + ", "
            + spec.code()
            + ")",
        Basic.STR);
  }

  /** Whether it may be an object whose class has {@code __format__}. */
  private static boolean mayFormatItself(Type type) {
    Type plain = Types.strip(type);
    return plain == Basic.OBJECT || plain instanceof Type.Instance;
  }

  /** A value whose Java text is Python's may stay as it is. */
  private static JavaExpr plain(JavaExpr value) {
    boolean same = value.type() == Basic.STR || value.type() == Basic.INT;
    return same ? value : text(value);
  }
}
