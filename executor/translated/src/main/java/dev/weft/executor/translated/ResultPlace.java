package dev.weft.executor.translated;

import dev.weft.executor.python.PythonException;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The method that gives a node's results, which is told where one of them cannot leave Python.
 *
 * @param file its file; empty if it is not the author's
 * @param line its first line; 0 if it is not the author's
 * @param method its name
 */
record ResultPlace(String file, int line, String method) {

  /** The place of a method that is in one of these modules. */
  static ResultPlace of(Stmt.FunctionDef method, Map<String, List<Stmt>> modules) {
    for (Map.Entry<String, List<Stmt>> module : modules.entrySet()) {
      if (!module.getKey().startsWith(ModuleTranslator.OWN_FILES)
          && contains(module.getValue(), method)) {
        int line =
            method.decorators().isEmpty()
                ? method.at().line()
                : method.decorators().getFirst().at().line();
        return new ResultPlace(module.getKey(), line, method.name());
      }
    }
    return new ResultPlace("", 0, method.name());
  }

  @SuppressWarnings("ReferenceEquality") // That very one, not one that is written the same.
  private static boolean contains(List<Stmt> body, Stmt.FunctionDef method) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        found[0] |= stmt == method;
        return !found[0];
      }
    }.block(body);
    return found[0];
  }

  /** A result, as the executor has it. */
  Object out(@Nullable Object result) {
    try {
      return Crossing.result(result);
    } catch (Crossing.Unplain e) {
      throw PythonException.unfit(String.valueOf(e.getMessage()), file, line, method);
    }
  }
}
