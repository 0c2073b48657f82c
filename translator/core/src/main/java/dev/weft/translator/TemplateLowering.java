package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Func;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills the Java text of a signature with the arguments of a call. */
final class TemplateLowering {
  private final Lowering lowering;
  private final ArgumentLowering arguments;

  TemplateLowering(Lowering lowering, ArgumentLowering arguments) {
    this.lowering = lowering;
    this.arguments = arguments;
  }

  /** Functions that take from an iterable only when they are asked to. */
  private static final Set<String> LAZY =
      Set.of(
          "iter",
          "next",
          "map",
          "filter",
          "zip",
          "enumerate",
          "chain",
          "islice",
          "takewhile",
          "dropwhile",
          "cycle",
          "starmap",
          "tee",
          "pairwise",
          "batched",
          "accumulate",
          "aiter",
          "anext",
          "any",
          "all");

  /** Stands for the name of the function that a thread runs. */
  private static final String NAMED = "{target.__name__}";

  private static String nameOf(Expr function) {
    return function instanceof Expr.Lambda
        ? "<lambda>"
        : Desugaring.plain(Decorators.name(function));
  }

  /** Fills the Java text of a signature. */
  JavaExpr template(Expr.Call call, Signature signature, @Nullable JavaExpr self, Type result) {
    Matching.Arguments matched =
        Objects.requireNonNull(lowering.inference.exprs.calls.library.match(signature, call));
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    if (signature.receiver() != null && self != null) {
      bindings.flow(Types.strip(self.type()), signature.receiver());
    }
    matched.each((p, arg) -> {
      // Of what nothing reached, only the place tells the type.
      if (lowering.raw(arg) != Basic.NEVER || arg instanceof Expr.Starred) {
        bindings.flow(argumentType(arg), p.type());
      }
    });
    Expr.Call later = lowering.inference.exprs.calls.library.deferred.of(signature, matched, call);
    List<Expr> ordered = new ArrayList<>(call.arguments());
    for (Keyword k : call.keywords()) {
      ordered.add(k.value());
    }
    ordered.replaceAll(lowering.inference.exprs.calls.library::given);
    if (later != null) {
      matched.each((p, arg) -> {
        if (DeferredCalls.isPart(signature, p)) {
          ordered.remove(arg);
        }
      });
    }
    List<Expr> plain = new ArrayList<>();
    List<Type> wanted = new ArrayList<>();
    for (Expr arg : ordered) {
      plain.add(arg instanceof Expr.Starred s ? s.value() : arg);
      wanted.add(wanted(matched, arg, bindings));
    }
    if (!LAZY.contains(signature.name())) {
      // What is kept as an element is not gone through.
      matched.each((p, arg) -> {
        if (arg instanceof Expr.Starred s) {
          lowering.exprs.comprehensions().makeEager(s.value());
        } else if (!(p.type() instanceof TypeForm.Param)) {
          lowering.exprs.comprehensions().makeEager(arg);
        }
      });
    }
    List<JavaExpr> lowered = lowering.exprs.inOrder(plain, wanted);
    String java = signature.java();
    // Of ints alone Java's own methods make an int, which would not box as a long.
    boolean ints =
        java.startsWith(support("Math") + ".")
            && lowered.stream().allMatch(value -> value.wide() != null);
    if (java.contains("{handled}")) {
      String handled = lowering.body.handled.peek();
      java = java.replace("{handled}", handled == null ? "null" : handled);
    }
    if (self != null) {
      java = java.replace("{self}", self.at(JavaExpr.PRIMARY));
    }
    for (Signature.Param p : signature.params()) {
      List<String> codes = new ArrayList<>();
      if (later != null && DeferredCalls.isPart(signature, p)) {
        if (p.isDeferred()) {
          java =
              java.replace(
                  "{" + p.name() + "}",
                  DeferredCalls.lambda(lowering, later, signature.returnsDeferred()));
        }
        continue;
      }
      List<Expr> args = matched.byParam().getOrDefault(p, List.of());
      if (p.isKeywords()) {
        java =
            java.replace("{" + p.name() + "}", keywords(call, p, args, lowered, ordered, bindings));
        continue;
      }
      for (Expr arg : args) {
        JavaExpr value = lowered.get(ordered.indexOf(arg));
        if (ints) {
          value = value.widened();
        }
        if (arguments.keepAll) {
          value = arguments.stableValue(value, arg);
        }
        boolean generic = p.type() instanceof TypeForm.Param || p.isSpread();
        boolean isReceiver = java.contains("{" + p.name() + "}.");
        String code =
            generic
                ? targeted(value).asObject(bindings.type(p.type()))
                : isReceiver ? value.at(JavaExpr.PRIMARY) : value.code();
        if (isFolded(signature, p)) {
          Type folded = bindings.type(p.type());
          if ((folded == Basic.NUM || folded == Basic.OBJECT) && lowering.type(arg) != folded) {
            // Java would infer the class of this one argument.
            code = "(" + JavaTypes.of(folded) + ") " + code;
          }
        }
        if (arg instanceof Expr.Starred) {
          code = Coercion.iterable(value).code();
          if (isTyped(p)
              && JavaTypes.boxed(lowering.inference.exprs.elementOf(value.type(), false))
                  .equals("Object")) {
            code =
                support("Py")
                    + ".<Iterable<"
                    + JavaTypes.boxed(bindings.type(p.type()))
                    + ">>cast("
                    + code
                    + ")";
          }
          code = isTyped(p) ? code : support("Iters") + ".<Object>array(" + code + ")";
        }
        codes.add(code);
      }
      String text =
          codes.isEmpty() && !p.isSpread()
              ? p.isLeftOut() ? "" : Objects.requireNonNull(p.defaultJava())
              : spread(p, args, codes);
      if (text.isEmpty()) {
        java =
            java.replace(", {" + p.name() + "}", "")
                .replace("{" + p.name() + "}, ", "")
                .replace("({" + p.name() + "})", "()");
      }
      if (isTyped(p) && args.stream().anyMatch(Expr.Starred.class::isInstance)) {
        // What is spread comes as one iterable already.
        java =
            java.replace(support("Lists") + ".of({" + p.name() + "})", text)
                .replace(support("Itertools") + ".chain({", support("Itertools") + ".flatten({");
      }
      java = java.replace("{" + p.name() + "}", text);
    }
    if (java.contains(NAMED)) {
      String unknown = Library.SUPPORT + "PyThread.named(" + NAMED + ")";
      java =
          later == null
              ? java.replace(unknown, "null")
              : java.replace(NAMED, Strings.literal(nameOf(later.function())));
    }
    java = java.replace("{" + Library.SUPPORT + "T}", JavaTypes.boxed(bindings.of("T").type()));
    boolean boxed = !(signature.result() instanceof TypeForm.Plain);
    Type own = bindings.type(signature.result());
    String untyped = support("Py") + ".cast(";
    boolean generic = Types.strip(result) instanceof Type.Generic;
    if (generic && java.startsWith(untyped)) {
      java =
          support("Py")
              + ".<"
              + JavaTypes.boxed(result)
              + ">cast("
              + java.substring(untyped.length());
    } else if (generic
        && (isSettled(own) || differsInPart(own, Types.strip(result)))
        && !(JavaTypes.boxed(own).equals(JavaTypes.boxed(result))
            && areUniform(signature, matched, result))) {
      // Java infers from the arguments alone what the program knows better.
      String told = told(signature, matched, result, java);
      java =
          told != null
              ? told
              : support("Py") + ".<" + JavaTypes.boxed(result) + ">cast(" + java + ")";
    }
    if (boxed && own == Basic.OBJECT) {
      return Coercion.to(JavaExpr.primary(java, Basic.OBJECT), result);
    }
    return boxed
        ? JavaExpr.boxed(java, result)
        : JavaExpr.primary(java, own == Basic.OBJECT ? Basic.OBJECT : result);
  }

