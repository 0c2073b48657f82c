package dev.weft.translator.cli;

import dev.weft.translator.Diagnostic;
import dev.weft.translator.cli.Sources.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts over many sources what would not translate, by construct. */
final class CheckReport {
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
  private static final int NAMES_SHOWN = 5;

  private final Map<String, Construct> constructs = new TreeMap<>();
  private int translated;
  private int refused;
  private int unparsed;
  private int concrete;
  private int dynamic;

  private static final class Construct {
    int count;
    int files;
    final Map<String, Integer> names = new LinkedHashMap<>();
  }

  void add(Outcome outcome) {
    switch (outcome) {
      case Outcome.Translated t -> {
        translated++;
        concrete += t.translation().concrete();
        dynamic += t.translation().dynamic();
      }
      case Outcome.Refused r -> {
        refused++;
        r.diagnostics().forEach(this::count);
        r.diagnostics().stream()
            .map(d -> construct(d.reason()))
            .distinct()
            .map(name -> Objects.requireNonNull(constructs.get(name)))
            .forEach(construct -> construct.files++);
      }
      case Outcome.NotPython n -> unparsed++;
      case Outcome.Unreadable u -> unparsed++;
    }
  }

  private void count(Diagnostic diagnostic) {
    Construct construct =
        constructs.computeIfAbsent(construct(diagnostic.reason()), c -> new Construct());
    construct.count++;
    Matcher name = QUOTED.matcher(diagnostic.reason());
    if (name.find()) {
      construct.names.merge(name.group(1), 1, Integer::sum);
    }
  }

  /** The reason without the names in it, so that equal constructs count together. */
  private static String construct(String reason) {
    return QUOTED.matcher(reason).replaceAll("'…'");
  }

  /** The summary: totals first, then each construct, the most frequent first. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int all = translated + refused + unparsed;
    lines.add(
        "%d files: %d translate, %d are refused, %d are no Python 3.12 or cannot be read"
            .formatted(all, translated, refused, unparsed));
    if (concrete + dynamic > 0) {
      lines.add(
          "%.1f%% of the expressions in those that translate are concrete Java"
              .formatted(100.0 * concrete / (concrete + dynamic)));
    }
    constructs.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> -e.getValue().count))
        .forEach(e -> lines.add(line(e.getKey(), e.getValue())));
    return lines;
  }

  private static String line(String name, Construct construct) {
    String names =
        construct.names.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(NAMES_SHOWN)
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    boolean more = construct.names.size() > NAMES_SHOWN;
    return "%6d in %d files: %s%s"
        .formatted(
            construct.count,
            construct.files,
            name,
            names.isEmpty() ? "" : " (" + names + (more ? ", …" : "") + ")");
  }
}
