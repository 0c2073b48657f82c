package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import java.util.List;

/** Docstrings as Javadoc. */
final class Javadoc {
  private Javadoc() {}

  static void emit(FunctionInfo function, Lines out) {
    emit(function.body, out);
  }

  static void emit(List<Stmt> body, Lines out) {
    if (isDocstring(body)) {
      String text = ((Expr.StringLiteral) ((Stmt.ExprStmt) body.get(0)).value()).value().strip();
      String safe =
          text.replace("*/", "*&#47;")
              .replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace("@", "&#64;")
              .replace("\\u", "&#92;u");
      List<String> lines = safe.lines().map(String::strip).toList();
      if (lines.isEmpty()) {
        return;
      }
      if (lines.size() == 1) {
        out.add("/** " + lines.get(0) + " */");
        return;
      }
      out.add("/**");
      boolean paragraph = false;
      for (String line : lines) {
        if (line.isEmpty()) {
          paragraph = true;
          continue;
        }
        out.add(" * " + (paragraph ? "<p>" : "") + line);
        paragraph = false;
      }
      out.add(" */");
    }
  }

  static boolean isDocstring(List<Stmt> body) {
    return !body.isEmpty()
        && body.get(0) instanceof Stmt.ExprStmt e
        && e.value() instanceof Expr.StringLiteral;
  }
}
