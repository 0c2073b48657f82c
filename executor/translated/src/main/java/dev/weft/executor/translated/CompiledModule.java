package dev.weft.executor.translated;

import dev.weft.python.Exceptions;
import dev.weft.python.Py;
import dev.weft.translator.parser.Stmt;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A module of nodes, and what it imports, as bytecode. Each node of each run loads it anew, so that
 * the variables of its modules are its own.
 *
 * @param name the module's name
 * @param main the class of the module
 * @param classes the bytes of all classes, by name
 * @param trees the syntax trees by file, the module's own first
 */
record CompiledModule(
    String name, String main, Map<String, byte[]> classes, Map<String, List<Stmt>> trees) {

  /** Loads the classes anew, runs the module's code, and gives its members by their names. */
  Map<String, Object> members() {
    try {
      Class<?> loaded = new Loader(name, classes).loadClass(main);
      invoke(loaded, "load");
      return Py.cast(invoke(loaded, "members"));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the module '" + name + "' cannot be loaded", e);
    }
  }

  private static @Nullable Object invoke(Class<?> type, String name)
      throws ReflectiveOperationException {
    Method method = type.getDeclaredMethod(name);
    method.setAccessible(true);
    try {
      return method.invoke(null);
    } catch (InvocationTargetException e) {
      // Of the module's own code.
      throw Exceptions.raise(
          e.getCause() instanceof ExceptionInInitializerError i ? i.getCause() : e.getCause());
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(String module, Map<String, byte[]> classes) {
      super("python " + module, Loader.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] code = classes.get(name);
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, code, 0, code.length);
    }
  }
}
