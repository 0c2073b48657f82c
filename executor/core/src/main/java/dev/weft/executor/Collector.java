package dev.weft.executor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes the results of all sinks, in one order, and keeps them or hands them on. */
final class Collector {
  private final Inlet inlet;
  private final List<String> sinks;
  private final Optional<RunOptions.OutputListener> listener;
  private final List<Object> outputs = new ArrayList<>();
  private final Map<String, List<Object>> bySink = new LinkedHashMap<>();

  Collector(Inlet inlet, List<String> sinks, Optional<RunOptions.OutputListener> listener) {
    this.inlet = inlet;
    this.sinks = List.copyOf(sinks);
    this.listener = listener;
    sinks.forEach(it -> bySink.put(it, new ArrayList<>()));
  }

  /** Takes results to the end; the failure that came in their place, if one did. */
  Optional<NodeError> collect() {
    while (inlet.next()) {
      String sink = sinks.get(inlet.from);
      Object item = inlet.current();
      if (listener.isEmpty()) {
        outputs.add(item);
        Objects.requireNonNull(bySink.get(sink)).add(item);
        continue;
      }
      try {
        listener.get().accept(new Output(sink, item));
      } catch (Exception e) {
        return Optional.of(
            NodeError.general(NodeError.Phase.OUTPUT, OptionalLong.of(inlet.index), e));
      }
    }
    return Optional.ofNullable(inlet.failure());
  }

  List<Object> outputs() {
    return outputs;
  }

  Map<String, List<Object>> bySink() {
    return bySink;
  }
}
