package dev.weft.executor.wasm;

import java.time.Duration;
import java.util.Objects;

/**
 * How much a guest may use. A guest that goes beyond is stopped with a {@link GuestException} that
 * says which limit it was.
 *
 * <p>How deep a guest may recurse is set by the stack of the thread it runs on, which is {@link
 * #STACK_BYTES} for all.
 *
 * @param memoryBytes the most linear memory, in whole pages of 64 KiB; growing beyond is denied to
 *     the guest, as {@code memory.grow} may be
 * @param callTime the most that one call may take, or, for a program that runs along a stream, from
 *     getting an item to asking for the next; time spent waiting for others is not counted
 * @param totalTime the most that all calls together may take
 * @param outputBytes the most that one call may write or return; for a program that runs along a
 *     stream, the longest line
 * @param moduleBytes the largest module that is loaded
 */
public record GuestLimits(
    long memoryBytes, Duration callTime, Duration totalTime, long outputBytes, long moduleBytes) {

  /** The stack of the threads that guests run on. */
  public static final long STACK_BYTES = 8L << 20;

  /** 256 MiB of memory, 10 s for a call, an hour for all, 16 MiB of output, modules of 16 MiB. */
  public static final GuestLimits DEFAULT =
      new GuestLimits(
          256L << 20, Duration.ofSeconds(10), Duration.ofHours(1), 16L << 20, 16L << 20);

  static final int PAGE_BYTES = 1 << 16;

  /** The most memory that the runtime below can address. */
  private static final long MAX_MEMORY = 32_767L * PAGE_BYTES;

  /**
   * Limits of these parts.
   *
   * @throws IllegalArgumentException if one is negative, a time is zero, or the memory is 2 GiB or
   *     more
   */
  public GuestLimits {
    inRange("memoryBytes", memoryBytes, MAX_MEMORY);
    inRange("outputBytes", outputBytes, Integer.MAX_VALUE);
    inRange("moduleBytes", moduleBytes, Integer.MAX_VALUE - 16);
    positive("callTime", callTime);
    positive("totalTime", totalTime);
  }

  private static void inRange(String name, long value, long most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(
          "%s of a guest is %d; use 0 to %d".formatted(name, value, most));
    }
  }

  private static void positive(String name, Duration value) {
    Objects.requireNonNull(value);
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(
          "%s of a guest is %s; use more than zero".formatted(name, value));
    }
  }

  /** These with another {@link #memoryBytes}. */
  public GuestLimits withMemoryBytes(long value) {
    return new GuestLimits(value, callTime, totalTime, outputBytes, moduleBytes);
  }

  /** These with another {@link #callTime}. */
  public GuestLimits withCallTime(Duration value) {
    return new GuestLimits(memoryBytes, value, totalTime, outputBytes, moduleBytes);
  }

  /** These with another {@link #totalTime}. */
  public GuestLimits withTotalTime(Duration value) {
    return new GuestLimits(memoryBytes, callTime, value, outputBytes, moduleBytes);
  }

  /** These with another {@link #outputBytes}. */
  public GuestLimits withOutputBytes(long value) {
    return new GuestLimits(memoryBytes, callTime, totalTime, value, moduleBytes);
  }

  /** These with another {@link #moduleBytes}. */
  public GuestLimits withModuleBytes(long value) {
    return new GuestLimits(memoryBytes, callTime, totalTime, outputBytes, value);
  }

  int memoryPages() {
    return (int) (memoryBytes / PAGE_BYTES);
  }
}
