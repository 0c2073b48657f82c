package dev.weft.examples.readings;

import dev.weft.executor.Node;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import dev.weft.executor.Pipeline;
import dev.weft.executor.RunOptions;
import dev.weft.executor.manifest.ManifestReader;
import dev.weft.executor.micrometer.MicrometerObserver;
import dev.weft.executor.reactor.FluxNode;
import dev.weft.executor.reactor.ReactivePipeline;
import dev.weft.runtime.AsyncRuntime;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Streams the readings of a sensor, worked up by a pipeline, as server-sent events. */
public final class ReadingsService implements AutoCloseable {
  private final AsyncRuntime runtime = AsyncRuntime.virtualThreads();
  private final Flux<Double> sensor;
  private final ReactivePipeline pipeline;
  private final DisposableServer server;

  private ReadingsService(int port, Flux<Double> sensor, Path logs, MeterRegistry meters) {
    this.sensor = sensor;
    NodeType average =
        FluxNode.type(
            "MovingAverage",
            "The mean of three readings in a row.",
            Double.class,
            readings ->
                readings
                    .buffer(3, 1)
                    .filter(three -> three.size() == 3)
                    .map(three -> three.stream().mapToDouble(it -> it).average().orElseThrow()));
    NodeType celsius =
        NodeType.function(
            "Celsius",
            "A reading as text.",
            (Node.Function) reading -> String.format(Locale.ROOT, "%.1f °C", (Double) reading));
    NodeRegistry nodes = NodeRegistry.load().with(average, new ReadingLog(logs), celsius);
    this.pipeline =
        ReactivePipeline.of(
                Pipeline.of(ManifestReader.of(nodes).read(manifest()).spec(), nodes), runtime)
            .options(RunOptions.DEFAULT.outputsAhead(8).observer(MicrometerObserver.of(meters)))
            .prefetch(8);
    this.server =
        HttpServer.create()
            .port(port)
            .route(routes -> routes.get("/readings", this::readings))
            .bindNow();
  }

  /**
   * Starts the service.
   *
   * @param port where it listens; 0 for any that is free
   * @param sensor subscribed to for each client; must keep to the demand
   * @param logs the directory in which each run has its log while it goes on
   * @param meters where the pipeline's metrics go
   */
  public static ReadingsService start(
      int port, Flux<Double> sensor, Path logs, MeterRegistry meters) {
    return new ReadingsService(port, sensor, logs, meters);
  }

  private static String manifest() {
    try (InputStream in = ReadingsService.class.getResourceAsStream("/readings.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the manifest cannot be read", e);
    }
  }

  private Publisher<Void> readings(HttpServerRequest request, HttpServerResponse response) {
    // A client that goes away cancels the subscription, and with it the run; one that is slow holds
    // back the pipeline, and by that the sensor.
    Flux<ByteBuf> events = sensor.transform(pipeline::process).map(ReadingsService::event);
    return response.sse().send(events, event -> true);
  }

  private static ByteBuf event(Object result) {
    return Unpooled.copiedBuffer("data: " + result + "\n\n", StandardCharsets.UTF_8);
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  /** How many tasks are alive, of all runs. */
  public long liveTasks() {
    return runtime.stats().live();
  }

  /** Stops listening, cancels the runs, and waits for their cleanup. */
  @Override
  public void close() {
    server.disposeNow();
    runtime.close();
  }

  /** Listens on port 8080, to a sensor that has a reading twice a second. */
  public static void main(String[] arguments) {
    // A sensor does not wait: for a slow client readings are left out.
    Flux<Double> sensor =
        Flux.interval(Duration.ofMillis(500))
            .map(i -> 20 + 5 * Math.sin(i / 10.0))
            .onBackpressureLatest();
    try (ReadingsService service =
        start(
            8080,
            sensor,
            Path.of(System.getProperty("java.io.tmpdir")),
            new SimpleMeterRegistry())) {
      service.server.onDispose().block();
    }
  }
}
