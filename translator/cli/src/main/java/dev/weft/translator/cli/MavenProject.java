package dev.weft.translator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** A directory that holds translated sources in Maven's layout, with a pom that builds them. */
final class MavenProject {
  private final Path directory;
  private final String packageName;
  private final Path sources;

  /**
   * @param isSourceRoot whether packages start in the directory itself
   */
  MavenProject(Path directory, String packageName, boolean isSourceRoot) {
    this.directory = directory;
    this.packageName = packageName;
    this.sources = isSourceRoot ? directory : directory.resolve("src/main/java");
  }

  Path pom() {
    return directory.resolve("pom.xml");
  }

  Path source(String className) {
    return sources.resolve(packageName.replace('.', '/')).resolve(className + ".java");
  }

  /**
   * The text of a pom; empty if there is one already, which belongs to somebody.
   *
   * @param mainClass what the jar runs, without its package
   */
  Optional<String> pom(String mainClass) {
    if (Files.exists(pom())) {
      return Optional.empty();
    }
    String main = packageName.isEmpty() ? mainClass : packageName + "." + mainClass;
    String text =
        resource("pom-template.xml")
            .replace("@group@", packageName.isEmpty() ? "com.example" : packageName)
            .replace("@artifact@", artifact(mainClass))
            .replace("@main@", main);
    for (Map.Entry<Object, Object> version : versions().entrySet()) {
      text = text.replace("@" + version.getKey() + "@", version.getValue().toString());
    }
    return Optional.of(text);
  }

  /** {@code MyProgram} becomes {@code my-program}. */
  private static String artifact(String className) {
    return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static Properties versions() {
    Properties versions = new Properties();
    try {
      versions.load(new StringReader(resource("versions.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(MavenProject.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
