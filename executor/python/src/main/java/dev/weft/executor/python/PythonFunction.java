package dev.weft.executor.python;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.PipelineException;
import dev.weft.runtime.CancellationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node that works item by item; items that are there cross the border together. */
final class PythonFunction extends PythonNode implements Node.Batched {
  /** Counts how many items were told of. */
  private static final class Counted implements Results {
    private final Results results;
    private int told;

    Counted(Results results) {
      this.results = results;
    }

    @Override
    public long index() {
      return results.index();
    }

    @Override
    public void begun() {
      results.begun();
    }

    @Override
    public void next(List<?> outputs) {
      results.next(outputs);
      told++;
    }
  }

  PythonFunction(LoadedNode loaded, PythonOptions options, NodeContext context) {
    super(loaded, options, context);
  }

  @Override
  public void process(List<Object> items, Results results) {
    Counted counted = new Counted(results);
    try {
      batch(items, counted);
    } catch (PythonBroken e) {
      if (items.size() - counted.told == 1) {
        throw e;
      }
      // What broke took with it what came before; one by one it is clear which item it was.
      for (Object item : items.subList(counted.told, items.size())) {
        batch(List.of(item), results);
      }
    }
  }

  private void batch(List<Object> items, Results results) {
    List<FrameWriter.Written> written = new ArrayList<>(items.size());
    Optional<PipelineException> unfit = write(items, written);
    if (written.isEmpty()) {
      throw unfit.orElseThrow();
    }
    PythonInstance instance = instance();
    PythonJob job = instance.begin("items", written, results.index());
    results.begun();
    try {
      for (boolean ended = false; !ended; ) {
        PythonJob.News news = job.next();
        instance.goOn();
        for (Object result : news.results()) {
          results.next(PythonInstance.outputs(result, loaded.kind().expanding()));
        }
        if (news.failure() != null) {
          throw failure(news.failure(), instance);
        }
        ended = news.ended();
      }
      if (unfit.isPresent()) {
        throw unfit.get();
      }
    } catch (CancellationError e) {
      instance.cancel(job, e);
      throw e;
    } catch (RuntimeException e) {
      if (!job.isEnded()) {
        instance.cancel(job, new CancellationError("its results cannot be delivered"));
      }
      throw e;
    }
  }

  /** Writes items for the border, up to the first that does not cross. */
  private static Optional<PipelineException> write(
      List<Object> items, List<FrameWriter.Written> written) {
    for (Object item : items) {
      try {
        written.add(new FrameWriter.Written(FrameWriter.of(item)));
      } catch (PipelineException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }
}
