package dev.weft.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Several queues, merged by {@link Keys}, for equal keys in the order of the connections. An item
 * is taken once no other queue can bring one that comes before it; what a queue can still bring is
 * known from its last item or mark of progress.
 */
final class OrderedInlet extends Inlet {
  private final long[] @Nullable [] bounds;

  /** Whether the bound was an item, so that its successor is the least that can follow. */
  private final boolean[] taken;

  private final boolean[] ended;

  /** Which queues had an item when last looked at; what comes meanwhile is not compared yet. */
  private final boolean[] headed;

  private final int rank;

  /** The queue with the least key at its head when last looked at, or -1. */
  private int least = -1;

  OrderedInlet(List<Edge.Reader> readers, int rank, Signal signal, Meter meter, Stop stop) {
    super(readers, signal, meter, stop);
    this.rank = rank;
    headed = new boolean[readers.size()];
    bounds = new long[readers.size()][];
    taken = new boolean[readers.size()];
    ended = new boolean[readers.size()];
  }

  @Override
  boolean advance() {
    for (; ; ) {
      List<Edge.Reader> lacking = lacking();
      if (lacking.isEmpty()) {
        return least >= 0 && takeFrom(least);
      }
      if (!await(lacking)) {
        return false;
      }
    }
  }

  @Override
  List<Edge.Reader> lacking() {
    least = first();
    if (least < 0) {
      return open();
    }
    int blocking = blocking(least);
    return blocking < 0 ? List.of() : List.of(readers.get(blocking));
  }

  private boolean takeFrom(int i) {
    Edge.Reader reader = readers.get(i);
    Object head = Objects.requireNonNull(reader.peek());
    if (head instanceof Mark mark) {
      return failed(reader, mark);
    }
    bounds[i] = reader.key();
    taken[i] = true;
    headed[i] = false;
    take(reader, head);
    from = i;
    // Two queues may bring the same key; what leaves the node must have one of its own.
    key = Keys.from(Objects.requireNonNull(key), rank, i);
    return true;
  }

  /** The queue with the least key at its head, or -1; takes marks of progress on the way. */
  private int first() {
    int best = -1;
    for (int i = 0; i < ended.length; i++) {
      headed[i] = hasHead(i);
      if (headed[i] && (best < 0 || Keys.compare(headKey(i), headKey(best)) < 0)) {
        best = i;
      }
    }
    return best;
  }

  private List<Edge.Reader> open() {
    List<Edge.Reader> open = new ArrayList<>();
    for (int i = 0; i < ended.length; i++) {
      if (!ended[i]) {
        open.add(readers.get(i));
      }
    }
    return open;
  }

  private boolean hasHead(int i) {
    Edge.Reader reader = readers.get(i);
    for (; ; ) {
      Object head = ended[i] ? null : reader.peek();
      if (head == null) {
        return false;
      } else if (head == Mark.END) {
        ended[i] = true;
      } else if (head == Mark.PROGRESS) {
        bounds[i] = reader.key();
        taken[i] = false;
      } else {
        return true;
      }
      reader.advance();
    }
  }

  private long[] headKey(int i) {
    return Objects.requireNonNull(readers.get(i).key());
  }

  /** A queue without a head that could still bring something before the first head, or -1. */
  private int blocking(int first) {
    for (int i = 0; i < ended.length; i++) {
      if (!ended[i] && !headed[i] && mayPrecede(i, first)) {
        return i;
      }
    }
    return -1;
  }

  private boolean mayPrecede(int i, int first) {
    long[] bound = bounds[i];
    if (bound == null) {
      return true;
    }
    long[] head = headKey(first);
    int order = taken[i] ? Keys.compareToAfter(head, bound) : Keys.compare(head, bound);
    return order > 0 || (order == 0 && i < first);
  }

  @Override
  long @Nullable [] promise() {
    long[] least = null;
    for (int i = 0; i < ended.length; i++) {
      if (ended[i]) {
        continue;
      }
      long[] bound = bounds[i];
      if (!headed[i] && bound == null) {
        return null;
      }
      long[] here = headed[i] || bound == null ? headKey(i) : taken[i] ? Keys.after(bound) : bound;
      if (least == null || Keys.compare(here, least) < 0) {
        least = here;
      }
    }
    return least;
  }
}
