package approved;

import dev.weft.python.Iters;
import dev.weft.python.Lists;
import dev.weft.python.Numbers;
import dev.weft.python.Ops;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyList;
import dev.weft.python.Range;
import dev.weft.python.Strs;
import dev.weft.python.Tuple;
import dev.weft.python.Tuple0;
import dev.weft.python.Tuple1;
import dev.weft.python.Tuple2;
import dev.weft.python.Tuple3;
import dev.weft.python.Tuple4;
import java.util.Iterator;
import java.util.List;

public final class BasicsLists {
  private BasicsLists() {}

  public static void main(String[] args) {
    Program.main("basics_lists.py", args, BasicsLists::run);
  }

  /** The module's own code. */
  static void run() {
    List<Long> xs = Lists.longs(3, 1, 2);
    xs.add(5L);
    Iters.addAll(xs, Lists.longs(4, 0));
    Lists.insert(xs, 1, 9L);
    Py.print(
        xs,
        Py.len(xs),
        Lists.getLong(xs, 0),
        Lists.getLong(xs, -1),
        Lists.slice(xs, 1L, 3L),
        Lists.slice(xs, null, null, -1L),
        Lists.slice(xs, null, null, 2L));
    Lists.sort(xs);
    Py.print(xs, Lists.indexOf(xs, 4L), Lists.count(xs, 1L), xs.contains(3L), xs.contains(99L));
    Lists.remove(xs, 9L);
    Py.print(Lists.pop(xs), Lists.pop(xs, 0), xs);
    List<Long> ys = Lists.copy(xs);
    Lists.reverse(ys);
    Py.print(
        xs, ys, Lists.<Long>concat(xs, ys), Lists.repeat(xs, 2), Py.eq(xs, ys), !Py.eq(xs, ys));
    Py.print(
        Lists.sorted(Lists.of("b", "a", "c"), true),
        Lists.sorted(Lists.longs(3, -1, 2), x -> Math.absExact(x)));
    Lists.set(xs, 0, 100L);
    Lists.setSlice(xs, 1L, 2L, null, Lists.longs(7, 8));
    Lists.delete(xs, 0);
    Py.print(xs);
    List<List<Long>> nested = Lists.of(Lists.longs(1, 2), Lists.longs(3, 4));
    Lists.get(nested, 0).add(9L);
    List<Long> items = Lists.longs();
    for (List<Long> row : nested) {
      for (long x : row) {
        items.add(x);
      }
    }
    List<List<Long>> items2 = new PyList<>();
    for (long unused = 0; unused < 2; unused++) {
      items2.add(Lists.repeat(Lists.longs(0), 2));
    }
    Py.print(nested, items, items2);
    List<Long> parts = Iters.<Long>unpackStar(Lists.longs(1, 2, 3, 4), 2, 0);
    long a = parts.get(0);
    long b = parts.get(1);
    List<Long> rest = Lists.slice(parts, 2L, null);
    Py.print(a, b, rest);
    List<String> parts2 = Iters.<String>unpackStar(Strs.chars("abcd"), 1, 1);
    String first = parts2.get(0);
    List<String> mid = Lists.slice(parts2, 1L, (long) parts2.size() - 1);
    String last = parts2.get(parts2.size() - 1);
    Py.print(first, mid, last);
    List<Long> items3 = Lists.longs();
    for (long x = 0; x < 10; x++) {
      if (Math.floorMod(x, 2L) == 0) {
        items3.add(x * 2);
      }
    }
    Py.print(items3, Lists.copy(Range.of(5, 0, -2)), Lists.copy(Range.of(0, 3, 1)));
    boolean any = Iters.any(Lists.booleans(false, true));
    boolean all = Iters.all(Lists.booleans(true, false));
    boolean found = false;
    for (long x : new long[] {1, 2}) {
      if (x > 3) {
        found = true;
        break;
      }
    }
    boolean holds = true;
    for (long x2 : new long[] {1, 2}) {
      if (x2 <= 0) {
        holds = false;
        break;
      }
    }
    Py.print(any, all, found, holds);
    for (Tuple2<Long, String> item : Iters.enumerate(Lists.of("a", "b"), 1)) {
      long i = item.first();
      String v = item.second();
      Py.print(i, v);
    }
    Iterator<Long> left = Lists.longs(1, 2, 3).iterator();
    Iterator<String> right = Strs.chars("ab").iterator();
    while (left.hasNext() && right.hasNext()) {
      long p = left.next();
      String q = right.next();
      Py.print(p, q);
    }
    Py.print(
        Lists.copy(Iters.map(v -> Math.addExact(v, 1), Lists.longs(1, 2))),
        Lists.copy(Iters.filter(v2 -> v2 > 1, Lists.longs(1, 2, 3))));
    Tuple3<Long, String, Double> t = new Tuple3<>(1L, "two", 3.0);
    Py.print(
        t,
        t.second(),
        Py.len(t),
        Py.<Tuple4<Long, String, Double, Long>>cast(Ops.add(t, new Tuple1<>(4L))),
        new Tuple1<>(1L),
        new Tuple0());
    Py.print(
        Iters.min(Lists.longs(4, 2, 8)),
        Iters.max(Strs.chars("hello")),
        Numbers.sumFloats(Lists.doubles(1.5, 2.5)),
        Iters.min(Lists.of(new Tuple2<>("b", 1L), new Tuple2<>("a", 2L))));
    List<String> words = Lists.of("banana", "kiwi", "apple");
    Lists.sort(words, x -> Py.len(x));
    Py.print(words, Iters.max(words, x -> Py.len(x)), Lists.<Object>of(null, true, 1.0, "s"));
    List<List<Long>> matrix = Lists.of(Lists.longs(1, 2, 3), Lists.longs(4, 5, 6));
    List<List<Long>> chosen;
    if (false) {
      List<List<Long>> items4 = new PyList<>();
      for (Tuple<Long> col : Iters.<Long>zipAll(matrix)) {
        items4.add(Lists.copy(col));
      }
      chosen = items4;
    } else {
      List<List<Long>> items5 = new PyList<>();
      for (long i = 0; i < 3; i++) {
        List<Long> items6 = Lists.longs();
        for (List<Long> row : matrix) {
          items6.add(Lists.getLong(row, i));
        }
        items5.add(items6);
      }
      chosen = items5;
    }
    Py.print(chosen);
    List<Object> empty = new PyList<>();
    Py.print(empty, empty.isEmpty(), Py.truth(empty), Py.truth(Lists.longs(0)));
  }
}
