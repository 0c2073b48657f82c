package dev.weft.executor.manifest;

import dev.weft.executor.JsonNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON value that knows where it stands. */
sealed interface JsonValue {

  /** Where the value starts. */
  Position at();

  /** What the value is called in messages. */
  String kind();

  /** An object; of members with the same name, all are kept. */
  record Obj(Position at, List<Member> members) implements JsonValue {
    @Override
    public String kind() {
      return "an object";
    }

    @Nullable Member member(String name) {
      for (Member member : members) {
        if (member.name.equals(name)) {
          return member;
        }
      }
      return null;
    }
  }

  /** A member of an object; {@code at} is where its name stands. */
  record Member(String name, Position at, JsonValue value) {}

  /** An array. */
  record Arr(Position at, List<JsonValue> elements) implements JsonValue {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** An array of items, read without positions, since there may be many. */
  record Items(Position at, List<Object> items) implements JsonValue {
    @Override
    public String kind() {
      return "an array";
    }
  }

  /** A string, a boolean, null, or a number as Long, BigInteger or Double. */
  record Scalar(Position at, Object value) implements JsonValue {
    @Override
    public String kind() {
      return switch (value) {
        case JsonNull none -> "null";
        case String s -> "a string";
        case Boolean b -> "a boolean";
        case Double d -> "a number with a fraction";
        default -> "an integer";
      };
    }
  }

  /** A value that was reported already, so that nothing more is said of it. */
  record Bad(Position at) implements JsonValue {
    @Override
    public String kind() {
      return "an invalid value";
    }
  }
}
