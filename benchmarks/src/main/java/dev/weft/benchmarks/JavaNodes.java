package dev.weft.benchmarks;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.PipelineException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Twelve nodes of {@code examples/nodes} as one would write them in Java. They give the same
 * results, which is checked before anything is measured.
 */
final class JavaNodes {
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  private JavaNodes() {}

  /** A type that takes any params. */
  private record Written(String name, Form form, Function<NodeContext, Node> maker)
      implements NodeType {
    @Override
    public String summary() {
      return "Written by hand, to compare with.";
    }

    @Override
    public List<Param<?>> params() {
      return List.of();
    }

    @Override
    public boolean takesAnyParams() {
      return true;
    }

    @Override
    public Node create(NodeContext context) {
      return maker.apply(context);
    }
  }

  private static NodeType function(String name, Function<NodeContext, Node.Function> maker) {
    return new Written(name, NodeType.Form.FUNCTION, maker::apply);
  }

  private static NodeType expanding(String name, Function<NodeContext, Node.Expanding> maker) {
    return new Written(name, NodeType.Form.FUNCTION, maker::apply);
  }

  private static NodeType streaming(String name, Function<NodeContext, Node.Streaming> maker) {
    return new Written(name, NodeType.Form.STREAMING, maker::apply);
  }

  private static int size(NodeContext context) {
    return ((Number) context.params().given().getOrDefault("size", 2L)).intValue();
  }

  static NodeType wordFrequency() {
    Pattern word = Pattern.compile("[a-z']+");
    return function(
        "WordFrequency",
        context ->
            item -> {
              Map<String, Long> counts = new LinkedHashMap<>();
              long words = 0;
              Matcher matcher = word.matcher(((String) item).toLowerCase(Locale.ROOT));
              while (matcher.find()) {
                counts.merge(matcher.group(), 1L, Long::sum);
                words++;
              }
              List<List<Object>> top =
                  counts.entrySet().stream()
                      .sorted(
                          Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                              .thenComparing(Map.Entry.comparingByKey()))
                      .limit(3)
                      .map(it -> List.<Object>of(it.getKey(), it.getValue()))
                      .toList();
              Map<String, Object> result = new LinkedHashMap<>();
              result.put("words", words);
              result.put("top", top);
              return result;
            });
  }

  static NodeType tokenizer() {
    Pattern token =
        Pattern.compile(
            "(?<number>\\d+(?:\\.\\d+)?)|(?<name>[A-Za-z_]\\w*)|(?<string>\"(?:\\\\.|[^\"\\\\])*\")"
                + "|(?<operator>[-+*/=<>()])|(?<space>\\s+)");
    List<String> kinds = List.of("number", "name", "string", "operator");
    return expanding(
        "Tokenizer",
        context ->
            item -> {
              String line = (String) item;
              List<Object> tokens = new ArrayList<>();
              Matcher matcher = token.matcher(line);
              int at = 0;
              while (at < line.length()) {
                if (!matcher.region(at, line.length()).lookingAt()) {
                  throw new PipelineException("unexpected character in column " + (at + 1), null);
                }
                for (String kind : kinds) {
                  if (matcher.group(kind) != null) {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("kind", kind);
                    result.put("text", matcher.group());
                    result.put("column", at + 1L);
                    tokens.add(result);
                  }
                }
                at = matcher.end();
              }
              return tokens;
            });
  }

  static NodeType redact() {
    Pattern email = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");
    Pattern card = Pattern.compile("\\b(?:\\d{4}[ -]?){3}\\d{4}\\b");
    return function(
        "Redact",
        context ->
            item -> {
              long[] found = new long[1];
              String hidden =
                  email
                      .matcher((String) item)
                      .replaceAll(match -> {
                        found[0]++;
                        int at = match.group().indexOf('@');
                        return Matcher.quoteReplacement(
                            match.group().charAt(0)
                                + "*".repeat(at - 1)
                                + match.group().substring(at));
                      });
              String clean =
                  card.matcher(hidden)
                      .replaceAll(match -> {
                        found[0]++;
                        String digits = match.group().replaceAll("\\D", "");
                        return "*".repeat(12) + digits.substring(digits.length() - 4);
                      });
              Map<String, Object> result = new LinkedHashMap<>();
              result.put("text", clean);
              result.put("found", found[0]);
              return result;
            });
  }

