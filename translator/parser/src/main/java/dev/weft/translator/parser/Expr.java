package dev.weft.translator.parser;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. */
public sealed interface Expr extends Node {

  /** {@code a and b and c}, or with {@code or}. */
  record BoolOp(Position at, boolean isAnd, List<Expr> values) implements Expr {}

  /** {@code (name := value)}. */
  record Walrus(Position at, Name target, Expr value) implements Expr {}

  /** {@code left + right} and its kind. */
  record BinOp(Position at, Expr left, Operator op, Expr right) implements Expr {}

  /** {@code not}, {@code -}, {@code +} or {@code ~}. */
  record UnaryOp(Position at, Unary op, Expr operand) implements Expr {}

  /** A unary operator. */
  enum Unary {
    NOT,
    MINUS,
    PLUS,
    INVERT
  }

  /** {@code lambda parameters: body}. */
  record Lambda(Position at, List<Parameter> parameters, Expr body) implements Expr {}

  /** {@code body if test else orElse}. */
  record Conditional(Position at, Expr test, Expr body, Expr orElse) implements Expr {}

  /** {@code {key: value, **rest}}. */
  record DictDisplay(Position at, List<Entry> entries) implements Expr {}

  /** An entry of a dict display; no key means {@code **value}. */
  record Entry(@Nullable Expr key, Expr value) {}

  /** {@code {a, b}}. */
  record SetDisplay(Position at, List<Expr> elements) implements Expr {}

  /** {@code [a, b]}. */
  record ListDisplay(Position at, List<Expr> elements) implements Expr {}

  /** {@code a, b}. */
  record TupleDisplay(Position at, List<Expr> elements) implements Expr {}

  /** A comprehension or generator expression; {@code value} only for a dict's. */
  record Comprehension(
      Position at, Kind kind, Expr element, @Nullable Expr value, List<Clause> clauses)
      implements Expr {
    /** What it makes. */
    public enum Kind {
      LIST,
      SET,
      DICT,
      GENERATOR
    }
  }

  /** {@code await value}. */
  record Await(Position at, Expr value) implements Expr {}

  /** {@code yield value}. */
  record Yield(Position at, @Nullable Expr value) implements Expr {}

  /** {@code yield from value}. */
  record YieldFrom(Position at, Expr value) implements Expr {}

  /** {@code left < a <= b}. */
  record Compare(Position at, Expr left, List<Comparison> ops, List<Expr> comparators)
      implements Expr {}

  /** {@code function(arguments, keywords)}; a spread argument is {@link Starred}. */
  record Call(Position at, Expr function, List<Expr> arguments, List<Keyword> keywords)
      implements Expr {}

  /** An f-string: {@link StringLiteral} and {@link FormattedValue} parts. */
  record FString(Position at, List<Expr> parts) implements Expr {}

  /** {@code {value!r:spec}}; the conversion is {@code s}, {@code r}, {@code a}, or 0. */
  record FormattedValue(Position at, Expr value, char conversion, @Nullable FString spec)
      implements Expr {}

  /** An integer of any size. */
  record IntLiteral(Position at, BigInteger value) implements Expr {}

  /** A float. */
  record FloatLiteral(Position at, double value) implements Expr {}

  /** An imaginary number. */
  record ComplexLiteral(Position at, double imaginary) implements Expr {}

  /** A string. */
  record StringLiteral(Position at, String value) implements Expr {}

  /** Bytes, one char each. */
  record BytesLiteral(Position at, String latin1) implements Expr {}

  /** {@code True} or {@code False}. */
  record BoolLiteral(Position at, boolean value) implements Expr {}

  /** {@code None}. */
  record NoneLiteral(Position at) implements Expr {}

  /** {@code ...}. */
  record EllipsisLiteral(Position at) implements Expr {}

  /** {@code value.name}. */
  record Attribute(Position at, Expr value, String name) implements Expr {}

  /** {@code value[index]}. */
  record Subscript(Position at, Expr value, Expr index) implements Expr {}

  /** {@code lower:upper:step}, in a subscript. */
  record Slice(Position at, @Nullable Expr lower, @Nullable Expr upper, @Nullable Expr step)
      implements Expr {}

  /** {@code *value}. */
  record Starred(Position at, Expr value) implements Expr {}

  /** A name. */
  record Name(Position at, String id) implements Expr {}
}
