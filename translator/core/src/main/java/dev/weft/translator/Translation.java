package dev.weft.translator;

import java.util.List;

/**
 * What became of a source file.
 *
 * @param className the class it became, without its package
 * @param java its source; empty if there are diagnostics
 * @param diagnostics what cannot be translated, in the order of the source
 * @param concrete how many expressions became plain typed Java
 * @param dynamic how many are settled at run time
 * @param explanation what was inferred, and where it fell back; a line each
 */
public record Translation(
    String className,
    String java,
    List<Diagnostic> diagnostics,
    int concrete,
    int dynamic,
    List<String> explanation) {

  /** Whether there is Java. */
  public boolean isComplete() {
    return diagnostics.isEmpty();
  }
}
