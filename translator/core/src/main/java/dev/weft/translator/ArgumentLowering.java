package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import dev.weft.translator.parser.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the arguments of a call into the order of a function's parameters. */
final class ArgumentLowering {
  private final Lowering lowering;

  /** Whether arguments are for code that runs later, and must be what they are now. */
  boolean keepAll;

  ArgumentLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  /** For a call that happens here. */
  String of(FunctionInfo function, Expr.Call call) {
    return String.join(", ", all(function, call, false));
  }

  /** For a call that happens later, in a lambda: what changes is copied now. */
  String stable(FunctionInfo function, Expr.Call call) {
    return String.join(", ", all(function, call, true));
  }

  private List<String> all(FunctionInfo function, Expr.Call call, boolean later) {
    List<String> codes = new ArrayList<>(lowering.functions.captureArguments(function, later));
    List<Parameter> params = function.callerParameters();
    boolean unbound =
        function.binding == FunctionInfo.Binding.SELF
            && call.function() instanceof Expr.Attribute a
            && lowering.raw(a.value()) instanceof Type.ClassRef
            && !(lowering.raw(a) instanceof Type.ClassRef);
    List<Expr> given =
        unbound ? call.arguments().subList(1, call.arguments().size()) : call.arguments();
    codes.addAll(match(call, given, slots(function, params), later));
    return codes;
  }

  /** One place to fill. */
  private record Slot(
      String name,
      Type type,
      Parameter.Kind kind,
      @Nullable Expr defaultValue,
      Type element,
      boolean ofField) {
    /** What a value for it is called, if it is kept. */
    String named() {
      boolean several = kind == Parameter.Kind.VAR_ARGS || kind == Parameter.Kind.VAR_KEYWORDS;
      return several ? "arg" : JavaNames.camel(name);
    }
  }

  private List<Slot> slots(FunctionInfo function, List<Parameter> params) {
    List<Slot> slots = new ArrayList<>();
    for (Parameter p : params) {
      Type type = Objects.requireNonNull(function.params.get(p.name())).type();
      Type element =
          switch (p.kind()) {
            case VAR_ARGS -> Types.element(type);
            case VAR_KEYWORDS -> Types.arg(type, 1);
            default -> type;
          };
      slots.add(new Slot(p.name(), type, p.kind(), p.defaultValue(), element, false));
    }
    return slots;
  }

  /** The arguments of a dataclass or named tuple. */
  String ofFields(ClassInfo type, Expr.Call call) {
    return String.join(", ", match(call, call.arguments(), fieldSlots(type), false));
  }

  private List<Slot> fieldSlots(ClassInfo type) {
    List<Slot> slots = new ArrayList<>();
    for (String name : PatternTypes.matchArgs(type)) {
      Variable field = type.fieldOrNew(name);
      Expr defaultValue = null;
      for (ClassInfo c = type; c != null && defaultValue == null; c = c.base()) {
        defaultValue = c.dataFields.get(name);
      }
      if (defaultValue instanceof Expr.Call f && Decorators.name(f.function()).equals("field")) {
        if (isHidden(f)) {
          continue;
        }
        if (f.keywords().stream()
            .noneMatch(k -> "default".equals(k.name()) || "default_factory".equals(k.name()))) {
          defaultValue = null;
        }
      }
      Parameter.Kind kind =
          type.isMadeByNames ? Parameter.Kind.KEYWORD_ONLY : Parameter.Kind.NORMAL;
      slots.add(new Slot(name, field.type(), kind, defaultValue, field.type(), true));
    }
    return slots;
  }

  /** Whether the arguments of a call are matched with the parameters before the program runs. */
  boolean matches(FunctionInfo function, Expr.Call call) {
    boolean unbound =
        function.binding == FunctionInfo.Binding.SELF
            && call.function() instanceof Expr.Attribute a
            && lowering.raw(a.value()) instanceof Type.ClassRef
            && !(lowering.raw(a) instanceof Type.ClassRef);
    if (unbound
        && (call.arguments().isEmpty() || call.arguments().get(0) instanceof Expr.Starred)) {
      return false;
    }
    List<Expr> given =
        unbound ? call.arguments().subList(1, call.arguments().size()) : call.arguments();
    return matches(slots(function, function.callerParameters()), given, call.keywords());
  }

  boolean matchesFields(ClassInfo type, Expr.Call call) {
    return matches(fieldSlots(type), call.arguments(), call.keywords());
  }

