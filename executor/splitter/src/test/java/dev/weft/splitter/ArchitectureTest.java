package dev.weft.splitter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
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
          .importPackages("dev.weft.splitter");

  @Test
  void onlyTheCommandWritesToStandardStreams() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
        CLASSES.that(
            DescribedPredicate.describe(
                "are no command", it -> !it.isEquivalentTo(Splitter.class))));
  }

  @Test
  void bareExceptionsAreNotThrown() {
    noClasses()
        .should()
        .callConstructor(RuntimeException.class, String.class)
        .orShould()
        .callConstructor(Exception.class, String.class)
        .because("a caller cannot tell them apart; UnsplittableMethodException is no bare one")
        .allowEmptyShould(true)
        .check(
            CLASSES.that(
                DescribedPredicate.describe(
                    "are no exception", it -> !it.isAssignableTo(Exception.class))));
  }

  @Test
  void packageIsNullMarked() {
    assertThat(ClassSplitter.class.getPackage().isAnnotationPresent(NullMarked.class)).isTrue();
  }
}
