package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Java that a signature gives for a call, evaluated where only run time knows that it is this
 * call: calls of methods, static ones and those of what calls give, constructors, literals, sums,
 * and choices by whether something is null.
 *
 * <p>Immutable but for what calls remember of the methods that they found.
 */
@SuppressWarnings("NullAway") // None is null.
final class JavaTemplate {
  /** Stands for what is not given and has a Java method without it. */
  static final Object LEFT_OUT = new Object();

  /** A part of a template. */
  private sealed interface Part {
    /** {@code {name}}. */
    record Given(String name) implements Part {}

    /** A literal. */
    record Literal(@Nullable Object value) implements Part {}

    /** {@code Class.CONSTANT}. */
    record Constant(Class<?> type, String name) implements Part {}

    /** {@code on.name(arguments)}; a static method where {@code on} is null. */
    record Call(@Nullable Part on, JavaMethods methods, List<Part> arguments) implements Part {}

    /** {@code left + right}, and the like. */
    record Binary(char operator, Part left, Part right) implements Part {}

    /** {@code tested == null ? then : other}, or {@code tested ? then : other}. */
    record Choice(Part tested, boolean asksForNull, Part then, Part other) implements Part {}
  }

  /** The template has something that is not evaluated. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String message) {
      super(message, null, false, false);
    }
  }

  private final Part whole;

  private JavaTemplate(Part whole) {
    this.whole = whole;
  }

  /**
   * Parses a template.
   *
   * @throws Unfit if it has something that is not evaluated
   */
  static JavaTemplate parse(String text) {
    Reader reader = new Reader(text);
    Part whole = reader.choice();
    reader.end();
    return new JavaTemplate(whole);
  }

  /** What it gives for such values of its parameters; a list stands for what is spread. */
  @Nullable Object evaluate(Map<String, Object> given) {
    return evaluate(whole, given);
  }

  private static @Nullable Object evaluate(Part part, Map<String, Object> given) {
    return switch (part) {
      case Part.Given(String name) -> given.get(name);
      case Part.Literal(Object value) -> value;
      case Part.Constant(Class<?> type, String name) -> JavaMethods.constant(type, name);
      case Part.Binary(char operator, Part left, Part right) ->
          binary(operator, evaluate(left, given), evaluate(right, given));
      case Part.Choice(Part tested, boolean asksForNull, Part then, Part other) -> {
        Object value = evaluate(tested, given);
        boolean holds = asksForNull ? value == null : Boolean.TRUE.equals(value);
        yield evaluate(holds ? then : other, given);
      }
      case Part.Call call -> {
        List<@Nullable Object> arguments = new ArrayList<>(call.arguments.size());
        for (Part argument : call.arguments) {
          Object value = evaluate(argument, given);
          if (value instanceof Spread(List<?> values)) {
            arguments.addAll(values);
          } else if (value != LEFT_OUT) {
            arguments.add(value);
          }
        }
        Object on = call.on == null ? null : evaluate(call.on, given);
        yield call.methods.call(on, arguments.toArray());
      }
    };
  }

  /** What {@code *values} took. */
  record Spread(List<?> values) {}

  private static @Nullable Object binary(
      char operator, @Nullable Object left, @Nullable Object right) {
    return switch (operator) {
      case '+' ->
          left instanceof Number && right instanceof Number
              ? Ops.add(left, right)
              : Py.str(left) + Py.str(right);
      case '*' -> Ops.multiply(left, right);
      case '/' -> Ops.divide(left, right);
      case '|' -> Ops.or(left, right);
      case '&' -> Ops.and(left, right);
      default -> Ops.xor(left, right);
    };
  }

