/**
 * CPython, compiled to Java classes whose methods are all short enough for HotSpot's compilers.
 *
 * <p>Start at {@link dev.weft.python.image.SplitPython}.
 */
module dev.weft.python.image {
  requires static org.jspecify;
  requires transitive com.dylibso.chicory.runtime;
  requires transitive com.dylibso.chicory.wasm;

  exports dev.weft.python.image;
}
