package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Handler;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Pattern;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import dev.weft.translator.parser.WithItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the local variables that may be read before anything was assigned to them. */
final class Assigned {
  private final ModuleInfo module;
  private final FunctionInfo function;

  /** An attribute of the object whose method it is. */
  private record Own(String name) {}

  /** A name that is imported. */
  private record Imported(String name) {}

  private static final Set<String> IMPORT_ERRORS = Set.of("ImportError", "ModuleNotFoundError");

  private final Set<String> imports;

  /** What has a value for sure, variables and attributes; null where control never comes. */
  private @Nullable Set<Object> known = new HashSet<>();

  /** What is known at the breaks of each loop around. */
  private final Deque<List<Set<Object>>> breaks = new ArrayDeque<>();

  /** What is known where it returns; null as long as it nowhere does. */
  private @Nullable Set<Object> returned;

  private final @Nullable AssignedFields fields;
  private final String self;

  private Assigned(ModuleInfo module, FunctionInfo function) {
    this(module, function, null);
  }

  private Assigned(ModuleInfo module, FunctionInfo function, @Nullable AssignedFields fields) {
    this.module = module;
    this.function = function;
    this.fields = fields;
    this.imports =
        fields != null || function == module.body || function.isClassBody
            ? Set.of()
            : ConditionalImports.of(function);
    this.self =
        function.owner == null || function.parameters.isEmpty()
            ? ""
            : function.parameters.get(0).name();
  }

  /**
   * The attributes that a method assigns whenever it returns.
   *
   * @param before those that have a value before it
   * @param fields what to ask about other methods, and to tell what is read too early
   */
  static Set<String> attributes(
      ModuleInfo module, FunctionInfo method, Set<String> before, AssignedFields fields) {
    Assigned flow = new Assigned(module, method, fields);
    Set<Object> start = new HashSet<>();
    before.forEach(it -> start.add(new Own(it)));
    flow.known = start;
    flow.block(method.body);
    Set<Object> end = both(flow.known, flow.returned);
    Set<String> names = new HashSet<>(before);
    if (end != null) {
      end.stream().filter(Own.class::isInstance).forEach(it -> names.add(((Own) it).name()));
    }
    return names;
  }

  static void mark(ModuleInfo module) {
    new Assigned(module, module.body).block(module.source.body());
    for (FunctionInfo f : module.functions) {
      if (!f.isLambda()) {
        new Assigned(module, f).block(f.body);
      }
    }
  }

  private void block(List<Stmt> body) {
    body.forEach(this::stmt);
  }

  private @Nullable Set<Object> copy() {
    return known == null ? null : new HashSet<>(known);
  }

  private static @Nullable Set<Object> both(@Nullable Set<Object> a, @Nullable Set<Object> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Set<Object> all = new HashSet<>(a);
    all.retainAll(b);
    return all;
  }

  private void read(@Nullable Expr expr) {
    if (expr == null) {
      return;
    }
    new TreeWalker() {
      @Override
      protected boolean enter(Expr e) {
        switch (e) {
          case Expr.Name n -> use(n);
          case Expr.Attribute a when isSelf(a.value()) -> useOwn(a.name());
          case Expr.Call c when fields != null && c.function() instanceof Expr.Attribute a -> {
            called(a, fields);
          }
          case Expr.Walrus w -> {
            expr(w.value());
            bind(w.target());
            return false;
          }
          case Expr.Lambda l -> {
            l.parameters().forEach(p -> read(p.defaultValue()));
            return false;
          }
          default -> {}
        }
        return true;
      }
    }.expr(expr);
  }

  private boolean isSelf(Expr expr) {
    return fields != null && expr instanceof Expr.Name n && n.id().equals(self);
  }

  private void useOwn(String name) {
    if (fields != null && known != null && !known.contains(new Own(name))) {
      fields.readEarly(name);
    }
  }

  /** A call of a method of the same object gives values to what it assigns. */
  private void called(Expr.Attribute method, AssignedFields all) {
    Set<String> names = Set.of();
    if (isSelf(method.value())) {
      names = all.assignedBy(method.name());
    } else if (method.value() instanceof Expr.Call c
        && c.function() instanceof Expr.Name n
        && n.id().equals("super")) {
      names = all.assignedAbove(Objects.requireNonNull(function.owner), method.name());
    }
    if (known != null) {
      for (String name : names) {
        known.add(new Own(name));
      }
    }
  }

