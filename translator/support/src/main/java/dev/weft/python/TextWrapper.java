package dev.weft.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code textwrap.TextWrapper}; not safe for use by several threads. */
public final class TextWrapper {
  private static final Set<String> OPTIONS =
      Set.of(
          "initial_indent",
          "subsequent_indent",
          "expand_tabs",
          "replace_whitespace",
          "fix_sentence_endings",
          "break_long_words",
          "drop_whitespace",
          "break_on_hyphens",
          "tabsize",
          "max_lines",
          "placeholder");

  private static final Pattern SENTENCE_END = Pattern.compile("[a-z][.!?][\"']?\\z");

  private final Map<String, Object> options;
  private long width;

  /** A wrapper with keyword arguments by their names. */
  public TextWrapper(long width, Map<String, Object> options) {
    for (String name : options.keySet()) {
      if (!OPTIONS.contains(name)) {
        throw new Errors.TypeError(
            "TextWrapper.__init__() got an unexpected keyword argument '" + name + "'");
      }
    }
    this.width = width;
    this.options = options;
  }

  /** {@code shorten(text, width, **options)}. */
  public static String shorten(String text, long width, Map<String, Object> options) {
    Map<String, Object> all = new PyDict<>();
    all.put("max_lines", 1L);
    all.putAll(options);
    return new TextWrapper(width, all).fill(Strs.join(" ", Strs.split(text, null)));
  }

  /** {@code width}. */
  @Property
  public long width() {
    return width;
  }

  /** {@code width = value}. */
  public void width(long given) {
    width = given;
  }

  static boolean isSpace(int c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0d);
  }

  private boolean is(String option, boolean otherwise) {
    return options.containsKey(option) ? Py.truth(options.get(option)) : otherwise;
  }

  private String text(String option, String otherwise) {
    return options.containsKey(option) ? Py.str(options.get(option)) : otherwise;
  }

  /** {@code fill(text)}. */
  public String fill(String text) {
    return Strs.join("\n", wrap(text));
  }

  /** {@code wrap(text)}. */
  public List<String> wrap(String given) {
    String text = given;
    if (is("expand_tabs", true)) {
      text =
          Strs.expandTabs(
              text, options.containsKey("tabsize") ? Numbers.toLong(options.get("tabsize")) : 8);
    }
    if (is("replace_whitespace", true)) {
      text = text.replaceAll("[\\t-\\r]", " ");
    }
    List<String> chunks = TextChunks.of(text, is("break_on_hyphens", true));
    if (is("fix_sentence_endings", false)) {
      for (int i = 0; i < chunks.size() - 1; i++) {
        if (chunks.get(i + 1).equals(" ") && SENTENCE_END.matcher(chunks.get(i)).find()) {
          chunks.set(++i, "  ");
        }
      }
    }
    return new Lines(new ArrayDeque<>(chunks)).all();
  }

  /** The lines of one text. */
  private final class Lines {
    private final Deque<String> chunks;
    private final List<String> lines = new PyList<>();
    private final boolean drops = is("drop_whitespace", true);
    private final String placeholder = text("placeholder", " [...]");
    private final String first = text("initial_indent", "");
    private final String rest = text("subsequent_indent", "");
    private final @Nullable Long most;

    Lines(Deque<String> chunks) {
      this.chunks = chunks;
      @Nullable Object given = options.get("max_lines");
      most = given == null ? null : (Long) Numbers.toLong(given);
    }

    List<String> all() {
      if (width <= 0) {
        throw new Errors.ValueError("invalid width " + width + " (must be > 0)");
      }
      if (most != null
          && Strs.len(most > 1 ? rest : first) + Strs.len(Strs.lstrip(placeholder)) > width) {
        throw new Errors.ValueError("placeholder too large for max width");
      }
      while (!chunks.isEmpty() && line()) {}
      return lines;
    }

    /** Adds one line; false if it was the last that is allowed. */
    private boolean line() {
      String indent = lines.isEmpty() ? first : rest;
      long room = width - Strs.len(indent);
      if (drops && !lines.isEmpty() && chunks.getFirst().isBlank()) {
        chunks.removeFirst();
      }
      Deque<String> line = new ArrayDeque<>();
      long length = 0;
      while (!chunks.isEmpty() && length + Strs.len(chunks.getFirst()) <= room) {
        length += Strs.len(chunks.getFirst());
        line.add(chunks.removeFirst());
      }
      if (!chunks.isEmpty() && Strs.len(chunks.getFirst()) > room) {
        length += breakWord(line, room - length, room);
      }
      if (drops && !line.isEmpty() && line.getLast().isBlank()) {
        length -= Strs.len(line.removeLast());
      }
      if (line.isEmpty()) {
        return true;
      }
      boolean nothingLeft =
          chunks.isEmpty() || (drops && chunks.size() == 1 && chunks.getFirst().isBlank());
      if (most == null || lines.size() + 1 < most || (nothingLeft && length <= room)) {
        lines.add(indent + String.join("", line));
        return true;
      }
      end(indent, line, length, room);
      return false;
    }

    /** Takes what fits of a word that is longer than a line; how much that was. */
    private long breakWord(Deque<String> line, long left, long room) {
      String word = chunks.getFirst();
      if (is("break_long_words", true)) {
        long end = room < 1 ? 1 : left;
        if (is("break_on_hyphens", true) && Strs.len(word) > end) {
          long hyphen = TextSearch.rfind(word, "-", 0L, end);
          if (hyphen > 0 && !Strs.slice(word, null, hyphen).matches("-*")) {
            end = hyphen + 1;
          }
        }
        String part = Strs.slice(word, null, end);
        line.add(part);
        chunks.removeFirst();
        chunks.addFirst(Strs.slice(word, end, null));
        return Strs.len(part);
      }
      if (!line.isEmpty()) {
        return 0;
      }
      line.add(chunks.removeFirst());
      return Strs.len(word);
    }

    /** The last line, with a mark that there was more. */
    private void end(String indent, Deque<String> line, long size, long room) {
      long length = size;
      while (!line.isEmpty()) {
        if (!line.getLast().isBlank() && length + Strs.len(placeholder) <= room) {
          lines.add(indent + String.join("", line) + placeholder);
          return;
        }
        length -= Strs.len(line.removeLast());
      }
      if (!lines.isEmpty()) {
        String before = Strs.rstrip(lines.getLast());
        if (Strs.len(before) + Strs.len(placeholder) <= width) {
          lines.set(lines.size() - 1, before + placeholder);
          return;
        }
      }
      lines.add(indent + Strs.lstrip(placeholder));
    }
  }
}
