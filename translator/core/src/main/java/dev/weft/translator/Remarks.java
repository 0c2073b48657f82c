package dev.weft.translator;

import dev.weft.translator.parser.Comment;
import dev.weft.translator.parser.SourceModule;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Carries comments over to the statements they stand above or beside. */
final class Remarks {
  private final Map<Integer, Comment> byLine = new HashMap<>();
  private final List<String> lines;
  private final Set<Comment> done = new HashSet<>();

  Remarks(SourceModule source) {
    source.comments().forEach(c -> byLine.put(c.line(), c));
    lines = source.source().lines().toList();
  }

  void before(Stmt stmt, Lines out) {
    List<Comment> above = new ArrayList<>();
    for (int line = stmt.at().line() - 1; line > 0; line--) {
      Comment comment = byLine.get(line);
      if (comment != null && comment.ownLine()) {
        above.add(0, comment);
      } else if (line <= lines.size() && !lines.get(line - 1).isBlank()) {
        break;
      }
    }
    Comment beside = byLine.get(stmt.at().line());
    if (beside != null && !beside.ownLine()) {
      above.add(beside);
    }
    for (Comment comment : above) {
      boolean tool =
          comment.text().startsWith("!")
              || comment.text().startsWith("type:")
              || comment.text().startsWith("noqa")
              || comment.text().contains("coding:");
      if (done.add(comment) && !tool && !comment.text().isEmpty()) {
        out.add("// " + comment.text().replace("\\u", "\\\\u"));
      }
    }
  }
}
