package dev.weft.executor.wasm;

import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeEngine;
import dev.weft.executor.NodeSpec;
import dev.weft.executor.NodeType;
import dev.weft.executor.NodeType.Report;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs nodes that are WebAssembly modules. In a manifest a node brings its module along as {@code
 * "wasm": {"file": "double.wasm", "export": "double"}}, or, for a WASI program, without an export;
 * its {@code node_type} is any name.
 *
 * {@snippet :
 * Sandbox sandbox = Sandbox.of(GuestLimits.DEFAULT, Grants.none().systemClock());
 * NodeRegistry registry =
 *     NodeRegistry.load().withEngine("wasm", () -> WasmEngine.of(sandbox, Path.of("modules")));
 * }
 *
 * <p>A module is read and checked when a pipeline is, and compiled when it is first run. Nodes have
 * instances of their own. Thread-safe.
 */
public final class WasmEngine implements NodeEngine {
  private final ConfinedSandbox sandbox;
  private final Path base;

  /**
   * An engine for the service loader: {@link GuestLimits#DEFAULT}, nothing granted, files relative
   * to the working directory.
   */
  public WasmEngine() {
    this(Sandbox.of(GuestLimits.DEFAULT, Grants.none()), Path.of(""));
  }

  private WasmEngine(Sandbox sandbox, Path base) {
    this.sandbox = (ConfinedSandbox) sandbox;
    this.base = Objects.requireNonNull(base);
  }

  /** An engine whose guests live in a sandbox, and whose files are relative to a directory. */
  public static WasmEngine of(Sandbox sandbox, Path base) {
    return new WasmEngine(sandbox, base);
  }

  @Override
  public String name() {
    return "wasm";
  }

  @Override
  public Optional<NodeType> type(NodeSpec node, NodeCode code, Report report) {
    try {
      return Optional.of(WasmCode.read(code.fields(), base).type(node.type(), sandbox));
    } catch (WasmCode.Fault e) {
      report.problem(e.field, e.message, e.met, e.hint);
      return Optional.empty();
    }
  }
}
