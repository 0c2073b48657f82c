package approved;

import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Errors.ExceptionGroup;
import dev.weft.python.Errors.ValueError;
import dev.weft.python.ExceptStar;
import dev.weft.python.Exceptions;
import dev.weft.python.Future;
import dev.weft.python.Gathering;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyList;
import dev.weft.python.PyType;
import dev.weft.python.Task;
import dev.weft.python.TaskGroup;
import java.util.List;

public final class AsyncErrors {
  private AsyncErrors() {}

  static Object ok(Object x) {
    Asyncio.sleep(0);
    return x;
  }

  static void bad(String msg) {
    Asyncio.sleep(0);
    throw new ValueError(msg);
  }

  static void main() {
    try {
      bad("direct");
    } catch (ValueError e) {
      Py.print("caught", e);
    }
    List<Object> results =
        Py.<Future<List<Object>>>cast(
                Gathering.gather(
                    true,
                    Coroutine.of(() -> ok(1L)),
                    Coroutine.of(() -> bad("g")),
                    Coroutine.of(() -> ok(3L))))
            .await();
    for (Object r : results) {
      if (r instanceof RuntimeException) {
        Py.print("error", PyType.ofValue((RuntimeException) r).name(), (RuntimeException) r);
      } else {
        Py.print("value", r);
      }
    }
    try {
      Py.<Future<List<Object>>>cast(
              Gathering.gather(false, Coroutine.of(() -> ok(1L)), Coroutine.of(() -> bad("first"))))
          .await();
    } catch (ValueError e2) {
      Py.print("gather raised", e2);
    }
    Task<Void> t = Asyncio.createTask(Coroutine.of(() -> bad("task")), null);
    try {
      t.await();
    } catch (ValueError e3) {
      Py.print(Py.repr(Py.cast(t.exception())));
    }
    try {
      TaskGroup manager = new TaskGroup();
      TaskGroup tg = manager.enter();
      Throwable failure = null;
      try {
        tg.createTask(Coroutine.of(() -> ok(1L)), null);
        tg.createTask(Coroutine.of(() -> bad("tg1")), null);
        tg.createTask(Coroutine.of(() -> bad("tg2")), null);
      } catch (Throwable e4) {
        failure = e4;
        if (!manager.exit(e4)) {
          throw e4;
        }
      } finally {
        if (failure == null) {
          manager.exit(null);
        }
      }
    } catch (Throwable raised) {
      ExceptStar rest = new ExceptStar(raised);
      ExceptionGroup eg = rest.take(ValueError.class);
      if (eg != null) {
        List<String> items = new PyList<>();
        for (RuntimeException e5 : Exceptions.members(eg)) {
          items.add(Py.str(e5));
        }
        Py.print("group", items);
      }
      rest.rethrow();
    }
    Task<Object> a = null;
    Task<Object> b = null;
    TaskGroup manager2 = new TaskGroup();
    TaskGroup tg2 = manager2.enter();
    Throwable failure2 = null;
    try {
      a = tg2.createTask(Coroutine.of(() -> ok("A")), null);
      b = tg2.createTask(Coroutine.of(() -> ok("B")), null);
    } catch (Throwable e6) {
      failure2 = e6;
      if (!manager2.exit(e6)) {
        throw e6;
      }
    } finally {
      if (failure2 == null) {
        manager2.exit(null);
      }
    }
    Py.print(a.result(), b.result());
    try {
      TaskGroup manager3 = new TaskGroup();
      TaskGroup tg3 = manager3.enter();
      Throwable failure3 = null;
      try {
        tg3.createTask(Coroutine.of(() -> bad("only")), null);
        Asyncio.sleep(10);
      } catch (Throwable e7) {
        failure3 = e7;
        if (!manager3.exit(e7)) {
          throw e7;
        }
      } finally {
        if (failure3 == null) {
          manager3.exit(null);
        }
      }
    } catch (ExceptionGroup eg2) {
      Py.print(eg2, Py.len(Exceptions.members(eg2)));
    }
  }

  public static void main(String[] args) {
    Program.main("async_errors.py", args, AsyncErrors::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()), null);
  }
}
