package dev.weft.executor.python;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.PipelineException;
import dev.weft.runtime.CancellationError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A node that works item by item; items that are there cross the border together. */
final class PythonFunction extends PythonNode implements Node.Batched {
  private final AtomicLong next = new AtomicLong();

  /** An item that failed; if it is given again, it has the index that it had. */
  private volatile @Nullable Failed failed;

  private record Failed(Object item, long index) {}

  PythonFunction(LoadedNode loaded, PythonOptions options, NodeContext context) {
    super(loaded, options, context);
  }

  @Override
  public void process(List<Object> items, Results results) {
    int[] told = new int[1];
    try {
      batch(
          items,
          outputs -> {
            results.next(outputs);
            told[0]++;
          });
    } catch (PythonBroken e) {
      if (items.size() - told[0] == 1) {
        throw e;
      }
      // What broke took with it what came before; one by one it is clear which item it was.
      for (Object item : items.subList(told[0], items.size())) {
        batch(List.of(item), results);
      }
    }
  }

  private void batch(List<Object> items, Results results) {
    Failed last = failed;
    failed = null;
    long first =
        last != null && last.item == items.getFirst() ? last.index : next.getAndAdd(items.size());
    List<FrameWriter.Written> written = new ArrayList<>(items.size());
    Optional<PipelineException> unfit = write(items, written);
    if (written.isEmpty()) {
      throw unfit.orElseThrow();
    }
    int told = 0;
    PythonInstance instance = instance();
    PythonJob job = instance.begin("items", written, first);
    try {
      for (boolean ended = false; !ended; ) {
        PythonJob.News news = job.next();
        instance.goOn();
        for (Object result : news.results()) {
          results.next(PythonInstance.outputs(result, loaded.kind().expanding()));
          told++;
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
      } else if (told < items.size()) {
        failed = new Failed(items.get(told), first + told);
        if (items.size() > 1) {
          next.set(first + told + 1);
        }
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
