package approved;

import dev.weft.python.AsyncGenerator;
import dev.weft.python.AsyncIterators;
import dev.weft.python.AsyncSource;
import dev.weft.python.Asyncio;
import dev.weft.python.ContextManager;
import dev.weft.python.Coroutine;
import dev.weft.python.Errors.StopAsyncIteration;
import dev.weft.python.Errors.ValueError;
import dev.weft.python.Lists;
import dev.weft.python.Managers;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyDict;
import dev.weft.python.PyType;
import dev.weft.python.Strs;
import java.util.List;
import java.util.Map;

public final class AsyncGenerators {
  private AsyncGenerators() {}

  static class Countdown implements AsyncSource<Long> {
    long n;

    Countdown(long n) {
      this.n = n;
    }

    Countdown iterateAsync() {
      return this;
    }

    @Override
    public Long nextAsync() {
      if (this.n <= 0) {
        throw new StopAsyncIteration();
      }
      this.n = Math.subtractExact(this.n, 1);
      Asyncio.sleep(0);
      return this.n;
    }
  }

  static class Resource {
    final String name;

    Resource(String name) {
      this.name = name;
    }

    Resource aenter() {
      Py.print("open", this.name);
      return this;
    }

    boolean aexit(Object excType, Object exc, Object tb) {
      Py.print("close", this.name, excType != null);
      return false;
    }
  }

  static AsyncGenerator<Long> ticker(long n) {
    return AsyncGenerator.<Long>of(out -> {
      for (long i = 0; i < n; i++) {
        Asyncio.sleep(0);
        out.yield_(i);
      }
    });
  }

  static AsyncGenerator<Long> doubled(AsyncGenerator<Long> source) {
    return AsyncGenerator.<Long>of(out -> {
      for (long x : source) {
        out.yield_(Math.multiplyExact(x, 2));
      }
    });
  }

  static ContextManager<String> session(String name) {
    return Managers.<String>fromAsync(out -> {
      Py.print("enter", name);
      try {
        out.yield_(Strs.upper(name));
      } finally {
        Py.print("leave", name);
      }
    });
  }

  static ContextManager<String> timer(String label) {
    return Managers.<String>from(out -> {
      Py.print("begin", label);
      out.yield_(label);
      Py.print("end", label);
    });
  }

  static void main() {
    for (long x : ticker(3)) {
      Py.print(x);
    }
    List<Long> items = Lists.longs();
    for (long x : doubled(ticker(4))) {
      items.add(x);
    }
    Py.print(items);
    Map<Long, Long> mapping = new PyDict<>();
    for (long x : ticker(2)) {
      mapping.put(x, Math.multiplyExact(x, x));
    }
    Py.print(mapping);
    for (long c : AsyncIterators.of(new Countdown(2))) {
      Py.print("cd", c);
    }
    Resource manager = new Resource("r");
    Resource r = manager.aenter();
    try {
      Py.print("using", r.name);
    } catch (Throwable e) {
      manager.aexit(PyType.ofValue(e), e, null);
      throw e;
    }
    manager.aexit(null, null, null);
    try {
      Resource manager2 = new Resource("bad");
      manager2.aenter();
      try {
        throw new ValueError("x");
      } catch (Throwable e) {
        manager2.aexit(PyType.ofValue(e), e, null);
        throw e;
      }
    } catch (ValueError e) {
      Py.print("got", e);
    }
    ContextManager<String> manager3 = session("s");
    String s = manager3.enter();
    try {
      Py.print(s);
    } catch (Throwable e) {
      manager3.exit(e);
      throw e;
    }
    manager3.exit(null);
    ContextManager<String> manager4 = timer("t");
    String t = manager4.enter();
    try {
      Py.print(t);
    } catch (Throwable e) {
      manager4.exit(e);
      throw e;
    }
    manager4.exit(null);
    AsyncGenerator<Long> agen = ticker(5);
    Py.print(agen.nextOrStop(), agen.nextOrStop());
    agen.close();
  }

  public static void main(String[] args) {
    Program.main("async_generators.py", args, AsyncGenerators::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
