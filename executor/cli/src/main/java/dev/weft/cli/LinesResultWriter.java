package dev.weft.cli;

import dev.weft.executor.DeadLetter;
import dev.weft.executor.Output;
import dev.weft.executor.RunResult;
import dev.weft.executor.manifest.ItemWriter;
import dev.weft.runtime.Channel;
import dev.weft.runtime.ChannelClosedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes a line per result as it comes. A thread of its own does the writing, so that a reader who
 * is slow holds back the pipeline, but never the event loop.
 *
 * <p>Lines that come fast are gathered: the thread is woken by the first line after a lull, and
 * then waits a moment for more.
 */
final class LinesResultWriter implements ResultWriter {
  private static final int CHUNK = 32 * 1024;
  private static final int CHUNKS_AHEAD = 4;
  private static final long GATHER_NANOS = 500_000;
  private static final byte[] WAKE = {};

  private final OutputStream target;
  private final PrintStream err;
  private final RunReport report;
  private final boolean tagged;
  private final Runnable onFailure;
  private final Channel<byte[]> chunks = Channel.buffered(CHUNKS_AHEAD);
  private final Thread thread = new Thread(this::work, "weft-output");

  private final ReentrantLock lock = new ReentrantLock();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(2 * CHUNK);
  private final ItemWriter lines = ItemWriter.lines(pending);
  private boolean idle = true;
  private volatile @Nullable IOException failure;

  /** A writer that calls back when the target cannot be written to any more. */
  LinesResultWriter(
      OutputStream target, PrintStream err, RunReport report, boolean tagged, Runnable onFailure) {
    this.target = target;
    this.err = err;
    this.report = report;
    this.tagged = tagged;
    this.onFailure = onFailure;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void output(Output output) {
    byte[] next = add(tagged ? tag(output) : output.item());
    if (next == null) {
      return;
    }
    if (next.length == 0) {
      // If there is no room, the thread has work and will see the line.
      chunks.trySend(next);
    } else {
      chunks.send(next);
    }
  }

  private static Map<String, Object> tag(Output output) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("sink", output.sink());
    line.put("output", output.item());
    return line;
  }

  /** Adds a line, and says what to hand to the thread, if anything. */
  private byte @Nullable [] add(Object item) {
    lock.lock();
    try {
      lines.write(item);
      if (pending.size() >= CHUNK) {
        return take();
      }
      if (idle) {
        idle = false;
        return WAKE;
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  private byte[] takeLocked() {
    lock.lock();
    try {
      return take();
    } finally {
      lock.unlock();
    }
  }

  private byte[] take() {
    lines.flush();
    byte[] bytes = pending.toByteArray();
    pending.reset();
    return bytes;
  }

  private void work() {
    try {
      Optional<byte[]> chunk = chunks.receiveOrClosed();
      while (chunk.isPresent()) {
        if (chunk.get().length == 0) {
          LockSupport.parkNanos(GATHER_NANOS);
        } else {
          target.write(chunk.get());
        }
        chunk = chunks.tryReceive();
        if (chunk.isEmpty()) {
          target.write(rest());
          chunk = chunks.receiveOrClosed();
        }
      }
    } catch (IOException e) {
      failure = e;
      chunks.cancel();
      onFailure.run();
    }
  }

  /** The lines that were not handed over yet, unless others have to go before them. */
  private byte[] rest() {
    lock.lock();
    try {
      if (chunks.size() > 0) {
        return WAKE;
      }
      byte[] bytes = take();
      idle = bytes.length == 0;
      if (!idle) {
        chunks.trySend(WAKE);
      }
      return bytes;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void deadLetter(DeadLetter letter) {
    err.println("weft: dead letter: " + Json.text(RunReport.deadLetter(letter)));
  }

  @Override
  public void finish(RunResult result) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", RunReport.status(result));
    fields.putAll(report.fields(result));
    String text = Json.text(fields);
    boolean failed = result.status() != RunResult.Status.SUCCESS;
    if (report.metrics() && !failed) {
      err.println(text);
    }
    try {
      chunks.send(takeLocked());
      if (failed) {
        chunks.send((text + "\n").getBytes(StandardCharsets.UTF_8));
      }
      chunks.close();
      thread.join();
    } catch (ChannelClosedException e) {
      // The thread has met a failure, which is looked at next.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (failure != null && !isBroken()) {
      throw failure;
    }
  }

  @Override
  public boolean isBroken() {
    IOException met = failure;
    return met != null && BrokenPipe.is(met);
  }

  @Override
  public void close() {
    chunks.close();
  }
}
