package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code weft.Tensor} gives in the guest what {@code record_tensors.py} saw on a CPython. */
class RecordedTensorTest {

  @Test
  void theGuestGivesWhatWasRecorded() throws IOException {
    List<String> recorded = Files.readAllLines(Path.of("src/test/resources/tensors.txt"));
    assertThat(recorded).hasSizeGreaterThan(200);
    List<Object> seen =
        outputs(
            """
            import array, struct
            from weft import Tensor
            NAMES = {"Tensor": Tensor, "array": array, "struct": struct, "inf": float("inf"), "nan": float("nan")}
            class N(weft.Node):
                def process(self, line):
                    expression = line.split("\t")[0]
                    try:
                        value = repr(eval(expression, dict(NAMES)))
                    except Exception as error:
                        value = f"{type(error).__name__}: {error}"
                    return expression + "\t" + value
            """,
            recorded.toArray());
    assertThat(seen).containsExactlyElementsOf(List.copyOf(recorded));
  }
}
