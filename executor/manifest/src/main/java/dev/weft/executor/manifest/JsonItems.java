package dev.weft.executor.manifest;

import dev.weft.executor.JsonNull;
import dev.weft.executor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.JsonTokenId;
import tools.jackson.core.TokenStreamLocation;

/** Items as plain values: Map, List, String, Boolean, Long, BigInteger, Double, JsonNull. */
final class JsonItems {
  private JsonItems() {}

  /** Told of what is wrong in an item; may throw. */
  @FunctionalInterface
  interface Report {
    void problem(TokenStreamLocation at, String message, String value, String advice);
  }

  /** The value at the parser's current token. */
  static Object read(JsonParser parser, Report report) {
    return switch (parser.currentTokenId()) {
      case JsonTokenId.ID_NUMBER_INT, JsonTokenId.ID_NUMBER_FLOAT -> number(parser, report);
      case JsonTokenId.ID_STRING -> string(parser, report);
      case JsonTokenId.ID_START_OBJECT -> object(parser, report);
      case JsonTokenId.ID_START_ARRAY -> array(parser, report);
      case JsonTokenId.ID_TRUE -> true;
      case JsonTokenId.ID_FALSE -> false;
      default -> JsonNull.NULL;
    };
  }

  private static Object number(JsonParser parser, Report report) {
    Number number = JsonFormat.number(parser);
    if (number == null) {
      report.problem(
          parser.currentTokenLocation(),
          "the number is too large",
          Shown.text(parser.getString()),
          "keep its magnitude below 1.8e308");
      return JsonNull.NULL;
    }
    return number;
  }

  private static String string(JsonParser parser, Report report) {
    String text = parser.getString();
    if (JsonFormat.hasLoneSurrogate(text)) {
      report.problem(
          parser.currentTokenLocation(),
          "the string has half of a surrogate pair, which is no character",
          Shown.quoted(text),
          "write both halves, or the character itself");
    }
    return text;
  }

  private static List<Object> array(JsonParser parser, Report report) {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(parser, report));
    }
    return elements;
  }

  private static Object object(JsonParser parser, Report report) {
    TokenStreamLocation at = parser.currentTokenLocation();
    Map<String, Object> members = members(parser, report);
    return members.size() == 1 && members.get(Tensor.KEY) instanceof Map<?, ?> fields
        ? tensor(fields, at, report)
        : members;
  }

  @SuppressWarnings("unchecked") // The keys of what was read are strings.
  private static Object tensor(Map<?, ?> fields, TokenStreamLocation at, Report report) {
    try {
      return Tensor.of((Map<String, ?>) fields);
    } catch (IllegalArgumentException e) {
      report.problem(at, String.valueOf(e.getMessage()), "", "give what a tensor is made of");
      return JsonNull.NULL;
    }
  }

  private static Map<String, Object> members(JsonParser parser, Report report) {
    Map<String, Object> members = new LinkedHashMap<>();
    String name;
    while ((name = parser.nextName()) != null) {
      int before = members.size();
      parser.nextToken();
      members.put(name, read(parser, report));
      if (members.size() == before) {
        report.problem(
            parser.currentTokenLocation(),
            "the key " + Shown.quoted(name) + " stands twice in one object",
            "",
            "keep one of the two");
      }
    }
    return members;
  }
}
