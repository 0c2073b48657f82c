package dev.weft.python;

import java.util.List;

/** A record that is a tuple, too. */
public interface NamedTuple extends Repr {
  /** Its fields, in order. */
  List<Object> values();
}
