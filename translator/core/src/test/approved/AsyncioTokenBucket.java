package approved;

import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Gathering;
import dev.weft.python.Lists;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyList;
import dev.weft.python.Tuple2;
import java.util.List;

public final class AsyncioTokenBucket {
  private AsyncioTokenBucket() {}

  static class TokenBucket {
    final long capacity;
    long tokens;
    final long refill;
    long waiters;

    TokenBucket(long capacity, long refill) {
      this.capacity = capacity;
      this.tokens = capacity;
      this.refill = refill;
      this.waiters = 0;
    }

    void take() {
      while (this.tokens < 1) {
        this.waiters++;
        Asyncio.sleep(0.001);
        this.tokens = Math.min(this.capacity, Math.addExact(this.tokens, this.refill));
      }
      this.tokens = Math.subtractExact(this.tokens, 1);
    }
  }

  static void client(String name, TokenBucket bucket, List<Tuple2<String, Long>> log) {
    for (long i = 0; i < 3; i++) {
      bucket.take();
      log.add(new Tuple2<>(name, i));
    }
  }

  static void main() {
    TokenBucket bucket = new TokenBucket(2, 1);
    List<Tuple2<String, Long>> log = new PyList<>();
    Gathering.gather(
            Coroutine.of(() -> client("a", bucket, log)),
            Coroutine.of(() -> client("b", bucket, log)))
        .await();
    Py.print(Py.len(log), Lists.slice(Lists.sorted(log), null, 2L), bucket.waiters > 0);
  }

  public static void main(String[] args) {
    Program.main("asyncio_token_bucket.py", args, AsyncioTokenBucket::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
