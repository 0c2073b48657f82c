package dev.weft.python.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs print in the split CPython what they printed in a native CPython 3.13.0, each twice: the
 * second time in code that has specialized itself.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PythonProgramsTest {
  private static final Path RESOURCES = Path.of("target/test-classes");
  private static final long STACK_BYTES = 256L << 20;

  private Guest guest;

  @BeforeAll
  void start() throws Exception {
    guest = deep(() -> Guest.split(OutputStream.nullOutputStream()));
  }

  @AfterAll
  void stop() {
    guest.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"numbers", "control", "objects", "generators", "data", "compiler"})
  void programPrintsWhatItPrintsNatively(String name) throws Exception {
    String program = read(name + ".py");
    String expected = read(name + ".out");
    for (int run = 1; run <= 2; run++) {
      assertThat(deep(() -> guest.run(program))).as("run %d", run).isEqualTo(expected);
    }
  }

  private static String read(String file) throws IOException {
    return Files.readString(RESOURCES.resolve("programs").resolve(file));
  }

  /** Runs in a thread with a stack for a deep recursion in C. */
  private static <T> T deep(Callable<T> body) throws Exception {
    FutureTask<T> task = new FutureTask<>(body);
    new Thread(null, task, "guest", STACK_BYTES).start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
