/**
 * Reads pipeline manifests and items from JSON, and writes results.
 *
 * <p>Start at {@link dev.weft.executor.manifest.ManifestReader} for a pipeline, at {@link
 * dev.weft.executor.manifest.ItemReader} for its input.
 */
module dev.weft.executor.manifest {
  requires transitive dev.weft.executor;
  requires static transitive org.jspecify;
  requires tools.jackson.core;

  exports dev.weft.executor.manifest;
}
