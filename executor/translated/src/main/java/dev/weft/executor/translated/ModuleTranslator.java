package dev.weft.executor.translated;

import dev.weft.executor.python.NodeCodeSource;
import dev.weft.executor.python.PackageFile;
import dev.weft.translator.Compilation;
import dev.weft.translator.Diagnostic;
import dev.weft.translator.ModuleFinder;
import dev.weft.translator.PythonSource;
import dev.weft.translator.Translation;
import dev.weft.translator.TranslatorOptions;
import dev.weft.translator.parser.PythonParser;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.SyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes bytecode of the code of nodes. */
final class ModuleTranslator {
  /** In front of the classes' names, so that frames of translated code are known. */
  static final String PACKAGE = "python";

  /** Where the modules that come along are, and how errors call them. */
  private static final String OWN_RESOURCES = "/dev/weft/executor/python/guest/";

  static final String OWN_FILES = "/guest/";

  private static final TranslatorOptions OPTIONS =
      TranslatorOptions.DEFAULT
          .withSignatures(Map.of("weft", resource(ModuleTranslator.class, "weft.sig")))
          .asLibrary();

  private ModuleTranslator() {}

  /** What became of a module. */
  sealed interface Result {
    /** It can run. */
    record Compiled(CompiledModule module) implements Result {}

    /** It cannot be translated; why, and where. */
    record Refused(String reason, String place, String hint) implements Result {}
  }

  private static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Translates and compiles.
   *
   * @throws SyntaxException if a source is not Python
   */
  static Result translate(NodeCodeSource code) {
    Optional<PythonSource> first =
        code.source() != null
            ? Optional.of(new PythonSource(code.module(), code.file(), code.source()))
            : find(code.module(), code.packages());
    if (first.isEmpty()) {
      return new Result.Refused(
          "the module '" + code.module() + "' is not among those that come along or on the path",
          code.file(),
          "add its directory to the path");
    }
    List<PythonSource> sources =
        ModuleFinder.closure(first.get(), name -> find(name, code.packages()));
    Compilation compiled = Compilation.of(sources, PACKAGE, OPTIONS, List.of(NodeObject.class));
    for (Translation each : compiled.translations()) {
      if (!each.isComplete()) {
        Diagnostic why = each.diagnostics().getFirst();
        return new Result.Refused(why.reason(), why.file() + ":" + why.at().line(), why.wayOut());
      }
    }
    Map<String, List<Stmt>> trees = new LinkedHashMap<>();
    sources.forEach(s -> trees.put(s.file(), PythonParser.parse(s.file(), s.text()).body()));
    return new Result.Compiled(
        new CompiledModule(
            code.module(),
            PACKAGE + "." + compiled.translations().getFirst().className(),
            compiled.classes(),
            trees,
            FunctionNames.of(trees)));
  }

  /** A module on the path, or one that comes along. */
  private static Optional<PythonSource> find(String name, Map<String, PackageFile> packages) {
    String path = name.replace('.', '/');
    for (String file : List.of(path + "/__init__.py", path + ".py")) {
      PackageFile found = packages.get(file);
      if (found != null) {
        return Optional.of(
            new PythonSource(
                name, found.origin(), PythonParser.decode(found.origin(), found.content())));
      }
    }
    if (name.equals("weft.nodes")) {
      return Optional.of(
          new PythonSource(
              name,
              OWN_FILES + path + ".py",
              resource(NodeCodeSource.class, OWN_RESOURCES + path + ".py")));
    }
    return Optional.empty();
  }
}
