package dev.weft.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonFilesTest {
  @TempDir Path root;

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("a.py", "b.txt", "pkg/c.py", "pkg/deep/d.py", "attic/e.py")) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }

  private List<String> find(List<String> includes, List<String> excludes) throws IOException {
    return PythonFiles.find(root, includes, excludes).stream()
        .map(file -> root.relativize(file).toString())
        .toList();
  }

  @Test
  void twoStarsStandForNoDirectoryToo() throws IOException {
    assertThat(find(List.of("**/*.py"), List.of()))
        .containsExactly("a.py", "attic/e.py", "pkg/c.py", "pkg/deep/d.py");
  }

  @Test
  void excludesWin() throws IOException {
    assertThat(find(List.of("**/*.py"), List.of("attic/", "**/d.py")))
        .containsExactly("a.py", "pkg/c.py");
    assertThat(find(List.of("pkg/*.py"), List.of())).containsExactly("pkg/c.py");
  }

  @Test
  void javaWithoutASourceIsDeleted() throws IOException {
    Path kept = Files.writeString(root.resolve("Kept.java"), "");
    Path old = Files.writeString(root.resolve("pkg/Old.java"), "");

    PythonFiles.deleteOthers(root, List.of(kept));

    assertThat(kept).exists();
    assertThat(old).doesNotExist();
    assertThat(root.resolve("pkg/c.py")).exists();
  }
}
