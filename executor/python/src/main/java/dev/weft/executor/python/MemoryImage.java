package dev.weft.executor.python;

import com.dylibso.chicory.runtime.Memory;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The memory of a guest at rest: the chunks that are not zero, or, on top of another image, those
 * that are different from it. Immutable.
 */
final class MemoryImage {
  private static final int CHUNK = 4096;
  private static final int MAGIC = 0x77656674;
  private static final int PAGE = 65_536;

  private final int pages;
  private final long stackPointer;
  private final BitSet chunks;

  /** The chunks, one after the other; it may be a file's, so that the heap has no copy of it. */
  private final ByteBuffer data;

  private MemoryImage(int pages, long stackPointer, BitSet chunks, ByteBuffer data) {
    this.pages = pages;
    this.stackPointer = stackPointer;
    this.chunks = chunks;
    this.data = data;
  }

  /** How many pages the memory has. */
  int pages() {
    return pages;
  }

  /** The global that says where the stack ends. */
  long stackPointer() {
    return stackPointer;
  }

  /** An image of a memory. */
  static MemoryImage of(Memory memory, long stackPointer) {
    return of(memory, stackPointer, new byte[0]);
  }

  /** An image of what is different in a memory from one that was restored from another image. */
  MemoryImage difference(Memory memory, long newStackPointer) {
    byte[] before = new byte[pages * PAGE];
    restore(before);
    return of(memory, newStackPointer, before);
  }

  private static MemoryImage of(Memory memory, long stackPointer, byte[] before) {
    int pages = memory.pages();
    byte[] now = memory.readBytes(0, pages * PAGE);
    byte[] zero = new byte[CHUNK];
    BitSet chunks = new BitSet();
    for (int chunk = 0; chunk < now.length / CHUNK; chunk++) {
      int start = chunk * CHUNK;
      int end = start + CHUNK;
      boolean same =
          end <= before.length
              ? Arrays.equals(now, start, end, before, start, end)
              : Arrays.equals(now, start, end, zero, 0, CHUNK);
      chunks.set(chunk, !same);
    }
    byte[] data = new byte[chunks.cardinality() * CHUNK];
    int to = 0;
    for (int chunk = chunks.nextSetBit(0); chunk >= 0; chunk = chunks.nextSetBit(chunk + 1)) {
      System.arraycopy(now, chunk * CHUNK, data, to, CHUNK);
      to += CHUNK;
    }
    return new MemoryImage(pages, stackPointer, chunks, ByteBuffer.wrap(data));
  }

  /**
   * Makes an array the memory that images describe, each on top of the one before.
   *
   * @param isZero whether the array has nothing but zeros in it
   */
  static void restore(List<MemoryImage> images, byte[] array, boolean isZero) {
    if (!isZero) {
      zeroGaps(images, array);
    }
    images.forEach(it -> it.restore(array));
  }

  private static void zeroGaps(List<MemoryImage> images, byte[] array) {
    BitSet covered = new BitSet();
    images.forEach(it -> covered.or(it.chunks));
    int last = images.getLast().pages * (PAGE / CHUNK);
    for (int gap = covered.nextClearBit(0); gap < last; ) {
      int next = covered.nextSetBit(gap);
      int end = next < 0 ? last : next;
      Arrays.fill(array, gap * CHUNK, end * CHUNK, (byte) 0);
      gap = covered.nextClearBit(end);
    }
  }

  private void restore(byte[] array) {
    int from = 0;
    for (int chunk = chunks.nextSetBit(0); chunk >= 0; ) {
      int end = chunks.nextClearBit(chunk);
      int length = (end - chunk) * CHUNK;
      data.get(from, array, chunk * CHUNK, length);
      from += length;
      chunk = chunks.nextSetBit(end);
    }
  }

  /** Writes the image. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(pages);
    out.writeLong(stackPointer);
    byte[] set = chunks.toByteArray();
    out.writeInt(set.length);
    out.write(set);
    out.writeInt(data.capacity());
    byte[] part = new byte[CHUNK];
    for (int at = 0; at < data.capacity(); at += CHUNK) {
      data.get(at, part);
      out.write(part);
    }
  }

  /**
   * Reads an image; what is read is kept.
   *
   * @throws IOException if what is read is none
   */
  static MemoryImage read(ByteBuffer in) throws IOException {
    try {
      if (in.getInt() != MAGIC) {
        throw new IOException("this is no image of a memory");
      }
      int pages = in.getInt();
      long stackPointer = in.getLong();
      int set = length(in);
      BitSet chunks = BitSet.valueOf(in.slice(in.position(), set));
      in.position(in.position() + set);
      int length = length(in);
      if (length != chunks.cardinality() * CHUNK || chunks.length() > pages * (PAGE / CHUNK)) {
        throw new IOException("the image of a memory does not fit itself");
      }
      ByteBuffer data = in.slice(in.position(), length);
      in.position(in.position() + length);
      return new MemoryImage(pages, stackPointer, chunks, data);
    } catch (BufferUnderflowException e) {
      throw new IOException("the image of a memory ends early", e);
    }
  }

  private static int length(ByteBuffer in) throws IOException {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IOException("the image of a memory has a part of %d bytes".formatted(length));
    }
    return length;
  }
}
