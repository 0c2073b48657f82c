package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code weft bench}: runs all benchmarks and writes what they measured. */
@Command(
    name = "weft bench",
    mixinStandardHelpOptions = true,
    description = "Runs the benchmarks beside their peers; writes raw JSON, a table and charts.")
final class Bench implements Callable<Integer> {
  private static final String BEGIN = "<!-- measured -->\n";
  private static final String END = "<!-- end of measured -->\n";
  private static final String BEGIN_NODES = "<!-- measured nodes -->\n";
  private static final String END_NODES = "<!-- end of measured nodes -->\n";

  @Option(names = "--quick", description = "Some minutes for everything (the default).")
  private boolean quick;

  @Option(names = "--full", description = "Longer and in two processes: most of an hour.")
  private boolean full;

  @Option(
      names = "--only",
      paramLabel = "REGEX",
      description = "Only the cases that match, such as 'Channel.*'.")
  private String only = ".*";

  @Option(
      names = "--one-process",
      description = "All Python nodes in one JVM, instead of a JVM for each.")
  private boolean oneProcess;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Where results.json, results.md and the charts go; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("benchmarks", "target", "bench");

  @Option(
      names = "--publish",
      paramLabel = "PAGE",
      description = "Puts the table into this Markdown page too, between its marks.")
  private List<Path> pages = new ArrayList<>();

  private final List<String> failures = new ArrayList<>();

  private Bench() {}

  /** Runs the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (quick && full) {
      System.err.println("weft bench: --quick and --full exclude each other: give one of them");
      return CommandLine.ExitCode.USAGE;
    }
    JmhRun.Effort effort = full ? JmhRun.Effort.FULL : JmhRun.Effort.QUICK;
    Map<String, String> facts = Machine.describe(effort.name().toLowerCase(Locale.ROOT));
    long begin = System.nanoTime();
    List<Measurement> all = measure(effort);
    facts.put("load at the end", Machine.load());
    facts.put("took", seconds(begin));
    List<Measurement> sorted = inOrderOfCases(all);
    if (sorted.isEmpty() && failures.isEmpty()) {
      System.err.println("weft bench: no case matches '" + only + "'; see docs/performance.md");
      return CommandLine.ExitCode.USAGE;
    }
    write(facts, sorted);
    System.err.println(
        "weft bench: %d measurements are in %s; it took %s"
            .formatted(sorted.size(), out, seconds(begin)));
    failures.forEach(failure -> System.err.println("weft bench: failed: " + failure));
    return failures.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private List<Measurement> measure(JmhRun.Effort effort) {
    List<Measurement> all = new ArrayList<>();
    section("JMH", () -> all.addAll(JmhRun.measure(effort, only, failures)));
    boolean hasPeers = !all.isEmpty();
    other("Memory", () -> all.addAll(MemoryMeter.measure()));
    other("Latency", () -> all.addAll(LatencyMeter.measure(full ? 200_000 : 20_000)));
    other("ColdStart", () -> all.addAll(ColdStart.measure(full ? 20 : 5)));
    Duration each = Duration.ofMillis(full ? 5000 : 300);
    section(
        NodeMeter.GROUP,
        () -> all.addAll(NodeMeter.measure(loads(), each, only, oneProcess, failures)));
    other("Translated", () -> all.addAll(TranslatedPrograms.measure(full ? 10 : 1, failures)));
    other("Translator", () -> all.addAll(TranslationMeter.measure(full ? 60 : 4)));
    if (hasPeers) {
      section("asyncio", () -> all.addAll(asyncioBeside(all)));
    }
    return all;
  }

  /** A quick run leaves two out, unless some are asked for by name. */
  private List<NodeLoad> loads() {
    return full || !only.equals(".*") ? NodeLoad.all() : NodeLoad.ten();
  }

  /** A part of the run. */
  @FunctionalInterface
  private interface Section {
    void measure() throws Exception;
  }

  private void other(String group, Section section) {
    if (Pattern.compile(only).matcher(group).find()) {
      section(group, section);
    }
  }

  /** What fails is named at the end; the others are measured all the same. */
  private void section(String group, Section section) {
    long begin = System.nanoTime();
    try {
      section.measure();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add(group + ": it was interrupted");
    } catch (Exception e) {
      failures.add(group + ": " + e);
    }
    System.err.println("weft bench: %s took %s".formatted(group, seconds(begin)));
  }

  private static String seconds(long begin) {
    return Math.round((System.nanoTime() - begin) / 1e9) + " s";
  }

  private List<Measurement> asyncioBeside(List<Measurement> all)
      throws IOException, InterruptedException {
    return AsyncioPeer.measure(full ? 10 : 3).stream()
        .filter(asyncio -> all.stream().anyMatch(it -> isSameCase(it, asyncio)))
        .toList();
  }

  private static boolean isSameCase(Measurement one, Measurement other) {
    return one.group().equals(other.group()) && one.name().equals(other.name());
  }

  private static List<Measurement> inOrderOfCases(List<Measurement> all) {
    return Report.byCase(all).values().stream().flatMap(List::stream).toList();
  }

  private void write(Map<String, String> facts, List<Measurement> all) throws IOException {
    Files.createDirectories(out);
    JsonMapper.builder()
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValue(out.resolve("results.json"), Map.of("facts", facts, "measurements", all));
    String table = Report.markdown(facts, all);
    Files.writeString(out.resolve("results.md"), table);
    for (Map.Entry<String, List<Measurement>> bars : Report.byCase(all).entrySet()) {
      Files.writeString(
          out.resolve(bars.getKey() + ".svg"), BarChart.svg(bars.getKey(), bars.getValue()));
    }
    Optional<String> nodes = NodeTable.markdown(all);
    if (nodes.isPresent()) {
      Files.writeString(out.resolve("python-nodes.md"), nodes.get());
    }
    for (Path page : pages) {
      publish(page, BEGIN, END, table);
      if (nodes.isPresent()) {
        publish(page, BEGIN_NODES, END_NODES, nodes.get());
      }
    }
  }

  private static void publish(Path page, String begin, String end, String table)
      throws IOException {
    String text = Files.readString(page);
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IOException(
          "%s has no place for the table: put the lines '%s' and '%s' into it"
              .formatted(page, begin.strip(), end.strip()));
    }
    Files.writeString(
        page, text.substring(0, from) + begin + "\n" + table + "\n" + text.substring(to));
  }
}
