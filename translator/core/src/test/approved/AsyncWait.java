package approved;

import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Errors.TimeoutError;
import dev.weft.python.Future;
import dev.weft.python.Gathering;
import dev.weft.python.Lists;
import dev.weft.python.Loop;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyList;
import dev.weft.python.Task;
import dev.weft.python.Tuple2;
import java.util.List;
import java.util.Set;

public final class AsyncWait {
  private AsyncWait() {}

  static Object job(Object n, Number delay) {
    Asyncio.sleep(delay.doubleValue());
    return n;
  }

  static void main() {
    List<Task<Object>> tasks = new PyList<>();
    for (long i = 0; i < 3; i++) {
      long i2 = i;
      double delay = 0.01 * (double) (3 - i);
      tasks.add(Asyncio.createTask(Coroutine.of(() -> job(i2, delay))));
    }
    Tuple2<Set<Task<Object>>, Set<Task<Object>>> pair =
        Gathering.wait(tasks, null, "FIRST_COMPLETED");
    Set<Task<Object>> done = pair.first();
    Set<Task<Object>> pending = pair.second();
    long size = Py.len(done);
    long size2 = Py.len(pending);
    List<Object> items = new PyList<>();
    for (Task<Object> t : done) {
      items.add(t.result());
    }
    Py.print(size, size2, items);
    Tuple2<Set<Task<Object>>, Set<Task<Object>>> pair2 =
        Gathering.wait(pending, null, "ALL_COMPLETED");
    done = pair2.first();
    pending = pair2.second();
    List<Object> items2 = new PyList<>();
    for (Task<Object> t : done) {
      items2.add(t.result());
    }
    Py.print(Lists.sorted(items2), Py.len(pending));
    for (Coroutine<Object> coro :
        Gathering.asCompleted(
            Lists.of(Coroutine.of(() -> job("slow", 0.02)), Coroutine.of(() -> job("fast", 0.005))),
            null)) {
      Py.print(coro.await());
    }
    Future<String> fut = Loop.running().createFuture();
    fut.onDone(f -> {
      onDone(f);
      return null;
    });
    Loop.running().callLater(0.001, () -> fut.setResult("late"));
    Py.print(fut.await());
    Asyncio.sleep(0);
    Task<Object> inner = Asyncio.createTask(Coroutine.of(() -> job("shielded", 0.01)));
    try {
      Gathering.waitFor(Gathering.shield(inner), 0.001);
    } catch (TimeoutError _) {
      Py.print("timed out, inner done:", inner.isDone());
    }
    Py.print(inner.await());
    Task<Object> slow = Asyncio.createTask(Coroutine.of(() -> job(9L, 10L)));
    Tuple2<Set<Task<Object>>, Set<Task<Object>>> pair3 =
        Gathering.wait(Lists.of(slow), 0.01, "ALL_COMPLETED");
    done = pair3.first();
    pending = pair3.second();
    Py.print(Py.len(done), Py.len(pending));
    slow.cancel();
  }

  static void onDone(Future<String> f) {
    Py.print("callback", f.result());
  }

  public static void main(String[] args) {
    Program.main("async_wait.py", args, AsyncWait::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
