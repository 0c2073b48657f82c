package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.python.SignatureFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The signature files say what Java does with each argument, so that none is dropped. */
class SignaturesTest {
  private static final Pattern DEFINITION =
      Pattern.compile("\\s*(?:async )?def ([\\w.]+)\\((.*)\\) -> .*? = (.*)");

  /** Arguments without an effect that a program could see. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          // The loop is the one that runs; everything is flushed at once; types are not checked.
          "loop",
          "flush",
          "type",
          "tb",
          "group",
          "pool",
          // The default of CPython, which Java's file systems decide.
          "mode",
          // Tells where a warning comes from, on the standard error.
          "stacklevel",
          // Of the text of help, which is not made; see ArgParser.
          "usage",
          "description",
          "epilog",
          "formatter_class",
          // Ask for a zone's own fixed offset.
          "d",
          // Java's stack is what it is.
          "n",
          // None, or False where nothing else is taken.
          "f",
          "last",
          "exc_info",
          // The class of an exception, which the exception knows.
          "kind",
          // How many items go to a process at once; processes are threads.
          "chunksize",
          // Of a record of logging, whose place no format can ask for.
          "pathname",
          "lineno");

  @ParameterizedTest
  @MethodSource("dev.weft.python.SignatureFiles#names")
  void everyArgumentReachesTheJava(String file) throws IOException {
    List<String> dropped = new ArrayList<>();
    try (BufferedReader reader = SignatureFiles.open(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        dropped.addAll(droppedBy(line));
      }
    }

    assertThat(dropped).isEmpty();
  }

  @Test
  void aDroppedArgumentIsSeen() {
    assertThat(droppedBy("def round(x: float, digits: int = 0) -> float = Math.round({x})"))
        .containsExactly("round(digits)");
  }

  private static List<String> droppedBy(String line) {
    Matcher m = DEFINITION.matcher(line);
    List<String> dropped = new ArrayList<>();
    if (!m.matches()) {
      return dropped;
    }
    boolean later = m.group(2).contains("call[");
    for (String part : Library.split(m.group(2))) {
      String name = part.split(":", 2)[0].strip().replace("*", "");
      boolean used = name.isEmpty() || m.group(3).contains("{" + name + "}");
      boolean partOfCall = later && (name.equals("args") || name.equals("kwargs"));
      if (!used && !partOfCall && !WITHOUT_EFFECT.contains(name)) {
        dropped.add(m.group(1) + "(" + name + ")");
      }
    }
    return dropped;
  }
}
