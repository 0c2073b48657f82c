package dev.weft.cli;

import dev.weft.executor.NodeRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft new node}. */
@Command(
    name = "node",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a node to begin with, and tests of it that pass.",
      "In Python: a file and a table of cases, for 'weft test-node'. In Java: a Maven project."
    })
final class NewNodeCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9]+");

  /** What the sources refer to by a simple name, and words of the languages. */
  private static final Set<String> TAKEN =
      Set.of(
          "Node",
          "NodeContext",
          "NodeType",
          "Param",
          "List",
          "String",
          "Object",
          "Override",
          "IllegalArgumentException",
          "True",
          "False",
          "None");

  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "NAME",
      description = "The name of its class, which is its type in manifests, such as SlidingMean.")
  private String name = "";

  @ArgGroup(multiplicity = "1")
  private Language language = new Language();

  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      description = "Where it is put. Default: the working directory.")
  private Path directory = Path.of("");

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "The Java package. Default: ${DEFAULT-VALUE}.")
  private String packageName = "com.example.nodes";

  NewNodeCommand(Streams streams) {
    this.streams = streams;
  }

  /** What it is written in. */
  static final class Language {
    @Option(names = "--python", required = true, description = "Write it in Python.")
    private boolean python;

    @SuppressWarnings("UnusedVariable") // one of the two is given
    @Option(names = "--java", required = true, description = "Write it in Java.")
    private boolean java;
  }

  @Override
  public Integer call() throws IOException {
    check();
    Map<Path, String> files = language.python ? python() : java();
    List<Path> there = new ArrayList<>(files.keySet().stream().filter(Files::exists).toList());
    if (!there.isEmpty()) {
      throw usage(
          "'%s' is there already and is not overwritten; choose another name or directory"
              .formatted(there.getFirst()));
    }
    StringBuilder told = new StringBuilder();
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Path parent = file.getKey().toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file.getKey(), file.getValue());
      told.append("wrote ").append(file.getKey()).append('\n');
    }
    Path first = files.keySet().iterator().next();
    told.append(
        language.python
            ? "try it with: weft test-node " + first + "\n"
            : "try it with: mvn verify -f " + first + "\n");
    streams.out().write(told.toString().getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }

  private void check() {
    if (!NAME.matcher(name).matches()) {
      String better = camel(name);
      throw usage(
          "'%s' is no name for a node: it starts with a capital letter, and has letters and digits of ASCII, at most 64%s"
              .formatted(
                  name,
                  NAME.matcher(better).matches() && !TAKEN.contains(better)
                      ? "; did you mean '" + better + "'?"
                      : ""));
    }
    if (TAKEN.contains(name)) {
      throw usage(
          "'%s' is a name that the node's own source needs; choose another".formatted(name));
    }
    if (NodeRegistry.load().find(name).isPresent()) {
      throw usage(
          "there is a node type '%s' already; choose another name, or see 'weft nodes %s'"
              .formatted(name, name));
    }
    if (!SourceVersion.isName(packageName)) {
      throw usage("'%s' is no name for a package; use one like com.example".formatted(packageName));
    }
  }

  private static String camel(String text) {
    return OTHERS
        .splitAsStream(text)
        .filter(it -> !it.isEmpty())
        .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
        .collect(Collectors.joining());
  }

  /** {@code MyNode} with its words apart. */
  private String words(String separator) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", separator)
        .toLowerCase(Locale.ROOT);
  }

  private Map<Path, String> python() throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    String file = words("_");
    files.put(directory.resolve(file + ".py"), template("node-template.py"));
    files.put(directory.resolve(file + ".cases.json"), template("node-template.cases.json"));
    return files;
  }

  private Map<Path, String> java() throws IOException {
    Path project = directory.resolve(words("-"));
    String folder = packageName.replace('.', '/');
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(project.resolve("pom.xml"), template("node-template-pom.xml"));
    files.put(
        project.resolve("src/main/java").resolve(folder).resolve(name + ".java"),
        template("node-template.java"));
    files.put(
        project.resolve("src/main/resources/META-INF/services/dev.weft.executor.NodeType"),
        packageName + "." + name + "\n");
    files.put(
        project.resolve("src/test/java").resolve(folder).resolve(name + "Test.java"),
        template("node-template-test.java"));
    return files;
  }

  private String template(String resource) throws IOException {
    String text =
        resource(resource)
            .replace("@Name@", name)
            .replace("@package@", packageName)
            .replace("@artifact@", words("-"));
    Properties versions = new Properties();
    versions.load(new StringReader(resource("versions.properties")));
    for (Map.Entry<Object, Object> version : versions.entrySet()) {
      text = text.replace("@" + version.getKey() + "@", version.getValue().toString());
    }
    return text;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(NewNodeCommand.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
