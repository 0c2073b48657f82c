/**
 * Pipelines as functions of {@code Flux}, and nodes that are written with {@code Flux}; start at
 * {@link dev.weft.executor.reactor.ReactivePipeline}.
 */
module dev.weft.executor.reactor {
  requires static org.jspecify;
  requires transitive dev.weft.executor;
  requires transitive dev.weft.runtime.reactor;

  exports dev.weft.executor.reactor;
}
