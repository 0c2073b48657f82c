package dev.weft.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The live tasks of a runtime at one moment, as a tree; see {@link AsyncRuntime#dump}. {@link
 * #toString} renders it for people.
 *
 * @param backend what runs the tasks
 * @param time the runtime's clock
 * @param tasks the tasks that belong to no other, in the order in which they started
 */
public record RuntimeDump(AsyncRuntime.Backend backend, Duration time, List<Entry> tasks) {

  /** Where a task stands. */
  public enum State {
    /** Has not begun to run. */
    NEW,
    /** Can go on and waits for its turn. */
    READY,
    /** Runs, or is in a blocking call of the JDK. */
    RUNNING,
    /** Suspended until something happens. */
    WAITING
  }

  /**
   * A task.
   *
   * @param name the task's name
   * @param state where it stands
   * @param waitingFor what it is suspended on, if it is
   * @param waitingSince for how long it has been, where {@link AsyncRuntime.Builder#tracing} is on
   * @param cancelRequests how many times it was asked to end
   * @param stack its stack, innermost call first, without the runtime's own frames at either end;
   *     empty for a task that has not begun and for those past the first 10,000 of a dump
   * @param children the tasks that belong to it, those of its groups included
   */
  public record Entry(
      String name,
      State state,
      Optional<String> waitingFor,
      Optional<Duration> waitingSince,
      int cancelRequests,
      List<StackTraceElement> stack,
      List<Entry> children) {

    /** How many tasks this entry and those below it stand for. */
    public int size() {
      return 1 + children.stream().mapToInt(Entry::size).sum();
    }
  }

  /** How many tasks there are in all. */
  public int size() {
    return tasks.stream().mapToInt(Entry::size).sum();
  }

  /** The tree, a task per line, each followed by where it stands in the source. */
  @Override
  public String toString() {
    return Dumps.render(this);
  }
}
