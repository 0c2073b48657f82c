package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.SSTNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the errors that CPython's compiler finds behind its parser; the first is CPython's. */
final class StageErrors {
  private record Found(Position at, String message) {}

  private final String file;
  private final Set<Found> all = new LinkedHashSet<>();

  StageErrors(String file) {
    this.file = file;
  }

  void add(SSTNode node, String message) {
    add(TreeConverter.at(node), message);
  }

  void add(Position at, String message) {
    all.add(new Found(at, message));
  }

  /** Throws the first, which knows the others. */
  void raise() {
    if (all.isEmpty()) {
      return;
    }
    List<SyntaxException> errors = new ArrayList<>();
    for (Found found : all) {
      errors.add(SyntaxException.ofCompiler(file, found.at(), found.message()));
    }
    SyntaxException first = errors.getFirst();
    errors.subList(1, errors.size()).forEach(first::add);
    throw first;
  }
}
