package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class NewNodeCommandTest {
  @TempDir private Path directory;

  private Cli make(String name, String... more) {
    List<String> words = new ArrayList<>(List.of("new", "node", name, "-d", directory.toString()));
    words.addAll(List.of(more));
    return Cli.run("", words.toArray(String[]::new));
  }

  @Test
  void newPythonNodePassesItsCasesAndRuns() throws IOException {
    Cli made = make("MyHttpNode", "--python");
    assertThat(made.code()).as(made.err()).isZero();
    String node = directory.resolve("my_http_node.py").toString();
    assertThat(made.out()).endsWith("try it with: weft test-node " + node + "\n");
    Cli tested = Cli.run("", "test-node", node);
    assertThat(tested.code()).as(tested.out()).isZero();
    assertThat(tested.out()).contains("3 cases: 3 passed, 0 failed, 0 left out");
    String manifest =
        Cli.withInput(Cli.chain("n:MyHttpNode:\"params\": {\"prefix\": \"> \"}"), "[\"a\"]");
    assertThat(Cli.run(manifest, "run", "-", "--nodes", directory.toString()).out())
        .contains("\"outputs\": [\"> a\"]");
  }

  @Test
  void newJavaNodePassesItsTest() throws Exception {
    Cli made = make("MyHttpNode", "--java", "--package", "org.acme.nodes");
    assertThat(made.code()).as(made.err()).isZero();
    Path project = directory.resolve("my-http-node");
    assertThat(Files.readString(project.resolve("pom.xml")))
        .contains("<groupId>org.acme.nodes</groupId>", "<artifactId>my-http-node</artifactId>")
        .doesNotContain("@");
    Path classes = compile(project);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {
              classes.toUri().toURL(), project.resolve("src/main/resources/").toUri().toURL()
            })) {
      Class<?> test = loader.loadClass("org.acme.nodes.MyHttpNodeTest");
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequest request =
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test)).build();
        LauncherFactory.create().execute(request, listener);
        assertThat(listener.getSummary().getFailures()).isEmpty();
        assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(3);
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  private Path compile(Path project) throws IOException {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(project)) {
      files.map(Path::toString).filter(it -> it.endsWith(".java")).forEach(arguments::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    return classes;
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Path kept = Files.writeString(directory.resolve("shout.cases.json"), "mine");
    Cli made = make("Shout", "--python");
    assertThat(made.code()).isEqualTo(ExitCode.USAGE);
    assertThat(made.err()).contains("'" + kept + "' is there already and is not overwritten");
    assertThat(directory.resolve("shout.py")).doesNotExist();
    assertThat(kept).hasContent("mine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my-node     | --python | did you mean 'MyNode'?
          1st         | --java   | is no name for a node
          ../Evil     | --python | is no name for a node
          AddNode     | --java   | there is a node type 'AddNode' already
          Param       | --java   | is a name that the node's own source needs
          """)
  void namesAreChecked(String name, String language, String message) throws IOException {
    Cli made = make(name, language);
    assertThat(made.code()).isEqualTo(ExitCode.USAGE);
    assertThat(made.err()).contains(message);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void packageAndLanguageAreChecked() {
    assertThat(make("A", "--java", "--package", "com.new").err())
        .contains("'com.new' is no name for a package");
    assertThat(make("A").err()).contains("specify one of these");
    assertThat(make("A", "--java", "--python").err()).contains("mutually exclusive");
    assertThat(directory).isEmptyDirectory();
  }
}
