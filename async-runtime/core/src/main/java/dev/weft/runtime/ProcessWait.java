package dev.weft.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The wait for a process, which does not outlive it. */
final class ProcessWait {
  /** How long a process is given to end by itself once asked. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private ProcessWait() {}

  static int exitOf(Process process) {
    try {
      return AsyncIo.call(() -> process.waitFor());
    } catch (CancellationError e) {
      kill(process);
      throw e;
    } catch (InterruptedException e) {
      throw killedByInterrupt(process);
    }
  }

  static AsyncIo.ProcessResult run(ProcessBuilder builder) throws IOException {
    // Not awaited: a cancellation between the start and its return would lose the process.
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      return AsyncIo.call(() -> collect(process));
    } catch (CancellationError e) {
      kill(process);
      throw e;
    } catch (UncheckedIOException e) {
      kill(process);
      throw e.getCause();
    } catch (InterruptedException e) {
      throw killedByInterrupt(process);
    }
  }

  private static AsyncIo.ProcessResult collect(Process process) throws InterruptedException {
    FutureTask<String> errors = new FutureTask<>(() -> text(process.errorReader()));
    Thread.ofVirtual().name("weft-io").start(errors);
    String output = text(process.inputReader());
    try {
      return new AsyncIo.ProcessResult(process.waitFor(), output, errors.get());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UncheckedIOException unchecked
          ? unchecked
          : new IllegalStateException("reading cannot fail otherwise", e);
    }
  }

  private static String text(BufferedReader reader) {
    try (reader) {
      StringWriter text = new StringWriter();
      reader.transferTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For a thread that is no task. */
  private static CancellationError killedByInterrupt(Process process) {
    kill(process);
    Thread.currentThread().interrupt();
    return new CancellationError("the waiting thread was interrupted");
  }

  /** Ends a process, by force if it does not end by itself in time. */
  private static void kill(Process process) {
    process.destroy();
    boolean ended = false;
    try {
      ended = AsyncIo.call(() -> process.waitFor(GRACE));
    } catch (CancellationError | InterruptedException e) {
      AbstractRuntime.LOG.log(
          System.Logger.Level.DEBUG, "asked again: the process is not waited for", e);
    }
    if (!ended) {
      process.destroyForcibly();
    }
  }
}
