package dev.weft.executor.wasm;

import java.util.List;
import java.util.Objects;

/** The sandbox. */
record ConfinedSandbox(GuestLimits limits, Grants grants) implements Sandbox {
  ConfinedSandbox {
    Objects.requireNonNull(limits);
    Objects.requireNonNull(grants);
  }

  @Override
  public ConfinedGuest guest(String name, List<String> arguments, GuestStreams streams) {
    return new ConfinedGuest(name, limits, grants, List.copyOf(arguments), streams, null);
  }

  /**
   * A guest that runs along a stream: its output is limited line by line, and where it is granted a
   * clock it sleeps in the way given.
   */
  ConfinedGuest program(
      String name, List<String> arguments, GuestStreams streams, GuestClock.Sleep sleep) {
    return new ConfinedGuest(name, limits, grants, List.copyOf(arguments), streams, sleep);
  }
}
