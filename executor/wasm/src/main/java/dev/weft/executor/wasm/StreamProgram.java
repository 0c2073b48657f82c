package dev.weft.executor.wasm;

import dev.weft.runtime.AsyncIo;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A WASI program that runs along a stream. It has a thread of its own and takes turns with the task
 * of its node: one of the two waits while the other works, so what comes out is the same in each
 * run, and neither gets ahead of the other by more than a few lines.
 */
final class StreamProgram {
  /** How much a program may write before its node has passed it on. */
  private static final int MOST_LINES = 256;

  private static final int MOST_BYTES = 64 << 10;

  /** Why a program lets its node have a turn. */
  enum Wish {
    /** It wants the next item. */
    INPUT,
    /** It has written much. */
    OUTPUT,
    /** It wants to sleep. */
    SLEEP,
    /** It has ended. */
    END
  }

  /**
   * What a program hands over.
   *
   * @param lines what it wrote since its last turn
   * @param pause for how long it wants to sleep
   * @param failure why it ended, if not by itself
   */
  record Turn(Wish wish, List<byte[]> lines, Duration pause, @Nullable Throwable failure) {}

  private final ModuleFile module;
  private final ConfinedGuest guest;
  private final LineOutput out;
  private final Semaphore go = new Semaphore(0);
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Resumes the task; handed from the task to the guest's thread. */
  private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();

  // Of the task.
  private boolean started;

  // Of whoever has the turn.
  private @Nullable Turn turn;
  private byte @Nullable [] input = {};
  private int position;

  // Of the guest's thread.
  private List<byte[]> lines = new ArrayList<>();
  private int bytes;

  StreamProgram(String id, WasmNodeType.OfStream type) {
    this.module = type.module();
    this.out = new LineOutput(this::grown, this::written);
    this.guest =
        type.sandbox()
            .program(
                id,
                type.arguments(),
                new GuestStreams(new Input(), out, new Complaints(id)),
                this::sleep);
  }

  /** Lets the program work until it wants something. For the node's task. */
  Turn next() {
    return AsyncIo.call(
        this::hand,
        () -> {
          Turn handed = turn;
          if (handed == null) {
            throw new IllegalStateException("the program has not had a turn");
          }
          return handed;
        });
  }

  private void hand(Runnable task) {
    waiting.set(task);
    if (!started) {
      GuestThreads.start(this::run);
      started = true;
    } else if (ended.getCount() == 0) {
      resumeTask();
    } else {
      go.release();
    }
  }

  private void resumeTask() {
    Runnable task = waiting.getAndSet(null);
    if (task != null) {
      task.run();
    }
  }

  /** Gives the program a line to read, or null for the end. For the node's task, in its turn. */
  void give(byte @Nullable [] line) {
    input = line;
    position = 0;
  }

  /** Stops the program. */
  void close() {
    guest.close();
  }

  /** Waits until the program's thread is done, which it is soon after a stop; not for ever. */
  void awaitEnd(Duration limit) throws InterruptedException {
    if (started) {
      AsyncIo.<Boolean, InterruptedException>call(
          () -> ended.await(limit.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  private void run() {
    Throwable failure = null;
    try {
      guest.<@Nullable Void, RuntimeException>enter(() -> {
        module.runProgram(guest);
        out.end();
        return null;
      });
    } catch (Throwable e) {
      failure = e;
    }
    turn = new Turn(Wish.END, lines, Duration.ZERO, failure);
    ended.countDown();
    resumeTask();
  }

  /** Gives the turn to the task, and waits to get it back. */
  private void pass(Wish wish, Duration pause) {
    List<byte[]> handed = lines;
    lines = new ArrayList<>();
    bytes = 0;
    guest.pause();
    turn = new Turn(wish, handed, pause, null);
    resumeTask();
    // The hand-over may have taken an interrupt with it.
    if (!guest.isUsable()) {
      throw new ConfinedGuest.Stopped();
    }
    try {
      go.acquire();
    } catch (InterruptedException e) {
      throw new ConfinedGuest.Stopped();
    }
    guest.resume();
  }

  private void grown(long length) {
    guest.checkLine(length);
  }

  private void written(byte[] line) {
    lines.add(line);
    bytes += line.length;
    if (lines.size() >= MOST_LINES || bytes >= MOST_BYTES) {
      pass(Wish.OUTPUT, Duration.ZERO);
    }
  }

  private void sleep(Duration duration) {
    pass(Wish.SLEEP, duration);
  }

  /** What the program reads: one item after another. */
  private final class Input extends InputStream {
    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int most) {
      byte[] line = input;
      if (line != null && position == line.length) {
        pass(Wish.INPUT, Duration.ZERO);
        line = input;
      }
      if (line == null) {
        return -1;
      }
      int count = Math.min(most, line.length - position);
      System.arraycopy(line, position, to, from, count);
      position += count;
      return count;
    }
  }
}
