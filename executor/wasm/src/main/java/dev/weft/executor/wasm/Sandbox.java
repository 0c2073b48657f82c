package dev.weft.executor.wasm;

import java.util.List;

/**
 * Where WebAssembly guests run: with {@link GuestLimits} on what they use, and {@link Grants} of
 * what they reach. Immutable and thread-safe; one serves any number of guests, which know nothing
 * of each other.
 *
 * {@snippet :
 * Sandbox sandbox = Sandbox.of(GuestLimits.DEFAULT, Grants.none());
 * try (Guest guest = sandbox.guest("adder")) {
 *   Instance instance = guest.call(() -> guest.confine(Instance.builder(module)).build());
 *   long[] sum = guest.call(() -> instance.export("add").apply(2, 3));
 * }
 * }
 */
public sealed interface Sandbox permits ConfinedSandbox {

  /** A sandbox with these limits and grants. */
  static Sandbox of(GuestLimits limits, Grants grants) {
    return new ConfinedSandbox(limits, grants);
  }

  /** How much each guest may use. */
  GuestLimits limits();

  /** A guest without arguments, input and output. */
  default Guest guest(String name) {
    return guest(name, List.of(), GuestStreams.NONE);
  }

  /**
   * A guest that has yet to be given code.
   *
   * @param name what it is called in errors
   * @param arguments what it is started with, the name of the program first
   * @param streams its standard streams; what it writes counts against the limit on output
   */
  Guest guest(String name, List<String> arguments, GuestStreams streams);
}
