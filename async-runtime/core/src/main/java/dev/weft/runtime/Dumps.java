package dev.weft.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes dumps of the task tree and renders them. */
final class Dumps {
  /** Past this many, a dump costs more than its stacks are worth. */
  private static final int MAX_STACKS = 10_000;

  private static final int RENDERED_FRAMES = 8;

  /** Classes whose frames stand between a verb and the thread that is parked. */
  private static final Set<String> PLUMBING =
      Set.of(
          "AbstractRuntime",
          "BatonThreads",
          "Bodies",
          "Dumps",
          "EventLoop",
          "LoopTask",
          "MountedThreads",
          "Task",
          "ThreadTask",
          "Waiter");

  private static final String PACKAGE = Dumps.class.getPackageName() + ".";

  private final AbstractRuntime runtime;
  private int stacks;

  private Dumps(AbstractRuntime runtime) {
    this.runtime = runtime;
  }

  static RuntimeDump take(AbstractRuntime runtime) {
    return new RuntimeDump(
        runtime.backend(), runtime.now(), new Dumps(runtime).entries(runtime.roots));
  }

  private List<RuntimeDump.Entry> entries(Children children) {
    List<RuntimeDump.Entry> entries = new ArrayList<>();
    for (Task<?> task : children.live()) {
      if (!task.isFinished()) {
        entries.add(entry(task));
      }
    }
    return List.copyOf(entries);
  }

  private RuntimeDump.Entry entry(Task<?> task) {
    RuntimeDump.State state = state(task);
    Waiter waiter = state == RuntimeDump.State.WAITING ? task.waiterOrNull() : null;
    TaskTrace trace = task.trace;
    Optional<Duration> since =
        waiter != null && trace != null
            ? Optional.of(Duration.ofNanos(runtime.nanos() - trace.waitingSince))
            : Optional.empty();
    return new RuntimeDump.Entry(
        task.name(),
        state,
        waiter != null ? Optional.of(waiter.on()) : Optional.empty(),
        since,
        task.cancelRequests(),
        stack(task),
        below(task));
  }

  private static RuntimeDump.State state(Task<?> task) {
    if (!task.isStarted()) {
      return RuntimeDump.State.NEW;
    }
    Waiter waiter = task.waiterOrNull();
    if (waiter != null) {
      return waiter.isWaiting() ? RuntimeDump.State.WAITING : RuntimeDump.State.READY;
    }
    boolean hasTheLoop = !(task.runtime instanceof EventLoop loop) || loop.current() == task;
    return hasTheLoop || task instanceof ThreadTask
        ? RuntimeDump.State.RUNNING
        : RuntimeDump.State.READY;
  }

  /** The children, then the members of the groups, outermost first. */
  private List<RuntimeDump.Entry> below(Task<?> task) {
    Deque<Children> scopes = new ArrayDeque<>();
    for (Children group = task.groups; group != null; group = group.outer) {
      scopes.addFirst(group);
    }
    Children own = task.childrenOrNull();
    if (own != null) {
      scopes.addFirst(own);
    }
    return scopes.stream().flatMap(scope -> entries(scope).stream()).toList();
  }

  private List<StackTraceElement> stack(Task<?> task) {
    Thread thread = task.threadOrNull();
    if (thread == null || stacks++ >= MAX_STACKS) {
      return List.of();
    }
    return trimmed(thread.getStackTrace());
  }

  /** A stack without the frames that start a task's body, and without those that park it. */
  static List<StackTraceElement> trimmed(StackTraceElement[] frames) {
    int end = frames.length;
    while (end > 0 && (isPlumbing(frames[end - 1]) || isJdk(frames[end - 1]))) {
      end--;
    }
    int start = 0;
    for (int i = 0; i < end && (isPlumbing(frames[i]) || isJdk(frames[i])); i++) {
      if (isPlumbing(frames[i])) {
        start = i + 1;
      }
    }
    return List.copyOf(Arrays.asList(frames).subList(start, end));
  }

  private static boolean isPlumbing(StackTraceElement frame) {
    return PLUMBING.stream().anyMatch(type -> isOwn(frame, type));
  }

  private static boolean isOwn(StackTraceElement frame, String type) {
    return frame.getClassName().equals(PACKAGE + type);
  }

  private static boolean isJdk(StackTraceElement frame) {
    return frame.getClassName().startsWith("java.") || frame.getClassName().startsWith("jdk.");
  }

  static String render(RuntimeDump dump) {
    StringBuilder text = new StringBuilder();
    int size = dump.size();
    text.append(dump.backend())
        .append(" at ")
        .append(Durations.text(dump.time()))
        .append(": ")
        .append(size == 1 ? "1 task" : size + " tasks");
    dump.tasks().forEach(task -> render(task, 1, text));
    return text.toString();
  }

  private static void render(RuntimeDump.Entry task, int depth, StringBuilder text) {
    String indent = "  ".repeat(depth);
    text.append('\n').append(indent).append(task.name()).append(": ");
    text.append(task.state().name().toLowerCase(Locale.ROOT));
    task.waitingFor().ifPresent(what -> text.append(" for ").append(what));
    task.waitingSince().ifPresent(time -> text.append(", since ").append(Durations.text(time)));
    if (task.cancelRequests() > 0) {
      text.append(", asked to end");
    }
    task.stack().stream()
        .limit(RENDERED_FRAMES)
        .forEach(frame -> text.append('\n').append(indent).append("    at ").append(frame));
    int more = task.stack().size() - RENDERED_FRAMES;
    if (more > 0) {
      text.append('\n').append(indent).append("    … ").append(more).append(" more");
    }
    task.children().forEach(child -> render(child, depth + 1, text));
  }
}
