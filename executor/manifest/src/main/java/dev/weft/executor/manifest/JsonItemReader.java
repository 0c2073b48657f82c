package dev.weft.executor.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads items with Jackson's parser, one at a time. */
final class JsonItemReader implements ItemReader {
  private static final int DEPTH = 500;
  private static final JsonFactory FACTORY = JsonFormat.factory(DEPTH);

  private final ItemBytes bytes;
  private final Format format;
  private @Nullable JsonParser parser;
  private boolean array;
  private boolean ready;
  private boolean ended;

  JsonItemReader(InputStream source, Format format) {
    this.bytes = new ItemBytes(source);
    this.format = format;
  }

  @Override
  public boolean hasNext() {
    if (!ready && !ended) {
      try {
        ready = advance();
        ended = !ready;
      } catch (JacksonException e) {
        ended = true;
        throw failure(e);
      }
    }
    return ready;
  }

  @Override
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = false;
    try {
      return JsonItems.read(opened(), JsonItemReader::fail);
    } catch (JacksonException e) {
      ended = true;
      throw failure(e);
    } catch (ItemFormatException e) {
      ended = true;
      throw e;
    }
  }

  private boolean advance() {
    if (parser == null) {
      try {
        array = bytes.isArray(format);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      parser = FACTORY.createParser(ObjectReadContext.empty(), bytes);
      if (array) {
        requireArray(parser);
      }
    }
    JsonToken token = parser.nextToken();
    if (!array || token != JsonToken.END_ARRAY) {
      return token != null;
    }
    if (parser.nextToken() != null) {
      fail(
          parser.currentTokenLocation(),
          "there is more after the end of the array",
          Shown.text(parser.getString()),
          "put all items into one array, or write one item per line without an array");
    }
    return false;
  }

  private static void requireArray(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_ARRAY) {
      fail(
          parser.currentTokenLocation(),
          "the input is no array",
          first == null ? "nothing" : Shown.text(parser.getString()),
          "write [item, item, …], or say that the items stand on lines");
    }
  }

  private JsonParser opened() {
    if (parser == null) {
      throw new NoSuchElementException();
    }
    return parser;
  }

  private static ItemFormatException failure(JacksonException e) {
    if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
      throw new UncheckedIOException(cause);
    }
    TokenStreamLocation at = e.getLocation() == null ? TokenStreamLocation.NA : e.getLocation();
    return exception(
        at.getLineNr(),
        JsonFormat.column(e),
        "this is not JSON: " + JsonFormat.message(e),
        "correct the syntax here",
        e);
  }

  private static void fail(TokenStreamLocation at, String message, String value, String advice) {
    throw exception(
        at.getLineNr(),
        at.getColumnNr(),
        message + (value.isEmpty() ? "" : ", got " + value),
        advice,
        null);
  }

  private static ItemFormatException exception(
      int lineRead, int columnRead, String what, String advice, @Nullable JacksonException cause) {
    int line = Math.max(1, lineRead - ItemBytes.LINES_AHEAD);
    int column = Math.max(1, columnRead);
    return new ItemFormatException(
        "line %d, column %d of the input: %s; %s".formatted(line, column, what, advice),
        line,
        column,
        cause);
  }

  @Override
  public void close() {
    try {
      bytes.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
