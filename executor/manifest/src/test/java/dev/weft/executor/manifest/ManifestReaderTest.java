package dev.weft.executor.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.weft.executor.ConnectionSpec;
import dev.weft.executor.ExecutionPolicy;
import dev.weft.executor.Limits;
import dev.weft.executor.NodeSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {
  private static final String CALCULATOR =
      """
      {
        "version": "v1",
        "metadata": {"name": "calculator", "description": "d", "created_at": "2026-11-01"},
        "nodes": [
          {"id": "multiply", "node_type": "MultiplyNode", "params": {"factor": 2}},
          {"id": "add", "node_type": "AddNode", "params": {"addend": 10}}
        ],
        "connections": [{"from": "multiply", "to": "add"}]
      }
      """;

  private final ManifestReader reader = ManifestReader.of(TestNodes.REGISTRY);

  private List<String> problems(String text) {
    return problems(reader, text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(ManifestReader reader, byte[] bytes) {
    ManifestException thrown =
        catchThrowableOfType(ManifestException.class, () -> reader.read(bytes));
    assertThat(thrown).isNotNull();
    return thrown.problems().stream().map(ManifestProblem::toString).toList();
  }

  @Test
  void aManifestBecomesAPipeline() {
    Manifest manifest = reader.read(CALCULATOR);
    assertThat(manifest.input()).isEmpty();
    assertThat(manifest.spec().name()).isEqualTo("calculator");
    assertThat(manifest.spec().description()).contains("d");
    assertThat(manifest.spec().createdAt()).contains("2026-11-01");
    assertThat(manifest.spec().nodes())
        .containsExactly(
            NodeSpec.of("multiply", "MultiplyNode", Map.of("factor", 2L)),
            NodeSpec.of("add", "AddNode", Map.of("addend", 10L)));
    assertThat(manifest.spec().connections())
        .containsExactly(new ConnectionSpec("multiply", "add"));
  }

  @Test
  void inputDataMayStandBesideTheManifest() {
    Manifest manifest =
        reader.read("{\"manifest\": " + CALCULATOR + ", \"input_data\": [5, null, {\"a\": 1}]}");
    assertThat(manifest.input().orElseThrow()).hasSize(3).startsWith(5L);
    assertThat(reader.read("{\"manifest\": " + CALCULATOR + ", \"input_data\": []}").input())
        .contains(List.of());
    assertThat(reader.read("{\"manifest\": " + CALCULATOR + "}").input()).isEmpty();
  }

  @Test
  void executionSaysHowANodeIsRun() {
    Manifest manifest =
        reader.read(
            """
            {"version": "v1", "metadata": {"name": "x"},
             "nodes": [{"id": "a", "node_type": "PassThrough", "is_streaming": true,
               "runtime_hint": "cpython", "capabilities": {"memory_mb": 5},
               "execution": {"timeout": "1.5s", "on_error": "dead_letter", "concurrency": 4,
                 "capacity": 8, "fan_in": "arrival",
                 "retry": {"attempts": 5, "backoff": "50ms", "factor": 3, "max_backoff": "1m"}}}]}
            """);
    NodeSpec node = manifest.spec().nodes().getFirst();
    assertThat(node.streaming()).isTrue();
    assertThat(node.runtimeHint()).contains("cpython");
    assertThat(node.capabilities()).isEqualTo(Map.of("memory_mb", 5L));
    assertThat(node.execution())
        .isEqualTo(
            new ExecutionPolicy(
                Optional.of(Duration.ofMillis(1500)),
                Optional.of(
                    new ExecutionPolicy.Retry(
                        5, Duration.ofMillis(50), 3.0, Duration.ofMinutes(1))),
                ExecutionPolicy.OnError.DEAD_LETTER,
                4,
                8,
                ExecutionPolicy.FanIn.ARRIVAL));
  }

  @Test
  void paramsKeepTheirExactValues() {
    Manifest manifest =
        reader.read(
            CALCULATOR.replace("\"factor\": 2", "\"factor\": 123456789012345678901234567890"));
    assertThat(manifest.spec().nodes().getFirst().params().get("factor"))
        .isEqualTo(new BigInteger("123456789012345678901234567890"));
  }

  @Test
  void sevenMistakesAreNamedAtOnceEachWithItsPlace() {
    List<String> problems =
        problems(
            """
            {
              "version": "v2",
              "metadata": {"name": "six", "author": "me"},
              "nodes": [
                {"id": "multiply", "node_type": "MultiplyNode", "params": {"multiplier": 2}},
                {"id": "multiply", "node_type": "AdNode"},
                {"id": "add", "node_type": "AddNode", "params": {"addend": "ten"}}
              ],
              "connections": [
                {"from": "multiply", "to": "ad"}
              ]
            }
            """);
    assertThat(problems).hasSize(7);
    assertThat(problems.get(0)).startsWith("2:14: version: ").contains("\"v2\"", "\"v1\"");
    assertThat(problems.get(1)).startsWith("3:31: metadata.author: ").contains("name, description");
    assertThat(problems.get(2))
        .startsWith("5:78: nodes[0].params.multiplier: ")
        .contains("did you mean 'factor'?");
    assertThat(problems.get(3)).startsWith("6:12: nodes[1].id: ").contains("\"multiply\"");
    assertThat(problems.get(4))
        .startsWith("6:37: nodes[1].node_type: ")
        .contains("did you mean 'AddNode'");
    assertThat(problems.get(5)).startsWith("7:64: nodes[2].params.addend: ").contains("\"ten\"");
    assertThat(problems.get(6))
        .startsWith("10:32: connections[0].to: ")
        .contains("did you mean 'add'?");
  }

  @Test
  void pathsStartAtTheDocumentAndPlacesAreThoseOfTheWrappedManifest() {
    assertThat(problems("{\"manifest\": {\"version\": \"v1\", \"metadata\": {\"name\": \"x\"}}}"))
        .singleElement()
        .asString()
        .startsWith("1:14: manifest.nodes: ");
  }

  @Test
  void aManifestWithoutNodesIsRefused() {
    assertThat(problems("{\"version\":\"v1\",\"metadata\":{\"name\":\"x\"},\"nodes\":[]}"))
        .singleElement()
        .asString()
        .contains("manifest must contain at least one node");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                         | 1:1: the document is empty
          `  `                       | 1:1: the document is empty
          {                          | 1:2: this is not JSON: unexpected end-of-input
          {"version": "v1",}         | 1:18: this is not JSON: unexpected character ('}')
          {"version": NaN}           | 1:13: this is not JSON: non-standard token 'NaN'
          {'version': 1}             | 1:2: this is not JSON: unexpected character
          [1]                        | 1:1: the manifest must be an object, not an array
          "x"                        | 1:1: the manifest must be an object, not a string
          nul                        | 1:1: this is not JSON: unrecognized token 'nul'
          """)
  void brokenSyntaxIsOneProblem(String text, String start) {
    assertThat(problems(text)).singleElement().asString().startsWith(start);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `"params": {"x": 1, "x": 2}` | nodes[0].params.x: the key "x" stands twice
          `"params": {"x": 1e999999999}` | nodes[0].params.x: the number is too large, got 1e999999999
          `"params": {"x": "\\ud800"}` | nodes[0].params.x: the string has half of a surrogate pair
          `"params": []` | nodes[0].params: this must be an object, not an array, got []
          `"is_streaming": "yes"` | nodes[0].is_streaming: this must be true or false, not a string
          `"execution": {"timeout": 5}` | nodes[0].execution.timeout: this must be a duration
          `"execution": {"timeout": "5"}` | nodes[0].execution.timeout: this is no duration, got "5"
          `"execution": {"timeout": "9999999999h"}` | nodes[0].execution.timeout: this is no duration
          `"execution": {"on_error": "Skipp"}` | did you mean 'skip'?
          `"execution": {"concurrency": 99999999999}` | concurrency: the number is out of range
          `"execution": {"concurrency": 1.5}` | concurrency: this must be an integer
          `"execution": {"concurrency": 0}` | nodes[0].execution.concurrency: out of range
          `"execution": {"retry": {"atempts": 3}}` | did you mean 'attempts'?
          `"execution": {"retry": {"attempts": 0}}` | execution.retry.attempts
          `"execution": {"retry": {"factor": "2"}}` | factor: this must be a number, not a string
          `"node_typ": "x"` | did you mean 'node_type'?
          """)
  void aWrongFieldIsNamed(String field, String expected) {
    assertThat(
            problems(
                "{\"version\":\"v1\",\"metadata\":{\"name\":\"x\"},\"nodes\":"
                    + "[{\"id\":\"a\",\"node_type\":\"AnyParam\","
                    + field
                    + "}]}"))
        .singleElement()
        .asString()
        .contains(expected);
  }

  @Test
  void missingFieldsAreNamedAtTheObjectThatLacksThem() {
    assertThat(
            problems(
                "{\n \"nodes\": [\n  {}, {\"id\": \"a\", \"node_type\": \"PassThrough\"}],"
                    + "\"connections\": [{}]}"))
        .extracting(problem -> problem.substring(0, problem.indexOf(": ", 5)))
        .containsExactly(
            "1:1: version",
            "1:1: metadata",
            "3:3: nodes[0].id",
            "3:3: nodes[0].node_type",
            "3:64: connections[0].from",
            "3:64: connections[0].to");
  }

  @Test
  void textThatIsNotUtf8IsRefusedWithItsPlace() {
    assertThat(problems(reader, new byte[] {'{', '\n', ' ', (byte) 0xFF, '}'}))
        .containsExactly("2:2: the document is not UTF-8, got byte 0xFF; save the file as UTF-8");
    assertThat(problems(reader, "{}".getBytes(StandardCharsets.UTF_16)))
        .singleElement()
        .asString()
        .startsWith("1:1: the document is in UTF-16");
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(reader.read(("\ufeff" + CALCULATOR).getBytes(StandardCharsets.UTF_8)).spec().name())
        .isEqualTo("calculator");
  }

  @Test
  void limitsHold() {
    assertThat(problems("[".repeat(100_000)))
        .singleElement()
        .asString()
        .contains("beyond a limit: document nesting depth (41) exceeds the maximum allowed (40)");
    ManifestReader small = reader.withLimits(new Limits(1, 10, 3, 128, 1_000));
    assertThat(problems(small, CALCULATOR.getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .asString()
        .startsWith("4:12: nodes: ");
  }

  @Test
  void aDocumentIsNotReadBeyondItsLimit() throws IOException {
    ManifestReader small = reader.withLimits(new Limits(1, 10, 3, 128, 100));
    var source = new ByteArrayInputStream(new byte[10_000]);
    ManifestException thrown =
        catchThrowableOfType(ManifestException.class, () -> small.read(source));
    assertThat(thrown).hasMessageContaining("larger than the limit of 100 bytes");
    assertThat(source.available()).isEqualTo(9_899);
  }

  @Test
  void veryManyProblemsAreCutShort() {
    String nodes = "1,".repeat(5_000) + "1";
    List<String> problems =
        problems("{\"version\":\"v1\",\"metadata\":{\"name\":\"x\"},\"nodes\":[" + nodes + "]}");
    assertThat(problems).hasSize(1_001);
    assertThat(problems.getLast()).contains("more problems are not listed");
  }
}
