package dev.weft.executor.translated;

import dev.weft.python.Py;
import dev.weft.python.Repr;

/**
 * {@code weft.Item}, for translated code: which item a node is at work on.
 *
 * @param index its number at this node in this run, from 0
 * @param node the id of the node
 * @param session the session of the run
 */
public record NodeItem(long index, String node, String session) implements Repr {
  @Override
  public String repr() {
    return "Item(index=%d, node=%s, session=%s)".formatted(index, Py.repr(node), Py.repr(session));
  }
}
