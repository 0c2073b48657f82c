package dev.weft.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslatorRunTest {
  @Test
  void linesThatBelongTogetherAreOneMessage() {
    String said =
        """
        a.py:1:1: no
            import x
            ^
          leave it out
        b.py:2:3: neither
            y
          change it
          File "c.py", line 1
            z z
              ^
        SyntaxError: invalid syntax
        weft: can't open file 'd.py'
        """;

    assertThat(TranslatorRun.blocks(said.lines().toList()))
        .extracting(block -> block.lines().findFirst().orElseThrow().strip())
        .containsExactly(
            "a.py:1:1: no",
            "b.py:2:3: neither",
            "File \"c.py\", line 1",
            "weft: can't open file 'd.py'");
  }

  @Test
  void aJdkIsKnownByItsReleaseFile(@TempDir Path home) throws IOException {
    assertThat(JdkFinder.version(home)).isZero();
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("bin/java"), "");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
    assertThat(JdkFinder.version(home)).isEqualTo(25);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    assertThat(JdkFinder.version(home)).isEqualTo(8);
  }
}
