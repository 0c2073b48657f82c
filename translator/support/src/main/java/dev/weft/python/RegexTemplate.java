package dev.weft.python;

/** What replaces a match, as {@code sub} and {@code expand} read it. */
final class RegexTemplate {
  private final String template;
  private final Match match;
  private final StringBuilder out = new StringBuilder();
  private int at;

  private RegexTemplate(String template, Match match) {
    this.template = template;
    this.match = match;
  }

  static String expand(String template, Match match) {
    return new RegexTemplate(template, match).expanded();
  }

  private String expanded() {
    while (at < template.length()) {
      char c = template.charAt(at++);
      if (c != '\\') {
        out.append(c);
      } else if (at == template.length()) {
        throw wrong("bad escape (end of pattern)", at - 1);
      } else {
        escape(template.charAt(at++));
      }
    }
    return out.toString();
  }

  private void escape(char c) {
    if (c == 'g') {
      named();
    } else if (c == '0') {
      int end = at;
      while (end < Math.min(at + 2, template.length()) && isOctal(template.charAt(end))) {
        end++;
      }
      out.append((char) Integer.parseInt(template.substring(at - 1, end), 8));
      at = end;
    } else if (c >= '1' && c <= '9') {
      numbered();
    } else {
      int known = "abfnrtv\\".indexOf(c);
      if (known >= 0) {
        out.append("\u0007\b\f\n\r\t\u000b\\".charAt(known));
      } else if (Character.isLetter(c) && c < 128) {
        throw wrong("bad escape \\" + c, at - 2);
      } else {
        out.append('\\').append(c);
      }
    }
  }

  private void numbered() {
    int start = at - 1;
    if (at < template.length() && isDigit(template.charAt(at))) {
      at++;
      boolean isCharacter =
          at < template.length()
              && isOctal(template.charAt(start))
              && isOctal(template.charAt(at - 1))
              && isOctal(template.charAt(at));
      if (isCharacter) {
        int code = Integer.parseInt(template.substring(start, ++at), 8);
        if (code > 255) {
          throw wrong(
              "octal escape value \\" + template.substring(start, at) + " outside of range 0-0o377",
              start - 1);
        }
        out.append((char) code);
        return;
      }
    }
    group(Integer.parseInt(template.substring(start, at)), start);
  }

  private void named() {
    if (at == template.length() || template.charAt(at) != '<') {
      throw wrong("missing <", at);
    }
    int start = at + 1;
    int end = template.indexOf('>', start);
    if (end < 0) {
      throw start == template.length()
          ? wrong("missing group name", start)
          : wrong("missing >, unterminated name", start);
    }
    String name = template.substring(start, end);
    at = end + 1;
    if (name.isEmpty()) {
      throw wrong("missing group name", start);
    }
    if (name.matches("[0-9]+")) {
      group(name.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(name), start);
    } else if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
      throw wrong("bad character in group name " + Strs.repr(name), start);
    } else if (!match.regex().names().contains(name)) {
      throw new Errors.IndexError("unknown group name " + Strs.repr(name));
    } else {
      out.append(match.textOr(match.regex().group(name), ""));
    }
  }

  private void group(int number, int position) {
    if (number > match.groupCount()) {
      throw wrong("invalid group reference " + number, position);
    }
    out.append(match.textOr(number, ""));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }

  private static Errors.RegexError wrong(String what, int position) {
    return new Errors.RegexError(what + " at position " + position);
  }
}
