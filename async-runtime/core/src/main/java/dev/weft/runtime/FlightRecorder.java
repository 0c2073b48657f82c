package dev.weft.runtime;

import java.time.Duration;

/**
 * The gate to the JDK's flight recorder. Its module is optional: {@link FlightEvents} may be
 * touched only where this says that something is recorded.
 */
final class FlightRecorder {
  private static final boolean PRESENT = isPresent();

  private FlightRecorder() {}

  private static boolean isPresent() {
    return ModuleLayer.boot().findModule("jdk.jfr").isPresent();
  }

  /**
   * Whether anything was ever recorded in this JVM. Loading a class of events starts the recorder,
   * which takes a tenth of a second.
   */
  private static boolean isStarted() {
    return PRESENT && jdk.jfr.FlightRecorder.isInitialized();
  }

  /** Whether a recording that wants tasks runs now; free where none does. */
  static boolean recordsTasks() {
    return isStarted() && FlightEvents.recordsTasks();
  }

  static void timedOut(Task<?> task, Duration limit) {
    if (isStarted()) {
      FlightEvents.timedOut(task, Durations.nanos(limit));
    }
  }

  static void slowStep(SlowStep step) {
    if (isStarted()) {
      FlightEvents.slowStep(step);
    }
  }
}
