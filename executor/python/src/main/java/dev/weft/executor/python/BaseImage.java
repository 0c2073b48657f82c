package dev.weft.executor.python;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A CPython that has started and imported what nodes are likely to need.
 *
 * @param id tells this image from others, also from those made of the same sources: no two starts
 *     of CPython leave the same memory, and what is kept as a difference to one fits no other
 * @param module the module without its data, which the memory has, as bytes
 * @param memory the memory
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record BaseImage(String id, byte[] module, MemoryImage memory) {
  private static final int DATA_SECTION = 11;
  private static final int DATA_COUNT_SECTION = 12;
  private static final int CUSTOM_SECTION = 0;
  private static final int HEADER = 8;
  private static final int ID_BYTES = 16;

  /** An image with the id that follows from its content. */
  static BaseImage of(byte[] module, MemoryImage memory) throws IOException {
    MessageDigest digest = ImageStore.digest();
    try (DataOutputStream out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
      writeContent(module, memory, out);
    }
    return new BaseImage(HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES), module, memory);
  }

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
    out.write(HexFormat.of().parseHex(id));
    writeContent(module, memory, out);
  }

  private static void writeContent(byte[] module, MemoryImage memory, DataOutputStream out)
      throws IOException {
    out.writeInt(module.length);
    out.write(module);
    memory.write(out);
  }

  static BaseImage read(ByteBuffer in) throws IOException {
    if (in.remaining() < ID_BYTES + Integer.BYTES) {
      throw new IOException("the image of Python ends early");
    }
    byte[] id = new byte[ID_BYTES];
    in.get(id);
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IOException("the image of Python ends early");
    }
    byte[] module = new byte[length];
    in.get(module);
    return new BaseImage(HexFormat.of().formatHex(id), module, MemoryImage.read(in));
  }
}
