package dev.weft.python.image;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.UninstantiableException;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The memory of an instance as one array. Chicory's own memories are arrays of pages, so that each
 * access loads the page first; this one saves a quarter of an item's time in CPython.
 *
 * <p>The array has room for an eighth more than was asked for, so that a memory that grows page by
 * page is copied seldom. What lies beyond the pages that were asked for is out of bounds, as the
 * specification wants it.
 *
 * <p>Not shared: for one thread at a time, without atomic waits.
 */
final class FlatMemory implements Memory {
  private static final VarHandle SHORT = littleEndian(short[].class);
  private static final VarHandle INT = littleEndian(int[].class);
  private static final VarHandle LONG = littleEndian(long[].class);
  private static final VarHandle FLOAT = littleEndian(float[].class);
  private static final VarHandle DOUBLE = littleEndian(double[].class);

  /** An array has no room for the last of 32,768 pages. */
  private static final int MOST_PAGES = Integer.MAX_VALUE / PAGE_SIZE;

  private final MemoryLimits limits;
  private DataSegment[] segments = {};
  private byte[] bytes;
  private int size;

  /** The addresses from which on 2, 4 or 8 bytes are out of bounds. */
  private int end2;

  private int end4;
  private int end8;

  /** Whether the content was given, and the instance has not begun with it yet. */
  private boolean given;

  FlatMemory(MemoryLimits limits) {
    this.limits = limits;
    this.bytes = new byte[initialSize(limits)];
    resize(bytes.length);
  }

  /**
   * A memory with a content, in an array that may be longer than that. What an instance does with
   * its memory at first, to zero it and to copy the module's data, is left out.
   */
  FlatMemory(MemoryLimits limits, byte[] content) {
    int initialSize = initialSize(limits);
    if (content.length < initialSize) {
      throw new IllegalArgumentException(
          "a memory of %d pages does not fit into %d bytes; give it %d"
              .formatted(limits.initialPages(), content.length, initialSize));
    }
    this.limits = limits;
    this.bytes = content;
    this.given = true;
    resize(initialSize);
  }

  private static int initialSize(MemoryLimits limits) {
    return Math.multiplyExact(limits.initialPages(), PAGE_SIZE);
  }

  /** Gives the array away; the memory is empty after that. */
  byte[] release() {
    byte[] released = bytes;
    bytes = new byte[0];
    resize(0);
    return released;
  }

