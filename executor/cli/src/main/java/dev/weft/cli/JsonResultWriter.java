package dev.weft.cli;

import dev.weft.executor.DeadLetter;
import dev.weft.executor.GraphInfo;
import dev.weft.executor.Output;
import dev.weft.executor.RunResult;
import dev.weft.executor.manifest.ItemWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object once the run has ended. Since its status comes first, the results wait in
 * spools meanwhile, so that memory stays bounded.
 */
final class JsonResultWriter implements ResultWriter {
  private final OutputStream target;
  private final RunReport report;
  private final boolean sorted;
  private final Part outputs = new Part();
  private final Map<String, Part> bySink = new LinkedHashMap<>();
  private @Nullable Part deadLetters;
  private boolean broken;

  JsonResultWriter(OutputStream target, GraphInfo graph, RunReport report) {
    this.target = target;
    this.report = report;
    this.sorted = graph.sinkCount() > 1;
    if (sorted) {
      graph.sinks().forEach(sink -> bySink.put(sink, new Part()));
    }
  }

  /** An array in the making. */
  private static final class Part {
    private final Spool spool = new Spool();
    private final ItemWriter writer = ItemWriter.array(spool);

    void copyTo(OutputStream target) throws IOException {
      writer.close();
      spool.copyTo(target);
    }
  }

  @Override
  public void output(Output output) {
    outputs.writer.write(output.item());
    if (sorted) {
      Objects.requireNonNull(bySink.get(output.sink())).writer.write(output.item());
    }
  }

  @Override
  public void deadLetter(DeadLetter letter) {
    if (deadLetters == null) {
      deadLetters = new Part();
    }
    deadLetters.writer.write(RunReport.deadLetter(letter));
  }

  @Override
  public void finish(RunResult result) throws IOException {
    try (OutputStream out = new BufferedOutputStream(target, 64 * 1024)) {
      text(out, "{\"status\": " + Json.text(RunReport.status(result)));
      field(out, "outputs", outputs);
      if (sorted) {
        String separator = ", \"sink_outputs\": {";
        for (Map.Entry<String, Part> sink : bySink.entrySet()) {
          text(out, separator + Json.text(sink.getKey()) + ": ");
          sink.getValue().copyTo(out);
          separator = ", ";
        }
        text(out, "}");
      }
      if (deadLetters != null) {
        field(out, "dead_letters", deadLetters);
      }
      for (Map.Entry<String, Object> field : report.fields(result).entrySet()) {
        text(out, ", " + Json.text(field.getKey()) + ": " + Json.text(field.getValue()));
      }
      text(out, "}\n");
    } catch (IOException e) {
      broken = BrokenPipe.is(e);
      if (!broken) {
        throw e;
      }
    }
  }

  private static void field(OutputStream out, String name, Part part) throws IOException {
    text(out, ", \"" + name + "\": ");
    part.copyTo(out);
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean isBroken() {
    return broken;
  }

  @Override
  public void close() throws IOException {
    outputs.spool.close();
    for (Part part : bySink.values()) {
      part.spool.close();
    }
    if (deadLetters != null) {
      deadLetters.spool.close();
    }
  }
}
