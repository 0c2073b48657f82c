package approved;

import dev.weft.python.Dicts;
import dev.weft.python.Dyn;
import dev.weft.python.Iters;
import dev.weft.python.Lists;
import dev.weft.python.Patterns;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.Repr;
import dev.weft.python.Strs;
import dev.weft.python.Unhashable;
import java.util.List;

public final class MatchStatement {
  private MatchStatement() {}

  record Circle(long r) implements Repr, Unhashable {
    @Override
    public String repr() {
      return "Circle(r=" + r + ")";
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  record Rect(long w, long h) implements Repr, Unhashable {
    @Override
    public String repr() {
      return "Rect(w=" + w + ", h=" + h + ")";
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  static long area(Object s) {
    return switch (s) {
      case Circle(long r) -> Math.multiplyExact(Math.multiplyExact(3, r), r);
      case Rect(long w, long h) when w == h -> Math.multiplyExact(w, w);
      case Rect(long w, long h) -> Math.multiplyExact(w, h);
      case null, default -> -1;
    };
  }

  static String kind(Object x) {
    if (Py.eq(x, 0L)) {
      return "zero";
    }
    if (Py.eq(x, 1L) || Py.eq(x, 2L)) {
      return "small";
    }
    if (Py.isInstance(x, "int")) {
      return "int";
    }
    if (x instanceof String s) {
      return "str " + s;
    }
    if (Patterns.isSequence(x, 2)) {
      Object a = Iters.item(x, 0);
      Object b = Iters.item(x, 1);
      return "pair " + Py.str(a) + " " + Py.str(b);
    }
    if (Patterns.isLongSequence(x, 1)) {
      Object first = Iters.item(x, 0);
      List<Object> rest = Patterns.rest(x, 1, 0);
      return "list " + Py.str(first) + " " + Py.str(rest);
    }
    if (Py.isInstance(x, "dict") && Py.contains(x, "type")) {
      Object t = Dyn.item(x, "type");
      return "dict " + Py.str(t);
    }
    if (x == null) {
      return "none";
    }
    return "other";
  }

  static String command(String line) {
    List<String> parts = Strs.split(line, null);
    if (parts.size() == 2 && parts.get(0).equals("go")) {
      String direction = parts.get(1);
      return "going " + direction;
    }
    if (parts.size() == 1 && parts.get(0).equals("stop")) {
      return "stopping";
    }
    if (!parts.isEmpty() && parts.get(0).equals("say")) {
      List<String> words = Patterns.rest(parts, 1, 0);
      return Strs.join(" ", words);
    }
    return "unknown";
  }

  public static void main(String[] args) {
    Program.main("match_statement.py", args, MatchStatement::run);
  }

  /** The module's own code. */
  static void run() {
    Py.print(area(new Circle(2)), area(new Rect(2, 2)), area(new Rect(2, 3)), area("x"));
    for (Object v :
        Lists.<Object>of(
            0L,
            2L,
            50L,
            "s",
            Lists.longs(1, 2),
            Lists.longs(1, 2, 3),
            Dicts.<String, Object>of("type", "T", "z", 1L),
            null,
            2.5)) {
      Py.print(kind(v));
    }
    for (String line : new String[] {"go north", "stop", "say hi all", "jump"}) {
      Py.print(command(line));
    }
  }
}
