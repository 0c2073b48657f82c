/**
 * Metrics and tracing of pipelines with Micrometer; start at {@link
 * dev.weft.executor.micrometer.MicrometerObserver}.
 */
module dev.weft.executor.micrometer {
  requires static org.jspecify;
  requires transitive dev.weft.executor;
  requires transitive micrometer.core;
  requires transitive micrometer.observation;

  exports dev.weft.executor.micrometer;
}
