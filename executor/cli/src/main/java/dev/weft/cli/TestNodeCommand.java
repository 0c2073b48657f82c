package dev.weft.cli;

import dev.weft.executor.python.PythonOptions;
import dev.weft.executor.test.CaseException;
import dev.weft.executor.test.CaseResult;
import dev.weft.executor.test.CaseResult.Status;
import dev.weft.executor.test.CaseTable;
import dev.weft.executor.test.NodeTester;
import dev.weft.executor.translated.TranslatedEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weft test-node}. */
@Command(
    name = "test-node",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a node written in Python with a table of cases, on each engine, and compares what comes"
          + " out, item by item and error by error.",
      "Sleeps cost no time. The format of the table is described in docs/testing-nodes.md."
    })
final class TestNodeCommand implements Callable<Integer> {
  private static final String PYTHON = ".py";
  private static final String CASES = ".cases.json";

  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "NODE",
      description = "The Python file of the node, or a directory of such files with tables.")
  private Path node = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CASES",
      description = "The table of cases; by default NODE.cases.json beside NODE.py.")
  private @Nullable Path cases;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "embedded: the CPython of Weft; translated: as Java, without a sandbox; python: an installed CPython of 3.12 or newer, if there"
              + " is one (WEFT_PYTHON names it), without a sandbox; all. Default: ${DEFAULT-VALUE}.")
  private Engine engine = Engine.all;

  @Option(
      names = "--record",
      description =
          "Write what comes out into the table as what is to come out; from an installed CPython,"
              + " if --engine allows and there is one, else from the embedded one.")
  private boolean record;

  @Option(
      names = "--limit",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "The most that one run may take by the clock on the wall. Default: 30s.")
  private Duration limit = NodeTester.LIMIT;

  @Option(names = "--json", description = "Write the report as JSON, for programs.")
  private boolean json;

  TestNodeCommand(Streams streams) {
    this.streams = streams;
  }

  /** What the nodes are run by. */
  @SuppressWarnings("checkstyle:ConstantName") // these are the words of the command line
  enum Engine {
    embedded,
    translated,
    python,
    all
  }

  @Override
  public Integer call() throws IOException {
    StderrLoggerFinder.threshold(System.Logger.Level.ERROR);
    try {
      List<CaseTable> tables = tables();
      return record ? record(tables) : test(tables);
    } catch (CaseException e) {
      String message = String.valueOf(e.getMessage());
      throw new Failure(ExitCode.USAGE, message, Reports.failure("cases", message), e);
    }
  }

  private List<CaseTable> tables() throws IOException {
    if (!Files.isDirectory(node)) {
      return List.of(CaseTable.read(node, cases == null ? beside(node) : cases));
    }
    List<CaseTable> tables = new ArrayList<>();
    if (cases != null) {
      throw usage("a directory has a table beside each node; leave '" + cases + "' out");
    }
    try (Stream<Path> files = Files.list(node)) {
      for (Path file : files.filter(it -> it.toString().endsWith(PYTHON)).sorted().toList()) {
        if (Files.exists(beside(file))) {
          tables.add(CaseTable.read(file, beside(file)));
        }
      }
    }
    if (tables.isEmpty()) {
      throw usage("'%s' has no NODE.py with a NODE%s beside it".formatted(node, CASES));
    }
    return tables;
  }

  private static Path beside(Path file) {
    String name = String.valueOf(file.getFileName());
    String bare = name.endsWith(PYTHON) ? name.substring(0, name.length() - PYTHON.length()) : name;
    return file.resolveSibling(bare + CASES);
  }

  private NodeTester embedded() {
    return NodeTester.of(
        "embedded",
        limits ->
            PythonSetup.engine(limits, Path.of(""), List.of(), List.of(), List.of(), false, null),
        limit);
  }

  private NodeTester translated() {
    return NodeTester.of(
        "translated", limits -> TranslatedEngine.of(PythonOptions.DEFAULT.limits(limits)), limit);
  }

  private Optional<NodeTester> installed() {
    if (engine == Engine.embedded || engine == Engine.translated) {
      return Optional.empty();
    }
    Optional<NodeTester> found = NodeTester.installed(limit);
    if (found.isEmpty() && engine == Engine.python) {
      throw usage("no CPython of 3.12 or newer is installed; set WEFT_PYTHON to one");
    }
    return found;
  }

  private int record(List<CaseTable> tables) throws IOException {
    try (NodeTester here = embedded();
        NodeTester reference = installed().orElse(null)) {
      for (CaseTable table : tables) {
        Files.writeString(table.file(), here.record(table, reference));
        write(
            "recorded %d cases in %s, from %s%n"
                .formatted(
                    table.size(),
                    table.file(),
                    reference == null
                        ? here.engine()
                        : reference.engine() + ", or embedded where it cannot tell"));
      }
    }
    return ExitCode.DONE;
  }

  private int test(List<CaseTable> tables) throws IOException {
    List<NodeTester> testers = new ArrayList<>();
    Optional<NodeTester> installed = installed();
    if (engine == Engine.all || engine == Engine.embedded) {
      testers.add(embedded());
    }
    if (engine == Engine.all || engine == Engine.translated) {
      testers.add(translated());
    }
    installed.ifPresent(testers::add);
    if (engine == Engine.all && installed.isEmpty()) {
      streams.err().println("weft: no CPython of 3.12 or newer is installed; it is left out");
    }
    List<Map<String, Object>> reports = new ArrayList<>();
    int failed = 0;
    try {
      for (CaseTable table : tables) {
        for (NodeTester tester : testers) {
          List<CaseResult> results = tester.test(table);
          failed += count(results, Status.FAILED);
          if (json) {
            results.forEach(it -> reports.add(json(table.node(), it)));
          } else {
            write(text(table.node(), tester.engine(), results));
          }
        }
      }
    } finally {
      testers.forEach(NodeTester::close);
    }
    if (json) {
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("status", failed == 0 ? "success" : "error");
      report.put("cases", reports);
      write(Json.text(report) + "\n");
    }
    return failed == 0 ? ExitCode.DONE : ExitCode.RUN_FAILED;
  }

  private static int count(List<CaseResult> results, Status status) {
    return (int) results.stream().filter(it -> it.status() == status).count();
  }

  private static String text(Path node, String engine, List<CaseResult> results) {
    StringBuilder text = new StringBuilder("%s on %s%n".formatted(node, engine));
    CaseResult last = null;
    for (CaseResult result : results) {
      String word =
          switch (result.status()) {
            case PASSED -> "ok      ";
            case FAILED -> "FAILED  ";
            case LEFT_OUT -> "left out";
          };
      text.append("  %s  %s%n".formatted(word, result.name()));
      // What keeps the whole node from running is said once.
      String same =
          last != null && !result.notes().isEmpty() && result.notes().equals(last.notes())
              ? "as '" + last.name() + "'"
              : null;
      (same == null ? result.notes() : List.of(same))
          .forEach(it -> text.append("            ").append(it).append('\n'));
      last = same == null ? result : last;
    }
    return text.append(
            "  %d cases: %d passed, %d failed, %d left out%n"
                .formatted(
                    results.size(),
                    count(results, Status.PASSED),
                    count(results, Status.FAILED),
                    count(results, Status.LEFT_OUT)))
        .toString();
  }

  private static Map<String, Object> json(Path node, CaseResult result) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("node", node.toString());
    report.put("engine", result.engine());
    report.put("case", result.name());
    report.put("status", result.status().name().toLowerCase(Locale.ROOT));
    report.put("notes", result.notes());
    report.put("time_ms", Reports.millis(result.time().toNanos()));
    return report;
  }

  private void write(String text) throws IOException {
    streams.out().write(text.getBytes(StandardCharsets.UTF_8));
    streams.out().flush();
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
