import dev.weft.executor.nodes.AddNode;
import dev.weft.executor.nodes.BatchNode;
import dev.weft.executor.nodes.BufferNode;
import dev.weft.executor.nodes.CalculatorNode;
import dev.weft.executor.nodes.CounterNode;
import dev.weft.executor.nodes.DataTransformNode;
import dev.weft.executor.nodes.EchoNode;
import dev.weft.executor.nodes.ExpanderNode;
import dev.weft.executor.nodes.FilterNode;
import dev.weft.executor.nodes.MultiplyNode;
import dev.weft.executor.nodes.PassThroughNode;
import dev.weft.executor.nodes.RangeGeneratorNode;
import dev.weft.executor.nodes.TextProcessorNode;

/** The nodes that come with the executor; found through the {@link java.util.ServiceLoader}. */
module dev.weft.executor.nodes {
  requires static org.jspecify;
  requires dev.weft.executor;

  provides dev.weft.executor.NodeType with
      AddNode,
      BatchNode,
      BufferNode,
      CalculatorNode,
      CounterNode,
      DataTransformNode,
      EchoNode,
      ExpanderNode,
      FilterNode,
      MultiplyNode,
      PassThroughNode,
      RangeGeneratorNode,
      TextProcessorNode;
}
