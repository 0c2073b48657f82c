package dev.weft.executor;

import java.time.Duration;

/** A run that two are told of. */
record ObservedByTwo(RunObserver.ObservedRun first, RunObserver.ObservedRun second)
    implements RunObserver.ObservedRun {

  @Override
  public RunObserver.NodeScope nodeStarted(String node) {
    RunObserver.NodeScope outer = first.nodeStarted(node);
    RunObserver.NodeScope inner = second.nodeStarted(node);
    return () -> {
      try {
        inner.close();
      } finally {
        outer.close();
      }
    };
  }

  @Override
  public void nodeFailed(NodeError error) {
    first.nodeFailed(error);
    second.nodeFailed(error);
  }

  @Override
  public void itemWaited(String node, Duration wait) {
    first.itemWaited(node, wait);
    second.itemWaited(node, wait);
  }

  @Override
  public void runEnded(RunResult result) {
    first.runEnded(result);
    second.runEnded(result);
  }
}
