package dev.weft.executor.wasm;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Items that are numbers, as WebAssembly takes and gives them. */
final class Numbers {
  private static final List<ValType> TYPES =
      List.of(ValType.I32, ValType.I64, ValType.F32, ValType.F64);

  private Numbers() {}

  /** Whether numbers are all that a function takes and gives, and it does both. */
  static boolean accepts(FunctionType type) {
    return !type.params().isEmpty()
        && !type.returns().isEmpty()
        && TYPES.containsAll(type.params())
        && TYPES.containsAll(type.returns());
  }

  /** The arguments for an item: a number for one parameter, a list of numbers for several. */
  static long[] arguments(Object item, List<ValType> params) {
    List<?> values = List.of(item);
    if (params.size() > 1) {
      if (!(item instanceof List<?> list) || list.size() != params.size()) {
        throw new IllegalArgumentException(
            "expected a list of %d numbers, got %s".formatted(params.size(), shown(item)));
      }
      values = list;
    }
    long[] arguments = new long[params.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(values.get(i), params.get(i));
    }
    return arguments;
  }

  private static long argument(Object value, ValType type) {
    if (!(value instanceof Number number)) {
      throw new IllegalArgumentException("expected a number, got " + shown(value));
    }
    if (type.equals(ValType.F64)) {
      return Double.doubleToRawLongBits(number.doubleValue());
    }
    if (type.equals(ValType.F32)) {
      return Float.floatToRawIntBits(number.floatValue());
    }
    long whole = whole(number);
    if (type.equals(ValType.I32) && whole != (int) whole) {
      throw new IllegalArgumentException(
          "%s does not fit the function's parameter of 32 bits".formatted(number));
    }
    return whole;
  }

  private static long whole(Number number) {
    return switch (number) {
      case Double value -> {
        long whole = (long) value.doubleValue();
        if (whole != value || whole == Long.MAX_VALUE) {
          throw new IllegalArgumentException("expected a whole number of 64 bits, got " + number);
        }
        yield whole;
      }
      case BigInteger value -> {
        if (value.bitLength() > 63) {
          throw new IllegalArgumentException(
              "%s does not fit the function's parameter of 64 bits".formatted(shown(number)));
        }
        yield value.longValue();
      }
      default -> number.longValue();
    };
  }

  /** The item for results: a number for one, a list of numbers for several. */
  static Object item(long[] results, List<ValType> types) {
    if (types.size() == 1) {
      return number(results[0], types.getFirst());
    }
    List<Object> numbers = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      numbers.add(number(results[i], types.get(i)));
    }
    return numbers;
  }

  private static Object number(long bits, ValType type) {
    if (type.equals(ValType.I64)) {
      return bits;
    }
    if (type.equals(ValType.I32)) {
      return (long) (int) bits;
    }
    double value =
        type.equals(ValType.F64) ? Double.longBitsToDouble(bits) : Float.intBitsToFloat((int) bits);
    if (!Double.isFinite(value)) {
      throw new ArithmeticException(
          "the function gave %s, which is no number of JSON".formatted(value));
    }
    return value;
  }

  /** An item for a message, shortened. */
  static String shown(Object value) {
    return switch (value) {
      case CharSequence text -> "the string \"" + Names.shortened(text.toString()) + "\"";
      case List<?> list -> "a list of " + list.size();
      case Map<?, ?> _ -> "an object";
      default -> Names.shortened(value.toString());
    };
  }
}
