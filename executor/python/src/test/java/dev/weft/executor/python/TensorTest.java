package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.RunResult;
import dev.weft.executor.Tensor;
import dev.weft.executor.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tensors on their way to Python and back. */
class TensorTest {
  private static final long SEED = Long.getLong("weft.seed", System.nanoTime());

  /** Tensors of each type, with any bits. */
  private static List<Tensor> tensors() {
    Random random = new Random(SEED);
    List<Tensor> tensors = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      for (TensorType type : TensorType.values()) {
        List<Integer> shape = random.ints(random.nextInt(4), 0, 4).boxed().toList();
        int count = shape.stream().mapToInt(it -> it).reduce(1, (a, b) -> a * b);
        byte[] bytes = new byte[count * type.bytes()];
        random.nextBytes(bytes);
        Tensor tensor =
            Tensor.wrap(
                type,
                shape,
                random.nextBoolean() ? Tensor.Order.C : Tensor.Order.F,
                ByteBuffer.wrap(bytes)
                    .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
        tensors.add(random.nextBoolean() ? tensor : tensor.transpose());
      }
    }
    return tensors;
  }

  @Test
  void tensorsOfEachTypeComeBackBitByBit() {
    List<Tensor> sent = tensors();
    List<Object> back =
        outputs(
            """
            class N(weft.Node):
                def process(self, item):
                    assert isinstance(item["a"][0], weft.Tensor), type(item["a"][0])
                    return {"a": [item["a"][0]]}
            """,
            sent.stream().map(it -> Map.of("a", List.of(it))).toArray());
    for (int i = 0; i < sent.size(); i++) {
      Tensor one =
          (Tensor)
              ((List<?>) Objects.requireNonNull(((Map<?, ?>) back.get(i)).get("a"))).getFirst();
      assertThat(one).as("-Dweft.seed=" + SEED).isEqualTo(sent.get(i));
      assertThat(one.bytes()).isEqualTo(sent.get(i).bytes());
      assertThat(one.byteOrder()).isEqualTo(sent.get(i).byteOrder());
    }
  }

  @Test
  void bothSidesSeeTheSameElementsAndWriteTheSameJson() {
    List<Tensor> sent = tensors();
    List<Object> seen =
        outputs(
            """
            class N(weft.Node):
                def process(self, item):
                    assert weft.Tensor.from_json(item.to_json()) == item
                    assert weft.Tensor.from_array(item) == item
                    assert item.__array_interface__["shape"] == item.shape
                    parts = item.reshape(-1).tolist() if item.size else []
                    return [item.to_json(), item.T, [str(p) for p in parts]]
            """,
            sent.toArray());
    for (int i = 0; i < sent.size(); i++) {
      Tensor tensor = sent.get(i);
      List<?> answer = (List<?>) seen.get(i);
      assertThat(answer.getFirst()).as("-Dweft.seed=" + SEED).isEqualTo(tensor.fields());
      assertThat(answer.get(1)).isEqualTo(tensor.transpose());
      List<?> parts = (List<?>) answer.get(2);
      assertThat(parts).hasSize(tensor.size());
      for (int k = 0; k < parts.size(); k++) {
        if (tensor.type().label().startsWith("int")) {
          assertThat(parts.get(k)).isEqualTo(Long.toString(tensor.wholes()[k]));
        }
      }
    }
  }

  @Test
  void nodesMakeTensors() {
    assertThat(
            outputs(
                """
                class N(weft.Node):
                    def process(self, item):
                        made = weft.Tensor.from_list([[item, 2], [3, 4]], "float32")
                        made[0, 1] = float("inf")
                        return made[:, 1]
                """,
                1L))
        .singleElement()
        .isInstanceOfSatisfying(
            Tensor.class,
            made -> assertThat(made.reals()).containsExactly(Double.POSITIVE_INFINITY, 4));
  }

  @Test
  void tensorsAreKeptInTheState() {
    RunResult result =
        run(
            pipeline(
                ENGINE,
                node(
                    "n",
                    "N",
                    Map.of(),
                    """
                    class N(weft.Node):
                        def process(self, item):
                            before = self.state.get("last")
                            self.state["last"] = item
                            return item if before is None else before.T
                    """)),
            Tensor.of(1L, 2L).reshape(1, 2),
            Tensor.of(3L, 4L).reshape(1, 2));
    assertThat(result.errors()).isEmpty();
    assertThat(result.outputs())
        .isEqualTo(List.of(Tensor.of(1L, 2L).reshape(1, 2), Tensor.of(1L, 2L).reshape(2, 1)));
  }
}
