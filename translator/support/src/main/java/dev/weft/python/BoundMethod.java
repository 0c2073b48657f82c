package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function with its first argument filled in. */
@SuppressWarnings("NullAway") // None is null.
record BoundMethod(@Nullable Object self, Object function) implements PyCallable, Repr {
  private Object[] with(@Nullable Object[] args) {
    Object[] all = new Object[args.length + 1];
    all[0] = self;
    System.arraycopy(args, 0, all, 1, args.length);
    return all;
  }

  @Override
  public @Nullable Object apply(@Nullable Object... args) {
    return Dyn.call(function, with(args));
  }

  @Override
  public @Nullable Object applyWith(@Nullable Object[] args, Map<String, Object> named) {
    return Calls.with(function, with(args), named);
  }

  @Override
  public String repr() {
    return "<bound method " + Dyn.get(function, "__qualname__") + " of " + Py.repr(self) + ">";
  }
}
