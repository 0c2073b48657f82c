package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of lowering one Java method: its lines so far, its names, what surrounds the place. */
final class Body {
  final FunctionInfo function;

  /** The Java method's own names; shared with the lambdas in it. */
  final JavaNames.Pool pool;

  final Map<Variable, String> names;
  private final boolean isLambda;

  /** Where statements go that must run before the expression being lowered. */
  Lines out = new Lines();

  /** Names that are imported on some ways only; null if there are none. */
  @Nullable ConditionalImports imports;

  /** The names of the exceptions being handled, innermost first; for a bare raise. */
  final Deque<String> handled = new ArrayDeque<>();

  /** The flags that a break of each loop must clear; empty for none. */
  final Deque<String> breakFlags = new ArrayDeque<>();

  /** In a generator, the parameter that takes what is yielded. */
  @Nullable String yields;

  /** In a generator, copies of parameters that it assigns. */
  final List<String> generatorCopies = new ArrayList<>();

  /** What ends the generators of the loops around a place, the innermost first. */
  final Deque<String> generatorsToClose = new ArrayDeque<>();

  /** The statement whose test is being lowered. */
  @Nullable Stmt tested;

  /** An expression whose value is to be built in a variable that is declared with it. */
  private @Nullable Expr built;

  private String builtName = "";

  /** What is read in the place of a variable, where something else holds its value. */
  final Map<Variable, JavaExpr> standIns;

  /** Whether a plain return must give something: in a lambda of a functional interface. */
  boolean returnsNull;

  /** Whether it is a constructor that tells the exception its arguments late. */
  boolean isInitializedLate;

  Body(FunctionInfo function, Set<String> hidden) {
    this.function = function;
    this.pool = new JavaNames.Pool(hidden);
    this.names = new HashMap<>();
    this.standIns = new HashMap<>();
    this.isLambda = false;
  }

  /** For a lambda inside another body. */
  Body(FunctionInfo function, Body outer) {
    this.function = function;
    this.pool = outer.pool;
    this.names = outer.names;
    this.standIns = outer.standIns;
    this.isLambda = true;
  }

  String name(Variable variable) {
    return names.computeIfAbsent(variable, v -> pool.fresh(ModuleLowering.fieldName(v)));
  }

  String fresh(String wanted) {
    return pool.fresh(wanted);
  }

  /**
   * Frees the names given since a mark, whose block is closed. Those in a lambda stay taken: what
   * is evaluated behind it may be kept in a variable before it, which the lambda must not hide.
   */
  void release(int mark) {
    if (!isLambda) {
      pool.release(mark);
    }
  }

  /** The same for a block that an expression has put before its statement. */
  void releaseLater(int mark) {
    if (!isLambda) {
      pool.releaseLater(mark);
    }
  }

  /** The same for the parameters of a lambda. */
  void releaseLater(List<String> names) {
    if (!isLambda) {
      pool.releaseLater(names);
    }
  }

  /** Asks for the value of an expression to be built in a variable of this name. */
  void build(Expr expr, String name) {
    built = expr;
    builtName = name;
  }

  /** Whether nothing was built in the variable that was asked for. */
  boolean isUnbuilt() {
    boolean unbuilt = built != null;
    built = null;
    return unbuilt;
  }

  /** The name of the variable to build the value of an expression in. */
  @SuppressWarnings("ReferenceEquality") // Equal nodes may stand in two places.
  String built(Expr expr, String otherwise) {
    if (expr != built) {
      return fresh(otherwise);
    }
    built = null;
    return builtName;
  }

  void endStatement() {
    if (!isLambda) {
      pool.endStatement();
    }
  }

  /** Runs something with its statements going to lines of their own. */
  <T> T into(Lines lines, Supplier<T> action) {
    Lines outer = out;
    out = lines;
    try {
      return action.get();
    } finally {
      out = outer;
    }
  }
}
