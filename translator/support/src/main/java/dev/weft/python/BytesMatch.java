package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code re.Match} of a pattern of bytes. */
@SuppressWarnings("NullAway") // None is null, also among elements.
@PythonName("Match")
public final class BytesMatch implements Repr {
  private final BytesRegex regex;
  private final Match match;

  BytesMatch(BytesRegex regex, Match match) {
    this.regex = regex;
    this.match = match;
  }

  /** {@code group(g)} and {@code match[g]}. */
  public @Nullable Bytes group(@Nullable Object group) {
    String text = match.group(group);
    return text == null ? null : Bytes.of(text);
  }

  /** The same where only run time knows what has the brackets. */
  public @Nullable Bytes item(@Nullable Object group) {
    return group(group);
  }

  /** {@code group(a, b)}. */
  public Object several(@Nullable Object... wanted) {
    return BytesRegex.bytes(match.several(wanted));
  }

  /** {@code groups(fallback)}. */
  public Tuple<Bytes> groups(@Nullable Bytes fallback) {
    List<Bytes> all = new ArrayList<>();
    for (int i = 1; i <= match.groupCount(); i++) {
      Bytes group = group((long) i);
      all.add(group == null ? fallback : group);
    }
    return Tuple.<Bytes>copyOf(all);
  }

  /** {@code groupdict(fallback)}. */
  public Map<String, Bytes> named(@Nullable Bytes fallback) {
    Map<String, Bytes> all = new PyDict<>();
    for (String name : match.regex().names()) {
      Bytes group = group(name);
      all.put(name, group == null ? fallback : group);
    }
    return all;
  }

  /** {@code start(g)}. */
  public long start(@Nullable Object group) {
    return match.start(group);
  }

  /** {@code end(g)}. */
  public long end(@Nullable Object group) {
    return match.end(group);
  }

  /** {@code span(g)}. */
  public Tuple2<Long, Long> span(@Nullable Object group) {
    return match.span(group);
  }

  /** {@code expand(template)}. */
  public Bytes expand(Bytes template) {
    return BytesRegex.expand(template, match);
  }

  /** {@code lastindex}. */
  public @Nullable Long lastIndex() {
    return match.lastIndex();
  }

  /** {@code lastgroup}. */
  public @Nullable String lastGroup() {
    return match.lastGroup();
  }

  /** {@code pos}. */
  public long pos() {
    return match.pos();
  }

  /** {@code endpos}. */
  public long endpos() {
    return match.endpos();
  }

  /** {@code string}. */
  public Bytes input() {
    return Bytes.of(match.input());
  }

  /** {@code re}. */
  public BytesRegex regex() {
    return regex;
  }

  @Override
  public String repr() {
    return "<re.Match object; span=("
        + start(0L)
        + ", "
        + end(0L)
        + "), match="
        + Py.repr(group(0L))
        + ">";
  }

  @Override
  public String toString() {
    return repr();
  }
}
