package dev.weft.translator.parser;

/** A comparison operator. */
public enum Comparison {
  EQ("=="),
  NOT_EQ("!="),
  LT("<"),
  LT_EQ("<="),
  GT(">"),
  GT_EQ(">="),
  IS("is"),
  IS_NOT("is not"),
  IN("in"),
  NOT_IN("not in");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /** As written. */
  public String symbol() {
    return symbol;
  }
}
