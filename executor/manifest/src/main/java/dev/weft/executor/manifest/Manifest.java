package dev.weft.executor.manifest;

import dev.weft.executor.PipelineSpec;
import java.util.List;
import java.util.Optional;

/**
 * A manifest as read.
 *
 * @param spec the pipeline that it describes
 * @param input the items that stand beside it in the document; empty for a pipeline with source
 *     nodes, or if the items come from elsewhere
 */
public record Manifest(PipelineSpec spec, Optional<List<Object>> input) {

  /** A manifest of these parts; the list is copied. */
  public Manifest {
    input = input.map(List::copyOf);
  }
}
