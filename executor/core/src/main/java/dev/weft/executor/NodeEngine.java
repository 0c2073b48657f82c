package dev.weft.executor;

import java.util.Objects;
import java.util.Optional;

/**
 * Runs nodes whose code is brought along by a description, such as Python. Named in {@code
 * META-INF/services/dev.weft.executor.NodeEngine} or in {@code provides} of a module, and loaded
 * only if a description has code at all.
 *
 * <p>Implementations are thread-safe.
 */
public interface NodeEngine {

  /** The name: that of the field in manifests, in which the code is given. */
  String name();

  /**
   * The type that a node's code declares. Asked several times for the same node, so that an engine
   * keeps what is expensive to find out.
   *
   * @param node the node, whose type is the name that the code is to give it
   * @param code where its code is, for this engine
   * @param report takes what is wrong with the code, by its field
   * @return the type; empty if something was reported
   */
  Optional<NodeType> type(NodeSpec node, NodeCode code, NodeType.Report report);

  /**
   * Which of several engines runs a node.
   *
   * @param name of the engine
   * @param reason why that one
   * @param isFallback whether another would have been better, and the reason says why it cannot be
   */
  record Choice(String name, String reason, boolean isFallback) {
    /** A choice of these parts. */
    public Choice {
      Objects.requireNonNull(name);
      Objects.requireNonNull(reason);
    }
  }
}
