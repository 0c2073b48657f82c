package dev.weft.runtime.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test method that is run many times, each time with the ready tasks of the event loop taken in
 * another order, in search of one that breaks it. It runs as a task, in virtual time that moves by
 * itself, and is checked for leaks and unseen failures, as with {@link RuntimeTest}.
 *
 * {@snippet :
 * @ExploreSchedules(seeds = 1000)
 * void incrementsAreNotLost() {
 *   Counter counter = new Counter();
 *   Async.group(group -> {
 *     group.spawn(counter::increment);
 *     group.spawn(counter::increment);
 *   });
 *   assertEquals(2, counter.value());
 * }
 * }
 *
 * <p>The order is drawn from a seed, which is named when it fails; that one run is had again with
 * {@code -Dweft.test.seed=<seed>}, or with {@code firstSeed = <seed>, seeds = 1}. {@code
 * -Dweft.test.seeds=<number>} overrides the number of seeds.
 *
 * <p>Pitfall: all seeds run on one test instance, with {@code @BeforeEach} called once. Keep the
 * state of a test in local variables.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Test
@ExtendWith(ExploreSchedulesExtension.class)
@SuppressWarnings("exports") // Only JUnit needs the extension.
public @interface ExploreSchedules {

  /** How many orders to try. */
  int seeds() default 100;

  /** The first seed; the others count up from it. */
  long firstSeed() default 0;

  /** The most real time that one run may take. */
  long timeoutSeconds() default 10;
}
