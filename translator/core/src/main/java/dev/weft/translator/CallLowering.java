package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.FunctionInfo.Binding;
import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Func;
import dev.weft.translator.Type.FuncRef;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls. */
final class CallLowering {

  private final Lowering lowering;
  private final ArgumentLowering arguments;
  private final LibraryCalls library;

  /** The call that makes what a {@code raise} raises. */
  private Expr.@Nullable Call raised;

  CallLowering(Lowering lowering) {
    this.lowering = lowering;
    this.arguments = new ArgumentLowering(lowering);
    this.library = new LibraryCalls(lowering, arguments);
  }

  ArgumentLowering arguments() {
    return arguments;
  }

  LibraryCalls library() {
    return library;
  }

  /** What a {@code raise} raises. */
  JavaExpr raised(Expr exception) {
    raised = exception instanceof Expr.Call c ? c : null;
    JavaExpr value = lowering.exprs.expr(exception);
    raised = null;
    return value;
  }

  JavaExpr call(Expr.Call call) {
    Type function = Types.strip(lowering.raw(call.function()));
    if (CallTypes.isSuper(call.function())) {
      JavaExpr above = new DynamicClasses(lowering).superOf(call);
      if (above != null) {
        return above;
      }
    }
    JavaExpr decorating = new SpecialCalls(lowering).decorating(call);
    if (decorating != null) {
      return decorating;
    }
    return switch (function) {
      case FuncRef f when !arguments.matches(f.function(), call) -> unmatched(call, f.function());
      case FuncRef f
          when f.function().isAsync
              && !f.function().isGenerator
              && !f.function().isContextManager ->
          coroutine(call, f.function());
      case FuncRef f -> direct(call, f.function());
      case ClassRef c when c.type().isException && call != raised ->
          TracedRaises.made(construct(call, c.type()));
      case ClassRef c -> construct(call, c.type());
      case Type.LibRef l -> library.call(call, l.path());
      case Type.Callable c -> {
        JavaExpr value = lowering.exprs.expr(call.function());
        JavaExpr on = arguments.stableFunction(value, call.function());
        yield Coercion.to(new FunctionValues(lowering).call(on, call), lowering.type(call));
      }
      case Func f
          when f.params().size() != call.arguments().size()
              || !call.keywords().isEmpty()
              || call.arguments().stream().anyMatch(Expr.Starred.class::isInstance) -> {
        JavaExpr on = lowering.exprs.expr(call.function());
        FunctionInfo only = f.targets().size() == 1 ? f.targets().iterator().next() : null;
        JavaExpr kept =
            on.code().contains("->") || on.code().contains("::") || only != null
                ? lowering.exprs.keep(on, "function")
                : on;
        if (only != null && only.parameters.size() == f.params().size()) {
          kept = new FunctionValues(lowering).named(kept, only, f);
        }
        yield Coercion.to(new FunctionValues(lowering).call(kept, call), f.result().type());
      }
      case Func f -> {
        JavaExpr on = lowering.exprs.expr(call.function());
        List<Type> wanted = f.params().stream().map(Cell::type).toList();
        yield JavaExpr.boxed(
            Coercion.to(on, Basic.OBJECT).at(JavaExpr.PRIMARY)
                + ".call("
                + codes(call.arguments(), wanted)
                + ")",
            f.result().type());
      }
      case Instance i when i.type().method("__call__") != null -> {
        FunctionInfo method = Objects.requireNonNull(i.type().method("__call__"));
        JavaExpr on = lowering.exprs.expr(call.function());
        String code =
            on.at(JavaExpr.PRIMARY)
                + "."
                + method.javaName
                + "("
                + arguments.of(method, call)
                + ")";
        yield JavaExpr.primary(
            method.isAsync ? support("Coroutine") + ".of(() -> " + code + ")" : code,
            method.callType());
      }
      default -> library.method(call);
    };
  }

  /** A call that the function's parameters do not take, or of which only run time knows. */
  private JavaExpr unmatched(Expr.Call call, FunctionInfo function) {
    Expr receiver =
        call.function() instanceof Expr.Attribute a
                && function.owner != null
                && function.binding == Binding.SELF
                && !(lowering.raw(a.value()) instanceof ClassRef)
            ? a.value()
            : null;
    JavaExpr value = new FunctionValues(lowering).of(function, receiver);
    return Coercion.to(new FunctionValues(lowering).call(value, call), function.decoratedType());
  }