  static NodeType movingStatistics() {
    return function(
        "MovingStatistics",
        context -> {
          double[] known = new double[3];
          long[] count = new long[1];
          return item -> {
            double number = ((Number) item).doubleValue();
            double deviation = deviation(known[1], count[0]);
            boolean outlier = count[0] > 2 && Math.abs(number - known[0]) > 3 * deviation;
            count[0]++;
            double delta = number - known[0];
            known[0] += delta / count[0];
            known[1] += delta * (number - known[0]);
            known[2] = count[0] == 1 ? number : known[2] + 0.25 * (number - known[2]);
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("mean", round(known[0], MILLION));
            result.put("deviation", round(deviation(known[1], count[0]), MILLION));
            result.put("smooth", round(known[2], MILLION));
            result.put("outlier", outlier);
            return result;
          };
        });
  }

  private static double deviation(double squares, long count) {
    return count > 1 ? Math.sqrt(squares / (count - 1)) : 0.0;
  }

  /** To some digits: quick where that is certain, exact where it is a matter of the last bit. */
  private static double round(double value, double scale) {
    double scaled = value * scale;
    double whole = Math.rint(scaled);
    if (Math.abs(Math.abs(scaled - Math.floor(scaled)) - 0.5) > 1e-3) {
      return whole / scale;
    }
    int digits = (int) Math.round(Math.log10(scale));
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
  }

  static NodeType slug() {
    Pattern other = Pattern.compile("[^a-z0-9]+");
    Pattern ends = Pattern.compile("^-+|-+$");
    return function(
        "Slug",
        context -> {
          Map<String, Integer> used = new HashMap<>();
          return item -> {
            String text = ((String) item).toLowerCase(Locale.ROOT);
            String slug = ends.matcher(other.matcher(text).replaceAll("-")).replaceAll("");
            if (slug.length() > 40) {
              slug = ends.matcher(slug.substring(0, 40)).replaceAll("");
            }
            if (slug.isEmpty()) {
              slug = "untitled";
            }
            int count = used.merge(slug, 1, Integer::sum);
            return count == 1 ? slug : slug + "-" + count;
          };
        });
  }

  static NodeType audioEnergy() {
    return function(
        "AudioEnergy",
        context ->
            item -> {
              List<?> samples = (List<?>) item;
              double peak = 0;
              long crossings = 0;
              boolean below = false;
              double[] squares = new double[samples.size()];
              for (int i = 0; i < squares.length; i++) {
                double sample = ((Number) samples.get(i)).doubleValue();
                squares[i] = sample * sample;
                peak = Math.max(peak, Math.abs(sample));
                if (i > 0 && (sample < 0) != below) {
                  crossings++;
                }
                below = sample < 0;
              }
              double power = sum(squares) / squares.length;
              double level = power > 0 ? 10 * Math.log10(power) : -96;
              Map<String, Object> result = new LinkedHashMap<>();
              result.put("level", round(Math.max(level, -96), THOUSAND));
              result.put("peak", round(peak, MILLION));
              result.put("crossings", crossings);
              return result;
            });
  }

  static NodeType reshapeJson() {
    return function(
        "ReshapeJson",
        context ->
            item -> {
              Map<String, Object> flat = new LinkedHashMap<>();
              flatten("", item, flat);
              return flat;
            });
  }

