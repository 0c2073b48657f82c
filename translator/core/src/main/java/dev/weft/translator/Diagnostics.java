package dev.weft.translator;

import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what cannot be translated. */
final class Diagnostics {
  /** A file, and how many lines stand before it in the joined source. */
  private record Part(String file, int before, List<String> lines) {}

  private final List<Part> parts = new ArrayList<>();
  private final Set<Diagnostic> all = new LinkedHashSet<>();

  Diagnostics(List<PythonSource> sources) {
    int before = 0;
    for (PythonSource source : sources) {
      List<String> lines = source.text().lines().toList();
      parts.add(new Part(source.file(), before, lines));
      before += lines.size();
    }
  }

  void refuse(Node node, String reason, String wayOut) {
    refuse(node.at(), reason, wayOut);
  }

  void refuse(Position at, String reason, String wayOut) {
    Part part = parts.get(0);
    for (Part next : parts) {
      if (next.before < at.line()) {
        part = next;
      }
    }
    int number = at.line() - part.before;
    String line = number <= part.lines.size() ? part.lines.get(number - 1) : "";
    Position inFile = new Position(number, at.column(), at.endLine() - part.before, at.endColumn());
    all.add(new Diagnostic(part.file, inFile, reason, wayOut, line));
  }

  int size() {
    return all.size();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those of a file, in the order of its lines. */
  List<Diagnostic> of(String file) {
    return all.stream()
        .filter(d -> d.file().equals(file))
        .sorted(Comparator.comparing(Diagnostic::at))
        .toList();
  }
}
