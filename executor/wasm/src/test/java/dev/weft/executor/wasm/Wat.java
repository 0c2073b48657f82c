package dev.weft.executor.wasm;

import com.dylibso.chicory.wabt.Wat2Wasm;

/** Modules written in the text format. */
final class Wat {
  private Wat() {}

  static byte[] compile(String text) {
    return Wat2Wasm.parse(text);
  }
}
