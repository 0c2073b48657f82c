package dev.weft.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real builds of a small project, by the Maven that runs the tests. The local repository is a fresh
 * one, which holds what this build has packaged; all else comes from the local repository of this
 * build, so that nothing is asked of the network.
 */
@Tag("slow")
class MavenBuildIT {
  private static final String VERSION = System.getProperty("weft.version");
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
  private static final Pattern PARENT = Pattern.compile("(?s)<parent>.*?</parent>");

  @TempDir static Path shared;

  @TempDir Path project;

  @BeforeAll
  static void stage() throws IOException {
    Path root = Path.of(System.getProperty("weft.root"));
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            String name = String.valueOf(dir.getFileName());
            return name.equals("src") || name.equals("target") || name.startsWith(".")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.endsWith("pom.xml")) {
              install(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Files.writeString(
        shared.resolve("settings.xml"),
        "<settings><localRepository>"
            + shared.resolve("repository")
            + "</localRepository><mirrors><mirror><id>built</id><mirrorOf>*</mirrorOf><url>"
            + Path.of(System.getProperty("weft.repository")).toUri()
            + "</url></mirror></mirrors></settings>");
  }

  private static void install(Path pom) throws IOException {
    Matcher artifact = ARTIFACT.matcher(PARENT.matcher(Files.readString(pom)).replaceFirst(""));
    assertThat(artifact.find()).isTrue();
    String name = artifact.group(1) + "-" + VERSION;
    Path place = shared.resolve("repository/dev/weft").resolve(artifact.group(1)).resolve(VERSION);
    Files.createDirectories(place);
    Files.copy(pom, place.resolve(name + ".pom"));
    Path jar = pom.resolveSibling("target").resolve(name + ".jar");
    if (Files.exists(jar)) {
      Files.copy(jar, place.resolve(name + ".jar"));
    }
  }

  @BeforeEach
  void copyProject() throws IOException {
    Path source = Path.of("src/it/simple");
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = project.resolve(source.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.writeString(
            target,
            Files.readString(file)
                .replace("@weft@", VERSION)
                .replace("@toolchains-plugin@", System.getProperty("weft.toolchains-plugin"))
                .replace("@compiler-plugin@", System.getProperty("weft.compiler-plugin"))
                .replace("@resources-plugin@", System.getProperty("weft.resources-plugin")));
      }
    }
  }

  private record Build(int code, String log) {}

  private Build maven(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("weft.maven"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never", "-s"));
    command.add(shared.resolve("settings.xml").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("weft.maven.java"));
    // What is set there for the build around the test is not for this one.
    builder.environment().remove("MAVEN_OPTS");
    builder.environment().remove("MAVEN_ARGS");
    Process process = builder.start();
    process.getOutputStream().close();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Build(process.waitFor(), log);
  }

  private Path python(String name, String text) {
    try {
      return Files.writeString(project.resolve("src/main/python").resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path java(String name) {
    return project.resolve("target/generated-sources/weft/com/example/jobs").resolve(name);
  }

  @Test
  void sourcesAreTranslatedOnceAndCompiledWithTheProject() throws Exception {
    Build first = maven("compile");
    assertThat(first.log()).contains("Translating 2 sources to ").contains("BUILD SUCCESS");
    assertThat(run("com.example.Caller")).isEqualTo("hello Ada, hello Ada\n");

    Build second = maven("compile");
    assertThat(second.log()).contains("Nothing to translate: 2 sources up to date");

    python("main.py", "print('alone')\n");
    Files.delete(project.resolve("src/main/python/greeting.py"));
    Build third = maven("compile");
    assertThat(third.log()).contains("Translating 1 source to ").contains("BUILD SUCCESS");
    assertThat(java("Greeting.java")).doesNotExist();
    assertThat(run("com.example.jobs.Main")).isEqualTo("alone\n");
  }

  @Test
  void whatCannotBeTranslatedFailsTheBuildAndWritesNothing() throws Exception {
    Path bad = python("bad.py", "import numpy\nx = eval('1')\n");

    Build refused = maven("compile");

    assertThat(refused.code()).isNotZero();
    assertThat(refused.log())
        .contains("[ERROR] " + bad + ":1:1: module 'numpy' is not known to the translator")
        .contains("[ERROR] " + bad + ":2:5: ")
        .contains("Nothing was translated: a source in ")
        .contains("BUILD FAILURE");
    assertThat(java("Main.java")).doesNotExist();

    python("bad.py", "def f():\n    nonlocal x\nreturn 1\n");
    Build broken = maven("compile");
    assertThat(broken.log())
        .contains("[ERROR]   File \"" + bad + "\", line 2")
        .contains("SyntaxError: no binding for nonlocal 'x' found")
        .contains("SyntaxError: 'return' outside function")
        .contains("is not Python 3.12");
  }

  @Test
  void checkTellsWhatWouldNotTranslate() throws Exception {
    python("bad.py", "import numpy\n");
    String goal = "dev.weft:weft-maven-plugin:" + VERSION + ":check@default";

    Build told = maven(goal, "-Dweft.failOnRefusal=false");
    assertThat(told.log())
        .contains("bad.py:1:1: module 'numpy' is not known to the translator")
        .contains("[INFO] 3 files: 2 translate, 1 are refused")
        .contains("BUILD SUCCESS");

    Build failed = maven(goal);
    assertThat(failed.log())
        .contains("Not all of 3 sources in ")
        .contains("would translate; change what is told above")
        .contains("BUILD FAILURE");
    assertThat(project.resolve("target/generated-sources")).doesNotExist();
  }

  @Test
  void aJdkThatIsTooOldIsRefused() throws Exception {
    Build build = maven("compile", "-Dweft.jdk=" + project);

    assertThat(build.log())
        .contains("weft.jdk is no JDK 25 or newer: " + project + " has none; name the home of one");
  }

  private String run(String main) throws IOException, InterruptedException {
    String classPath =
        project.resolve("target/classes") + ":" + System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                classPath,
                main)
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
