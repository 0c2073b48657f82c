package dev.weft.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Tells what of the Python sources would not translate, with a summary for each construct, and
 * writes nothing. Each source is looked at by itself.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends PythonMojo {
  /** Whether a source that would not translate fails the build; else it is told only. */
  @Parameter(property = "weft.failOnRefusal", defaultValue = "true")
  private boolean failOnRefusal;

  /** For Maven, which fills the fields. */
  public CheckMojo() {}

  @Override
  void run(List<Path> sources) throws IOException, MojoExecutionException, MojoFailureException {
    List<String> arguments = new ArrayList<>(List.of("--check"));
    if (explain) {
      arguments.add("--explain");
    }
    sources.forEach(source -> arguments.add(source.toString()));
    TranslatorRun.Result result = translator(arguments);
    boolean fails = failOnRefusal && result.code() != 0;
    result
        .errors()
        .forEach(error -> {
          if (fails) {
            getLog().error(error);
          } else {
            getLog().warn(error);
          }
        });
    result.out().forEach(line -> getLog().info(line));
    if (fails) {
      throw new MojoFailureException(
          "Not all of "
              + files(sources.size())
              + " in "
              + sourceDirectory
              + " would translate; change what is told above, leave sources out with <excludes>, or"
              + " set weft.failOnRefusal to false to be told only");
    }
    if (result.code() != 0 && result.code() != 1 && result.code() != 4) {
      throw new MojoExecutionException(
          "The translator ended with " + result.code() + "; see above");
    }
  }
}
