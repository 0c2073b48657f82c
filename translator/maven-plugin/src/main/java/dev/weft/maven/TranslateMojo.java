package dev.weft.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Translates Python sources to Java, which is compiled with the project. Nothing is done where
 * neither the sources nor the settings have changed. The project needs {@code
 * weft-translator-support} as a dependency, since the Java calls it.
 */
@Mojo(name = "translate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven fills the fields.
public final class TranslateMojo extends PythonMojo {
  /** Where the Java goes. All Java in it is the goal's: what has no source any more is deleted. */
  @Parameter(
      property = "weft.outputDirectory",
      defaultValue = "${project.build.directory}/generated-sources/weft",
      required = true)
  private File outputDirectory;

  /** The Java package; none if it is not given. */
  @Parameter(property = "weft.package", alias = "package", defaultValue = "")
  private @Nullable String packageName;

  /**
   * The program among the sources, whose {@code __name__} is {@code "__main__"}; {@code main.py} if
   * there is one, else the first by name.
   */
  @Parameter(property = "weft.main", defaultValue = "main.py")
  private String main;

  /** For Maven, which fills the fields. */
  public TranslateMojo() {}

  @Override
  void run(List<Path> sources) throws IOException, MojoExecutionException, MojoFailureException {
    Path output = outputDirectory.toPath();
    Path root = sourceDirectory.toPath();
    project.addCompileSourceRoot(output.toString());
    List<Path> ordered = new ArrayList<>(sources);
    Path program = root.resolve(main);
    if (ordered.remove(program)) {
      ordered.add(0, program);
    }
    List<String> arguments = new ArrayList<>(List.of("--sources-only", "-d", output.toString()));
    if (packageName != null && !packageName.isEmpty()) {
      arguments.addAll(List.of("--package", packageName));
    }
    if (explain) {
      arguments.add("--explain");
    }
    ordered.forEach(source -> arguments.add(source.toString()));

    // Any module in the directory may be imported, whether it is included or not.
    List<Path> all = PythonFiles.find(root, List.of("**/*.py"), List.of());
    BuildState state = new BuildState(buildDirectory().resolve("translate.properties"));
    String wanted = BuildState.digest(arguments, all, translatorVersion());
    if (state.isUpToDate(wanted)) {
      getLog().info("Nothing to translate: " + files(sources.size()) + " up to date");
      return;
    }
    getLog().info("Translating " + files(sources.size()) + " to " + output);
    TranslatorRun.Result result = translator(arguments);
    result.out().forEach(line -> getLog().info(line));
    if (result.code() != 0) {
      result.errors().forEach(error -> getLog().error(error));
      throw failure(result, root);
    }
    List<Path> written =
        result.out().stream().filter(line -> line.endsWith(".java")).map(Path::of).toList();
    state.save(wanted, written);
    PythonFiles.deleteOthers(output, written);
  }

  private String translatorVersion() {
    StringBuilder version = new StringBuilder();
    pluginArtifacts.forEach(a ->
        version
            .append(a.getFile())
            .append(a.getFile().length())
            .append(a.getFile().lastModified()));
    return version.toString();
  }

  private static MojoFailureException failure(TranslatorRun.Result result, Path root) {
    String what =
        switch (result.code()) {
          case 1 -> "a source in " + root + " is not Python 3.12; correct what is told above";
          case 4 ->
              "a source in "
                  + root
                  + " has something that cannot be translated; change what is told above, or leave"
                  + " the source out with <excludes>";
          default -> "the translator ended with " + result.code() + "; see above";
        };
    return new MojoFailureException("Nothing was translated: " + what);
  }
}
