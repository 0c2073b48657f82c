package dev.weft.executor.python;

import java.lang.ref.SoftReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arrays that memories of guests were in, for those to come. To write an image into an array
 * that is there takes a third of the time that a new one takes, which the JVM finds room for, fills
 * with zeros, and collects again. Nothing of what the array had in it is left. Thread-safe.
 */
final class SpareArrays {
  /** Each keeps some 60 MiB of the heap until that is needed for something else. */
  private static final int MOST = 2;

  /** A guest that took far more memory than it began with should not make the next one do so. */
  private static final int MOST_BYTES = 128 << 20;

  private static final int PAGE = 65_536;

  private static final Deque<SoftReference<byte[]>> SPARES = new ArrayDeque<>();

  private SpareArrays() {}

  /** An array with a memory that images describe, and some room to grow. */
  static byte[] restored(List<MemoryImage> images) {
    int size = images.getLast().pages() * PAGE;
    byte[] spare = take(size);
    byte[] array = spare == null ? new byte[size + size / 8] : spare;
    MemoryImage.restore(images, array, spare == null);
    return array;
  }

  private static byte @Nullable [] take(int size) {
    synchronized (SPARES) {
      SoftReference<byte[]> reference;
      while ((reference = SPARES.pollLast()) != null) {
        byte[] spare = reference.get();
        if (spare != null && spare.length >= size) {
          return spare;
        }
      }
      return null;
    }
  }

  /** Keeps an array that is not in use any more. */
  static void keep(byte[] array) {
    synchronized (SPARES) {
      SPARES.removeIf(it -> it.get() == null);
      if (SPARES.size() < MOST && array.length <= MOST_BYTES) {
        SPARES.addLast(new SoftReference<>(array));
      }
    }
  }
}
