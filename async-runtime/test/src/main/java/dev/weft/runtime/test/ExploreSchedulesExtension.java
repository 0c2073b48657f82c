package dev.weft.runtime.test;

import dev.weft.runtime.AsyncRuntime;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Runs a test method of {@link ExploreSchedules} once for each seed. */
final class ExploreSchedulesExtension
    implements ParameterResolver, InvocationInterceptor, AfterEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(ExploreSchedulesExtension.class);

  private static final String SEED = "weft.test.seed";
  private static final String SEEDS = "weft.test.seeds";

  /** The seeds to run. */
  private record Plan(long first, int count, Duration bound) {
    static Plan of(ExploreSchedules test) {
      Duration bound = Duration.ofSeconds(test.timeoutSeconds());
      Optional<Long> seed = property(SEED);
      if (seed.isPresent()) {
        return new Plan(seed.get(), 1, bound);
      }
      int count = property(SEEDS).map(Math::toIntExact).orElse(test.seeds());
      if (count < 1) {
        throw new IllegalArgumentException(
            "the schedules of %d seeds were to be explored: at least one is needed"
                .formatted(count));
      }
      return new Plan(test.firstSeed(), count, bound);
    }

    private static Optional<Long> property(String name) {
      String text = System.getProperty(name);
      try {
        return text == null ? Optional.empty() : Optional.of(Long.valueOf(text));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "the system property %s is '%s': it must be a whole number".formatted(name, text), e);
      }
    }

    TestRun newRun(long seed) {
      return new TestRun(
          AsyncRuntime.builder().backend(AsyncRuntime.Backend.EVENT_LOOP).shuffle(seed),
          RuntimeTest.Time.AUTOMATIC,
          bound);
    }
  }

  /** The plan, and the run that JUnit's own parameters came from. */
  private static final class Exploration {
    final Plan plan;
    final TestRun firstRun;

    Exploration(Plan plan) {
      this.plan = plan;
      this.firstRun = plan.newRun(plan.first());
    }
  }

  private static Exploration exploration(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(
            context.getUniqueId(),
            id ->
                new Exploration(
                    Plan.of(
                        AnnotationSupport.findAnnotation(
                                context.getTestMethod(), ExploreSchedules.class)
                            .orElseThrow())),
            Exploration.class);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return isExplored(context) && TestRun.supports(parameter.getParameter());
  }

  private static boolean isExplored(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), ExploreSchedules.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return exploration(context).firstRun.resolve(parameter.getParameter());
  }

  @Override
  public void interceptTestMethod(
      Invocation<@Nullable Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    if (!isExplored(context)) {
      invocation.proceed();
      return;
    }
    Exploration exploration = exploration(context);
    Plan plan = exploration.plan;
    execute(exploration.firstRun, plan.first(), plan, invocation::proceed);
    Object instance = method.getTarget().orElse(null);
    for (long seed = plan.first() + 1; seed < plan.first() + plan.count(); seed++) {
      TestRun run = plan.newRun(seed);
      Object[] arguments = arguments(method, run);
      execute(
          run,
          seed,
          plan,
          () -> ReflectionSupport.invokeMethod(method.getExecutable(), instance, arguments));
    }
  }

  /** JUnit's arguments, with those of the first run replaced by those of another. */
  private static Object[] arguments(ReflectiveInvocationContext<Method> method, TestRun run) {
    List<Object> given = method.getArguments();
    Object[] arguments = given.toArray();
    Parameter[] parameters = method.getExecutable().getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (TestRun.supports(parameters[i])) {
        arguments[i] = run.resolve(parameters[i]);
      }
    }
    return arguments;
  }

  private static void execute(TestRun run, long seed, Plan plan, TestRun.Body body)
      throws Throwable {
    try {
      run.execute(body);
    } catch (TestAbortedException | VirtualMachineError e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionFailedError(
          "with seed %d (%d of %d): %s%nRun it again with -D%s=%d, or @ExploreSchedules(firstSeed = %d, seeds = 1)."
              .formatted(
                  seed,
                  seed - plan.first() + 1,
                  plan.count(),
                  e.getMessage() == null ? e : e.getMessage(),
                  SEED,
                  seed,
                  seed),
          e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Exploration exploration =
        context.getStore(NAMESPACE).get(context.getUniqueId(), Exploration.class);
    if (exploration != null) {
      exploration.firstRun.close();
    }
  }
}
