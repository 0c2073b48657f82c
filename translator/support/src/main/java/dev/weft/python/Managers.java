package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Context managers made of generators, and those of contextlib. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; identity is what is asked.
public final class Managers {
  private Managers() {}

  /** Something that only run time knows, as a manager: by the methods that it has. */
  public static ContextManager<Object> of(@Nullable Object manager, boolean isAsync) {
    if (manager instanceof ContextManager<?> m) {
      return Py.cast(m);
    }
    ExitStack stack = new ExitStack();
    return new ContextManager<>() {
      @Override
      public Object enter() {
        return stack.enterAny(manager, isAsync);
      }

      @Override
      public boolean exit(@Nullable Throwable raised) {
        return stack.exit(raised);
      }
    };
  }

  /** {@code @contextmanager}. */
  public static <T extends @Nullable Object> ContextManager<T> from(Generator.Body<T> body) {
    return new Made<>(body);
  }

  /** The manager that a generator is; as a decorator it runs its generator for each call. */
  private static final class Made<T extends @Nullable Object>
      implements ContextManager<T>, PyCallable {
    private final Generator.Body<T> body;
    private final Generator<T> generator;

    Made(Generator.Body<T> body) {
      this.body = body;
      this.generator = Generator.of(body);
    }

    @Override
    public Object apply(@Nullable Object... args) {
      Object function = args[0];
      return Functools.wraps(
          function,
          Function.closure(
              "inner",
              "*args, **named",
              a -> {
                Made<T> own = new Made<>(body);
                own.enter();
                Object result;
                try {
                  result =
                      Calls.with(function, Iters.<Object>array((Iterable<?>) a[0]), Py.cast(a[1]));
                } catch (Throwable e) {
                  if (own.exit(e)) {
                    return null;
                  }
                  throw Exceptions.raise(e);
                }
                own.exit(null);
                return result;
              }));
    }

    @Override
    public T enter() {
      if (!generator.hasNext()) {
        throw new Errors.RuntimeError("generator didn't yield");
      }
      return generator.next();
    }

    @Override
    public boolean exit(@Nullable Throwable raised) {
      if (raised == null) {
        if (generator.hasNext()) {
          throw new Errors.RuntimeError("generator didn't stop");
        }
        return false;
      }
      try {
        generator.raise(raised);
      } catch (Errors.StopIteration e) {
        return e != raised;
      } catch (Throwable e) {
        if (e == raised) {
          return false;
        }
        throw e;
      }
      throw new Errors.RuntimeError("generator didn't stop after throw()");
    }
  }

  /** {@code @asynccontextmanager}. */
  public static <T extends @Nullable Object> ContextManager<T> fromAsync(Generator.Body<T> body) {
    AsyncGenerator<T> generator = AsyncGenerator.of(body);
    return new ContextManager<>() {
      @Override
      public T enter() {
        if (!generator.hasNext()) {
          throw new Errors.RuntimeError("generator didn't yield");
        }
        return generator.next();
      }

      @Override
      public boolean exit(@Nullable Throwable raised) {
        if (raised == null) {
          if (generator.hasNext()) {
            throw new Errors.RuntimeError("generator didn't stop");
          }
          return false;
        }
        try {
          generator.raise(raised);
        } catch (Errors.StopAsyncIteration e) {
          return e != raised;
        } catch (Throwable e) {
          if (e == raised) {
            return false;
          }
          throw e;
        }
        throw new Errors.RuntimeError("generator didn't stop after athrow()");
      }
    };
  }

  /** A function that runs inside a manager, which decorates it. */
  static PyCallable decorated(Object manager, PyCallable function) {
    return Functools.wraps(
        function,
        Function.closure(
            "inner",
            "*args, **named",
            a -> {
              ContextManager<Object> entered = of(manager, false);
              entered.enter();
              Object result;
              try {
                result = Calls.with(function, Iters.of(a[0]), Py.<Map<String, Object>>cast(a[1]));
              } catch (Throwable e) {
                if (entered.exit(e)) {
                  return null;
                }
                throw e;
              }
              entered.exit(null);
              return result;
            }));
  }

  /** {@code suppress(types)}. */
  public static ContextManager<@Nullable Void> suppress(@Nullable Object... types) {
    return new ContextManager<>() {
      @Override
      public @Nullable Void enter() {
        return null;
      }

      @Override
      public boolean exit(@Nullable Throwable raised) {
        for (Object type : types) {
          if (raised != null
              && type instanceof PyType t
              && t.type() != null
              && t.type().isInstance(raised)) {
            return true;
          }
        }
        return false;
      }
    };
  }

  /** {@code closing(thing)}. */
  public static <T extends @Nullable Object> ContextManager<T> closing(T thing) {
    return new ContextManager<>() {
      @Override
      public T enter() {
        return thing;
      }

      @Override
      public boolean exit(@Nullable Throwable raised) {
        switch (thing) {
          case AsyncGenerator<?> g -> g.close();
          case Generator<?> g -> g.close();
          case null, default -> {
            Object closed = Dyn.invoke(thing, "close");
            if (closed instanceof Awaitable<?> a) {
              a.await();
            }
          }
        }
        return false;
      }
    };
  }

  /** {@code nullcontext(value)}. */
  public static <T extends @Nullable Object> ContextManager<T> nothing(T value) {
    return new ContextManager<>() {
      @Override
      public T enter() {
        return value;
      }

      @Override
      public boolean exit(@Nullable Throwable raised) {
        return false;
      }
    };
  }

  /** {@code redirect_stdout(to)} and {@code redirect_stderr(to)}. */
  public static ContextManager<StringIo> redirect(StringIo to, boolean errors) {
    return new ContextManager<>() {
      private @Nullable StringIo before;

      @Override
      public StringIo enter() {
        before = TextStream.redirect(errors, to);
        return to;
      }

      @Override
      public boolean exit(@Nullable Throwable raised) {
        TextStream.redirect(errors, before);
        return false;
      }
    };
  }
}
