package dev.weft.executor.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.executor.Tensor;
import dev.weft.executor.TensorType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TensorJsonTest {

  private static byte[] json(Object item) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ItemWriter writer = ItemWriter.lines(out);
    writer.write(item);
    writer.flush();
    return out.toByteArray();
  }

  private static Object read(byte[] json) {
    return ItemReader.of(new ByteArrayInputStream(json)).next();
  }

  @Property(tries = 300)
  void tensorsComeBackFromJsonBitByBit(
      @ForAll TensorType type,
      @ForAll byte[] bytes,
      @ForAll boolean big,
      @ForAll Tensor.Order order) {
    int count = bytes.length / type.bytes();
    ByteBuffer data =
        ByteBuffer.wrap(bytes, 0, count * type.bytes())
            .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    Tensor tensor = Tensor.wrap(type, List.of(1, count), order, data);
    Object item = Map.of("sound", List.of(tensor, 1L));
    assertThat(read(json(item))).isEqualTo(item);
    assertThat(read(json(tensor)))
        .isInstanceOfSatisfying(
            Tensor.class, back -> assertThat(back.bytes()).isEqualTo(tensor.bytes()));
  }

  @Example
  void tensorStandsUnderItsKey() {
    String text = new String(json(Tensor.of((byte) 1, (byte) 2)), StandardCharsets.UTF_8);
    assertThat(text)
        .isEqualTo(
            "{\"$tensor\": {\"dtype\": \"uint8\", \"shape\": [2], \"order\": \"C\","
                + " \"byteorder\": \"big\", \"data\": \"AQI=\"}}\n");
  }

  @Example
  void brokenTensorIsToldWithItsPlace() {
    byte[] json =
        "{\"a\":\n  {\"$tensor\": {\"dtype\": \"int8\", \"shape\": [1]}}}"
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ItemFormatException.class)
        .hasMessageStartingWith("line 2, column 3 of the input: the data of a tensor is missing");
  }

  @Example
  void objectsWithOtherKeysAreObjects() {
    assertThat(read("{\"$tensor\": 1}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Map.of("$tensor", 1L));
    assertThat(read("{\"$tensor\": {}, \"b\": 1}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Map.class);
  }
}
