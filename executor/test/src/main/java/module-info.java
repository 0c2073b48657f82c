/**
 * Tests nodes written in Python with tables of cases, the same on each engine.
 *
 * <p>Start at {@link dev.weft.executor.test.NodeTester}.
 */
module dev.weft.executor.test {
  requires transitive dev.weft.executor;
  requires dev.weft.executor.manifest;
  requires transitive dev.weft.executor.python;
  requires transitive dev.weft.executor.wasm;
  requires static org.jspecify;

  exports dev.weft.executor.test;
}
