package dev.weft.executor.wasm;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.TableInstance;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.Table;
import com.dylibso.chicory.wasm.types.TableLimits;
import dev.weft.executor.wasm.GuestException.Reason;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncCall;
import dev.weft.runtime.AsyncIo;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A guest, whose calls are timed and whose failures are told apart. */
final class ConfinedGuest implements Guest {
  /** What a table may grow to; an entry takes 8 bytes of the host's memory. */
  static final long MOST_TABLE_ENTRIES = 1_000_000;

  static final int MOST_TABLES = 16;

  private final String name;
  private final GuestLimits limits;
  private final OutputStream stderr;
  private final boolean alongStream;
  private final WasiImports wasi;

  // Guarded by this.
  private @Nullable Thread runner;
  private @Nullable GuestException stopped;
  private long started;
  private long used;
  private boolean paused;

  private volatile boolean usable = true;
  private long output;

  ConfinedGuest(
      String name,
      GuestLimits limits,
      Grants grants,
      List<String> arguments,
      GuestStreams streams,
      GuestClock.@Nullable Sleep along) {
    this.name = Names.shortened(name);
    this.limits = limits;
    this.stderr = streams.stderr();
    this.alongStream = along != null;
    this.wasi = new WasiImports(this, grants, grants.clock(along), arguments, streams);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<HostFunction> wasi() {
    return wasi.functions();
  }

  @Override
  public Instance.Builder confine(Instance.Builder builder) {
    return builder
        .withMemoryFactory(limits -> new ByteArrayMemory(confine(limits)))
        .withTableFactory((table, initial) -> new TableInstance(confined(table), initial));
  }

  /** A copy, since an instance grows the limits of the table that it is given. */
  private static Table confined(Table table) {
    long least = table.limits().min();
    long most = Math.min(table.limits().max(), MOST_TABLE_ENTRIES);
    return new Table(
        table.elementType(), new TableLimits(least, Math.max(least, most)), table.initialize());
  }

  @Override
  public MemoryLimits confine(MemoryLimits declared) {
    int most = limits.memoryPages();
    if (declared.initialPages() > most) {
      throw new GuestException(
          Reason.MEMORY,
          "guest '%s' wants %d pages of memory to start with, %d is the limit; raise the limit or build the module with less"
              .formatted(name, declared.initialPages(), most),
          null);
    }
    // Never shared: a guest has one thread.
    return new MemoryLimits(declared.initialPages(), Math.min(declared.maximumPages(), most));
  }

  @Override
  public boolean isUsable() {
    return usable;
  }

  @Override
  public <T extends @Nullable Object, X extends Throwable> T call(AsyncCall<? extends T, X> body)
      throws X {
    if (Async.currentTask().isPresent()) {
      return AsyncIo.<T, X>call(GuestThreads.CALLS, () -> this.<T, X>enter(body));
    }
    return blocking(body);
  }

  @SuppressWarnings("unchecked") // What the body throws, and nothing else, is X.
  private <T extends @Nullable Object, X extends Throwable> T blocking(
      AsyncCall<? extends T, X> body) throws X {
    CompletableFuture<T> result = new CompletableFuture<>();
    GuestThreads.CALLS.execute(() -> {
      try {
        result.complete(this.<T, X>enter(body));
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw (X) e.getCause();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new GuestException(
          Reason.STOPPED, "guest '%s': the caller was interrupted".formatted(name), e);
    }
  }

  /** Runs a body that enters the guest's code, on the current thread. */
  <T extends @Nullable Object, X extends Throwable> T enter(AsyncCall<? extends T, X> body)
      throws X {
    begin();
    try {
      return body.run();
    } catch (Throwable e) {
      throw GuestFailures.<X>translated(e, this);
    } finally {
      end();
    }
  }

  private void begin() {
    synchronized (this) {
      if (runner != null) {
        throw new IllegalStateException(
            "guest '%s' is in a call by thread '%s'; make one call at a time"
                .formatted(name, runner.getName()));
      }
      if (stopped != null) {
        throw new GuestException(
            Reason.STOPPED,
            "guest '%s' cannot be called any more: %s".formatted(name, stopped.getMessage()),
            stopped);
      }
      runner = Thread.currentThread();
      started = System.nanoTime();
      output = 0;
    }
    Watchdog.watch(this);
  }

  /** Begins with an item of a batch, which has the time and output of a call. */
  synchronized void nextItem() {
    long now = System.nanoTime();
    used += now - started;
    started = now;
    output = 0;
  }

  /** Stops the time, while the guest waits for others. For the guest's thread. */
  synchronized void pause() {
    used += System.nanoTime() - started;
    paused = true;
  }

  /** Lets the time run again, from zero for the call. For the guest's thread. */
  synchronized void resume() {
    if (stopped != null) {
      throw new Stopped();
    }
    paused = false;
    started = System.nanoTime();
  }

  private void end() {
    Watchdog.leave(this);
    boolean release;
    synchronized (this) {
      if (!paused) {
        used += System.nanoTime() - started;
      }
      runner = null;
      release = !usable;
      // A thread of the pool must not carry an interrupt into another call.
      Thread.interrupted();
    }
    if (release) {
      wasi.close();
    }
  }

  /** Stops the call if its time is up. */
  synchronized void checkTime(long now) {
    if (runner == null || paused || stopped != null) {
      return;
    }
    long elapsed = now - started;
    if (elapsed > limits.callTime().toNanos()) {
      stop(
          Reason.TIME,
          "guest '%s' was stopped: a call took longer than %s; raise the limit or let it do less in a call"
              .formatted(name, Names.text(limits.callTime())));
    } else if (used + elapsed > limits.totalTime().toNanos()) {
      stop(
          Reason.TIME,
          "guest '%s' was stopped: its calls took longer than %s in all; raise the limit"
              .formatted(name, Names.text(limits.totalTime())));
    }
  }

  private synchronized void stop(Reason reason, String message) {
    if (stopped == null) {
      stopped = new GuestException(reason, message, null);
      usable = false;
    }
    if (runner != null) {
      runner.interrupt();
    }
  }

  /** What to throw for a failure of the guest's code; the first reason counts. */
  synchronized GuestException broken(Reason reason, String message, @Nullable Throwable cause) {
    GuestException error =
        stopped != null
            ? new GuestException(stopped.reason(), String.valueOf(stopped.getMessage()), cause)
            : new GuestException(
                reason, "guest '%s' %s%s".formatted(name, message, lastWords()), cause);
    if (stopped == null) {
      stopped = error;
    }
    usable = false;
    return error;
  }

  /** What to throw for an end by the guest's own will. */
  synchronized GuestException exited(int code) {
    GuestException error =
        new GuestException(
            code, "guest '%s' ended with exit code %d%s".formatted(name, code, lastWords()));
    stopped = error;
    usable = false;
    return error;
  }

  private String lastWords() {
    return stderr instanceof Complaints complaints ? complaints.last() : "";
  }

  /** Counts what goes to the standard streams. */
  void countStream(long bytes) {
    if (!alongStream) {
      countOutput(bytes);
    }
  }

  /** Stops the guest if a line has grown too long. */
  void checkLine(long length) {
    if (length > limits.outputBytes()) {
      stop(
          Reason.OUTPUT,
          "guest '%s' was stopped: it wrote a line of more than %d bytes; raise the limit or let it write shorter lines"
              .formatted(name, limits.outputBytes()));
      throw new Stopped();
    }
  }

  @Override
  public void countOutput(long bytes) {
    output += bytes;
    if (bytes < 0 || output > limits.outputBytes()) {
      stop(
          Reason.OUTPUT,
          "guest '%s' was stopped: it gave more than %d bytes in one call; raise the limit or let it give less"
              .formatted(name, limits.outputBytes()));
      throw new Stopped();
    }
  }

  @Override
  public void close() {
    boolean idle;
    synchronized (this) {
      stop(Reason.STOPPED, "guest '%s' was closed".formatted(name));
      idle = runner == null;
    }
    if (idle) {
      wasi.close();
    }
  }

  /** For host functions that take long: leaves the guest's code if the guest was stopped. */
  static void checkStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Stopped();
    }
  }

  /** Leaves the guest's code after a stop; its reason stands in the guest. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super(null, null, false, false);
    }
  }
}
