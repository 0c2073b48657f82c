package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Keyword;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Classes that are made at run time: a method fills the class with what its body defines. */
final class DynamicClasses {
  private final Lowering lowering;

  DynamicClasses(Lowering lowering) {
    this.lowering = lowering;
  }

  /** The class statement. */
  void statement(Stmt.ClassDef c) {
    FunctionInfo body = Objects.requireNonNull(lowering.module.functionOf.get(c));
    if (body.parent != lowering.module.body) {
      lowering.module.lifted.add(body);
    }
    List<String> bases = new ArrayList<>();
    bases.add(Strings.literal(body.plainName()));
    for (Expr base : c.bases()) {
      Expr plain = base instanceof Expr.Subscript s ? s.value() : base;
      boolean isOfLibrary =
          lowering.raw(plain) instanceof Type.LibRef l && Library.get().base(l.path()) != null;
      switch (isOfLibrary ? "" : Decorators.name(plain)) {
        case "object" -> {}
        case "AbstractContextManager", "AbstractAsyncContextManager" ->
            bases.add(support("PyClass") + ".ABC");
        case "Protocol", "Generic", "ABC" ->
            bases.add(
                support("PyClass")
                    + "."
                    + Decorators.name(plain).toUpperCase(java.util.Locale.ROOT));
        default -> {
          String root =
              lowering.raw(plain) instanceof Type.LibRef l ? Library.get().root(l.path()) : null;
          if (root != null) {
            bases.add(root);
            continue;
          }
          if (lowering.type(plain) != Basic.OBJECT) {
            lowering.diagnostics.refuse(
                base,
                "class '" + body.plainName() + "' cannot derive from this",
                "derive from a class of this module");
          }
          bases.add(lowering.exprs.value(plain, Basic.OBJECT).code());
        }
      }
    }
    List<String> args = new ArrayList<>(lowering.functions.captureArguments(body, false));
    args.add(support("PyClass") + ".of(" + String.join(", ", bases) + ")");
    List<String> keywords = new ArrayList<>();
    for (Keyword k : c.keywords()) {
      if ("metaclass".equals(k.name())) {
        if (!(k.value() instanceof Expr.Name n && n.id().equals("ABCMeta"))) {
          lowering.diagnostics.refuse(
              k, "metaclasses are not supported", "use a class decorator or __init_subclass__");
        }
        continue;
      }
      keywords.add(
          Strings.literal(String.valueOf(k.name()))
              + ", "
              + lowering.exprs.value(k.value(), Basic.OBJECT).asObject(lowering.type(k.value())));
    }
    String code =
        lowering.functions.qualified(body)
            + "("
            + String.join(", ", args)
            + ").complete("
            + (keywords.isEmpty()
                ? support("Map") + ".of()"
                : support("Dicts") + ".<String, Object>of(" + String.join(", ", keywords) + ")")
            + ")";
    for (Expr decorator : c.decorators()) {
      if (Decorators.name(decorator).equals("dataclass")) {
        code = dataclass(c, decorator, code);
      }
    }
    lowering
        .stmts
        .assignments()
        .assignVariable(variable(body), JavaExpr.primary(code, Basic.OBJECT), c);
  }

  /** {@code @dataclass}: its fields are the annotated names, their defaults are attributes. */
  private static String dataclass(Stmt.ClassDef c, Expr decorator, String type) {
    List<String> options = new ArrayList<>();
    if (decorator instanceof Expr.Call call) {
      for (Keyword k : call.keywords()) {
        if (k.value() instanceof Expr.BoolLiteral b) {
          options.add((b.value() ? "" : "!") + k.name());
        }
      }
    }
    List<String> parts = new ArrayList<>();
    parts.add(type);
    parts.add(Strings.literal(String.join(" ", options)));
    for (Stmt stmt : c.body()) {
      if (stmt instanceof Stmt.AnnAssign a
          && a.target() instanceof Expr.Name n
          && !(a.annotation() instanceof Expr.Subscript s
              && Decorators.name(s.value()).equals("ClassVar"))) {
        String annotation =
            Decorators.name(
                a.annotation() instanceof Expr.Subscript s ? s.value() : a.annotation());
        parts.add(
            Strings.literal(
                annotation.equals("KW_ONLY")
                    ? "*"
                    : annotation.equals("InitVar") ? "!" + n.id() : n.id()));
      }
    }
    return support("DataClass") + ".of(" + String.join(", ", parts) + ")";
  }

