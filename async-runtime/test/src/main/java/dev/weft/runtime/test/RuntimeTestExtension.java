package dev.weft.runtime.test;

import dev.weft.runtime.AsyncException;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.AsyncRuntime.Backend;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a test method of {@link RuntimeTest} once on each backend. */
final class RuntimeTestExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), RuntimeTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    RuntimeTest test =
        AnnotationSupport.findAnnotation(context.getTestMethod(), RuntimeTest.class).orElseThrow();
    List<Backend> backends =
        test.backends().length > 0 ? List.of(test.backends()) : availableBackends();
    return backends.stream().map(backend -> new OnBackend(backend, test));
  }

  private static List<Backend> availableBackends() {
    return Stream.of(Backend.VIRTUAL_THREADS, Backend.EVENT_LOOP_MOUNTED, Backend.EVENT_LOOP_BATON)
        .filter(RuntimeTestExtension::isAvailable)
        .toList();
  }

  private static boolean isAvailable(Backend backend) {
    try {
      AsyncRuntime.builder().backend(backend).build().close();
      return true;
    } catch (AsyncException.PlatformNotSupported e) {
      return false;
    }
  }

  /** One invocation of the method. */
  private record OnBackend(Backend backend, RuntimeTest test)
      implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int invocationIndex) {
      return backend.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new InRuntime(this));
    }

    private TestRun newRun() {
      return new TestRun(
          AsyncRuntime.builder().backend(backend),
          test.time(),
          Duration.ofSeconds(test.timeoutSeconds()));
    }
  }

  /** Gives the invocation its runtime and runs it in there. */
  private static final class InRuntime
      implements ParameterResolver, InvocationInterceptor, AfterEachCallback {
    private final OnBackend invocation;
    private @Nullable TestRun run;

    InRuntime(OnBackend invocation) {
      this.invocation = invocation;
    }

    private TestRun run() {
      TestRun present = run;
      if (present == null) {
        present = invocation.newRun();
        run = present;
      }
      return present;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return TestRun.supports(parameter.getParameter());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return run().resolve(parameter.getParameter());
    }

    @Override
    public void interceptTestTemplateMethod(
        Invocation<@Nullable Void> body,
        ReflectiveInvocationContext<Method> method,
        ExtensionContext context)
        throws Throwable {
      run().execute(body::proceed);
    }

    @Override
    public void afterEach(ExtensionContext context) {
      if (run != null) {
        run.close();
      }
    }
  }
}
