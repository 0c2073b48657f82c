package dev.weft.executor.wasm;

import java.time.Duration;
import java.util.Locale;

/** How things are named in messages. */
final class Names {
  private static final int SHOWN = 80;

  private Names() {}

  /** A name that a module or a manifest gives: cut short, without control characters. */
  static String shortened(String name) {
    String shown = name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    return shown.chars().anyMatch(Character::isISOControl)
        ? shown.replaceAll("\\p{Cntrl}", "�")
        : shown;
  }

  /** A duration as in a manifest: 500ms, 1.5s. */
  static String text(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + "ms";
    }
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }
}
