package dev.weft.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStateTest {
  @TempDir Path folder;

  @Test
  void isUpToDateUntilAnInputOrAnOutputChanges() throws IOException {
    Path source = Files.writeString(folder.resolve("a.py"), "x = 1\n");
    Path java = Files.writeString(folder.resolve("A.java"), "class A {}\n");
    BuildState state = new BuildState(folder.resolve("state.properties"));
    String input = BuildState.digest(List.of("-d", "x"), List.of(source), "1");
    assertThat(state.isUpToDate(input)).isFalse();

    state.save(input, List.of(java));

    assertThat(state.isUpToDate(input)).isTrue();
    assertThat(BuildState.digest(List.of("-d", "x"), List.of(source), "1")).isEqualTo(input);
    assertThat(BuildState.digest(List.of("-d", "y"), List.of(source), "1")).isNotEqualTo(input);
    assertThat(BuildState.digest(List.of("-d", "x"), List.of(source), "2")).isNotEqualTo(input);
    Files.writeString(source, "x = 2\n");
    assertThat(BuildState.digest(List.of("-d", "x"), List.of(source), "1")).isNotEqualTo(input);
    Files.writeString(java, "class A { }\n");
    assertThat(state.isUpToDate(input)).isFalse();
    Files.delete(java);
    assertThat(state.isUpToDate(input)).isFalse();
  }
}
