package dev.weft.executor.nodes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.NodeType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the code of the module must not do. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.weft.executor.nodes");

  @Test
  void standardStreamsAreLeftAlone() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void bareExceptionsAreNotThrown() {
    noClasses()
        .should()
        .callConstructor(RuntimeException.class, String.class)
        .orShould()
        .callConstructor(Exception.class, String.class)
        .check(CLASSES);
  }

  @Test
  void packageIsNullMarked() {
    assertThat(AddNode.class.getPackage().isAnnotationPresent(NullMarked.class)).isTrue();
  }

  @Test
  void classPathAndModulePathNameTheSameTypes() throws IOException {
    assertThat(
            Files.readAllLines(
                Path.of("src/main/resources/META-INF/services/dev.weft.executor.NodeType")))
        .containsExactlyElementsOf(
            NodeRegistry.load().types().stream()
                .map(NodeType::getClass)
                .map(Class::getName)
                .toList());
  }
}
