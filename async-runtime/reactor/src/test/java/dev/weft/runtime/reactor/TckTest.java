package dev.weft.runtime.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import org.testng.IAnnotationTransformer;
import org.testng.IRetryAnalyzer;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.TestNG;
import org.testng.annotations.ITestAnnotation;

/**
 * The Reactive Streams TCK, for every publisher and subscriber of this module and of the core: each
 * of its rules is a test here. On its own: {@code mvn verify -pl async-runtime/reactor -am
 * -Dtest=TckTest -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class TckTest {
  /** What of the TCK is about publishers or subscribers of another kind, and skips itself. */
  private static final int FEWEST_RULES = 10;

  @TestFactory
  List<DynamicContainer> reactiveStreamsRulesHold() throws Exception {
    List<DynamicContainer> all = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<DynamicContainer>> running = new ArrayList<>();
      for (Class<?> verification : Verifications.ALL) {
        running.add(pool.submit((Callable<DynamicContainer>) () -> verify(verification)));
      }
      for (Future<DynamicContainer> each : running) {
        all.add(each.get());
      }
    }
    return all;
  }

  private static DynamicContainer verify(Class<?> verification) {
    Results results = new Results();
    TestNG testng = new TestNG(false);
    testng.setVerbose(0);
    testng.setTestClasses(new Class<?>[] {verification});
    testng.addListener(results);
    testng.addListener(new RetryOfCollection());
    testng.run();
    List<DynamicTest> tests = new ArrayList<>(results.tests);
    int passed = results.passed;
    tests.add(
        dynamicTest(
            "rules that apply", () -> assertThat(passed).isGreaterThanOrEqualTo(FEWEST_RULES)));
    return dynamicContainer(verification.getSimpleName(), tests);
  }

  private static final class Results implements ITestListener {
    final List<DynamicTest> tests = Collections.synchronizedList(new ArrayList<>());
    int passed;

    @Override
    public synchronized void onTestSuccess(ITestResult result) {
      passed++;
      tests.add(dynamicTest(result.getName(), () -> {}));
    }

    @Override
    public void onTestFailure(ITestResult result) {
      tests.add(
          dynamicTest(
              result.getName(),
              () -> {
                throw result.getThrowable();
              }));
    }

    @Override
    public void onTestSkipped(ITestResult result) {
      if (result.wasRetried()) {
        return;
      }
      tests.add(
          dynamicTest(
              result.getName(),
              () -> {
                throw new TestAbortedException(String.valueOf(result.getThrowable()));
              }));
    }
  }

  /**
   * Lets the rule be tried again for which the TCK gives the garbage collector 100 ms, which a busy
   * machine does not always have. A subscriber that is really held on to is so each time.
   */
  public static final class RetryOfCollection implements IAnnotationTransformer {
    @Override
    @SuppressWarnings("rawtypes") // TestNG's own signature.
    public void transform(
        ITestAnnotation annotation,
        @Nullable Class testClass,
        @Nullable Constructor testConstructor,
        @Nullable Method method) {
      if (method != null && method.getName().startsWith("required_spec313")) {
        annotation.setRetryAnalyzer(FiveTimes.class);
      }
    }
  }

  /** Counts the attempts; made by TestNG. */
  public static final class FiveTimes implements IRetryAnalyzer {
    private int attempts;

    @Override
    public boolean retry(ITestResult result) {
      return ++attempts < 5;
    }
  }
}
