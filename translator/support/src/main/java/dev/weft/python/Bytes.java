package dev.weft.python;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code bytes}. */
public final class Bytes implements Repr, Comparable<Bytes> {
  private final byte[] data;

  private Bytes(byte[] data) {
    this.data = data;
  }

  /** A literal, one char per byte. */
  public static Bytes of(String latin1) {
    return new Bytes(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Bytes that nobody else changes. */
  public static Bytes wrap(byte[] data) {
    return new Bytes(data);
  }

  /** {@code text.encode(encoding)}. */
  public static Bytes encode(String text, String encoding) {
    if (encoding.replace('_', '-').equalsIgnoreCase("utf-16")) {
      // In the order of the machine, and said so in front.
      return of("\u00ff\u00fe").plus(wrap(text.getBytes(StandardCharsets.UTF_16LE)));
    }
    Charset charset = charset(encoding);
    if (!charset.newEncoder().canEncode(text)) {
      return encode(text, encoding, "strict");
    }
    return new Bytes(text.getBytes(charset));
  }

  private static Charset charset(String name) {
    String plain = name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    try {
      return switch (plain) {
        case "utf8", "utf-8" -> StandardCharsets.UTF_8;
        case "utf-16-le", "utf-16le" -> StandardCharsets.UTF_16LE;
        case "utf-16-be", "utf-16be" -> StandardCharsets.UTF_16BE;
        case "ascii", "us-ascii" -> StandardCharsets.US_ASCII;
        case "latin-1", "latin1", "iso-8859-1" -> StandardCharsets.ISO_8859_1;
        default -> Charset.forName(plain);
      };
    } catch (IllegalArgumentException e) {
      throw Exceptions.from(new Errors.LookupError("unknown encoding: " + name), e);
    }
  }

  /** {@code bytes.decode(encoding)}. */
  public String decode(String encoding) {
    return decode(encoding, "strict");
  }

  /** The bytes, not copied. */
  public byte[] array() {
    return data;
  }

  /** {@code len(bytes)}. */
  public long length() {
    return data.length;
  }

  /** {@code bytes[index]}. */
  public long get(long index) {
    long at = index < 0 ? index + data.length : index;
    if (at < 0 || at >= data.length) {
      throw new Errors.IndexError("index out of range");
    }
    return data[(int) at] & 0xff;
  }

  /** {@code bytes[lower:upper]}. */
  public static Bytes slice(Bytes bytes, @Nullable Long lower, @Nullable Long upper) {
    return slice(bytes, lower, upper, null);
  }

  /** {@code bytes[lower:upper:step]}. */
  public static Bytes slice(
      Bytes bytes, @Nullable Long lower, @Nullable Long upper, @Nullable Long step) {
    int[] at = Lists.indices(bytes.data.length, lower, upper, step);
    byte[] part = new byte[at.length];
    for (int i = 0; i < at.length; i++) {
      part[i] = bytes.data[at[i]];
    }
    return new Bytes(part);
  }

  /** {@code a + b}. */
  public Bytes plus(Bytes other) {
    byte[] all = Arrays.copyOf(data, data.length + other.data.length);
    System.arraycopy(other.data, 0, all, data.length, other.data.length);
    return new Bytes(all);
  }

  /** {@code bytes(count)}. */
  public static Bytes zeros(long count) {
    if (count < 0) {
      throw new Errors.ValueError("negative count");
    }
    return new Bytes(new byte[(int) count]);
  }

  /** {@code bytes.maketrans(from, to)}. */
  public static Bytes table(Bytes from, Bytes to) {
    if (from.data.length != to.data.length) {
      throw new Errors.ValueError("maketrans arguments must have same length");
    }
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) i;
    }
    for (int i = 0; i < from.data.length; i++) {
      table[from.data[i] & 0xff] = to.data[i];
    }
    return wrap(table);
  }

  /** {@code translate(table, delete)}. */
  public Bytes translate(@Nullable Bytes table, @Nullable Bytes delete) {
    if (table != null && table.data.length != 256) {
      throw new Errors.ValueError("translation table must be 256 characters long");
    }
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (byte b : data) {
      if (delete == null || delete.latin1().indexOf((char) (b & 0xff)) < 0) {
        out.write(table == null ? b : table.data[b & 0xff]);
      }
    }
    return wrap(out.toByteArray());
  }

