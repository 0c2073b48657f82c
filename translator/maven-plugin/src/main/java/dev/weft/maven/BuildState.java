package dev.weft.maven;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** What was translated last, and to what, so that it is not done again. */
final class BuildState {
  private static final String INPUT = "input";
  private static final String OUTPUT = "output.";

  private final Path file;

  BuildState(Path file) {
    this.file = file;
  }

  /** What a translation depends on: its arguments, the sources' content, the translator. */
  static String digest(List<String> arguments, List<Path> sources, String translator)
      throws IOException {
    MessageDigest digest = sha256();
    StringWriter all = new StringWriter();
    arguments.forEach(argument -> all.append(argument).append('\n'));
    digest.update((all + translator).getBytes(StandardCharsets.UTF_8));
    for (Path source : sources) {
      digest.update(source.toString().getBytes(StandardCharsets.UTF_8));
      digest.update(sha256().digest(Files.readAllBytes(source)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether this was translated before, and the Java is as it was made. */
  boolean isUpToDate(String input) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    Properties known = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      known.load(in);
    }
    if (!input.equals(known.getProperty(INPUT))) {
      return false;
    }
    for (String name : known.stringPropertyNames()) {
      if (name.startsWith(OUTPUT)
          && !Objects.equals(known.getProperty(name), content(Path.of(name.substring(7))))) {
        return false;
      }
    }
    return true;
  }

  void save(String input, List<Path> outputs) throws IOException {
    Properties state = new Properties();
    state.setProperty(INPUT, input);
    for (Path output : outputs) {
      state.setProperty(OUTPUT + output, content(output));
    }
    try (Writer out = Files.newBufferedWriter(file)) {
      state.store(out, null);
    }
  }

  private static String content(Path output) throws IOException {
    return Files.isRegularFile(output)
        ? HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(output)))
        : "";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
