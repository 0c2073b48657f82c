package dev.weft.translator.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Finds comments: every {@code #} that no string contains. */
final class Comments {
  private final TreeMap<Integer, List<Position>> stringsByLine = new TreeMap<>();

  private Comments() {}

  static List<Comment> of(String source, List<Stmt> body) {
    Comments comments = new Comments();
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        if (expr instanceof Expr.StringLiteral
            || expr instanceof Expr.FString
            || expr instanceof Expr.BytesLiteral) {
          comments.add(expr.at());
        }
        return true;
      }
    }.block(body);
    return comments.find(source);
  }

  private void add(Position string) {
    for (int line = string.line(); line <= string.endLine(); line++) {
      stringsByLine.computeIfAbsent(line, l -> new ArrayList<>()).add(string);
    }
  }

  private List<Comment> find(String source) {
    List<Comment> found = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      for (int i = line.indexOf('#'); i >= 0; i = line.indexOf('#', i + 1)) {
        if (!inString(number, line.codePointCount(0, i))) {
          found.add(
              new Comment(number, line.substring(i + 1).strip(), line.substring(0, i).isBlank()));
          break;
        }
      }
    }
    return found;
  }

  private boolean inString(int line, int column) {
    return stringsByLine.getOrDefault(line, List.of()).stream()
        .anyMatch(string -> string.contains(line, column));
  }
}
