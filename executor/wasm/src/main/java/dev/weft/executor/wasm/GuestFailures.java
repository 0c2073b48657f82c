package dev.weft.executor.wasm;

import com.dylibso.chicory.wasm.ChicoryException;
import dev.weft.executor.wasm.GuestException.Reason;
import java.util.Objects;

/** Tells from what comes out of a call how the guest failed. */
final class GuestFailures {
  private GuestFailures() {}

  /**
   * What to throw in place of an error: a {@link GuestException} for what the guest's code did, and
   * the error itself for what the host's own code around it did.
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <X extends Throwable> RuntimeException translated(Throwable error, ConfinedGuest guest)
      throws X {
    return switch (error) {
      case GuestException known -> known;
      case ConfinedGuest.Stopped stopped -> guest.broken(Reason.STOPPED, "was stopped", stopped);
      case WasiImports.Exit exit -> guest.exited(exit.code);
      case StackOverflowError deep -> recursion(deep, guest);
      case OutOfMemoryError full ->
          guest.broken(
              Reason.MEMORY,
              "was stopped: the machine has no memory left for it; give the JVM more, or the guest a lower limit",
              full);
      case ChicoryException trap -> trap(trap, guest);
      case RuntimeException inside when isOfRuntime(inside) -> trap(inside, guest);
      case LinkageError inside when isOfRuntime(inside) -> trap(inside, guest);
      default -> throw (X) error;
    };
  }

  /** Whether an error arose in the runtime below, as with a module that is subtly malformed. */
  private static boolean isOfRuntime(Throwable error) {
    for (StackTraceElement frame : error.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.weft.")) {
        return false;
      }
      if (frame.getClassName().startsWith("com.dylibso.chicory.")) {
        return true;
      }
    }
    return false;
  }

  private static GuestException trap(Throwable trap, ConfinedGuest guest) {
    for (Throwable cause = trap; cause != null; cause = cause.getCause()) {
      if (cause instanceof StackOverflowError) {
        return recursion(cause, guest);
      }
    }
    return guest.broken(
        Reason.TRAP,
        "failed: "
            + Names.shortened(
                Objects.requireNonNullElse(trap.getMessage(), trap.getClass().getSimpleName())),
        trap);
  }

  private static GuestException recursion(Throwable cause, ConfinedGuest guest) {
    return guest.broken(
        Reason.RECURSION,
        "was stopped: its calls are nested too deep for a stack of %d MiB; let it recurse less"
            .formatted(GuestLimits.STACK_BYTES >> 20),
        cause);
  }
}
