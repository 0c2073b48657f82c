package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.Input;
import dev.weft.executor.Pipeline;
import dev.weft.executor.PipelineRun;
import dev.weft.executor.RunOptions;
import dev.weft.executor.RunResult;
import dev.weft.runtime.Async;
import dev.weft.runtime.AsyncRuntime;
import dev.weft.runtime.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** asyncio in nodes: its waiting is done by the runtime. */
class AsyncioTest {
  private static final String SLEEPER =
      """
      import asyncio
      class N(weft.Node):
          async def process(self, item):
              await asyncio.sleep(3600 * item)
              return asyncio.get_running_loop().time()
      """;

  private static RunResult inVirtualTime(
      AsyncRuntime.Backend backend, Pipeline pipeline, RunOptions options, Object... items) {
    try (AsyncRuntime runtime =
        AsyncRuntime.builder().backend(backend).clock(VirtualClock.automatic()).build()) {
      return runtime.blockOn(
          () -> pipeline.start(runtime, Input.of(List.of(items)), options).await());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AsyncRuntime.Backend.class,
      names = {"VIRTUAL_THREADS", "EVENT_LOOP_BATON"})
  void sleepsFollowTheVirtualClock(AsyncRuntime.Backend backend) {
    RunResult result =
        inVirtualTime(
            backend,
            pipeline(ENGINE, node("n", "N", Map.of(), SLEEPER)),
            RunOptions.DEFAULT,
            1L,
            2L,
            0L);
    assertThat(result.errors()).isEmpty();
    assertThat(result.outputs()).containsExactly(3600.0, 10800.0, 10800.0);
  }

  /** The guest counts in floating point: sums of times lie between two nanoseconds. */
  @ParameterizedTest
  @EnumSource(AsyncRuntime.Backend.class)
  @Timeout(20)
  void sleepsWhoseSumsAreNotExactEnd(AsyncRuntime.Backend backend) {
    String source =
        """
        import asyncio
        class N(weft.Node):
            def initialize(self):
                self.calls = 0
            async def call(self):
                self.calls += 1
                await asyncio.sleep(0.01)
                if self.calls % 3:
                    raise ValueError(self.calls)
                return self.calls
            async def process(self, item):
                try:
                    return await self.call()
                except ValueError:
                    await asyncio.sleep(0.1)
                    return await self.call()
        """;
    RunResult result =
        inVirtualTime(
            backend,
            pipeline(
                ENGINE,
                node("n", "N", Map.of(), source)
                    .withExecution(
                        ExecutionPolicy.DEFAULT.withOnError(ExecutionPolicy.OnError.SKIP))),
            RunOptions.DEFAULT,
            LongStream.range(0, 100).boxed().toArray());
    assertThat(result.outputs()).hasSize(50);
  }

  @Test
  void withConcurrencySleepsOverlap() {
    RunResult result =
        inVirtualTime(
            AsyncRuntime.Backend.VIRTUAL_THREADS,
            pipeline(
                ENGINE,
                node("n", "N", Map.of(), SLEEPER)
                    .withExecution(ExecutionPolicy.DEFAULT.withConcurrency(10))),
            RunOptions.DEFAULT,
            3L,
            2L,
            1L);
    assertThat(result.outputs()).containsExactly(10800.0, 7200.0, 3600.0);
  }

  @Test
  void theUsualToolsWork() {
    assertThat(
            outputs(
                """
                import asyncio, contextvars
                var = contextvars.ContextVar("var", default=0)
                class N(weft.Node):
                    async def process(self, item):
                        done = []
                        queue = asyncio.Queue(maxsize=1)
                        async def produce():
                            for i in range(3):
                                await queue.put(i)
                        async def consume():
                            for i in range(3):
                                done.append(await queue.get())
                        async with asyncio.TaskGroup() as group:
                            group.create_task(produce())
                            group.create_task(consume())
                        try:
                            await asyncio.wait_for(asyncio.sleep(10), 0.001)
                        except TimeoutError:
                            done.append("timeout")
                        try:
                            async with asyncio.timeout(0.001):
                                await asyncio.Event().wait()
                        except TimeoutError:
                            done.append("again")
                        async def agen():
                            for i in range(2):
                                yield i
                                await asyncio.sleep(0)
                        done.append([x async for x in agen()])
                        lock = asyncio.Lock()
                        async with lock:
                            done.append(lock.locked())
                        async def fail():
                            raise ValueError("no")
                        done.append([type(e).__name__ for e in
                            await asyncio.gather(fail(), fail(), return_exceptions=True)])
                        done.append(await asyncio.to_thread(lambda x: x + 1, 41))
                        first, rest = await asyncio.wait(
                            [asyncio.create_task(asyncio.sleep(t, t)) for t in (0.5, 0.001)],
                            return_when=asyncio.FIRST_COMPLETED)
                        done.append([t.result() for t in first])
                        for t in rest: t.cancel()
                        var.set(5)
                        done.append(await asyncio.create_task(self.look()))
                        return done
                    async def look(self):
                        return var.get()
                """,
                1L))
        .containsExactly(
            List.of(
                0L,
                1L,
                2L,
                "timeout",
                "again",
                List.of(0L, 1L),
                true,
                List.of("ValueError", "ValueError"),
                42L,
                List.of(0.001),
                5L));
  }

  @Test
  void aStreamMayTellTheTimeBetweenItems() {
    Pipeline pipeline =
        pipeline(
            ENGINE,
            node(
                "s",
                "S",
                Map.of(),
                """
                import asyncio
                class S(weft.Node):
                    async def produce(self):
                        for i in range(6):
                            await asyncio.sleep(1 if i != 3 else 10)
                            yield i
                """),
            node(
                "n",
                "N",
                Map.of(),
                """
                import asyncio
                class N(weft.Node):
                    async def process(self, stream):
                        waiting = asyncio.ensure_future(anext(stream, None))
                        while True:
                            done, _ = await asyncio.wait([waiting], timeout=4)
                            if not done:
                                yield "silence"
                                continue
                            if waiting.result() is None:
                                return
                            yield waiting.result()
                            waiting = asyncio.ensure_future(anext(stream, None))
                """));
    try (AsyncRuntime runtime = AsyncRuntime.builder().clock(VirtualClock.automatic()).build()) {
      RunResult result =
          runtime.blockOn(() -> pipeline.start(runtime, Input.none(), RunOptions.DEFAULT).await());
      assertThat(result.errors()).isEmpty();
      assertThat(result.outputs()).containsExactly(0L, 1L, 2L, "silence", "silence", 3L, 4L, 5L);
    }
  }

  @Test
  void endlessStreamIsHeldBackByItsReader() {
    List<Object> taken = new ArrayList<>();
    Pipeline pipeline =
        pipeline(
            ENGINE,
            node(
                "s",
                "S",
                Map.of(),
                """
                class S(weft.Node):
                    def produce(self):
                        i = 0
                        while True:
                            self.state["made"] = i
                            yield i
                            i += 1
                """));
    RunOptions options =
        RunOptions.DEFAULT.onOutput(output -> {
          taken.add(output.item());
          Async.sleep(Duration.ofMillis(1));
          if (taken.size() == 50) {
            throw new IllegalStateException("enough");
          }
        });
    RunResult result = run(pipeline, options, Input.none());
    assertThat(taken).hasSize(50);
    assertThat(result.errors().getFirst().message()).contains("enough");
  }

  @Test
  void cancellationReachesTheAwaitAndFinallyRuns() throws Exception {
    List<String> seen = Collections.synchronizedList(new ArrayList<>());
    Pipeline pipeline =
        pipeline(
            ENGINE,
            node(
                "n",
                "N",
                Map.of(),
                """
                import asyncio
                class N(weft.Node):
                    async def process(self, stream):
                        try:
                            async for item in stream:
                                if item == "what was seen":
                                    yield self.state["seen"]
                                    return
                                yield item
                                await asyncio.sleep(1000)
                        except asyncio.CancelledError as e:
                            self.state["seen"] = [type(e).__name__]
                            raise
                        finally:
                            await asyncio.sleep(0.01)
                            self.state["seen"] = self.state.get("seen", []) + ["finally"]
                    async def cleanup(self):
                        self.state["seen"] = self.state["seen"] + ["cleanup"]
                """));
    try (AsyncRuntime runtime = AsyncRuntime.virtualThreads()) {
      PipelineRun run =
          pipeline.start(
              runtime,
              Input.of(List.of(1L, 2L)),
              RunOptions.DEFAULT.onOutput(output -> seen.add("out " + output.item())));
      org.awaitility.Awaitility.await().until(() -> seen.contains("out 1"));
      run.cancel("test");
      assertThat(run.await().status()).isEqualTo(RunResult.Status.CANCELLED);
      assertThat(run.await().errors())
          .singleElement()
          .asString()
          .doesNotContain("did not end within");
    }
    RunResult after = run(pipeline, RunOptions.DEFAULT, "what was seen");
    assertThat(after.outputs()).containsExactly(List.of("CancelledError", "finally", "cleanup"));
  }

  @Test
  void waitingForNothingIsAnError() {
    RunResult result =
        run(
            """
            import asyncio
            class N(weft.Node):
                async def process(self, item):
                    await asyncio.Event().wait()
            """,
            ExecutionPolicy.DEFAULT,
            1L);
    assertThat(result.errors().getFirst().message())
        .isEqualTo(
            "node 'n' failed at item 0: process() of node 'n' waits for something that will never come: no timer is set, and nothing else runs in it; look at what it awaits");
  }
}
