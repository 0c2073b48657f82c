package dev.weft.python.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The flat memory does what Chicory's own does, at its end above all. */
class FlatMemoryTest {
  private static final int OPERATIONS = 60_000;

  private final MemoryLimits limits = new MemoryLimits(1, 6);
  private final Memory flat = SplitPython.memory(limits);
  private final Memory paged = new ByteArrayMemory(limits);

  @Test
  void anySequenceOfAccessesGivesTheSame() {
    Long given = Long.getLong("seed");
    long seed = given != null ? given : new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < OPERATIONS; i++) {
      if (i % (OPERATIONS / 6) == OPERATIONS / 12) {
        assertThat(flat.grow(1)).isEqualTo(paged.grow(1));
      }
      Function<Memory, Object> operation = any(random);
      assertThat(outcome(operation, flat))
          .as("seed %d, operation %d", seed, i)
          .isEqualTo(outcome(operation, paged));
    }
    assertThat(flat.pages()).isEqualTo(6);
    assertThat(flat.readBytes(0, 6 * Memory.PAGE_SIZE))
        .isEqualTo(paged.readBytes(0, 6 * Memory.PAGE_SIZE));
  }

  private Function<Memory, Object> any(Random random) {
    int address = address(random);
    int other = address(random);
    int length = random.nextInt(40) - 1;
    long value = random.nextLong();
    return switch (random.nextInt(20)) {
      case 0 -> run(it -> it.writeByte(address, (byte) value));
      case 1 -> run(it -> it.writeShort(address, (short) value));
      case 2 -> run(it -> it.writeI32(address, (int) value));
      case 3 -> run(it -> it.writeLong(address, value));
      case 4 -> run(it -> it.writeF32(address, Float.intBitsToFloat((int) value)));
      case 5 -> run(it -> it.writeF64(address, Double.longBitsToDouble(value)));
      case 6 -> it -> it.read(address);
      case 7 -> it -> it.readShort(address);
      case 8 -> it -> it.readInt(address);
      case 9 -> it -> it.readLong(address);
      case 10 -> it -> it.readFloat(address);
      case 11 -> it -> it.readDouble(address);
      case 12 -> it -> it.readU16(address);
      case 13 -> it -> it.readF32(address);
      case 14 -> it -> it.readF64(address);
      case 15 -> run(it -> it.copy(address, other, length));
      case 16 -> run(it -> it.fill((byte) value, address, address + length));
      case 17 -> run(it -> it.write(address, new byte[] {1, 2, 3, 4}, 1, length % 6));
      case 18 -> it -> Arrays.toString(it.readBytes(address, length));
      default -> Memory::pages;
    };
  }

  /** Often near an end of the memory or of a page, and sometimes far outside. */
  private int address(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt();
      case 1 -> -1 - random.nextInt(20);
      case 2, 3 -> flat.pages() * Memory.PAGE_SIZE - random.nextInt(20) + 4;
      case 4 -> Memory.PAGE_SIZE - random.nextInt(20) + 10;
      default -> random.nextInt(flat.pages() * Memory.PAGE_SIZE);
    };
  }

  private static Function<Memory, Object> run(Consumer<Memory> operation) {
    return memory -> {
      operation.accept(memory);
      return "done";
    };
  }

  private static Object outcome(Function<Memory, Object> operation, Memory memory) {
    try {
      return operation.apply(memory);
    } catch (RuntimeException e) {
      return e.getClass();
    }
  }

  @Test
  void growingIsRefusedBeyondTheMaximum() {
    assertThat(flat.grow(6)).isEqualTo(-1);
    assertThat(flat.grow(-1)).isEqualTo(-1);
    assertThat(flat.grow(0)).isEqualTo(1);
    assertThat(flat.grow(5)).isEqualTo(1);
    assertThat(flat.grow(1)).isEqualTo(-1);
    assertThat(flat.pages()).isEqualTo(6);
  }

  @Test
  void pagesThatAreNewAreZero() {
    for (int pages = 1; pages < 6; pages++) {
      flat.fill((byte) 7, 0, pages * Memory.PAGE_SIZE);
      flat.grow(1);
      assertThat(flat.readBytes(pages * Memory.PAGE_SIZE, Memory.PAGE_SIZE)).containsOnly(0);
    }
  }

  @Test
  void aContentThatIsGivenStaysAtTheStartOfAnInstance() {
    byte[] content = new byte[3 * Memory.PAGE_SIZE];
    Arrays.fill(content, (byte) 7);
    Memory memory = SplitPython.memory(new MemoryLimits(2, 6), content);

    memory.zero();
    memory.initialize(null, null, 0);
    assertThat(memory.pages()).isEqualTo(2);
    assertThat(memory.read(0)).isEqualTo((byte) 7);
    assertThat(memory.read(2 * Memory.PAGE_SIZE - 1)).isEqualTo((byte) 7);
    assertThatThrownBy(() -> memory.read(2 * Memory.PAGE_SIZE))
        .isInstanceOf(WasmRuntimeException.class);

    memory.grow(1);
    assertThat(memory.readBytes(2 * Memory.PAGE_SIZE, Memory.PAGE_SIZE)).containsOnly(0);
    memory.zero();
    assertThat(memory.read(0)).isZero();
  }

  @Test
  void aContentMustNotBeShorterThanTheMemory() {
    assertThatThrownBy(() -> SplitPython.memory(new MemoryLimits(2, 6), new byte[70_000]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 pages")
        .hasMessageContaining("70000 bytes");
  }

  @Test
  void aMemoryThatWasReleasedIsEmpty() {
    flat.writeByte(5, (byte) 1);

    byte[] released = SplitPython.release(flat);

    assertThat(released[5]).isEqualTo((byte) 1);
    assertThat(flat.pages()).isZero();
    assertThatThrownBy(() -> flat.read(5)).isInstanceOf(WasmRuntimeException.class);
  }
}