  private String codes(List<Expr> args, List<Type> wanted) {
    List<String> codes = new ArrayList<>();
    List<JavaExpr> lowered = lowering.exprs.inOrder(args, wanted);
    for (int i = 0; i < lowered.size(); i++) {
      JavaExpr value = lowered.get(i);
      codes.add(
          (arguments.keepAll ? arguments.stableValue(value, args.get(i)) : value)
              .asObject(wanted.get(i)));
    }
    return String.join(", ", codes);
  }

  /** A call of an async function that is not awaited on the spot. */
  private JavaExpr coroutine(Expr.Call call, FunctionInfo function) {
    String code = target(call, function, true) + "(" + arguments.stable(function, call) + ")";
    return JavaExpr.primary(support("Coroutine") + ".of(() -> " + code + ")", function.callType());
  }

  JavaExpr await(Expr.Await a) {
    Type type = lowering.type(a);
    if (a.value() instanceof Expr.Call call) {
      Type function = Types.strip(lowering.raw(call.function()));
      if (function instanceof FuncRef f
          && f.function().isAsync
          && !f.function().isGenerator
          && arguments.matches(f.function(), call)) {
        return direct(call, f.function()).as(f.function().result.type());
      }
      Signature signature = lowering.inference.exprs.calls.library.chosen(call);
      if (signature != null && signature.isAsync()) {
        return library
            .templates()
            .template(call, signature, library.receiver(call, signature), type);
      }
      if (function instanceof Instance i && i.type().method("__call__") != null) {
        FunctionInfo method = Objects.requireNonNull(i.type().method("__call__"));
        JavaExpr on = lowering.exprs.expr(call.function());
        return JavaExpr.primary(
            on.at(JavaExpr.PRIMARY)
                + "."
                + method.javaName
                + "("
                + arguments.of(method, call)
                + ")",
            method.result.type());
      }
    }
    JavaExpr value = lowering.exprs.expr(a.value());
    if (Types.isFuture(Types.strip(value.type()))) {
      return JavaExpr.boxed(value.at(JavaExpr.PRIMARY) + ".await()", type);
    }
    boolean unseen =
        a.value() instanceof Expr.Call c
            && c.function() instanceof Expr.Attribute f
            && Types.strip(lowering.type(f.value())) == Basic.OBJECT;
    return Coercion.to(
        JavaExpr.primary(
            support("Asyncio")
                + (unseen ? ".awaitResult(" : ".await(")
                + Coercion.to(value, Basic.OBJECT).code()
                + ")",
            Basic.OBJECT),
        type);
  }

  private JavaExpr direct(Expr.Call call, FunctionInfo function) {
    if (function.name.equals("__init__")) {
      return lowering.exprs.refuse(
          call,
          "__init__ is called like a function",
          "construct the object, or use super().__init__");
    }
    String name = target(call, function, false);
    String code = name + "(" + arguments.of(function, call) + ")";
    Type type = function.callType();
    if (function.isContextManager) {
      type = new Type.Generic("manager", List.of(function.yielded));
    }
    return JavaExpr.primary(code, type);
  }

  /** What stands before the arguments: {@code name}, {@code receiver.name}, {@code super.name}. */
  private String target(Expr.Call call, FunctionInfo function, boolean later) {
    if (function.owner == null) {
      return lowering.functions.qualified(function);
    }
    if (!(call.function() instanceof Expr.Attribute a)) {
      return function.owner.javaName + "." + function.javaName;
    }
    if (a.value() instanceof Expr.Call s
        && s.function() instanceof Expr.Name n
        && n.id().equals("super")) {
      return "super." + function.javaName;
    }
    if (function.binding == Binding.STATIC || function.binding == Binding.CLASS) {
      return function.owner.javaName + "." + function.javaName;
    }
    if (lowering.raw(a.value()) instanceof ClassRef above
        && lowering.body.function.owner != null
        && lowering.body.function.owner.base() == above.type()
        && call.arguments().get(0) instanceof Expr.Name n
        && lowering.exprs.isSelf(lowering.variable(n))) {
      return "super." + function.javaName;
    }
    if (lowering.raw(a.value()) instanceof ClassRef) {
      JavaExpr self = lowering.exprs.expr(call.arguments().get(0));
      return self.at(JavaExpr.PRIMARY) + "." + function.javaName;
    }
    Type on = Types.strip(lowering.type(a.value()));
    JavaExpr receiver = lowering.exprs.expr(a.value());
    if (!(on instanceof Instance)) {
      receiver = Coercion.cast(receiver, new Instance(function.owner));
    }
    if (receiver.code().equals("this")) {
      return function.javaName;
    }
    if (later) {
      receiver = arguments.stableValue(receiver, a.value());
    }
    return receiver.at(JavaExpr.PRIMARY) + "." + function.javaName;
  }

