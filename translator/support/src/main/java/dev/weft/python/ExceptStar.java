package dev.weft.python;

import dev.weft.python.Errors.ExceptionGroup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code except*} does: splits what was raised among the handlers. */
public final class ExceptStar {
  private final Throwable raised;
  private List<Throwable> rest = new ArrayList<>();
  private final List<Throwable> later = new ArrayList<>();
  private final String label;

  /** Begins with what was raised. */
  public ExceptStar(Throwable raised) {
    this.raised = raised;
    this.label = raised instanceof ExceptionGroup g ? g.label() : "";
    rest.addAll(raised instanceof ExceptionGroup g ? g.exceptions() : List.of(raised));
  }

  /** Takes what is of some classes out of the rest; null if there is none. */
  public @Nullable ExceptionGroup take(Class<?>... types) {
    List<Throwable> taken = new ArrayList<>();
    List<Throwable> left = new ArrayList<>();
    for (Throwable e : rest) {
      split(e, types, taken, left);
    }
    rest = left;
    if (taken.isEmpty()) {
      return null;
    }
    // What is no group is wrapped with a tuple, as its text shows.
    return new ExceptionGroup(
        label, raised instanceof ExceptionGroup ? taken : Tuple.copyOf(taken));
  }

  private static void split(
      Throwable e, Class<?>[] types, List<Throwable> taken, List<Throwable> left) {
    for (Class<?> type : types) {
      if (type.isInstance(e)) {
        taken.add(e);
        return;
      }
    }
    if (e instanceof ExceptionGroup g) {
      List<Throwable> inner = new ArrayList<>();
      List<Throwable> outer = new ArrayList<>();
      g.exceptions().forEach(x -> split(x, types, inner, outer));
      if (!inner.isEmpty()) {
        taken.add(new ExceptionGroup(g.label(), inner));
      }
      if (!outer.isEmpty()) {
        left.add(new ExceptionGroup(g.label(), outer));
      }
    } else {
      left.add(e);
    }
  }

  /** Keeps what a handler raised for the end; what it raised again belongs to the rest. */
  public void add(Throwable e, Throwable handled) {
    if (e == handled && handled instanceof ExceptionGroup g) {
      rest.addAll(g.exceptions());
      if (raised instanceof ExceptionGroup all) {
        rest.sort(java.util.Comparator.comparingInt(all.exceptions()::indexOf));
      }
    } else {
      later.add(e);
    }
  }

  /** Raises what no handler took, and what handlers raised. */
  public void rethrow() {
    if (later.size() == 1 && rest.isEmpty()) {
      throw Exceptions.raise(later.getFirst());
    }
    if (!later.isEmpty()) {
      List<Throwable> all = new ArrayList<>(later);
      if (!rest.isEmpty()) {
        all.add(raised instanceof ExceptionGroup ? new ExceptionGroup(label, rest) : raised);
      }
      throw Exceptions.outside(new ExceptionGroup("", all));
    }
    if (rest.isEmpty()) {
      return;
    }
    if (!(raised instanceof ExceptionGroup)) {
      throw Exceptions.raise(raised);
    }
    ExceptionGroup left = new ExceptionGroup(label, rest);
    left.setStackTrace(raised.getStackTrace());
    throw left;
  }
}
