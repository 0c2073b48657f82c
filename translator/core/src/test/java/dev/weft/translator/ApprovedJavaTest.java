package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twenty programs of the corpus, with the Java that was read and approved. After a change of the
 * translator, {@code -Dweft.approve=true} writes the files anew; read the difference before it is
 * committed. That the Java prints the right things is the corpus's matter.
 */
class ApprovedJavaTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final Path APPROVED = Path.of("src/test/approved");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "async_cancel",
        "async_errors",
        "async_generators",
        "async_order",
        "async_queue",
        "async_tasks",
        "async_wait",
        "asyncio_token_bucket",
        "basics_control",
        "basics_dicts",
        "basics_exceptions",
        "basics_lists",
        "basics_strings",
        "class_basic",
        "class_dataclass",
        "generators",
        "inheritance_abstract",
        "match_statement",
        "prog_crawler",
        "prog_lru"
      })
  void theJavaIsTheApprovedOne(String program) throws IOException {
    Path source = CORPUS.resolve(program + ".py");
    Translation translation =
        Translator.translate(program + ".py", Files.readString(source), "approved");
    assertThat(translation.diagnostics()).isEmpty();

    String java = Translator.format(translation.java());

    Path approved = APPROVED.resolve(translation.className() + ".java");
    if (Boolean.getBoolean("weft.approve")) {
      Files.createDirectories(APPROVED);
      Files.writeString(approved, java);
    }
    assertThat(java).isEqualTo(Files.readString(approved));
  }
}
