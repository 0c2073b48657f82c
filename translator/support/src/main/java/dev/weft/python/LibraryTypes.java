package dev.weft.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes and methods of the library's types by the signatures that the translator goes by,
 * for objects of which only run time knows what they are. Read when first asked; thread-safe.
 */
@SuppressWarnings("NullAway") // None is null.
final class LibraryTypes {
  /** There is no such method, or none that takes such arguments. */
  static final Object UNKNOWN = LibraryMethod.UNFIT;

  private static final class Holder {
    static final LibraryTypes INSTANCE = new LibraryTypes();
  }

  /** Declared under a name of a type, {@code regex.split}. */
  private final Map<String, List<String>> lines = new HashMap<>();

  private final Map<String, List<LibraryMethod>> parsed = new ConcurrentHashMap<>();

  /** The classes of types. */
  private final Map<String, Class<?>> classes = new HashMap<>();

  /** The types that classes are; empty where a class is several. */
  private final Map<Class<?>, String> names = new HashMap<>();

  private LibraryTypes() {
    for (String file : SignatureFiles.names()) {
      try (BufferedReader in = SignatureFiles.open(file)) {
        read(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    names.put(Bytes.class, "bytes");
  }

  private void read(BufferedReader reader) throws IOException {
    String type = "";
    boolean isModule = false;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("module ")) {
        type = line.substring("module ".length()).strip();
        isModule = true;
      } else if (line.startsWith("type ")) {
        String[] parts = line.substring("type ".length()).split(" = ", 2);
        int bracket = parts[0].indexOf('[');
        type = bracket < 0 ? parts[0].strip() : parts[0].substring(0, bracket);
        isModule = false;
        if (parts.length > 1) {
          declare(type, parts[1].strip());
        }
      } else if (!type.isEmpty()
          && (line.startsWith("def ") || line.startsWith("attr ") || line.startsWith("async "))) {
        String rest = line.substring(line.indexOf(' ') + 1);
        String bare = line.startsWith("async ") ? rest.substring("def ".length()) : rest;
        int end = 0;
        while (Character.isJavaIdentifierPart(bare.charAt(end)) || bare.charAt(end) == '.') {
          end++;
        }
        // Names of modules and types are apart.
        lines
            .computeIfAbsent(
                (isModule ? ":" : "") + type + "." + bare.substring(0, end),
                key -> new ArrayList<>())
            .add(line);
      }
    }
  }

  private void declare(String type, String java) {
    Class<?> found = null;
    for (String part : java.split("\\.", -1)) {
      found = found == null ? JavaMethods.type(part) : JavaMethods.nested(found, part);
    }
    classes.put(type, found);
    names.merge(found, type, (before, now) -> before.equals(now) ? now : "");
  }

  private List<LibraryMethod> methods(String type, String name) {
    return parsed.computeIfAbsent(
        type + "." + name,
        key -> {
          List<LibraryMethod> methods = new ArrayList<>();
          for (String line : lines.getOrDefault(key, List.of())) {
            try {
              methods.add(parse(line));
            } catch (JavaTemplate.Unfit e) {
              // Whoever asks goes on without it.
            }
          }
          return methods;
        });
  }

  /** The declarations that only a compiler can make something of. */
  static List<String> unfit() {
    List<String> unfit = new ArrayList<>();
    Holder.INSTANCE
        .lines
        .values()
        .forEach(lines ->
            lines.forEach(line -> {
              try {
                parse(line);
              } catch (JavaTemplate.Unfit e) {
                unfit.add(line + "  # " + e.getMessage());
              }
            }));
    return unfit;
  }

  private static LibraryMethod parse(String line) {
    String rest = line.substring(line.indexOf(' ') + 1);
    boolean isAsync = line.startsWith("async ");
    return LibraryMethod.parse(
        isAsync ? rest.substring("def ".length()) : rest, line.startsWith("attr "), isAsync);
  }

  /** The type whose instances are those of a class; null where there is none, or several. */
  private static @Nullable String declared(Class<?> type) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      String name = Holder.INSTANCE.names.get(c);
      if (name != null) {
        return name.isEmpty() ? null : name;
      }
    }
    return null;
  }

  private static boolean isOurs(Class<?> type) {
    return type.getPackage() == LibraryTypes.class.getPackage();
  }

  private static boolean isOurs(Object on) {
    return isOurs(on.getClass());
  }

  /** Of this library, and not one of the builtin containers, which programs use most. */
  private static final ClassValue<Boolean> DECLARED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          boolean builtin =
              FixedTuple.class.isAssignableFrom(type)
                  || PyType.class.isAssignableFrom(type)
                  || (java.util.Collection.class.isAssignableFrom(type)
                      && !Deque.class.isAssignableFrom(type))
                  || PyDict.class.isAssignableFrom(type);
          return !builtin && isOurs(type) && declared(type) != null;
        }
      };

  /** Whether signatures tell all of what an object has. */
  static boolean isDeclared(Object on) {
    return DECLARED.get(on.getClass());
  }

  private static @Nullable String type(Object on) {
    if (DECLARED.get(on.getClass())) {
      return declared(on.getClass());
    }
    return switch (on) {
      case String _ -> "str";
      case Boolean _, Long _, BigInteger _ -> "int";
      case Double _ -> "float";
      case Tuple<?> _, FixedTuple _ -> "vartuple";
      case Map<?, ?> _ when isOurs(on) -> "dict";
      case Set<?> _ when isOurs(on) -> "set";
      case List<?> _ when isOurs(on) -> "list";
      default -> declared(on.getClass());
    };
  }

  /** {@code on.name(*args, **named)}; {@link #UNKNOWN} if no signature takes it. */
  static @Nullable Object call(
      Object on, String name, @Nullable Object[] args, Map<String, Object> named) {
    String type = type(on);
    if (type == null) {
      return UNKNOWN;
    }
    Object self = on instanceof FixedTuple t ? Tuple.copyOf(t.values()) : on;
    List<LibraryMethod> methods = Holder.INSTANCE.methods(type, name);
    for (boolean strict : new boolean[] {true, false}) {
      for (LibraryMethod method : methods) {
        if (!method.attribute()) {
          Object result = method.call(self, args, named, strict);
          if (result != UNKNOWN) {
            return result;
          }
        }
      }
    }
    return UNKNOWN;
  }

  /** The ways to call a function of the library; empty where there is none of that path. */
  static List<LibraryMethod> function(String path) {
    int dot = path.lastIndexOf('.');
    return Holder.INSTANCE.methods(":" + path.substring(0, dot), path.substring(dot + 1)).stream()
        .filter(m -> !m.attribute())
        .toList();
  }

  /** {@code on.name}, for what is no method; {@link #UNKNOWN} if there is none. */
  static @Nullable Object attribute(Object on, String name) {
    String type = type(on);
    if (type != null) {
      for (LibraryMethod method : Holder.INSTANCE.methods(type, name)) {
        if (method.attribute()) {
          return method.call(on, new Object[0], Map.of(), true);
        }
      }
    }
    return UNKNOWN;
  }

  /** Whether there is a method of that name. */
  static boolean hasMethod(Object on, String name) {
    String type = type(on);
    return type != null
        && Holder.INSTANCE.methods(type, name).stream().anyMatch(m -> !m.attribute());
  }

  /** Tells in CPython's words that a method does not take such arguments. */
  static void requireFit(Object on, String name, @Nullable Object[] args) {
    String type = type(on);
    if (type == null) {
      return;
    }
    for (LibraryMethod method : Holder.INSTANCE.methods(type, name).reversed()) {
      if (!method.attribute()) {
        Function.of(
                Py.typeName(on) + "." + name,
                method.names(),
                values -> null,
                new Object[method.parameters().size()])
            .boundTo(on)
            .apply(args);
        throw new Members.Mismatch(name + "() got arguments of types that it does not take");
      }
    }
  }

  /** Whether a parameter of a type takes a value; without strictness also what stands for it. */
  static boolean takes(String type, @Nullable Object value, boolean strict) {
    boolean optional = type.endsWith("?");
    String bare = optional ? type.substring(0, type.length() - 1) : type;
    int bracket = bare.indexOf('[');
    String name = bracket < 0 ? bare : bare.substring(0, bracket);
    if (value == null && (optional || name.equals("None"))) {
      return true;
    }
    return switch (name) {
      case "any", "object" -> true;
      case String variable when variable.length() == 1 -> true;
      case "str" -> value instanceof String;
      case "bytes" -> value instanceof Bytes || (!strict && value instanceof ByteArray);
      case "bool" -> value instanceof Boolean || !strict;
      case "int" -> value instanceof Long || (!strict && value instanceof Boolean);
      case "float" -> value instanceof Double || (!strict && Numbers.isNumber(value));
      case "num" -> Numbers.isNumber(value);
      case "fn" -> value instanceof PyCallable || (!strict && value instanceof PyObject);
      case "list" -> value instanceof List && !(value instanceof Tuple);
      case "dict" -> value instanceof Map;
      case "set" -> value instanceof Set;
      case "tuple", "vartuple" -> value instanceof Tuple || value instanceof FixedTuple;
      case "iter" -> value != null && Iters.isIterable(value);
      case "exception" -> value instanceof Throwable;
      default -> {
        Class<?> known = Holder.INSTANCE.classes.get(name);
        yield known == null ? !strict : known.isInstance(value);
      }
    };
  }

  /** A value as Java has it where that type is declared. */
  static @Nullable Object fitted(String type, @Nullable Object value) {
    return switch (type) {
      case "bool" -> (Object) Py.truth(value);
      case "float" -> (Object) Numbers.toDouble(value);
      case "int" -> value instanceof Boolean b ? (Object) (b ? 1L : 0L) : value;
      case "bytes" -> value instanceof ByteArray b ? b.bytes() : value;
      case String iterable when iterable.startsWith("iter[") && !(value instanceof Iterable) ->
          value == null ? null : Iters.of(value);
      case String function when function.startsWith("fn[") && value instanceof PyObject ->
          Calls.callable(value);
      default -> value;
    };
  }
}
