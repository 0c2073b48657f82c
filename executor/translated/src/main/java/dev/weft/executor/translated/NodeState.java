package dev.weft.executor.translated;

import dev.weft.executor.PipelineException;
import dev.weft.executor.SessionState;
import dev.weft.python.Errors;
import dev.weft.python.Exceptions;
import dev.weft.python.Py;
import dev.weft.python.PyDict;
import dev.weft.python.Repr;
import dev.weft.python.Sized;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code self.state}, for translated code: what a node keeps in its session. A value is fetched
 * when it is first asked for, and given back by {@link #save} if it has changed by then, so that it
 * may be changed in place.
 */
public final class NodeState implements Repr, Sized {
  /** More than so many values are not held on to. */
  private static final int MOST_HELD = 1_000;

  private final SessionState session;
  private final long limit;

  /** Those that were touched; a value of null is one that is not there. */
  private final Map<String, @Nullable Object> values = new PyDict<>();

  /** What the session has of these, as the executor has it. */
  private final Map<String, @Nullable Object> known = new LinkedHashMap<>();

  NodeState(SessionState session, long limit) {
    this.session = session;
    this.limit = limit;
  }

  private static String name(@Nullable Object key) {
    if (key instanceof String name) {
      return name;
    }
    throw new Errors.TypeError("a key of the state is a str, not " + Py.typeName(key));
  }

  private @Nullable Object load(String key) {
    if (!values.containsKey(key)) {
      Object kept = session.get(key).orElse(null);
      values.put(key, Crossing.in(kept));
      known.put(key, kept);
    }
    return values.get(key);
  }

  /** {@code state[key]}. */
  public Object item(@Nullable Object key) {
    Object value = load(name(key));
    if (value == null) {
      throw new Errors.KeyError(key);
    }
    return value;
  }

  /** {@code state[key] = value}. */
  public void setItem(@Nullable Object key, @Nullable Object value) {
    if (value == null) {
      throw new NodeErrors.StateError(
          "the state holds no None; use del state[" + Py.repr(key) + "]");
    }
    String name = name(key);
    load(name);
    values.put(name, value);
  }

  /** {@code del state[key]}. */
  public void deleteItem(@Nullable Object key) {
    item(key);
    values.put(name(key), null);
  }

  /** {@code key in state}. */
  public boolean holds(@Nullable Object key) {
    return load(name(key)) != null;
  }

  @Override
  public long length() {
    save();
    return session.size();
  }

  /** {@code get(key, fallback)}. */
  public @Nullable Object get(@Nullable Object key, @Nullable Object fallback) {
    Object value = load(name(key));
    return value == null ? fallback : value;
  }

  /** {@code get(key)}. */
  public @Nullable Object get(@Nullable Object key) {
    return get(key, null);
  }

  /** {@code setdefault(key, fallback)}. */
  public Object setDefault(@Nullable Object key, @Nullable Object fallback) {
    if (!holds(key)) {
      setItem(key, fallback);
    }
    return item(key);
  }

  /** {@code pop(key)}. */
  public Object pop(@Nullable Object key) {
    Object value = item(key);
    values.put(name(key), null);
    return value;
  }

  /** {@code pop(key, fallback)}. */
  public @Nullable Object pop(@Nullable Object key, @Nullable Object fallback) {
    Object value = load(name(key));
    if (value == null) {
      return fallback;
    }
    values.put(name(key), null);
    return value;
  }

  /** Gives back what has changed. */
  void save() {
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      save(entry.getKey(), entry.getValue());
    }
    if (values.size() > MOST_HELD) {
      values.clear();
      known.clear();
    }
  }

  private void save(String key, @Nullable Object value) {
    Object before = known.get(key);
    if (value == null) {
      if (before != null) {
        session.remove(key);
        known.put(key, null);
      }
      return;
    }
    Object now = Crossing.out(value, "state[" + Py.repr(key) + "]");
    if (Objects.equals(now, before)) {
      return;
    }
    long size = Crossing.size(now);
    if (size > limit) {
      throw new NodeErrors.StateError(
          "state[%s] would take %d bytes, %d is the limit; keep less under a key"
              .formatted(Py.repr(key), size, limit));
    }
    try {
      session.put(key, now);
    } catch (PipelineException e) {
      throw Exceptions.from(new NodeErrors.StateError(String.valueOf(e.getMessage())), null);
    }
    known.put(key, now);
  }

  @Override
  public String repr() {
    PyDict<String, Object> there = new PyDict<>();
    values.forEach((key, value) -> {
      if (value != null) {
        there.put(key, value);
      }
    });
    return "State(" + Py.repr(there) + ")";
  }
}
