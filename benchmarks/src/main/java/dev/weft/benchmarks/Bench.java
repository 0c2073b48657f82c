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
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Where results.json, results.md and the charts go; default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("benchmarks", "target", "bench");

  @Option(
      names = "--publish",
      paramLabel = "PAGE",
      description = "Puts the table into this Markdown page too, between its marks.")
  private List<Path> pages = new ArrayList<>();

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
    Pattern wanted = Pattern.compile(only);
    Map<String, String> facts = Machine.describe(effort.name().toLowerCase(Locale.ROOT));
    List<Measurement> all = new ArrayList<>(JmhRun.measure(effort, only));
    all.addAll(others(wanted, all));
    facts.put("load at the end", Machine.load());
    List<Measurement> sorted = inOrderOfCases(all);
    write(facts, sorted);
    System.err.println("weft bench: " + sorted.size() + " measurements are in " + out);
    return 0;
  }

  private List<Measurement> others(Pattern wanted, List<Measurement> all) throws Exception {
    List<Measurement> more = new ArrayList<>();
    if (wanted.matcher("Memory").find()) {
      more.addAll(MemoryMeter.measure());
    }
    if (wanted.matcher("Latency").find()) {
      more.addAll(LatencyMeter.measure(full ? 200_000 : 20_000));
    }
    if (wanted.matcher("ColdStart").find()) {
      more.addAll(ColdStart.measure(full ? 20 : 5));
    }
    if (wanted.matcher(NodeMeter.GROUP).find()) {
      more.addAll(NodeMeter.measure(Duration.ofMillis(full ? 5000 : 500)));
    }
    if (wanted.matcher("Translated").find()) {
      more.addAll(TranslatedPrograms.measure(full ? 10 : 1));
    }
    if (wanted.matcher("Translator").find()) {
      more.addAll(TranslationMeter.measure(full ? 60 : 6));
    }
    for (Measurement asyncio : AsyncioPeer.measure(full ? 10 : 3)) {
      if (all.stream().anyMatch(it -> isSameCase(it, asyncio))) {
        more.add(asyncio);
      }
    }
    return more;
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
