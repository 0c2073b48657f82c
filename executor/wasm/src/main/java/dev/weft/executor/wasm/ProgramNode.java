package dev.weft.executor.wasm;

import dev.weft.executor.Node;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs a WASI program for each item, in a fresh instance: no item sees anything of another, and the
 * node's error policy holds for each.
 */
final class ProgramNode implements Node.Expanding {
  private final String id;
  private final WasmNodeType.OfProgram type;

  ProgramNode(String id, WasmNodeType.OfProgram type) {
    this.id = id;
    this.type = type;
  }

  @Override
  public void initialize() {
    type.module().compile();
  }

  @Override
  public List<Object> process(Object item) {
    byte[] line = JsonLine.of(item);
    List<byte[]> written = new ArrayList<>();
    LineOutput out = new LineOutput(length -> {}, written::add);
    try (ConfinedGuest guest =
        type.sandbox()
            .guest(
                id,
                type.arguments(),
                new GuestStreams(new ByteArrayInputStream(line), out, new Complaints(id)))) {
      guest.<@Nullable Void, RuntimeException>call(() -> {
        type.module().runProgram(guest);
        return null;
      });
    }
    out.end();
    List<Object> results = new ArrayList<>(written.size());
    for (byte[] each : written) {
      results.add(JsonLine.read(each, id));
    }
    return results;
  }
}
