package dev.weft.translator;

import dev.weft.python.Program;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.translator.parser.DeepStack;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
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
   * @param messages errors and warnings, each starting with the name of its source
   */
  public record Result(ClassLoader loader, List<String> messages, boolean succeeded) {}

  /**
   * Compiles.
   *
   * @param sources source texts by the full name of their class
   * @param options of javac, such as {@code -Xlint:all}
   */
  public static Result compile(Map<String, String> sources, List<String> options) {
    return DeepStack.run(() -> compileHere(sources, options));
  }

  private static Result compileHere(Map<String, String> sources, List<String> options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("this Java has no compiler: run with a JDK");
    }
    if (sources.isEmpty()) {
      return new Result(new MemoryLoader(Map.of()), List.of(), true);
    }
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    Map<String, Output> classes = new HashMap<>();
    StandardJavaFileManager standard =
        compiler.getStandardFileManager(collector, Locale.ROOT, null);
    JavaFileManager files = new MemoryFiles(standard, classes);
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Input(name, text)));
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-proc:none", "-classpath", CLASS_PATH));
    boolean succeeded = compiler.getTask(null, files, collector, all, null, units).call();
    List<String> messages =
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
    return new Result(new MemoryLoader(classes), messages, succeeded);
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
    private final Map<String, Output> classes;

    MemoryLoader(Map<String, Output> classes) {
      super(InMemoryCompiler.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      Output output = classes.get(name);
      if (output == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] code = output.bytes.toByteArray();
      return defineClass(name, code, 0, code.length);
    }
  }
}
