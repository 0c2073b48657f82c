package dev.weft.executor.python;

import dev.weft.executor.JsonNull;
import dev.weft.executor.NodeContext;
import dev.weft.executor.PipelineException;
import dev.weft.executor.SessionState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what a node asks: its state, and its log. */
record NodeHost(NodeContext context) implements HostPipe.Host {
  @Override
  public @Nullable Object answer(List<?> request) {
    return switch (request) {
      case List<?> it when it.size() == 3 && it.getFirst().equals("log") -> {
        log(it.get(1), String.valueOf(it.get(2)));
        yield null;
      }
      case List<?> it when it.size() >= 2 && it.get(1) instanceof String key ->
          state(String.valueOf(it.getFirst()), key, it);
      default ->
          throw new PipelineException("Python asked what cannot be answered: " + request, null);
    };
  }

  private Object state(String what, String key, List<?> request) {
    SessionState state = context.state();
    switch (what) {
      case "get" -> {
        Optional<Object> value = state.get(key);
        return new FrameWriter.Tuple(value.isPresent(), value.orElse(JsonNull.NULL));
      }
      case "put" -> {
        try {
          state.put(key, request.get(2));
          return "";
        } catch (PipelineException e) {
          return String.valueOf(e.getMessage());
        }
      }
      case "remove" -> {
        state.remove(key);
        return "";
      }
      default -> {
        return (long) state.size();
      }
    }
  }

  private void log(Object level, String text) {
    NodeLog.write(context, level instanceof Long n ? n : NodeLog.INFO, text);
  }
}
