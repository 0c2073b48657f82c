/**
 * Tests of asynchronous code with JUnit: on every backend, in virtual time, under many schedules.
 *
 * <p>Start at {@link dev.weft.runtime.test.RuntimeTest}, which runs a test method as a task, and at
 * {@link dev.weft.runtime.test.ExploreSchedules}, which searches for races.
 */
module dev.weft.runtime.test {
  requires transitive dev.weft.runtime;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports dev.weft.runtime.test;
}
