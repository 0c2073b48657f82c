package dev.weft.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The signature files of this library, {@code META-INF/weft/*.sig}: what the translator goes by,
 * and at run time whatever is of unknown type.
 */
public final class SignatureFiles {
  private static final List<String> NAMES =
      List.of(
          "builtins",
          "containers",
          "exceptions",
          "asyncio",
          "random",
          "standard",
          "functional",
          "clock",
          "text",
          "patterns",
          "words",
          "protocols",
          "data",
          "system",
          "concurrency",
          "logging",
          "language");

  private SignatureFiles() {}

  /** The names of all, in the order in which they are read. */
  public static List<String> names() {
    return NAMES;
  }

  /** Opens the file of a name. */
  public static BufferedReader open(String name) throws IOException {
    InputStream in = SignatureFiles.class.getResourceAsStream("/META-INF/weft/" + name + ".sig");
    if (in == null) {
      throw new IllegalStateException("signature file " + name + ".sig is missing");
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }
}
