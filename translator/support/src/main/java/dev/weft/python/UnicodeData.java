package dev.weft.python;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module {@code unicodedata}, on what the JDK knows of Unicode. */
@SuppressWarnings("NullAway") // None is null.
public final class UnicodeData {
  private static final Map<String, Normalizer.Form> FORMS =
      Map.of(
          "NFC", Normalizer.Form.NFC,
          "NFD", Normalizer.Form.NFD,
          "NFKC", Normalizer.Form.NFKC,
          "NFKD", Normalizer.Form.NFKD);

  /** By {@link Character#getType}. */
  private static final String[] CATEGORIES =
      ("Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf  Co Cs Pd Ps Pe Pc Po Sm Sc Sk So"
              + " Pi Pf")
          .split(" ", -1);

  /** By {@link Character#getDirectionality}. */
  private static final String[] DIRECTIONS =
      "L R AL EN ES ET AN CS NSM BN B S WS ON LRE LRO RLE RLO PDF LRI RLI FSI PDI".split(" ", -1);

  /** One mark of each combining class, from the lowest. */
  private static final int[] MARKS = {
    0x0334, 0x16FF0, 0x093C, 0x3099, 0x094D, 0x05B0, 0x05B1, 0x05B2, 0x05B3, 0x05B4, 0x05B5,
    0x05B6, 0x05B7, 0x05B8, 0x05B9, 0x05BB, 0x05BC, 0x05BD, 0x05BF, 0x05C1, 0x05C2, 0xFB1E,
    0x064B, 0x064C, 0x064D, 0x064E, 0x064F, 0x0650, 0x0651, 0x0652, 0x0670, 0x0711, 0x0C55,
    0x0C56, 0x0E38, 0x0E48, 0x0EB8, 0x0EC8, 0x0F71, 0x0F72, 0x0F74, 0x0327, 0x1DCE, 0x031B,
    0x302A, 0x0323, 0x059A, 0x302E, 0x1D16D, 0x05AE, 0x0301, 0x0315, 0x035C, 0x035D, 0x0345
  };

  private static final int[] CLASSES = {
    1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
    30, 31, 32, 33, 34, 35, 36, 84, 91, 103, 107, 118, 122, 129, 130, 132, 202, 214, 216, 218, 220,
    222, 224, 226, 228, 230, 232, 233, 234, 240
  };

  private static final Set<String> TAKES_DEFAULT = Set.of("name", "decimal", "digit", "numeric");

  private UnicodeData() {}

  private static int point(String text, String function) {
    if (text.codePointCount(0, text.length()) != 1) {
      throw new Errors.TypeError(
          function
              + (TAKES_DEFAULT.contains(function) ? "() argument 1" : "() argument")
              + " must be a unicode character, not str");
    }
    return text.codePointAt(0);
  }

  private static Normalizer.Form form(String name) {
    Normalizer.Form form = FORMS.get(name);
    if (form == null) {
      throw new Errors.ValueError("invalid normalization form");
    }
    return form;
  }

  /** {@code normalize(form, text)}. */
  public static String normalize(String form, String text) {
    return Normalizer.normalize(text, form(form));
  }

  /** {@code is_normalized(form, text)}. */
  public static boolean isNormalized(String form, String text) {
    return Normalizer.isNormalized(text, form(form));
  }

  /** {@code category(c)}. */
  public static String category(String c) {
    return CATEGORIES[Character.getType(point(c, "category"))];
  }

  /** {@code bidirectional(c)}. */
  public static String bidirectional(String c) {
    int direction = Character.getDirectionality(point(c, "bidirectional"));
    return direction < 0 ? "" : direction < 14 ? DIRECTIONS[direction] : embedding(direction);
  }

