package dev.weft.executor.python;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A CPython that has started and imported what nodes are likely to need.
 *
 * @param module the module without its data, which the memory has, as bytes
 * @param memory the memory
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record BaseImage(byte[] module, MemoryImage memory) {
  private static final int DATA_SECTION = 11;
  private static final int DATA_COUNT_SECTION = 12;
  private static final int CUSTOM_SECTION = 0;
  private static final int HEADER = 8;

  /** The module, to make instances of. */
  WasmModule parsed() {
    return Parser.parse(module);
  }

  /** A module without what its memory is filled with, all of which an image has. */
  static byte[] withoutData(byte[] module) {
    ByteArrayOutputStream thin = new ByteArrayOutputStream();
    thin.write(module, 0, HEADER);
    int at = HEADER;
    while (at < module.length) {
      int start = at;
      int id = module[at++];
      int size = 0;
      for (int shift = 0; ; shift += 7) {
        int next = module[at++];
        size |= (next & 0x7F) << shift;
        if (next >= 0) {
          break;
        }
      }
      at += size;
      if (id != DATA_SECTION && id != DATA_COUNT_SECTION && id != CUSTOM_SECTION) {
        thin.write(module, start, at - start);
      }
    }
    return thin.toByteArray();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(module.length);
    out.write(module);
    memory.write(out);
  }

  static BaseImage read(ByteBuffer in) throws IOException {
    if (in.remaining() < Integer.BYTES) {
      throw new IOException("the image of Python ends early");
    }
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IOException("the image of Python ends early");
    }
    byte[] module = new byte[length];
    in.get(module);
    return new BaseImage(module, MemoryImage.read(in));
  }
}
