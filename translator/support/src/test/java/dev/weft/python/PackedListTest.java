package dev.weft.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedListTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void doesWhatAnOrdinaryListDoes(long seed) {
    Random random = new Random(seed);
    List<Long> packed = Lists.longs();
    List<Long> plain = new ArrayList<>();
    for (int step = 0; step < 2000; step++) {
      change(random, packed, plain);
      assertThat(List.copyOf(packed)).as("seed %d, step %d", seed, step).isEqualTo(plain);
    }
  }

  private static void change(Random random, List<Long> packed, List<Long> plain) {
    int size = plain.size();
    long value = random.nextInt(10);
    int at = random.nextInt(size + 1);
    switch (random.nextInt(size > 60 ? 12 : 10)) {
      case 0, 1 -> {
        packed.add(value);
        plain.add(value);
      }
      case 2 -> {
        Lists.insert(packed, at, value);
        plain.add(at, value);
      }
      case 3 -> {
        if (at < size) {
          Lists.set(packed, at - size, value);
          plain.set(at, value);
          assertThat(Lists.getLong(packed, at)).isEqualTo(value);
        }
      }
      case 4 -> {
        if (at < size) {
          assertThat(Lists.pop(packed, at)).isEqualTo(plain.remove(at));
        }
      }
      case 5 -> {
        Iters.addAll(packed, Lists.longs(value, 3));
        plain.addAll(List.of(value, 3L));
      }
      case 6 -> {
        Lists.setSlice(packed, (long) at, (long) at + 2, null, Lists.longs(7, value));
        plain.subList(at, Math.min(size, at + 2)).clear();
        plain.addAll(at, List.of(7L, value));
      }
      case 7 -> {
        assertThat(Lists.slice(packed, (long) at, null)).isEqualTo(plain.subList(at, size));
        assertThat(packed.contains(value)).isEqualTo(plain.contains(value));
      }
      case 8 -> {
        Lists.sort(packed, true);
        plain.sort((a, b) -> Long.compare(b, a));
      }
      case 9 -> {
        if (size < 40) {
          List<Long> itself = packed;
          packed.addAll(at, itself);
          plain.addAll(at, List.copyOf(plain));
        }
      }
      default -> {
        Lists.deleteSlice(packed, 0L, (long) at);
        plain.subList(0, at).clear();
      }
    }
  }

  @Test
  void goesOnAsAnOrdinaryListWhereSomethingElseIsPutIn() {
    List<Long> longs = Lists.longs(1, 2);
    List<Object> anything = Py.cast(longs);

    anything.add("three");
    anything.set(0, null);

    assertThat(anything).containsExactly(null, 2L, "three");
    assertThat(Lists.getLong(longs, 1)).isEqualTo(2);
    assertThat(Lists.getLong(longs, -2)).isEqualTo(2);
    assertThat(Py.repr(anything)).isEqualTo("[None, 2, 'three']");
    assertThat(Lists.repeat(anything, 2)).hasSize(6);
  }

  @Test
  void anIndexOutOfRangeIsAnIndexError() {
    assertThatThrownBy(() -> Lists.getLong(Lists.longs(1), 1))
        .isInstanceOf(Errors.IndexError.class)
        .hasMessage("list index out of range");
    assertThatThrownBy(() -> Lists.set(Lists.booleans(), -1, true))
        .isInstanceOf(Errors.IndexError.class)
        .hasMessage("list assignment index out of range");
  }

  @Test
  void listsFromElsewhereAreReadAndWrittenByTheSameMethods() {
    List<Long> plain = Lists.of(1L, 2L);

    Lists.set(plain, -1, 5);

    assertThat(Lists.getLong(plain, 1)).isEqualTo(5);
    assertThatThrownBy(() -> Lists.set(plain, 2, 5)).isInstanceOf(Errors.IndexError.class);
  }

  @Test
  void slicesCopiesAndRepetitionsKeepTheElements() {
    List<Double> floats = Lists.doubles(0.5, 1.5, 2.5);

    assertThat(Lists.repeat(floats, 2)).containsExactly(0.5, 1.5, 2.5, 0.5, 1.5, 2.5);
    assertThat(Lists.slice(floats, null, null, -1L)).containsExactly(2.5, 1.5, 0.5);
    assertThat(Lists.concat(floats, Lists.copy(floats))).hasSize(6);
    assertThat(Lists.repeat(Lists.booleans(true), 3)).containsExactly(true, true, true);
  }

  @Test
  @SuppressWarnings("ModifyCollectionInEnhancedForLoop") // As Python may.
  void whatIsAddedWhileALoopRunsIsMet() {
    List<Long> longs = Lists.longs(1, 2);
    long sum = 0;

    for (long value : longs) {
      sum += value;
      if (longs.size() < 4) {
        longs.add(value + 10);
      }
    }

    assertThat(sum).isEqualTo(1 + 2 + 11 + 12);
  }

  @Test
  void textIsIndexedByCharacterOutsideOfTheBasicPlaneToo() {
    String text = "a\uD83D\uDE00b";

    assertThat(Strs.get(text, 1)).isEqualTo("\uD83D\uDE00");
    assertThat(Strs.slice(text, 1L, null)).isEqualTo("\uD83D\uDE00b");
    assertThat(Strs.slice(text, null, -1L)).isEqualTo("a\uD83D\uDE00");
    assertThat(Strs.compare("\uD83D\uDE00", "\uFFFD")).isPositive();
    assertThat(Strs.compare("a", "ab")).isNegative();
  }
}
