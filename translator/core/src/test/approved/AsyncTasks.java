package approved;

import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Gathering;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.Strs;
import dev.weft.python.Task;
import java.util.List;

public final class AsyncTasks {
  private AsyncTasks() {}

  static String job(String name, long n) {
    Py.print("start", name);
    for (long i = 0; i < n; i++) {
      Asyncio.sleep(0);
      Py.print(name, i);
    }
    Py.print("end", name);
    return Strs.repeat(name, 2);
  }

  static void main() {
    Task<String> t1 = Asyncio.createTask(Coroutine.of(() -> job("a", 2)));
    Task<String> t2 = Asyncio.createTask(Coroutine.of(() -> job("b", 3)));
    Py.print("created");
    String r1 = t1.await();
    String r2 = t2.await();
    Py.print(r1, r2, t1.isDone(), t2.result());
    List<String> results =
        Gathering.gather(
                Coroutine.of(() -> job("x", 1)),
                Coroutine.of(() -> job("y", 2)),
                Coroutine.of(() -> job("z", 0)))
            .await();
    Py.print(results);
  }

  public static void main(String[] args) {
    Program.main("async_tasks.py", args, AsyncTasks::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
