package approved;

import dev.weft.python.Dicts;
import dev.weft.python.Enums;
import dev.weft.python.Lists;
import dev.weft.python.NamedTuple;
import dev.weft.python.Numbers;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyEnum;
import dev.weft.python.PyList;
import dev.weft.python.Repr;
import dev.weft.python.Tuple;
import dev.weft.python.Unhashable;
import java.util.List;
import java.util.Objects;

public final class ClassDataclass {
  private ClassDataclass() {}

  static class Point implements Repr, Unhashable {
    long x;
    final long y;

    Point(long x, long y) {
      this.x = x;
      this.y = y;
    }

    long dist2() {
      return Math.addExact(Numbers.powExact(this.x, 2), Numbers.powExact(this.y, 2));
    }

    @Override
    public String repr() {
      return "Point(x=" + x + ", y=" + y + ")";
    }

    @Override
    public String toString() {
      return repr();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Point that && x == that.x && y == that.y;
    }

    @Override
    public int hashCode() {
      return Objects.hash(x, y);
    }
  }

  static class Job implements Repr, Unhashable {
    final String name;
    final long priority;
    final List<String> tags;
    boolean done;

    Job(String name, long priority, List<String> tags, boolean done) {
      this.name = name;
      this.priority = priority;
      this.tags = tags;
      this.done = done;
    }

    @Override
    public String repr() {
      return "Job(name="
          + Py.repr(name)
          + ", priority="
          + priority
          + ", tags="
          + Py.repr(tags)
          + ", done="
          + Py.repr(done)
          + ")";
    }

    @Override
    public String toString() {
      return repr();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Job that
          && Objects.equals(name, that.name)
          && priority == that.priority
          && Py.eq(tags, that.tags)
          && done == that.done;
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, priority, tags, done);
    }
  }

  record Key(String a, long b) implements Repr {
    @Override
    public String repr() {
      return "Key(a=" + Py.repr(a) + ", b=" + b + ")";
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  record Item(long rank, String label) implements Repr, Unhashable, Comparable<Item> {
    @Override
    public String repr() {
      return "Item(rank=" + rank + ", label=" + Py.repr(label) + ")";
    }

    @Override
    public String toString() {
      return repr();
    }

    @Override
    public int compareTo(Item other) {
      return Py.compare(Tuple.<Object>of(rank, label), Tuple.<Object>of(other.rank, other.label));
    }
  }

  enum Color implements PyEnum {
    RED(1L),
    GREEN(2L);
    private final Long value;

    Color(Long value) {
      this.value = value;
    }

    @Override
    public Long value() {
      return value;
    }

    @Override
    public String toString() {
      return "Color." + name();
    }

    String describe() {
      return this.name() + "=" + this.value();
    }
  }

  record Pair(long left, String right) implements NamedTuple {
    @Override
    public String repr() {
      return "Pair(left=" + left + ", right=" + Py.repr(right) + ")";
    }

    @Override
    public String toString() {
      return repr();
    }

    @Override
    public List<Object> values() {
      return Lists.<Object>of(left, right);
    }
  }

  public static void main(String[] args) {
    Program.main("class_dataclass.py", args, ClassDataclass::run);
  }

  /** The module's own code. */
  static void run() {
    Point p = new Point(3, 4);
    Py.print(p, p.dist2(), Py.eq(p, new Point(3, 4)), p.x);
    p.x = 10;
    Py.print(p);
    Job j = new Job("build", 1, Lists.of("ci"), false);
    j.tags.add("x");
    j.done = true;
    Py.print(j, new Job("test", 1, new PyList<>(), false));
    Py.print(Dicts.get(Dicts.of(new Key("k", 1), "v"), new Key("k", 1)), new Key("a", 2));
    Py.print(
        Lists.sorted(Lists.of(new Item(2, "b"), new Item(1, "z"), new Item(1, "a"))),
        Py.lt(new Item(1, "a"), new Item(2, "a")));
    Py.print(
        Color.RED,
        Color.RED.name(),
        Color.RED.value(),
        Py.repr(Color.GREEN),
        Enums.of(Color.class, 2L),
        Color.RED.describe(),
        Enums.named(Color.class, "GREEN"));
    for (Color c : Enums.members(Color.class)) {
      Py.print(c);
    }
    Py.print(Color.RED == Color.RED, Color.RED == Color.GREEN);
    Pair q = new Pair(1, "r");
    Py.print(q, q.left(), q.right());
    long l = q.left();
    String r = q.right();
    Py.print(l, r);
  }
}
