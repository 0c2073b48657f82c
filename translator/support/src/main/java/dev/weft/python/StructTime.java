package dev.weft.python;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** {@code time.struct_time}. */
public record StructTime(LocalDateTime value) implements NamedTuple {
  static StructTime of(LocalDateTime value) {
    return new StructTime(value);
  }

  /** The time that a sequence of at least six numbers tells. */
  public static StructTime of(Iterable<?> fields) {
    Object[] f = Iters.<Object>array(fields);
    if (f.length < 6) {
      throw new Errors.TypeError("Tuple or struct_time argument required");
    }
    return new StructTime(
        LocalDateTime.of((int) Numbers.toLong(f[0]), 1, 1, 0, 0)
            .plusMonths(Numbers.toLong(f[1]) - 1)
            .plusDays(Numbers.toLong(f[2]) - 1)
            .plusHours(Numbers.toLong(f[3]))
            .plusMinutes(Numbers.toLong(f[4]))
            .plusSeconds(Numbers.toLong(f[5])));
  }

  /** {@code time.gmtime(seconds)}. */
  public static StructTime utc(double seconds) {
    return new StructTime(
        LocalDateTime.ofEpochSecond((long) Math.floor(seconds), 0, ZoneOffset.UTC));
  }

  /** {@code time.localtime(seconds)}. */
  public static StructTime local(double seconds) {
    ZoneId zone = Program.isVirtualTime() ? ZoneOffset.UTC : ZoneId.systemDefault();
    return new StructTime(
        java.time.Instant.ofEpochSecond((long) Math.floor(seconds)).atZone(zone).toLocalDateTime());
  }

  /** {@code calendar.timegm(time)}. */
  public long epoch() {
    return value.toEpochSecond(ZoneOffset.UTC);
  }

  /** {@code time.mktime(time)}. */
  public double localEpoch() {
    ZoneId zone = Program.isVirtualTime() ? ZoneOffset.UTC : ZoneId.systemDefault();
    return value.atZone(zone).toEpochSecond();
  }

  /** {@code tm_wday}. */
  public long weekday() {
    return value.getDayOfWeek().getValue() - 1L;
  }

  @Override
  public List<Object> values() {
    return Tuple.<Object>of(
        (long) value.getYear(),
        (long) value.getMonthValue(),
        (long) value.getDayOfMonth(),
        (long) value.getHour(),
        (long) value.getMinute(),
        (long) value.getSecond(),
        weekday(),
        (long) value.getDayOfYear(),
        0L);
  }

  /** One of the fields. */
  public long field(int index) {
    return (Long) values().get(index);
  }

  @Override
  public String repr() {
    String[] names = {"year", "mon", "mday", "hour", "min", "sec", "wday", "yday", "isdst"};
    StringBuilder out = new StringBuilder("time.struct_time(");
    for (int i = 0; i < names.length; i++) {
      out.append(i == 0 ? "" : ", ").append("tm_").append(names[i]).append('=').append(field(i));
    }
    return out.append(")").toString();
  }

  @Override
  public String toString() {
    return repr();
  }
}
