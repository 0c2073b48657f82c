/**
 * Reads pipeline manifests and items from JSON, and writes results.
 *
 * <p>Start at {@link dev.weft.executor.manifest.ItemReader}.
 */
module dev.weft.executor.manifest {
  requires static org.jspecify;
  requires tools.jackson.core;

  exports dev.weft.executor.manifest;
}
