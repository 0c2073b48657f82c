package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import dev.weft.runtime.VirtualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * A block of Java in a document.
 *
 * <ul>
 *   <li>A program, known by its {@code main}, is compiled and run; on each backend, if it asks for
 *       virtual threads, and in each way of the event loop, if it asks for that.
 *   <li>A class with tests is compiled and its tests are run.
 *   <li>A fragment is put into a class, with the usual imports and with what the document says is
 *       given, and run as a task on each backend in virtual time. A fragment that begins with a
 *       declaration is only compiled.
 * </ul>
 */
final class JavaBlock {
  private static final Pattern CLASS_NAME =
      Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:@\\w|public|private|static|final class|record|class|interface|enum|sealed)\\b");
  private static final Duration BOUND = Duration.ofSeconds(20);

  private static final String USUAL_IMPORTS =
      """
      import dev.weft.runtime.*;
      import java.io.*;
      import java.nio.file.*;
      import java.time.*;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.*;
      import java.util.function.*;
      import java.util.stream.*;
      """;

  private final String code;
  private final String given;
  private final Optional<String> output;
  private final Path directory;

  /**
   * A block.
   *
   * @param given declarations that fragments may use
   * @param output what a program must print, where the document shows that
   * @param directory an empty one
   */
  JavaBlock(String code, String given, Optional<String> output, Path directory) {
    this.code = code;
    this.given = given;
    this.output = output;
    this.directory = directory;
  }

  void check() throws Exception {
    if (code.contains("static void main(")) {
      checkProgram();
    } else if (code.contains("import org.junit.")
        || code.contains("import dev.weft.runtime.test.")) {
      checkTests();
    } else {
      checkFragment();
    }
  }

  private void checkProgram() throws Exception {
    String name = className();
    String onAny =
        "AsyncRuntime.builder().backend(AsyncRuntime.Backend.valueOf(System.getProperty(\"backend\"))).build()";
    compile(
        name,
        code.replace("AsyncRuntime.virtualThreads()", onAny)
            .replace("AsyncRuntime.eventLoop()", onAny));
    List<Backend> backends = new ArrayList<>(List.of(Backend.EVENT_LOOP_BATON));
    if (code.contains("AsyncRuntime.virtualThreads()")
        || code.contains("AsyncRuntime.eventLoop()")) {
      backends.addFirst(Backend.EVENT_LOOP_MOUNTED);
    }
    if (code.contains("AsyncRuntime.virtualThreads()")) {
      backends.addFirst(Backend.VIRTUAL_THREADS);
    }
    for (Backend backend : backends) {
      checkOutput(backend, run(name, backend));
    }
  }

  private String run(String name, Backend backend) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-Dbackend=" + backend,
                // Reactor looks for a logger, which the tests' class path has without a provider.
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                directory
                    + System.getProperty("path.separator")
                    + System.getProperty("java.class.path"),
                name)
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("on %s: %s", backend, out).isZero();
    return out;
  }

  private void checkOutput(Backend backend, String out) {
    assertThat(out).as("on %s", backend).isNotBlank();
    output.ifPresent(
        expected -> assertThat(out).as("on %s", backend).matches(DocTest.anyText(expected)));
  }

  private void checkTests() throws Exception {
    String name = className();
    compile(name, code);
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    try (URLClassLoader loader = loader()) {
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectClass(loader.loadClass(name)))
                  .build(),
              summary);
    }
    StringWriter failures = new StringWriter();
    summary.getSummary().printFailuresTo(new PrintWriter(failures));
    assertThat(summary.getSummary().getTotalFailureCount()).as(failures.toString()).isZero();
    assertThat(summary.getSummary().getTestsSucceededCount()).isPositive();
  }

  private void checkFragment() throws Exception {
    boolean isDeclaration = DECLARATION.matcher(code.strip()).lookingAt();
    String imports = lines(code, true);
    String body = lines(code, false);
    compile(
        "Block",
        USUAL_IMPORTS
            + imports
            + "public class Block {\n"
            + given
            + (isDeclaration
                ? body
                : "public static void block() throws Throwable {\n" + body + "}\n")
            + "}\n");
    if (isDeclaration) {
      return;
    }
    for (Backend backend :
        List.of(Backend.VIRTUAL_THREADS, Backend.EVENT_LOOP_MOUNTED, Backend.EVENT_LOOP_BATON)) {
      Assertions.assertTimeoutPreemptively(BOUND, () -> runFragment(backend), backend::toString);
    }
  }

  private static String lines(String code, boolean imports) {
    return code.lines()
        .filter(line -> line.startsWith("import ") == imports)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private void runFragment(Backend backend) throws Exception {
    List<Throwable> unseen = new ArrayList<>();
    try (URLClassLoader loader = loader()) {
      Method block = loader.loadClass("Block").getMethod("block");
      try (AsyncRuntime runtime =
          AsyncRuntime.builder()
              .backend(backend)
              .clock(VirtualClock.automatic())
              .failureHandler((what, failure) -> unseen.add(new AssertionError(what, failure)))
              .build()) {
        runtime.blockOn(() -> {
          block.invoke(null);
        });
      } catch (AsyncException e) {
        if (e.getCause() instanceof InvocationTargetException thrown) {
          throw new AssertionError("on " + backend, thrown.getCause());
        }
        throw e;
      }
    }
    assertThat(unseen).as("failures that nobody looked at, on %s", backend).isEmpty();
  }

  private String className() {
    Matcher name = CLASS_NAME.matcher(code);
    assertThat(name.find()).as("the block has a class").isTrue();
    return name.group(1);
  }

  private URLClassLoader loader() throws IOException {
    return new URLClassLoader(new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
  }

  private void compile(String name, String source) throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".java"), source);
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages, true);
    int result =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                out,
                out,
                "-proc:none",
                "-Xlint:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                directory.toString(),
                file.toString());
    assertThat(result).as(messages.toString()).isZero();
  }
}
