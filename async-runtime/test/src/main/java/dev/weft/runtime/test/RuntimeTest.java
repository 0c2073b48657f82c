package dev.weft.runtime.test;

import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.VirtualClock;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that runs as the root task of a runtime, once on each backend. It uses the verbs of
 * {@link dev.weft.runtime.Async} directly, and may take the {@link AsyncRuntime}, and in virtual
 * time the {@link VirtualClock}, as parameters.
 *
 * {@snippet :
 * @RuntimeTest
 * void aSlowAnswerTimesOut(VirtualClock clock) {
 *   assertThrows(
 *       AsyncException.Timeout.class,
 *       () -> Async.timeout(Duration.ofHours(1), () -> Async.sleep(Duration.ofHours(2))));
 *   assertEquals(Duration.ofHours(1), clock.now());
 * }
 * }
 *
 * <p>The test fails, with a dump of the tasks, if it does not end within {@link #timeoutSeconds()}.
 * It fails as well if tasks of {@link AsyncRuntime#spawn} are still alive when the method returns,
 * or if a task or callback failed and nobody looked at it. The runtime is closed when the method
 * returns; it is open already in {@code @BeforeEach} methods, which run outside of it and may take
 * the same parameters.
 *
 * <p>Pitfall: the method runs in a thread of the runtime, not in JUnit's own, so that thread-locals
 * set by other extensions are not seen.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(RuntimeTestExtension.class)
@SuppressWarnings("exports") // Only JUnit needs the extension.
public @interface RuntimeTest {

  /**
   * The backends to run on. Unless set, virtual threads and both ways of the event loop; the
   * mounted one only where the JVM was started with the flag that it needs.
   */
  AsyncRuntime.Backend[] backends() default {};

  /** The clock of the runtime. */
  Time time() default Time.AUTOMATIC;

  /** The most real time that the test may take. */
  long timeoutSeconds() default 10;

  /** What a test's runtime goes by. */
  enum Time {
    /** Virtual time that moves by itself when nothing is left to run. */
    AUTOMATIC,
    /** Virtual time that moves only through the {@link VirtualClock}. */
    MANUAL,
    /** The system's time. */
    REAL
  }
}
