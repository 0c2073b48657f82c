package dev.weft.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/** What the goals share: which sources are meant, and how the translator is run on them. */
@SuppressWarnings("NullAway.Init") // Maven fills the fields.
abstract class PythonMojo extends AbstractMojo {
  static final String COMMAND = "dev.weft.translator.cli.TranslateCommand";

  /** Where the Python sources are; modules are named from here. */
  @Parameter(
      property = "weft.sourceDirectory",
      defaultValue = "${project.basedir}/src/main/python",
      required = true)
  File sourceDirectory;

  /** Which of the files in the source directory are meant, as globs. */
  @Parameter(defaultValue = "**/*.py")
  List<String> includes;

  /**
   * Which of them are left out, as globs. Those that the others import are translated all the same.
   */
  @Parameter List<String> excludes;

  /** Whether the log tells what was inferred and what fell back to run time. */
  @Parameter(property = "weft.explain", defaultValue = "false")
  boolean explain;

  /** Whether nothing is done. */
  @Parameter(property = "weft.skip", defaultValue = "false")
  boolean skip;

  /** The home of the JDK 25 or newer that runs the translator; found if it is not given. */
  @Parameter(property = "weft.jdk")
  @Nullable File jdk;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  List<Artifact> pluginArtifacts;

  @Inject ToolchainManager toolchains;

  /** The goal itself, with at least one source. */
  abstract void run(List<Path> sources)
      throws IOException, MojoExecutionException, MojoFailureException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Skipped, as weft.skip says.");
      return;
    }
    Path root = sourceDirectory.toPath();
    if (!Files.isDirectory(root)) {
      getLog().info("No Python sources: there is no directory " + root);
      return;
    }
    try {
      List<Path> sources =
          PythonFiles.find(root, includes, excludes == null ? List.of() : excludes);
      if (sources.isEmpty()) {
        getLog().info("No Python sources in " + root);
        return;
      }
      run(sources);
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot read or write: " + e.getMessage(), e);
    }
  }

  Path buildDirectory() {
    return Path.of(project.getBuild().getDirectory()).resolve("weft");
  }

  /** Runs the translator's command. */
  TranslatorRun.Result translator(List<String> arguments)
      throws IOException, MojoExecutionException {
    Path home = new JdkFinder(toolchains, session).find(jdk == null ? null : jdk.toPath());
    getLog().debug("The translator runs on " + home);
    List<Path> classPath = new ArrayList<>();
    for (Artifact artifact : pluginArtifacts) {
      classPath.add(artifact.getFile().toPath());
    }
    try {
      return TranslatorRun.start(home, classPath, arguments, buildDirectory());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("Interrupted while the translator ran", e);
    }
  }

  static String files(int count) {
    return count == 1 ? "1 source" : count + " sources";
  }
}
