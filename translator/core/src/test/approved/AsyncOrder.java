package approved;

import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Event;
import dev.weft.python.Gathering;
import dev.weft.python.Loop;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyList;
import dev.weft.python.Task;
import java.util.List;

public final class AsyncOrder {
  private AsyncOrder() {}

  static void f(String name, List<Object> log) {
    log.add(name + "1");
    Asyncio.sleep(0);
    log.add(name + "2");
    Asyncio.sleep(0);
    log.add(name + "3");
  }

  static void direct(List<Object> log) {
    log.add("d1");
    log.add("d2");
  }

  static void main() {
    List<Object> log = new PyList<>();
    Loop loop = Loop.running();
    Task<Void> t = Asyncio.createTask(Coroutine.of(() -> f("a", log)));
    loop.callSoon(() -> log.add("soon"));
    Task<Void> u = Asyncio.createTask(Coroutine.of(() -> f("b", log)));
    direct(log);
    log.add("main");
    t.await();
    log.add("after t");
    u.await();
    Py.print(log);
    Event ev = new Event();
    log.clear();
    List<Task<Void>> ts = new PyList<>();
    for (long i = 0; i < 3; i++) {
      long i2 = i;
      ts.add(Asyncio.createTask(Coroutine.of(() -> w(ev, log, i2))));
    }
    Asyncio.sleep(0);
    ev.set();
    log.add(99L);
    Gathering.gather(ts).await();
    Py.print(log);
  }

  static void w(Event ev, List<Object> log, long n) {
    ev.await();
    log.add(n);
  }

  public static void main(String[] args) {
    Program.main("async_order.py", args, AsyncOrder::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
