package dev.weft.executor.python;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.PipelineException;
import dev.weft.runtime.CancellationError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A node that works item by item; items that are there cross the border together. */
final class PythonFunction extends PythonNode implements Node.Batched {
  private final AtomicLong next = new AtomicLong();

  /** An item that failed; if it is given again, it has the index that it had. */
  private volatile @Nullable Failed failed;

  private record Failed(Object item, long index) {}

  PythonFunction(LoadedNode loaded, PythonOptions options, NodeContext context) {
    super(loaded, options, context, true);
  }

  @Override
  public void process(List<Object> items, Results results) {
    Failed last = failed;
    failed = null;
    long first =
        last != null && last.item == items.getFirst()
            ? last.index
            : next.getAndAdd(items.size());
    List<FrameWriter.Written> written = new ArrayList<>(items.size());
    PipelineException unfit = null;
    for (int i = 0; i < items.size() && unfit == null; i++) {
      try {
        written.add(new FrameWriter.Written(FrameWriter.of(items.get(i))));
      } catch (PipelineException e) {
        unfit = e;
      }
    }
    if (written.isEmpty() && unfit != null) {
      throw unfit;
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
          throw failure(news.failure());
        }
        ended = news.ended();
      }
      if (unfit != null) {
        throw unfit;
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
}