  /** Whether an argument is of the type that a function among the arguments takes and gives. */
  private static boolean isFolded(Signature signature, Signature.Param p) {
    return p.type() instanceof TypeForm.Param
        && signature.params().stream()
            .anyMatch(other ->
                other.type() instanceof TypeForm.Function f
                    && f.result().equals(p.type())
                    && f.params().contains(p.type()));
  }

  /** Whether Java infers one element type of awaitables that are passed one by one. */
  private boolean areUniform(Signature signature, Matching.Arguments matched, Type result) {
    return signature.params().stream()
        .filter(p -> p.isSpread() && isAwaitable(p))
        .flatMap(p -> matched.byParam().getOrDefault(p, List.of()).stream())
        .allMatch(arg -> awaited(arg).equals(JavaTypes.boxed(elementOf(signature, result))));
  }

  private static boolean isAwaitable(Signature.Param p) {
    return p.type() instanceof TypeForm.Applied a && a.name().equals("awaitable");
  }

  private String awaited(Expr arg) {
    return JavaTypes.boxed(Types.arg(argumentType(arg), 0));
  }

  /** What {@code T} is where a signature gives a result. */
  private static Type elementOf(Signature signature, Type result) {
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    bindings.flow(Types.strip(result), signature.result());
    return bindings.of("T").type();
  }

  /**
   * The call with its type argument written out, where that alone makes Java infer the result: all
   * that is passed are awaitables of a subtype.
   */
  private @Nullable String told(
      Signature signature, Matching.Arguments matched, Type result, String java) {
    String type = JavaTypes.boxed(elementOf(signature, result));
    boolean fits =
        java.charAt(0) == Library.SUPPORT
            && signature.params().stream().anyMatch(p -> p.isSpread() && isAwaitable(p))
            && signature.params().stream()
                .filter(TemplateLowering::isAwaitable)
                .flatMap(p -> matched.byParam().getOrDefault(p, List.of()).stream())
                .allMatch(arg -> type.equals("Object") || awaited(arg).equals(type));
    int name = java.indexOf('.') + 1;
    return fits ? java.substring(0, name) + "<" + type + ">" + java.substring(name) : null;
  }

