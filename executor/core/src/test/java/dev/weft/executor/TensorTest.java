package dev.weft.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.executor.Tensor.Order;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TensorTest {

  /**
   * Any type, shape, layout and bits; the bits of a float are any, so there are NaNs of each kind.
   */
  @Provide
  Arbitrary<Tensor> tensors() {
    Arbitrary<List<Integer>> shapes = Arbitraries.integers().between(0, 4).list().ofMaxSize(4);
    return Combinators.combine(
            Arbitraries.of(TensorType.class),
            shapes,
            Arbitraries.of(Order.class),
            Arbitraries.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN))
        .flatAs((type, shape, order, byteOrder) -> {
          int length = shape.stream().mapToInt(it -> it).reduce(1, (a, b) -> a * b);
          return Arbitraries.bytes()
              .array(byte[].class)
              .ofSize(length * type.bytes())
              .map(bytes ->
                  Tensor.wrap(type, shape, order, ByteBuffer.wrap(bytes).order(byteOrder)));
        });
  }

  @Property(tries = 500)
  void fieldsGiveTheSameTensorBitByBit(@ForAll("tensors") Tensor tensor) {
    Tensor back = Tensor.of(tensor.fields());
    assertThat(back).isEqualTo(tensor).hasSameHashCodeAs(tensor);
    assertThat(back.bytes()).isEqualTo(tensor.bytes());
    assertThat(back.byteOrder()).isEqualTo(tensor.byteOrder());
    assertThat(back.order()).isEqualTo(tensor.order());
    assertThat(back.fields()).isEqualTo(tensor.fields());
  }

  @Property(tries = 500)
  void viewsShowTheSameElements(@ForAll("tensors") Tensor tensor) {
    Tensor turned = tensor.transpose();
    assertThat(turned.shape()).isEqualTo(tensor.shape().reversed());
    assertThat(turned.transpose()).isEqualTo(tensor);
    assertThat(Tensor.of(turned.fields())).isEqualTo(turned);
    Tensor flat = tensor.reshape(tensor.size());
    assertThat(flat.wholes()).isEqualTo(tensor.wholes());
    assertThat(flat.reals()).containsExactly(tensor.reals());
    if (!tensor.shape().isEmpty()) {
      int rows = tensor.shape().getFirst();
      List<Object> parts = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        parts.add(tensor.at(i));
        assertThat(tensor.slice(0, i, i + 1).at(0)).isEqualTo(tensor.at(i));
        assertThat(Tensor.of(tensor.at(i).fields())).isEqualTo(tensor.at(i));
      }
      assertThat(parts).hasSize(rows);
      int[] shape = tensor.shape().stream().mapToInt(it -> it).toArray();
      assertThat(turned.reshape(turned.size()).reshape(reversed(shape)).transpose())
          .isEqualTo(tensor);
    }
  }

  private static int[] reversed(int[] values) {
    int[] turned = values.clone();
    for (int i = 0; i < values.length; i++) {
      turned[i] = values[values.length - 1 - i];
    }
    return turned;
  }

  @Property(tries = 300)
  void layoutDoesNotMatterForEquality(@ForAll("tensors") Tensor tensor) {
    ByteBuffer dense = ByteBuffer.allocate(tensor.size() * tensor.type().bytes());
    Tensor rows = tensor.reshape(tensor.size());
    dense.put(rows.bytes()).flip();
    Tensor same =
        Tensor.wrap(tensor.type(), tensor.shape(), Order.C, dense.order(tensor.byteOrder()));
    assertThat(same).isEqualTo(tensor).hasSameHashCodeAs(tensor);
  }

  @Property(tries = 300)
  void doublesComeBackWithTheirBits(@ForAll double[] values) {
    Tensor tensor = Tensor.of(values);
    assertThat(Tensor.of(tensor.fields()).reals()).containsExactly(values);
  }

  @Property(tries = 300)
  void wholesComeBack(@ForAll long[] values, @ForAll short[] shorts) {
    assertThat(Tensor.of(Tensor.of(values).fields()).wholes()).containsExactly(values);
    assertThat(Tensor.of(Tensor.of(shorts).fields()).wholes()).containsExactly(longs(shorts));
  }

  private static long[] longs(short[] values) {
    long[] longs = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      longs[i] = values[i];
    }
    return longs;
  }

  @Example
  void specialNumbersKeepTheirBits() {
    ByteBuffer bytes = ByteBuffer.allocate(24);
    bytes
        .putLong(0, 0x7FF0_0000_0000_0001L)
        .putLong(8, 0xFFF8_0000_DEAD_BEEFL)
        .putLong(16, 1L << 63);
    Tensor back = Tensor.of(Tensor.wrap(TensorType.FLOAT64, List.of(3), Order.C, bytes).fields());
    assertThat(back.bytes()).isEqualTo(bytes);
    assertThat(back.real(0)).isNaN();
    assertThat(back.real(2)).isEqualTo(-0.0);
  }

  @Example
  void elementsAreRead() {
    Tensor matrix = Tensor.of(1f, 2f, 3f, 4f, 5f, 6f).reshape(2, 3);
    assertThat(matrix.real(1, 2)).isEqualTo(6);
    assertThat(matrix.transpose().real(2, 1)).isEqualTo(6);
    assertThat(matrix.slice(1, 1, 3).reals()).containsExactly(2, 3, 5, 6);
    assertThat(matrix.transpose().bytes()).isEqualTo(matrix.bytes());
    assertThat(matrix.transpose().order()).isEqualTo(Order.F);
    assertThat(matrix.slice(1, 0, 2).bytes().remaining()).isEqualTo(16);
    Tensor half =
        Tensor.wrap(
            TensorType.FLOAT16,
            List.of(2),
            Order.C,
            ByteBuffer.wrap(new byte[] {0x3C, 0, (byte) 0xFC, 0}));
    assertThat(half.reals()).containsExactly(1, Double.NEGATIVE_INFINITY);
    Tensor complex =
        Tensor.wrap(
            TensorType.COMPLEX64,
            List.of(),
            Order.C,
            ByteBuffer.allocate(8).putFloat(1.5f).putFloat(-2).flip());
    assertThat(complex.real()).isEqualTo(1.5);
    assertThat(complex.imaginary()).isEqualTo(-2);
    Tensor unsigned =
        Tensor.wrap(TensorType.UINT64, List.of(1), Order.C, ByteBuffer.allocate(8).putLong(0, -1L));
    assertThat(unsigned.real(0)).isEqualTo(0x1p64);
    assertThat(Tensor.of((byte) -1).whole(0)).isEqualTo(255);
  }

  @Example
  void whatIsNoTensorIsRefused() {
    Map<String, Object> good = Tensor.of(1L, 2L).fields();
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of("dtype", "int7"),
            Map.of("dtype", 1L),
            Map.of("shape", List.of(3L)),
            Map.of("shape", List.of(-1L, -2L)),
            Map.of("shape", List.of(1L << 40)),
            Map.of("shape", List.of(65536L, 65536L, 65536L)),
            Map.of("shape", "2"),
            Map.of("order", "D"),
            Map.of("byteorder", "middle"),
            Map.of("data", "!"),
            Map.of("datas", ""))) {
      Map<String, Object> fields = new LinkedHashMap<>(good);
      fields.putAll(change);
      assertThatThrownBy(() -> Tensor.of(fields))
          .as(change.toString())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tensor");
    }
    assertThatThrownBy(() -> Tensor.of(Map.of()))
        .hasMessageContaining("dtype of a tensor is missing");
    assertThatThrownBy(() -> Tensor.of(1L).real(1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Tensor.of(1L).real()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tensor.of(1L).reshape(2)).isInstanceOf(IllegalArgumentException.class);
  }
}
