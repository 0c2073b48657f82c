package dev.weft.executor.manifest;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as a manifest writes them: a number and a unit. */
public final class Durations {
  /** How to write one, for messages. */
  public static final String FORM =
      "write a number and a unit (ns, us, ms, s, m, h), as \"500ms\" or \"1.5s\"";

  private static final Pattern SYNTAX =
      Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s?(ns|us|ms|s|m|h)");

  private Durations() {}

  /** The duration; empty if the text is none, or beyond 292 years. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long unit =
        switch (matcher.group(2)) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          default -> 3_600_000_000_000L;
        };
    BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
    return nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanos.longValue()));
  }
}