  private static VarHandle littleEndian(Class<?> arrayType) {
    return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.LITTLE_ENDIAN);
  }

  private void resize(int newSize) {
    size = newSize;
    end2 = Math.max(0, newSize - 1);
    end4 = Math.max(0, newSize - 3);
    end8 = Math.max(0, newSize - 7);
  }

  @Override
  public int pages() {
    return size / PAGE_SIZE;
  }

  @Override
  public int grow(int pages) {
    int before = pages();
    int most = Math.min(maximumPages(), MOST_PAGES);
    if (pages < 0 || pages > most - before) {
      return -1;
    }
    int newSize = (before + pages) * PAGE_SIZE;
    if (newSize > bytes.length) {
      long room = newSize + (long) newSize / 8;
      bytes = Arrays.copyOf(bytes, (int) Math.min(room, (long) most * PAGE_SIZE));
    }
    // Behind a content that was given may be anything, and an array may have been copied with it.
    Arrays.fill(bytes, size, newSize, (byte) 0);
    resize(newSize);
    return before;
  }

  @Override
  public int initialPages() {
    return limits.initialPages();
  }

  @Override
  public int maximumPages() {
    return Math.min(limits.maximumPages(), RUNTIME_MAX_PAGES);
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  @SuppressWarnings("removal")
  public Object lock(int address) {
    return this;
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, int expected, long timeout) {
    throw notShared();
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, long expected, long timeout) {
    throw notShared();
  }

  /** Nothing waits on a memory that is not shared. */
  @Override
  @SuppressWarnings("removal")
  public int notify(int address, int most) {
    return 0;
  }

  private static ChicoryException notShared() {
    return new ChicoryException("Attempt to wait on a memory that is not shared");
  }

  @Override
  public void initialize(Instance instance, DataSegment[] dataSegments) {
    initialize(instance, dataSegments, 0);
  }

  @Override
  @SuppressWarnings("NullAway") // Chicory passes null where a module has no data.
  public void initialize(Instance instance, DataSegment[] dataSegments, int memoryIndex) {
    if (dataSegments == null) {
      given = false;
      return;
    }
    segments = dataSegments;
    if (given) {
      given = false;
      return;
    }
    for (DataSegment segment : dataSegments) {
      if (segment instanceof ActiveDataSegment active && active.index() == memoryIndex) {
        int offset =
            (int) ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions())[0];
        byte[] data = active.data();
        if (!fits(offset, data.length, size)) {
          throw new UninstantiableException(message(offset, data.length));
        }
        System.arraycopy(data, 0, bytes, offset, data.length);
      }
    }
  }

  @Override
  public void initPassiveSegment(int segment, int destination, int offset, int length) {
    write(destination, segments[segment].data(), offset, length);
  }

  @Override
  public void drop(int segment) {
    segments[segment] = PassiveDataSegment.EMPTY;
  }

  @Override
  public void write(int address, byte[] data, int offset, int length) {
    if (!fits(offset, length, data.length)) {
      throw new WasmRuntimeException(
          "out of bounds memory access: %d bytes at %d of a segment of %d"
              .formatted(length, offset, data.length));
    }
    check(address, length);
    System.arraycopy(data, offset, bytes, address, length);
  }

  @Override
  public byte read(int address) {
    check(address, size, 1);
    return bytes[address];
  }

  @Override
  public byte[] readBytes(int address, int length) {
    check(address, length);
    return Arrays.copyOfRange(bytes, address, address + length);
  }

  @Override
  public void writeByte(int address, byte value) {
    check(address, size, 1);
    bytes[address] = value;
  }

  @Override
  public void writeShort(int address, short value) {
    check(address, end2, Short.BYTES);
    SHORT.set(bytes, address, value);
  }

  @Override
  public short readShort(int address) {
    check(address, end2, Short.BYTES);
    return (short) SHORT.get(bytes, address);
  }

  @Override
  public long readU16(int address) {
    return Short.toUnsignedLong(readShort(address));
  }

  @Override
  public void writeI32(int address, int value) {
    check(address, end4, Integer.BYTES);
    INT.set(bytes, address, value);
  }

  @Override
  public int readInt(int address) {
    check(address, end4, Integer.BYTES);
    return (int) INT.get(bytes, address);
  }

  @Override
  public void writeLong(int address, long value) {
    check(address, end8, Long.BYTES);
    LONG.set(bytes, address, value);
  }

  @Override
  public long readLong(int address) {
    check(address, end8, Long.BYTES);
    return (long) LONG.get(bytes, address);
  }

  @Override
  public void writeF32(int address, float value) {
    check(address, end4, Float.BYTES);
    FLOAT.set(bytes, address, value);
  }

  @Override
  public float readFloat(int address) {
    check(address, end4, Float.BYTES);
    return (float) FLOAT.get(bytes, address);
  }

  @Override
  public long readF32(int address) {
    return readInt(address);
  }

  @Override
  public void writeF64(int address, double value) {
    check(address, end8, Double.BYTES);
    DOUBLE.set(bytes, address, value);
  }

  @Override
  public double readDouble(int address) {
    check(address, end8, Double.BYTES);
    return (double) DOUBLE.get(bytes, address);
  }

  @Override
  public long readF64(int address) {
    return readLong(address);
  }

  @Override
  public void zero() {
    if (given) {
      return;
    }
    Arrays.fill(bytes, 0, size, (byte) 0);
  }

  @Override
  public void fill(byte value, int from, int to) {
    check(from, to - from);
    Arrays.fill(bytes, from, to, value);
  }

  @Override
  public void copy(int destination, int source, int length) {
    check(destination, length);
    check(source, length);
    System.arraycopy(bytes, source, bytes, destination, length);
  }

  /** One unsigned comparison: an address over 2 GiB is negative and out of bounds. */
  private void check(int address, int end, int length) {
    if (Integer.compareUnsigned(address, end) >= 0) {
      throw new WasmRuntimeException(message(address, length));
    }
  }

  private void check(int address, int length) {
    if (!fits(address, length, size)) {
      throw new WasmRuntimeException(message(address, length));
    }
  }

  private static boolean fits(int offset, int length, int size) {
    return offset >= 0 && length >= 0 && length <= size - offset;
  }

  private String message(int address, int length) {
    return "out of bounds memory access: %d bytes at %d of a memory of %d; the guest's code is at fault"
        .formatted(length, address, size);
  }
}