  /** A lambda or method reference says what it is where Java would have to guess. */
  static JavaExpr targeted(JavaExpr value) {
    return value.type() instanceof Func && value.precedence() == JavaExpr.LOWEST
        ? Coercion.to(value, Basic.OBJECT)
        : value;
  }

  /** The dict of what was passed by names that are no parameters. */
  String keywords(
      Expr.Call call,
      Signature.Param p,
      List<Expr> args,
      List<JavaExpr> lowered,
      List<Expr> ordered,
      TypeForm.Bindings bindings) {
    Type type = bindings.type(p.type());
    List<String> codes = new ArrayList<>();
    List<String> dicts = new ArrayList<>();
    for (Keyword k : call.keywords()) {
      if (args.contains(k.value())) {
        JavaExpr value = lowered.get(ordered.indexOf(k.value()));
        if (k.name() == null) {
          dicts.add(named(codes, type));
          codes.clear();
          dicts.add(
              support("Py")
                  + ".<"
                  + support("Map")
                  + "<String, "
                  + JavaTypes.boxed(type)
                  + ">>cast("
                  + value.code()
                  + ")");
          if (args.size() == 1) {
            return value.code();
          }
          continue;
        }
        codes.add(Strings.literal(k.name()));
        codes.add(value.asObject(type));
      }
    }
    dicts.add(named(codes, type));
    dicts.removeIf(String::isEmpty);
    if (dicts.isEmpty()) {
      return support("Dicts") + ".<String, " + JavaTypes.boxed(type) + ">of()";
    }
    return dicts.stream()
        .reduce((x, y) -> support("Dicts") + ".merged(" + x + ", " + y + ")")
        .orElseThrow();
  }

  static String named(List<String> codes, Type type) {
    return codes.isEmpty()
        ? ""
        : support("Dicts")
            + ".<String, "
            + JavaTypes.boxed(type)
            + ">of("
            + String.join(", ", codes)
            + ")";
  }

  /** Whether a part that is known is another one than the program knows. */
  private static boolean differsInPart(Type own, Type result) {
    if (!(own instanceof Type.Generic a)
        || !(result instanceof Type.Generic b)
        || a.args().size() != b.args().size()) {
      return false;
    }
    for (int i = 0; i < a.args().size(); i++) {
      Type part = a.args().get(i).type();
      if (isSettled(part)
          && !JavaTypes.boxed(part).equals(JavaTypes.boxed(b.args().get(i).type()))) {
        return true;
      }
    }
    return false;
  }

  static boolean isSettled(Type type) {
    return isSettled(type, 0);
  }

  static boolean isSettled(Type type, int depth) {
    return switch (type) {
      case Basic b -> b != Basic.NEVER;
      case Type.Opt o -> isSettled(o.inner(), depth);
      case Type.Generic g ->
          depth > 6 || g.args().stream().allMatch(c -> isSettled(c.type(), depth + 1));
      case Func f -> false;
      default -> true;
    };
  }

  /** A spread argument is an array already; beside others, all become one array. */
  String spread(Signature.Param p, List<Expr> args, List<String> codes) {
    boolean star = args.stream().anyMatch(Expr.Starred.class::isInstance);
    if (!star && p.isSpread() && codes.size() == 1 && codes.get(0).equals("null")) {
      return "(Object) null";
    }
    if (!star) {
      return String.join(", ", codes);
    }
    if (codes.size() == 1) {
      return codes.get(0);
    }
    if (isTyped(p)) {
      List<String> typed = new ArrayList<>();
      for (int i = 0; i < codes.size(); i++) {
        typed.add(
            args.get(i) instanceof Expr.Starred
                ? codes.get(i)
                : support("Tuple") + ".of(" + codes.get(i) + ")");
      }
      return support("Tuple") + ".concat(" + String.join(", ", typed) + ")";
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      parts.add(
          args.get(i) instanceof Expr.Starred
              ? codes.get(i)
              : "new Object[] {" + codes.get(i) + "}");
    }
    return support("Iters") + ".arrays(" + String.join(", ", parts) + ")";
  }

  /** A spread parameter whose Java method also takes an iterable; an array would need its class. */
  static boolean isTyped(Signature.Param p) {
    return p.type() instanceof TypeForm.Applied;
  }

  Type argumentType(Expr arg) {
    return arg instanceof Expr.Starred s
        ? lowering.inference.exprs.elementOf(lowering.type(s.value()), false)
        : lowering.type(arg);
  }

  Type wanted(Matching.Arguments matched, Expr arg, TypeForm.Bindings bindings) {
    for (Signature.Param p : matched.byParam().keySet()) {
      if (Objects.requireNonNull(matched.byParam().get(p)).contains(arg)) {
        if (arg instanceof Expr.Starred s) {
          return lowering.type(s.value());
        }
        Type type = bindings.type(p.type());
        // An own generic type of the argument is what it is; only unknown ones are cast.
        boolean container = p.type() instanceof TypeForm.Applied a && !a.name().equals("iter");
        Type actual = lowering.type(arg);
        return (container && actual != Basic.OBJECT) || type == Basic.NEVER ? actual : type;
      }
    }
    return Basic.OBJECT;
  }
}
