package dev.weft.executor.python;

import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The code of a node, read from where a manifest says it is; for engines of Python.
 *
 * @param field which field said so, for errors
 * @param module the name of the module
 * @param source its text; null if it is to be imported by its name
 * @param file what the module's file is called in tracebacks
 * @param packages what else can be imported, by its path below the root
 */
public record NodeCodeSource(
    String field,
    String module,
    @Nullable String source,
    String file,
    Map<String, PackageFile> packages) {
  private static final Set<String> PLACES = Set.of("file", "module", "source", "resource");

  /** Code of these parts; the map is copied. */
  public NodeCodeSource {
    packages = Collections.unmodifiableMap(new LinkedHashMap<>(packages));
  }

  /** Reads the code; empty if something was reported. */
  public static Optional<NodeCodeSource> read(
      NodeSpec node, Map<String, Object> fields, Path base, Report report) {
    for (String name : fields.keySet()) {
      if (!PLACES.contains(name) && !name.equals("path")) {
        report.problem(
            name, "unknown field of 'python'", name, "use file, module, source, resource or path");
        return Optional.empty();
      }
    }
    List<String> given = fields.keySet().stream().filter(PLACES::contains).toList();
    if (given.size() != 1) {
      report.problem(
          "",
          "the code of the node must be in one place",
          String.join(", ", given),
          "give one of file, module, source and resource");
      return Optional.empty();
    }
    String field = given.getFirst();
    Object met = Objects.requireNonNull(fields.get(field));
    if (!(met instanceof String value) || value.isBlank()) {
      report.problem(field, "expected a string", met, "write it in quotes");
      return Optional.empty();
    }
    Optional<Map<String, PackageFile>> packages = Packages.read(fields.get("path"), base, report);
    return packages.flatMap(found -> read(node, field, value, base, found, report));
  }

  private static Optional<NodeCodeSource> read(
      NodeSpec node,
      String field,
      String value,
      Path base,
      Map<String, PackageFile> packages,
      Report report) {
    return switch (field) {
      case "module" -> Optional.of(new NodeCodeSource(field, value, null, value, packages));
      case "source" ->
          Optional.of(
              new NodeCodeSource(
                  field, "node_code", value, "source of '" + node.id() + "'", packages));
      case "resource" ->
          text(field, value, report, () -> Packages.resource(value))
              .map(text -> new NodeCodeSource(field, name(value), text, value, packages));
      default ->
          text(field, value, report, () -> Files.readString(base.resolve(value)))
              .map(text -> new NodeCodeSource(field, name(value), text, value, packages));
    };
  }

  /** Reports that there is no class of a name, but others. */
  public void reportMissing(String type, List<?> known, Report report) {
    report.problem(
        field,
        "there is no class '%s' in the code".formatted(type),
        file,
        known.isEmpty()
            ? "write 'class %s(weft.Node)' in it".formatted(type)
            : "name one of its nodes as the node_type: "
                + String.join(", ", known.stream().map(String::valueOf).toList()));
  }

  /** Reports that loading the code failed. */
  public void reportFailure(PythonException error, Report report) {
    boolean located = !error.file().isEmpty();
    report.problem(
        field,
        String.valueOf(error.getMessage()),
        located ? error.file() + ":" + error.line() : file,
        error.kind().endsWith("SyntaxError") || error.kind().equals("IndentationError")
            ? "mend the line: " + line(error.line())
            : located
                ? "mend line %d: %s".formatted(error.line(), line(error.line()))
                : "mend the code");
  }

  /** Reports that the description of a node makes no sense. */
  public void reportDescription(String message, Report report) {
    report.problem(field, message, file, "mend the description of the node");
  }

  private String line(int number) {
    return source == null
        ? ""
        : source.lines().skip(Math.max(0, number - 1)).findFirst().orElse("").strip();
  }

  /** A digest of all that the code is made of. */
  void addTo(MessageDigest digest) {
    for (String part : List.of(module, String.valueOf(source), file)) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    packages.forEach((name, entry) -> {
      digest.update(
          (name + "\0" + entry.origin() + "\0" + entry.content().length + ":")
              .getBytes(StandardCharsets.UTF_8));
      digest.update(entry.content());
    });
  }

  /** The code's content as a name: the same for the same code. */
  public String key() {
    MessageDigest digest = ImageStore.digest();
    addTo(digest);
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  @FunctionalInterface
  private interface Text {
    String read() throws IOException;
  }

  private static Optional<String> text(String field, String value, Report report, Text text) {
    try {
      return Optional.of(text.read());
    } catch (NoSuchFileException e) {
      report.problem(field, "there is no such " + field, value, "check the path");
    } catch (IOException e) {
      report.problem(
          field, "the " + field + " cannot be read: " + e.getMessage(), value, "write it as UTF-8");
    }
    return Optional.empty();
  }

  /** The name of a module after its file. */
  private static String name(String path) {
    String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    String bare = file.endsWith(".py") ? file.substring(0, file.length() - 3) : file;
    return bare.replaceAll("[^\\p{javaUnicodeIdentifierPart}]", "_");
  }
}
