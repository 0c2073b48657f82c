package dev.weft.maven;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * Finds a JDK that the translator runs on: the one that is given, the build's toolchain, Maven's
 * own, one that the environment names, one in the usual places.
 */
final class JdkFinder {
  private static final int OLDEST = 25;

  private static final List<String> PLACES =
      List.of(
          "/usr/lib/jvm",
          "/usr/java",
          "/opt",
          "/opt/java",
          "~/.sdkman/candidates/java",
          "~/.jdks",
          "~/.local/share/mise/installs/java",
          "~/.asdf/installs/java",
          "/Library/Java/JavaVirtualMachines",
          "~/Library/Java/JavaVirtualMachines");

  private final ToolchainManager toolchains;
  private final MavenSession session;
  private final List<String> looked = new ArrayList<>();

  JdkFinder(ToolchainManager toolchains, MavenSession session) {
    this.toolchains = toolchains;
    this.session = session;
  }

  Path find(@Nullable Path given) throws MojoExecutionException {
    if (given != null) {
      if (version(given) < OLDEST) {
        throw new MojoExecutionException(
            "weft.jdk is no JDK 25 or newer: "
                + given
                + (version(given) == 0 ? " has none" : " is " + version(given))
                + "; name the home of one, or leave it out to have one found");
      }
      return given;
    }
    Path found = inToolchains();
    found = found != null ? found : taken("Maven's own", Path.of(System.getProperty("java.home")));
    found = found != null ? found : inEnvironment();
    found = found != null ? found : inPlaces();
    if (found == null) {
      throw new MojoExecutionException(
          "No JDK 25 or newer, which the translator runs on; looked at "
              + String.join(", ", looked)
              + "; install one, or name it with -Dweft.jdk");
    }
    return found;
  }

  private @Nullable Path inToolchains() {
    List<Toolchain> all = new ArrayList<>();
    Toolchain chosen = toolchains.getToolchainFromBuildContext("jdk", session);
    if (chosen != null) {
      all.add(chosen);
    }
    List<Toolchain> others = toolchains.getToolchains(session, "jdk", Map.of());
    all.addAll(others == null ? List.of() : others);
    for (Toolchain toolchain : all) {
      String java = toolchain.findTool("java");
      Path bin = java == null ? null : Path.of(java).getParent();
      Path found = bin == null ? null : taken("a toolchain", bin.getParent());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Path inEnvironment() {
    for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
      if (variable.getKey().matches("JAVA(\\d*_)?HOME|JAVA_HOME(_\\d+.*)?|JAVA_HOME")) {
        Path found = taken(variable.getKey(), Path.of(variable.getValue()));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Path inPlaces() {
    for (String place : PLACES) {
      Path directory = Path.of(place.replaceFirst("^~", System.getProperty("user.home")));
      if (!Files.isDirectory(directory)) {
        continue;
      }
      looked.add(directory.toString());
      try (Stream<Path> homes = Files.list(directory)) {
        for (Path home : homes.sorted().toList()) {
          for (Path candidate : List.of(home, home.resolve("Contents/Home"))) {
            if (version(candidate) >= OLDEST) {
              return candidate;
            }
          }
        }
      } catch (IOException e) {
        // A directory that cannot be listed has nothing for us.
      }
    }
    return null;
  }

  private @Nullable Path taken(String name, @Nullable Path home) {
    int version = home == null ? 0 : version(home);
    if (version >= OLDEST) {
      return home;
    }
    looked.add(name + " (" + home + (version == 0 ? " is no JDK)" : " is " + version + ")"));
    return null;
  }

  /** The feature release of a JDK; 0 if there is none in a directory. */
  static int version(Path home) {
    Path release = home.resolve("release");
    boolean hasJava =
        Files.exists(home.resolve("bin/java")) || Files.exists(home.resolve("bin/java.exe"));
    if (!hasJava || !Files.isRegularFile(release)) {
      return 0;
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(release)) {
      properties.load(in);
    } catch (IOException e) {
      return 0;
    }
    String version = Objects.toString(properties.getProperty("JAVA_VERSION"), "");
    String digits = version.replace("\"", "").replaceFirst("^1\\.", "").replaceFirst("\\D.*", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
