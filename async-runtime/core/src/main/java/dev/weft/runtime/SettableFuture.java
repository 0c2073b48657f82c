package dev.weft.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A future that its holder completes. */
final class SettableFuture<T extends @Nullable Object> extends Completion<T>
    implements AsyncFuture<T> {
  private final String name;

  SettableFuture(AbstractRuntime runtime, String name) {
    super(runtime);
    this.name = name;
  }

  @Override
  public boolean complete(T value) {
    return end(new Outcome.Success<>(value));
  }

  @Override
  public boolean completeExceptionally(Throwable cause) {
    Objects.requireNonNull(cause, "a future fails of something");
    return end(
        cause instanceof CancellationError cancellation
            ? new Outcome.Cancelled<>(cancellation)
            : new Outcome.Failure<>(cause));
  }

  @Override
  public boolean abort(@Nullable Object reason) {
    return end(new Outcome.Cancelled<>(new CancellationError(reason)));
  }

  @Override
  void ended() {}

  @Override
  public int cancelRequests() {
    return 0;
  }

  @Override
  public int uncancel() {
    return 0;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String toString() {
    return "future '" + name + "'";
  }
}
