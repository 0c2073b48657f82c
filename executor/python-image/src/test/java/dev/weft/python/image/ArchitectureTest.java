package dev.weft.python.image;

import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the code of the module must not do; the classes that the build makes are none of ours. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter().importClasses(SplitPython.class, FlatMemory.class);

  @Test
  void standardStreamsAreLeftAlone() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
  }

  @Test
  void packageIsNullMarked() {
    assertThat(SplitPython.class.getPackage().isAnnotationPresent(NullMarked.class)).isTrue();
  }
}
