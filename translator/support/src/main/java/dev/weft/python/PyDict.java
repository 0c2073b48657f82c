package dev.weft.python;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A dict: in the order of insertion, possibly with a default for what is missing. */
public final class PyDict<K extends @Nullable Object, V extends @Nullable Object>
    extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Fn0<? extends V> factory;
  private final boolean isCounter;
  private boolean isOrdered;

  /** An empty dict. */
  public PyDict() {
    this.factory = null;
    this.isCounter = false;
  }

  /** A dict of what is in another. */
  public PyDict(Map<? extends K, ? extends V> entries) {
    super(entries);
    this.factory = null;
    this.isCounter = false;
  }

  private PyDict(@Nullable Fn0<? extends V> factory, boolean isCounter) {
    this.factory = factory;
    this.isCounter = isCounter;
  }

  /** {@code defaultdict(factory)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> withDefault(
      Fn0<? extends V> factory) {
    return new PyDict<>(factory, false);
  }

  /** {@code OrderedDict(entries)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> ordered(
      Map<? extends K, ? extends V> entries) {
    PyDict<K, V> dict = new PyDict<>(entries);
    dict.isOrdered = true;
    return dict;
  }

  /** {@code Counter(items)}. */
  public static <K extends @Nullable Object> Map<K, Long> counter(Iterable<? extends K> items) {
    PyDict<K, Long> counter = new PyDict<>(() -> 0L, true);
    for (K item : items) {
      counter.merge(item, 1L, Long::sum);
    }
    return counter;
  }

  /** An empty one of the same kind. */
  PyDict<Object, Object> emptyLike() {
    return new PyDict<>(factory == null ? null : () -> Py.<Object>cast(factory.call()), isCounter);
  }

  @Nullable Fn0<? extends V> factory() {
    return factory;
  }

  boolean isCounter() {
    return isCounter;
  }

  String typeName() {
    return isOrdered
        ? "OrderedDict"
        : isCounter ? "Counter" : factory != null ? "defaultdict" : "dict";
  }

  String repr() {
    if (isCounter) {
      return isEmpty() ? "Counter()" : "Counter(" + Py.dict(Dicts.sortedByCount(this)) + ")";
    }
    if (isOrdered) {
      return "OrderedDict(" + (isEmpty() ? "" : Py.dict(this)) + ")";
    }
    return factory != null
        ? "defaultdict(" + factoryName() + ", " + Py.dict(this) + ")"
        : Py.dict(this);
  }

  private String factoryName() {
    Object made = java.util.Objects.requireNonNull(factory).call();
    return "<class '" + Py.typeName(made) + "'>";
  }

  @Override
  public Set<K> keySet() {
    return new Views.Keys<>(super.keySet());
  }

  @Override
  public Collection<V> values() {
    return new Views.Values<>(super.values());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Map<?, ?> m && Dicts.equal(this, m);
  }

  @Override
  public int hashCode() {
    throw new Errors.TypeError("unhashable type: 'dict'");
  }

  @Override
  public String toString() {
    return repr();
  }
}
