package dev.weft.executor.manifest;

import java.io.OutputStream;

/** Writes items with {@link JsonBytes}. */
final class JsonItemWriter implements ItemWriter {
  private final JsonBytes json;
  private final boolean array;
  private long count;
  private boolean closed;

  JsonItemWriter(OutputStream target, boolean array) {
    this.json = new JsonBytes(target);
    this.array = array;
    if (array) {
      json.raw('[');
    }
  }

  @Override
  public void write(Object item) {
    int mark = json.mark();
    try {
      if (array && count > 0) {
        json.raw(", ");
      }
      json.value(item);
    } catch (IllegalArgumentException e) {
      json.reset(mark);
      throw new ItemFormatException(
          "item %d of the output: %s".formatted(count, e.getMessage()), 0, 0, e);
    }
    if (!array) {
      json.raw('\n');
    }
    json.drainIfFull();
    count++;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public void flush() {
    json.flush();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (array) {
        json.raw(']');
      }
      json.flush();
    }
  }
}
