package dev.weft.executor.wasm;

import dev.weft.executor.manifest.ItemFormatException;
import dev.weft.executor.manifest.ItemReader;
import dev.weft.executor.manifest.ItemWriter;
import dev.weft.executor.wasm.GuestException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** An item as a line of JSON. */
final class JsonLine {
  private JsonLine() {}

  /**
   * An item's JSON in UTF-8, ended by a newline.
   *
   * @throws ItemFormatException if JSON has no form for it
   */
  static byte[] of(Object item) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    ItemWriter writer = ItemWriter.lines(bytes);
    writer.write(item);
    writer.flush();
    return bytes.toByteArray();
  }

  /**
   * The item that a guest gave as JSON.
   *
   * @throws GuestException if it is not one value of JSON
   */
  static Object read(byte[] json, String guest) {
    try (ItemReader reader =
        ItemReader.of(new ByteArrayInputStream(json), ItemReader.Format.LINES)) {
      if (!reader.hasNext()) {
        throw wrong(guest, "nothing", null);
      }
      Object item = reader.next();
      if (reader.hasNext()) {
        throw wrong(guest, "more than one value", null);
      }
      return item;
    } catch (ItemFormatException e) {
      throw wrong(guest, Names.shortened(String.valueOf(e.getMessage())), e);
    }
  }

  private static GuestException wrong(String guest, String found, @Nullable Throwable cause) {
    return new GuestException(
        Reason.INVALID,
        "guest '%s' gave what is not one value of JSON: %s; let it write one in a line"
            .formatted(guest, found),
        cause);
  }
}
