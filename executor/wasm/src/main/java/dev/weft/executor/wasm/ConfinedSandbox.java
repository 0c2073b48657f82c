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
  public Guest guest(String name, List<String> arguments, GuestStreams streams) {
    return new ConfinedGuest(name, limits, grants, List.copyOf(arguments), streams);
  }
}
