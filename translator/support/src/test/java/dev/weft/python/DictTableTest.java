package dev.weft.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DictTableTest {
  @Test
  void itHoldsWhatJavasMapHoldsWhateverIsDone() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<Object, Object> expected = new LinkedHashMap<>();
      PyDict<Object, Object> dict = new PyDict<>();
      int keys = random.nextInt(1, 40);
      for (int step = 0; step < 300; step++) {
        Object key = "k" + random.nextInt(keys);
        switch (random.nextInt(8)) {
          case 0, 1, 2, 3 -> assertThat(dict.put(key, step)).isEqualTo(expected.put(key, step));
          case 4, 5 -> assertThat(dict.remove(key)).isEqualTo(expected.remove(key));
          case 6 -> dict = new PyDict<>(dict);
          default -> assertThat(dict.get(key)).isEqualTo(expected.get(key));
        }
        assertThat(dict.size()).isEqualTo(expected.size());
      }
      assertThat(List.copyOf(dict.entrySet()))
          .as("seed %s", seed)
          .isEqualTo(List.copyOf(expected.entrySet()));
      assertThat(List.copyOf(dict.values())).isEqualTo(List.copyOf(expected.values()));
    }
  }

  @Test
  void copiesThatShareKeysChangeAlone() {
    PyDict<String, Object> dict = new PyDict<>(Map.of("a", 1L));
    PyDict<String, Object> copy = new PyDict<>(dict);
    Map<String, Object> fixed = dict.fixed(0, (value, depth) -> value).orElseThrow();
    dict.put("b", 2L);
    copy.put("c", 3L);
    copy.remove("a");
    assertThat(Py.repr(dict)).isEqualTo("{'a': 1, 'b': 2}");
    assertThat(Py.repr(copy)).isEqualTo("{'c': 3}");
    assertThat(fixed).isEqualTo(Map.of("a", 1L));
    assertThatThrownBy(() -> fixed.put("d", 4L)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> fixed.entrySet().iterator().next().setValue(4L))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> fixed.values().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aDictMadeOfAMapGoesOutAsThatMapUntilItChanges() {
    Map<String, Object> map = Map.of("a", 1L);
    PyDict<@Nullable Object, @Nullable Object> dict = PyDict.from(map, 0, (value, depth) -> value);
    assertThat(dict.fixed(0, (value, depth) -> value)).containsSame(map);
    dict.put("a", 2L);
    assertThat(dict.fixed(0, (value, depth) -> value)).contains(Map.of("a", 2L));
    assertThat(map).isEqualTo(Map.of("a", 1L));
  }

  @Test
  void equalNumbersAreOneKey() {
    PyDict<Object, Object> dict = new PyDict<>();
    dict.put(1L, "int");
    dict.put(1.0, "float");
    dict.put(true, "bool");
    assertThat(dict).hasSize(1).containsEntry(1L, "bool");
  }
}
