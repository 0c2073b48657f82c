package dev.weft.translator.parser;

/** A binary operator. */
public enum Operator {
  ADD("+", "add"),
  SUB("-", "sub"),
  MUL("*", "mul"),
  MATMUL("@", "matmul"),
  DIV("/", "truediv"),
  MOD("%", "mod"),
  POW("**", "pow"),
  LSHIFT("<<", "lshift"),
  RSHIFT(">>", "rshift"),
  BIT_OR("|", "or"),
  BIT_XOR("^", "xor"),
  BIT_AND("&", "and"),
  FLOOR_DIV("//", "floordiv");

  private final String symbol;
  private final String dunder;

  Operator(String symbol, String dunder) {
    this.symbol = symbol;
    this.dunder = dunder;
  }

  /** As written. */
  public String symbol() {
    return symbol;
  }

  /** The method that overloads it, without the underscores. */
  public String dunder() {
    return dunder;
  }
}
