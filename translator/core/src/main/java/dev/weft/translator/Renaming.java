package dev.weft.translator;

import dev.weft.translator.parser.Clause;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Handler;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the names of one module, wherever they are used in it, their form in the joined one. */
final class Renaming {
  /** Stands before the module in the name that an import which only loads it binds. */
  static final String LOAD = "'load'";

  private final Linking linking;
  private final String module;
  private final int lines;
  private Scope scope;

  /** A scope: what its names become; a name that stays as it is hides those outside. */
  private static final class Scope {
    final @Nullable Scope outer;
    final boolean isClass;
    final Map<String, String> names = new HashMap<>();

    /** Names that stand for modules of the program. */
    final Map<String, String> modules = new HashMap<>();

    /** Names of other modules that were reached through their module, as in {@code web.limit}. */
    final Set<String> reached = new LinkedHashSet<>();

    Scope(@Nullable Scope outer, boolean isClass) {
      this.outer = outer;
      this.isClass = isClass;
    }
  }

  Renaming(Linking linking, String module, int lines) {
    this.linking = linking;
    this.module = module;
    this.lines = lines;
    this.scope = new Scope(null, false);
  }

  List<Stmt> module(List<Stmt> body) {
    scope.names.putAll(linking.exportsOf(module));
    importsOf(body);
    return list(body);
  }

