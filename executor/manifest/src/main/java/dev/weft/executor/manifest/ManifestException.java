package dev.weft.executor.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** A manifest that cannot be used, with all that is wrong with it. */
public final class ManifestException extends JsonException {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // an immutable list of records
  private final List<ManifestProblem> problems;

  /** An exception that lists problems, of which there is at least one. */
  public ManifestException(List<ManifestProblem> problems) {
    super(problems.stream().map(ManifestProblem::toString).collect(Collectors.joining("\n")), null);
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order in which it stands in the document. */
  public List<ManifestProblem> problems() {
    return problems;
  }
}