  private boolean matches(List<Slot> slots, List<Expr> given, List<Keyword> keywords) {
    java.util.Set<Integer> filled = new java.util.HashSet<>();
    int at = 0;
    for (int i = 0; i < given.size(); i++) {
      boolean open = at < slots.size() && slots.get(at).kind() == Parameter.Kind.VAR_ARGS;
      if (given.get(i) instanceof Expr.Starred s && !open) {
        // A tuple of known length, last, fills what is left.
        boolean exact =
            Types.strip(lowering.type(s.value())) instanceof Type.Generic g
                && g.name().equals("tuple")
                && i == given.size() - 1
                && keywords.isEmpty()
                && g.args().size() == slots.size() - at;
        return exact
            && slots.stream()
                .allMatch(p ->
                    p.kind() == Parameter.Kind.NORMAL
                        || p.kind() == Parameter.Kind.POSITIONAL_ONLY);
      }
      if (at >= slots.size()
          || slots.get(at).kind() == Parameter.Kind.KEYWORD_ONLY
          || slots.get(at).kind() == Parameter.Kind.VAR_KEYWORDS) {
        return false;
      }
      filled.add(at);
      at += open ? 0 : 1;
    }
    boolean spread = false;
    boolean extra = false;
    for (Keyword k : keywords) {
      int place = place(slots, k);
      if (place < 0) {
        return false;
      }
      boolean rest = slots.get(place).kind() == Parameter.Kind.VAR_KEYWORDS;
      if (!rest
          && (!filled.add(place) || slots.get(place).kind() == Parameter.Kind.POSITIONAL_ONLY)) {
        return false;
      }
      if (spread && k.name() == null) {
        return false;
      }
      spread |= k.name() == null;
      extra |= k.name() != null && rest;
    }
    if (spread
        && (extra
            || slots.stream()
                .anyMatch(s ->
                    s.kind() == Parameter.Kind.KEYWORD_ONLY
                        || s.kind() == Parameter.Kind.NORMAL))) {
      return false;
    }
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.kind() != Parameter.Kind.VAR_ARGS
          && slot.kind() != Parameter.Kind.VAR_KEYWORDS
          && slot.defaultValue() == null
          && !filled.contains(i)) {
        return false;
      }
    }
    return true;
  }

  private List<String> match(Expr.Call call, List<Expr> given, List<Slot> slots, boolean later) {
    List<Expr> exprs = new ArrayList<>();
    List<Type> wanted = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<String> keywords = new ArrayList<>();
    int at = 0;
    for (Expr arg : given) {
      boolean varArgs = at < slots.size() && slots.get(at).kind() == Parameter.Kind.VAR_ARGS;
      if (at >= slots.size()
          || slots.get(at).kind() == Parameter.Kind.KEYWORD_ONLY
          || slots.get(at).kind() == Parameter.Kind.VAR_KEYWORDS) {
        lowering.diagnostics.refuse(
            arg,
            "this call passes more positional arguments than the function takes",
            "remove the argument");
        return List.of();
      }
      if (arg instanceof Expr.Starred && !varArgs) {
        return spreadInto(call, given, slots, later);
      }
      exprs.add(arg instanceof Expr.Starred s ? s.value() : arg);
      wanted.add(
          arg instanceof Expr.Starred s ? lowering.type(s.value()) : slots.get(at).element());
      places.add(at);
      keywords.add(arg instanceof Expr.Starred ? "*" : "");
      at += varArgs ? 0 : 1;
    }
    for (Keyword k : call.keywords()) {
      int place = place(slots, k);
      if (place < 0) {
        lowering.diagnostics.refuse(
            k,
            k.name() == null
                ? "spreading ** into these parameters is not supported"
                : "the function has no parameter '" + k.name() + "'",
            "name the parameters one by one");
        return List.of();
      }
      exprs.add(k.value());
      wanted.add(k.name() == null ? lowering.type(k.value()) : slots.get(place).element());
      places.add(place);
      keywords.add(k.name() == null ? "**" : k.name());
    }
    List<JavaExpr> lowered = lowering.exprs.inOrder(exprs, wanted);
    Map<Integer, List<String>> filled = new HashMap<>();
    for (int i = 0; i < lowered.size(); i++) {
      Slot slot = slots.get(places.get(i));
      JavaExpr value =
          later || keepAll
              ? stableValue(lowered.get(i), exprs.get(i), slot.named())
              : lowered.get(i);
      String code = value.wide() == null ? value.code() : value.asHeld(slot.type());
      if (slot.kind() == Parameter.Kind.VAR_KEYWORDS && !keywords.get(i).equals("**")) {
        code = Strings.literal(keywords.get(i)) + ", " + value.asObject(slot.element());
      } else if (slot.kind() == Parameter.Kind.VAR_ARGS && keywords.get(i).isEmpty()) {
        code = value.asObject(slot.element());
      } else if (keywords.get(i).equals("*")) {
        code = "*" + Coercion.iterable(value).code();
      } else if (keywords.get(i).equals("**")) {
        code = "*" + code;
      }
      filled.computeIfAbsent(places.get(i), p -> new ArrayList<>()).add(code);
    }
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      codes.add(code(call, slots.get(i), filled.get(i)));
    }
    return codes;
  }

  private static int place(List<Slot> slots, Keyword k) {
    int spread = -1;
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.name().equals(k.name())
          && slot.kind() != Parameter.Kind.VAR_KEYWORDS
          && slot.kind() != Parameter.Kind.VAR_ARGS) {
        return i;
      }
      if (slot.kind() == Parameter.Kind.VAR_KEYWORDS) {
        spread = i;
      }
    }
    return spread;
  }

  private String code(Expr.Call call, Slot slot, @Nullable List<String> filled) {
    String element = JavaTypes.boxed(slot.element());
    return switch (slot.kind()) {
      case VAR_ARGS -> {
        List<String> values = filled == null ? List.of() : filled;
        if (values.stream().anyMatch(v -> v.startsWith("*"))) {
          if (values.size() == 1) {
            yield support("Tuple") + ".<" + element + ">copyOf(" + values.get(0).substring(1) + ")";
          }
          yield support("Tuple")
              + ".<"
              + element
              + ">concat("
              + values.stream()
                  .map(v ->
                      v.startsWith("*")
                          ? v.substring(1)
                          : support("Tuple") + ".<" + element + ">of(" + v + ")")
                  .collect(Collectors.joining(", "))
              + ")";
        }
        yield support("Tuple") + ".<" + element + ">of(" + String.join(", ", values) + ")";
      }
      case VAR_KEYWORDS -> {
        List<String> values = filled == null ? List.of() : filled;
        if (values.size() == 1 && values.get(0).startsWith("*")) {
          yield values.get(0).substring(1);
        }
        if (values.stream().anyMatch(v -> v.startsWith("*"))) {
          yield values.stream()
              .map(v ->
                  v.startsWith("*")
                      ? v.substring(1)
                      : support("Dicts") + ".<String, " + element + ">of(" + v + ")")
              .reduce((x, y) -> support("Dicts") + ".merged(" + x + ", " + y + ")")
              .orElseThrow();
        }
        yield support("Dicts") + ".<String, " + element + ">of(" + String.join(", ", values) + ")";
      }
      default -> {
        if (filled != null) {
          yield filled.get(0);
        }
        if (slot.defaultValue() == null) {
          lowering.diagnostics.refuse(
              call, "the argument for '" + slot.name() + "' is missing", "pass it");
          yield "null";
        }
        yield slot.ofField() ? fieldDefault(slot) : defaultCode(slot.defaultValue(), slot.type());
      }
    };
  }

  /** A field that is no parameter of the constructor. */
  static boolean isHidden(Expr.Call field) {
    return field.keywords().stream()
        .anyMatch(
            k -> "init".equals(k.name()) && k.value() instanceof Expr.BoolLiteral b && !b.value());
  }

  private String fieldDefault(Slot slot) {
    String code = fieldDefault(Objects.requireNonNull(slot.defaultValue()), slot.type());
    return code == null ? "null" : code;
  }

  @Nullable String fieldDefault(Expr value, Type type) {
    if (value instanceof Expr.Call c && Decorators.name(c.function()).equals("field")) {
      for (Keyword k : c.keywords()) {
        if ("default".equals(k.name())) {
          return lowering.exprs.value(k.value(), type).code();
        }
        if ("default_factory".equals(k.name())) {
          return factory(k.value(), type);
        }
      }
      return null;
    }
    return lowering.exprs.value(value, type).code();
  }

  /** What a factory such as {@code list} makes, called here. */
  String factory(Expr factory, Type type) {
    Type raw = lowering.raw(factory);
    if (raw instanceof Type.LibRef l) {
      switch (l.path()) {
        case "builtins.list" -> {
          return Packing.empty(Types.arg(type, 0));
        }
        case "builtins.dict" -> {
          return "new " + support("PyDict") + "<>()";
        }
        case "builtins.set" -> {
          return "new " + support("PySet") + "<>()";
        }
        case "builtins.int" -> {
          return "0L";
        }
        case "builtins.float" -> {
          return "0.0";
        }
        case "builtins.str" -> {
          return "\"\"";
        }
        case "builtins.bool" -> {
          return "false";
        }
        default -> {}
      }
    }
    Expr.Call call = new Expr.Call(factory.at(), factory, List.of(), List.of());
    if (raw instanceof Type.ClassRef c) {
      return lowering.calls.construct(call, c.type()).code();
    }
    Signature signature =
        raw instanceof Type.LibRef l
            ? Library.get().function(l.path()).stream()
                .filter(s -> Matching.match(s, call) != null)
                .findFirst()
                .orElse(null)
            : null;
    if (signature != null) {
      return lowering.calls.library().templates().template(call, signature, null, type).code();
    }
    JavaExpr function = lowering.exprs.expr(factory);
    if (!(Types.strip(function.type()) instanceof Type.Func f && f.params().isEmpty())) {
      return Coercion.to(new FunctionValues(lowering).call(function, call), type).asObject(type);
    }
    return function.code().contains("->")
        ? "((" + JavaTypes.boxed(lowering.type(factory)) + ") " + function.code() + ").call()"
        : function.at(JavaExpr.PRIMARY) + ".call()";
  }

  /** A default that Java can repeat at each call; Python evaluates it once, at the definition. */
  private String defaultCode(Expr value, Type type) {
    if (isRepeatable(value)) {
      return lowering.exprs.value(value, type).code();
    }
    lowering.diagnostics.refuse(
        value,
        "this default value is evaluated once in Python and shared by all calls",
        "use None as the default and make the value inside the function");
    return "null";
  }

  private boolean isRepeatable(Expr value) {
    return switch (value) {
      case Expr.IntLiteral i -> true;
      case Expr.FloatLiteral f -> true;
      case Expr.StringLiteral s -> true;
      case Expr.BoolLiteral b -> true;
      case Expr.NoneLiteral n -> true;
      case Expr.UnaryOp u -> isRepeatable(u.operand());
      case Expr.BinOp b -> isRepeatable(b.left()) && isRepeatable(b.right());
      case Expr.TupleDisplay t -> t.elements().stream().allMatch(this::isRepeatable);
      case Expr.Name n -> {
        Symbol symbol = lowering.module.names.get(n);
        yield !(symbol instanceof Symbol.Var v)
            || (v.variable().owner == null && v.variable().bindings == 1);
      }
      case Expr.Attribute a ->
          lowering.raw(a.value()) instanceof Type.ClassRef
              || lowering.raw(a.value()) instanceof Type.LibRef;
      case Expr.Call c ->
          Decorators.name(c.function()).equals("float")
              && c.arguments().stream().allMatch(Expr.StringLiteral.class::isInstance);
      default -> false;
    };
  }

  /** {@code f(*values)} into plain parameters: the values are counted at run time. */
  private List<String> spreadInto(
      Expr.Call call, List<Expr> given, List<Slot> slots, boolean later) {
    Expr last = given.getLast();
    int stars =
        Collections.frequency(given.stream().map(Object::getClass).toList(), Expr.Starred.class);
    if (!(last instanceof Expr.Starred star) || stars != 1 || !call.keywords().isEmpty()) {
      lowering.diagnostics.refuse(
          call, "this mix of spread and plain arguments is not supported", "spread one list, last");
      return List.of();
    }
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < given.size() - 1; i++) {
      JavaExpr value = lowering.exprs.value(given.get(i), slots.get(i).type());
      codes.add((later ? stableValue(value, given.get(i), slots.get(i).named()) : value).code());
    }
    Type type = lowering.type(star.value());
    JavaExpr values = lowering.exprs.expr(star.value());
    int rest = slots.size() - codes.size();
    if (slots.stream()
        .anyMatch(
            s -> s.kind() != Parameter.Kind.NORMAL && s.kind() != Parameter.Kind.POSITIONAL_ONLY)) {
      lowering.diagnostics.refuse(
          call,
          "spreading into these parameters is not supported",
          "pass the arguments one by one");
      return List.of();
    }
    if (Types.strip(type) instanceof Type.Generic g && g.name().equals("tuple")) {
      JavaExpr kept = lowering.exprs.keep(values, "args");
      for (int i = 0; i < Math.min(rest, g.args().size()); i++) {
        codes.add(
            Coercion.to(
                    JavaExpr.boxed(
                        kept.code() + "." + Subscripts.component(i), g.args().get(i).type()),
                    slots.get(codes.size()).type())
                .code());
      }
      return codes;
    }
    String kept = lowering.body.fresh("args");
    String element = JavaTypes.boxed(Types.element(type));
    lowering.line(
        support("Tuple")
            + "<"
            + element
            + "> "
            + kept
            + " = "
            + support("Iters")
            + ".exactly("
            + Coercion.iterable(values).code()
            + ", "
            + rest
            + ");");
    for (int i = 0; i < rest; i++) {
      codes.add(
          Coercion.to(
                  JavaExpr.boxed(kept + ".get(" + i + ")", Types.element(type)),
                  slots.get(codes.size()).type())
              .code());
    }
    return codes;
  }

  /** The same value when it is asked for later: kept in a variable unless it cannot change. */
  JavaExpr stableValue(JavaExpr value, Expr expr) {
    return stableValue(value, expr, "arg");
  }

  /** The function of a call that may be made later, which is what it is now. */
  JavaExpr stableFunction(JavaExpr value, Expr expr) {
    if (!keepAll) {
      return value;
    }
    return expr instanceof Expr.Lambda
        ? lowering.exprs.keep(value, "function")
        : stableValue(value, expr, "function");
  }

  private JavaExpr stableValue(JavaExpr value, Expr expr, String called) {
    if (isConstant(expr) || value.code().equals("this") || value.code().equals("null")) {
      return value;
    }
    if (value.type() == Basic.NONE || (value.code().startsWith("new ") && value.endsWith("<>()"))) {
      return value;
    }
    String name =
        expr instanceof Expr.Name n
            ? JavaNames.camel(n.id())
            : expr instanceof Expr.Attribute a ? JavaNames.camel(a.name()) : called;
    return lowering.exprs.keep(value, name);
  }

  private boolean isConstant(Expr expr) {
    return switch (expr) {
      case Expr.IntLiteral i -> true;
      case Expr.FloatLiteral f -> true;
      case Expr.StringLiteral s -> true;
      case Expr.BoolLiteral b -> true;
      case Expr.NoneLiteral n -> true;
      case Expr.Name n -> isFinal(n);
      case Expr.UnaryOp u -> isConstant(u.operand());
      case Expr.BinOp b ->
          isConstant(b.left()) && isConstant(b.right()) && lowering.type(b) != Basic.OBJECT;
      case Expr.FString f -> f.parts().stream().allMatch(this::isConstant);
      case Expr.FormattedValue f ->
          isConstant(f.value())
              && (Types.isPrimitive(lowering.type(f.value()))
                  || lowering.type(f.value()) == Basic.STR)
              && f.spec() == null;
      case Expr.Lambda l -> true;
      default -> false;
    };
  }

  /** Whether Java sees a name as effectively final. */
  boolean isFinal(Expr.Name n) {
    return switch (lowering.module.names.get(n)) {
      case Symbol.Var v -> {
        Variable x = v.variable();
        yield x.bindings == 1
            && !x.assignedElsewhere
            && !x.isBoxed()
            && (x.owner != null || !x.isField)
            && !x.counted
            && (x.isParameter || x.inComprehension || x.declaredOnce);
      }
      case Symbol.Function f -> true;
      case Symbol.UserClass c -> true;
      case Symbol.Library l -> true;
      case null -> false;
    };
  }

  String spread(List<Expr> args) {
    List<String> parts = new ArrayList<>();
    for (Expr arg : args) {
      parts.add(
          arg instanceof Expr.Starred s
              ? support("Iters")
                  + ".<Object>array("
                  + Coercion.iterable(lowering.exprs.expr(s.value())).code()
                  + ")"
              : "new Object[] {" + lowering.exprs.value(arg, Basic.OBJECT).code() + "}");
    }
    return support("Iters") + ".arrays(" + String.join(", ", parts) + ")";
  }
}
