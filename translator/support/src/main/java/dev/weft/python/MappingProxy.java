package dev.weft.python;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code types.MappingProxyType}: a dict that is read through this, and changed elsewhere. */
@SuppressWarnings("NullAway") // None is null.
public final class MappingProxy<K extends @Nullable Object, V extends @Nullable Object>
    extends AbstractMap<K, V> implements Repr {
  private final Map<K, V> shown;

  /** A view of a dict. */
  public MappingProxy(Map<K, V> shown) {
    this.shown = shown;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return shown.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return shown.containsKey(key);
  }

  @Override
  public Set<K> keySet() {
    return shown.keySet();
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return shown.entrySet();
  }

  @Override
  public V put(K key, V value) {
    throw new Errors.TypeError("'mappingproxy' object does not support item assignment");
  }

  @Override
  public V remove(@Nullable Object key) {
    throw new Errors.TypeError("'mappingproxy' object does not support item deletion");
  }

  @Override
  public String repr() {
    return "mappingproxy(" + Py.repr(shown) + ")";
  }

  @Override
  public String toString() {
    return repr();
  }
}
