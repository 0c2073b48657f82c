package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place whose type grows as inference learns of more values that reach it. Cells that must agree,
 * such as the elements of two names for one list, are unified.
 */
@SuppressWarnings("ReferenceEquality") // A function is itself only.
final class Cell {
  private static final int MAX_DEPTH = 6;

  private @Nullable Cell forward;
  private Type type = Basic.NEVER;

  /** The functions whose types follow from this cell's. */
  private final Set<FunctionInfo> readers = new HashSet<>(2);

  private @Nullable FunctionInfo lastReader;

  Cell() {}

  Cell(Type type) {
    this.type = type;
  }

  Cell find() {
    Cell cell = this;
    Cell next = cell.forward;
    while (next != null) {
      // Those that follow have a shorter way.
      if (next.forward != null) {
        cell.forward = next.forward;
      }
      cell = next;
      next = cell.forward;
    }
    return cell;
  }

  Type type() {
    Cell cell = find();
    FunctionInfo reader = Session.here().reader;
    if (reader != null && reader != cell.lastReader) {
      cell.lastReader = reader;
      cell.readers.add(reader);
    }
    return cell.type;
  }

  /** Adds a type; returns whether the cell grew. */
  boolean add(Type added) {
    Cell cell = find();
    Type joined = Types.join(cell.type, added);
    cell = cell.find();
    boolean same = joined.equals(cell.type) || Types.same(joined, cell.type);
    if (same && Types.targets(cell.type).containsAll(Types.targets(joined))) {
      return false;
    }
    boolean widened = Session.here().widening && cell.type != Basic.NEVER;
    if (widened) {
      Types.targets(joined).forEach(Types::escape);
    }
    cell.type = widened || Types.depth(joined) > MAX_DEPTH ? Basic.OBJECT : joined;
    if (Types.depth(cell.type) > MAX_DEPTH) {
      // A type that has become a part of itself.
      cell.type = Basic.OBJECT;
    }
    cell.changed();
    return true;
  }

  /** What nobody has read since it changed last is news to nobody. */
  private void changed() {
    if (readers.isEmpty()) {
      return;
    }
    Session.here().changes++;
    Session.here().dirty.addAll(readers);
    readers.clear();
    lastReader = null;
  }

  /** Makes two cells one. */
  void unify(Cell other) {
    Cell a = find();
    Cell b = other.find();
    if (a == b) {
      return;
    }
    b.forward = a;
    a.add(b.type);
    a = a.find();
    if (Types.same(b.type, a.type)) {
      // Who has read it would read the same now.
      a.readers.addAll(b.readers);
    } else {
      b.changed();
    }
    if (Types.depth(a.type) > MAX_DEPTH) {
      // A type within itself is beyond what Java can say.
      a.type = Basic.OBJECT;
      a.changed();
    }
  }

  @Override
  public String toString() {
    return Types.text(type());
  }
}
