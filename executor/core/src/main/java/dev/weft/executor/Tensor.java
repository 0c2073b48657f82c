package dev.weft.executor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * An array of numbers of one {@link TensorType}, with any number of axes, such as a sound, an image
 * or the input of a model. It is an item like any other, and crosses every border bit by bit: NaN
 * payloads, infinities and negative zero stay what they are.
 *
 * {@snippet :
 * Tensor matrix = Tensor.of(new float[] {1, 2, 3, 4, 5, 6}).reshape(2, 3);
 * double last = matrix.at(1).real(2);
 * Tensor columns = matrix.transpose();
 * }
 *
 * <p>Immutable and thread-safe. {@link #at}, {@link #slice}, {@link #transpose} and, where
 * possible, {@link #reshape} give views of the same bytes. An element is addressed by an index for
 * each axis, from 0.
 *
 * <p>Two tensors are equal if they have the same type and shape and the same bits in each element,
 * however those are laid out.
 */
public final class Tensor {
  /** The only key of an object in JSON that is a tensor. */
  public static final String KEY = "$tensor";

  private static final int MOST_AXES = 32;

  private final TensorType type;
  private final int[] shape;

  /** How many bytes lie between two neighbours, by axis. */
  private final int[] strides;

  private final int offset;

  /** Never written to; its byte order is that of the elements. */
  private final ByteBuffer data;

  /** How elements lie behind one another. */
  public enum Order {
    /** The last index moves fastest, as in C. */
    C,
    /** The first index moves fastest, as in Fortran. */
    F
  }

  private Tensor(TensorType type, int[] shape, int[] strides, int offset, ByteBuffer data) {
    this.type = type;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.data = data;
  }

  /**
   * A tensor over bytes, which are not copied and must not change.
   *
   * @param shape the length of each axis; empty for a single element
   * @param order how the elements lie
   * @param bytes all of them, from the buffer's position to its limit, in the buffer's byte order
   * @throws IllegalArgumentException if the shape is impossible, or wants another number of bytes
   */
  public static Tensor wrap(TensorType type, List<Integer> shape, Order order, ByteBuffer bytes) {
    int[] axes = axes(shape.stream().mapToInt(Integer::intValue).toArray());
    long expected = count(axes) * type.bytes();
    if (expected != bytes.remaining()) {
      throw new IllegalArgumentException(
          "a tensor of %s and shape %s has %d bytes, got %d"
              .formatted(type.label(), shape, expected, bytes.remaining()));
    }
    ByteBuffer data = bytes.slice().asReadOnlyBuffer().order(bytes.order());
    return new Tensor(type, axes, strides(axes, type.bytes(), order), 0, data);
  }

  /** A tensor of one axis; so are the others of this name. */
  public static Tensor of(double... values) {
    ByteBuffer data = little(values.length, Double.BYTES);
    data.asDoubleBuffer().put(values);
    return wrap(TensorType.FLOAT64, List.of(values.length), Order.C, data);
  }

  /** A tensor of one axis. */
  public static Tensor of(float... values) {
    ByteBuffer data = little(values.length, Float.BYTES);
    data.asFloatBuffer().put(values);
    return wrap(TensorType.FLOAT32, List.of(values.length), Order.C, data);
  }

  /** A tensor of one axis. */
  public static Tensor of(long... values) {
    ByteBuffer data = little(values.length, Long.BYTES);
    data.asLongBuffer().put(values);
    return wrap(TensorType.INT64, List.of(values.length), Order.C, data);
  }

  /** A tensor of one axis. */
  public static Tensor of(int... values) {
    ByteBuffer data = little(values.length, Integer.BYTES);
    data.asIntBuffer().put(values);
    return wrap(TensorType.INT32, List.of(values.length), Order.C, data);
  }

  /** A tensor of one axis, as sound is. */
  public static Tensor of(short... values) {
    ByteBuffer data = little(values.length, Short.BYTES);
    data.asShortBuffer().put(values);
    return wrap(TensorType.INT16, List.of(values.length), Order.C, data);
  }

  /** A tensor of one axis, of bytes without a sign. */
  public static Tensor of(byte... values) {
    return wrap(TensorType.UINT8, List.of(values.length), Order.C, ByteBuffer.wrap(values.clone()));
  }

  private static ByteBuffer little(int count, int bytes) {
    return ByteBuffer.allocate(Math.multiplyExact(count, bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int[] axes(int[] shape) {
    if (shape.length > MOST_AXES) {
      throw new IllegalArgumentException(
          "a tensor of %d axes; %d is the most".formatted(shape.length, MOST_AXES));
    }
    if (Arrays.stream(shape).anyMatch(length -> length < 0)) {
      throw new IllegalArgumentException(
          "a tensor of shape %s; no axis is shorter than 0".formatted(Arrays.toString(shape)));
    }
    return shape;
  }

  private static long count(int[] shape) {
    if (Arrays.stream(shape).anyMatch(length -> length == 0)) {
      return 0;
    }
    long count = 1;
    for (int length : shape) {
      count *= length;
      if (count > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "a tensor of shape %s has too many elements".formatted(Arrays.toString(shape)));
      }
    }
    return count;
  }

  private static int[] strides(int[] shape, int bytes, Order order) {
    int[] strides = new int[shape.length];
    int stride = bytes;
    for (int i = 0; i < shape.length; i++) {
      int axis = order == Order.F ? i : shape.length - 1 - i;
      strides[axis] = stride;
      stride *= Math.max(1, shape[axis]);
    }
    return strides;
  }

  /** The type of the elements. */
  public TensorType type() {
    return type;
  }

  /** The length of each axis. */
  public List<Integer> shape() {
    return Arrays.stream(shape).boxed().toList();
  }

  /** How many elements there are. */
  public int size() {
    return (int) count(shape);
  }

  /** How the bytes of an element lie. */
  public ByteOrder byteOrder() {
    return data.order();
  }

  /** How {@link #bytes} gives the elements: as they lie, or for views with gaps as in C. */
  public Order order() {
    return isDense(Order.C) || !isDense(Order.F) ? Order.C : Order.F;
  }

  private boolean isDense(Order order) {
    if (size() <= 1) {
      return true;
    }
    int[] dense = strides(shape, type.bytes(), order);
    return IntStream.range(0, shape.length)
        .allMatch(axis -> shape[axis] == 1 || strides[axis] == dense[axis]);
  }

  /** All elements in {@link #order} and {@link #byteOrder}; a copy only for views with gaps. */
  public ByteBuffer bytes() {
    int length = size() * type.bytes();
    if (isDense(order())) {
      return data.slice(length == 0 ? 0 : offset, length).order(data.order());
    }
    ByteBuffer copy = ByteBuffer.allocate(length).order(data.order());
    forEach(at -> copy.put(data.slice(at, type.bytes())));
    return copy.flip().asReadOnlyBuffer().order(data.order());
  }

  /** Takes where elements are, in the order of C. */
  @FunctionalInterface
  private interface Visitor {
    void at(int position);
  }

  private void forEach(Visitor visitor) {
    if (size() > 0) {
      forEach(visitor, 0, offset);
    }
  }

  private void forEach(Visitor visitor, int axis, int from) {
    if (axis == shape.length) {
      visitor.at(from);
      return;
    }
    for (int i = 0; i < shape[axis]; i++) {
      forEach(visitor, axis + 1, from + i * strides[axis]);
    }
  }

  private int position(int... index) {
    if (index.length != shape.length) {
      throw new IllegalArgumentException(
          "%d indexes into a tensor of shape %s; give one for each axis"
              .formatted(index.length, Arrays.toString(shape)));
    }
    int position = offset;
    for (int axis = 0; axis < index.length; axis++) {
      position += Objects.checkIndex(index[axis], shape[axis]) * strides[axis];
    }
    return position;
  }

  /**
   * An element as a floating-point number; of a complex one the real part, of a boolean 0 or 1.
   *
   * @throws IndexOutOfBoundsException if an index is beyond its axis
   */
  public double real(int... index) {
    return type.real(data, position(index));
  }

  /** The imaginary part of a complex element; 0 for other types. */
  public double imaginary(int... index) {
    return type.imaginary(data, position(index));
  }

  /**
   * An element as a whole number; an unsigned one of 64 bits has the bits of the {@code long}, a
   * fraction is cut off, and of a complex one the imaginary part is lost.
   *
   * @throws IndexOutOfBoundsException if an index is beyond its axis
   */
  public long whole(int... index) {
    return type.whole(data, position(index));
  }

  /** All elements as by {@link #real}, in the order of C. */
  public double[] reals() {
    double[] values = new double[size()];
    int[] next = {0};
    forEach(at -> values[next[0]++] = type.real(data, at));
    return values;
  }

  /** All elements as by {@link #whole}, in the order of C. */
  public long[] wholes() {
    long[] values = new long[size()];
    int[] next = {0};
    forEach(at -> values[next[0]++] = type.whole(data, at));
    return values;
  }

  /**
   * The view at an index of the first axis, which it lacks.
   *
   * @throws IndexOutOfBoundsException if there is no such index
   */
  public Tensor at(int index) {
    if (shape.length == 0) {
      throw new IndexOutOfBoundsException("a tensor without axes has no index " + index);
    }
    int from = offset + Objects.checkIndex(index, shape[0]) * strides[0];
    return new Tensor(
        type,
        Arrays.copyOfRange(shape, 1, shape.length),
        Arrays.copyOfRange(strides, 1, strides.length),
        from,
        data);
  }

  /**
   * A view of a part of an axis.
   *
   * @param axis which axis, from 0
   * @param from the first index
   * @param to the index behind the last
   * @throws IndexOutOfBoundsException if the axis has no such part
   */
  public Tensor slice(int axis, int from, int to) {
    Objects.checkIndex(axis, shape.length);
    Objects.checkFromToIndex(from, to, shape[axis]);
    int[] part = shape.clone();
    part[axis] = to - from;
    return new Tensor(type, part, strides, offset + from * strides[axis], data);
  }

  /** A view with the axes in reverse. */
  public Tensor transpose() {
    return new Tensor(type, reversed(shape), reversed(strides), offset, data);
  }

  private static int[] reversed(int[] values) {
    return IntStream.range(0, values.length).map(i -> values[values.length - 1 - i]).toArray();
  }

  /**
   * The same elements, in the order of C, in another shape; a view where the elements lie in that
   * order.
   *
   * @throws IllegalArgumentException if that shape has another number of elements
   */
  public Tensor reshape(int... axes) {
    int[] wanted = axes(axes.clone());
    if (count(wanted) != size()) {
      throw new IllegalArgumentException(
          "a tensor of shape %s has %d elements, shape %s has %d"
              .formatted(Arrays.toString(shape), size(), Arrays.toString(wanted), count(wanted)));
    }
    int[] dense = strides(wanted, type.bytes(), Order.C);
    if (isDense(Order.C)) {
      return new Tensor(type, wanted, dense, offset, data);
    }
    ByteBuffer copy = ByteBuffer.allocate(size() * type.bytes()).order(data.order());
    forEach(at -> copy.put(data.slice(at, type.bytes())));
    return new Tensor(type, wanted, dense, 0, copy.flip());
  }

  /**
   * What a tensor is in JSON, below the key {@value #KEY}: {@code dtype}, {@code shape}, {@code
   * order}, {@code byteorder}, and {@code data} in base64.
   */
  public Map<String, Object> fields() {
    ByteBuffer bytes = bytes();
    byte[] copy = new byte[bytes.remaining()];
    bytes.get(copy);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("dtype", type.label());
    fields.put("shape", Arrays.stream(shape).asLongStream().boxed().toList());
    fields.put("order", order().name());
    fields.put("byteorder", byteOrder() == ByteOrder.BIG_ENDIAN ? "big" : "little");
    fields.put("data", Base64.getEncoder().encodeToString(copy));
    return fields;
  }

  /**
   * The tensor of {@link #fields}; {@code order} and {@code byteorder} may be left out.
   *
   * @throws IllegalArgumentException if they make none
   */
  public static Tensor of(Map<String, ?> fields) {
    return TensorFields.read(fields);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor that
        && type == that.type
        && Arrays.equals(shape, that.shape)
        && normal().equals(that.normal());
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, Arrays.hashCode(shape), normal());
  }

  /** The elements in the order of C, each with its least byte first. */
  private ByteBuffer normal() {
    if (isDense(Order.C) && data.order() == ByteOrder.LITTLE_ENDIAN) {
      return bytes();
    }
    int part = type.part();
    ByteBuffer normal = ByteBuffer.allocate(size() * type.bytes());
    forEach(at -> {
      for (int start = at; start < at + type.bytes(); start += part) {
        for (int i = 0; i < part; i++) {
          int from = data.order() == ByteOrder.BIG_ENDIAN ? part - 1 - i : i;
          normal.put(data.get(start + from));
        }
      }
    });
    return normal.flip();
  }

  @Override
  public String toString() {
    return "Tensor[%s, %s]".formatted(type.label(), shape());
  }
}