  private static String embedding(int direction) {
    return switch (direction) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING -> "LRE";
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE -> "LRO";
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING -> "RLE";
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE -> "RLO";
      default -> DIRECTIONS[direction];
    };
  }

  /** {@code mirrored(c)}. */
  public static long mirrored(String c) {
    return Character.isMirrored(point(c, "mirrored")) ? 1 : 0;
  }

  /**
   * {@code combining(c)}. The JDK does not tell the class of a mark, but sorts marks by it: one of
   * an unknown class stands, once normalized, before all marks of higher classes.
   */
  public static long combining(String c) {
    int mark = point(c, "combining");
    int type = Character.getType(mark);
    if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) {
      return 0;
    }
    int[] plain = points(Character.toString(mark));
    if (plain.length != 1) {
      // The one mark of two that is no starter itself.
      return mark == 0x344 ? 230 : 0;
    }
    for (int i = 0; i < MARKS.length; i++) {
      boolean goesBefore = isSwapped(MARKS[i], plain[0]);
      boolean goesBehind = isSwapped(plain[0], MARKS[i]);
      if (!goesBefore && !goesBehind) {
        boolean isStarter = i == 0 ? !isSwapped(MARKS[1], plain[0]) : true;
        return i == 0 ? (isStarter ? 0 : CLASSES[0]) : CLASSES[i];
      }
      if (goesBefore) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isSwapped(int first, int second) {
    int[] sorted = points("a" + Character.toString(first) + Character.toString(second));
    return sorted.length == 3 && sorted[1] == second && first != second;
  }

  private static int[] points(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray();
  }

  private static String nameOr(String c, @Nullable Object... fallback) {
    int point = point(c, "name");
    String name = named(point);
    if (name != null) {
      return name;
    }
    if (fallback.length > 0) {
      return Py.cast(fallback[0]);
    }
    throw new Errors.ValueError("no such name");
  }

  private static @Nullable String named(int point) {
    int type = Character.getType(point);
    if (type == Character.CONTROL
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE) {
      return null;
    }
    if (point >= 0xAC00 && point <= 0xD7A3) {
      return "HANGUL SYLLABLE " + syllable(point - 0xAC00);
    }
    String name = Character.getName(point);
    String hex = Integer.toHexString(point).toUpperCase(Locale.ROOT);
    if (name != null && name.endsWith(" " + hex)) {
      return (Character.isIdeographic(point) && name.startsWith("CJK UNIFIED")
              ? "CJK UNIFIED IDEOGRAPH"
              : name.substring(0, name.length() - hex.length() - 1).replaceAll("S$", ""))
          + "-"
          + hex;
    }
    return name;
  }

  private static String syllable(int index) {
    String[] lead = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ", -1);
    String[] vowel = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ", -1);
    String[] tail =
        " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ", -1);
    return lead[index / 588] + vowel[index % 588 / 28] + tail[index % 28];
  }

  /** {@code name(c)}. */
  public static String name(String c) {
    return nameOr(c);
  }

  /** {@code name(c, fallback)}. */
  public static @Nullable Object name(String c, @Nullable Object fallback) {
    return nameOr(c, new @Nullable Object[] {fallback});
  }

  /** {@code decimal(c)}. */
  public static Object decimal(String c) {
    return decimalOr(c);
  }

  /** {@code decimal(c, fallback)}. */
  public static @Nullable Object decimal(String c, @Nullable Object fallback) {
    return decimalOr(c, new @Nullable Object[] {fallback});
  }

  /** {@code digit(c)}. */
  public static Object digit(String c) {
    return digitOr(c);
  }

  /** {@code digit(c, fallback)}. */
  public static @Nullable Object digit(String c, @Nullable Object fallback) {
    return digitOr(c, new @Nullable Object[] {fallback});
  }

  /** {@code numeric(c)}. */
  public static Object numeric(String c) {
    return numericOr(c);
  }

  /** {@code numeric(c, fallback)}. */
  public static @Nullable Object numeric(String c, @Nullable Object fallback) {
    return numericOr(c, new @Nullable Object[] {fallback});
  }

  /** {@code lookup(name)}. */
  public static String lookup(String name) {
    String plain = name.toUpperCase(Locale.ROOT);
    try {
      if (plain.startsWith("CJK UNIFIED IDEOGRAPH-")) {
        return Character.toString(Integer.parseInt(plain.substring(22), 16));
      }
      return Character.toString(Character.codePointOf(plain));
    } catch (IllegalArgumentException e) {
      throw Exceptions.from(new Errors.KeyError("undefined character name '" + name + "'"), e);
    }
  }

  private static Object decimalOr(String c, @Nullable Object... fallback) {
    int point = point(c, "decimal");
    return Character.isDigit(point)
        ? (Object) (long) Character.digit(point, 10)
        : or(fallback, "not a decimal");
  }

  @SuppressWarnings("CharacterGetNumericValue") // Letters are sorted out before.
  private static Object digitOr(String c, @Nullable Object... fallback) {
    int point = point(c, "digit");
    if (Character.isDigit(point)) {
      return (long) Character.digit(point, 10);
    }
    return Strs.isDigit(c)
        ? (Object) (long) Character.getNumericValue(point)
        : or(fallback, "not a digit");
  }

  @SuppressWarnings("CharacterGetNumericValue") // Letters are sorted out before.
  private static Object numericOr(String c, @Nullable Object... fallback) {
    int point = point(c, "numeric");
    if (Character.getType(point) == Character.OTHER_NUMBER && fraction(point) != null) {
      return fraction(point);
    }
    boolean isWord = Character.isLetter(point) && !isNumeral(point);
    int value = Character.getNumericValue(point);
    if (value == -2 || (isWord && Character.isIdeographic(point))) {
      // The JDK knows no fractions and no numbers of ideographs.
      throw new Errors.NotImplementedError(
          "unicodedata.numeric() of "
              + Strs.repr(c)
              + " is not supported; use a table of your own for ideographs and fractions");
    }
    value = isWord ? -1 : value;
    return value >= 0 ? (Object) (double) value : or(fallback, "not a numeric character");
  }

  private static boolean isNumeral(int point) {
    return Character.getType(point) == Character.LETTER_NUMBER;
  }

  /** What a character such as one half is, by the two numbers that it is made of. */
  private static @Nullable Double fraction(int point) {
    String[] parts =
        Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD).split("\u2044", -1);
    return parts.length == 2
            && Arrays.stream(parts)
                .allMatch(p -> !p.isEmpty() && p.chars().allMatch(Character::isDigit))
        ? (Double) (Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]))
        : null;
  }

  private static Object or(@Nullable Object[] fallback, String what) {
    if (fallback.length == 0) {
      throw new Errors.ValueError(what);
    }
    return fallback[0];
  }
}