  private static void flatten(String prefix, Object value, Map<String, Object> flat) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((key, inner) ->
          flatten(prefix.isEmpty() ? (String) key : prefix + "." + key, inner, flat));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      int index = 0;
      for (Object inner : list) {
        flatten(prefix + "[" + index++ + "]", inner, flat);
      }
    } else {
      flat.put(prefix, value);
    }
  }

  static NodeType validateOrder() {
    Pattern id = Pattern.compile("[A-Z]{2}-\\d+");
    List<String> currencies = List.of("EUR", "USD");
    return function(
        "ValidateOrder",
        context ->
            item -> {
              if (!(item instanceof Map<?, ?> order)) {
                throw new PipelineException("an order is an object", null);
              }
              if (!id.matcher((String) order.get("id")).matches()) {
                throw new PipelineException(
                    "id: '" + order.get("id") + "' is not like AB-12", null);
              }
              if (!currencies.contains(order.get("currency"))) {
                throw new PipelineException("currency: none of ours", null);
              }
              if (!(order.get("lines") instanceof List<?> lines) || lines.isEmpty()) {
                throw new PipelineException("lines: there are none", null);
              }
              long pieces = 0;
              for (Object line : lines) {
                if (!(line instanceof Map<?, ?> fields)
                    || !(fields.get("count") instanceof Long count)
                    || count <= 0
                    || count > 100) {
                  throw new PipelineException("lines: " + line + " pieces", null);
                }
                pieces += count;
              }
              Map<String, Object> result = new LinkedHashMap<>();
              order.forEach((key, value) -> result.put((String) key, value));
              result.put("pieces", pieces);
              return result;
            });
  }

  static NodeType ngrams() {
    return expanding(
        "Ngrams",
        context -> {
          int size = size(context);
          return item -> {
            String[] words = ((String) item).strip().split("\\s+");
            List<Object> results = new ArrayList<>();
            for (int i = 0; i + size <= words.length; i++) {
              results.add(String.join(" ", List.of(words).subList(i, i + size)));
            }
            return results;
          };
        });
  }

  static NodeType slidingMean() {
    return streaming(
        "SlidingMean",
        context -> {
          int size = size(context);
          return (in, out) -> {
            ArrayDeque<Double> window = new ArrayDeque<>();
            for (Object item : in) {
              window.add(((Number) item).doubleValue());
              if (window.size() > size) {
                window.remove();
              }
              if (window.size() == size) {
                out.emit(sum(window) / size);
              }
            }
          };
        });
  }

  /** As Python's sum(), which makes up for what is lost by rounding. */
  private static double sum(Iterable<Double> numbers) {
    double sum = 0;
    double lost = 0;
    for (double number : numbers) {
      double next = sum + number;
      lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
      sum = next;
    }
    return sum + lost;
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    double lost = 0;
    for (double number : numbers) {
      double next = sum + number;
      lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
      sum = next;
    }
    return sum + lost;
  }

  static NodeType runLengths() {
    return streaming(
        "RunLengths",
        context ->
            (in, out) -> {
              Object last = "";
              long count = 0;
              for (Object value : in) {
                if (count > 0 && value.equals(last)) {
                  count++;
                  continue;
                }
                if (count > 0) {
                  out.emit(List.of(last, count));
                }
                last = value;
                count = 1;
              }
              if (count > 0) {
                out.emit(List.of(last, count));
              }
            });
  }

  /** Where the reading of CSV stands. */
  private enum Place {
    START,
    PLAIN,
    QUOTED,
    QUOTE
  }

  static NodeType csvRows() {
    return streaming(
        "CsvRows",
        context ->
            (in, out) -> {
              Place place = Place.START;
              StringBuilder field = new StringBuilder();
              List<Object> row = new ArrayList<>();
              for (Object text : in) {
                for (char c : ((String) text).toCharArray()) {
                  if (place == Place.QUOTED) {
                    if (c == '"') {
                      place = Place.QUOTE;
                    } else {
                      field.append(c);
                    }
                  } else if (place == Place.QUOTE && c == '"') {
                    field.append('"');
                    place = Place.QUOTED;
                  } else if (place == Place.START && c == '"') {
                    place = Place.QUOTED;
                  } else if (c == '\n' || c == ',') {
                    row.add(field.toString());
                    field.setLength(0);
                    place = Place.START;
                    if (c == '\n') {
                      out.emit(row);
                      row = new ArrayList<>();
                    }
                  } else if (place == Place.QUOTE) {
                    throw new PipelineException("'" + c + "' after a closing quote", null);
                  } else if (c != '\r') {
                    field.append(c);
                    place = Place.PLAIN;
                  }
                }
              }
              if (!field.isEmpty() || !row.isEmpty()) {
                row.add(field.toString());
                out.emit(row);
              }
            });
  }
}
