package dev.weft.python;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tuple whose length is known when the program is translated. */
public interface FixedTuple {
  /** Its elements. */
  List<@Nullable Object> values();

  /** Python's equality of tuples, whatever their Java classes. */
  static boolean equal(FixedTuple tuple, @Nullable Object other) {
    List<@Nullable Object> theirs =
        switch (other) {
          case FixedTuple t -> t.values();
          case Tuple<?> t -> List.copyOf(t);
          case null, default -> null;
        };
    return theirs != null && Py.sameElements(tuple.values(), theirs);
  }
}
