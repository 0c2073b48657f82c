package dev.weft.python;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Patterns of bytes: a {@link Regex} over a text that has a char for each byte. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class BytesRegex implements Repr {
  private final Regex regex;

  private BytesRegex(Regex regex) {
    this.regex = regex;
  }

  /** {@code re.compile(pattern, flags)}. */
  public static BytesRegex compile(Bytes pattern, long flags) {
    return new BytesRegex(Regex.compile(text(pattern), flags | RegexFlags.BYTES));
  }

  /** {@code re.escape(data)}. */
  public static Bytes escape(Bytes data) {
    return Bytes.of(Regex.escape(text(data)));
  }

  private static String text(@Nullable Object data) {
    return switch (data) {
      case Bytes b -> new String(b.array(), StandardCharsets.ISO_8859_1);
      case ByteArray a -> text(a.bytes());
      case MemoryView v -> text(v.bytes());
      case String s ->
          throw new Errors.TypeError("cannot use a bytes pattern on a string-like object");
      case null, default ->
          throw new Errors.TypeError(
              "expected string or bytes-like object, got '" + Py.typeName(data) + "'");
    };
  }

  /** What a value of a group is outside: bytes for each text, in tuples too. */
  static @Nullable Object bytes(@Nullable Object value) {
    return switch (value) {
      case String s -> Bytes.of(s);
      case FixedTuple t -> Ops.tuple(t.values().stream().map(BytesRegex::bytes).toList());
      case Tuple<?> t -> Ops.tuple(t.stream().map(BytesRegex::bytes).toList());
      case null, default -> value;
    };
  }

  private @Nullable BytesMatch match(@Nullable Match found) {
    return found == null ? null : new BytesMatch(this, found);
  }

  private static long end(@Nullable Long end) {
    return end == null ? Long.MAX_VALUE : end;
  }

  /** {@code pattern.pattern}. */
  public Bytes source() {
    return Bytes.of(regex.source());
  }

  /** {@code pattern.flags}. */
  public long flags() {
    return regex.flags();
  }

  /** {@code pattern.groups}. */
  public long groups() {
    return regex.groups();
  }

  /** {@code pattern.groupindex}. */
  public Map<String, Long> groupIndex() {
    return regex.groupIndex();
  }

  /** {@code search(data, start, end)}. */
  public @Nullable BytesMatch search(@Nullable Object data, long start, @Nullable Long end) {
    return match(regex.search(text(data), start, end(end)));
  }

  /** {@code match(data, start, end)}. */
  public @Nullable BytesMatch match(@Nullable Object data, long start, @Nullable Long end) {
    return match(regex.match(text(data), start, end(end)));
  }

  /** {@code fullmatch(data, start, end)}. */
  public @Nullable BytesMatch fullMatch(@Nullable Object data, long start, @Nullable Long end) {
    return match(regex.fullMatch(text(data), start, end(end)));
  }

  /** {@code findall(data, start, end)}. */
  public List<Object> find(@Nullable Object data, long start, @Nullable Long end) {
    List<Object> found = new PyList<>();
    regex.find(text(data), start, end(end)).forEach(each -> found.add(bytes(each)));
    return found;
  }

  /** {@code finditer(data, start, end)}. */
  public Iterable<BytesMatch> all(@Nullable Object data, long start, @Nullable Long end) {
    List<BytesMatch> found = new PyList<>();
    regex.all(text(data), start, end(end)).forEach(each -> found.add(match(each)));
    return Iters.iter(found);
  }

  /** {@code split(data, maxsplit)}. */
  public List<Bytes> split(@Nullable Object data, long max) {
    List<Bytes> parts = new PyList<>();
    regex.split(text(data), max).forEach(each -> parts.add((Bytes) bytes(each)));
    return parts;
  }

  /** {@code subn(replacement, data, count)} with a function. */
  public Tuple2<Bytes, Long> replace(Fn1<BytesMatch, ?> by, @Nullable Object data, long count) {
    return bytes(regex.replace(m -> text(by.call(match(m))), text(data), count));
  }

  /** {@code subn(replacement, data, count)} with a template. */
  public Tuple2<Bytes, Long> replace(Bytes template, @Nullable Object data, long count) {
    return bytes(regex.replace(text(template), text(data), count));
  }

  /** {@code subn(replacement, data, count)} with either. */
  public Tuple2<Bytes, Long> replace(Object by, @Nullable Object data, long count) {
    return Py.callable(by)
        ? replace((Fn1<BytesMatch, ?>) m -> Dyn.call(by, m), data, count)
        : bytes(regex.replace(text(by), text(data), count));
  }

  private static Tuple2<Bytes, Long> bytes(Tuple2<String, Long> replaced) {
    return new Tuple2<>(Bytes.of(replaced.first()), replaced.second());
  }

  /** {@code match.expand(template)}. */
  static Bytes expand(Bytes template, Match match) {
    return Bytes.of(match.expand(text(template)));
  }

  @Override
  public String repr() {
    return RegexFlags.repr(source().repr(), flags());
  }

  @Override
  public String toString() {
    return repr();
  }
}
