package dev.weft.executor.python;

import dev.weft.executor.PipelineException;
import java.time.Duration;
import java.util.Locale;

/**
 * What is said of an instance that the host had to stop, or of a result that it could not take.
 *
 * @param name the node's id
 * @param started the node
 */
record InstanceFailures(String name, Started started) {

  /** Of a result that holds something of a kind that does not cross. */
  PythonException unfit(String kind) {
    return PythonException.unfit(
        "the result holds a %s, which is no JSON; give a list, or what else JSON has"
            .formatted(kind),
        started.file(),
        started.line(),
        started.method());
  }

  /** Of a job for which nothing is left to wait. */
  PipelineException stuck() {
    return new PipelineException(
        "process() of node '%s' waits for something that will never come: no timer is set, and nothing else runs in it; look at what it awaits"
            .formatted(name),
        null);
  }

  /** Of an item that took more than the limit. */
  PipelineException tooLong(Duration limit) {
    return new PipelineException(
        "node '%s' worked for more than %s on one item and was stopped; raise the limit, or let it do less"
            .formatted(name, limit.toString().substring(2).toLowerCase(Locale.ROOT)),
        null);
  }

  /** Of a cancelled job that went on. */
  PipelineException unended(Duration grace, Throwable cause) {
    return new PipelineException(
        "node '%s' did not end within %ds of its cancellation and was stopped; let CancelledError pass"
            .formatted(name, grace.toSeconds()),
        cause);
  }

  PipelineException closed() {
    return new PipelineException("node '%s' was closed".formatted(name), null);
  }

  PipelineException runtimeClosed(Throwable cause) {
    return new PipelineException("the runtime of node '%s' was closed".formatted(name), cause);
  }
}
