package dev.weft.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own continuations, {@code jdk.internal.vm.Continuation}, which no release exports. They
 * are reached where {@code java.base/java.lang} is opened, since with that a package of the module
 * can be exported.
 */
final class Continuations {
  /** The handles, with the scope of ours bound to them. */
  private record Handles(
      MethodHandle make, MethodHandle run, MethodHandle leave, MethodHandle now) {}

  private static final @Nullable Handles HANDLES = reach();

  // Constants of their own, so that the JIT compiler sees through them.
  private static final @Nullable MethodHandle MAKE = HANDLES == null ? null : HANDLES.make;
  private static final @Nullable MethodHandle RUN = HANDLES == null ? null : HANDLES.run;
  private static final @Nullable MethodHandle LEAVE = HANDLES == null ? null : HANDLES.leave;
  private static final @Nullable MethodHandle NOW = HANDLES == null ? null : HANDLES.now;

  /** Whether there are any in this JVM. */
  static final boolean AVAILABLE = HANDLES != null;

  private Continuations() {}

  private static @Nullable Handles reach() {
    try {
      MethodHandles.Lookup own = MethodHandles.lookup();
      MethodHandles.privateLookupIn(Module.class, own)
          .findVirtual(
              Module.class,
              "implAddExports",
              MethodType.methodType(void.class, String.class, Module.class))
          .invokeExact(
              Object.class.getModule(), "jdk.internal.vm", Continuations.class.getModule());
      Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
      Class<?> type = Class.forName("jdk.internal.vm.Continuation");
      Object scope =
          own.findConstructor(scopeType, MethodType.methodType(void.class, String.class))
              .invoke("weft");
      return new Handles(
          own.findConstructor(type, MethodType.methodType(void.class, scopeType, Runnable.class))
              .bindTo(scope)
              .asType(MethodType.methodType(Object.class, Runnable.class)),
          own.findVirtual(type, "run", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Object.class)),
          own.findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType))
              .bindTo(scope)
              .asType(MethodType.methodType(boolean.class)),
          own.findStatic(type, "getCurrentContinuation", MethodType.methodType(type, scopeType))
              .bindTo(scope)
              .asType(MethodType.methodType(Object.class)));
    } catch (Throwable e) {
      return null;
    }
  }

  /** A continuation that runs a body, which must not throw. */
  @SuppressWarnings("NullAway") // Asked for where they are available.
  static Object of(Runnable body) {
    try {
      return MAKE.invokeExact(body);
    } catch (Throwable e) {
      throw Sneaky.rethrow(e);
    }
  }

  /** Runs it in the calling thread until it leaves or ends. */
  @SuppressWarnings("NullAway")
  static void run(Object continuation) {
    try {
      RUN.invokeExact(continuation);
    } catch (Throwable e) {
      throw Sneaky.rethrow(e);
    }
  }

  /**
   * Leaves the innermost one.
   *
   * @throws AsyncException.Runtime if native code is in between
   */
  @SuppressWarnings({"NullAway", "UnusedVariable"})
  static void leave() {
    try {
      boolean ignored = (boolean) LEAVE.invokeExact();
    } catch (IllegalStateException e) {
      throw new AsyncException.Runtime(
          "a generator's body gave out an element inside of a call from native code (%s), where it cannot be left: collect such elements, and give them out after the call"
              .formatted(e.getMessage()));
    } catch (Throwable e) {
      throw Sneaky.rethrow(e);
    }
  }

  /** The innermost one in which the calling thread is, or null. */
  @SuppressWarnings("NullAway")
  static @Nullable Object current() {
    try {
      return (Object) NOW.invokeExact();
    } catch (Throwable e) {
      throw Sneaky.rethrow(e);
    }
  }
}
