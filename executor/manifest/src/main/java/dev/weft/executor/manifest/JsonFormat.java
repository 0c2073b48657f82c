package dev.weft.executor.manifest;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** What manifests and items share in how JSON is read. */
final class JsonFormat {
  /** Digits of the longest number; beyond it, parsing takes quadratic time. */
  static final int NUMBER_LENGTH = 1_000;

  /** Advice on how to set up Jackson, which the reader of a message cannot follow. */
  private static final Pattern SETTINGS =
      Pattern.compile(
          " \\(start marker at .*\\)|: enable `[^`]*` to allow|, from `[^`]*`| in null$"
              + "|(?<='\\S{1,4}') \\(code \\d+\\)");

  private static final Pattern WORD = Pattern.compile("Non-standard token '([^']*)'");

  private JsonFormat() {}

  static JsonFactory factory(int depth) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(depth)
                .maxNumberLength(NUMBER_LENGTH)
                .maxStringLength(Integer.MAX_VALUE)
                .build())
        .build();
  }

  /**
   * The parser's current number: integers exactly, as Long or BigInteger, others as Double; null if
   * no double is near it, as with 1e999.
   */
  static @Nullable Number number(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return switch (parser.getNumberType()) {
        case INT, LONG -> (Number) parser.getLongValue();
        default -> parser.getBigIntegerValue();
      };
    }
    double value = parser.getDoubleValue();
    return Double.isInfinite(value) ? null : (Number) value;
  }

  /** Whether a string has a surrogate without its other half, which no UTF-8 text can hold. */
  static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** What the parser says was wrong, without its location and its own settings. */
  static String message(JacksonException e) {
    String message = e.getOriginalMessage();
    if (message == null || message.isEmpty()) {
      return "unreadable";
    }
    String line = message.lines().findFirst().orElse(message);
    line = Shown.oneLine(SETTINGS.matcher(line).replaceAll(""));
    return Character.toLowerCase(line.charAt(0)) + line.substring(1);
  }

  /** Where the syntax is broken; the parser itself names the end of a word such as NaN. */
  static int column(JacksonException e) {
    if (e.getLocation() == null) {
      return 1;
    }
    Matcher word = WORD.matcher(Objects.requireNonNullElse(e.getOriginalMessage(), ""));
    int back = word.lookingAt() ? word.group(1).length() : 0;
    return Math.max(1, e.getLocation().getColumnNr() - back);
  }
}
