package dev.weft.python;

import org.jspecify.annotations.Nullable;

/** {@code datetime.timezone}. */
public record TimeZone(TimeDelta offset, @Nullable String label) implements Repr {
  /** The offset is less than a day. */
  public TimeZone {
    if (Math.abs(offset.micros()) >= 86_400_000_000L) {
      throw new Errors.ValueError(
          "offset must be a timedelta strictly between -timedelta(hours=24) and"
              + " timedelta(hours=24), not "
              + Py.repr(offset)
              + ".");
    }
  }

  /** {@code timezone.utc}. */
  public static final TimeZone UTC = new TimeZone(new TimeDelta(0), null);

  /** {@code tzname()}. */
  public String name() {
    if (label != null) {
      return label;
    }
    return offset.micros() == 0 ? "UTC" : "UTC" + text(":");
  }

  /** {@code +hh:mm}. */
  String text(String separator) {
    long minutes = Math.abs(offset.micros()) / 60_000_000;
    return (offset.micros() < 0 ? "-" : "+")
        + "%02d%s%02d".formatted(minutes / 60, separator, minutes % 60);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeZone t && t.offset.equals(offset);
  }

  @Override
  public int hashCode() {
    return offset.hashCode();
  }

  @Override
  public String repr() {
    return offset.micros() == 0 && label == null
        ? "datetime.timezone.utc"
        : "datetime.timezone(" + offset.repr() + (label == null ? "" : ", " + Py.repr(label)) + ")";
  }

  @Override
  public String toString() {
    return name();
  }
}
