package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;
import dev.weft.translator.parser.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Lists, sets, tuples and dicts that are written out. */
final class DisplayLowering {
  private static final int MAX_ENTRIES = 8;

  private final Lowering lowering;

  DisplayLowering(Lowering lowering) {
    this.lowering = lowering;
  }

  private static final int MANY = 24;

  JavaExpr display(String factory, List<Expr> elements, Type type) {
    Type element = Types.arg(type, 0);
    if (elements.stream().anyMatch(Expr.Starred.class::isInstance)) {
      JavaExpr list =
          lowering.exprs.keep(
              JavaExpr.primary(
                  factory.equals("Sets")
                      ? "new " + support("PySet") + "<>()"
                      : Packing.empty(element),
                  factory.equals("Tuple") ? new Generic("list", ((Generic) type).args()) : type),
              "items");
      for (Expr e : elements) {
        if (e instanceof Expr.Starred s) {
          lowering.line(
              support("Iters")
                  + ".addAll("
                  + list.code()
                  + ", "
                  + Coercion.iterable(
                          lowering.exprs.expr(s.value()), Types.generic("iter", element))
                      .code()
                  + ");");
        } else {
          lowering.line(
              list.code() + ".add(" + lowering.exprs.value(e, element).asObject(element) + ");");
        }
      }
      return factory.equals("Tuple")
          ? JavaExpr.primary(support("Tuple") + ".copyOf(" + list.code() + ")", type)
          : list;
    }
    if (elements.isEmpty()) {
      return JavaExpr.primary(
          factory.equals("Sets") ? "new " + support("PySet") + "<>()" : Packing.empty(element),
          type);
    }
    if (factory.equals("Lists") && Packing.applies(element)) {
      List<Type> wanted = new ArrayList<>();
      elements.forEach(e -> wanted.add(element));
      return JavaExpr.primary(
          Packing.of(
              element,
              lowering.exprs.inOrder(elements, wanted).stream()
                  .map(JavaExpr::code)
                  .collect(Collectors.joining(", "))),
          type);
    }
    boolean constants =
        factory.equals("Sets")
            && elements.size() >= 3
            && elements.stream()
                .allMatch(e ->
                    e instanceof Expr.IntLiteral
                        || e instanceof Expr.StringLiteral
                        || e instanceof Expr.FloatLiteral);
    return JavaExpr.primary(
        support(factory)
            + "."
            + witness(element, elements)
            + (constants ? "ofConstants(" : "of(")
            + oneNull(lowering.exprs.codes(elements, element), element)
            + ")",
        type);
  }

  /** Names the element type where Java would infer another from the arguments. */
  String witness(Type element, List<Expr> elements) {
    boolean same =
        elements.stream()
            .allMatch(e -> JavaTypes.boxed(lowering.type(e)).equals(JavaTypes.boxed(element)));
    String java = JavaTypes.boxed(element);
    // Of very many parts with types to infer, javac infers them all at once, and takes minutes.
    boolean many = elements.size() > MANY && java.contains("<");
    return same && !many && !(element instanceof Type.Func) ? "" : "<" + java + ">";
  }

  /** A single null would be taken for the array of all arguments. */
  static String oneNull(String codes, Type element) {
    return codes.equals("null") ? "(" + JavaTypes.boxed(element) + ") null" : codes;
  }

