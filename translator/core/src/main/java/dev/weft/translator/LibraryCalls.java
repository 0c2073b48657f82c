package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.ClassRef;
import dev.weft.translator.Type.Func;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of the library, and of methods of what is known at run time only. */
final class LibraryCalls {
  private final Lowering lowering;
  private final ArgumentLowering arguments;
  private final TemplateLowering templates;

  LibraryCalls(Lowering lowering, ArgumentLowering arguments) {
    this.lowering = lowering;
    this.arguments = arguments;
    this.templates = new TemplateLowering(lowering, arguments);
  }

  TemplateLowering templates() {
    return templates;
  }

  JavaExpr call(Expr.Call call, String path) {
    JavaExpr special = new SpecialCalls(lowering).call(call, path);
    if (special != null) {
      return special;
    }
    Signature signature = lowering.inference.exprs.calls.library.chosen(call);
    if (signature == null) {
      JavaExpr missing = lowering.exprs.missing(path);
      if (missing != null) {
        return missing;
      }
      boolean known = !Library.get().function(path).isEmpty();
      String function = LibraryFunctions.isSpread(call) ? LibraryFunctions.of(path) : null;
      if (function != null) {
        return Coercion.to(
            new FunctionValues(lowering).call(JavaExpr.primary(function, Basic.OBJECT), call),
            lowering.type(call));
      }
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
    return templates.template(call, signature, null, lowering.type(call));
  }

  @Nullable JavaExpr receiver(Expr.Call call, Signature signature) {
    return signature.receiver() == null || !(call.function() instanceof Expr.Attribute a)
        ? null
        : lowering.exprs.expr(a.value());
  }

  /** A library call that is to be awaited later. */
  JavaExpr lazily(Expr.Call call, Signature signature, @Nullable JavaExpr receiver) {
    Type result = Types.arg(lowering.type(call), 0);
    JavaExpr self =
        receiver == null || !(call.function() instanceof Expr.Attribute a)
            ? receiver
            : arguments.stableValue(receiver, a.value());
    arguments.keepAll = true;
    JavaExpr inner = templates.template(call, signature, self, result);
    arguments.keepAll = false;
    return JavaExpr.primary(
        support("Coroutine")
            + ".of(() -> "
            + LineMarks.NOWHERE
            + inner.code()
            + LineMarks.of(Session.here().line)
            + ")",
        lowering.type(call));
  }

  /** A method of a library type, or of something unknown. */
  JavaExpr method(Expr.Call call) {
    Signature signature = lowering.inference.exprs.calls.library.chosen(call);
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
            : templates.template(call, signature, self, lowering.type(call));
      }
      boolean open =
          on == Basic.OBJECT
              || on instanceof Type.Callable
              || on instanceof Func
              || on instanceof Type.FuncRef
              || on instanceof Instance
              || on instanceof ClassRef
              || Types.is(on, "type")
              || Types.isTuple(on)
              || LibraryFunctions.isSpread(call)
              || BuiltinNames.lacks(on, a.name());
      if (open) {
        return dynamic(call, a);
      }
      return lowering.exprs.refuse(
          call,
          "method '" + a.name() + "' of " + Types.text(on) + " is not supported as called here",
          "use another method, or a class of your own");
    }
    JavaExpr value = lowering.exprs.value(call.function(), Basic.OBJECT);
    JavaExpr function = arguments.stableFunction(value, call.function());
    return Coercion.to(new FunctionValues(lowering).call(function, call), lowering.type(call));
  }

  /** {@code text.format(*args, **named)}. */
  JavaExpr formatted(Expr.Call call, Expr.Attribute a) {
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

  JavaExpr dynamic(Expr.Call call, Expr.Attribute a) {
    lowering.dynamicNames.add(a.name());
    JavaExpr on = lowering.exprs.value(a.value(), Basic.OBJECT);
    if (!call.keywords().isEmpty()
        || call.arguments().stream().anyMatch(Expr.Starred.class::isInstance)) {
      FunctionValues values = new FunctionValues(lowering);
      List<Expr> exprs = new ArrayList<>();
      call.arguments().forEach(e -> exprs.add(e instanceof Expr.Starred s ? s.value() : e));
      call.keywords().forEach(k -> exprs.add(k.value()));
      List<JavaExpr> lowered = lowering.exprs.inOrder(exprs, values.wanted(call));
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

  String dynamicArgs(Expr.Call call) {
    String codes = lowering.exprs.codes(call.arguments(), Basic.OBJECT);
    return codes.isEmpty() ? "" : codes.equals("null") ? ", (Object) null" : ", " + codes;
  }
}