  private boolean isOwn(Variable v) {
    boolean own = function == module.body ? v.owner == null && !v.isField : v.owner == function;
    return own && !v.isParameter && !v.inComprehension && !v.isCaught;
  }

  private void use(Expr.Name name) {
    if (module.names.get(name) instanceof Symbol.Function(FunctionInfo f) && known != null) {
      // Whoever has the function may call it.
      for (Variable v : f.captures) {
        if (isOwn(v) && !known.contains(v)) {
          v.maybeUnbound = true;
        }
      }
    }
    if (imports.contains(name.id())
        && module.names.get(name) instanceof Symbol.Library
        && known != null
        && !known.contains(new Imported(name.id()))) {
      function.unsureImports.add(name.id());
    }
    if (module.names.get(name) instanceof Symbol.Var(Variable v)
        && isOwn(v)
        && known != null
        && !known.contains(v)) {
      v.maybeUnbound = true;
    }
  }

  private void bind(@Nullable Expr target) {
    switch (target) {
      case Expr.Name n -> {
        if (module.names.get(n) instanceof Symbol.Var(Variable v)) {
          bind(v);
        }
      }
      case Expr.TupleDisplay t -> t.elements().forEach(this::bind);
      case Expr.ListDisplay l -> l.elements().forEach(this::bind);
      case Expr.Starred s -> bind(s.value());
      case Expr.Attribute a when isSelf(a.value()) -> {
        if (known != null) {
          known.add(new Own(a.name()));
        }
      }
      case Expr.Attribute a -> read(a.value());
      case Expr.Subscript s -> {
        read(s.value());
        read(s.index());
      }
      case null, default -> {}
    }
  }

  private void bind(Variable v) {
    if (known != null) {
      known.add(v);
    }
  }

  private void stmt(Stmt stmt) {
    switch (stmt) {
      case Stmt.Assign a -> {
        read(a.value());
        a.targets().forEach(this::bind);
      }
      case Stmt.AnnAssign a -> {
        read(a.value());
        if (a.value() != null) {
          bind(a.target());
        }
      }
      case Stmt.AugAssign a -> {
        read(a.target());
        read(a.value());
        bind(a.target());
      }
      case Stmt.Return r -> {
        read(r.value());
        returned = both(returned, known);
        known = null;
      }
      case Stmt.Raise r -> {
        read(r.exception());
        read(r.cause());
        known = null;
      }
      case Stmt.Break b -> {
        if (known != null && !breaks.isEmpty()) {
          breaks.peek().add(known);
        }
        known = null;
      }
      case Stmt.Continue c -> known = null;
      case Stmt.If i -> {
        read(i.test());
        Set<Object> before = copy();
        block(i.body());
        Set<Object> then = known;
        known = before;
        block(i.orElse());
        known = both(then, known);
      }
      case Stmt.While w -> whileLoop(w);
      case Stmt.For f -> forLoop(f);
      case Stmt.Try t -> tryStmt(t);
      case Stmt.With w -> {
        boolean swallows = false;
        Set<Object> before = copy();
        for (WithItem item : w.items()) {
          read(item.context());
          bind(item.target());
          swallows |=
              item.context() instanceof Expr.Call c
                  && Decorators.name(c.function()).equals("suppress");
        }
        block(w.body());
        if (swallows) {
          known = both(before, known);
        }
      }
      case Stmt.Match m -> match(m);
      case Stmt.Assert a -> {
        read(a.test());
        read(a.message());
      }
      case Stmt.ExprStmt e -> {
        read(e.value());
        if (e.value() instanceof Expr.Call c && isExit(c.function())) {
          known = null;
        }
      }
      case Stmt.Delete d -> d.targets().forEach(this::delete);
      case Stmt.Import i -> imported(i);
      case Stmt.ImportFrom i -> imported(i);
      case Stmt.FunctionDef f -> f.parameters().forEach(p -> read(p.defaultValue()));
      case Stmt.ClassDef c -> {
        c.bases().forEach(this::read);
        FunctionInfo body = module.functionOf.get(c);
        if (body != null && body.classSymbol instanceof Symbol.Var v) {
          bind(v.variable());
        }
      }
      default -> {}
    }
  }

