package dev.weft.translator.parser;

/**
 * Where a node stands in its source.
 *
 * @param line the first line, from 1
 * @param column the first column, from 0, in code points
 * @param endLine the last line, from 1
 * @param endColumn the column after the last, from 0
 */
public record Position(int line, int column, int endLine, int endColumn)
    implements Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  /** Whether a place is between the start and the end. */
  boolean contains(int atLine, int atColumn) {
    boolean afterStart = atLine > line || (atLine == line && atColumn >= column);
    boolean beforeEnd = atLine < endLine || (atLine == endLine && atColumn < endColumn);
    return afterStart && beforeEnd;
  }
}
