package dev.weft.python;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function that remembers its results: {@code functools.lru_cache}. */
@SuppressWarnings("NullAway") // None is null.
public final class Memo implements PyCallable, Repr {
  private final PyCallable function;
  private final long limit;
  private final LinkedHashMap<Object, Object> known;
  private long hits;
  private long misses;

  private Memo(PyCallable function, long limit) {
    this.function = function;
    this.limit = limit;
    this.known = new LinkedHashMap<>(16, 0.75f, true);
  }

  /** Remembers up to a number of results; {@code null} for all. */
  static Memo of(@Nullable Object function, @Nullable Long limit) {
    if (!(function instanceof PyCallable c)) {
      throw new Errors.TypeError("the first argument must be callable");
    }
    return new Memo(c, limit == null ? Long.MAX_VALUE : limit);
  }

  PyCallable function() {
    return function;
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    return applyWith(args, Map.of());
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    Object key =
        named.isEmpty()
            ? Tuple.of(args)
            : Tuple.of(Tuple.of(args), Tuple.copyOf(Dicts.items(named)));
    Py.hash(key);
    if (known.containsKey(key)) {
      hits++;
      return known.get(key);
    }
    misses++;
    Object result = Calls.with(function, args, named);
    if (limit > 0) {
      known.put(key, result);
      if (known.size() > limit) {
        known.remove(known.keySet().iterator().next());
      }
    }
    return result;
  }

  /** {@code function.cache_clear()}. */
  public void cacheClear() {
    known.clear();
    hits = 0;
    misses = 0;
  }

  /** What {@code function.cache_info()} gives. */
  public record Info(long hits, long misses, @Nullable Object maxsize, long currsize)
      implements NamedTuple {
    @Override
    public List<Object> values() {
      return Lists.<Object>of(hits, misses, maxsize, currsize);
    }

    @Override
    public String repr() {
      return "CacheInfo(hits="
          + hits
          + ", misses="
          + misses
          + ", maxsize="
          + Py.repr(maxsize)
          + ", currsize="
          + currsize
          + ")";
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  /** {@code function.cache_info()}. */
  public Info cacheInfo() {
    return new Info(hits, misses, limit == Long.MAX_VALUE ? null : limit, known.size());
  }

  @Override
  public String repr() {
    return "<functools._lru_cache_wrapper object at 0x" + Long.toHexString(Py.id(this)) + ">";
  }

  @Override
  public String toString() {
    return repr();
  }
}
