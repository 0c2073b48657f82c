package dev.weft.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The module {@code html}. */
public final class Html {
  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)");

  /** What the numbers from 0x80 to 0x9f mean to browsers: characters of Windows. */
  private static final String WINDOWS =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
          + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

  private static final String REPLACEMENT = "\ufffd";

  private Html() {}

  /** The named characters of HTML 5, read when the first is asked for. */
  private static final class Entities {
    static final Map<String, String> ALL = read();

    private Entities() {}

    private static Map<String, String> read() {
      Map<String, String> all = new HashMap<>();
      try (InputStream in = Objects.requireNonNull(Html.class.getResourceAsStream("entities.txt"));
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] parts = line.split(" ", -1);
          StringBuilder text = new StringBuilder();
          for (int i = 1; i < parts.length; i++) {
            text.appendCodePoint(Integer.parseInt(parts[i], 16));
          }
          all.put(parts[0], text.toString());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return all;
    }
  }

  /** {@code html.escape(text, quote)}. */
  public static String escape(String text, boolean quotes) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return quotes ? safe.replace("\"", "&quot;").replace("'", "&#x27;") : safe;
  }

  /** {@code html.unescape(text)}. */
  public static String unescape(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE
            .matcher(text)
            .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(meaning(m.group(1))));
  }

  private static String meaning(String reference) {
    if (reference.startsWith("#")) {
      boolean isHex = reference.length() > 1 && "xX".indexOf(reference.charAt(1)) >= 0;
      String digits = reference.substring(isHex ? 2 : 1).replace(";", "");
      return numbered(new java.math.BigInteger(digits, isHex ? 16 : 10));
    }
    String exact = Entities.ALL.get(reference);
    if (exact != null) {
      return exact;
    }
    for (int end = reference.length() - 1; end > 1; end--) {
      String begin = Entities.ALL.get(reference.substring(0, end));
      if (begin != null) {
        return begin + reference.substring(end);
      }
    }
    return "&" + reference;
  }

  private static String numbered(java.math.BigInteger number) {
    int point = number.bitLength() > 30 ? Integer.MAX_VALUE : number.intValue();
    if (point == 0) {
      return REPLACEMENT;
    }
    if (point >= 0x80 && point <= 0x9f) {
      return WINDOWS.substring(point - 0x80, point - 0x7f);
    }
    if (point > Character.MAX_CODE_POINT || (point >= 0xd800 && point <= 0xdfff)) {
      return REPLACEMENT;
    }
    boolean isNothing =
        (point < 0x20 && point != '\t' && point != '\n' && point != '\f' && point != '\r')
            || point == 0x7f
            || (point >= 0xfdd0 && point <= 0xfdef)
            || (point & 0xfffe) == 0xfffe;
    return isNothing ? "" : Character.toString(point);
  }
}
