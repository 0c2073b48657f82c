package dev.weft.executor.translated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.executor.Input;
import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.PipelineSpec;
import dev.weft.executor.python.PythonOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonEnginesTest {
  private static final String PLAIN =
      """
      import weft
      class Next(weft.Node):
          def process(self, item):
              return item + %d
      """;

  /** A module that only the CPython knows. */
  private static final String SPECIAL =
      """
      import colorsys
      import weft
      class Named(weft.Node):
          def process(self, item):
              return colorsys.rgb_to_hsv(*item)
      """;

  @Test
  void autoTranslatesWhatCanBeTranslated() {
    assertThat(choice(PythonMode.AUTO, spec(PLAIN.formatted(1), "Next")))
        .isEqualTo(new NodeEngine.Choice("translated", "all of its code can be translated", false));
    NodeEngine.Choice special = choice(PythonMode.AUTO, spec(SPECIAL, "Named"));
    assertThat(special.name()).isEqualTo("embedded");
    assertThat(special.isFallback()).isTrue();
    assertThat(special.reason())
        .isEqualTo(
            "the code cannot be translated: module 'colorsys' is not known to the translator (source of 'n':1)");
  }

  @Test
  void theHintOfANodeWinsOverAuto() {
    NodeSpec node = spec(PLAIN.formatted(1), "Next");
    assertThat(choice(PythonMode.AUTO, node.withRuntimeHint("embedded")).name())
        .isEqualTo("embedded");
    assertThat(choice(PythonMode.AUTO, node.withRuntimeHint("translated")).name())
        .isEqualTo("translated");
    assertThat(choice(PythonMode.AUTO, node.withRuntimeHint("auto")).name())
        .isEqualTo("translated");
    assertThatThrownBy(
            () -> pipeline(PythonMode.AUTO, spec(SPECIAL, "Named").withRuntimeHint("translated")))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("the code cannot be translated")
        .hasMessageContaining("replace it by something that is supported");
  }

  @Test
  void theRunsModeWinsOverTheHint() {
    NodeSpec node = spec(PLAIN.formatted(1), "Next");
    assertThat(choice(PythonMode.EMBEDDED, node.withRuntimeHint("translated")).name())
        .isEqualTo("embedded");
    assertThat(choice(PythonMode.TRANSLATED, node.withRuntimeHint("embedded")).name())
        .isEqualTo("translated");
    assertThatThrownBy(() -> pipeline(PythonMode.TRANSLATED, spec(SPECIAL, "Named")))
        .hasMessageContaining("the code cannot be translated");
  }

  @Test
  void anUnknownHintIsAProblem() {
    assertThatThrownBy(() ->
            pipeline(PythonMode.AUTO, spec(PLAIN.formatted(1), "Next").withRuntimeHint("graalpy")))
        .hasMessageContaining("got \"graalpy\"; write translated, embedded or auto");
  }

  @Test
  void aMistakeInTheCodeIsToldOnce() {
    assertThatThrownBy(() -> pipeline(PythonMode.AUTO, spec("import weft\nclass (", "Next")))
        .hasMessageContaining("1 problem")
        .hasMessageContaining("SyntaxError");
  }

  @Test
  void twoVersionsOfTheSameNodeLiveSideBySide() {
    NodeEngine engine = PythonEngines.of(PythonOptions.DEFAULT, PythonMode.TRANSLATED);
    NodeRegistry registry = NodeRegistry.of().withEngine("python", () -> engine);
    Pipeline both =
        Pipeline.of(
            PipelineSpec.builder("both")
                .node(spec("one", PLAIN.formatted(1), "Next"))
                .node(spec("ten", PLAIN.formatted(10), "Next"))
                .connect("one", "ten")
                .build(),
            registry);
    assertThat(both.run(Input.of(List.of(1L, 2L))).outputs()).isEqualTo(List.of(12L, 13L));
  }

  @Test
  void aChangedFileIsPickedUp(@TempDir Path directory) throws IOException {
    NodeEngine engine =
        PythonEngines.of(PythonOptions.DEFAULT.base(directory), PythonMode.TRANSLATED);
    NodeSpec node =
        NodeSpec.of("n", "Next", Map.of())
            .withCode(new NodeCode("python", Map.of("file", "next.py")));
    Files.writeString(directory.resolve("next.py"), PLAIN.formatted(1));
    Pipeline before = BothEngines.pipeline(engine, node);
    Files.writeString(directory.resolve("next.py"), PLAIN.formatted(100));
    Pipeline after = BothEngines.pipeline(engine, node);
    assertThat(before.run(Input.of(List.of(1L))).outputs()).isEqualTo(List.of(2L));
    assertThat(after.run(Input.of(List.of(1L))).outputs()).isEqualTo(List.of(101L));
  }

  private static NodeSpec spec(String source, String type) {
    return spec("n", source, type);
  }

  private static NodeSpec spec(String id, String source, String type) {
    return NodeSpec.of(id, type, Map.of())
        .withCode(new NodeCode("python", Map.of("source", source)));
  }

  private static Pipeline pipeline(PythonMode mode, NodeSpec node) {
    return BothEngines.pipeline(PythonEngines.of(BothEngines.OPTIONS, mode), node);
  }

  private static NodeEngine.Choice choice(PythonMode mode, NodeSpec node) {
    return NodeRegistry.of()
        .withEngine("python", () -> PythonEngines.of(BothEngines.OPTIONS, mode))
        .find(node)
        .flatMap(NodeType::engine)
        .orElseThrow();
  }
}
