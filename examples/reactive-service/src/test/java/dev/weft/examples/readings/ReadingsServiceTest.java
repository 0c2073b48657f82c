package dev.weft.examples.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** A client that connects, reads, and goes away. */
class ReadingsServiceTest {
  @TempDir private Path logs;

  private final AtomicInteger cancelledSensors = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private final MeterRegistry meters = new SimpleMeterRegistry();

  private Flux<Double> sensor(Duration distance) {
    return Flux.interval(distance)
        .map(i -> (double) i)
        .onBackpressureLatest()
        .doOnCancel(cancelledSensors::incrementAndGet);
  }

  @AfterEach
  void disconnect() {
    client.shutdownNow();
  }

  private BufferedReader connect(ReadingsService service) throws Exception {
    HttpResponse<InputStream> response =
        client.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + "/readings"))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).hasValue("text/event-stream");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static List<String> events(BufferedReader reader, int count) throws IOException {
    List<String> events = new ArrayList<>();
    while (events.size() < count) {
      String line = reader.readLine();
      if (!line.isEmpty()) {
        events.add(line);
      }
    }
    return events;
  }

  private long openLogs() throws IOException {
    try (Stream<Path> files = Files.list(logs)) {
      return files.count();
    }
  }

  @Test
  void aClientThatGoesAwayCancelsItsRunAndOnlyThat() throws Exception {
    try (ReadingsService service =
        ReadingsService.start(0, sensor(Duration.ofMillis(5)), logs, meters)) {
      BufferedReader first = connect(service);
      BufferedReader second = connect(service);
      assertThat(events(first, 3)).allMatch(line -> line.matches("data: \\d+\\.\\d °C"));
      assertThat(events(second, 1)).hasSize(1);
      assertThat(openLogs()).isEqualTo(2);

      first.close();
      await().until(() -> openLogs() == 1);
      await().until(() -> cancelledSensors.get() == 1);
      assertThat(events(second, 3)).hasSize(3);

      second.close();
      await().until(() -> openLogs() == 0);
      await().until(() -> service.liveTasks() == 0);
      assertThat(cancelledSensors).hasValue(2);
      assertThat(meters.get("weft.pipeline.run").tags("status", "cancelled").timer().count())
          .isEqualTo(2);
    }
  }

  @Test
  void aClientThatReadsToTheEndGetsAll() throws Exception {
    try (ReadingsService service =
            ReadingsService.start(0, Flux.range(0, 2_000).map(i -> (double) i), logs, meters);
        BufferedReader reader = connect(service)) {
      assertThat(reader.lines().filter(line -> !line.isEmpty())).hasSize(1_998);
      await().until(() -> service.liveTasks() == 0);
      assertThat(openLogs()).isZero();
    }
  }

  @Test
  void closingTheServiceCleansUpTheRunsUnderWay() throws Exception {
    ReadingsService service = ReadingsService.start(0, sensor(Duration.ofMillis(5)), logs, meters);
    try (BufferedReader reader = connect(service)) {
      events(reader, 2);
      assertThat(openLogs()).isEqualTo(1);
      service.close();
      assertThat(openLogs()).isZero();
    }
  }
}
