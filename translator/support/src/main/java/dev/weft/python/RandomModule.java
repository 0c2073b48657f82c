package dev.weft.python;

/** The generator behind the functions of the module {@code random}. */
public final class RandomModule {
  private static Random shared = new Random(null);

  private RandomModule() {}

  static void reset(boolean simulated) {
    shared = new Random(simulated ? (Object) 0L : null);
  }

  /** The module's own generator. */
  public static Random shared() {
    Hosting.Surroundings around = Loop.around();
    return around == null ? shared : around.random;
  }
}
