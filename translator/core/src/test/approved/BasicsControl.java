package approved;

import dev.weft.python.Dicts;
import dev.weft.python.Errors.AssertionError;
import dev.weft.python.Lists;
import dev.weft.python.Numbers;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyList;
import dev.weft.python.Tuple;
import java.util.List;
import java.util.Map;

public final class BasicsControl {
  private BasicsControl() {}

  static String classify(long x) {
    if (x < 0) {
      return "neg";
    } else if (x == 0) {
      return "zero";
    } else if (x < 10) {
      return "small";
    } else {
      return "big";
    }
  }

  static Number fact(long n) {
    return n <= 1 ? (Number) 1L : Numbers.multiply(n, fact(Math.subtractExact(n, 1)));
  }

  static void fib(long n) {
    Number a = 0L;
    Number b = 1L;
    while (Py.lt(a, n)) {
      Py.printWith(null, " ", a);
      Number next = Numbers.add(a, b);
      a = b;
      b = next;
    }
    Py.print();
  }

  static void default_(long a, long b, Tuple<Long> args, long c, Map<String, Long> kwargs) {
    Py.print(a, b, args, c, kwargs);
  }

  static void none() {}

  public static void main(String[] args) {
    Program.main("basics_control.py", args, BasicsControl::run);
  }

  /** The module's own code. */
  static void run() {
    long i = 0;
    boolean completed = true;
    for (long iItem = 0; iItem < 5; iItem++) {
      i = iItem;
      if (i == 1) {
        continue;
      }
      if (i == 4) {
        completed = false;
        break;
      }
      Py.print(i);
    }
    if (completed) {
      Py.print("not reached");
    }
    for (long iItem = 0; iItem < 2; iItem++) {
      i = iItem;
    }
    Py.print("loop completed", i);
    long n = 0;
    while (true) {
      n++;
      if (n > 3) {
        break;
      }
    }
    Py.print(n);
    while (n > 0) {
      n--;
    }
    Py.print("while done");
    List<String> items = new PyList<>();
    for (long v : new long[] {-1, 0, 5, 50}) {
      items.add(classify(v));
    }
    Py.print(items);
    Py.print(fact(5), fact(25));
    fib(50);
    default_(1, 2, Tuple.<Long>of(), 3, Dicts.<String, Long>of());
    default_(1, 5, Tuple.<Long>of(6L, 7L), 8, Dicts.<String, Long>of("d", 9L, "e", 10L));
    default_(1, 0, Tuple.<Long>of(), 3, Dicts.<String, Long>of());
    none();
    Py.print((Object) null);
    long m = 10;
    if (m > 5) {
      Py.print("walrus", m);
    }
    List<Long> data = Lists.longs(1, 2, 3);
    while (true) {
      long k = Py.len(data);
      if (k <= 1) {
        break;
      }
      Lists.pop(data);
      Py.print(k);
    }
    Object x = null;
    Py.print(null == null, null != null, null == null);
    String y = "default";
    long value2 = 0 != 0 ? 0 : 5;
    String value3 = !"".isEmpty() ? "" : "e";
    long value4 = 3 != 0 ? 4 : 3;
    List<Long> value = Lists.longs();
    Py.print(y, value2, value3, value4, !value.isEmpty() ? value : Lists.longs(1));
    String label = Math.floorMod(m, 2L) == 0 ? "even" : "odd";
    Py.print(label);
    if (m != 10) {
      throw new AssertionError("message");
    }
    long total = 0;
    for (long a = 0; a < 3; a++) {
      for (long b = 0; b < 3; b++) {
        if (b == 2) {
          break;
        }
        total = Math.addExact(total, Math.multiplyExact(a, b));
      }
    }
    Py.print(total);
  }
}
