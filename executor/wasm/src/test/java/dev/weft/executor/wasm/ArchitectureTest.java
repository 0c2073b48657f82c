package dev.weft.executor.wasm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the code of the module must not do. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.weft.executor.wasm");

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
        .callConstructor(RuntimeException.class)
        .orShould()
        .callConstructor(Exception.class, String.class)
        .check(CLASSES);
  }

  @Test
  void internalsOfTheRuntimeBelowAreNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..chicory..internal..")
        .check(CLASSES);
  }

  @Test
  void packageIsNullMarked() {
    assertThat(Sandbox.class.getPackage().isAnnotationPresent(NullMarked.class)).isTrue();
  }
}
