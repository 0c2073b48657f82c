package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.FunctionInfo.Binding;
import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Func;
import dev.weft.translator.Type.FuncRef;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import dev.weft.translator.parser.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls. */
final class CallLowering {
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

  private final Lowering lowering;
  private final ArgumentLowering arguments;

  CallLowering(Lowering lowering) {
    this.lowering = lowering;
    this.arguments = new ArgumentLowering(lowering);
  }

  ArgumentLowering arguments() {
    return arguments;
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
      case ClassRef c -> construct(call, c.type());
      case Type.LibRef l -> library(call, l.path());
      case Type.Callable c -> {
        JavaExpr on = lowering.exprs.expr(call.function());
        yield Coercion.to(new FunctionValues(lowering).call(on, call), lowering.type(call));
      }
      case Func f
          when f.params().size() != call.arguments().size()
              || !call.keywords().isEmpty()
              || call.arguments().stream().anyMatch(Expr.Starred.class::isInstance) -> {
        JavaExpr on = lowering.exprs.expr(call.function());
        JavaExpr kept =
            on.code().contains("->") || on.code().contains("::")
                ? lowering.exprs.keep(on, "function")
                : on;
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
      default -> method(call);
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
    Type result =
        function.isContextManager
            ? new Type.Generic("manager", List.of(function.yielded))
            : function.callType();
    return Coercion.to(new FunctionValues(lowering).call(value, call), result);
  }

  private String codes(List<Expr> args, List<Type> wanted) {
    List<String> codes = new ArrayList<>();
    List<JavaExpr> lowered = lowering.exprs.inOrder(args, wanted);
    for (int i = 0; i < lowered.size(); i++) {
      codes.add(lowered.get(i).asObject(wanted.get(i)));
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
      Signature signature = lowering.inference.exprs.calls.chosen(call);
      if (signature != null && signature.isAsync()) {
        return template(call, signature, receiver(call, signature), type);
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
            support("Asyncio") + (unseen ? ".awaitResult(" : ".await(") + value.code() + ")",
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
    if (type.isEnum) {
      String value = lowering.exprs.value(call.arguments().get(0), Basic.OBJECT).code();
      return JavaExpr.primary(
          support("Enums") + ".of(" + type.javaName + ".class, " + value + ")", instance);
    }
    List<String> lacking = type.node == null ? List.of() : type.lacking();
    if (!lacking.isEmpty()) {
      call.arguments().forEach(a -> lowering.exprs.keep(lowering.exprs.expr(a), "unused"));
      return JavaExpr.primary(
          support("Errors")
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
    boolean fields =
        (init == null && !type.dataFields.isEmpty()) || (type.isDataclass && init == null);
    boolean matched =
        fields
            ? arguments.matchesFields(type, call)
            : init == null || arguments.matches(init, call);
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
              template(call, maker, null, Basic.OBJECT)
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
      return JavaExpr.primary(support("Errors") + ".osError(" + codes + ")", instance);
    }
    return JavaExpr.primary("new " + type.madeAs() + "(" + codes + ")", instance);
  }

  private JavaExpr library(Expr.Call call, String path) {
    JavaExpr special = new SpecialCalls(lowering).call(call, path);
    if (special != null) {
      return special;
    }
    Signature signature = lowering.inference.exprs.calls.chosen(call);
    if (signature == null) {
      boolean known = !Library.get().function(path).isEmpty();
      String name = path.replaceFirst("^builtins\\.", "");
      return lowering.exprs.refuse(
          call,
          known
              ? "this call of '" + name + "' does not match what is supported"
              : "'" + name + "' of the standard library is not supported",
          known
              ? "call it with fewer or plainer arguments"
              : "replace it by something that is supported, or write it in Java");
    }
    if (signature.isAsync()) {
      return lazily(call, signature, receiver(call, signature));
    }
    JavaExpr result = template(call, signature, null, lowering.type(call));
    if (path.equals("asyncio.gather")
        && !isUniform(call, Types.arg(Types.arg(result.type(), 0), 0))) {
      return Coercion.cast(result.as(Basic.OBJECT), result.type());
    }
    return result;
  }

  /** Whether Java infers the same element type for what is gathered. */
  private boolean isUniform(Expr.Call call, Type element) {
    String java = JavaTypes.boxed(element);
    return call.arguments().stream()
        .allMatch(a -> JavaTypes.boxed(Types.arg(argumentType(a), 0)).equals(java));
  }

  private @Nullable JavaExpr receiver(Expr.Call call, Signature signature) {
    return signature.receiver() == null || !(call.function() instanceof Expr.Attribute a)
        ? null
        : lowering.exprs.expr(a.value());
  }

  /** A library call that is to be awaited later. */
  private JavaExpr lazily(Expr.Call call, Signature signature, @Nullable JavaExpr receiver) {
    Type result = Types.arg(lowering.type(call), 0);
    JavaExpr self =
        receiver == null || !(call.function() instanceof Expr.Attribute a)
            ? receiver
            : arguments.stableValue(receiver, a.value());
    arguments.keepAll = true;
    JavaExpr inner = template(call, signature, self, result);
    arguments.keepAll = false;
    return JavaExpr.primary(
        support("Coroutine") + ".of(() -> " + inner.code() + ")", lowering.type(call));
  }

  /** A method of a library type, or of something unknown. */
  private JavaExpr method(Expr.Call call) {
    Signature signature = lowering.inference.exprs.calls.chosen(call);
    if (call.function() instanceof Expr.Attribute a) {
      Type on = Types.strip(lowering.type(a.value()));
      if (on == Basic.STR && a.name().equals("format")) {
        return formatted(call, a);
      }
      if (signature != null && signature.receiver() != null) {
        boolean above =
            a.value() instanceof Expr.Call s
                && s.function() instanceof Expr.Name n
                && n.id().equals("super");
        JavaExpr self = above ? JavaExpr.primary("super", on) : lowering.exprs.expr(a.value());
        if (arguments.keepAll && !above) {
          self = arguments.stableValue(self, a.value());
        }
        return signature.isAsync()
            ? lazily(call, signature, self)
            : template(call, signature, self, lowering.type(call));
      }
      boolean open =
          on == Basic.OBJECT
              || on instanceof Type.Callable
              || on instanceof Func
              || on instanceof Type.FuncRef
              || on instanceof Instance
              || on instanceof ClassRef
              || Types.is(on, "type")
              || Types.isTuple(on);
      if (open) {
        return dynamic(call, a);
      }
      return lowering.exprs.refuse(
          call,
          "method '" + a.name() + "' of " + Types.text(on) + " is not supported as called here",
          "use another method, or a class of your own");
    }
    JavaExpr function = lowering.exprs.value(call.function(), Basic.OBJECT);
    return Coercion.to(new FunctionValues(lowering).call(function, call), lowering.type(call));
  }

  /** {@code text.format(*args, **named)}. */
  private JavaExpr formatted(Expr.Call call, Expr.Attribute a) {
    FunctionValues values = new FunctionValues(lowering);
    List<Expr> exprs = new ArrayList<>();
    exprs.add(a.value());
    call.arguments().forEach(e -> exprs.add(e instanceof Expr.Starred s ? s.value() : e));
    call.keywords().forEach(k -> exprs.add(k.value()));
    List<JavaExpr> lowered =
        lowering.exprs.inOrder(exprs, exprs.stream().map(lowering::type).toList());
    List<JavaExpr> args = lowered.subList(1, lowered.size());
    return JavaExpr.primary(
        support("Format")
            + ".format("
            + lowered.get(0).code()
            + ", "
            + values.positional(call, args)
            + ", "
            + values.named(call, args)
            + ")",
        Basic.STR);
  }

  private JavaExpr dynamic(Expr.Call call, Expr.Attribute a) {
    lowering.dynamicNames.add(a.name());
    JavaExpr on = lowering.exprs.value(a.value(), Basic.OBJECT);
    if (!call.keywords().isEmpty()
        || call.arguments().stream().anyMatch(Expr.Starred.class::isInstance)) {
      FunctionValues values = new FunctionValues(lowering);
      List<Expr> exprs = new ArrayList<>();
      call.arguments().forEach(e -> exprs.add(e instanceof Expr.Starred s ? s.value() : e));
      call.keywords().forEach(k -> exprs.add(k.value()));
      List<JavaExpr> lowered =
          lowering.exprs.inOrder(exprs, exprs.stream().map(lowering::type).toList());
      return Coercion.to(
          JavaExpr.primary(
              support("Calls")
                  + ".method("
                  + on.code()
                  + ", "
                  + Strings.literal(a.name())
                  + ", "
                  + values.positional(call, lowered)
                  + ", "
                  + values.named(call, lowered)
                  + ")",
              Basic.OBJECT),
          lowering.type(call));
    }
    return Coercion.to(
        JavaExpr.primary(
            support("Dyn")
                + ".invoke("
                + on.code()
                + ", "
                + Strings.literal(a.name())
                + dynamicArgs(call)
                + ")",
            Basic.OBJECT),
        lowering.type(call));
  }

  private String dynamicArgs(Expr.Call call) {
    String codes = lowering.exprs.codes(call.arguments(), Basic.OBJECT);
    return codes.isEmpty() ? "" : codes.equals("null") ? ", (Object) null" : ", " + codes;
  }

  /** Fills the Java text of a signature. */
  JavaExpr template(Expr.Call call, Signature signature, @Nullable JavaExpr self, Type result) {
    Matching.Arguments matched = Objects.requireNonNull(Matching.match(signature, call));
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    if (signature.receiver() != null && self != null) {
      bindings.flow(Types.strip(self.type()), signature.receiver());
    }
    matched.each((p, arg) -> bindings.flow(argumentType(arg), p.type()));
    Expr.Call later = lowering.inference.exprs.calls.deferred.of(signature, matched, call);
    List<Expr> ordered = new ArrayList<>(call.arguments());
    for (Keyword k : call.keywords()) {
      ordered.add(k.value());
    }
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
      plain.forEach(lowering.exprs.comprehensions()::makeEager);
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
          java = java.replace("{" + p.name() + "}", DeferredCalls.lambda(lowering, later));
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
        String code =
            generic
                ? targeted(value).asObject(bindings.type(p.type()))
                : value.code();
        if (arg instanceof Expr.Starred) {
          code = Coercion.iterable(value).code();
          if (isTyped(p)
              && lowering.inference.exprs.elementOf(value.type(), false) == Basic.OBJECT) {
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
              ? Objects.requireNonNull(p.defaultJava())
              : spread(p, args, codes);
      if (text.isEmpty()) {
        java = java.replace(", {" + p.name() + "}", "").replace("{" + p.name() + "}, ", "");
      }
      java = java.replace("{" + p.name() + "}", text);
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
    } else if (generic && isSettled(own) && !JavaTypes.boxed(own).equals(JavaTypes.boxed(result))) {
      // Java infers from the arguments alone what the program knows better.
      java = support("Py") + ".<" + JavaTypes.boxed(result) + ">cast(" + java + ")";
    }
    if (boxed && own == Basic.OBJECT) {
      return Coercion.to(JavaExpr.primary(java, Basic.OBJECT), result);
    }
    return boxed
        ? JavaExpr.boxed(java, result)
        : JavaExpr.primary(java, own == Basic.OBJECT ? Basic.OBJECT : result);
  }

  /** A lambda or method reference says what it is where Java would have to guess. */
  private static JavaExpr targeted(JavaExpr value) {
    return value.type() instanceof Func && value.precedence() == JavaExpr.LOWEST
        ? Coercion.to(value, Basic.OBJECT)
        : value;
  }

  /** The dict of what was passed by names that are no parameters. */
  private String keywords(
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

  private static String named(List<String> codes, Type type) {
    return codes.isEmpty()
        ? ""
        : support("Dicts")
            + ".<String, "
            + JavaTypes.boxed(type)
            + ">of("
            + String.join(", ", codes)
            + ")";
  }

  private static boolean isSettled(Type type) {
    return isSettled(type, 0);
  }

  private static boolean isSettled(Type type, int depth) {
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
  private String spread(Signature.Param p, List<Expr> args, List<String> codes) {
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
  private static boolean isTyped(Signature.Param p) {
    return p.type() instanceof TypeForm.Applied;
  }

  private Type argumentType(Expr arg) {
    return arg instanceof Expr.Starred s
        ? lowering.inference.exprs.elementOf(lowering.type(s.value()), false)
        : lowering.type(arg);
  }

  private Type wanted(Matching.Arguments matched, Expr arg, TypeForm.Bindings bindings) {
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
