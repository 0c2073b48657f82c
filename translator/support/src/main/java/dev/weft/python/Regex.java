package dev.weft.python;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The module {@code re} and its compiled patterns, on {@link java.util.regex}. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class Regex implements Repr {
  public static final long IGNORECASE = 2;
  public static final long MULTILINE = 8;
  public static final long DOTALL = 16;
  public static final long VERBOSE = 64;
  public static final long ASCII = 256;

  private static final Map<String, Regex> CACHE =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Regex> eldest) {
          return size() > 512;
        }
      };

  /** Texts up to this length are looked at again, which costs less than to remember them. */
  private static final int SHORT = 32;

  /** Those met last, by their sources' hashes, for a look without the lock. */
  private static final @Nullable Regex[] RECENT = new Regex[64];

  private final String source;
  private final long flags;
  private final Pattern pattern;

  /** For text of ASCII, where classes and boundaries of words need not know all of Unicode. */
  private final Pattern plain;

  private final @Nullable RegexStart start;

  /** A text that was found to be ASCII: one that is matched at many places is looked at once. */
  private @Nullable String ascii;

  private final List<String> names = new ArrayList<>();
  private final List<String> javaNames = new ArrayList<>();

  /** By number. */
  private final @Nullable String[] groupNames;

  /** The groups around each group, by number. */
  private final int[] outer;

  private Regex(String source, long flags) {
    this.source = source;
    this.flags = flags;
    try {
      String java = translate(source);
      int javaFlags = RegexFlags.java(flags);
      this.pattern = Pattern.compile(java, javaFlags);
      int plainFlags = javaFlags & ~Pattern.UNICODE_CHARACTER_CLASS;
      this.plain = Pattern.compile(RegexSets.spelledOut(java, plainFlags), plainFlags);
      this.start = RegexStart.of(java, plainFlags);
      String[] all = new String[(int) groups() + 1];
      names.forEach(name -> all[group(name)] = name);
      this.groupNames = all;
      this.outer = RegexFlags.outerGroups(source, all.length);
    } catch (PatternSyntaxException e) {
      throw Exceptions.from(new Errors.RegexError(RegexErrors.text(source, e)), e);
    }
  }

  /** {@code re.compile(pattern, flags)}. */
  public static Regex compile(String source, long flags) {
    int place = Math.floorMod(source.hashCode() ^ (int) flags, RECENT.length);
    Regex recent = RECENT[place];
    if (recent != null && recent.flags == flags && recent.source.equals(source)) {
      return recent;
    }
    Regex regex;
    synchronized (CACHE) {
      regex = CACHE.computeIfAbsent(flags + ":" + source, k -> new Regex(source, flags));
    }
    RECENT[place] = regex;
    return regex;
  }

  /** Python's syntax as Java's: named groups, {@code \Z}, and what Java reads in other ways. */
  private String translate(String text) {
    StringBuilder out = new StringBuilder();
    boolean inSet = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        out.append(next == 'Z' ? "\\z" : "\\" + next);
        if (next == 'N' && text.startsWith("{", i + 1)) {
          // The name of a character, whose brace does not count.
          out.append(text.charAt(++i));
        }
      } else if (inSet) {
        inSet = c != ']';
        out.append(c == '[' || c == '&' || c == '~' ? "\\" + c : String.valueOf(c));
        if (c == ' ' && (flags & VERBOSE) != 0) {
          out.setLength(out.length() - 1);
          out.append("\\ ");
        }
      } else if (c == '[') {
        inSet = true;
        out.append(c);
        if (i + 1 < text.length() && text.charAt(i + 1) == '^') {
          out.append(text.charAt(++i));
        }
        if (i + 1 < text.length() && text.charAt(i + 1) == ']') {
          out.append("\\]");
          i++;
        }
      } else if (c == '(' && text.startsWith("(?P<", i)) {
        String name = RegexErrors.name(text, i + 4, '>');
        if (names.contains(name)) {
          throw RegexErrors.redefined(text, name, i);
        }
        out.append("(?<").append(javaName(name)).append('>');
        i += 4 + name.length();
      } else if (c == '(' && text.startsWith("(?P=", i)) {
        String name = RegexErrors.name(text, i + 4, ')');
        if (!names.contains(name)) {
          throw RegexErrors.at("unknown group name " + Strs.repr(name), i + 4);
        }
        out.append("\\k<").append(javaName(name)).append('>');
        i += 4 + name.length();
      } else if (c == '{') {
        out.append(RegexFlags.brace(text, i));
      } else if (c == '$' && (flags & MULTILINE) == 0) {
        out.append("(?=\\n?\\z)");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private String javaName(String name) {
    int known = names.indexOf(name);
    if (known >= 0) {
      return javaNames.get(known);
    }
    String java = "g" + names.size() + name.replaceAll("[^A-Za-z0-9]", "");
    names.add(name);
    javaNames.add(java);
    return java;
  }

  /** The number of a named group. */
  int group(String name) {
    int known = names.indexOf(name);
    if (known < 0) {
      throw new Errors.IndexError("no such group");
    }
    return pattern.namedGroups().get(javaNames.get(known));
  }

  List<String> names() {
    return names;
  }

  /** The name of a group; null if it has none. */
  @Nullable String name(int group) {
    return groupNames[group];
  }

  /** {@code pattern.pattern}. */
  public String source() {
    return source;
  }

  /** {@code pattern.flags}, with those that the pattern itself begins with. */
  public long flags() {
    return RegexFlags.all(source, flags);
  }

  /** Whether one group is inside another. */
  boolean isInside(int group, int other) {
    int g = group;
    while (g > 0 && g != other) {
      g = outer[g];
    }
    return g == other;
  }

  /** {@code pattern.groupindex}. */
  public Map<String, Long> groupIndex() {
    Map<String, Long> all = new PyDict<>();
    names.forEach(name -> all.put(name, (long) group(name)));
    return all;
  }

  /** The same search or match in the text up to a place; nothing behind it is seen. */
  private static String upTo(String text, long end) {
    if (text == null) {
      throw new Errors.TypeError("expected string or bytes-like object, got 'NoneType'");
    }
    return end >= text.length() ? text : text.substring(0, (int) Math.max(end, 0));
  }

  /** {@code search(text, start, end)}. */
  public @Nullable Match search(String text, long start, long end) {
    Match found = search(upTo(text, end), start);
    return found == null ? null : found.of(text, end);
  }

  /** {@code match(text, start, end)}. */
  public @Nullable Match match(String text, long start, long end) {
    Match found = match(upTo(text, end), start);
    return found == null ? null : found.of(text, end);
  }

  /** {@code pattern.groups}. */
  public long groups() {
    return pattern.matcher("").groupCount();
  }

  private Matcher matcher(@Nullable String text) {
    if (text == null) {
      throw new Errors.TypeError("expected string or bytes-like object, got 'NoneType'");
    }
    Matcher m = (isAscii(text) ? plain : pattern).matcher(text);
    m.useTransparentBounds(true);
    m.useAnchoringBounds(false);
    return m;
  }

  /** Goes on to the next match, from the end of the last. */
  @SuppressWarnings("ReferenceEquality") // Which of the two patterns it is.
  private boolean find(Matcher m, String text, int from) {
    RegexStart known = m.pattern() == plain ? start : null;
    return known != null ? known.find(m, text, from) : m.find();
  }

  @SuppressWarnings("ReferenceEquality") // Only whether it was looked at before.
  private boolean isAscii(String text) {
    if (text == ascii) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    if (text.length() > SHORT) {
      ascii = text;
    }
    return true;
  }

  private Matcher matcher(String text, long start) {
    Matcher m = matcher(text);
    m.region(Math.clamp(start, 0, text.length()), text.length());
    return m;
  }

  /** {@code search(text, start)}. */
  public @Nullable Match search(String text, long start) {
    int from = Math.clamp(start, 0, text.length());
    Matcher m = matcher(text, from);
    return find(m, text, from) ? new Match(this, text, start, m) : null;
  }

  /** {@code match(text, start)}. */
  public @Nullable Match match(String text, long start) {
    Matcher m = matcher(text, start);
    return m.lookingAt() ? new Match(this, text, start, m) : null;
  }

  /** {@code fullmatch(text)}. */
  public @Nullable Match fullMatch(String text) {
    return fullMatch(text, 0);
  }

  /** {@code fullmatch(text, start)}. */
  public @Nullable Match fullMatch(String text, long start) {
    Matcher m = matcher(text, start);
    return m.matches() ? new Match(this, text, start, m) : null;
  }

  /** {@code fullmatch(text, start, end)}. */
  public @Nullable Match fullMatch(String text, long start, long end) {
    Match found = fullMatch(upTo(text, end), start);
    return found == null ? null : found.of(text, end);
  }

  /** {@code finditer(text)}. */
  public Iterable<Match> all(String text) {
    return all(text, 0, Long.MAX_VALUE);
  }

  /** {@code finditer(text, start, end)}. */
  public Iterable<Match> all(String text, long start, long end) {
    String seen = upTo(text, end);
    Matcher m = matcher(seen, start);
    List<Match> found = new PyList<>();
    int at = Math.clamp(start, 0, seen.length());
    for (; find(m, seen, at); at = m.end()) {
      found.add(new Match(this, seen, start, m).of(text, end));
    }
    return Iters.iter(found);
  }

  /** {@code findall(text)} where there is at most one group. */
  public List<String> findTexts(String text) {
    List<String> found = new PyList<>();
    Matcher m = matcher(text);
    int group = Math.min(m.groupCount(), 1);
    for (int at = 0; find(m, text, at); at = m.end()) {
      found.add(textOfGroup(m, group));
    }
    return found;
  }

  private static String textOfGroup(Matcher m, int group) {
    String text = m.group(group);
    return text == null ? "" : text;
  }

  /** {@code findall(text)}. */
  public List<Object> find(String text) {
    return find(text, 0, Long.MAX_VALUE);
  }

  /** {@code findall(text, start, end)}. */
  public List<Object> find(String text, long start, long end) {
    String seen = upTo(text, end);
    List<Object> found = new PyList<>();
    Matcher m = matcher(seen, start);
    int groups = m.groupCount();
    int at = Math.clamp(start, 0, seen.length());
    for (; find(m, seen, at); at = m.end()) {
      if (groups <= 1) {
        found.add(textOfGroup(m, groups));
      } else {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= groups; i++) {
          row.add(textOfGroup(m, i));
        }
        found.add(Ops.tuple(row));
      }
    }
    return found;
  }

  /** {@code split(text, maxsplit)}. */
  public List<String> split(String text, long max) {
    List<String> parts = new PyList<>();
    int last = 0;
    for (Match m : all(text)) {
      if (max > 0 && parts.size() >= max * (1 + m.groupCount())) {
        break;
      }
      parts.add(text.substring(last, (int) m.startOf(0)));
      for (int i = 1; i <= m.groupCount(); i++) {
        parts.add(m.text(i));
      }
      last = (int) m.endOf(0);
    }
    parts.add(text.substring(last));
    return parts;
  }

  /** {@code subn(replacement, text, count)} with a function. */
  public Tuple2<String, Long> replace(Fn1<Match, ?> replacement, String text, long count) {
    Matcher m = matcher(text);
    if (!find(m, text, 0)) {
      return new Tuple2<>(text, 0L);
    }
    StringBuilder out = new StringBuilder();
    int last = 0;
    long done = 0;
    do {
      Match match = new Match(this, text, 0, m);
      out.append(text, last, m.start()).append(Py.str(replacement.call(match)));
      last = m.end();
      done++;
    } while ((count <= 0 || done < count) && find(m, text, last));
    return new Tuple2<>(out.append(text, last, text.length()).toString(), done);
  }

  /** {@code subn(replacement, text, count)} with a template. */
  public Tuple2<String, Long> replace(String template, String text, long count) {
    return template.indexOf('\\') < 0
        ? replace(m -> template, text, count)
        : replace(m -> m.expand(template), text, count);
  }

  /** {@code subn(replacement, text, count)} with either. */
  public Tuple2<String, Long> replace(Object replacement, String text, long count) {
    return Py.callable(replacement)
        ? replace(m -> Dyn.call(replacement, m), text, count)
        : replace((String) replacement, text, count);
  }

  /** {@code re.escape(text)}. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f".indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }

  @Override
  public String repr() {
    return RegexFlags.repr(Strs.repr(source), flags());
  }

  @Override
  public String toString() {
    return repr();
  }
}
