package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** {@code re.Match}. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class Match implements Repr {
  private final Regex regex;
  private final String input;

  /** Where groups begin and end, the whole match first; -1 for one that has no part in it. */
  private final int[] spans;

  private final long pos;
  private final long endpos;

  /** What a matcher has found now. */
  Match(Regex regex, String input, long start, MatchResult found) {
    this.regex = regex;
    this.input = input;
    this.pos = Math.clamp(start, 0, input.length());
    this.endpos = input.length();
    int[] all = new int[2 * found.groupCount() + 2];
    for (int i = 0; 2 * i < all.length; i++) {
      all[2 * i] = found.start(i);
      all[2 * i + 1] = found.end(i);
    }
    this.spans = all;
  }

  private Match(Match found, String input, long end) {
    this.regex = found.regex;
    this.input = input;
    this.spans = found.spans;
    this.pos = found.pos;
    this.endpos = Math.clamp(end, 0, input.length());
  }

  int groupCount() {
    return spans.length / 2 - 1;
  }

  @Nullable String text(int group) {
    int start = spans[2 * group];
    return start < 0 ? null : input.substring(start, spans[2 * group + 1]);
  }

  @Nullable String textOr(int group, @Nullable String fallback) {
    String text = text(group);
    return text == null ? fallback : text;
  }

  private int number(@Nullable Object group) {
    if (group instanceof String name) {
      return regex.group(name);
    }
    long number = Numbers.toLong(group);
    if (number < 0 || number > groupCount()) {
      throw new Errors.IndexError("no such group");
    }
    return (int) number;
  }

  /** {@code group(g)} and {@code match[g]}. */
  public String group(@Nullable Object group) {
    return text(number(group));
  }

  /** The same where only run time knows what has the brackets. */
  public String item(@Nullable Object group) {
    return group(group);
  }

  /** {@code match.group(a, b, c, d, ...)}. */
  public Tuple<@Nullable String> many(@Nullable Object... wanted) {
    List<@Nullable String> found = new ArrayList<>();
    for (Object each : wanted) {
      found.add(group(each));
    }
    return Tuple.copyOf(found);
  }

  /** {@code group(a, b)}. */
  public Object several(@Nullable Object... wanted) {
    List<Object> all = new ArrayList<>();
    for (Object group : wanted) {
      all.add(text(number(group)));
    }
    return Ops.tuple(all);
  }

  /** {@code groups(fallback)}. */
  public Tuple<String> groups(@Nullable String fallback) {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= groupCount(); i++) {
      all.add(textOr(i, fallback));
    }
    return Tuple.<String>copyOf(all);
  }

  /** {@code groupdict(fallback)}. */
  public Map<String, String> named(@Nullable String fallback) {
    Map<String, String> all = new PyDict<>();
    for (String name : regex.names()) {
      all.put(name, textOr(regex.group(name), fallback));
    }
    return all;
  }

  /** {@code start(g)}. */
  public long start(@Nullable Object group) {
    return startOf(number(group));
  }

  long startOf(int group) {
    return spans[2 * group];
  }

  /** {@code end(g)}. */
  public long end(@Nullable Object group) {
    return endOf(number(group));
  }

  long endOf(int group) {
    return spans[2 * group + 1];
  }

  /** {@code span(g)}. */
  public Tuple2<Long, Long> span(@Nullable Object group) {
    return new Tuple2<>(start(group), end(group));
  }

  /** The group that ended last. */
  private int last() {
    int last = 0;
    for (int i = 1; i <= groupCount(); i++) {
      boolean isLater =
          last == 0
              || endOf(i) > endOf(last)
              || (endOf(i) == endOf(last) && !regex.isInside(i, last));
      if (startOf(i) >= 0 && isLater) {
        last = i;
      }
    }
    return last;
  }

  /** {@code lastindex}. */
  public @Nullable Long lastIndex() {
    return last() == 0 ? null : (Long) (long) last();
  }

  /** {@code lastgroup}. */
  public @Nullable String lastGroup() {
    return regex.name(last());
  }

  /** {@code string}. */
  public String input() {
    return input;
  }

  /** {@code expand(template)}. */
  public String expand(String template) {
    return RegexTemplate.expand(template, this);
  }

  /** The same match in a longer text, of which only the beginning was looked at. */
  Match of(String whole, long seen) {
    return new Match(this, whole, seen);
  }

  /** {@code pos}. */
  public long pos() {
    return pos;
  }

  /** {@code endpos}. */
  public long endpos() {
    return endpos;
  }

  /** {@code re}. */
  public Regex regex() {
    return regex;
  }

  /** {@code regs}. */
  public Tuple<Tuple2<Long, Long>> regs() {
    List<Tuple2<Long, Long>> all = new ArrayList<>();
    for (int i = 0; i <= groupCount(); i++) {
      all.add(new Tuple2<>(startOf(i), endOf(i)));
    }
    return Tuple.<Tuple2<Long, Long>>copyOf(all);
  }

  @Override
  public String repr() {
    return "<re.Match object; span=("
        + startOf(0)
        + ", "
        + endOf(0)
        + "), match="
        + Strs.repr(text(0))
        + ">";
  }

  @Override
  public String toString() {
    return repr();
  }
}
