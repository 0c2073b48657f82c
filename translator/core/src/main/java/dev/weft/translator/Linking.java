package dev.weft.translator;

import dev.weft.translator.parser.Comment;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.SourceModule;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins modules that import each other to one, so that types flow between them. Each keeps its
 * lines, one file's behind the other's. The names of all but the first get the module behind an
 * apostrophe, as in {@code fetch'tools.web}.
 */
final class Linking {
  private final Map<String, SourceModule> modules = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> exports = new HashMap<>();
  private final Set<String> imported = new HashSet<>();
  private final Set<String> resolving = new HashSet<>();
  private final Map<Position, String> refusals = new LinkedHashMap<>();
  private String entry = "";

  /** The joined module, and its parts. */
  record Linked(SourceModule joined, List<Unit> units, Map<Position, String> refusals) {}

  private Linking() {}

  /** A module that stands alone. */
  static Linked alone(SourceModule module) {
    Unit unit =
        new Unit(
            "__main__",
            module.file(),
            JavaNames.className(module.file()),
            1,
            Integer.MAX_VALUE,
            false);
    return new Linked(module, List.of(unit), Map.of());
  }

  /** Joins; the first module is the one that is run. */
  static Linked link(Map<String, SourceModule> modules) {
    Linking linking = new Linking();
    linking.modules.putAll(modules);
    linking.entry = modules.keySet().iterator().next();
    modules.keySet().forEach(linking::exportsOf);
    return linking.join();
  }

  private Linked join() {
    List<Stmt> body = new ArrayList<>();
    List<Comment> comments = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    List<Unit> units = new ArrayList<>();
    Map<String, List<Stmt>> bodies = new LinkedHashMap<>();
    Map<String, Integer> starts = new HashMap<>();
    int line = 0;
    for (Map.Entry<String, SourceModule> e : modules.entrySet()) {
      SourceModule module = e.getValue();
      int offset = line;
      starts.put(e.getKey(), line);
      bodies.put(e.getKey(), new Renaming(this, e.getKey(), offset).module(module.body()));
      module
          .comments()
          .forEach(c -> comments.add(new Comment(c.line() + offset, c.text(), c.ownLine())));
      module.source().lines().forEach(l -> text.append(l).append('\n'));
      line += (int) module.source().lines().count();
    }
    Set<String> classes = new HashSet<>();
    for (Map.Entry<String, List<Stmt>> e : bodies.entrySet()) {
      SourceModule module = module(e.getKey());
      int start = Objects.requireNonNull(starts.get(e.getKey()));
      int end = start + (int) module.source().lines().count();
      body.addAll(e.getValue());
      units.add(
          new Unit(
              e.getKey(),
              module.file(),
              className(e.getKey(), module.file(), classes),
              start + 1,
              end + 1,
              imported.contains(e.getKey())));
    }
    String file = modules.values().iterator().next().file();
    return new Linked(new SourceModule(file, text.toString(), body, comments), units, refusals);
  }

  private static String className(String module, String file, Set<String> taken) {
    String simple = JavaNames.className(file);
    String name =
        simple.equals("Init") || taken.contains(simple) ? JavaNames.className(module) : simple;
    for (int i = 2; !taken.add(name); i++) {
      name = simple + i;
    }
    return name;
  }

  boolean isModule(String name) {
    return modules.containsKey(name)
        || modules.keySet().stream().anyMatch(m -> m.startsWith(name + "."));
  }

  boolean hasSource(String name) {
    return modules.containsKey(name);
  }

  private SourceModule module(String name) {
    return Objects.requireNonNull(modules.get(name));
  }

  /** Notes something that cannot be linked, to be told with the rest. */
  void refuse(Position at, String reason) {
    refusals.put(at, reason);
  }

  void noteImport(String module) {
    imported.add(module);
  }

  /** What a name of a module is called in the joined one; null if it has no such name. */
  @Nullable String export(String module, String name) {
    if (!modules.containsKey(module) || !resolving.add(module + ":" + name)) {
      return null;
    }
    try {
      return exportsOf(module).get(name);
    } finally {
      resolving.remove(module + ":" + name);
    }
  }

  /** The names of a module, with what they are called in the joined one. */
  Map<String, String> exportsOf(String module) {
    SourceModule source = module(module);
    Map<String, String> known = exports.get(module);
    if (known != null) {
      return known;
    }
    Map<String, String> names = new LinkedHashMap<>();
    exports.put(module, names);
    Bindings.of(source.body())
        .names
        .forEach((name, binding) -> {
          if (binding.imports.size() < binding.count) {
            names.put(name, module.equals(entry) ? name : name + "'" + module);
          }
        });
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.ImportFrom i) {
          String from = absolute(module, i);
          for (Stmt.Alias alias : i.names()) {
            if (alias.name().equals("*") && modules.containsKey(from)) {
              exportsOf(from)
                  .forEach((name, target) -> {
                    if (!name.startsWith("_")) {
                      names.putIfAbsent(name, target);
                    }
                  });
            } else {
              String target = export(from, alias.name());
              if (target != null) {
                names.putIfAbsent(alias.asName() != null ? alias.asName() : alias.name(), target);
              }
            }
          }
        }
        return !(stmt instanceof Stmt.FunctionDef || stmt instanceof Stmt.ClassDef);
      }
    }.block(source.body());
    return names;
  }

  String absolute(String module, Stmt.ImportFrom stmt) {
    boolean isPackage = module(module).file().endsWith("__init__.py");
    return absolute(module, isPackage, stmt.level(), stmt.module() == null ? "" : stmt.module());
  }

  /** The module that an import in another one names, with that many dots before the name. */
  static String absolute(String module, boolean isPackage, int dots, String name) {
    if (dots == 0) {
      return name;
    }
    String base = isPackage ? module + ".x" : module;
    for (int i = 0; i < dots; i++) {
      base = base.contains(".") ? base.substring(0, base.lastIndexOf('.')) : "";
    }
    return base.isEmpty() || name.isEmpty() ? base + name : base + "." + name;
  }
}
