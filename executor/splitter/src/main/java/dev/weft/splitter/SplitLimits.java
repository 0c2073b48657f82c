package dev.weft.splitter;

/**
 * Sizes in bytes of code.
 *
 * @param methodBytes a method of this size or more is split, and no piece has it. HotSpot leaves
 *     methods over 8,000 bytes to its interpreter (its flag {@code HugeMethodLimit})
 * @param regionBytes what a piece should have at most. Smaller pieces are compiled sooner and leave
 *     the compiler more room to inline what they call; larger ones hand over less often
 * @param switchKeys how many keys of a long switch go into one piece, a power of two
 */
public record SplitLimits(int methodBytes, int regionBytes, int switchKeys) {
  /** What is good for an interpreter loop. */
  public static final SplitLimits DEFAULT = new SplitLimits(8_000, 2_000, 16);

  /** Checks the sizes. */
  public SplitLimits {
    if (regionBytes < 1 || methodBytes < regionBytes) {
      throw new IllegalArgumentException(
          "A region of "
              + regionBytes
              + " bytes in a method of at most "
              + methodBytes
              + ": give a region size from 1 to the method size");
    }
    if (Integer.bitCount(switchKeys) != 1) {
      throw new IllegalArgumentException(
          switchKeys + " keys in a piece of a switch: give a power of two, such as 16");
    }
  }
}
