package dev.weft.executor.translated;

import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType;
import dev.weft.executor.NodeType.Report;
import dev.weft.executor.python.PythonEngine;
import dev.weft.executor.python.PythonOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs each Python node by one of two engines: as translated Java, or by the CPython in the
 * sandbox. Their answers are the same; the first is fast, the second safe.
 *
 * {@snippet :
 * NodeRegistry registry =
 *     NodeRegistry.load()
 *         .withEngine("python", () -> PythonEngines.of(PythonOptions.DEFAULT, PythonMode.AUTO));
 * }
 *
 * <p>Pitfall: translated code is trusted code, which nothing keeps from the host. With {@link
 * PythonMode#AUTO} and {@link PythonMode#TRANSLATED} a description alone decides what code runs so.
 * Where descriptions come from strangers, use {@link PythonEngine}, which is what a registry has by
 * itself.
 *
 * <p>Thread-safe.
 */
public final class PythonEngines implements NodeEngine {
  private final PythonMode mode;
  private final NodeEngine embedded;
  private final NodeEngine translated;

  private PythonEngines(PythonOptions options, PythonMode mode) {
    this.mode = mode;
    this.embedded = PythonEngine.of(options);
    this.translated = TranslatedEngine.of(options);
  }

  /** Both engines, with the same options. */
  public static NodeEngine of(PythonOptions options, PythonMode mode) {
    return new PythonEngines(options, mode);
  }

  @Override
  public String name() {
    return "python";
  }

  @Override
  public Optional<NodeType> type(NodeSpec node, NodeCode code, Report report) {
    String hint = node.runtimeHint().orElse("auto");
    if (!List.of("auto", "translated", "embedded").contains(hint)) {
      report.problem(
          "",
          "no engine of Python has the name in runtime_hint",
          hint,
          "write translated, embedded or auto");
      return Optional.empty();
    }
    return switch (mode) {
      case EMBEDDED -> embedded(node, code, report, "the run asks for it");
      case TRANSLATED -> translated(node, code, report, "the run asks for it");
      case AUTO ->
          switch (hint) {
            case "translated" -> translated(node, code, report, "its runtime_hint asks for it");
            case "embedded" -> embedded(node, code, report, "its runtime_hint asks for it");
            default -> best(node, code, report);
          };
    };
  }

  private Optional<NodeType> embedded(NodeSpec node, NodeCode code, Report report, String reason) {
    return embedded
        .type(node, code, report)
        .map(type -> new Chosen(type, "embedded", reason, false));
  }

  private Optional<NodeType> translated(
      NodeSpec node, NodeCode code, Report report, String reason) {
    return translated
        .type(node, code, report)
        .map(type -> new Chosen(type, "translated", reason, false));
  }

  /** What is wrong with the code for the one is told only if it is wrong for the other, too. */
  private Optional<NodeType> best(NodeSpec node, NodeCode code, Report report) {
    List<String> why = new ArrayList<>();
    Optional<NodeType> fast =
        translated.type(
            node, code, (param, message, met, hint) -> why.add(message + " (" + met + ")"));
    if (fast.isPresent()) {
      return fast.map(
          type -> new Chosen(type, "translated", "all of its code can be translated", false));
    }
    return embedded
        .type(node, code, report)
        .map(type -> new Chosen(type, "embedded", String.join("; ", why), true));
  }
}
