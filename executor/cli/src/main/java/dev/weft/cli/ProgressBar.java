package dev.weft.cli;

import dev.weft.executor.NodeMetrics;
import dev.weft.executor.PipelineRun;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows on a terminal how far a run is, once it takes longer than a moment. */
final class ProgressBar implements AutoCloseable {
  private static final long DELAY_MILLIS = 500;
  private static final long INTERVAL_MILLIS = 200;
  private static final int WIDTH = 24;

  private final PipelineRun run;
  private final RunInput input;
  private final Streams streams;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "weft-progress");
  private final long start = System.nanoTime();

  private ProgressBar(PipelineRun run, RunInput input, Streams streams) {
    this.run = run;
    this.input = input;
    this.streams = streams;
    thread.setDaemon(true);
  }

  static ProgressBar start(PipelineRun run, RunInput input, Streams streams, boolean shown) {
    ProgressBar bar = new ProgressBar(run, input, streams);
    if (shown) {
      bar.thread.start();
    }
    return bar;
  }

  private void work() {
    try {
      if (end.await(DELAY_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      do {
        streams.err().print("\r" + line() + "\u001b[K");
        streams.err().flush();
      } while (!end.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS));
      streams.err().print("\r\u001b[K");
      streams.err().flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The line as it is now. */
  String line() {
    long in = 0;
    long out = 0;
    for (NodeMetrics counts : run.metrics().values()) {
      in = Math.max(in, Math.max(counts.itemsIn(), counts.itemsOut()));
      out = counts.itemsOut();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String text =
        String.format(
            Locale.ROOT, "%,d in, %,d out, %,.0f items/s, %.0f s", in, out, in / seconds, seconds);
    OptionalLong percent = input.percent();
    if (percent.isEmpty()) {
      return text;
    }
    int done = (int) (percent.getAsLong() * WIDTH / 100);
    return "[" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + text;
  }

  @Override
  public void close() {
    end.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
