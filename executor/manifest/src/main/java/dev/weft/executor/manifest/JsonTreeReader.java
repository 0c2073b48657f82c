package dev.weft.executor.manifest;

import dev.weft.executor.JsonNull;
import dev.weft.executor.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads a whole JSON document as values that know where they stand. */
final class JsonTreeReader {
  private final int depth;
  private final Problems problems;

  JsonTreeReader(int depth, Problems problems) {
    this.depth = depth;
    this.problems = problems;
  }

  /** The document's value; null if its syntax is broken, which is then the last problem. */
  @Nullable JsonValue read(String text) {
    JsonFactory factory = JsonFormat.factory(depth);
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        problems.add(
            "",
            Position.START,
            "the document is empty",
            "",
            "write a manifest: {\"version\": \"v1\", \"metadata\": …, \"nodes\": [ … ]}");
        return null;
      }
      JsonValue value = value(parser, "", true);
      if (parser.nextToken() != null) {
        problems.add(
            "",
            at(parser.currentTokenLocation()),
            "there is more after the end of the document",
            Shown.text(parser.getString()),
            "keep one JSON value in the file");
      }
      return value;
    } catch (JacksonException e) {
      syntax(e);
      return null;
    }
  }

  private void syntax(JacksonException e) {
    int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
    Position at = new Position(line, JsonFormat.column(e));
    if (e instanceof StreamConstraintsException) {
      problems.add(
          "",
          at,
          "the document goes beyond a limit: " + JsonFormat.message(e),
          "",
          "make it smaller or flatter, or raise the limit");
    } else {
      problems.add(
          "", at, "this is not JSON: " + JsonFormat.message(e), "", "correct the syntax here");
    }
  }

  private JsonValue value(JsonParser parser, String path, boolean root) {
    Position at = at(parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path, at, root);
      case START_ARRAY -> array(parser, path, at);
      case VALUE_STRING -> string(parser, path, at);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, path, at);
      case VALUE_TRUE -> new JsonValue.Scalar(at, true);
      case VALUE_FALSE -> new JsonValue.Scalar(at, false);
      case null, default -> new JsonValue.Scalar(at, JsonNull.NULL);
    };
  }

  private JsonValue object(JsonParser parser, String path, Position at, boolean root) {
    List<JsonValue.Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      Position nameAt = at(parser.currentTokenLocation());
      String memberPath = Problem.field(path, name);
      parser.nextToken();
      boolean items =
          root && name.equals("input_data") && parser.currentToken() == JsonToken.START_ARRAY;
      JsonValue value = items ? items(parser, memberPath) : value(parser, memberPath, false);
      if (names.add(name)) {
        members.add(new JsonValue.Member(name, nameAt, value));
      } else {
        problems.add(
            memberPath,
            nameAt,
            "the key " + Shown.quoted(name) + " stands twice in one object",
            Shown.json(value),
            "keep one of the two");
      }
    }
    return new JsonValue.Obj(at, members);
  }

  private JsonValue array(JsonParser parser, String path, Position at) {
    List<JsonValue> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser, path + "[" + elements.size() + "]", false));
    }
    return new JsonValue.Arr(at, elements);
  }

  private JsonValue items(JsonParser parser, String path) {
    Position at = at(parser.currentTokenLocation());
    List<Object> items = new ArrayList<>();
    int index = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String itemPath = path + "[" + index++ + "]";
      items.add(
          JsonItems.read(
              parser,
              (location, message, value, advice) ->
                  problems.add(itemPath, at(location), message, value, advice)));
    }
    return new JsonValue.Items(at, items);
  }

  private JsonValue string(JsonParser parser, String path, Position at) {
    String text = parser.getString();
    if (JsonFormat.hasLoneSurrogate(text)) {
      problems.add(
          path,
          at,
          "the string has half of a surrogate pair, which is no character",
          Shown.quoted(text),
          "write both halves, as \"\\ud83d\\ude00\", or the character itself");
      return new JsonValue.Bad(at);
    }
    return new JsonValue.Scalar(at, text);
  }

  private JsonValue number(JsonParser parser, String path, Position at) {
    Number number = JsonFormat.number(parser);
    if (number == null) {
      problems.add(
          path,
          at,
          "the number is too large",
          Shown.text(parser.getString()),
          "keep its magnitude below 1.8e308");
      return new JsonValue.Bad(at);
    }
    return new JsonValue.Scalar(at, number);
  }

  private static Position at(TokenStreamLocation location) {
    return new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