  static Variable variable(FunctionInfo classBody) {
    return ((Symbol.Var) Objects.requireNonNull(classBody.classSymbol)).variable();
  }

  /** The method that fills the class. */
  void define(FunctionInfo function, Lines out) {
    Body outer = lowering.body;
    Body body = lowering.newBody(function);
    lowering.body = body;
    lowering.declarations.plan(function);
    Javadoc.emit(function.body, out);
    String type = body.fresh("type");
    String signature = lowering.functions.signature(function, body);
    out.add(
        (lowering.functions.hostInstance(function) == null ? "private static " : "private ")
            + support("PyClass")
            + " "
            + function.javaName
            + signature.substring(0, signature.length() - 1)
            + (signature.equals("()") ? "" : ", ")
            + support("PyClass")
            + " "
            + type
            + ") {");
    body.out = out;
    String doc = FunctionValues.docstring(function.body);
    if (doc != null) {
      out.add(type + ".set(\"__doc__\", " + Strings.literal(doc) + ");");
    }
    lowering.stmts.block(function.body);
    for (var entry : function.symbols.entrySet()) {
      if (entry.getKey().contains("'")) {
        continue;
      }
      JavaExpr value =
          switch (entry.getValue()) {
            case Symbol.Function f ->
                lowering.functions.reference(f.function(), null, Basic.OBJECT);
            case Symbol.UserClass c -> lowering.exprs.classValue(c.type());
            case Symbol.Var v -> lowering.exprs.variable(v.variable(), v.variable().type());
            default -> null;
          };
      if (value != null && isBound(function, entry.getKey())) {
        lowering.line(
            type
                + ".set("
                + Strings.literal(entry.getKey())
                + ", "
                + Coercion.to(value, Basic.OBJECT).code()
                + ");");
      }
    }
    out.add("return " + type + ";");
    out.add("}");
    lowering.body = outer;
  }

  /** Loop variables of the body and the like are attributes, too; block variables are gone. */
  private static boolean isBound(FunctionInfo function, String name) {
    return Bindings.of(function.body).names.containsKey(name);
  }

  /** The class around a place whose methods know it as {@code __class__}; null if there is none. */
  static @Nullable FunctionInfo around(FunctionInfo function) {
    for (FunctionInfo f = function; f != null; f = f.parent) {
      if (f.isClassBody) {
        return f;
      }
      if (f.owner != null) {
        return null;
      }
    }
    return null;
  }

  /** {@code super()}. */
  @Nullable JavaExpr superOf(Expr.Call call) {
    FunctionInfo body = around(lowering.body.function);
    if (body == null) {
      return null;
    }
    if (call.arguments().size() == 2) {
      return JavaExpr.primary(
          support("Super") + ".of(" + lowering.exprs.codes(call.arguments(), Basic.OBJECT) + ")",
          Basic.OBJECT);
    }
    FunctionInfo method = lowering.body.function;
    while (method.parent != body) {
      method = Objects.requireNonNull(method.parent);
    }
    if (method.parameters.isEmpty()) {
      return lowering.exprs.refuse(
          call,
          "super() stands in a function without parameters",
          "give it its object as the first");
    }
    Variable self = Objects.requireNonNull(method.params.get(method.parameters.get(0).name()));
    return JavaExpr.primary(
        support("Super")
            + ".of("
            + lowering.exprs.variable(variable(body), Basic.OBJECT).code()
            + ", "
            + lowering.exprs.variable(self, Basic.OBJECT).code()
            + ")",
        Basic.OBJECT);
  }
}
