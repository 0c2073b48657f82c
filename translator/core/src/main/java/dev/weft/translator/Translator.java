package dev.weft.translator;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import dev.weft.translator.parser.DeepStack;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.PythonParser;
import dev.weft.translator.parser.SourceModule;
import dev.weft.translator.parser.SyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Translates a Python module to a Java class.
 *
 * {@snippet :
 * Translation translation = Translator.translate("hello.py", source, "com.example");
 * if (translation.isComplete()) {
 *   Files.writeString(target, Translator.format(translation.java()));
 * } else {
 *   translation.diagnostics().forEach(d -> System.err.println(d.text()));
 * }
 * }
 */
public final class Translator {
  /** How the reason of a diagnostic starts that is the translator's own mistake. */
  static final String INTERNAL = "the translator failed: ";

  /** Layout only: imports and modifiers are emitted in order, and nothing is left to clean up. */
  private static final JavaFormatterOptions LAYOUT =
      JavaFormatterOptions.builder().cleanup(false).reorderModifiers(false).build();

  private Translator() {}

  /**
   * Translates a module. It never fails in another way than the one below: what the translator
   * cannot do is a diagnostic.
   *
   * @param file its name, for diagnostics, and for the name of the class
   * @param source its text
   * @param packageName the Java package; empty for none
   * @throws SyntaxException if the source is not Python
   */
  public static Translation translate(String file, String source, String packageName) {
    Diagnostics diagnostics = new Diagnostics(file, source);
    try {
      return DeepStack.run(() -> translateHere(file, source, packageName, diagnostics));
    } catch (SyntaxException e) {
      throw e;
    } catch (StackOverflowError e) {
      return refused(file, diagnostics, "this source is nested too deeply", "split it up");
    } catch (RuntimeException e) {
      return refused(
          file,
          diagnostics,
          INTERNAL + e + where(e),
          "please report it with the source, and leave out what it is about");
    }
  }

  private static Translation translateHere(
      String file, String source, String packageName, Diagnostics diagnostics) {
    SourceModule parsed = PythonParser.parse(file, source);
    // Inference and lowering count what cells learnt; one module at a time.
    synchronized (Translator.class) {
      Flow.prepare(parsed.body());
      ClassTiers tiers = ClassTiers.of(parsed);
      ModuleInfo module =
          ScopeAnalysis.analyse(Desugaring.apply(parsed, tiers), tiers, diagnostics);
      Assigned.mark(module);
      module.className = JavaNames.className(file);
      Inference inference = new Inference(module);
      inference.run();
      Lowering lowering = new Lowering(module, inference, diagnostics);
      String code = new ModuleLowering(module, lowering).lower();
      boolean complete = diagnostics.isEmpty();
      return new Translation(
          module.className,
          complete ? ImportSettler.settle(packageName, code, module) : "",
          diagnostics.inOrder(),
          lowering.statistics.concreteCount(),
          lowering.statistics.dynamicCount(),
          explain(module, lowering));
    }
  }

  private static Translation refused(
      String file, Diagnostics diagnostics, String reason, String wayOut) {
    diagnostics.refuse(new Position(1, 0, 1, 0), reason, wayOut);
    return new Translation(JavaNames.className(file), "", diagnostics.inOrder(), 0, 0, List.of());
  }

  private static String where(RuntimeException e) {
    return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
  }

  private static List<String> explain(ModuleInfo module, Lowering lowering) {
    List<String> lines = new ArrayList<>();
    for (FunctionInfo function : module.functions) {
      if (!function.isLambda()) {
        lines.add(
            (function.owner == null ? "" : function.owner.name + ".")
                + function.name
                + function.params.values().stream().map(Variable::toString).toList()
                + " -> "
                + function.result);
      }
    }
    lowering.statistics.dynamicPlaces().forEach(p -> lines.add("dynamic " + p));
    return lines;
  }

  /**
   * Lays Java source out. Needs the JDK's compiler internals exported to the unnamed module, as
   * google-java-format describes.
   *
   * @throws IllegalArgumentException if the source is not Java
   */
  public static String format(String java) {
    try {
      return new Formatter(LAYOUT).formatSource(java);
    } catch (FormatterException e) {
      throw new IllegalArgumentException("cannot format: " + e.getMessage() + "\n" + java, e);
    }
  }
}
