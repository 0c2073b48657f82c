package dev.weft.examples.readings;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what passes into a file of the run, which is deleted when the run ends. */
record ReadingLog(Path directory) implements NodeType {

  @Override
  public String summary() {
    return "Writes what passes into a file that lives as long as the run.";
  }

  @Override
  public Node create(NodeContext context) {
    return new Node.Function() {
      private @Nullable Path file;
      private @Nullable Writer writer;

      @Override
      public void initialize() throws IOException {
        file = Files.createTempFile(directory, "readings", ".log");
        writer = Files.newBufferedWriter(file);
      }

      @Override
      public Object process(Object item) throws IOException {
        Objects.requireNonNull(writer).append(item.toString()).append('\n').flush();
        return item;
      }

      @Override
      public void cleanup() throws IOException {
        if (writer != null) {
          writer.close();
        }
        if (file != null) {
          Files.delete(file);
        }
      }
    };
  }
}
