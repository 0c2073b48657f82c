package dev.weft.splitter;

/**
 * Sizes in bytes of code.
 *
 * @param methodBytes a method of this size or more is split
 * @param regionBytes what a piece should have at most. Smaller pieces are compiled sooner and leave
 *     the compiler more room to inline what they call; larger ones hand over less often
 * @param switchKeys how many keys of a long switch go into one piece, a power of two
 */
public record SplitLimits(int methodBytes, int regionBytes, int switchKeys) {
  /** HotSpot leaves longer methods to its interpreter: its flag {@code HugeMethodLimit}. */
  static final int HOTSPOT_METHOD_BYTES = 8_000;

  /**
   * What is good for an interpreter loop: what HotSpot never compiles, in pieces of 1,000 bytes.
   */
  public static final SplitLimits DEFAULT = new SplitLimits(HOTSPOT_METHOD_BYTES, 1_000, 16);

  /** Checks the sizes. */
  public SplitLimits {
    if (regionBytes < 1 || regionBytes > HOTSPOT_METHOD_BYTES / 2) {
      throw new IllegalArgumentException(
          "The size of a region is %,d bytes: give 1 to %,d"
              .formatted(regionBytes, HOTSPOT_METHOD_BYTES / 2));
    }
    if (Integer.bitCount(switchKeys) != 1) {
      throw new IllegalArgumentException(
          "A piece of a switch has %d keys: give a power of two, such as 16".formatted(switchKeys));
    }
  }
}
