package dev.weft.translator;

import dev.weft.translator.parser.MatchCase;
import org.jspecify.annotations.Nullable;

/** A variable of a function or of the module, or a field of a class. */
final class Variable {
  final String name;

  /** The function it belongs to; null for the module's and for fields. */
  final @Nullable FunctionInfo owner;

  final Cell cell = new Cell();

  /** How many statements bind it, its being a parameter included. */
  int bindings;

  /** Whether a binding stands inside a loop of its function. */
  boolean boundInLoop;

  /** Whether an inner function uses it. */
  boolean captured;

  /** Whether one that uses it may run when the statement around it is done. */
  boolean isKept;

  /** Whether an inner function or, for the module's, any function binds it. */
  boolean assignedElsewhere;

  boolean isParameter;

  /** How often its name stands somewhere. */
  int mentions;

  /** How many of its bindings need not be made if nothing reads it. */
  int ignorable;

  /** Whether it may be read before it has a value. */
  boolean maybeUnbound;

  /** A field that an object may not have yet when it is read. */
  boolean mayBeMissing;

  /** A variable of the module that a generator expression of the module reads when it runs. */
  boolean usedLater;

  /** Holds a class that is made at run time, and nothing else ever. */
  boolean holdsClass;

  /** Bound by a handler: Java's catch declares it. */
  boolean isCaught;

  /** Bound by comprehensions only: it is no variable of the function's own scope. */
  boolean inComprehension;

  /** Whether its values stay so small that adding cannot overflow. */
  boolean isCounter;

  /** Whether it only ever holds ints above zero. */
  boolean isPositive;

  /** The variable of a counting loop, which Java does not let lambdas capture. */
  boolean counted;

  /** Declared where it gets its only value. */
  boolean declaredOnce;

  /** The case whose pattern binds it, where nothing else uses it. */
  @Nullable MatchCase ownCase;

  /** A module variable that some function uses, and so a static field. */
  boolean isField;

  String javaName = "";

  /** For a variable of module level that its name does not tell: where it is used. */
  @Nullable Unit unit;

  Variable(String name, @Nullable FunctionInfo owner) {
    this.name = name;
    this.owner = owner;
  }

  /** Named {@code _} and never read, so that Java need not have it. */
  boolean isIgnored() {
    return name.equals("_")
        && !isParameter
        && !isField
        && !captured
        && mentions == bindings
        && ignorable == bindings;
  }

  /** Shared by reference with an inner function, hence held in a box. */
  boolean isBoxed() {
    return maybeUnbound
        || (owner != null
            && captured
            && (bindings > 1 || (boundInLoop && isKept) || assignedElsewhere));
  }

  /** The support class that holds it. */
  String holder() {
    return Lowering.support(maybeUnbound ? "Local" : "Ref");
  }

  /** The type of its holder. */
  String held() {
    return holder() + "<" + (type() == Type.Basic.NONE ? "Object" : JavaTypes.boxed(type())) + ">";
  }

  Type type() {
    return cell.type();
  }

  @Override
  public String toString() {
    return name + ": " + cell;
  }
}
