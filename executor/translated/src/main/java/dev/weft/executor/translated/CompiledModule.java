package dev.weft.executor.translated;

import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A module of nodes, and what it imports, as bytecode. Each node of each run has a loading of it to
 * itself, so that the variables of its modules are its own. Thread-safe.
 */
final class CompiledModule {
  /** Loadings that are kept for nodes to come: those used last. */
  private static final int KEPT = 16;

  private final String name;
  private final String main;
  private final Map<String, byte[]> classes;
  private final Map<String, List<Stmt>> trees;
  private final FunctionNames names;
  private final boolean startsThreads;

  // Guarded by itself.
  private final ArrayDeque<LoadedModule> kept = new ArrayDeque<>();

  /**
   * A module.
   *
   * @param name the module's name
   * @param main the class of the module
   * @param classes the bytes of all classes, by name
   * @param trees the syntax trees by file, the module's own first
   * @param names what tracebacks call the code in them
   */
  CompiledModule(
      String name,
      String main,
      Map<String, byte[]> classes,
      Map<String, List<Stmt>> trees,
      FunctionNames names) {
    this.name = name;
    this.main = main;
    this.classes = classes;
    this.trees = trees;
    this.names = names;
    this.startsThreads = trees.values().stream().anyMatch(CompiledModule::startsThreads);
  }

  String name() {
    return name;
  }

  String main() {
    return main;
  }

  Map<String, byte[]> classes() {
    return classes;
  }

  Map<String, List<Stmt>> trees() {
    return trees;
  }

  FunctionNames names() {
    return names;
  }

  /** A loading that nobody else has; its module's code was run by the calling thread. */
  LoadedModule take() {
    LoadedModule last;
    synchronized (kept) {
      last = kept.poll();
    }
    if (last == null) {
      return LoadedModule.load(this);
    }
    last.reset();
    return last;
  }

  /** Takes a loading back of which nothing runs any more. */
  void giveBack(LoadedModule loaded) {
    if (startsThreads || !loaded.isReusable()) {
      return;
    }
    synchronized (kept) {
      if (kept.size() < KEPT) {
        kept.push(loaded);
      }
    }
  }

  /** How many loadings are kept. */
  int kept() {
    synchronized (kept) {
      return kept.size();
    }
  }

  /** Whether it may start threads that nobody counts. */
  private static boolean startsThreads(List<Stmt> tree) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        switch (stmt) {
          case Stmt.Import i -> i.names().forEach(it -> found[0] |= isOfThreads(it.name()));
          case Stmt.ImportFrom i -> found[0] |= isOfThreads(i.module());
          default -> {}
        }
        return true;
      }
    }.block(tree);
    return found[0];
  }

  private static boolean isOfThreads(@Nullable String module) {
    return module != null && module.startsWith("concurrent");
  }
}
