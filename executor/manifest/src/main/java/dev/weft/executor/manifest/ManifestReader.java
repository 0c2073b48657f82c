package dev.weft.executor.manifest;

import dev.weft.executor.Limits;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.Pipeline;
import dev.weft.executor.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads manifests: either a manifest alone, or {@code {"manifest": …, "input_data": [ … ]}}.
 *
 * {@snippet :
 * Manifest manifest = ManifestReader.of(NodeRegistry.load()).read(stream);
 * }
 *
 * <p>All problems of a manifest are reported at once, those of its JSON and those of the pipeline
 * alike, each with its place. Only broken syntax ends the search.
 *
 * <p>Immutable and thread-safe.
 */
public final class ManifestReader {
  private static final int DEPTH_AROUND_PARAMS = 8;

  private final NodeRegistry registry;
  private final Limits limits;

  private ManifestReader(NodeRegistry registry, Limits limits) {
    this.registry = registry;
    this.limits = limits;
  }

  /** A reader that knows these types of nodes, with the default limits. */
  public static ManifestReader of(NodeRegistry registry) {
    return new ManifestReader(registry, Limits.DEFAULT);
  }

  /** This with other limits. */
  public ManifestReader withLimits(Limits value) {
    return new ManifestReader(registry, value);
  }

  /**
   * Reads a manifest to the end of the stream.
   *
   * @throws ManifestException if anything is wrong with it
   * @throws IOException if the stream fails
   */
  public Manifest read(InputStream source) throws IOException {
    int most = (int) Math.min(limits.manifestBytes(), Integer.MAX_VALUE - 16);
    byte[] bytes = source.readNBytes(most + 1);
    if (bytes.length > most) {
      Problems problems = new Problems();
      problems.add(
          "",
          Position.START,
          "the document is larger than the limit of " + most + " bytes",
          "",
          "give large input on its own, with \"weft run MANIFEST --input FILE\"");
      throw new ManifestException(problems.inDocumentOrder());
    }
    return read(bytes);
  }

  /**
   * Reads a manifest from UTF-8.
   *
   * @throws ManifestException if anything is wrong with it
   */
  public Manifest read(byte[] utf8) {
    Problems problems = new Problems();
    String text = ManifestText.decode(utf8, problems);
    if (text == null) {
      throw new ManifestException(problems.inDocumentOrder());
    }
    return read(text, problems);
  }

  /**
   * Reads a manifest from text.
   *
   * @throws ManifestException if anything is wrong with it
   */
  public Manifest read(String text) {
    return read(text, new Problems());
  }

  private Manifest read(String text, Problems problems) {
    int depth = limits.paramDepth() + DEPTH_AROUND_PARAMS;
    JsonValue root = new JsonTreeReader(depth, problems).read(text);
    if (root == null) {
      throw new ManifestException(problems.inDocumentOrder());
    }
    ManifestDecoder decoder = new ManifestDecoder(problems);
    Manifest manifest = decoder.decode(root);
    if (root instanceof JsonValue.Obj) {
      addPipelineProblems(manifest, root, decoder.prefix(), problems);
    }
    if (!problems.isEmpty()) {
      throw new ManifestException(problems.inDocumentOrder());
    }
    return manifest;
  }

  private void addPipelineProblems(
      Manifest manifest, JsonValue root, String prefix, Problems problems) {
    List<Problem> found = Pipeline.validate(manifest.spec(), registry, limits);
    List<Problem> fresh =
        found.stream()
            .map(problem -> under(prefix, problem))
            .filter(problem -> !problems.covers(problem.path()))
            .toList();
    for (Problem problem : fresh) {
      problems.add(problem, JsonPath.locate(root, problem.path()));
    }
  }

  private static Problem under(String prefix, Problem problem) {
    if (prefix.isEmpty()) {
      return problem;
    }
    String path = problem.path();
    String separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
    return new Problem(prefix + separator + path, problem.message(), problem.met(), problem.hint());
  }
}
