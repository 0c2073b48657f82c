package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Func;
import dev.weft.translator.Type.FuncRef;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.Type.LibRef;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.Parameter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of calls of the library, and of its functions as values. */
final class LibraryCallTypes {
  private final ExprTypes exprs;

  LibraryCallTypes(ExprTypes exprs) {
    this.exprs = exprs;
  }

  /** Whether what is unknown by now stays so, and overloads are chosen all the same. */
  boolean settled;

  final DeferredCalls deferred = new DeferredCalls();

  /** The signature chosen for each call of the library. */
  private final IdentityHashMap<Expr, Signature> chosen = new IdentityHashMap<>();

  /** How calls match signatures; depends on the shape of a call alone. */
  private final IdentityHashMap<Expr.Call, Map<Signature, Optional<Matching.Arguments>>> matches =
      new IdentityHashMap<>();

  Matching.@Nullable Arguments match(Signature signature, Expr.Call call) {
    return matches
        .computeIfAbsent(call, c -> new IdentityHashMap<>(4))
        .computeIfAbsent(signature, s -> Optional.ofNullable(Matching.match(s, call)))
        .orElse(null);
  }

  void forget(Expr.Call call) {
    chosen.remove(call);
  }

  @Nullable Signature chosen(Expr.Call call) {
    return chosen.get(call);
  }

  /** The name under which a type's methods are declared. */
  static @Nullable String receiverName(Type type) {
    return switch (type) {
      case Basic.STR -> "str";
      case Basic.INT -> "int";
      case Basic.FLOAT -> "float";
      case Basic.BOOL -> "int";
      case Basic.NUM -> "float";
      case Basic.BYTES -> "bytes";
      case Generic g -> g.name();
      case Instance i when i.type().isException -> "exception";
      case Instance i -> i.type().libraryBase();
      default -> null;
    };
  }

  List<Signature> methods(Type on, String name) {
    String receiver = receiverName(on);
    if (receiver == null) {
      return List.of();
    }
    List<Signature> all = Library.get().method(receiver, name);
    for (Signature s : all) {
      if (s.isAttribute()) {
        return all.stream().filter(m -> !m.isAttribute()).toList();
      }
    }
    return all;
  }

  @Nullable Signature attribute(Type on, String name) {
    String receiver = receiverName(on);
    if (receiver == null || isOfOther(on, name)) {
      return null;
    }
    List<Signature> known = Library.get().method(receiver, name);
    return known.isEmpty() && !name.startsWith("__")
        ? open(receiver, name)
        : known.stream().filter(Signature::isAttribute).findFirst().orElse(null);
  }

  /** An attribute of a type whose objects take any, as its {@code __getattr__} says. */
  private static @Nullable Signature open(String receiver, String name) {
    Signature any = Library.get().protocol(receiver, "__getattr__");
    return any == null ? null : any.named(name);
  }

  /** What only some exceptions have, which share their attributes with all others here. */
  private static final Map<String, String> DETAILS =
      Map.of(
          "msg", "JSONDecodeError",
          "pos", "JSONDecodeError",
          "lineno", "JSONDecodeError",
          "colno", "JSONDecodeError",
          "partial", "IncompleteReadError",
          "expected", "IncompleteReadError");

  private static boolean isOfOther(Type on, String name) {
    String owner = DETAILS.get(name);
    return owner != null
        && on instanceof Type.Instance i
        && i.type().isException
        && !i.type().isSubclassOf(Objects.requireNonNull(Library.get().exception(owner)));
  }

  Type libraryOperator(Type left, Operator op, Type right) {
    for (Signature s : methods(left, "__" + op.dunder() + "__")) {
      if (s.params().size() == 1 && Matching.accepts(s.params().get(0).type(), right, true)) {
        return s.resultOn(left);
      }
    }
    for (Signature s : methods(right, "__r" + op.dunder() + "__")) {
      if (s.params().size() == 1 && Matching.accepts(s.params().get(0).type(), left, true)) {
        return s.resultOn(right);
      }
    }
    return Basic.OBJECT;
  }

  /** Fields become what they are replaced by, of any class with such fields if it is not known. */
  private void replaced(Expr.Call call, Type on) {
    for (ClassInfo type : exprs.inference.module.classes) {
      boolean applies = on instanceof Instance i ? i.type() == type : on == Basic.OBJECT;
      if (!applies || !type.isDataclass) {
        continue;
      }
      for (Keyword k : call.keywords()) {
        Variable field = k.name() == null ? null : type.field(k.name());
        if (field != null) {
          field.cell.add(exprs.value(k.value()));
        }
      }
    }
  }

