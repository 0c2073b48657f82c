package dev.weft.executor.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.executor.JsonNull;
import dev.weft.executor.PipelineException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values cross the border as they are. */
class FrameTest {

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 8 : 10)) {
      case 0 -> JsonNull.NULL;
      case 1 -> random.nextBoolean();
      case 2 -> (long) random.nextInt();
      case 3 -> random.nextLong();
      case 4 -> {
        BigInteger big = new BigInteger(random.nextInt(64, 400), random).setBit(63);
        yield random.nextBoolean() ? big : big.negate().subtract(BigInteger.ONE);
      }
      case 5 ->
          switch (random.nextInt(5)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> -0.0;
            case 3 -> Double.MIN_VALUE;
            default -> random.nextGaussian() * Math.pow(10, random.nextInt(-300, 300));
          };
      case 6 -> text(random);
      case 7 -> "plain " + "x".repeat(random.nextInt(600));
      case 8 -> {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
          items.add(value(random, depth + 1));
        }
        yield items;
      }
      default -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
          fields.put(text(random), value(random, depth + 1));
        }
        yield fields;
      }
    };
  }

  /** Any letters, halves of surrogate pairs among them. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x80));
        case 1 -> text.append((char) random.nextInt(0x10000));
        case 2 -> text.appendCodePoint(random.nextInt(0x10000, 0x110000));
        default -> text.append((char) random.nextInt(0xD800, 0xE000));
      }
    }
    return text.toString();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    for (int seed = 0; seed < 3_000; seed++) {
      Object value = value(new Random(seed), 0);
      assertThat(FrameReader.read(FrameWriter.of(value))).as("seed %d", seed).isEqualTo(value);
    }
  }

  @Test
  void valuesPassThroughPythonUnchanged() {
    Random random = new Random(7);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Object value = value(random, 0);
      if (value != JsonNull.NULL) {
        values.add(value);
      }
    }
    List<Object> back =
        Bench.outputs(
            "class N(weft.Node):\n    def process(self, item):\n        return item",
            values.toArray());
    assertThat(back).isEqualTo(values);
    byte[] bytes = {0, -1, 127, -128};
    assertThat(
            Bench.outputs(
                "class N(weft.Node):\n    def process(self, item):\n        return item", bytes))
        .singleElement()
        .isEqualTo(bytes);
  }

  @Test
  void anyBytesAreReadOrRefusedInBoundedTime() {
    byte[] sound = FrameWriter.of(List.of(1L, "text", Map.of("k", 2.5), Long.MAX_VALUE));
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = Arrays.copyOf(sound, random.nextInt(sound.length + 4));
      for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        FrameReader.read(bytes);
      } catch (PipelineException e) {
        assertThat(e).hasMessageStartingWith("Python sent a frame that cannot be read");
      }
    }
    assertThatThrownBy(() -> FrameReader.read(new byte[] {'c', 0, 0, 0, 0}))
        .hasMessageContaining("a value of the kind 'c'");
  }
}
