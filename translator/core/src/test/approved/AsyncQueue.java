package approved;

import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Errors.QueueEmpty;
import dev.weft.python.Future;
import dev.weft.python.Gathering;
import dev.weft.python.Iters;
import dev.weft.python.Lists;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyList;
import dev.weft.python.Queue;
import dev.weft.python.Task;
import dev.weft.python.Tuple2;
import java.util.List;

public final class AsyncQueue {
  private AsyncQueue() {}

  static void producer(Queue<Long> queue, long n) {
    for (long i = 0; i < n; i++) {
      queue.put(i);
      Py.print("put", i);
    }
    queue.put(null);
  }

  static long consumer(Queue<Long> queue) {
    long total = 0;
    while (true) {
      Long item = queue.get();
      if (item == null) {
        break;
      }
      Py.print("got", item);
      total = Math.addExact(total, item);
      queue.taskDone();
    }
    return total;
  }

  static void worker(String name, Queue<Long> queue, List<Tuple2<String, Long>> results) {
    while (true) {
      long job = queue.get();
      Asyncio.sleep(0.001);
      results.add(new Tuple2<>(name, job));
      queue.taskDone();
    }
  }

  static void main() {
    Queue<Long> q = new Queue<>(2);
    List<Long> parts =
        Iters.<Long>unpack(
            Py.<Future<List<Long>>>cast(
                    Gathering.gather(
                        Coroutine.of(() -> producer(q, 5)), Coroutine.of(() -> consumer(q))))
                .await(),
            2);
    Long total = parts.get(1);
    Py.print("total", total);
    Queue<Long> jobs = new Queue<>();
    for (long i = 0; i < 6; i++) {
      jobs.putNow(i);
    }
    List<Tuple2<String, Long>> results = new PyList<>();
    List<Task<Void>> workers = new PyList<>();
    for (long i = 0; i < 2; i++) {
      String name = "w" + i;
      workers.add(Asyncio.createTask(Coroutine.of(() -> worker(name, jobs, results))));
    }
    jobs.join();
    for (Task<Void> w : workers) {
      w.cancel();
    }
    Gathering.<Object>gather(true, workers).await();
    List<Long> items = Lists.longs();
    for (Tuple2<String, Long> item : results) {
      long j = item.second();
      items.add(j);
    }
    Py.print(Lists.sorted(items), Py.len(results), jobs.isEmpty());
    Queue<Tuple2<Long, String>> pq = Queue.priority();
    for (Tuple2<Long, String> item :
        Lists.of(new Tuple2<>(3L, "c"), new Tuple2<>(1L, "a"), new Tuple2<>(2L, "b"))) {
      pq.put(item);
    }
    while (!pq.isEmpty()) {
      Py.print(pq.get());
    }
    Queue<Long> lq = Queue.lifo();
    lq.putNow(1L);
    lq.putNow(2L);
    Py.print(lq.getNow(), lq.size());
    try {
      q.getNow();
    } catch (QueueEmpty _) {
      Py.print("empty");
    }
  }

  public static void main(String[] args) {
    Program.main("async_queue.py", args, AsyncQueue::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