  JavaExpr tuple(Expr.TupleDisplay t, Type wanted) {
    Type type = lowering.type(t);
    Type place = Types.strip(wanted);
    if (Types.is(type, "tuple")
        && Types.is(place, "vartuple")
        && Types.element(place) != Basic.NEVER
        && !t.elements().isEmpty()) {
      return display("Tuple", t.elements(), place);
    }
    if (type instanceof Generic g && g.name().equals("tuple")) {
      List<Type> types = g.args().stream().map(Cell::type).toList();
      List<String> codes = new ArrayList<>();
      List<JavaExpr> lowered = lowering.exprs.inOrder(t.elements(), types);
      for (int i = 0; i < lowered.size(); i++) {
        codes.add(lowered.get(i).asObject(types.get(i)));
      }
      boolean exact = true;
      for (int i = 0; i < types.size(); i++) {
        exact &=
            JavaTypes.boxed(types.get(i))
                .equals(JavaTypes.boxed(lowering.type(t.elements().get(i))));
        exact &= !(types.get(i) instanceof Type.Func);
      }
      String args =
          exact || types.isEmpty()
              ? (types.isEmpty() ? "" : "<>")
              : JavaTypes.boxed(type).replaceAll("^[^<]*", "");
      return JavaExpr.primary(
          "new " + support("Tuple" + types.size()) + args + "(" + String.join(", ", codes) + ")",
          type);
    }
    return display("Tuple", t.elements(), type);
  }

  JavaExpr dict(Expr.DictDisplay d) {
    Type type = lowering.type(d);
    Type key = Types.arg(type, 0);
    Type element = Types.arg(type, 1);
    if (d.entries().isEmpty()) {
      return JavaExpr.primary("new " + support("PyDict") + "<>()", type);
    }
    boolean spreads = d.entries().stream().anyMatch(e -> e.key() == null);
    if (!spreads && isShort(d)) {
      List<Expr> parts = new ArrayList<>();
      List<Type> wanted = new ArrayList<>();
      for (Expr.Entry e : d.entries()) {
        parts.add(Objects.requireNonNull(e.key()));
        wanted.add(key);
        parts.add(e.value());
        wanted.add(element);
      }
      List<String> codes = new ArrayList<>();
      List<JavaExpr> lowered = lowering.exprs.inOrder(parts, wanted);
      for (int i = 0; i < lowered.size(); i++) {
        JavaExpr part = lowered.get(i);
        JavaExpr fitted = part.type() instanceof Type.Func ? Coercion.to(part, Basic.OBJECT) : part;
        codes.add(fitted.asObject(wanted.get(i)));
      }
      boolean exact =
          d.entries().stream()
              .allMatch(e ->
                  JavaTypes.boxed(lowering.type(Objects.requireNonNull(e.key())))
                          .equals(JavaTypes.boxed(key))
                      && JavaTypes.boxed(lowering.type(e.value())).equals(JavaTypes.boxed(element))
                      && !(element instanceof Type.Func));
      String witness =
          exact ? "" : "<" + JavaTypes.boxed(key) + ", " + JavaTypes.boxed(element) + ">";
      return JavaExpr.primary(
          support("Dicts") + "." + witness + "of(" + String.join(", ", codes) + ")", type);
    }
    JavaExpr map = JavaExpr.primary(lowering.body.built(d, "entries"), type);
    lowering.line(JavaTypes.of(type) + " " + map.code() + " = new " + support("PyDict") + "<>();");
    for (Expr.Entry e : d.entries()) {
      if (e.key() == null) {
        JavaExpr spread = lowering.exprs.expr(e.value());
        String code =
            JavaTypes.boxed(Types.strip(spread.type())).equals(JavaTypes.boxed(type))
                ? spread.code()
                : support("Py")
                    + ".<"
                    + JavaTypes.boxed(type)
                    + ">cast("
                    + (spread.type() == Basic.OBJECT
                        ? support("Dicts") + ".mapping(" + spread.code() + ")"
                        : spread.code())
                    + ")";
        lowering.line(map.code() + ".putAll(" + code + ");");
      } else {
        List<JavaExpr> pair =
            lowering.exprs.inOrder(List.of(e.key(), e.value()), List.of(key, element));
        lowering.line(
            map.code()
                + ".put("
                + pair.get(0).asObject(key)
                + ", "
                + pair.get(1).asObject(element)
                + ");");
      }
    }
    return map;
  }

  /** Whether a dict can be written as one expression. */
  static boolean isShort(Expr.DictDisplay d) {
    return d.entries().size() <= MAX_ENTRIES;
  }
}
