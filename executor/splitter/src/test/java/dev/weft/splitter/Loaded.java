package dev.weft.splitter;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Classes given as bytes, defined by a loader that verifies them, and called by reflection. */
final class Loaded extends ClassLoader {
  private final Map<String, byte[]> classes;
  private final String main;

  Loaded(String main, Map<String, byte[]> classes) {
    super(Loaded.class.getClassLoader());
    this.main = main;
    this.classes = classes;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      byte[] bytes = classes.get(name.replace('.', '/'));
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** What a method returns, or what it throws: as text, with arrays written out. */
  String call(String name, @Nullable Object... arguments) {
    try {
      Method method =
          Arrays.stream(loadClass(main.replace('/', '.')).getDeclaredMethods())
              .filter(it -> it.getName().equals(name))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no method " + name));
      method.setAccessible(true);
      Object result = method.invoke(null, arguments);
      return Objects.toString(result instanceof int[] array ? Arrays.toString(array) : result);
    } catch (InvocationTargetException e) {
      return "thrown: " + e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
