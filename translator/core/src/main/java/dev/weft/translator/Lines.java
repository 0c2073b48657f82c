package dev.weft.translator;

import java.util.ArrayList;
import java.util.List;

/** Java statements as lines; layout is left to the formatter. */
final class Lines {
  private final List<String> lines = new ArrayList<>();

  void add(String line) {
    lines.add(line);
  }

  void addAll(Lines other) {
    lines.addAll(other.lines);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  int size() {
    return lines.size();
  }

  List<String> all() {
    return lines;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (String line : lines) {
      if (line.startsWith("}")) {
        depth--;
      }
      out.append("  ".repeat(Math.max(0, depth))).append(line).append('\n');
      if (line.endsWith("{")) {
        depth++;
      }
    }
    return out.toString();
  }
}
