package dev.weft.cli;

import dev.weft.executor.NodeRegistry;
import dev.weft.executor.Pipeline;
import dev.weft.executor.manifest.Manifest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code weft validate}. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = "Checks a manifest and lists all that is wrong with it.")
final class ValidateCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "MANIFEST", description = "The manifest; - is the standard input.")
  private String manifest = "";

  @Mixin private SandboxOptions sandbox = new SandboxOptions();

  @Mixin private NodeDirectories directories = new NodeDirectories();

  ValidateCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    NodeRegistry registry = directories.addTo(sandbox.registry(manifest));
    Manifest read = ManifestFile.read(manifest, registry, streams);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("status", "success");
    report.put("graph_info", Reports.graph(Pipeline.of(read.spec(), registry).graph()));
    streams.out().write((Json.text(report) + "\n").getBytes(StandardCharsets.UTF_8));
    return ExitCode.DONE;
  }
}
