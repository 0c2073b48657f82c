package dev.weft.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * One case as a picture: a bar for each contender on a logarithmic scale, with error bars. Written
 * by hand, since the libraries for it draw through AWT, which wants fonts that a server lacks.
 */
final class BarChart {
  private static final int WIDTH = 760;
  private static final int LABEL = 210;
  private static final int ROW = 24;
  private static final int TOP = 34;

  private BarChart() {}

  static String svg(String title, List<Measurement> bars) {
    double least = bars.stream().mapToDouble(Measurement::value).min().orElse(1);
    double most = bars.stream().mapToDouble(bar -> bar.value() + bar.error()).max().orElse(1);
    double low = Math.floor(Math.log10(least) - 0.2);
    double high = Math.ceil(Math.log10(most));
    Scale scale = new Scale(low, Math.max(high, low + 1));
    int height = TOP + bars.size() * ROW + 24;
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12">
        <rect width="100%%" height="100%%" fill="white"/>
        <text x="8" y="20" font-size="14">%s (%s, logarithmic; less is better)</text>
        """
            .formatted(WIDTH, height, title, bars.getFirst().unit()));
    for (double power = low; power <= scale.high; power++) {
      svg.append(
          """
          <line x1="%1$.1f" y1="%2$d" x2="%1$.1f" y2="%3$d" stroke="#ddd"/><text x="%1$.1f" y="%4$d" text-anchor="middle" fill="#777">%5$s</text>
          """
              .formatted(
                  scale.x(Math.pow(10, power)),
                  TOP,
                  height - 22,
                  height - 8,
                  number(Math.pow(10, power))));
    }
    int y = TOP;
    for (Measurement bar : bars) {
      svg.append(row(bar, scale, y));
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private record Scale(double low, double high) {
    double x(double value) {
      double place = (Math.log10(Math.max(value, Math.pow(10, low))) - low) / (high - low);
      return LABEL + place * (WIDTH - LABEL - 90);
    }
  }

  private static String row(Measurement bar, Scale scale, int y) {
    double end = scale.x(bar.value());
    String color = bar.contender().startsWith("Weft") ? "#2f6f9f" : "#b9b9b9";
    String errorBar =
        bar.error() == 0
            ? ""
            : """
            <line x1="%.1f" y1="%2$d" x2="%3$.1f" y2="%2$d" stroke="black"/>
            """
                .formatted(
                    scale.x(bar.value() - bar.error()),
                    y + ROW / 2,
                    scale.x(bar.value() + bar.error()));
    return """
    <text x="%d" y="%d" text-anchor="end">%s</text><rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>
    %s<text x="%.1f" y="%d">%s</text>
    """
        .formatted(
            LABEL - 8,
            y + 16,
            bar.contender(),
            LABEL,
            y + 4,
            end - LABEL,
            ROW - 8,
            color,
            errorBar,
            scale.x(bar.value() + bar.error()) + 6,
            y + 16,
            number(bar.value()));
  }

  /** With three digits that count, and the thousands apart. */
  static String number(double value) {
    if (value >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, value >= 10 ? "%.1f" : value >= 1 ? "%.2f" : "%.3f", value);
  }
}
