package dev.weft.executor.translated;

import dev.weft.python.Bytes;
import dev.weft.python.Copies;
import dev.weft.python.Exceptions;
import dev.weft.python.FixedTuple;
import dev.weft.python.Py;
import dev.weft.python.PyClass;
import dev.weft.python.PyDict;
import dev.weft.python.PyList;
import dev.weft.python.PySet;
import dev.weft.python.PyType;
import dev.weft.python.Regex;
import dev.weft.python.Tuple;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a module and of what it imports, in a class loader of their own. A node that has
 * ended leaves them to another, so that what the JIT compiler has made of them is not lost; before
 * that their static fields, which are the variables of modules and classes, are set back.
 */
final class LoadedModule {
  private final String name;
  private final Class<?> main;
  private final List<Class<?>> modules = new ArrayList<>();
  private final List<Class<?>> others = new ArrayList<>();

  /** Null if something is not known to be as it was once its fields are set back. */
  private @Nullable Statics statics;

  private Map<String, Object> members = Map.of();

  private LoadedModule(CompiledModule module) throws ClassNotFoundException {
    Loader loader = new Loader(module.name(), module.classes());
    this.name = module.name();
    this.main = loader.loadClass(module.main());
    for (String each : module.classes().keySet()) {
      Class<?> type = loader.loadClass(each);
      (type.isMemberClass() || type.isAnonymousClass() ? others : modules).add(type);
    }
  }

  /** Loads the classes anew, and runs the module's code. */
  static LoadedModule load(CompiledModule module) {
    try {
      LoadedModule loaded = new LoadedModule(module);
      Optional<Statics> variables = Statics.of(loaded.modules);
      loaded.run();
      Optional<Statics> attributes = Statics.of(loaded.others);
      if (variables.isPresent() && attributes.isPresent()) {
        loaded.statics = variables.get().and(attributes.get());
      }
      return loaded;
    } catch (ReflectiveOperationException e) {
      throw unexpected(module.name(), e);
    }
  }

  private static IllegalStateException unexpected(String name, ReflectiveOperationException e) {
    return new IllegalStateException("the module '" + name + "' cannot be loaded", e);
  }

  /** Whether it can be used again. */
  boolean isReusable() {
    return statics != null;
  }

  /** Sets everything back, and runs the module's code again. */
  void reset() {
    Statics known = statics;
    if (known == null) {
      throw new IllegalStateException("the module '" + name + "' cannot be set back");
    }
    try {
      known.restore();
      run();
    } catch (ReflectiveOperationException e) {
      throw unexpected(name, e);
    }
  }

  /** The module's members by their names. */
  Map<String, Object> members() {
    return members;
  }

  private void run() throws ReflectiveOperationException {
    invoke(main, "load");
    members = Py.cast(invoke(main, "members"));
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

  /** Static fields, and what they held. */
  private record Statics(List<Field> fields, List<@Nullable Object> values) {
    /** What the fields of classes hold now; empty if some of that could change unseen. */
    static Optional<Statics> of(List<Class<?>> classes) throws ReflectiveOperationException {
      List<Field> fields = new ArrayList<>();
      List<@Nullable Object> values = new PyList<>();
      for (Class<?> type : classes) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            if (type.isEnum() && !isConstant(field)) {
              return Optional.empty();
            }
            continue;
          }
          if (field.isSynthetic() || field.isEnumConstant()) {
            continue;
          }
          field.setAccessible(true);
          Object value = field.get(null);
          boolean constant = Modifier.isFinal(field.getModifiers());
          if (!(constant ? isFixed(value) : isKnown(value))) {
            return Optional.empty();
          }
          if (!constant) {
            fields.add(field);
            values.add(value);
          }
        }
      }
      return Optional.of(new Statics(fields, Copies.deep(values)));
    }

    private static boolean isConstant(Field field) {
      return Modifier.isFinal(field.getModifiers())
          && (field.getType().isPrimitive() || field.getType() == String.class);
    }

    Statics and(Statics more) {
      List<Field> allFields = new ArrayList<>(fields);
      allFields.addAll(more.fields);
      List<@Nullable Object> allValues = new PyList<>(values);
      allValues.addAll(more.values);
      return new Statics(allFields, allValues);
    }

    void restore() throws IllegalAccessException {
      // What two fields share they share again.
      List<@Nullable Object> fresh = Copies.deep(values);
      for (int i = 0; i < fields.size(); i++) {
        fields.get(i).set(null, fresh.get(i));
      }
    }
  }

  /** Whether a copy of a value is as good as the value. */
  private static boolean isKnown(@Nullable Object value) {
    return switch (value) {
      case PyDict<?, ?> dict when Py.typeName(dict).equals("dict") ->
          dict.keySet().stream().allMatch(LoadedModule::isFixed) && allKnown(dict.values());
      case PyList<?> list -> allKnown(list);
      case PySet<?> set -> set.stream().allMatch(LoadedModule::isFixed);
      case null, default -> isFixed(value);
    };
  }

  private static boolean allKnown(Collection<?> values) {
    return values.stream().allMatch(LoadedModule::isKnown);
  }

  /** Whether a value cannot change. */
  private static boolean isFixed(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String _, Long _, Double _, Boolean _, Integer _, BigInteger _, Bytes _, Regex _ -> true;
      case Tuple<?> tuple -> tuple.stream().allMatch(LoadedModule::isFixed);
      case FixedTuple tuple -> tuple.values().stream().allMatch(LoadedModule::isFixed);
      case NodeParam _ -> true;
      case PyClass _ -> false;
      case PyType _ -> true;
      default -> value == Py.ELLIPSIS || value == Py.NOT_IMPLEMENTED || value == NodeParam.MISSING;
    };
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
