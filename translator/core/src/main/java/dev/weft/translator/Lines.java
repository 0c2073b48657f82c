package dev.weft.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Java statements as lines; layout is left to the formatter. Each knows which line of the source it
 * was made of, and says so in its text by a {@linkplain LineMarks mark}.
 */
final class Lines {
  private final List<String> lines = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();

  void add(String line) {
    lines.add(line);
    places.add(Session.here().line);
  }

  void addAll(Lines other) {
    lines.addAll(other.lines);
    places.addAll(other.places);
  }

  /** Gives a line another text. */
  void set(int index, String line) {
    lines.set(index, line);
  }

  /** Whether a name stands in a line from an index on. */
  boolean mention(String name, int from) {
    Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    return lines.subList(from, lines.size()).stream().anyMatch(it -> word.matcher(it).find());
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  int size() {
    return lines.size();
  }

  private static final Pattern LEAVING = Pattern.compile("(return|break|continue|throw|yield)\\b");

  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+) = ");

  private static final Pattern STATEMENT =
      Pattern.compile(
          "throw .*|\\w+ [-+*]?= .*|" + Library.SUPPORT + "?\\w+(\\.\\w+)*(\\(.*\\)|\\+\\+|--);",
          Pattern.DOTALL);

  /** What they give behind a prefix, or throw, if that is all they do; null if it is not. */
  @Nullable String result(String prefix) {
    if (lines.size() != 1) {
      return null;
    }
    String line = lines.getFirst();
    return raises() ? line : line.startsWith(prefix) ? line.substring(prefix.length()) : null;
  }

  /**
   * What ends with the giving of a value, or a throw, as a block of a switch that yields it; null
   * if something before that may leave the block.
   */
  @Nullable Lines yielding(String prefix) {
    if (lines.isEmpty()
        || !(lines.getLast().startsWith("throw ") || lines.getLast().startsWith(prefix))
        || lines.subList(0, lines.size() - 1).stream()
            .anyMatch(l -> LEAVING.matcher(l).lookingAt() || !l.endsWith(";"))) {
      return null;
    }
    Lines yielding = new Lines();
    yielding.addAll(this);
    String last = lines.getLast();
    if (last.startsWith(prefix)) {
      yielding.set(lines.size() - 1, "yield " + last.substring(prefix.length()));
    }
    return yielding;
  }

  /** The variable that all they do is to assign to; null if there is none. */
  @Nullable String assigned() {
    Matcher assignment = ASSIGNMENT.matcher(lines.isEmpty() ? "" : lines.getFirst());
    return lines.size() == 1 && assignment.lookingAt() ? assignment.group(1) : null;
  }

  /** The one statement that needs no braces in a switch; null if there is another, or more. */
  @Nullable String statement() {
    return lines.size() == 1 && STATEMENT.matcher(lines.getFirst()).matches()
        ? lines.getFirst()
        : null;
  }

  /** Whether they begin with a throw. */
  boolean raises() {
    return !lines.isEmpty() && lines.getFirst().startsWith("throw ");
  }

  /** Takes the last line away if it declares a variable, without a value; returns it then. */
  @Nullable String takeDeclaration(String name) {
    String last = lines.isEmpty() ? "" : lines.getLast();
    if (!last.endsWith(" " + name + ";") || last.startsWith("return ")) {
      return null;
    }
    lines.removeLast();
    places.removeLast();
    return last.substring(0, last.length() - 1);
  }

  /** The line of the source that the first was made of. */
  int place() {
    return places.getFirst();
  }

  /** The lines as a part of another one. */
  String joined() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      out.append(i == 0 ? "" : "\n").append(LineMarks.of(places.get(i))).append(lines.get(i));
    }
    return out.toString();
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("}")) {
        depth--;
      }
      out.append(LineMarks.of(places.get(i)))
          .append("  ".repeat(Math.max(0, depth)))
          .append(line)
          .append('\n');
      if (line.endsWith("{")) {
        depth++;
      }
    }
    return out.toString();
  }
}
