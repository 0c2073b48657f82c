package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class LibraryTest {
  @Test
  void everyDeclarationCanBeRead() {
    assertThatCode(() -> Library.get().readAll()).doesNotThrowAnyException();
  }
}
