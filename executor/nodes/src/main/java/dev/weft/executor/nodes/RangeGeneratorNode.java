package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.Params;
import java.util.List;
import java.util.Optional;

/** A source of integers. */
public final class RangeGeneratorNode implements NodeType {
  private static final Param<Long> START = Param.integer("start", "The first integer.").orElse(0L);
  private static final Param<Long> END =
      Param.integer("end", "Where to stop, itself left out; without it, the range is endless.")
          .alsoCalled("stop", "count")
          .optional();
  private static final Param<Long> STEP =
      Param.integer("step", "From one integer to the next; not 0.").orElse(1L);

  @Override
  public String summary() {
    return "A source of integers, as Python's range: from `start` to before `end`, by `step`.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(START, END, STEP);
  }

  @Override
  public Form form() {
    return Form.SOURCE;
  }

  @Override
  public void check(Params params, Report report) {
    if (params.get(STEP) == 0) {
      report.problem("step", "a range cannot go by 0", 0L, "write a step above or below 0");
    }
  }

  @Override
  public Node.Source create(NodeContext context) {
    long start = context.get(START);
    long step = context.get(STEP);
    Optional<Long> end = context.params().find(END);
    return out -> {
      long next = start;
      while (end.isEmpty() || (step > 0 ? next < end.get() : next > end.get())) {
        out.emit(next);
        long last = next;
        next += step;
        if (step > 0 ? next < last : next > last) {
          // Beyond the range of a long: behind a finite end, or where an endless range must stop.
          if (end.isPresent()) {
            return;
          }
          throw new ArithmeticException("the endless range has no integers left after " + last);
        }
      }
    };
  }
}