  /** Reads a template from left to right. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    void end() {
      skip();
      if (at < text.length()) {
        throw new Unfit(text.substring(at));
      }
    }

    private void skip() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }

    private boolean eat(String token) {
      skip();
      boolean found = text.startsWith(token, at);
      at += found ? token.length() : 0;
      return found;
    }

    private void require(String token) {
      if (!eat(token)) {
        throw new Unfit(text.substring(at));
      }
    }

    Part choice() {
      Part tested = sum();
      boolean asksForNull = eat("== null");
      if (!eat("?")) {
        if (asksForNull) {
          throw new Unfit(text);
        }
        return tested;
      }
      Part then = choice();
      require(":");
      return new Part.Choice(tested, asksForNull, then, choice());
    }

    private Part sum() {
      Part left = chain();
      for (skip(); at + 1 < text.length() && text.charAt(at + 1) == ' '; skip()) {
        char operator = text.charAt(at);
        if ("+*/|&^".indexOf(operator) < 0) {
          break;
        }
        at++;
        left = new Part.Binary(operator, left, chain());
      }
      return left;
    }

    private Part chain() {
      Part on = first();
      while (eat(".")) {
        on = call(on, word());
      }
      return on;
    }

    private Part call(Part on, String name) {
      return new Part.Call(on, JavaMethods.of(name), arguments());
    }

    private List<Part> arguments() {
      require("(");
      List<Part> arguments = new ArrayList<>();
      while (!eat(")")) {
        if (!arguments.isEmpty()) {
          require(",");
        }
        arguments.add(choice());
      }
      return arguments;
    }

    private Part first() {
      skip();
      if (at == text.length()) {
        throw new Unfit("nothing");
      }
      char c = text.charAt(at);
      if (eat("!")) {
        return new Part.Choice(chain(), false, new Part.Literal(false), new Part.Literal(true));
      }
      if (eat("{")) {
        String name = word();
        if (name.equals("handled")) {
          throw new Unfit("what only the place of a call tells");
        }
        if (eat(".")) {
          // What is written at the place of a call, of which there is none.
          at = text.indexOf('}', at) + 1;
          return new Part.Literal(null);
        }
        require("}");
        return new Part.Given(name);
      }
      if (c == '"') {
        return string();
      }
      if (c == '-' || Character.isDigit(c)) {
        return number();
      }
      if (eat("(long) ") || eat("(double) ") || eat("(Object) ")) {
        return chain();
      }
      if (eat("(")) {
        Part inner = choice();
        require(")");
        return inner;
      }
      if (eat("new ")) {
        Class<?> type = type(word());
        while (eat(".")) {
          type = JavaMethods.nested(type, word());
        }
        eat("<>");
        return new Part.Call(null, JavaMethods.makers(type), arguments());
      }
      return named(word());
    }

    private Part named(String word) {
      switch (word) {
        case "null" -> {
          return new Part.Literal(null);
        }
        case "true", "false" -> {
          return new Part.Literal(word.equals("true"));
        }
        default -> {}
      }
      Class<?> type = type(word);
      while (true) {
        require(".");
        if (eat("<")) {
          // Type arguments say nothing at run time.
          for (int depth = 1; depth > 0 && at < text.length(); at++) {
            depth += text.charAt(at) == '<' ? 1 : text.charAt(at) == '>' ? -1 : 0;
          }
        }
        String name = word();
        if (at < text.length() && text.charAt(at) == '(') {
          return new Part.Call(null, JavaMethods.statics(type, name), arguments());
        }
        if (Character.isUpperCase(name.charAt(0)) && !name.equals(upper(name))) {
          type = JavaMethods.nested(type, name);
        } else {
          return new Part.Constant(type, name);
        }
      }
    }

    private static String upper(String name) {
      return name.toUpperCase(java.util.Locale.ROOT);
    }

    private static Class<?> type(String name) {
      return JavaMethods.type(name);
    }

    private String word() {
      skip();
      int start = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      if (start == at) {
        throw new Unfit(text.substring(at));
      }
      return text.substring(start, at);
    }

    private Part string() {
      StringBuilder value = new StringBuilder();
      for (at++; text.charAt(at) != '"'; at++) {
        if (text.charAt(at) == '\\') {
          at++;
          value.append(
              switch (text.charAt(at)) {
                case 'n' -> '\n';
                case 't' -> '\t';
                case 'r' -> '\r';
                default -> text.charAt(at);
              });
        } else {
          value.append(text.charAt(at));
        }
      }
      at++;
      return new Part.Literal(value.toString());
    }

    private Part number() {
      int start = at++;
      while (at < text.length()
          && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')
          && !(text.charAt(at) == '.'
              && at + 1 < text.length()
              && Character.isJavaIdentifierStart(text.charAt(at + 1)))) {
        at++;
      }
      if (at < text.length() && text.charAt(at) == 'e') {
        at += text.charAt(at + 1) == '-' ? 2 : 1;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
          at++;
        }
      }
      String digits = text.substring(start, at);
      if (digits.equals("-")) {
        throw new Unfit(text.substring(start));
      }
      if (digits.contains(".") || digits.contains("e")) {
        return new Part.Literal(Double.valueOf(digits));
      }
      eat("L");
      return new Part.Literal(Long.valueOf(digits));
    }
  }
}
