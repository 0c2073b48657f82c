package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import java.util.Set;

/**
 * The future imports that a module starts with (CPython's future.c).
 *
 * @param lastLine the line of the last; 0 if there is none
 * @param postponesAnnotations whether {@code annotations} is among them
 */
record FutureImports(int lastLine, boolean postponesAnnotations) {
  /** What is said of one that comes behind other statements. */
  static final String LATE = "from __future__ imports must occur at the beginning of the file";

  private static final Set<String> FEATURES =
      Set.of(
          "nested_scopes",
          "generators",
          "division",
          "absolute_import",
          "with_statement",
          "print_function",
          "unicode_literals",
          "barry_as_FLUFL",
          "generator_stop",
          "annotations");

  static FutureImports of(StmtTy[] body, StageErrors errors) {
    int lastLine = 0;
    boolean postpones = false;
    boolean first = true;
    boolean done = false;
    int line = 0;
    for (StmtTy stmt : body) {
      if (done && stmt.getSourceRange().startLine > line) {
        break;
      }
      line = stmt.getSourceRange().startLine;
      boolean isDocstring = first && isString(stmt);
      first = false;
      if (!(stmt instanceof StmtTy.ImportFrom i) || !"__future__".equals(i.module)) {
        done |= !isDocstring;
        continue;
      }
      if (done) {
        errors.add(i, LATE);
        continue;
      }
      lastLine = i.getSourceRange().startLine;
      for (AliasTy alias : i.names) {
        postpones |= alias.name.equals("annotations");
        if (!FEATURES.contains(alias.name)) {
          Position at = new Position(lastLine, 0, lastLine, 1);
          errors.add(
              at,
              alias.name.equals("braces")
                  ? "not a chance"
                  : "future feature " + alias.name + " is not defined");
        }
      }
    }
    return new FutureImports(lastLine, postpones);
  }

  private static boolean isString(StmtTy stmt) {
    return stmt instanceof StmtTy.Expr e
        && e.value instanceof ExprTy.Constant c
        && c.value.kind == ConstantValue.Kind.CODEPOINTS;
  }
}
