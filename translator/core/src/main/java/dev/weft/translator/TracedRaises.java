package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;

/**
 * Where lines are traced, an exception has the place where it was first raised, as in Python, and
 * not that where it was made. That takes calls which are of no use in Java that is to be read.
 */
final class TracedRaises {
  private static final String MADE = LineMarks.only(JavaTypes.support("Exceptions") + ".unraised(");

  private static final String RAISED = LineMarks.only(JavaTypes.support("Exceptions") + ".raise(");

  private static final String END = LineMarks.only(")");

  private TracedRaises() {}

  /** An exception that is made, and raised elsewhere or never. */
  static JavaExpr made(JavaExpr exception) {
    return JavaExpr.primary(MADE + exception.code() + END, exception.type());
  }

  /** The same for one that is made there, over several lines, of which the first counts. */
  static String raisedAtOnce(String exception) {
    return RAISED + MADE + exception + END + END;
  }

  /** Whether what is raised is written over several lines. */
  static boolean isOverLines(Stmt.Raise raise) {
    Expr exception = raise.exception();
    return exception != null && exception.at().line() != exception.at().endLine();
  }

  /** What is behind {@code throw} for an exception that was made elsewhere. */
  static String raised(String exception) {
    return RAISED + exception + END;
  }
}