  /** A dunder method, called by syntax. */
  JavaExpr dunder(FunctionInfo method, Expr receiver, List<Expr> args) {
    List<Type> wanted = paramTypes(method, args.size());
    JavaExpr on = lowering.exprs.expr(receiver);
    return JavaExpr.primary(
        on.at(JavaExpr.PRIMARY) + "." + method.javaName + "(" + codes(args, wanted) + ")",
        method.callType());
  }

  JavaExpr dunder(FunctionInfo method, JavaExpr receiver, List<JavaExpr> args) {
    List<Type> wanted = paramTypes(method, args.size());
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      codes.add(Coercion.to(args.get(i), wanted.get(i)).code());
    }
    return JavaExpr.primary(
        receiver.at(JavaExpr.PRIMARY)
            + "."
            + method.javaName
            + "("
            + String.join(", ", codes)
            + ")",
        method.callType());
  }

  private static List<Type> paramTypes(FunctionInfo method, int count) {
    List<Type> types = new ArrayList<>();
    List<Parameter> params = method.callerParameters();
    for (int i = 0; i < count; i++) {
      types.add(
          i < params.size()
              ? Objects.requireNonNull(method.params.get(params.get(i).name())).type()
              : Basic.OBJECT);
    }
    return types;
  }

  JavaExpr construct(Expr.Call call, ClassInfo type) {
    Instance instance = new Instance(type);
    if (type.isEnum && (call.arguments().size() != 1 || !call.keywords().isEmpty())) {
      return lowering.exprs.refuse(
          call, "this call of an enum is not supported", "call it with the value of a member");
    }
    if (type.isEnum) {
      String value = lowering.exprs.value(call.arguments().get(0), Basic.OBJECT).code();
      return JavaExpr.primary(
          support("Enums") + ".of(" + type.javaName + ".class, " + value + ")", instance);
    }
    List<String> lacking = type.node == null ? List.of() : type.lacking();
    if (!lacking.isEmpty()) {
      call.arguments().forEach(a -> lowering.exprs.keep(lowering.exprs.expr(a), "unused"));
      return JavaExpr.primary(
          support("Exceptions")
              + ".<"
              + type.javaName
              + ">isAbstract("
              + Strings.literal(type.name)
              + ", "
              + lacking.stream().map(Strings::literal).collect(Collectors.joining(", "))
              + ")",
          instance);
    }
    FunctionInfo init = type.method("__init__");
    boolean fields = init == null && type.isMadeOfFields();
    boolean matched =
        fields
            ? arguments.matchesFields(type, call)
            : init == null
                ? type.takesAny() || (call.arguments().isEmpty() && call.keywords().isEmpty())
                : arguments.matches(init, call);
    if (!matched) {
      JavaExpr maker =
          JavaExpr.primary(new FunctionValues(lowering).makerAlways(type), Basic.OBJECT);
      return Coercion.to(new FunctionValues(lowering).call(maker, call), instance);
    }
    if (fields) {
      return JavaExpr.primary(
          "new " + type.javaName + "(" + arguments.ofFields(type, call) + ")", instance);
    }
    if (init != null) {
      return JavaExpr.primary(
          "new " + type.javaName + "(" + arguments.of(init, call) + ")", instance);
    }
    if (!type.libraryMakers().isEmpty()) {
      Signature maker = Matching.select(type.libraryMakers(), call, lowering.inference.exprs);
      return maker == null
          ? lowering.exprs.refuse(
              call, "this call does not match the constructor of the base", "pass other arguments")
          : JavaExpr.primary(
              library
                  .templates()
                  .template(call, maker, null, Basic.OBJECT)
                  .code()
                  .replaceFirst("^new [^(]*", "new " + type.javaName),
              instance);
    }
    List<Expr> args = new ArrayList<>(call.arguments());
    if (type.isException) {
      call.keywords().forEach(k -> args.add(k.value()));
    }
    String codes =
        args.stream().anyMatch(Expr.Starred.class::isInstance)
            ? arguments.spread(args)
            : lowering.exprs.codes(args, Basic.OBJECT);
    if (type.name.equals("CancelledError") && type.isLibrary()) {
      codes = codes.isEmpty() ? "null" : codes;
    }
    if (type.isLibrary() && codes.equals("null") && !type.name.equals("CancelledError")) {
      codes = "(Object) null";
    }
    if (type.isLibrary() && type.name.equals("OSError") && args.size() > 1) {
      return JavaExpr.primary(support("Exceptions") + ".osError(" + codes + ")", instance);
    }
    return JavaExpr.primary("new " + type.madeAs() + "(" + codes + ")", instance);
  }
}
