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
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  private static final Position START = new Position(1, 0, 1, 0);

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
    return translate(List.of(new PythonSource("__main__", file, source)), packageName).get(0);
  }

  /**
   * Translates modules that may import each other, each to a class of the same package.
   *
   * @param sources the first is the program, if one is
   * @throws SyntaxException if a source is not Python
   */
  public static List<Translation> translate(List<PythonSource> sources, String packageName) {
    return translate(sources, packageName, TranslatorOptions.DEFAULT);
  }

  /** {@link #translate(List, String)} with settings. */
  public static List<Translation> translate(
      List<PythonSource> sources, String packageName, TranslatorOptions options) {
    Diagnostics diagnostics = new Diagnostics(sources);
    try {
      return DeepStack.run(() ->
          Library.with(
              options.signatures(),
              () -> translateHere(sources, packageName, options, diagnostics)));
    } catch (SyntaxException e) {
      throw e;
    } catch (StackOverflowError e) {
      diagnostics.refuse(START, "this source is nested too deeply", "split it up");
      return refused(sources, diagnostics);
    } catch (RuntimeException e) {
      diagnostics.refuse(
          START,
          INTERNAL + e + where(e),
          "please report it with the source, and leave out what it is about");
      return refused(sources, diagnostics);
    }
  }

  private static List<Translation> translateHere(
      List<PythonSource> sources,
      String packageName,
      TranslatorOptions options,
      Diagnostics diagnostics) {
    Map<String, SourceModule> modules = new LinkedHashMap<>();
    sources.forEach(s -> modules.put(s.module(), PythonParser.parse(s.file(), s.text())));
    SourceModule first = modules.values().iterator().next();
    boolean alone = modules.size() == 1;
    Linking.Linked linked = alone ? Linking.alone(first) : Linking.link(modules);
    if (options.isLibrary()) {
      linked.units().getFirst().becomeLibrary(sources.getFirst().module());
    }
    linked
        .refusals()
        .forEach((at, reason) ->
            diagnostics.refuse(at, reason, "correct the import, or translate that module too"));
    Session.begin();
    try {
      return translateLinked(linked, packageName, sources, diagnostics);
    } finally {
      Session.end();
    }
  }

  private static List<Translation> translateLinked(
      Linking.Linked linked,
      String packageName,
      List<PythonSource> sources,
      Diagnostics diagnostics) {
    SourceModule joined = linked.joined();
    ClassTiers tiers = ClassTiers.of(joined);
    ModuleInfo module =
        ScopeAnalysis.analyse(Desugaring.apply(joined, tiers), linked.units(), tiers, diagnostics);
    Assigned.mark(module);
    CaseScopes.split(module);
    Limits limits = new Limits(module, diagnostics);
    if (limits.refusesNesting()) {
      return refused(sources, diagnostics);
    }
    Inference inference = new Inference(module);
    inference.run();
    AssignedFields.mark(module);
    limits.checkComparisons();
    Lowering lowering = new Lowering(module, inference, diagnostics);
    Map<Unit, String> classes = new ModuleLowering(module, lowering).lower();
    Map<String, String> java = new LinkedHashMap<>();
    Map<Unit, Translation.Traced> traced = new HashMap<>();
    if (diagnostics.isEmpty()) {
      String prefix = packageName.isEmpty() ? "" : packageName + ".";
      classes.forEach((unit, code) -> {
        lowering.start(unit);
        String plain = LineMarks.untraced(code);
        String settled = ImportSettler.settle(packageName, plain, module);
        java.put(prefix + unit.className, LineMarks.strip(settled));
        String whole =
            plain.equals(code) ? settled : ImportSettler.settle(packageName, code, module);
        traced.put(unit, LineMarks.trace(whole, unit));
      });
      limits.checkSize(java);
    }
    List<Translation> translations = new ArrayList<>();
    Iterator<String> codes = java.values().iterator();
    for (Unit unit : module.units) {
      translations.add(
          new Translation(
              unit.className,
              diagnostics.isEmpty() ? codes.next() : "",
              diagnostics.of(unit.file),
              lowering.statistics.concreteCount(unit),
              lowering.statistics.dynamicCount(unit),
              explain(unit, lowering),
              unit.file,
              traced.getOrDefault(unit, Translation.Traced.NONE)));
    }
    return translations;
  }

  private static List<Translation> refused(List<PythonSource> sources, Diagnostics diagnostics) {
    return sources.stream()
        .map(s ->
            new Translation(
                JavaNames.className(s.file()),
                "",
                diagnostics.of(s.file()),
                0,
                0,
                List.of(),
                s.file(),
                Translation.Traced.NONE))
        .toList();
  }

  private static String where(RuntimeException e) {
    return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
  }

  private static List<String> explain(Unit unit, Lowering lowering) {
    List<String> lines = new ArrayList<>();
    for (FunctionInfo function : unit.functions) {
      if (!function.isLambda()) {
        lines.add(
            (function.owner == null ? "" : function.owner.name + ".")
                + function.name
                + function.params.values().stream().map(Variable::toString).toList()
                + " -> "
                + function.result);
      }
    }
    lowering.statistics.dynamicPlaces(unit).forEach(p -> lines.add("dynamic " + p));
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