  Type call(String path, Expr.Call call) {
    if (path.equals("builtins.setattr")
        && call.arguments().size() == 3
        && call.arguments().get(1) instanceof Expr.StringLiteral name) {
      exprs.calls.arguments(call);
      exprs.attributes.bindAttribute(
          new Expr.Attribute(call.at(), call.arguments().get(0), name.value()),
          exprs.value(call.arguments().get(2)));
    }
    if (path.equals("dataclasses.replace") && !call.arguments().isEmpty()) {
      exprs.calls.arguments(call);
      Type on = exprs.seen(call.arguments().get(0));
      replaced(call, Types.strip(on));
      return on;
    }
    if (path.equals("functools.partial") && !call.arguments().isEmpty()) {
      exprs.calls.arguments(call);
      Type partial = deferred.partialType(call, exprs);
      if (partial != null) {
        return partial;
      }
    }
    if (path.equals("collections.defaultdict")
        && call.arguments().size() == 1
        && call.keywords().isEmpty()) {
      Cell value = exprs.inference.site(call, "value");
      value.add(factory(call.arguments().get(0)));
      return new Generic("dict", List.of(exprs.inference.site(call, "key"), value));
    }
    List<Signature> overloads = Library.get().function(path);
    if (overloads.isEmpty()) {
      int dot = path.lastIndexOf('.');
      if (dot > 0 && !Library.get().isModule(path.substring(0, dot))) {
        // What needs an object is no function of its class; the class may be a name of the
        // program's that nothing binds.
        overloads =
            Library.get().method(simple(path.substring(0, dot)), path.substring(dot + 1)).stream()
                .filter(s -> !s.java().contains("{self}"))
                .toList();
      }
    }
    if (overloads.isEmpty()) {
      exprs.calls.arguments(call);
      return Basic.OBJECT;
    }
    Type result = apply(overloads, Basic.NONE, call);
    boolean exceptionsToo =
        path.equals("asyncio.gather")
            && call.keywords().stream()
                .anyMatch(k ->
                    "return_exceptions".equals(k.name())
                        && !(k.value() instanceof Expr.BoolLiteral b && !b.value()));
    if (exceptionsToo && result instanceof Generic g) {
      g.args().get(0).add(new Generic("list", List.of(new Cell(Basic.OBJECT))));
    }
    return result;
  }

