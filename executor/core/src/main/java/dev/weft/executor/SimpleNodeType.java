package dev.weft.executor;

import java.util.Objects;

/** A type whose nodes are all one object. */
record SimpleNodeType(String name, String summary, Form form, Node node) implements NodeType {
  SimpleNodeType {
    Objects.requireNonNull(name);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(node);
  }

  @Override
  public Node create(NodeContext context) {
    return node;
  }
}
