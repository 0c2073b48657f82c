package dev.weft.translator;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Java expression: its text, how tightly it binds, and the Python type of its value.
 *
 * @param boxed whether Java holds a number or a boolean of it as an object
 * @param wide where Java takes the text for an int, another one that it takes for a long; null for
 *     all others
 * @param opposite of a condition, one that holds where it does not, and is no longer; null for none
 */
record JavaExpr(
    String code,
    int precedence,
    Type type,
    boolean boxed,
    @Nullable String wide,
    @Nullable String opposite) {
  private static final Pattern SIMPLE =
      Pattern.compile("[\\w.]+|\"([^\"\\\\]|\\\\.)*\"|-[\\d.]+[LFD]?");

  private static final Pattern INT_LITERAL = Pattern.compile("-?\\d+L?");

  /** An access to something by a name in front. */
  private static final Pattern ACCESS = Pattern.compile("[a-z]\\w*\\.\\w");

  /** Makes a container whose type arguments Java infers. */
  private static final Pattern OPEN = Pattern.compile("<>\\(|\\b(Lists|Dicts|Sets)\\.of\\(");

  static final int PRIMARY = 16;
  static final int UNARY = 14;
  static final int MULTIPLICATIVE = 12;
  static final int ADDITIVE = 11;
  static final int SHIFT = 10;
  static final int RELATIONAL = 9;
  static final int EQUALITY = 8;
  static final int BIT_AND = 7;
  static final int BIT_XOR = 6;
  static final int BIT_OR = 5;
  static final int AND = 4;
  static final int OR = 3;
  static final int TERNARY = 2;
  static final int LOWEST = 0;

  JavaExpr(String code, int precedence, Type type, boolean boxed, @Nullable String wide) {
    this(code, precedence, type, boxed, wide, null);
  }

  static JavaExpr primary(String code, Type type) {
    return new JavaExpr(code, PRIMARY, type, !Types.isPrimitive(type), null);
  }

  /** A value that a generic container or method gave. */
  static JavaExpr boxed(String code, Type type) {
    return new JavaExpr(code, PRIMARY, type, true, null);
  }

  static JavaExpr of(String code, int precedence, Type type) {
    return new JavaExpr(code, precedence, type, !Types.isPrimitive(type), null);
  }

  /** The text for a place that binds this tightly: in parentheses if need be. */
  String at(int place) {
    if (place == PRIMARY
        && precedence == PRIMARY
        && endsWith("<>()")
        && type instanceof Type.Generic) {
      // A receiver has no target that would tell Java its type arguments.
      return code.replace("<>", JavaTypes.boxed(type).replaceFirst("^[^<]*", ""));
    }
    if (place == PRIMARY && precedence == TERNARY && OPEN.matcher(code).find()) {
      // Nor has a choice there, of which Java would take what both sides have in common.
      String java = JavaTypes.boxed(type);
      return java.contains("<")
          ? JavaTypes.support("Py") + ".<" + java + ">cast(" + code + ")"
          : "(" + code + ")";
    }
    return precedence < place ? "(" + code + ")" : code;
  }

  /** {@code left op right}, for an operator that groups to the left. */
  static JavaExpr binary(JavaExpr left, String op, JavaExpr right, int precedence, Type type) {
    return of(left.at(precedence) + " " + op + " " + right.at(precedence + 1), precedence, type);
  }

  /** With a condition of the same precedence that is its opposite. */
  JavaExpr withOpposite(JavaExpr other) {
    return new JavaExpr(code, precedence, type, boxed, wide, other.code);
  }

  /** With marks before and behind it, if it does something. */
  JavaExpr marked(String before, String behind) {
    return code.contains("(")
        ? new JavaExpr(
            before + code + behind,
            precedence,
            type,
            boxed,
            wide == null ? null : before + wide + behind,
            null)
        : this;
  }

  /** Whether the text ends so, marks aside. */
  boolean endsWith(String end) {
    return LineMarks.strip(code).endsWith(end);
  }

  /** As the function value that it is. */
  JavaExpr asCallable(Inference inference, FunctionInfo function) {
    return type instanceof Type.Callable
        ? this
        : as(
            new Type.Callable(
                inference.site(function, "call"),
                new java.util.LinkedHashSet<>(List.of(function))));
  }

  JavaExpr as(Type other) {
    return new JavaExpr(code, precedence, other, boxed, wide);
  }

  /** The same as a long, where Java would take it for an int. */
  JavaExpr widened() {
    return wide == null ? this : new JavaExpr(wide, precedence, type, boxed, null);
  }

  /**
   * The text for a place that holds objects, where an int would become an Integer: Python's ints
   * are Longs.
   *
   * @param wanted the type of the place
   */
  String asObject(Type wanted) {
    Type place = Types.strip(wanted);
    if (place == Type.Basic.FLOAT && type == Type.Basic.INT) {
      return isIntLiteral() ? code.replace("L", "") + ".0" : cast("double");
    }
    if (type instanceof Type.Func && precedence == LOWEST && !(place instanceof Type.Func)) {
      return cast(JavaTypes.boxed(type));
    }
    return wide == null ? code : wide;
  }

  /** The text for a variable or a result of a type; Java does not box an int as a long. */
  String asHeld(Type type) {
    return Types.isPrimitive(type) ? code : asObject(type);
  }

  boolean isIntLiteral() {
    return INT_LITERAL.matcher(code).matches();
  }

  /** With a cast in front; Java takes a sign behind one for an operator. */
  String cast(String java) {
    boolean signed = code.startsWith("-") && Character.isUpperCase(java.charAt(0));
    String plain = wide != null && !java.equals("double") ? wide : code;
    boolean lambda = precedence == LOWEST;
    return "("
        + java
        + ") "
        + (signed || (precedence < UNARY && !lambda) ? "(" + plain + ")" : plain);
  }

  /** A literal or a plain name: without effects, and cheap to repeat. */
  boolean isSimple() {
    return SIMPLE.matcher(code).matches() && !ACCESS.matcher(code).find();
  }
}
