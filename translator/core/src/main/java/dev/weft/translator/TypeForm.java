package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A type as a signature writes it: {@code dict[K, V?]}, with type variables. */
sealed interface TypeForm {
  /** A type without parts. */
  record Plain(Type type) implements TypeForm {}

  /** A type variable: one capital letter, or one and a digit. */
  record Param(String name) implements TypeForm {}

  /** A generic type. */
  record Applied(String name, List<TypeForm> args) implements TypeForm {}

  /** A type or None. */
  record Maybe(TypeForm inner) implements TypeForm {}

  /** A function. */
  record Function(List<TypeForm> params, TypeForm result) implements TypeForm {}

  /** Anything; says nothing of the value. */
  record Any() implements TypeForm {}

  /** Parses one. */
  static TypeForm parse(String text) {
    return new Parser(text).whole();
  }

  /** A recursive descent over the text. */
  final class Parser {
    private static final Map<String, Type> PLAIN =
        Map.of(
            "int", Basic.INT,
            "float", Basic.FLOAT,
            "bool", Basic.BOOL,
            "str", Basic.STR,
            "num", Basic.NUM,
            "bytes", Basic.BYTES,
            "None", Basic.NONE,
            "object", Basic.OBJECT);

    private final String text;
    private int at;

    private Parser(String text) {
      this.text = text.replace(" ", "");
    }

    private TypeForm whole() {
      TypeForm form = form();
      if (at != text.length()) {
        throw new IllegalArgumentException("bad type '" + text + "' at " + at);
      }
      return form;
    }

    private TypeForm form() {
      TypeForm form = atom();
      while (at < text.length() && text.charAt(at) == '?') {
        at++;
        form = new Maybe(form);
      }
      return form;
    }

    private static boolean isParam(String name) {
      return !name.isEmpty()
          && name.length() <= 2
          && name.charAt(0) >= 'A'
          && name.charAt(0) <= 'Z'
          && (name.length() == 1 || Character.isDigit(name.charAt(1)));
    }

    private TypeForm atom() {
      int start = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at))
              || text.charAt(at) == '_'
              || text.charAt(at) == '.')) {
        at++;
      }
      String name = text.substring(start, at);
      if (name.equals("fn")) {
        return function();
      }
      if (at < text.length() && text.charAt(at) == '[') {
        at++;
        List<TypeForm> args = new ArrayList<>();
        while (text.charAt(at) != ']') {
          args.add(form());
          if (text.charAt(at) == ',') {
            at++;
          }
        }
        at++;
        return new Applied(name, args);
      }
      if (name.equals("any")) {
        return new Any();
      }
      if (isParam(name)) {
        return new Param(name);
      }
      Type plain = PLAIN.get(name);
      if (plain != null) {
        return new Plain(plain);
      }
      return new Applied(name, List.of());
    }

    private TypeForm function() {
      at++;
      List<TypeForm> params = new ArrayList<>();
      while (!text.startsWith("->", at)) {
        params.add(form());
        if (text.charAt(at) == ',') {
          at++;
        }
      }
      at += 2;
      TypeForm result = form();
      at++;
      return new Function(params, result);
    }
  }

  /** The cells that the variables of one use of a signature stand for. */
  final class Bindings {
    private final Map<String, Cell> cells = new HashMap<>();

    Cell of(String name) {
      return cells.computeIfAbsent(name, n -> new Cell());
    }

    void bind(String name, Cell cell) {
      Cell known = cells.putIfAbsent(name, cell);
      if (known != null && known != cell) {
        known.unify(cell);
      }
    }

    /** The type of a form, its variables read. */
    Type type(TypeForm form) {
      return switch (form) {
        case Plain p -> p.type();
        case Param p -> of(p.name()).type();
        case Any a -> Basic.OBJECT;
        case Maybe m -> {
          Type inner = type(m.inner());
          yield inner == Basic.NEVER ? inner : Types.optional(inner);
        }
        case Function f ->
            new Type.Func(f.params().stream().map(this::cell).toList(), cell(f.result()));
        case Applied a -> {
          ClassInfo exception = Library.get().exception(a.name());
          yield exception != null
              ? new Type.Instance(exception)
              : new Type.Generic(a.name(), a.args().stream().map(this::cell).toList());
        }
      };
    }

    private final IdentityHashMap<TypeForm, Cell> made = new IdentityHashMap<>();

    private Cell cell(TypeForm form) {
      if (form instanceof Param p) {
        return of(p.name());
      }
      Type type = type(form);
      Cell cell = made.computeIfAbsent(form, f -> new Cell(type));
      cell.add(type);
      return cell;
    }

    /** Lets an argument of a type flow into a parameter of a form. */
    void flow(Type argument, TypeForm form) {
      switch (form) {
        case Param p -> of(p.name()).add(argument);
        case Maybe m -> {
          if (argument != Basic.NONE) {
            flow(Types.strip(argument), m.inner());
          }
        }
        case Applied a -> flowApplied(Types.strip(argument), a);
        case Function f -> {
          if (argument instanceof Type.Func g && g.params().size() == f.params().size()) {
            for (int i = 0; i < f.params().size(); i++) {
              g.params().get(i).add(type(f.params().get(i)));
            }
            flow(g.result().type(), f.result());
          }
          if (argument instanceof Type.Callable c) {
            for (FunctionInfo target : c.targets()) {
              for (int i = 0; i < f.params().size(); i++) {
                target.receive(i, type(f.params().get(i)));
              }
            }
            flow(c.result().type(), f.result());
          }
        }
        case Plain p -> {}
        case Any a -> {}
      }
    }

    private void flowApplied(Type argument, Applied form) {
      if (form.args().isEmpty()) {
        return;
      }
      if (argument instanceof Type.Generic g
          && g.name().equals(form.name())
          && g.args().size() == form.args().size()) {
        for (int i = 0; i < g.args().size(); i++) {
          if (form.args().get(i) instanceof Param p) {
            bind(p.name(), g.args().get(i));
          } else {
            flow(g.args().get(i).type(), form.args().get(i));
          }
        }
      } else if (form.name().equals("iter")) {
        flow(Types.element(argument), form.args().get(0));
      } else if (form.name().equals("awaitable") && Types.isFuture(argument)) {
        flow(Types.arg(argument, 0), form.args().get(0));
      } else {
        // An unknown argument makes the variables unknown.
        if (argument == Basic.OBJECT) {
          form.args().forEach(a -> flow(Basic.OBJECT, a));
        }
      }
    }
  }
}