  /** Notes what the imports of a scope bind. */
  private void importsOf(List<? extends Stmt> body) {
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        switch (stmt) {
          case Stmt.Import i -> i.names().forEach(a -> bindImport(a));
          case Stmt.ImportFrom i -> {
            String from = linking.absolute(module, i);
            i.names().forEach(a -> bindFrom(from, a));
          }
          default -> {}
        }
        return !(stmt instanceof Stmt.FunctionDef || stmt instanceof Stmt.ClassDef);
      }
    }.block(body);
  }

  private void bindImport(Stmt.Alias alias) {
    if (linking.isModule(alias.name())) {
      String name = alias.asName() != null ? alias.asName() : alias.name().split("\\.", 2)[0];
      scope.modules.put(name, alias.asName() != null ? alias.name() : name);
      scope.names.remove(name);
    }
  }

  private void bindFrom(String from, Stmt.Alias alias) {
    String name = alias.asName() != null ? alias.asName() : alias.name();
    String target = linking.export(from, alias.name());
    if (target != null) {
      scope.names.put(name, target);
    } else if (linking.isModule(from + "." + alias.name())) {
      scope.modules.put(name, from + "." + alias.name());
      scope.names.remove(name);
    }
  }

  private String name(String name) {
    for (Scope s = scope; s != null; s = s.outer) {
      String found = s.names.get(name);
      if (found != null) {
        return found;
      }
    }
    return name;
  }

  /** The module that an expression stands for; null if it is none. */
  private @Nullable String moduleOf(Expr expr) {
    if (expr instanceof Expr.Name n) {
      for (Scope s = scope; s != null; s = s.outer) {
        if (s.names.containsKey(n.id())) {
          return null;
        }
        String found = s.modules.get(n.id());
        if (found != null) {
          return found;
        }
      }
    } else if (expr instanceof Expr.Attribute a) {
      String outer = moduleOf(a.value());
      if (outer != null && linking.isModule(outer + "." + a.name())) {
        return outer + "." + a.name();
      }
    }
    return null;
  }

  private <T> List<T> list(List<T> nodes) {
    List<T> result = new ArrayList<>();
    nodes.forEach(n -> result.add(node(n)));
    return result;
  }

  @SuppressWarnings("unchecked") // A node is rewritten to one that may stand in its place.
  private <T> T node(T node) {
    return (T)
        switch (node) {
          case Position p ->
              new Position(p.line() + lines, p.column(), p.endLine() + lines, p.endColumn());
          case List<?> l -> list(l);
          case Expr.Name n -> new Expr.Name(node(n.at()), name(n.id()));
          case Expr.Attribute a -> attribute(a);
          case Stmt.FunctionDef f -> function(f);
          case Expr.Lambda l -> lambda(l);
          case Stmt.ClassDef c -> type(c);
          case Expr.Comprehension c -> comprehension(c);
          case Handler h -> handler(h);
          case Stmt.Global g ->
              new Stmt.Global(node(g.at()), g.names().stream().map(this::top).toList());
          case Stmt.Import i -> imports(i);
          case Stmt.ImportFrom i -> from(i);
          case Pattern.As p when p.name() != null ->
              new Pattern.As(node(p.at()), maybe(p.pattern()), name(p.name()));
          case Pattern.Star p when p.name() != null ->
              new Pattern.Star(node(p.at()), name(p.name()));
          case Pattern.Mapping p when p.rest() != null ->
              new Pattern.Mapping(node(p.at()), list(p.keys()), list(p.patterns()), name(p.rest()));
          case Record r -> record(r);
          default -> node;
        };
  }

  private <T> @Nullable T maybe(@Nullable T node) {
    return node == null ? null : node(node);
  }

  private String top(String name) {
    Scope s = scope;
    while (s.outer != null) {
      s = s.outer;
    }
    return s.names.getOrDefault(name, name);
  }

  private Expr attribute(Expr.Attribute a) {
    String on = moduleOf(a.value());
    String target = on == null ? null : linking.export(on, a.name());
    if (target == null) {
      return new Expr.Attribute(node(a.at()), node(a.value()), a.name());
    }
    scope.reached.add(target);
    return new Expr.Name(node(a.at()), target);
  }

  private Stmt function(Stmt.FunctionDef f) {
    String name = scope.isClass ? f.name() : name(f.name());
    List<Parameter> parameters = list(f.parameters());
    Expr returns = maybe(f.returns());
    List<Expr> decorators = list(f.decorators());
    Scope outer = enter(f.parameters(), Bindings.of(f.body()));
    importsOf(f.body());
    List<Stmt> body = list(f.body());
    if (!scope.reached.isEmpty()) {
      // To assign to a module's attribute is to assign to a global.
      body.add(
          Javadoc.isDocstring(body) ? 1 : 0,
          new Stmt.Global(node(f.at()), List.copyOf(scope.reached)));
    }
    scope = outer;
    return new Stmt.FunctionDef(
        node(f.at()), name, parameters, returns, body, decorators, f.isAsync());
  }

  private Expr lambda(Expr.Lambda l) {
    List<Parameter> parameters = list(l.parameters());
    Scope outer = enter(l.parameters(), Bindings.of(l.body()));
    Expr body = node(l.body());
    scope = outer;
    return new Expr.Lambda(node(l.at()), parameters, body);
  }

  /** Goes into a function, whose own names hide others; returns the scope to come back to. */
  private Scope enter(List<Parameter> parameters, Bindings bindings) {
    Scope outer = scope;
    Scope around = scope;
    while (around.isClass && around.outer != null) {
      around = around.outer;
    }
    scope = new Scope(around, false);
    parameters.forEach(p -> scope.names.put(p.name(), p.name()));
    hide(bindings);
    return outer;
  }

  private void hide(Bindings bindings) {
    bindings.names.keySet().stream()
        .filter(n -> !bindings.globals.contains(n) && !bindings.nonlocals.contains(n))
        .forEach(n -> scope.names.put(n, n));
    bindings.globals.forEach(n -> scope.names.put(n, top(n)));
  }

  private Stmt type(Stmt.ClassDef c) {
    String name = scope.isClass ? c.name() : name(c.name());
    List<Expr> bases = list(c.bases());
    var keywords = list(c.keywords());
    List<Expr> decorators = list(c.decorators());
    Scope outer = scope;
    scope = new Scope(outer, true);
    hide(Bindings.of(c.body()));
    List<Stmt> body = list(c.body());
    scope = outer;
    return new Stmt.ClassDef(node(c.at()), name, bases, keywords, body, decorators);
  }

  private Expr comprehension(Expr.Comprehension c) {
    Clause head = c.clauses().get(0);
    Expr first = node(head.iterable());
    Scope outer = scope;
    scope = new Scope(outer, false);
    c.clauses()
        .forEach(clause -> Positions.names(clause.target()).forEach(n -> scope.names.put(n, n)));
    List<Clause> clauses = list(c.clauses());
    Clause renamed = clauses.get(0);
    clauses.set(
        0,
        new Clause(renamed.at(), renamed.target(), first, renamed.conditions(), renamed.isAsync()));
    Expr element = node(c.element());
    Expr value = maybe(c.value());
    scope = outer;
    return new Expr.Comprehension(node(c.at()), c.kind(), element, value, clauses);
  }

  private Handler handler(Handler h) {
    Expr type = maybe(h.type());
    Scope outer = scope;
    scope = new Scope(outer, outer.isClass);
    if (h.name() != null) {
      scope.names.put(h.name(), h.name());
    }
    List<Stmt> body = list(h.body());
    scope = outer;
    return new Handler(node(h.at()), type, h.name(), body);
  }

  /** Imports of the library stay; those of the program's modules only load them. */
  private Stmt imports(Stmt.Import i) {
    return new Stmt.Import(
        node(i.at()),
        i.names().stream().map(a -> linking.isModule(a.name()) ? load(a.name()) : a).toList());
  }

  private Stmt from(Stmt.ImportFrom i) {
    String from = linking.absolute(module, i);
    if (!linking.isModule(from)) {
      return record(i);
    }
    List<Stmt.Alias> loads = new ArrayList<>();
    loads.add(load(from));
    for (Stmt.Alias alias : i.names()) {
      if (linking.hasSource(from + "." + alias.name())) {
        loads.add(load(from + "." + alias.name()));
      } else if (!alias.name().equals("*") && linking.export(from, alias.name()) == null) {
        linking.refuse(node(i.at()), "module '" + from + "' has no name '" + alias.name() + "'");
      }
    }
    return new Stmt.Import(node(i.at()), loads);
  }

  private Stmt.Alias load(String name) {
    linking.noteImport(name);
    return new Stmt.Alias(name, LOAD + name);
  }

  private static final Set<Class<?>> PLAIN = Set.of(Stmt.Alias.class);

  /** How nodes of a class are read and made; looked for once, as reflection makes it anew. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Shape(Method[] accessors, Constructor<?> constructor) {
    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      Method[] accessors = new Method[components.length];
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        accessors[i] = components[i].getAccessor();
      }
      try {
        return new Shape(accessors, type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("cannot rewrite " + type, e);
      }
    }
  }

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private <T extends Record> T record(T node) {
    if (PLAIN.contains(node.getClass())) {
      return node;
    }
    try {
      Shape shape = SHAPES.get(node.getClass());
      @Nullable Object[] values = new Object[shape.accessors.length];
      for (int i = 0; i < values.length; i++) {
        Object value = shape.accessors[i].invoke(node);
        values[i] = value == null ? null : node(value);
      }
      @SuppressWarnings("unchecked")
      T made = (T) shape.constructor.newInstance(values);
      return made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot rewrite " + node.getClass(), e);
    }
  }
}
