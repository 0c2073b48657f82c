package dev.weft.translator;

import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.SyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Translations that javac has looked at. It should take all that the translator makes; where it
 * does not, the translator has made a mistake, and this tells it as a {@link Diagnostic} of the
 * Python line, like anything else that cannot be translated. So nothing that does not compile is
 * written or run.
 *
 * @param translations one for each source; complete only if its Java compiles
 * @param classes the bytecode by the names of the classes, whose stack traces name Python lines;
 *     empty unless all is complete
 * @param loader finds these classes
 */
public record Compilation(
    List<Translation> translations, Map<String, byte[]> classes, ClassLoader loader) {
  /** How the reason of a diagnostic starts that tells of Java which does not compile. */
  public static final String MISTAKE =
      "this is a mistake of the translator: the Java made of this does not compile";

  private static final String WAY_OUT =
      "please report it with the source; until it is mended, give parts of this line names of their"
          + " own, or annotate what it is about";

  /**
   * Translates modules that may import each other, and compiles them.
   *
   * @param sources the first is the program, if one is
   * @param libraries one class of each place beside the translator's own support that the Java uses
   * @throws SyntaxException if a source is not Python
   */
  public static Compilation of(
      List<PythonSource> sources,
      String packageName,
      TranslatorOptions options,
      List<Class<?>> libraries) {
    return of(sources, Translator.translate(sources, packageName, options), packageName, libraries);
  }

  static Compilation of(
      List<PythonSource> sources,
      List<Translation> translations,
      String packageName,
      List<Class<?>> libraries) {
    ClassLoader none = Compilation.class.getClassLoader();
    if (!translations.stream().allMatch(Translation::isComplete)) {
      return new Compilation(translations, Map.of(), none);
    }
    InMemoryCompiler.Result compiled =
        InMemoryCompiler.compile(
            translations, packageName, List.of("-nowarn", "-implicit:none"), libraries);
    if (compiled.succeeded()) {
      return new Compilation(translations, compiled.classes(), compiled.loader());
    }
    List<Translation> refused = new ArrayList<>();
    boolean placed = false;
    for (int i = 0; i < translations.size(); i++) {
      Translation each = translations.get(i);
      List<Diagnostic> mistakes =
          mistakes(each, packageName, sources.get(i).text(), compiled.messages());
      placed |= !mistakes.isEmpty();
      refused.add(mistakes.isEmpty() ? each : each.refused(mistakes));
    }
    if (!placed) {
      String message =
          compiled.messages().isEmpty() ? "javac says nothing" : compiled.messages().getFirst();
      Translation first = translations.getFirst();
      refused.set(
          0, first.refused(List.of(mistake(first.file(), 1, sources.getFirst().text(), message))));
    }
    return new Compilation(List.copyOf(refused), Map.of(), none);
  }

  /** Whether all of it is Java that compiles. */
  public boolean isComplete() {
    return translations.stream().allMatch(Translation::isComplete);
  }

  /** What javac says of a translation, by the line of its source; the first of each line. */
  private static List<Diagnostic> mistakes(
      Translation translation, String packageName, String source, List<String> messages) {
    String prefix = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
    String start = prefix + translation.className() + ".java:";
    List<String> java = translation.traced().java().lines().toList();
    Map<Integer, Diagnostic> byLine = new LinkedHashMap<>();
    for (String message : messages) {
      if (message.startsWith(start)) {
        String[] parts = message.substring(start.length()).split(":", 2);
        int at = Integer.parseInt(parts[0]);
        int line = Math.max(1, translation.traced().lines().get(at - 1));
        String reason = parts[1].strip().lines().findFirst().orElse("");
        String code = at <= java.size() ? java.get(at - 1).strip() : "";
        byLine.putIfAbsent(
            line, mistake(translation.file(), line, source, reason + ", in '" + code + "'"));
      }
    }
    return List.copyOf(byLine.values());
  }

  private static Diagnostic mistake(String file, int line, String source, String reason) {
    String text = source.lines().skip(line - 1L).findFirst().orElse("");
    int column = text.length() - text.stripLeading().length();
    Position at =
        new Position(line, column, line, Math.max(column + 1, text.stripTrailing().length()));
    return new Diagnostic(file, at, MISTAKE + ": " + reason, WAY_OUT, text);
  }
}