  /** {@code bytes.fromhex(text)}. */
  public static Bytes ofHex(String text) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (int at = 0; at < text.length(); at++) {
      if (Character.isWhitespace(text.charAt(at))) {
        continue;
      }
      int high = hexDigit(text, at);
      out.write(high << 4 | hexDigit(text, ++at));
    }
    return new Bytes(out.toByteArray());
  }

  /** {@code unhexlify(text)}. */
  public static Bytes unhexlify(@Nullable Object value) {
    String text = value instanceof Bytes b ? b.decode("latin-1") : Py.str(value);
    if (text.length() % 2 != 0) {
      throw new Errors.BinasciiError("Odd-length string");
    }
    if (!text.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
      throw new Errors.BinasciiError("Non-hexadecimal digit found");
    }
    return ofHex(text);
  }

  private static int hexDigit(String text, int at) {
    int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    if (digit < 0) {
      throw new Errors.ValueError(
          "non-hexadecimal number found in fromhex() arg at position " + at);
    }
    return digit;
  }

  /** {@code bytes(value)} of anything. */
  public static Bytes make(@Nullable Object value) {
    return switch (value) {
      case Bytes b -> b;
      case ByteArray a -> a.bytes();
      case MemoryView v -> v.bytes();
      case String s -> throw new Errors.TypeError("string argument without an encoding");
      case Long n -> zeros(n);
      case Boolean b -> zeros(b ? 1 : 0);
      case null -> throw unfit(value);
      case Object o when o instanceof Number -> throw unfit(o);
      case Object o when Dyn.has(o, "__bytes__") -> Py.cast(Dyn.invoke(o, "__bytes__"));
      case Object o -> {
        Iterable<?> values;
        try {
          values = Iters.of(o);
        } catch (Errors.TypeError e) {
          throw unfit(o);
        }
        yield ofValues(values);
      }
    };
  }

  private static Errors.TypeError unfit(@Nullable Object value) {
    return new Errors.TypeError("cannot convert '" + Py.typeName(value) + "' object to bytes");
  }

  /** {@code bytes(values)}. */
  public static Bytes ofValues(Iterable<?> values) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (Object each : values) {
      long value = Numbers.toLong(each);
      if (value < 0 || value > 255) {
        throw new Errors.ValueError("bytes must be in range(0, 256)");
      }
      out.write((int) value);
    }
    return new Bytes(out.toByteArray());
  }

  /** {@code int.to_bytes(length, byteorder, signed=)}. */
  public static Bytes ofInt(Number value, long length, String order, boolean signed) {
    BigInteger number = Numbers.integer(value);
    if (number.signum() < 0 && !signed) {
      throw new Errors.OverflowError("can't convert negative int to unsigned");
    }
    if (number.bitLength() + (signed ? 1 : 0) > length * 8 && !(number.signum() == 0)) {
      throw new Errors.OverflowError("int too big to convert");
    }
    byte[] out = new byte[(int) length];
    BigInteger left = number;
    BigInteger low = BigInteger.valueOf(0xff);
    for (int i = 0; i < out.length; i++) {
      out[order.equals("little") ? i : out.length - 1 - i] = left.and(low).byteValue();
      left = left.shiftRight(8);
    }
    return new Bytes(out);
  }

  /** {@code int.from_bytes(bytes, byteorder, signed=)}. */
  public static Number toInt(@Nullable Object value, String order, boolean signed) {
    Bytes bytes = value instanceof Iterable<?> i ? ofValues(i) : ofAny(value);
    byte[] big = bytes.data.clone();
    if (order.equals("little")) {
      for (int i = 0; i < big.length; i++) {
        big[i] = bytes.data[big.length - 1 - i];
      }
    }
    return big.length == 0
        ? 0L
        : Numbers.number(signed ? new BigInteger(big) : new BigInteger(1, big));
  }

  /** {@code text.encode(encoding, errors)}. */
  public static Bytes encode(String text, String encoding, String errors) {
    CharsetEncoder encoder = charset(encoding).newEncoder();
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          String one = Character.toString(c);
          out.append(encoder.canEncode(one) ? one : instead(one, c, encoding, errors, text));
        });
    return encode(out.toString(), encoding);
  }

  private static String instead(String one, int c, String encoding, String errors, String text) {
    return switch (errors) {
      case "ignore" -> "";
      case "replace" -> "?";
      case "backslashreplace" ->
          c < 256
              ? "\\x%02x".formatted(c)
              : c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c);
      case "xmlcharrefreplace" -> "&#" + c + ";";
      default -> {
        long at = text.codePointCount(0, text.indexOf(one));
        String reason = "ordinal not in range(" + (encoding.startsWith("lat") ? 256 : 128) + ")";
        throw new Errors.UnicodeEncodeError(encoding, text, at, at + 1, reason);
      }
    };
  }

  /** {@code format % values}. */
  public static Bytes format(Bytes format, @Nullable Object values) {
    Object[] given =
        switch (values) {
          case FixedTuple t -> t.values().toArray();
          case Tuple<?> t -> t.toArray();
          case null, default -> new Object[] {values};
        };
    for (int i = 0; i < given.length; i++) {
      given[i] = given[i] instanceof Bytes b ? b.latin1() : given[i];
    }
    return of(Format.percent(format.latin1(), given));
  }

  String latin1() {
    return new String(data, StandardCharsets.ISO_8859_1);
  }

  /** {@code decode()}. */
  public String decode() {
    return decode("utf-8");
  }

  /** {@code decode(encoding, errors)}. */
  public String decode(String encoding, String errors) {
    Charset charset = charset(encoding);
    if (errors.equals("replace")) {
      return new String(data, charset);
    }
    try {
      return charset
          .newDecoder()
          .onMalformedInput(
              errors.equals("ignore") ? CodingErrorAction.IGNORE : CodingErrorAction.REPORT)
          .onUnmappableCharacter(
              errors.equals("ignore") ? CodingErrorAction.IGNORE : CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(data))
          .toString();
    } catch (CharacterCodingException e) {
      throw Exceptions.from(undecodable(charset, encoding), e);
    }
  }

  private Errors.PyException undecodable(Charset charset, String encoding) {
    int good = 0;
    while (good < data.length && decodes(charset, good + 1)) {
      good++;
    }
    // A character of several bytes decodes only with the last of them.
    for (int more = 2; more <= 4 && good + more <= data.length; more++) {
      if (decodes(charset, good + more)) {
        good += more;
        more = 1;
        while (good < data.length && decodes(charset, good + 1)) {
          good++;
        }
      }
    }
    String name = charset.equals(StandardCharsets.UTF_8) ? "utf-8" : encoding;
    int at = Math.min(good, data.length - 1);
    boolean start = (data[at] & 0xff) >= 0xc2 && (data[at] & 0xff) <= 0xf4;
    String reason =
        charset.equals(StandardCharsets.US_ASCII)
            ? "ordinal not in range(128)"
            : !start
                ? "invalid start byte"
                : at + 1 < data.length ? "invalid continuation byte" : "unexpected end of data";
    return new Errors.UnicodeDecodeError(name, this, (long) at, at + 1L, reason);
  }

  private boolean decodes(Charset charset, int length) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(data, 0, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** {@code strip(chars)}. */
  public Bytes strip(@Nullable Bytes chars) {
    return of(Strs.strip(latin1(), chars(chars)));
  }

  /** {@code lstrip(chars)}. */
  public Bytes lstrip(@Nullable Bytes chars) {
    return of(Strs.lstrip(latin1(), chars(chars)));
  }

  /** {@code rstrip(chars)}. */
  public Bytes rstrip(@Nullable Bytes chars) {
    return of(Strs.rstrip(latin1(), chars(chars)));
  }

  /** What is white space among bytes, which is less than among characters. */
  private static String chars(@Nullable Bytes chars) {
    return chars == null ? " \t\n\r\u000b\f" : chars.latin1();
  }

  /** {@code split(separator, max)}. */
  public List<Bytes> split(@Nullable Bytes separator, long max) {
    return parts(Strs.split(latin1(), separator == null ? null : separator.latin1(), max));
  }

  /** {@code rsplit(separator, max)}. */
  public List<Bytes> rsplit(@Nullable Bytes separator, long max) {
    return parts(Strs.rsplit(latin1(), separator == null ? null : separator.latin1(), max));
  }

  private static List<Bytes> parts(List<String> texts) {
    return Lists.copy(Iters.map(Bytes::of, texts));
  }

  /** {@code splitlines(keepends)}. */
  public List<Bytes> splitLines(boolean keepEnds) {
    List<Bytes> lines = new PyList<>();
    int from = 0;
    for (int i = 0; i < data.length; i++) {
      if (data[i] == '\n' || data[i] == '\r') {
        int end = data[i] == '\r' && i + 1 < data.length && data[i + 1] == '\n' ? i + 2 : i + 1;
        lines.add(new Bytes(Arrays.copyOfRange(data, from, keepEnds ? end : i)));
        from = end;
        i = end - 1;
      }
    }
    if (from < data.length) {
      lines.add(new Bytes(Arrays.copyOfRange(data, from, data.length)));
    }
    return lines;
  }

  /** {@code partition(separator)}. */
  public Tuple3<Bytes, Bytes, Bytes> partition(Bytes separator) {
    Tuple3<String, String, String> parts = Strs.partition(latin1(), separator.latin1());
    return new Tuple3<>(of(parts.first()), of(parts.second()), of(parts.third()));
  }

  /** {@code rpartition(separator)}. */
  public Tuple3<Bytes, Bytes, Bytes> rpartition(Bytes separator) {
    Tuple3<String, String, String> parts = Strs.rpartition(latin1(), separator.latin1());
    return new Tuple3<>(of(parts.first()), of(parts.second()), of(parts.third()));
  }

  /** {@code startswith(prefix)}, or one of several. */
  public boolean startsWith(@Nullable Object prefix) {
    return prefix instanceof Bytes b
        ? latin1().startsWith(b.latin1())
        : Iters.any(Iters.map(this::startsWith, Iters.of(prefix)));
  }

  /** {@code endswith(suffix)}, or one of several. */
  public boolean endsWith(@Nullable Object suffix) {
    return suffix instanceof Bytes b
        ? latin1().endsWith(b.latin1())
        : Iters.any(Iters.map(this::endsWith, Iters.of(suffix)));
  }

  /** {@code find(part)}. */
  public long find(Bytes part) {
    return latin1().indexOf(part.latin1());
  }

  /** {@code find(part, start, end)}. */
  public long find(Bytes part, long start, @Nullable Long end) {
    int[] at = Lists.bounds(data.length, start, end);
    int found = latin1().substring(0, at[1]).indexOf(part.latin1(), at[0]);
    return found;
  }

  /** {@code rfind(part)}. */
  public long rfind(Bytes part) {
    return latin1().lastIndexOf(part.latin1());
  }

  /** {@code index(part)}. */
  public long index(Bytes part) {
    long at = find(part);
    if (at < 0) {
      throw new Errors.ValueError("subsection not found");
    }
    return at;
  }

  /** {@code count(part)}. */
  public long count(@Nullable Object part) {
    return Strs.count(
        latin1(),
        part instanceof Bytes b ? b.latin1() : String.valueOf((char) Numbers.toLong(part)));
  }

  private Bytes mapped(IntUnaryOperator change) {
    byte[] out = new byte[data.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) change.applyAsInt(data[i] & 0xff);
    }
    return new Bytes(out);
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  /** {@code upper()}. */
  public Bytes upper() {
    return mapped(c -> isLower(c) ? c - 32 : c);
  }

  /** {@code lower()}. */
  public Bytes lower() {
    return mapped(c -> isUpper(c) ? c + 32 : c);
  }

  /** {@code swapcase()}. */
  public Bytes swapcase() {
    return mapped(c -> isUpper(c) ? c + 32 : isLower(c) ? c - 32 : c);
  }

  /** {@code capitalize()}. */
  public Bytes capitalize() {
    Bytes out = lower();
    if (out.data.length > 0 && isLower(out.data[0])) {
      out.data[0] = (byte) (out.data[0] - 32);
    }
    return out;
  }

  /** {@code title()}. */
  public Bytes title() {
    int[] before = {' '};
    return mapped(c -> {
      boolean inside = isUpper(before[0]) || isLower(before[0]);
      before[0] = c;
      return inside ? (isUpper(c) ? c + 32 : c) : isLower(c) ? c - 32 : c;
    });
  }

  private boolean all(IntPredicate test) {
    for (byte b : data) {
      if (!test.test(b & 0xff)) {
        return false;
      }
    }
    return data.length > 0;
  }

  /** {@code isalpha()}. */
  public boolean isalpha() {
    return all(c -> isUpper(c) || isLower(c));
  }

  /** {@code isdigit()}. */
  public boolean isdigit() {
    return all(c -> c >= '0' && c <= '9');
  }

  /** {@code isalnum()}. */
  public boolean isalnum() {
    return all(c -> isUpper(c) || isLower(c) || (c >= '0' && c <= '9'));
  }

  /** {@code isspace()}. */
  public boolean isspace() {
    return all(c -> c == ' ' || (c >= 9 && c <= 13));
  }

  /** {@code isupper()}. */
  public boolean isupper() {
    return equals(upper()) && !equals(lower());
  }

  /** {@code islower()}. */
  public boolean islower() {
    return equals(lower()) && !equals(upper());
  }

  /** {@code isascii()}. */
  public boolean isascii() {
    return data.length == 0 || all(c -> c < 128);
  }

  /** {@code replace(from, to, count)}. */
  public Bytes replace(Bytes from, Bytes to, long count) {
    return of(Strs.replace(latin1(), from.latin1(), to.latin1(), count));
  }

  /** {@code removeprefix(prefix)}. */
  public Bytes removeprefix(Bytes prefix) {
    return of(Strs.removePrefix(latin1(), prefix.latin1()));
  }

  /** {@code removesuffix(suffix)}. */
  public Bytes removesuffix(Bytes suffix) {
    return of(Strs.removeSuffix(latin1(), suffix.latin1()));
  }

  /** {@code join(parts)}. */
  public Bytes join(Iterable<?> parts) {
    return of(Strs.join(latin1(), Iters.map(p -> ofAny(p).latin1(), parts)));
  }

  /** What is like bytes, as such. */
  static Bytes ofAny(@Nullable Object value) {
    return switch (value) {
      case Bytes b -> b;
      case ByteArray a -> a.bytes();
      case MemoryView v -> v.bytes();
      case null, default ->
          throw new Errors.TypeError(
              "a bytes-like object is required, not '" + Py.typeName(value) + "'");
    };
  }

  /** {@code ljust(width, fill)}. */
  public Bytes ljust(long width, Bytes fill) {
    return of(Strs.ljust(latin1(), width, fill.latin1()));
  }

  /** {@code rjust(width, fill)}. */
  public Bytes rjust(long width, Bytes fill) {
    return of(Strs.rjust(latin1(), width, fill.latin1()));
  }

  /** {@code center(width, fill)}. */
  public Bytes center(long width, Bytes fill) {
    return of(Strs.center(latin1(), width, fill.latin1()));
  }

  /** {@code zfill(width)}. */
  public Bytes zfill(long width) {
    return of(Strs.zfill(latin1(), width));
  }

  /** {@code hex(separator)}. */
  public String hex(String separator) {
    return java.util.HexFormat.ofDelimiter(separator).formatHex(data);
  }

  /** {@code self * times}. */
  public Bytes times(long times) {
    return of(latin1().repeat((int) Math.max(times, 0)));
  }

  List<Long> values() {
    List<Long> values = new ArrayList<>();
    for (byte b : data) {
      values.add(b & 0xffL);
    }
    return values;
  }

  /** {@code bytes.hex()}. */
  public String hex() {
    return java.util.HexFormat.of().formatHex(data);
  }

  @Override
  public String repr() {
    boolean quoted = latin1().contains("'") && !latin1().contains("\"");
    String quote = quoted ? "\"" : "'";
    StringBuilder out = new StringBuilder("b").append(quote);
    for (byte b : data) {
      int c = b & 0xff;
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        case '\'' -> out.append(quoted ? "'" : "\\'");
        default ->
            out.append(c < 32 || c > 126 ? "\\x%02x".formatted(c) : String.valueOf((char) c));
      }
    }
    return out.append(quote).toString();
  }

  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(data, other.data);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return (other instanceof Bytes b && Arrays.equals(data, b.data))
        || (other instanceof ByteArray a && Arrays.equals(data, a.bytes().data));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return repr();
  }
}
