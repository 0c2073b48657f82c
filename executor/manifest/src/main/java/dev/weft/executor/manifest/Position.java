package dev.weft.executor.manifest;

/**
 * A place in a text, both counted from 1; columns are counted in UTF-16 units where the text was
 * decoded first (manifests), in bytes where it is read as a stream (items).
 */
record Position(int line, int column) implements Comparable<Position> {
  static final Position START = new Position(1, 1);

  @Override
  public int compareTo(Position other) {
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }
}
