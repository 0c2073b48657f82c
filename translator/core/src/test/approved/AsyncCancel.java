package approved;

import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Errors.TimeoutError;
import dev.weft.python.Gathering;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.Task;
import dev.weft.python.Timeout;
import dev.weft.runtime.CancellationError;

public final class AsyncCancel {
  private AsyncCancel() {}

  static void sleeper() {
    try {
      Py.print("sleeping");
      Asyncio.sleep(100);
    } catch (CancellationError e) {
      Py.print("cancelled, cleaning");
      throw e;
    } finally {
      Py.print("finally");
    }
  }

  static String stubborn() {
    try {
      Asyncio.sleep(100);
    } catch (CancellationError _) {
      Py.print("ignored");
    }
    return "survived";
  }

  static void never() {
    Py.print("never runs");
  }

  static void main() {
    Task<Void> t = Asyncio.createTask(Coroutine.of(() -> sleeper()));
    Asyncio.sleep(0.01);
    t.cancel();
    try {
      t.await();
    } catch (CancellationError _) {
      Py.print("main saw cancel", t.isCancelled(), t.isDone());
    }
    Task<String> s = Asyncio.createTask(Coroutine.of(() -> stubborn()));
    Asyncio.sleep(0);
    s.cancel();
    Py.print(s.await(), s.isCancelled());
    Task<Void> n = Asyncio.createTask(Coroutine.of(() -> never()));
    n.cancel();
    try {
      n.await();
    } catch (CancellationError _) {
      Py.print("never started");
    }
    try {
      Gathering.waitFor(Coroutine.of(() -> Asyncio.sleep(5)), 0.01);
    } catch (TimeoutError e) {
      Py.print("timeout", Py.repr(e));
    }
    try {
      Timeout manager = new Timeout(0.01, false).enter();
      try {
        Asyncio.sleep(5);
      } catch (Throwable e) {
        manager.exit(e);
        throw e;
      }
      manager.exit(null);
    } catch (TimeoutError _) {
      Py.print("timeout ctx");
    }
    Timeout cm = new Timeout(5L, false).enter();
    try {
      Asyncio.sleep(0);
    } catch (Throwable e) {
      cm.exit(e);
      throw e;
    }
    cm.exit(null);
    Py.print(cm.isExpired());
  }

  public static void main(String[] args) {
    Program.main("async_cancel.py", args, AsyncCancel::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
