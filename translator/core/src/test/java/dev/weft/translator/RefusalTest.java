package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {
  @Test
  void everyRefusalIsReportedWithLineCaretReasonAndWayOut() {
    String source =
        """
        import numpy
        x = eval("1")
        class A(metaclass=Meta):
            pass
        """;

    List<Diagnostic> diagnostics = Translator.translate("bad.py", source, "").diagnostics();

    assertThat(diagnostics.stream().map(d -> d.at().line())).contains(1, 2, 3);
    assertThat(diagnostics.get(0).text())
        .isEqualTo(
            """
            bad.py:1:1: module 'numpy' is not known to the translator
                import numpy
                ^^^^^^^^^^^^
              replace it by something that is supported, or write that part in Java\
            """);
  }

  @Test
  void aRefusedModuleHasNoJava() {
    Translation translation = Translator.translate("bad.py", "exec('1')\n", "");

    assertThat(translation.isComplete()).isFalse();
    assertThat(translation.java()).isEmpty();
  }
}