  static String simple(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  Type apply(List<Signature> overloads, Type on, Expr.Call call) {
    List<Type> args = exprs.calls.arguments(call);
    if (!settled && args.contains(Basic.NEVER) && overloads.size() > 1) {
      return Basic.NEVER;
    }
    Signature signature = Matching.select(overloads, call, exprs);
    if (signature == null) {
      chosen.remove(call);
      TypeForm only = LibraryFunctions.isSpread(call) ? LibraryFunctions.result(overloads) : null;
      if (only == null) {
        return Basic.OBJECT;
      }
      Type result = bindings(call).type(only);
      return overloads.get(0).isAsync()
          ? new Generic("coro", List.of(coroCell(call, result)))
          : result;
    }
    chosen.put(call, signature);
    if (!settled && overloads.size() > 1 && isOpen(signature, call)) {
      return Basic.NEVER;
    }
    TypeForm.Bindings bindings = bindings(call);
    if (signature.receiver() != null) {
      bindings.flow(on, signature.receiver());
    }
    Matching.Arguments matched = Objects.requireNonNull(match(signature, call));
    matched
        .byParam()
        .forEach((param, given) -> {
          if (param.type() instanceof TypeForm.Function) {
            given.replaceAll(this::asFunction);
          }
        });
    // Functions last: what they are given comes from the other arguments.
    for (boolean functions : new boolean[] {false, true}) {
      matched.each((param, arg) -> {
        if (param.type() instanceof TypeForm.Function == functions) {
          Type type =
              arg instanceof Expr.Starred s
                  ? exprs.elementOf(exprs.seen(s.value()), false)
                  : exprs.seen(arg);
          if (!isEmptyInstead(param, arg, bindings)) {
            bindings.flow(type, param.type());
          }
          if (param.type() instanceof TypeForm.Any && !HARMLESS.contains(signature.name())) {
            Types.targets(type).forEach(LibraryCallTypes::isCalledUnseen);
            if (type == Basic.OBJECT && CALLING.contains(signature.name())) {
              exprs.inference.module.functions.stream()
                  .filter(f -> f.escapes)
                  .forEach(LibraryCallTypes::isCalledUnseen);
            }
          }
        }
      });
    }
    Expr.Call later = deferred.of(signature, matched, call);
    if (later != null) {
      Type result = exprs.value(later);
      bindings.flow(
          result,
          ((TypeForm.Applied) Objects.requireNonNull(signature.deferred()).type()).args().get(0));
    }
    Type result = bindings.type(signature.result());
    return signature.isAsync() ? new Generic("coro", List.of(coroCell(call, result))) : result;
  }

  /** An object that is called like a function, by its method. */
  private Expr asFunction(Expr given) {
    if (given instanceof Expr.Attribute a && called.containsValue(a)) {
      exprs.value(a);
      return a;
    }
    return !(given instanceof Expr.Starred)
            && Types.strip(exprs.seen(given)) instanceof Instance i
            && i.type().method("__call__") != null
        ? called.computeIfAbsent(
            given,
            g -> {
              Expr.Attribute method = new Expr.Attribute(g.at(), g, "__call__");
              exprs.value(method);
              return method;
            })
        : given;
  }

  /** What stands for an argument. */
  Expr given(Expr argument) {
    return called.getOrDefault(argument, argument);
  }

  /** The methods of objects that are given where functions are called. */
  private final IdentityHashMap<Expr, Expr> called = new IdentityHashMap<>();

  /** Whether more is to be known of an argument's items before the overload is sure. */
  private boolean isOpen(Signature signature, Expr.Call call) {
    boolean[] open = {false};
    Objects.requireNonNull(match(signature, call))
        .each((param, arg) ->
            open[0] |=
                !(arg instanceof Expr.Starred) && Matching.isOpen(param.type(), exprs.seen(arg)));
    return open[0];
  }

  /** Library functions that take any value, and do not call it. */
  private static final Set<String> HARMLESS =
      Set.of(
          "print",
          "str",
          "repr",
          "callable",
          "isinstance",
          "getattr",
          "hasattr",
          "setattr",
          "id",
          "type",
          "hash",
          "len",
          "bool",
          "append",
          "add",
          "put",
          "put_nowait",
          "__name__");

  /** Those that call it, if it is a function. */
  private static final Set<String> CALLING = Set.of("sub", "subn");

  static void isCalledUnseen(FunctionInfo function) {
    Types.escape(function);
    if (!function.isNamed) {
      function.isNamed = true;
      Session.here().stale = true;
    }
    for (Parameter p : function.callerParameters()) {
      if (p.kind() != Parameter.Kind.VAR_ARGS && p.kind() != Parameter.Kind.VAR_KEYWORDS) {
        Objects.requireNonNull(function.params.get(p.name())).cell.add(Basic.OBJECT);
      }
    }
  }

  Cell coroCell(Expr.Call call, Type result) {
    Cell cell = exprs.inference.site(call, "coro");
    cell.add(result);
    return cell;
  }

  private final IdentityHashMap<Expr, TypeForm.Bindings> bindings = new IdentityHashMap<>();

  /** The same variables on every pass, so that what the result grows by later is not lost. */
  TypeForm.Bindings bindings(Expr.Call call) {
    return bindings.computeIfAbsent(call, c -> new TypeForm.Bindings());
  }

  /** What calling a {@code default_factory} gives. */
  Type factory(Expr factory) {
    return switch (exprs.typeOf(factory)) {
      case LibRef l ->
          switch (l.path()) {
            case "builtins.list" ->
                new Generic("list", List.of(exprs.inference.site(factory, "0")));
            case "builtins.set" -> new Generic("set", List.of(exprs.inference.site(factory, "0")));
            case "builtins.dict" ->
                new Generic(
                    "dict",
                    List.of(
                        exprs.inference.site(factory, "0"), exprs.inference.site(factory, "1")));
            case "builtins.int" -> Basic.INT;
            case "builtins.float" -> Basic.FLOAT;
            case "builtins.str" -> Basic.STR;
            case "builtins.bool" -> Basic.BOOL;
            default -> {
              List<Signature> overloads = Library.get().function(l.path());
              yield overloads.isEmpty()
                  ? Basic.OBJECT
                  : bindings
                      .computeIfAbsent(factory, f -> new TypeForm.Bindings())
                      .type(overloads.get(0).result());
            }
          };
      case ClassRef c -> new Instance(c.type());
      case FuncRef f -> f.function().callType();
      case Func f -> f.result().type();
      case Type.Callable c -> c.result().type();
      default -> Basic.OBJECT;
    };
  }

  static List<Signature.Param> required(Signature s) {
    return s.params().stream()
        .filter(p -> p.defaultJava() == null && !p.isKeywordOnly() && !p.isSpread())
        .toList();
  }

  /**
   * The overload that a library function stands for as a value: one that takes what it is given.
   */
  Signature asValue(List<Signature> overloads, Expr at) {
    Type given = exprs.inference.site(at, "p0").type();
    Signature first = null;
    for (Signature s : overloads) {
      List<Signature.Param> required =
          s.params().stream()
              .filter(p -> p.defaultJava() == null && !p.isKeywordOnly() && !p.isSpread())
              .toList();
      if (required.isEmpty()) {
        continue;
      }
      boolean alike =
          first == null
              || first.params().stream()
                      .filter(p -> p.defaultJava() == null && !p.isKeywordOnly() && !p.isSpread())
                      .count()
                  == 1;
      first = first == null ? s : first;
      if (alike
          && required.size() == 1
          && given != Basic.NEVER
          && Matching.accepts(required.get(0).type(), given, true)) {
        return s;
      }
    }
    // One that takes anything, where there is one and nothing says more.
    for (Signature s : overloads) {
      if (first != null
          && required(s).size() == required(first).size()
          && (required(s).size() == 1 || onlyNumbers(first))
          && required(s).stream().allMatch(p -> p.type() instanceof TypeForm.Any)) {
        return s;
      }
    }
    return first == null ? overloads.get(0) : first;
  }

  private static boolean onlyNumbers(Signature signature) {
    return required(signature).stream()
        .allMatch(p -> p.type() instanceof TypeForm.Plain plain && Types.isNumber(plain.type()));
  }

  /** Whether a function is given where it may be called with one value or with several. */
  boolean isVariadic(String path, Expr at) {
    boolean isExtreme =
        (path.equals("builtins.min") || path.equals("builtins.max"))
            && !exprs.inference.module.folding.contains(at);
    return isExtreme || path.equals("builtins.print");
  }

  /**
   * Whether a function of Python's own must tell what is wrong with a call, or may be called with
   * one value or with two.
   */
  boolean isTold(String path, Expr at) {
    boolean isOfTwo = path.equals("builtins.round") && !exprs.inference.module.folding.contains(at);
    return isOfTwo || (exprs.inference.hasMisfits && Builtins.isTelling(path));
  }

  /** A library function as a value: {@code key=len}. */
  Type libraryValue(String path, Expr at) {
    List<Signature> overloads = Library.get().function(path);
    if (overloads.isEmpty()) {
      return Basic.OBJECT;
    }
    if (isVariadic(path, at) || isTold(path, at)) {
      Cell result = exprs.inference.site(at, "result");
      result.add(Basic.OBJECT);
      return new Type.Callable(result, new java.util.LinkedHashSet<>());
    }
    Signature signature = asValue(overloads, at);
    TypeForm.Bindings bound = bindings.computeIfAbsent(at, e -> new TypeForm.Bindings());
    List<Cell> params = new ArrayList<>();
    int number = 0;
    for (Signature.Param p : signature.params()) {
      if (p.defaultJava() == null && !p.isKeywordOnly() && !p.isSpread() && !p.isKeywords()) {
        Cell cell =
            p.type() instanceof TypeForm.Param v
                ? bound.of(v.name())
                : exprs.inference.site(at, "p" + number);
        bound.flow(cell.type(), p.type());
        params.add(cell);
        number++;
      }
    }
    if (params.isEmpty() && !signature.params().isEmpty()) {
      params.add(exprs.inference.site(at, "p0"));
    }
    Cell result = exprs.inference.site(at, "result");
    Type type = bound.type(signature.result());
    result.add(signature.isAsync() ? Types.generic("coro", type) : type);
    return new Func(params, result);
  }

  /** {@code ()} in place of a list that is not there, which says nothing of those that are. */
  private boolean isEmptyInstead(Signature.Param param, Expr arg, TypeForm.Bindings bindings) {
    Type known =
        param.type() instanceof TypeForm.Param p ? bindings.of(p.name()).type() : Basic.OBJECT;
    return isEmptyDefault(param, arg)
        && (isListOfKnown(known)
            || (!settled && (known == Basic.NEVER || Types.is(known, "list"))));
  }

  private static boolean isListOfKnown(Type type) {
    return Types.is(type, "list")
        && Types.arg(type, 0) != Basic.OBJECT
        && Types.arg(type, 0) != Basic.NEVER;
  }

  private static boolean isEmptyDefault(Signature.Param param, Expr arg) {
    return param.name().equals("default")
        && param.type() instanceof TypeForm.Param
        && arg instanceof Expr.TupleDisplay(var at, List<Expr> elements)
        && elements.isEmpty();
  }
}
