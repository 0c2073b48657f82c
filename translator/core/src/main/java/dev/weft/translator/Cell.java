package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import org.jspecify.annotations.Nullable;

/**
 * A place whose type grows as inference learns of more values that reach it. Cells that must agree,
 * such as the elements of two names for one list, are unified.
 */
final class Cell {
  private static final int MAX_DEPTH = 6;

  private @Nullable Cell forward;
  private Type type = Basic.NEVER;

  Cell() {}

  Cell(Type type) {
    this.type = type;
  }

  Cell find() {
    Cell cell = this;
    while (cell.forward != null) {
      cell = cell.forward;
    }
    return cell;
  }

  Type type() {
    return find().type;
  }

  /** Adds a type; returns whether the cell grew. */
  boolean add(Type added) {
    Cell cell = find();
    Type joined = Types.join(cell.type, added);
    cell = cell.find();
    if (joined.equals(cell.type) || Types.same(joined, cell.type)) {
      return false;
    }
    cell.type = Types.depth(joined) > MAX_DEPTH ? Basic.OBJECT : joined;
    Types.changes++;
    return true;
  }

  /** Makes two cells one. */
  void unify(Cell other) {
    Cell a = find();
    Cell b = other.find();
    if (a == b) {
      return;
    }
    b.forward = a;
    Types.changes++;
    a.add(b.type);
  }

  @Override
  public String toString() {
    return Types.text(type());
  }
}
