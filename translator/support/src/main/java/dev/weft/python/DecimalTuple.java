package dev.weft.python;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code Decimal.as_tuple()} gives. */
public record DecimalTuple(long sign, Tuple<Long> digits, @Nullable Object exponent)
    implements NamedTuple {
  @Override
  public List<Object> values() {
    return Arrays.asList(sign, digits, exponent);
  }

  @Override
  public String repr() {
    return "DecimalTuple(sign="
        + sign
        + ", digits="
        + Py.repr(digits)
        + ", exponent="
        + Py.repr(exponent)
        + ")";
  }

  @Override
  public String toString() {
    return repr();
  }
}
