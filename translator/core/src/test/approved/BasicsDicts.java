package approved;

import dev.weft.python.Deque;
import dev.weft.python.Dicts;
import dev.weft.python.Errors.KeyError;
import dev.weft.python.Lists;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyDict;
import dev.weft.python.PyList;
import dev.weft.python.PySet;
import dev.weft.python.Sets;
import dev.weft.python.Strs;
import dev.weft.python.Tuple2;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class BasicsDicts {
  private BasicsDicts() {}

  public static void main(String[] args) {
    Program.main("basics_dicts.py", args, BasicsDicts::run);
  }

  /** The module's own code. */
  static void run() {
    Map<String, Long> d = Dicts.of("a", 1L, "b", 2L);
    d.put("c", 3L);
    Py.print(
        d,
        Py.len(d),
        Dicts.get(d, "a"),
        d.get("z"),
        Dicts.getOr(d, "z", 0L),
        d.containsKey("a"),
        d.containsKey("q"));
    String k = null;
    for (String kItem : d.keySet()) {
      k = kItem;
      Py.print(k, Dicts.get(d, k));
    }
    for (Map.Entry<String, Long> entry : d.entrySet()) {
      k = entry.getKey();
      long v = entry.getValue();
      Py.print(k, v);
    }
    Py.print(Lists.copy(d.keySet()), Lists.copy(d.values()), Lists.copy(Dicts.items(d)));
    d.putAll(Dicts.of("a", 10L, "e", 5L));
    Py.print(d, Dicts.pop(d, "b"), d);
    Dicts.delete(d, "e");
    Py.print(d, Dicts.setDefault(d, "x", 7L), d);
    Map<Long, Long> sq = new PyDict<>();
    for (long n = 0; n < 5; n++) {
      sq.put(n, Math.multiplyExact(n, n));
    }
    Map<Long, Long> mapping = new PyDict<>();
    for (Map.Entry<Long, Long> entry : sq.entrySet()) {
      long k2 = entry.getKey();
      long v = entry.getValue();
      mapping.put(v, k2);
    }
    Py.print(sq, mapping);
    Map<String, List<String>> groups = new PyDict<>();
    for (String w : new String[] {"apple", "avocado", "bean", "cherry", "banana"}) {
      Dicts.setDefault(groups, Strs.get(w, 0), new PyList<>()).add(w);
    }
    Py.print(groups);
    Map<String, Long> counts = new PyDict<>();
    for (String ch : Strs.chars("mississippi")) {
      counts.merge(ch, 1L, Math::addExact);
    }
    Py.print(counts, Lists.sorted(Dicts.items(counts), kv -> kv.second(), true));
    try {
      Dicts.get(d, "missing");
    } catch (KeyError e) {
      Py.print("KeyError", e);
    }
    Set<Long> s = Sets.ofConstants(3L, 1L, 2L, 3L);
    s.add(5L);
    s.remove(1L);
    Py.print(
        s,
        s.contains(3L),
        Py.len(s),
        Sets.union(s, Sets.of(9L)),
        Sets.intersection(s, Sets.of(2L, 3L)),
        Sets.difference(s, Sets.of(2L)),
        Sets.symmetricDifference(s, Sets.of(2L, 100L)));
    Set<Long> unique = new PySet<>();
    for (long x = 0; x < 10; x++) {
      unique.add(Math.floorMod(x, 3L));
    }
    Py.print(Lists.sorted(unique), new PySet<>(), PySet.frozen(Lists.longs(1, 2)));
    Py.print(Dicts.of("nested", Dicts.of("list", Lists.<Object>of(1L, Dicts.of("deep", null)))));
    Map<String, Long> merged = new PyDict<>();
    merged.putAll(d);
    merged.put("new", 1L);
    Py.print(merged, Py.eq(d, Dicts.of("a", 10L, "c", 3L, "x", 7L)));
    Py.print(
        Dicts.of(1L, "one", 2L, "two"),
        Dicts.of(new Tuple2<>(1L, 2L), "pair"),
        Dicts.of(true, "yes"));
    Map<String, List<Long>> dd = PyDict.<String, List<Long>>withDefault(() -> Lists.longs());
    Dicts.get(dd, "x").add(1L);
    Dicts.get(dd, "y").add(2L);
    Dicts.get(dd, "x").add(3L);
    Py.print(new PyDict<>(dd), dd);
    Map<String, Long> ci = PyDict.<String, Long>withDefault(() -> 0L);
    for (String ch : Strs.chars("hello")) {
      ci.put(ch, Math.addExact(Dicts.get(ci, ch), 1));
    }
    Py.print(new PyDict<>(ci));
    Map<String, Long> c = PyDict.counter(Strs.chars("abracadabra"));
    Py.print(Dicts.mostCommon(c, 2L), Dicts.get(c, "a"), Dicts.get(c, "zz"), c);
    Deque<Long> q = new Deque<>(Lists.longs(1, 2, 3), 3L);
    q.add(4L);
    q.addLeft(0L);
    Py.print(q, q.popLeft(), q.pop(), Py.len(q));
  }
}
