package dev.weft.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The JDK's own continuations, reached through handles since no release exports them. */
final class BareContinuation {
  private static final MethodHandle NEW;
  private static final MethodHandle RUN;
  private static final MethodHandle YIELD;

  static {
    try {
      Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
      Class<?> type = Class.forName("jdk.internal.vm.Continuation");
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Object scope =
          scopeType.cast(
              lookup
                  .findConstructor(scopeType, MethodType.methodType(void.class, String.class))
                  .invoke("benchmark"));
      NEW =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, scopeType, Runnable.class))
              .bindTo(scope)
              .asType(MethodType.methodType(Object.class, Runnable.class));
      RUN =
          lookup
              .findVirtual(type, "run", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Object.class));
      YIELD =
          lookup
              .findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType))
              .bindTo(scope)
              .asType(MethodType.methodType(boolean.class));
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private BareContinuation() {}

  /** Enters a continuation so many times; each time it yields at once. */
  static int switchBackAndForth(int times) {
    int[] entered = new int[1];
    try {
      Object continuation =
          NEW.invokeExact(
              (Runnable)
                  () -> {
                    for (int i = 0; i < times; i++) {
                      entered[0]++;
                      yieldOnce();
                    }
                  });
      for (int i = 0; i <= times; i++) {
        RUN.invokeExact(continuation);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("continuations cannot be reached in this JDK", e);
    }
    return entered[0];
  }

  private static void yieldOnce() {
    try {
      boolean ignored = (boolean) YIELD.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("a continuation could not yield", e);
    }
  }
}
