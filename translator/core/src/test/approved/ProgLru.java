package approved;

import dev.weft.python.Asyncio;
import dev.weft.python.Coroutine;
import dev.weft.python.Dicts;
import dev.weft.python.Fn1;
import dev.weft.python.Lists;
import dev.weft.python.Lock;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyDict;
import dev.weft.python.Tuple2;
import java.util.Map;

public final class ProgLru {
  private ProgLru() {}

  static class LRUCache {
    final long capacity;
    final Map<Long, Long> items;
    long hits;
    long misses;
    final Lock lock;

    LRUCache(long capacity) {
      this.capacity = capacity;
      this.items = PyDict.ordered(new PyDict<>());
      this.hits = 0;
      this.misses = 0;
      this.lock = new Lock();
    }

    long get(long key, Fn1<Long, Coroutine<Long>> loader) {
      this.lock.acquire();
      try {
        if (this.items.containsKey(key)) {
          this.hits++;
          Dicts.moveToEnd(this.items, key, true);
          return Dicts.get(this.items, key);
        }
        this.misses++;
      } finally {
        this.lock.release();
      }
      long value = loader.call(key).await();
      this.lock.acquire();
      try {
        this.items.put(key, value);
        Dicts.moveToEnd(this.items, key, true);
        if (Py.len(this.items) > this.capacity) {
          Tuple2<Long, Long> pair = Dicts.popFirst(this.items);
          long old = pair.first();
          Py.print("evict", old);
        }
      } finally {
        this.lock.release();
      }
      return value;
    }
  }

  static long load(long key) {
    Asyncio.sleep(0.001);
    return Math.multiplyExact(key, 10);
  }

  static void main() {
    LRUCache cache = new LRUCache(2);
    for (long k : new long[] {1, 2, 1, 3, 2}) {
      Py.print(k, cache.get(k, key -> Coroutine.of(() -> load(key))));
    }
    Py.print(cache.hits, cache.misses, Lists.copy(cache.items.keySet()));
  }

  public static void main(String[] args) {
    Program.main("prog_lru.py", args, ProgLru::run);
  }

  /** The module's own code. */
  static void run() {
    Asyncio.run(Coroutine.of(() -> main()));
  }
}
