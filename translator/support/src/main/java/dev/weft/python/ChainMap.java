package dev.weft.python;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code collections.ChainMap}: the first map that has a key answers for it. */
@SuppressWarnings("NullAway") // None is null, also among elements.
public final class ChainMap<K extends @Nullable Object, V extends @Nullable Object>
    extends AbstractMap<K, V> implements Repr {
  private final List<Map<K, V>> maps;

  private ChainMap(List<Map<K, V>> maps) {
    this.maps = maps;
  }

  /** {@code ChainMap(*maps)}. */
  public static <K extends @Nullable Object, V extends @Nullable Object> ChainMap<K, V> of(
      Iterable<? extends Map<K, V>> maps) {
    List<Map<K, V>> all = Lists.<Map<K, V>>copy(maps);
    if (all.isEmpty()) {
      all.add(new PyDict<>());
    }
    return new ChainMap<>(all);
  }

  /** {@code ChainMap(maps)}. */
  @SafeVarargs
  @SuppressWarnings("varargs") // Only read.
  public static <K extends @Nullable Object, V extends @Nullable Object> ChainMap<K, V> of(
      Map<K, V>... maps) {
    List<Map<K, V>> all = Lists.<Map<K, V>>of(maps);
    if (all.isEmpty()) {
      all.add(new PyDict<>());
    }
    return new ChainMap<>(all);
  }

  /** {@code maps}. */
  public List<Map<K, V>> maps() {
    return maps;
  }

  /** {@code new_child()}. */
  public ChainMap<K, V> child() {
    return child(new PyDict<>());
  }

  /** {@code new_child(first)}. */
  public ChainMap<K, V> child(Map<K, V> first) {
    List<Map<K, V>> all = Lists.<Map<K, V>>copy(maps);
    all.add(0, first);
    return new ChainMap<>(all);
  }

  /** {@code parents}. */
  public ChainMap<K, V> parents() {
    List<Map<K, V>> others = Lists.<Map<K, V>>copy(maps.subList(1, maps.size()));
    if (others.isEmpty()) {
      others.add(new PyDict<>());
    }
    return new ChainMap<>(others);
  }

  @Override
  public V put(K key, V value) {
    return maps.get(0).put(key, value);
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    Map<K, V> all = new PyDict<>();
    for (int i = maps.size() - 1; i >= 0; i--) {
      all.putAll(maps.get(i));
    }
    return all.entrySet();
  }

  @Override
  public String repr() {
    return "ChainMap(" + Strs.join(", ", Iters.map(Py::repr, maps)) + ")";
  }

  @Override
  public String toString() {
    return repr();
  }
}
