package dev.weft.executor;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the elements of a {@link Tensor} are; the names are those that NumPy uses. */
public enum TensorType {
  /** True or false: a byte that is 0 or not. */
  BOOL(1, 1),
  /** A whole number of 8 bits. */
  INT8(1, 1),
  /** A whole number of 16 bits. */
  INT16(2, 1),
  /** A whole number of 32 bits. */
  INT32(4, 1),
  /** A whole number of 64 bits. */
  INT64(8, 1),
  /** A whole number of 8 bits without a sign. */
  UINT8(1, 1),
  /** A whole number of 16 bits without a sign. */
  UINT16(2, 1),
  /** A whole number of 32 bits without a sign. */
  UINT32(4, 1),
  /** A whole number of 64 bits without a sign. */
  UINT64(8, 1),
  /** A floating-point number of 16 bits, IEEE 754 binary16. */
  FLOAT16(2, 1),
  /** A floating-point number of 32 bits. */
  FLOAT32(4, 1),
  /** A floating-point number of 64 bits. */
  FLOAT64(8, 1),
  /** A complex number of two 32-bit parts, the real one first. */
  COMPLEX64(8, 2),
  /** A complex number of two 64-bit parts, the real one first. */
  COMPLEX128(16, 2);

  private final int bytes;
  private final int parts;

  TensorType(int bytes, int parts) {
    this.bytes = bytes;
    this.parts = parts;
  }

  /** The name outside of Java: {@code float32}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of a name. */
  public static Optional<TensorType> of(String label) {
    return Arrays.stream(values()).filter(type -> type.label().equals(label)).findFirst();
  }

  /** All names. */
  static List<String> labels() {
    return Arrays.stream(values()).map(TensorType::label).toList();
  }

  /** How many bytes an element has. */
  public int bytes() {
    return bytes;
  }

  /** How many bytes have an order among themselves. */
  int part() {
    return bytes / parts;
  }

  double real(ByteBuffer data, int at) {
    return switch (this) {
      case FLOAT16 -> Float.float16ToFloat(data.getShort(at));
      case FLOAT32, COMPLEX64 -> data.getFloat(at);
      case FLOAT64, COMPLEX128 -> data.getDouble(at);
      case UINT64 -> {
        long whole = data.getLong(at);
        // Halved with its last bit kept, so that rounding is not done twice.
        yield whole >= 0 ? whole : ((whole >>> 1) | (whole & 1)) * 2.0;
      }
      default -> whole(data, at);
    };
  }

  double imaginary(ByteBuffer data, int at) {
    return switch (this) {
      case COMPLEX64 -> data.getFloat(at + Float.BYTES);
      case COMPLEX128 -> data.getDouble(at + Double.BYTES);
      default -> 0;
    };
  }

  long whole(ByteBuffer data, int at) {
    return switch (this) {
      case BOOL -> data.get(at) == 0 ? 0 : 1;
      case INT8 -> data.get(at);
      case INT16 -> data.getShort(at);
      case INT32 -> data.getInt(at);
      case INT64, UINT64 -> data.getLong(at);
      case UINT8 -> Byte.toUnsignedInt(data.get(at));
      case UINT16 -> Short.toUnsignedInt(data.getShort(at));
      case UINT32 -> Integer.toUnsignedLong(data.getInt(at));
      case FLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 -> (long) real(data, at);
    };
  }
}