  private void imported(Stmt stmt) {
    if (known != null) {
      for (String name : ConditionalImports.names(stmt)) {
        known.add(new Imported(name));
      }
    }
  }

  private static boolean isExit(Expr function) {
    String name = Decorators.name(function);
    return name.equals("exit") || name.equals("_exit");
  }

  private void delete(Expr target) {
    if (target instanceof Expr.Name n
        && module.names.get(n) instanceof Symbol.Var(Variable v)
        && isOwn(v)) {
      use(n);
      if (known != null) {
        known.remove(v);
      }
    } else if (target instanceof Expr.TupleDisplay t) {
      t.elements().forEach(this::delete);
    } else {
      bind(target);
    }
  }

  private void whileLoop(Stmt.While w) {
    read(w.test());
    boolean endless = Flow.isTrue(w.test());
    Set<Object> before = copy();
    breaks.push(new ArrayList<>());
    block(w.body());
    List<Set<Object>> left = breaks.pop();
    known = endless ? null : before;
    block(w.orElse());
    left.forEach(b -> known = both(known, b));
  }

  private void forLoop(Stmt.For f) {
    read(f.iterable());
    boolean runs = isNotEmpty(f.iterable());
    Set<Object> before = copy();
    breaks.push(new ArrayList<>());
    bind(f.target());
    block(f.body());
    List<Set<Object>> left = breaks.pop();
    if (!runs || known == null) {
      Set<Object> started = before == null ? null : new HashSet<>(before);
      known = started;
      if (runs) {
        bind(f.target());
      }
    }
    block(f.orElse());
    left.forEach(b -> known = both(known, b));
  }

  /** Whether a loop's body runs at least once for sure. */
  private static boolean isNotEmpty(Expr iterable) {
    return switch (iterable) {
      case Expr.ListDisplay l -> l.elements().stream().anyMatch(e -> !(e instanceof Expr.Starred));
      case Expr.TupleDisplay t -> t.elements().stream().anyMatch(e -> !(e instanceof Expr.Starred));
      case Expr.StringLiteral s -> !s.value().isEmpty();
      case Expr.Call c ->
          Decorators.name(c.function()).equals("range")
              && c.arguments().size() == 1
              && c.arguments().get(0) instanceof Expr.IntLiteral i
              && i.value().signum() > 0;
      default -> false;
    };
  }

  private void tryStmt(Stmt.Try t) {
    Set<Object> before = copy();
    block(t.body());
    block(t.orElse());
    Set<Object> after = known;
    for (Handler h : t.handlers()) {
      known = before == null ? null : new HashSet<>(before);
      if (h.type() != null && IMPORT_ERRORS.contains(Decorators.name(h.type()))) {
        // What is known to the translator is always there.
        t.body().forEach(this::imported);
      }
      read(h.type());
      block(h.body());
      after = both(after, known);
    }
    if (t.finalBody().isEmpty()) {
      known = after;
      return;
    }
    known = before == null ? null : new HashSet<>(before);
    block(t.finalBody());
    if (known == null) {
      return;
    }
    Set<Object> always = known;
    known = after;
    if (known != null) {
      known.addAll(always);
    }
  }

  private void match(Stmt.Match m) {
    read(m.subject());
    Set<Object> before = copy();
    Set<Object> after = null;
    boolean all = false;
    for (MatchCase c : m.cases()) {
      known = before == null ? null : new HashSet<>(before);
      new TreeWalker() {
        @Override
        protected void enter(Pattern p) {
          var bound = module.bound.get(p);
          if (bound != null) {
            bound.values().forEach(Assigned.this::bind);
          }
        }
      }.pattern(c.pattern());
      read(c.guard());
      block(c.body());
      after = both(after, known);
      all |= Flow.isIrrefutable(c);
    }
    known = all ? after : both(after, before);
  }
}
