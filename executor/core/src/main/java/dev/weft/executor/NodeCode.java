package dev.weft.executor;

import java.util.Map;
import java.util.Objects;

/**
 * Where the code of a node is, if the description brings it along: {@code "python": {"file": …}} in
 * a manifest. The node's type is then the name that the code gives it.
 *
 * @param engine the name of the {@link NodeEngine} that runs it, which is the field in manifests
 * @param fields where it is, as the engine understands it
 */
public record NodeCode(String engine, Map<String, Object> fields) {

  /** Code of these parts; the map is copied. */
  public NodeCode {
    Objects.requireNonNull(engine);
    fields = Values.copy(fields);
  }
}
