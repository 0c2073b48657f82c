/**
 * Tasks, time and channels in direct style, on virtual threads or on a single-thread event loop.
 *
 * <p>Start at {@link dev.weft.runtime.AsyncRuntime}, which an application creates, and at {@link
 * dev.weft.runtime.Async}, the verbs that code inside a task calls.
 */
module dev.weft.runtime {
  requires static jdk.jfr;
  requires static transitive org.jspecify;

  exports dev.weft.runtime;
}
