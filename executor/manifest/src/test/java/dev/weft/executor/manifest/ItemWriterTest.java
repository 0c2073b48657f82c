package dev.weft.executor.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.executor.JsonNull;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ItemWriterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void linesEndEachItem() {
    try (ItemWriter writer = ItemWriter.lines(out)) {
      writer.write(1L);
      writer.write(List.of());
      writer.write(Map.of("a", JsonNull.NULL));
      assertThat(writer.count()).isEqualTo(3);
    }
    assertThat(text()).isEqualTo("1\n[]\n{\"a\": null}\n");
  }

  @Test
  void arrayIsEndedByClose() {
    try (ItemWriter writer = ItemWriter.array(out)) {
      writer.write(20L);
      writer.write(24);
    }
    assertThat(text()).isEqualTo("[20, 24]");
    out.reset();
    ItemWriter.array(out).close();
    assertThat(text()).isEqualTo("[]");
  }

  @Test
  void allKindsOfValuesHaveAForm() {
    try (ItemWriter writer = ItemWriter.array(out)) {
      writer.write(Long.MIN_VALUE);
      writer.write(Long.MAX_VALUE);
      writer.write(0);
      writer.write((byte) -100);
      writer.write(1.5f);
      writer.write(new BigInteger("123456789012345678901"));
      writer.write(new BigDecimal("1.10"));
      writer.write('c');
      writer.write(CharBuffer.wrap("s"));
      writer.write(ItemReader.Format.AUTO);
      writer.write(new int[] {1, 2});
      writer.write(new long[] {3});
      writer.write(new float[] {0.1f});
      writer.write(new double[] {0.2});
      writer.write(new Object[] {true, "x"});
    }
    assertThat(text())
        .isEqualTo(
            "[-9223372036854775808, 9223372036854775807, 0, -100, 1.5, 123456789012345678901, 1.10,"
                + " \"c\", \"s\", \"AUTO\", [1, 2], [3], [0.1], [0.2], [true, \"x\"]]");
  }

  @Test
  void stringsAreEscapedAndHalfSurrogatesKept() {
    try (ItemWriter writer = ItemWriter.lines(out)) {
      writer.write("\"\\\n\r\t\b\f\u0001\u007f é€😀");
      writer.write("a\ud800b\udc00");
    }
    assertThat(text())
        .isEqualTo("\"\\\"\\\\\\n\\r\\t\\b\\f\\u0001\\u007f é€😀\"\n\"a\\ud800b\\udc00\"\n");
  }

  @Test
  void whatJsonCannotSayIsRefusedAndLeavesNoTrace() {
    ItemWriter writer = ItemWriter.array(out);
    writer.write(1);
    assertThatThrownBy(() -> writer.write(List.of("x", Double.NaN)))
        .isInstanceOf(ItemFormatException.class)
        .hasMessage(
            "item 1 of the output: JSON has no form for NaN; let the node drop or replace it");
    assertThatThrownBy(() -> writer.write(new Object() {}))
        .isInstanceOf(ItemFormatException.class)
        .hasMessageContaining("JSON has no form for dev.weft");
    List<Object> self = new ArrayList<>();
    self.add(self);
    assertThatThrownBy(() -> writer.write(self)).hasMessageContaining("contains itself");
    writer.write(2);
    writer.close();
    assertThat(text()).isEqualTo("[1, 2]");
  }

  @Test
  void nothingReachesTheTargetBeforeAFlushUnlessThereIsMuch() {
    ItemWriter writer = ItemWriter.lines(out);
    writer.write(1L);
    assertThat(text()).isEmpty();
    writer.flush();
    assertThat(text()).isEqualTo("1\n");
    writer.write("x".repeat(100_000));
    assertThat(text()).hasSize(2 + 100_003);
  }

  @RepeatedTest(200)
  void whatIsWrittenIsReadBack(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      items.add(value(random, 4));
    }
    try (ItemWriter writer = ItemWriter.lines(out)) {
      items.forEach(writer::write);
    }
    List<Object> read = new ArrayList<>();
    ItemReader.of(new ByteArrayInputStream(out.toByteArray()), ItemReader.Format.LINES)
        .forEachRemaining(read::add);
    assertThat(read).isEqualTo(items);
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> random.nextLong() >> random.nextInt(64);
      case 1 -> Double.longBitsToDouble(random.nextLong() & ~(1L << 62));
      case 2 -> random.nextBoolean();
      case 3 -> JsonNull.NULL;
      case 4 -> new BigInteger(70, random).add(BigInteger.TWO.pow(64));
      case 5 -> string(random);
      case 6 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(string(random), value(random, depth - 1));
        }
        yield map;
      }
    };
  }

  private static String string(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int point = random.nextInt(random.nextBoolean() ? 0x80 : 0x11_0000);
      if (point < 0xD800 || point > 0xDFFF) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }
}
