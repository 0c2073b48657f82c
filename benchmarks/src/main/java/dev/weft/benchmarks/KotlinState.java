package dev.weft.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** kotlinx.coroutines on one of its dispatchers. */
@State(Scope.Benchmark)
public class KotlinState {
  /** One thread, as our event loop has, or all of them. */
  public enum Dispatcher {
    /** One thread. */
    SINGLE,
    /** The default dispatcher: as many threads as processors. */
    DEFAULT
  }

  /** What runs the coroutines. */
  @Param({"SINGLE", "DEFAULT"})
  public Dispatcher dispatcher = Dispatcher.DEFAULT;

  KotlinPeer peer = new KotlinPeer(false);

  /** Makes the dispatcher. */
  @Setup(Level.Trial)
  public void open() {
    peer = new KotlinPeer(dispatcher == Dispatcher.SINGLE);
  }

  /** Ends it. */
  @TearDown(Level.Trial)
  public void close() {
    peer.close();
  }
}
