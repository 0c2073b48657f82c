package dev.weft.translator;

import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Position;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what cannot be translated. */
final class Diagnostics {
  private final String file;
  private final List<String> lines;
  private final Set<Diagnostic> all = new LinkedHashSet<>();

  Diagnostics(String file, String source) {
    this.file = file;
    this.lines = source.lines().toList();
  }

  void refuse(Node node, String reason, String wayOut) {
    refuse(node.at(), reason, wayOut);
  }

  void refuse(Position at, String reason, String wayOut) {
    String line = at.line() <= lines.size() ? lines.get(at.line() - 1) : "";
    all.add(new Diagnostic(file, at, reason, wayOut, line));
  }

  int size() {
    return all.size();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Diagnostic> inOrder() {
    return all.stream().sorted(Comparator.comparing(Diagnostic::at)).toList();
  }
}
