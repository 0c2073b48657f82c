package dev.weft.python;

import java.util.ArrayList;
import java.util.List;

/**
 * The pieces that a line may be broken between, as CPython's {@code textwrap} finds them: runs of
 * spaces, words, parts of words with hyphens, and dashes between words.
 */
final class TextChunks {
  private final int[] text;
  private final boolean atHyphens;

  private TextChunks(String text, boolean atHyphens) {
    this.text = text.codePoints().toArray();
    this.atHyphens = atHyphens;
  }

  static List<String> of(String text, boolean atHyphens) {
    return new TextChunks(text, atHyphens).all();
  }

  private List<String> all() {
    List<String> chunks = new ArrayList<>();
    for (int start = 0; start < text.length; ) {
      int end = isSpace(start) ? endOfSpaces(start) : endOfWord(start);
      chunks.add(new String(text, start, end - start));
      start = end;
    }
    return chunks;
  }

  private int endOfSpaces(int start) {
    int end = start;
    while (isSpace(end)) {
      end++;
    }
    return end;
  }

  private int endOfWord(int start) {
    if (atHyphens && start > 0 && isPunctuation(start - 1) && isDash(start)) {
      return endOfDashes(start);
    }
    for (int end = start + 1; end < text.length; end++) {
      if (isSpace(end)) {
        return end;
      }
      if (atHyphens && text[end] == '-' && breaksBehind(end)) {
        return end + 1;
      }
      if (atHyphens && isPunctuation(end - 1) && isDash(end)) {
        return end;
      }
    }
    return text.length;
  }

  /** Whether a word may be broken behind its hyphen: with two letters on either side. */
  private boolean breaksBehind(int hyphen) {
    boolean before =
        isLetter(hyphen - 1)
            && (isLetter(hyphen - 2) || (is(hyphen - 2, '-') && isLetter(hyphen - 3)));
    boolean behind =
        isLetter(hyphen + 1)
            && (isLetter(hyphen + 2) || (is(hyphen + 2, '-') && isLetter(hyphen + 3)));
    return before && behind;
  }

  private int endOfDashes(int start) {
    int end = start;
    while (is(end, '-')) {
      end++;
    }
    return end;
  }

  /** Whether two hyphens or more begin here, and a word behind them. */
  private boolean isDash(int start) {
    int end = endOfDashes(start);
    return end - start >= 2
        && end < text.length
        && (Letters.isAlnum(text[end]) || text[end] == '_');
  }

  private boolean is(int at, char c) {
    return at >= 0 && at < text.length && text[at] == c;
  }

  private boolean isSpace(int at) {
    return at < text.length && TextWrapper.isSpace(text[at]);
  }

  private boolean isLetter(int at) {
    return at >= 0
        && at < text.length
        && (text[at] == '_' || (Letters.isAlnum(text[at]) && !Character.isDigit(text[at])));
  }

  private boolean isPunctuation(int at) {
    return text[at] == '_' || Letters.isAlnum(text[at]) || "!\"'&.,?".indexOf(text[at]) >= 0;
  }
}
