/** WebAssembly guests in a sandbox; {@link dev.weft.executor.wasm.Sandbox} is the entrance. */
@NullMarked
package dev.weft.executor.wasm;

import org.jspecify.annotations.NullMarked;
