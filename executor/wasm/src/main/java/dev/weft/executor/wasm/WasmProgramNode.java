package dev.weft.executor.wasm;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.Params;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a WASI program once for each item, which it reads as a line of JSON from its standard input;
 * each line that it writes is a result, one value of JSON. Each item has a fresh instance, so no
 * item sees anything of another, and the node's error policy holds for each.
 *
 * <p>To run a program once for all items, use {@link WasmStreamNode}.
 */
public final class WasmProgramNode implements NodeType {
  private final ConfinedSandbox sandbox;

  /** Nodes whose guests are granted nothing; for the service loader. */
  public WasmProgramNode() {
    this(Sandbox.of(GuestLimits.DEFAULT, Grants.none()));
  }

  WasmProgramNode(Sandbox sandbox) {
    this.sandbox = (ConfinedSandbox) sandbox;
  }

  @Override
  public String summary() {
    return "Runs a WASI program once for each item: a line of JSON in, lines of JSON out.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(Modules.FILE, Modules.ARGUMENTS);
  }

  @Override
  public void check(Params params, Report report) {
    Modules.report(report, () -> Modules.program(params, sandbox.limits()));
  }

  @Override
  public Node.Expanding create(NodeContext context) {
    ModuleFile file = Modules.orThrow(() -> Modules.program(context.params(), sandbox.limits()));
    List<String> arguments = Modules.arguments(context.params());
    return item -> run(item, context.id(), file, arguments);
  }

  private List<Object> run(Object item, String id, ModuleFile file, List<String> arguments) {
    byte[] line = JsonLine.of(item);
    List<byte[]> written = new ArrayList<>();
    LineOutput out = new LineOutput(length -> {}, written::add);
    try (ConfinedGuest guest =
        sandbox.guest(
            id, arguments, new GuestStreams(new ByteArrayInputStream(line), out, new Complaints(id)))) {
      guest.call(() -> {
        Modules.runProgram(file.instantiate(guest));
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
