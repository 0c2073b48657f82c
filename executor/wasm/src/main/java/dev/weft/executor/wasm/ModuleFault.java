package dev.weft.executor.wasm;

import dev.weft.executor.wasm.GuestException.Reason;

/**
 * What is wrong with a module, found before it runs.
 *
 * @param param the parameter of the node that it concerns
 * @param message what is wrong
 * @param met the value that was met
 * @param hint what to do
 */
record ModuleFault(String param, String message, Object met, String hint) {

  /** For a module that was right when the pipeline was checked, or was never checked. */
  GuestException asException() {
    return new GuestException(
        Reason.INVALID, "%s: %s, got %s; %s".formatted(param, message, met, hint), null);
  }

  /** Carries a fault out of the search for it. */
  static final class Found extends Exception {
    private static final long serialVersionUID = 1L;

    final transient ModuleFault fault;

    Found(String param, String message, Object met, String hint) {
      super(message, null, false, false);
      this.fault = new ModuleFault(param, message, met, hint);
    }
  }
}
