package dev.weft.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Blocking calls of the JDK, awaited: the task suspends, and an event loop goes on with others.
 *
 * <p>Streams, sockets and anything else that may wait for long go through {@link #call}, which
 * gives each call a virtual thread on the JDK's scheduler: a thousand that wait for a thousand
 * sockets hold no thread of the system. Files go through the bounded pool of {@link
 * Async#spawnBlocking}, since reading a file does hold one, and a disk gains nothing from thousands
 * at once.
 *
 * <p>Errors of the call come out as they are, with the task's stack below them. Called in a thread
 * that is no task, each method blocks. On virtual time, the clock stands still meanwhile.
 *
 * <p>A cancelled task interrupts its call and does not wait for it. What the call was doing to its
 * stream is not known then: a socket is closed by the interrupt, a stream should be. The current
 * task's verbs and locals are not available inside the call.
 */
public final class AsyncIo {
  private static final Executor VIRTUAL = task -> Thread.ofVirtual().name("weft-io").start(task);

  private AsyncIo() {}

  /**
   * Makes a call that may block for long, in a virtual thread.
   *
   * {@snippet :
   * int read = AsyncIo.call(() -> socket.getInputStream().read(buffer));
   * }
   *
   * @throws X what the call throws
   * @throws CancellationError if the task is cancelled; the call is interrupted
   */
  public static <T extends @Nullable Object, X extends Throwable> T call(
      AsyncCall<? extends T, X> call) throws X {
    return Offload.<T, X>call(VIRTUAL, call);
  }

  /** {@link #call(AsyncCall)} for a call without a value. */
  public static <X extends Throwable> void call(AsyncAction<X> call) throws X {
    AsyncIo.<@Nullable Void, X>call(() -> {
      call.run();
      return null;
    });
  }

  /**
   * {@link #call(AsyncCall)} in a thread of an executor, for calls that want threads of a certain
   * kind. The executor must run what it is given, or throw; what it throws comes out as it is.
   *
   * @throws X what the call throws
   * @throws CancellationError if the task is cancelled; the call is interrupted, or never made if
   *     it has not begun
   */
  public static <T extends @Nullable Object, X extends Throwable> T call(
      Executor executor, AsyncCall<? extends T, X> call) throws X {
    return Offload.<T, X>call(executor, call);
  }

  /** {@link Files#readString(Path)}, on the pool for blocking work. */
  public static String readString(Path file) throws IOException {
    return onPool(() -> Files.readString(file));
  }

  /** {@link Files#readAllBytes(Path)}, on the pool for blocking work. */
  public static byte[] readBytes(Path file) throws IOException {
    return onPool(() -> Files.readAllBytes(file));
  }

  /** {@link Files#writeString}, on the pool for blocking work. */
  public static void writeString(Path file, CharSequence text, OpenOption... options)
      throws IOException {
    onPool(() -> Files.writeString(file, text, options));
  }

  /** {@link Files#write(Path, byte[], OpenOption...)}, on the pool for blocking work. */
  public static void writeBytes(Path file, byte[] bytes, OpenOption... options) throws IOException {
    onPool(() -> Files.write(file, bytes, options));
  }

  private static <T, X extends Throwable> T onPool(AsyncCall<? extends T, X> call) throws X {
    Task<?> task = Task.current();
    return Offload.<T, X>call(task == null ? Runnable::run : task.runtime.blockingPool(), call);
  }

  /**
   * Waits for a process to end and returns its exit value. If the task is cancelled the process is
   * killed: it is asked to end, its end is awaited for two seconds, and then it is forced to.
   */
  public static int exitOf(Process process) {
    return ProcessWait.exitOf(process);
  }

  /**
   * Starts a process and waits for it to end, while what it writes is read. Its input is closed at
   * once. If the task is cancelled it is killed as by {@link #exitOf}.
   *
   * @throws IOException if the process could not be started or read
   */
  public static ProcessResult run(ProcessBuilder builder) throws IOException {
    return ProcessWait.run(builder);
  }

  /**
   * How a process ended.
   *
   * @param exitValue its exit value
   * @param output what it wrote to its standard output, in the native encoding
   * @param errors what it wrote to its standard error; empty where the builder redirects that
   */
  public record ProcessResult(int exitValue, String output, String errors) {}
}
