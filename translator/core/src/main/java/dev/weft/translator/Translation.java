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
 * @param file the Python file
 * @param traced the same Java, laid out so that each of its lines has one of the Python file
 */
public record Translation(
    String className,
    String java,
    List<Diagnostic> diagnostics,
    int concrete,
    int dynamic,
    List<String> explanation,
    String file,
    Traced traced) {

  /**
   * Java whose lines have lines of the Python file.
   *
   * @param java the source
   * @param lines of the Python file, one for each line of the Java; zero where there is none
   */
  public record Traced(String java, List<Integer> lines) {
    static final Traced NONE = new Traced("", List.of());
  }

  /** The same without Java, for what is found later. */
  Translation refused(List<Diagnostic> why) {
    return new Translation(className, "", why, concrete, dynamic, List.of(), file, Traced.NONE);
  }

  /** Whether there is Java. */
  public boolean isComplete() {
    return diagnostics.isEmpty();
  }
}
