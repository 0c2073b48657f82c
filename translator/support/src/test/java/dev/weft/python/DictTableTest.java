package dev.weft.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DictTableTest {
  private static final PyDict.Change AS_IT_IS = (value, depth) -> value;

  @Test
  void itHoldsWhatJavasMapHoldsWhateverIsDone() {
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<Object, Object> expected = new LinkedHashMap<>();
      PyDict<Object, Object> dict = new PyDict<>();
      int keys = random.nextInt(1, 40);
      for (int step = 0; step < 300; step++) {
        Object key = "k" + random.nextInt(keys);
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3 -> assertThat(dict.put(key, step)).isEqualTo(expected.put(key, step));
          case 4, 5 -> assertThat(dict.remove(key)).isEqualTo(expected.remove(key));
          case 6 -> dict = new PyDict<>(dict);
          case 7 -> assertThat(dict.fixed(0, AS_IT_IS).orElseThrow()).isEqualTo(expected);
          case 8 -> {
            if (random.nextInt(8) == 0) {
              dict = new PyDict<>();
              expected.clear();
            }
          }
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
    Map<String, Object> fixed = dict.fixed(0, AS_IT_IS).orElseThrow();
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
    PyDict<@Nullable Object, @Nullable Object> dict = PyDict.from(map, 0, AS_IT_IS);
    assertThat(dict.fixed(0, AS_IT_IS)).containsSame(map);
    dict.put("a", 2L);
    assertThat(dict.fixed(0, AS_IT_IS)).contains(Map.of("a", 2L));
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

  @Test
  void dictsWithNamesThatWereMetBeforeChangeAlone() {
    List<Map<String, Object>> dicts = new ArrayList<>();
    for (long i = 0; i < 4; i++) {
      dicts.add(Dicts.<String, Object>of("name", "n" + i, "count", i, "more", i * i));
    }
    dicts.get(1).remove("count");
    dicts.get(2).put("last", 1L);
    dicts.get(3).put("count", 0L);
    assertThat(dicts.get(0)).hasToString("{'name': 'n0', 'count': 0, 'more': 0}");
    assertThat(dicts.get(1)).hasToString("{'name': 'n1', 'more': 1}");
    assertThat(dicts.get(2)).hasToString("{'name': 'n2', 'count': 2, 'more': 4, 'last': 1}");
    assertThat(dicts.get(3)).hasToString("{'name': 'n3', 'count': 0, 'more': 9}");
    assertThat(Dicts.<String, Object>of("name", "a", "count", 1L, "more", 2L))
        .hasToString("{'name': 'a', 'count': 1, 'more': 2}");
  }

  @Test
  void keysThatBeginAsOthersDoAreTheirOwn() {
    for (int i = 0; i < 3; i++) {
      assertThat(Dicts.<String, Object>of("a", 1L, "b", 2L)).hasToString("{'a': 1, 'b': 2}");
      assertThat(Dicts.<String, Object>of("a", 1L, "c", 2L)).hasToString("{'a': 1, 'c': 2}");
      assertThat(Dicts.<String, Object>of("a", 1L, "a", 2L)).hasToString("{'a': 2}");
      for (Map<String, Object> map : List.of(mapOf("x", "y"), mapOf("x", "z"), mapOf("x", "y"))) {
        Map<?, ?> dict = PyDict.from(map, 0, AS_IT_IS);
        assertThat(List.copyOf(dict.keySet())).isEqualTo(List.copyOf(map.keySet()));
        assertThat(List.copyOf(dict.values())).isEqualTo(List.copyOf(map.values()));
      }
    }
  }

  @Test
  void namesThatComeAgainAreTheObjectsThatLiteralsAre() {
    PyDict<@Nullable Object, @Nullable Object> dict = new PyDict<>();
    for (int i = 0; i < 20; i++) {
      dict = PyDict.from(named("article", "pieces"), 0, AS_IT_IS);
    }
    assertThat(dict.keySet()).first().isSameAs("article");
    assertThat(dict.keySet()).last().isSameAs("pieces");
    assertThat(dict).containsEntry("article", 0L).containsEntry("pieces", 1L);
  }

  @Test
  void mapsThatDifferFromKnownOnesInKeysOrValuesAreTakenWhole() {
    for (int i = 0; i < 20; i++) {
      for (Map<String, Object> map :
          List.of(named("k", "l", "m"), named("k", "l", "n"), named("k", "m", "l"))) {
        map.put("l", List.of(map));
        PyDict<@Nullable Object, @Nullable Object> dict =
            PyDict.from(map, 0, (value, depth) -> value instanceof List ? "list" : value);
        assertThat(List.copyOf(dict.keySet())).isEqualTo(List.copyOf(map.keySet()));
        assertThat(dict).containsEntry("l", "list").containsEntry("k", 0L);
        assertThat(dict.fixed(0, AS_IT_IS).orElseThrow()).isEqualTo(dict).isNotSameAs(map);
      }
    }
  }

  /** As a reader makes them: none of the keys is a literal. */
  private static Map<String, Object> named(String... keys) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (String key : keys) {
      map.put(new String(key), (long) map.size());
    }
    return map;
  }

  private static Map<String, Object> mapOf(String first, String second) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(first, first);
    map.put(second, List.of(second));
    return map;
  }

  @Test
  void copiesThatShareValuesChangeAlone() {
    PyDict<String, Object> dict = new PyDict<>(Map.of("a", 1L, "b", 2L, "c", 3L));
    Map<String, Object> fixed = dict.fixed(0, AS_IT_IS).orElseThrow();
    PyDict<String, Object> copy = new PyDict<>(dict);
    dict.put("a", 9L);
    copy.remove("b");
    copy.put("c", 8L);
    assertThat(fixed).isEqualTo(Map.of("a", 1L, "b", 2L, "c", 3L));
    assertThat(dict).isEqualTo(Map.of("a", 9L, "b", 2L, "c", 3L));
    assertThat(copy).isEqualTo(Map.of("a", 1L, "c", 8L));
  }

  /** A dict of these, put in one by one, that went out of a node. */
  private static PyDict<String, Object> emitted(String... keys) {
    PyDict<String, Object> dict = new PyDict<>();
    for (String key : keys) {
      dict.put(key, "of " + key);
    }
    assertThat(List.copyOf(dict.fixed(0, AS_IT_IS).orElseThrow().keySet())).containsExactly(keys);
    return dict;
  }

  @Test
  void whatIsExpectedToFollowIsNotThereYet() {
    for (int i = 0; i < 3; i++) {
      emitted("expected1", "expected2", "expected3");
    }
    assertThat(DictKeys.expected(new Object[0], 0, "expected1")).isNotNull();
    PyDict<String, Object> dict = new PyDict<>();
    dict.put("expected1", 1L);
    assertThat(dict).hasSize(1).doesNotContainKey("expected2").containsEntry("expected1", 1L);
    assertThat(dict.get("expected2")).isNull();
    assertThat(dict.remove("expected3")).isNull();
    PyDict<String, Object> copy = new PyDict<>(dict);
    dict.put("other", 2L);
    copy.put("expected2", 3L);
    assertThat(dict).hasToString("{'expected1': 1, 'other': 2}");
    assertThat(copy).hasToString("{'expected1': 1, 'expected2': 3}");
    dict.put("expected2", 4L);
    copy.remove("expected1");
    copy.put("expected3", 5L);
    assertThat(dict).hasToString("{'expected1': 1, 'other': 2, 'expected2': 4}");
    assertThat(copy).hasToString("{'expected2': 3, 'expected3': 5}");
    assertThat(emitted("expected1", "expected2", "expected3")).hasSize(3);
  }

  @Test
  void manyNamesAreExpectedWithTheirIndex() {
    String[] names = new String[14];
    for (int i = 0; i < names.length; i++) {
      names[i] = "many" + i;
    }
    for (int i = 0; i < 3; i++) {
      emitted(names);
    }
    PyDict<Object, Object> dict = new PyDict<>();
    for (int i = 0; i < names.length; i++) {
      for (int k = 0; k < names.length; k++) {
        assertThat(dict.containsKey(new String(names[k]))).isEqualTo(k < i);
      }
      assertThat(dict.put(names[i], i)).isNull();
      assertThat(dict.put(new String(names[i]), i)).isEqualTo(i);
    }
    dict.remove("many0");
    dict.put("many0", 1L);
    dict.put("else", 2L);
    assertThat(dict).hasSize(15).containsEntry("many0", 1L).containsEntry("many13", 13);
    PyDict<Object, Object> begun = new PyDict<>();
    begun.put("many0", 1L);
    for (int i = 0; i < 30; i++) {
      begun.put("x" + i, i);
      begun.remove("x" + (i - 1));
    }
    assertThat(begun).hasToString("{'many0': 1, 'x29': 29}");
  }

  @Test
  void listsAndDictsInsideGoOutAsTheyCameUntilOneChanges() {
    for (String change : List.of("nothing", "dict", "list", "inner", "order", "gone")) {
      Map<String, Object> inner = Map.of("n", 1L);
      List<Object> items = List.of(inner, "a", List.of(2L, 3L));
      Map<String, Object> map = Map.of("items", items, "more", mapOf("x", "y"));
      PyDict<@Nullable Object, @Nullable Object> dict = PyDict.from(map, 0, DictTableTest::opened);
      PyList<Object> list = Py.cast(dict.get("items"));
      switch (change) {
        case "dict" -> Py.<Map<Object, Object>>cast(dict.get("more")).put("x", 1L);
        case "list" -> list.set(1, "b");
        case "inner" -> Py.<Map<Object, Object>>cast(list.get(0)).put("n", 2L);
        case "order" -> java.util.Collections.swap(list, 0, 1);
        case "gone" -> list.removeLast();
        default -> {}
      }
      boolean same = change.equals("nothing");
      Map<String, Object> fixed = dict.fixed(0, AS_IT_IS).orElseThrow();
      assertThat(fixed == map).as(change).isEqualTo(same);
      assertThat(list.unchanged(0).isPresent()).as(change).isEqualTo(same || change.equals("dict"));
      assertThat(items).isEqualTo(List.of(Map.of("n", 1L), "a", List.of(2L, 3L)));
    }
  }

  private static @Nullable Object opened(@Nullable Object value, int depth) {
    return switch (value) {
      case Map<?, ?> map -> PyDict.from(map, depth + 1, DictTableTest::opened);
      case List<?> list -> PyList.from(list, depth + 1, DictTableTest::opened);
      case null, default -> value;
    };
  }

  @Test
  void aListThatHoldsItselfIsNotAsItCame() {
    PyList<@Nullable Object> list = PyList.from(List.of("a"), 0, DictTableTest::opened);
    assertThat(list.unchanged(0)).isPresent();
    list.set(0, list);
    assertThat(list.unchanged(0)).isEmpty();
  }

  @Test
  void whatIsNotedIsAVariableLikeOthers() {
    ContextVar<Long> noted = ContextVar.of("noted");
    new Context()
        .<@Nullable Object>run(() -> {
          ContextVar.note(noted, 1);
          ContextVar.note(noted, 2);
          Context copy = Context.copyCurrent();
          ContextVar.note(noted, 3);
          assertThat(noted.get()).isEqualTo(3);
          assertThat(copy.item(noted)).isEqualTo(2);
          ContextToken<Long> token = noted.set(4L);
          noted.reset(token);
          assertThat(noted.get()).isEqualTo(3);
          assertThat(Context.copyCurrent().keys()).containsExactly(noted);
          return null;
        });
  }
}
