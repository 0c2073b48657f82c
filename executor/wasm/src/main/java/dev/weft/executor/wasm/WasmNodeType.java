package dev.weft.executor.wasm;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import java.util.List;

/** The types of nodes that are modules. */
sealed interface WasmNodeType extends NodeType {

  /** A function is called for each item. */
  record OfFunction(
      String name, ModuleFile module, Exchange exchange, String export, ConfinedSandbox sandbox)
      implements WasmNodeType {
    @Override
    public String summary() {
      return "Calls an exported function of a WebAssembly module for each item.";
    }

    @Override
    public Node.Batched create(NodeContext context) {
      return new FunctionNode(context.id(), this);
    }
  }

  /** A program is run for each item. */
  record OfProgram(String name, ModuleFile module, List<String> arguments, ConfinedSandbox sandbox)
      implements WasmNodeType {
    @Override
    public String summary() {
      return "Runs a WASI program for each item, which it reads as a line of JSON.";
    }

    @Override
    public Node.Expanding create(NodeContext context) {
      return new ProgramNode(context.id(), this);
    }
  }

  /** A program is run along the stream. */
  record OfStream(String name, ModuleFile module, List<String> arguments, ConfinedSandbox sandbox)
      implements WasmNodeType {
    @Override
    public String summary() {
      return "Runs a WASI program along the stream, which it reads as lines of JSON.";
    }

    @Override
    public Form form() {
      return Form.STREAMING;
    }

    @Override
    public Node.Streaming create(NodeContext context) {
      return new StreamNode(context.id(), this);
    }
  }
}
