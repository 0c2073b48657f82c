package dev.weft.translator;

import dev.weft.python.Program;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.translator.parser.DeepStack;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles Java sources to classes in memory, many with one call of the compiler. */
public final class InMemoryCompiler {
  /**
   * Where the support library and the runtime stand. What is emitted uses nothing else, and the
   * compiler would open every archive of a longer path.
   */
  private static final String CLASS_PATH =
      String.join(
          File.pathSeparator,
          place(Program.class),
          place(AsyncRuntime.class),
          place(Nullable.class));

  private InMemoryCompiler() {}

  private static String place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? "" : Path.of(URI.create(source.getLocation().toString())).toString();
  }

  /**
   * What the compiler made.
   *
   * @param loader finds the classes
   * @param classes the classes' bytes, by their names
   * @param messages errors and warnings, each starting with the name of its source
   */
  public record Result(
      ClassLoader loader, Map<String, byte[]> classes, List<String> messages, boolean succeeded) {}

  /**
   * Compiles.
   *
   * @param sources source texts by the full name of their class
   * @param options of javac, such as {@code -Xlint:all}
   */
  public static Result compile(Map<String, String> sources, List<String> options) {
    return compile(sources, options, List.of());
  }

  /**
   * {@link #compile(Map, List)} of sources that use classes from elsewhere.
   *
   * @param libraries one class of each place that javac is to look in, too
   */
  public static Result compile(
      Map<String, String> sources, List<String> options, List<Class<?>> libraries) {
    StringBuilder path = new StringBuilder(CLASS_PATH);
    libraries.forEach(type -> path.append(File.pathSeparator).append(place(type)));
    return DeepStack.run(() -> compileHere(sources, options, path.toString()));
  }

  /**
   * Compiles what was translated; stack traces then name the Python files and their lines.
   *
   * @param packageName that of the translations
   */
  public static Result compile(
      List<Translation> translations,
      String packageName,
      List<String> options,
      List<Class<?>> libraries) {
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    Map<String, String> sources = new LinkedHashMap<>();
    translations.forEach(t -> sources.put(prefix + t.className(), t.traced().java()));
    Result compiled = compile(sources, options, libraries);
    Map<String, byte[]> classes = new HashMap<>(compiled.classes());
    for (Translation each : translations) {
      String outer = prefix + each.className();
      classes.replaceAll((name, code) ->
          name.equals(outer) || name.startsWith(outer + "$")
              ? SourceLines.apply(code, each.file(), each.traced().lines())
              : code);
    }
    return new Result(
        new MemoryLoader(classes), Map.copyOf(classes), compiled.messages(), compiled.succeeded());
  }

  private static Result compileHere(
      Map<String, String> sources, List<String> options, String classPath) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("this Java has no compiler: run with a JDK");
    }
    if (sources.isEmpty()) {
      return new Result(new MemoryLoader(Map.of()), Map.of(), List.of(), true);
    }
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    Map<String, Output> classes = new HashMap<>();
    StandardJavaFileManager standard =
        compiler.getStandardFileManager(collector, Locale.ROOT, null);
    JavaFileManager files = new MemoryFiles(standard, classes);
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Input(name, text)));
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-proc:none", "-parameters", "-classpath", classPath));
    StringWriter out = new StringWriter();
    boolean succeeded = compiler.getTask(out, files, collector, all, null, units).call();
    List<String> told =
        // Copied, since telling a message may load classes, which may report more.
        List.copyOf(collector.getDiagnostics()).stream()
            .map(d ->
                (d.getSource() == null
                        ? ""
                        : d.getSource().getName().replaceFirst("^/", "")
                            + ":"
                            + d.getLineNumber()
                            + ": ")
                    + d.getMessage(Locale.ROOT))
            .toList();
    // Where the compiler itself fails, it prints a trace instead, and its cause first.
    List<String> messages =
        succeeded || !told.isEmpty()
            ? told
            : out.toString().lines().filter(l -> l.startsWith("java.")).limit(1).toList();
    Map<String, byte[]> made = new HashMap<>();
    classes.forEach((name, output) -> made.put(name, output.bytes.toByteArray()));
    return new Result(new MemoryLoader(made), Map.copyOf(made), messages, succeeded);
  }

  private static final class Input extends SimpleJavaFileObject {
    private final String text;

    Input(String name, String text) {
      super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String name) {
      super(URI.create("mem:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Output> classes;

    MemoryFiles(JavaFileManager files, Map<String, Output> classes) {
      super(files);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return classes.computeIfAbsent(className, Output::new);
    }
  }

  private static final class MemoryLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    MemoryLoader(Map<String, byte[]> classes) {
      super(InMemoryCompiler.class.getClassLoader());
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
