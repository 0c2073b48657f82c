package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run as a Markdown table: ratios first, since times differ from machine to machine. */
final class Report {
  private Report() {}

  /** The measurements of each case, the fastest first; cases in the order of their groups. */
  static Map<String, List<Measurement>> byCase(List<Measurement> measurements) {
    Map<String, List<Measurement>> cases = new LinkedHashMap<>();
    for (Measurement measurement : measurements) {
      cases.computeIfAbsent(title(measurement), key -> new ArrayList<>()).add(measurement);
    }
    cases.values().forEach(bars -> bars.sort(Comparator.comparingDouble(Measurement::value)));
    return cases;
  }

  private static String title(Measurement measurement) {
    return measurement.group() + "." + measurement.name();
  }

  static String markdown(Map<String, String> facts, List<Measurement> measurements) {
    StringBuilder text = new StringBuilder();
    facts.forEach(
        (name, value) -> text.append("- ").append(name).append(": ").append(value).append('\n'));
    text.append("\n| case | who | × the fastest | absolute | ± |\n|---|---|---:|---:|---:|\n");
    byCase(measurements)
        .forEach((title, bars) -> {
          String shown = title;
          double fastest = bars.getFirst().value();
          for (Measurement bar : bars) {
            text.append(
                "| %s | %s | %s | %s %s | %s |%n"
                    .formatted(
                        shown,
                        bar.contender(),
                        BarChart.number(bar.value() / fastest),
                        BarChart.number(bar.value()),
                        bar.unit(),
                        bar.error() == 0 ? "" : BarChart.number(bar.error())));
            shown = "";
          }
        });
    return text.toString();
  }
}
