package approved;

import dev.weft.python.Errors.StopIteration;
import dev.weft.python.Generator;
import dev.weft.python.Iters;
import dev.weft.python.Lists;
import dev.weft.python.Numbers;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.Tuple;
import java.util.Iterator;
import java.util.List;

public final class Generators {
  private Generators() {}

  static class Range3 implements Iterable<Long> {
    long i;

    Range3() {
      this.i = 0;
    }

    Range3 iterate() {
      return this;
    }

    long nextItem() {
      if (this.i >= 3) {
        throw new StopIteration();
      }
      this.i++;
      return this.i;
    }

    @Override
    public Iterator<Long> iterator() {
      return Iters.<Long>fromNext(iterate()::nextItem);
    }
  }

  static Generator<Long> countdown(long n0) {
    return Generator.<Long>of(out -> {
      long n = n0;
      while (n > 0) {
        out.yield_(n);
        n = Math.subtractExact(n, 1);
      }
    });
  }

  static Generator<Long> squares() {
    return Generator.<Long>of(out -> {
      long i = 0;
      while (true) {
        out.yield_(Math.multiplyExact(i, i));
        i++;
      }
    });
  }

  static Generator<Long> chain(Tuple<List<Long>> its) {
    return Generator.<Long>of(out -> {
      for (List<Long> it : its) {
        out.yieldFrom(it);
      }
    });
  }

  static Generator<Long> accumulate() {
    return Generator.<Long>of(out -> {
      long total = 0;
      while (true) {
        Long x = Numbers.longOrNone(out.yield_(total));
        total = Math.addExact(total, x);
      }
    });
  }

  static Generator<Long> withCleanup() {
    return Generator.<Long>of(out -> {
      try {
        out.yield_(1L);
        out.yield_(2L);
      } finally {
        Py.print("closed");
      }
    });
  }

  public static void main(String[] args) {
    Program.main("generators.py", args, Generators::run);
  }

  /** The module's own code. */
  static void run() {
    Py.print(Lists.copy(countdown(3)));
    for (long x : countdown(2)) {
      Py.print(x);
    }
    Generator<Long> g = squares();
    Py.print(Iters.next(g), Iters.next(g), Iters.next(g));
    Py.print(Lists.copy(chain(Tuple.<List<Long>>of(Lists.longs(1, 2), Lists.longs(3)))));
    Generator<Long> acc = accumulate();
    Iters.next(acc);
    Py.print(acc.send(5L), acc.send(10L));
    Generator<Long> w = withCleanup();
    Py.print(Iters.next(w));
    w.close();
    long sum = 0;
    for (long x : countdown(4)) {
      sum = Math.addExact(sum, x);
    }
    Py.print(sum, Iters.max(countdown(3)));
    Iterable<Long> gen =
        Generator.<Long>of(out -> {
          for (long x = 0; x < 3; x++) {
            out.yield_(x * 2);
          }
        });
    Py.print(Iters.next(gen), Lists.copy(gen));
    try {
      Iters.next(gen);
    } catch (StopIteration _) {
      Py.print("stop");
    }
    Py.print(Iters.nextOr(countdown(0), "empty"));
    List<Object> value = Lists.copy(new Range3());
    List<Long> items = Lists.longs();
    for (long x : new Range3()) {
      items.add(x);
    }
    Py.print(value, items);
  }
}
