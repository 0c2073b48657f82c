package approved;

import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Errors.ExceptionGroup;
import dev.weft.python.Errors.ValueError;
import dev.weft.python.ExceptStar;
import dev.weft.python.Exceptions;
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
        Gathering.<Object>gather(
                true,
                Coroutine.of(() -> ok(1L)),
                Coroutine.of(() -> bad("g")),
                Coroutine.of(() -> ok(3L)))
            .await();
    for (Object r : results) {
      if (r instanceof RuntimeException error) {
        Py.print("error", PyType.ofValue(error).name(), error);
      } else {
        Py.print("value", r);
      }
    }
    try {
      Gathering.<Object>gather(Coroutine.of(() -> ok(1L)), Coroutine.of(() -> bad("first")))
          .await();
    } catch (ValueError e) {
      Py.print("gather raised", e);
    }
    Task<Void> t = Asyncio.createTask(Coroutine.of(() -> bad("task")));
    try {
      t.await();
    } catch (ValueError _) {
      Py.print(Py.repr(Py.cast(t.exception())));
    }
    try {
      TaskGroup tg = new TaskGroup().enter();
      try {
        tg.createTask(Coroutine.of(() -> ok(1L)));
        tg.createTask(Coroutine.of(() -> bad("tg1")));
        tg.createTask(Coroutine.of(() -> bad("tg2")));
      } catch (Throwable e) {
        tg.exit(e);
        throw e;
      }
      tg.exit(null);
    } catch (Throwable raised) {
      ExceptStar rest = new ExceptStar(raised);
      ExceptionGroup eg = rest.take(ValueError.class);
      if (eg != null) {
        List<String> items = new PyList<>();
        for (RuntimeException e : Exceptions.members(eg)) {
          items.add(Py.str(e));
        }
        Py.print("group", items);
      }
      rest.rethrow();
    }
    Task<Object> a;
    Task<Object> b;
    TaskGroup tg2 = new TaskGroup().enter();
    try {
      a = tg2.createTask(Coroutine.of(() -> ok("A")));
      b = tg2.createTask(Coroutine.of(() -> ok("B")));
    } catch (Throwable e) {
      tg2.exit(e);
      throw e;
    }
    tg2.exit(null);
    Py.print(a.result(), b.result());
    try {
      TaskGroup tg3 = new TaskGroup().enter();
      try {
        tg3.createTask(Coroutine.of(() -> bad("only")));
        Asyncio.sleep(10);
      } catch (Throwable e) {
        tg3.exit(e);
        throw e;
      }
      tg3.exit(null);
    } catch (ExceptionGroup eg2) {
      Py.print(eg2, Py.len(Exceptions.members(eg2)));
    }
  }

  public static void main(String[] args) {
    Program.main("async_errors.py", args, AsyncErrors::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
