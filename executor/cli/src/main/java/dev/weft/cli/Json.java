package dev.weft.cli;

import dev.weft.executor.manifest.ItemWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Small values as JSON text. */
final class Json {
  private Json() {}

  static String text(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ItemWriter writer = ItemWriter.lines(bytes)) {
      writer.write(value);
    }
    return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
  }
}
