package dev.weft.executor.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpareArraysTest {
  private static final int SIZE = 3 * Memory.PAGE_SIZE;

  private final Memory memory = new ByteArrayMemory(new MemoryLimits(3, 3));

  private List<MemoryImage> images() {
    memory.fill((byte) 1, 5_000, 9_000);
    memory.fill((byte) 2, 100_000, 140_000);
    MemoryImage base = MemoryImage.of(memory, 0);
    memory.fill((byte) 3, 20_000, 21_000);
    memory.fill((byte) 0, 110_000, 130_000);
    return List.of(base, base.difference(memory, 0));
  }

  @Test
  void anArrayThatIsTakenAgainHasNothingOfWhatWasInIt() {
    List<MemoryImage> images = images();
    byte[] array = SpareArrays.restored(images);
    Arrays.fill(array, (byte) 7);
    SpareArrays.keep(array);

    byte[] again = SpareArrays.restored(images);

    assertThat(again).isSameAs(array);
    assertThat(Arrays.copyOf(again, SIZE)).isEqualTo(memory.readBytes(0, SIZE));
  }

  @Test
  void anArrayInUseIsNotGivenToAnother() {
    List<MemoryImage> images = images();

    assertThat(SpareArrays.restored(images)).isNotSameAs(SpareArrays.restored(images));
  }

  @Test
  void anArrayThatIsTooShortIsNotTaken() {
    byte[] shorter = new byte[100];
    SpareArrays.keep(shorter);

    assertThat(SpareArrays.restored(images())).hasSizeGreaterThanOrEqualTo(SIZE);
  }
}
