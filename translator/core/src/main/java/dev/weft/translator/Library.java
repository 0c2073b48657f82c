package dev.weft.translator;

import dev.weft.python.SignatureFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Python library as the translator knows it: read once from the signature files of the support
 * library, {@code META-INF/weft/*.sig}.
 */
final class Library {
  /** Stands before the name of a support class in emitted code, until imports are settled. */
  static final char SUPPORT = '\u00a7';

  private static final Library INSTANCE = new Library(Map.of());

  /** Those with further signatures, by these. */
  private static final Map<Map<String, String>, Library> EXTENDED = new ConcurrentHashMap<>();

  private static final ScopedValue<Library> CURRENT = ScopedValue.newInstance();

  private final Map<String, Overloads> functions = new HashMap<>();
  private final Map<String, Overloads> methods = new HashMap<>();
  private final Map<String, String> javaTypes = new HashMap<>();
  private final Map<String, Signature> constants = new HashMap<>();
  private final Map<String, ClassInfo> exceptions = new LinkedHashMap<>();
  private final Map<String, TypeForm> classes = new HashMap<>();
  private final Map<String, ClassInfo> bases = new HashMap<>();
  private final Map<String, String> roots = new HashMap<>();
  private final Map<String, Map<String, Signature>> overrides = new HashMap<>();
  private final Set<String> modules = new HashSet<>();
  private final Set<String> attributes = new HashSet<>();
  private final Set<String> existing = new HashSet<>();
  private final Set<String> markers = new HashSet<>();

  private Library(Map<String, String> more) {
    for (String file : SignatureFiles.names()) {
      try (BufferedReader in = SignatureFiles.open(file)) {
        read(file, in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    more.forEach((name, text) -> {
      try {
        read(name, new BufferedReader(new StringReader(text)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  static Library get() {
    return CURRENT.orElse(INSTANCE);
  }

  /** Does something with a library that has further signatures, in the calling thread. */
  static <T> T with(Map<String, String> more, Supplier<T> action) {
    return more.isEmpty()
        ? action.get()
        : ScopedValue.where(CURRENT, EXTENDED.computeIfAbsent(more, Library::new))
            .call(action::get);
  }

  /** The overloads of a function by its path, {@code asyncio.sleep}. */
  List<Signature> function(String path) {
    return functions.getOrDefault(path, Overloads.NONE).signatures();
  }

  /** The overloads of a method of a library type. */
  List<Signature> method(String type, String name) {
    return methods.getOrDefault(type + "." + name, Overloads.NONE).signatures();
  }

  /** Whether objects of some type of the library have an attribute of that name. */
  boolean hasAttribute(String name) {
    return attributes.contains(name);
  }

  @Nullable Signature constant(String path) {
    return constants.get(path);
  }

  /** The Java type of a generic library type. */
  @Nullable String javaType(String name) {
    return javaTypes.get(name);
  }

  /** The Java class, without type arguments, of the instances of a library class. */
  @Nullable String rawJavaType(String path) {
    if (!(made(path) instanceof TypeForm.Applied a)) {
      return null;
    }
    String java = javaTypes.get(a.name());
    return java == null
        ? null
        : a.args().isEmpty()
            ? java
            : java + a.args().stream().map(x -> "?").collect(Collectors.joining(", ", "<", ">"));
  }

  /** What a type does by a method that syntax calls, such as {@code __getitem__}; null for none. */
  @Nullable Signature protocol(String type, String name) {
    List<Signature> all = method(type, name);
    return all.isEmpty() ? null : all.get(0);
  }

  /** A class from which a program may derive its own, by its path. */
  @Nullable ClassInfo base(String path) {
    return bases.get(path);
  }

  /** The class made at run time that a library class is for those derived from it. */
  @Nullable String root(String path) {
    return roots.get(path);
  }

  /** Whether some library class of that name is one made at run time. */
  boolean isRoot(String name) {
    return roots.keySet().stream().anyMatch(path -> path.endsWith("." + name));
  }

  /** What a method takes and gives that is called by the library, if a class defines it. */
  @Nullable Signature override(String type, String name) {
    return overrides.getOrDefault(type, Map.of()).get(name);
  }

  /** An exception class by its plain name. */
  @Nullable ClassInfo exception(String name) {
    ClassInfo exact = exceptions.get(name);
    return exact != null ? exact : exceptions.get(name.substring(name.lastIndexOf('.') + 1));
  }

  /** The type that a name of the library stands for in an annotation, or makes when called. */
  @Nullable TypeForm made(String path) {
    TypeForm declared = classes.get(path);
    if (declared != null) {
      return declared;
    }
    List<Signature> makers = function(path);
    return !makers.isEmpty()
            && Character.isUpperCase(path.charAt(path.lastIndexOf('.') + 1))
            && makers.get(0).result() instanceof TypeForm.Applied a
        ? a
        : null;
  }

  boolean isModule(String name) {
    return modules.contains(name);
  }

  /** Whether CPython comes with a module, be it supported or not. */
  boolean isInCPython(String name) {
    return existing.contains(name.split("\\.", 2)[0]);
  }

  /** A name that says something to readers and checkers only, such as those of typing. */
  boolean isMarker(String path) {
    return markers.contains(path);
  }

  private void read(String file, BufferedReader reader) throws IOException {
    String module = "";
    TypeForm receiver = null;
    String receiverName = "";
    int number = 0;
    for (String raw = reader.readLine(); raw != null; raw = reader.readLine()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        switch (word) {
          case "module" -> {
            module = rest;
            modules.add(rest);
            receiver = null;
          }
          case "exists" -> existing.addAll(List.of(rest.split(" +", -1)));
          case "markers" -> {
            for (String marker : rest.split(" +", -1)) {
              markers.add(module + "." + marker);
            }
          }
          case "type" -> {
            String[] parts = rest.split(" = ", 2);
            receiver = TypeForm.parse(parts[0]);
            receiverName = parts[0].replaceAll("\\[.*", "");
            if (parts.length > 1) {
              javaTypes.put(receiverName, mark(parts[1].strip()));
            }
          }
          case "class" -> {
            String[] parts = rest.split(" = ", 2);
            classes.put(module + "." + parts[0].strip(), TypeForm.parse(parts[1]));
          }
          case "base" -> {
            String[] parts = rest.split(" = ", 2);
            ClassInfo base = new ClassInfo(parts[0].strip(), null, null);
            base.libraryType = parts[1].strip();
            base.libraryPath = module + "." + base.name;
            base.javaName = mark(Objects.requireNonNull(javaTypes.get(base.libraryType)));
            bases.put(module + "." + base.name, base);
          }
          case "root" -> {
            String[] parts = rest.split(" = ", 2);
            roots.put(module + "." + parts[0].strip(), mark(parts[1].strip()));
          }
          case "override" -> {
            Signature signature = signature(rest + " = ", rest.startsWith("async "), receiver);
            overrides
                .computeIfAbsent(receiverName, n -> new LinkedHashMap<>())
                .put(signature.name(), signature);
          }
          case "exception" -> readException(rest);
          case "const" -> {
            Signature constant = attribute(rest, null);
            constants.put(module + "." + constant.name(), constant);
          }
          case "attr" -> {
            TypeForm on = receiver;
            String name = rest.substring(0, rest.indexOf(':')).strip();
            attributes.add(name);
            overloads(methods, receiverName + "." + name)
                .add(file + ".sig:" + number, () -> attribute(rest, on));
          }
          case "def", "async" -> {
            TypeForm on = receiver;
            boolean isAsync = word.equals("async");
            String text = isAsync ? rest.substring("def ".length()) : rest;
            String name = text.substring(0, text.indexOf('(')).strip();
            Overloads all =
                on == null
                    ? overloads(functions, module + "." + name)
                    : overloads(methods, receiverName + "." + name);
            all.add(file + ".sig:" + number, () -> signature(text, isAsync, on));
          }
          default -> throw new IllegalArgumentException("unknown word '" + word + "'");
        }
      } catch (RuntimeException e) {
        throw new IllegalStateException(file + ".sig:" + number + ": " + e.getMessage(), e);
      }
    }
  }

  private static Overloads overloads(Map<String, Overloads> all, String key) {
    return all.computeIfAbsent(key, k -> new Overloads());
  }

  /** Reads every declaration; throws if one is malformed. */
  void readAll() {
    functions.values().forEach(Overloads::signatures);
    methods.values().forEach(Overloads::signatures);
  }

  /** {@code ValueError(Exception) = Errors.ValueError}. */
  private void readException(String text) {
    String[] parts = text.split("[()]|\\s*=\\s*", -1);
    String path = parts[0].strip();
    ClassInfo type = new ClassInfo(path.substring(path.lastIndexOf('.') + 1), null, null);
    type.isException = true;
    type.base = parts[1].isBlank() ? null : exceptions.get(parts[1].strip());
    type.javaName = mark(parts[parts.length - 1].strip());
    type.madeAs =
        switch (type.name) {
          case "Exception" -> mark("Errors.PyException");
          case "BaseException" -> mark("Errors.PyError");
          default -> null;
        };
    exceptions.put(path, type);
  }

  /** {@code name: type = java}, and {@code := java} where it can be assigned. */
  private static Signature attribute(String text, @Nullable TypeForm receiver) {
    int colon = text.indexOf(':');
    int equals = text.indexOf(" = ");
    String[] java = text.substring(equals + 3).split(" := ", 2);
    return new Signature(
        text.substring(0, colon).strip(),
        receiver,
        false,
        true,
        List.of(),
        TypeForm.parse(text.substring(colon + 1, equals)),
        mark(java[0].strip()),
        java.length > 1 ? mark(java[1].strip()) : null);
  }

  /** {@code name(parameters) -> type = java}. */
  private static Signature signature(String text, boolean isAsync, @Nullable TypeForm receiver) {
    int open = text.indexOf('(');
    int close = closing(text, open);
    int arrow = text.indexOf("->", close);
    int equals = text.indexOf(" = ", close);
    List<Signature.Param> params = new ArrayList<>();
    boolean[] keywordOnly = {false};
    for (String part : split(text.substring(open + 1, close))) {
      if (part.equals("*")) {
        keywordOnly[0] = true;
        continue;
      }
      boolean keywords = part.startsWith("**");
      boolean spread = part.startsWith("*") && !keywords;
      int colon = part.indexOf(':');
      boolean leftOut = part.contains(" = ~");
      int assign = part.indexOf(" = ");
      String type = part.substring(colon + 1, assign < 0 ? part.length() : assign);
      params.add(
          new Signature.Param(
              part.substring(keywords ? 2 : spread ? 1 : 0, colon).strip(),
              TypeForm.parse(type),
              assign < 0 ? null : mark(part.substring(assign + (leftOut ? 4 : 3)).strip()),
              spread,
              keywords,
              keywordOnly[0],
              leftOut));
      keywordOnly[0] |= spread;
    }
    return new Signature(
        text.substring(0, open).strip(),
        receiver,
        isAsync,
        false,
        params,
        TypeForm.parse(text.substring(arrow + 2, equals)),
        mark(text.substring(equals + 3).strip()),
        null);
  }

  private static int closing(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("unclosed '('");
  }

  /** Splits at commas that stand outside of brackets and quotes. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '(' || c == '[' || c == '{')) {
        depth++;
      } else if (!quoted && (c == ')' || c == ']' || c == '}')) {
        depth--;
      } else if (!quoted && c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    if (!text.substring(start).isBlank()) {
      parts.add(text.substring(start).strip());
    }
    return parts;
  }

  /** Puts the mark before each name of a class. */
  static String mark(String java) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < java.length(); i++) {
      char c = java.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      }
      char before = i == 0 ? ' ' : java.charAt(i - 1);
      boolean starts = !Character.isLetterOrDigit(before) && before != '.' && before != '_';
      if (!quoted && Character.isUpperCase(c) && starts && before != SUPPORT) {
        out.append(SUPPORT);
      }
      out.append(c);
    }
    return out.toString();
  }
}
