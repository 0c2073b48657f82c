package dev.weft.executor;

/** What a node is told when it is made. */
public interface NodeContext {

  /** The node's id in the pipeline. */
  String id();

  /** The {@linkplain RunOptions#session session} of the run. */
  String session();

  /** The node's parameters. */
  Params params();

  /** The value of a parameter; see {@link Params#get}. */
  default <T> T get(Param<T> param) {
    return params().get(param);
  }

  /** What the node keeps from run to run of the same {@linkplain RunOptions#session session}. */
  SessionState state();
}
