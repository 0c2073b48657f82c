package dev.weft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ReportTest {
  private static final List<Measurement> MEASURED =
      List.of(
          new Measurement("Channel", "buffered", "Jox", 200, 20, "ns/op", List.of(190.0, 210.0)),
          new Measurement("Channel", "buffered", "Weft, event loop", 50, 5, "ns/op", List.of(50.0)),
          new Measurement("Memory", "parkedTask", "virtual threads", 12_345, 0, "B/op", List.of()));

  @Test
  void ratiosAreToTheFastestOfTheCaseWhichComesFirst() {
    assertThat(Report.markdown(Map.of("run", "quick"), MEASURED))
        .contains("- run: quick")
        .contains("| Channel.buffered | Weft, event loop | 1.00 | 50.0 ns/op | 5.00 |")
        .contains("|  | Jox | 4.00 | 200 ns/op | 20.0 |")
        .contains("| Memory.parkedTask | virtual threads | 1.00 | 12,345 B/op |  |");
  }

  @Test
  void chartsAreWellFormed() throws Exception {
    for (List<Measurement> bars : Report.byCase(MEASURED).values()) {
      String svg = BarChart.svg("a case", bars);
      var document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(svg)));
      assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(bars.size() + 1);
      assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }
  }

  @Test
  void methodsAreNamedAfterTheirCaseAndPeer() {
    assertThat(Contenders.Method.of("yieldOneThread"))
        .isEqualTo(new Contenders.Method("yield", "OneThread"));
    assertThat(Contenders.Method.of("yield")).isEqualTo(new Contenders.Method("yield", ""));
    assertThat(Contenders.Method.of("selectKotlin"))
        .isEqualTo(new Contenders.Method("select", "Kotlin"));
  }
}
