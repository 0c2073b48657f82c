package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weft.executor.Input;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineException;
import dev.weft.executor.PipelineSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The node as it runs in a pipeline. */
class @Name@Test {
  private static List<Object> run(Map<String, ?> params, Object... items) {
    PipelineSpec spec = PipelineSpec.builder("test").node("node", "@Name@", params).build();
    return Pipeline.of(spec, NodeRegistry.load()).run(Input.of(List.of(items))).outputs();
  }

  @Test
  void textsPassWithWhatStandsBeforeThem() {
    assertEquals(List.of("> one", "> two"), run(Map.of("prefix", "> "), "one", "two"));
  }

  @Test
  void withoutAPrefixTheyPassAsTheyAre() {
    assertEquals(List.of("one"), run(Map.of(), "one"));
  }

  @Test
  void whatIsNoTextFailsWithItsIndex() {
    PipelineException.Failed failed =
        assertThrows(PipelineException.Failed.class, () -> run(Map.of(), "one", 2L));
    assertEquals("node 'node' failed at item 1: a text is wanted, not 2", failed.getMessage());
  }
}
