/**
 * Tasks and streams as {@code Mono} and {@code Flux} and back, with demand, cancellation and
 * context; start at {@link dev.weft.runtime.reactor.ReactorBridges}.
 */
module dev.weft.runtime.reactor {
  requires static context.propagation;
  requires static transitive org.jspecify;
  requires static reactor.blockhound;
  requires static reactor.test;
  requires transitive dev.weft.runtime;
  requires transitive org.reactivestreams;
  requires transitive reactor.core;

  exports dev.weft.runtime.reactor;

  provides reactor.blockhound.integration.BlockHoundIntegration with
      dev.weft.runtime.reactor.EventLoopBlockHoundIntegration;
}
