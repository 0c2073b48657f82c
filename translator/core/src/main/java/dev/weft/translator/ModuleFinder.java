package dev.weft.translator;

import dev.weft.translator.parser.PythonParser;
import dev.weft.translator.parser.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the files of a program: those given, and the modules beside them that they import, as
 * CPython would find them in the directory of the program.
 */
public final class ModuleFinder {
  private static final Pattern IMPORT =
      Pattern.compile(
          "(?m)^[ \\t]*(?:from[ \\t]+(\\.*)[ \\t]*([\\w.]*)[ \\t]+import[ \\t]*(\\([^)]*\\)|[^\\n]*)"
              + "|import[ \\t]+([^\\n#;]*))");

  private final Map<String, PythonSource> sources = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private ModuleFinder() {}

  /** One that has no files yet. */
  public static ModuleFinder create() {
    return new ModuleFinder();
  }

  /**
   * Adds a file, and what it imports of its neighbours.
   *
   * @throws SyntaxException if its bytes are no text
   * @throws IOException if it cannot be read
   */
  public void add(Path file) throws IOException {
    Path root = root(file);
    String name = moduleName(root, file);
    PythonSource known = sources.get(name);
    if (known == null) {
      add(root, name, file);
    } else if (!known.file().equals(file.toString())) {
      throw new IOException("two files are module '" + name + "'");
    }
  }

  private void add(Path root, String name, Path file) throws IOException {
    String text = PythonParser.decode(file.toString(), Files.readAllBytes(file));
    texts.put(file.toString(), text);
    sources.put(name, new PythonSource(name, file.toString(), text));
    for (String imported : imports(name, file.endsWith("__init__.py"), text)) {
      addImported(root, imported);
    }
  }

  /**
   * A module, and all that it imports directly or not, as far as they can be found.
   *
   * @param find a module by its dotted name; empty if there is none, as for the library's
   */
  public static List<PythonSource> closure(
      PythonSource first, Function<String, Optional<PythonSource>> find) {
    Map<String, PythonSource> found = new LinkedHashMap<>();
    found.put(first.module(), first);
    Deque<PythonSource> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      PythonSource next = open.remove();
      boolean isPackage = next.file().endsWith("__init__.py");
      for (String imported : imports(next.module(), isPackage, next.text())) {
        for (int dot = imported.indexOf('.'); ; dot = imported.indexOf('.', dot + 1)) {
          String name = dot < 0 ? imported : imported.substring(0, dot);
          if (!found.containsKey(name)) {
            find.apply(name)
                .ifPresent(it -> {
                  found.put(name, it);
                  open.add(it);
                });
          }
          if (dot < 0) {
            break;
          }
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** Adds a module and the packages it is in, where there are files for them. */
  private void addImported(Path root, String module) throws IOException {
    String[] parts = module.split("\\.", -1);
    Path place = root;
    StringBuilder name = new StringBuilder();
    for (String part : parts) {
      name.append(name.isEmpty() ? "" : ".").append(part);
      place = place.resolve(part);
      Path file = place.resolveSibling(part + ".py");
      Path packageFile = place.resolve("__init__.py");
      Path found = Files.isRegularFile(packageFile) ? packageFile : file;
      if (Files.isRegularFile(found) && !sources.containsKey(name.toString())) {
        add(root, name.toString(), found);
      }
    }
  }

  /** Every module that an import may mean; looked up as files, so that too many do no harm. */
  private static List<String> imports(String module, boolean isPackage, String text) {
    List<String> names = new ArrayList<>();
    Matcher found = IMPORT.matcher(text);
    while (found.find()) {
      String from = found.group(2);
      if (from == null) {
        for (String name : found.group(4).split(",", -1)) {
          names.add(name.strip().split("\\s", 2)[0]);
        }
        continue;
      }
      String base = Linking.absolute(module, isPackage, found.group(1).length(), from);
      names.add(base);
      for (String name : found.group(3).replaceAll("#.*", "").split("[(),\\s\\\\]+", -1)) {
        names.add(base.isEmpty() ? name : base + "." + name);
      }
    }
    names.removeIf(n -> n.isEmpty() || !n.matches("[\\w.]+") || isKnown(n));
    return names;
  }

  private static boolean isKnown(String name) {
    return Library.get().isModule(name.split("\\.", 2)[0]);
  }

  /** The directory from which a file is imported: above the packages that it is in. */
  private static Path root(Path file) {
    Path directory = file.toAbsolutePath().normalize().getParent();
    while (directory != null && Files.exists(directory.resolve("__init__.py"))) {
      directory = directory.getParent();
    }
    Path here = Path.of("").toAbsolutePath();
    return directory == null
        ? here
        : file.isAbsolute() || !directory.startsWith(here) ? directory : here.relativize(directory);
  }

  private static String moduleName(Path root, Path file) {
    Path inside = root.toAbsolutePath().relativize(file.toAbsolutePath().normalize());
    String name = inside.toString().replaceAll("\\.py$", "").replaceAll("[/\\\\]", ".");
    return name.replaceAll("(^|\\.)__init__$", "");
  }

  /** The text of a file that was read; empty of any other. */
  public String text(String file) {
    return texts.getOrDefault(file, "");
  }

  /** The modules found, those that were added first. */
  public List<PythonSource> sources() {
    return List.copyOf(sources.values());
  }
}
