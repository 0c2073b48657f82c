package dev.weft.translator;

import dev.weft.translator.parser.Stmt;

/** Checks that what a module imports is known. */
final class Imports {
  private final ModuleInfo module;
  private final Diagnostics diagnostics;

  Imports(ModuleInfo module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  void check(Stmt.Import stmt, Stmt.Alias name) {
    String bound = name.asName() == null ? name.name().split("\\.", 2)[0] : name.asName();
    if (!Library.get().isModule(name.name()) && !isIdle(name.name(), bound)) {
      unknown(stmt, name.name());
    }
  }

  void check(Stmt.ImportFrom stmt) {
    String from = stmt.module() == null ? "." : stmt.module();
    boolean idle =
        stmt.names().stream()
            .allMatch(n -> isIdle(from, n.asName() == null ? n.name() : n.asName()));
    if (stmt.level() == 0 && idle) {
      return;
    }
    if (stmt.level() > 0 || !Library.get().isModule(from)) {
      unknown(stmt, from);
      return;
    }
    for (Stmt.Alias name : stmt.names()) {
      String path = from + "." + name.name();
      boolean known =
          !Library.get().function(path).isEmpty()
              || Library.get().constant(path) != null
              || Library.get().isMarker(path)
              || Library.get().exception(path) != null
              || Library.get().isModule(path);
      if (name.name().equals("*")) {
        diagnostics.refuse(
            stmt, "'from " + from + " import *' is not supported", "name what is used");
      } else if (!known) {
        diagnostics.refuse(
            stmt,
            "'"
                + name.name()
                + "' of module '"
                + from
                + "' is not supported in "
                + module.unit(stmt).file,
            "replace it by something that is supported, or write it in Java");
      }
    }
  }

  /**
   * Whether an import does nothing: of a module that CPython comes with, and the program never
   * mentions what it binds.
   */
  private boolean isIdle(String imported, String bound) {
    return Library.get().isInCPython(imported)
        && !bound.equals("*")
        && module.units.size() == 1
        && module.names.keySet().stream().noneMatch(n -> n.id().equals(bound));
  }

  private void unknown(Stmt stmt, String name) {
    diagnostics.refuse(
        stmt,
        "module '" + name + "' is not known to the translator",
        "replace it by something that is supported, or write that part in Java");
  }
}
