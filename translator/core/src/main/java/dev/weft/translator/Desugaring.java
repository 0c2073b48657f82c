package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Handler;
import dev.weft.translator.parser.MatchCase;
import dev.weft.translator.parser.Operator;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.SourceModule;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes out what definitions do beside defining: a decorated or redefined function becomes a
 * hidden one and an assignment, a default that is not constant becomes a variable. The hidden names
 * have an apostrophe, which no Python name has.
 */
final class Desugaring {
  /** Decorators that say something of a function, and are not called. */
  private static final Set<String> MARKS =
      Set.of(
          "staticmethod",
          "classmethod",
          "property",
          "cached_property",
          "abstractmethod",
          "setter",
          "contextmanager",
          "asynccontextmanager",
          "override",
          "final",
          "overload");

  /** Those of them that also mean something inside a class made at run time. */
  private static final Set<String> ONLY_MARKS =
      Set.of("contextmanager", "asynccontextmanager", "override", "final", "overload");

  private static final Set<String> CLASS_MARKS =
      Set.of("dataclass", "final", "unique", "total_ordering", "runtime_checkable");

  private static final Set<String> TYPE_MAKERS = Set.of("TypeVar", "ParamSpec", "TypeVarTuple");

  /** What is subscribed in a type, and never is a value of the program. */
  private static final Set<String> ALIASED =
      Set.of(
          "Callable",
          "Awaitable",
          "Coroutine",
          "Union",
          "Optional",
          "Literal",
          "Dict",
          "List",
          "Tuple",
          "Set",
          "Mapping",
          "Sequence",
          "Iterable",
          "Annotated",
          "dict",
          "list",
          "tuple",
          "set",
          "frozenset");

  private final ClassTiers tiers;
  private final Map<String, Integer> counts = new HashMap<>();

  /** Names of the current scope that are bound more than once. */
  private Set<String> repeated = Set.of();

  /** Names of the module that are bound once, and so may stand as defaults. */
  private final Set<String> constants;

  /** Names of unions of the module's classes, as the classes that they become. */
  private final IdentityHashMap<Stmt, Stmt.ClassDef> unions = new IdentityHashMap<>();

  /** Functions of the function at hand which are given attributes. */
  private Set<String> extended = Set.of();

  private boolean inClass;
  private List<Stmt> hoisted = new ArrayList<>();
  private boolean inDynamicClass;

  private Desugaring(SourceModule module, ClassTiers tiers) {
    this.tiers = tiers;
    this.constants = new HashSet<>();
    Bindings.of(module.body())
        .names
        .forEach((name, binding) -> {
          if (binding.count == 1 && !binding.inLoop) {
            constants.add(name);
          }
        });
  }

  static SourceModule apply(SourceModule module, ClassTiers tiers) {
    Desugaring desugaring = new Desugaring(module, tiers);
    desugaring.look(module.body());
    desugaring.unions.putAll(new Unions(module, tiers, desugaring.constants).found());
    List<Stmt> body = desugaring.scope(module.body());
    return new SourceModule(module.file(), module.source(), body, module.comments());
  }

  /** Functions that dispatch by type, and names that are called. */
  private final Set<String> dispatchers = new HashSet<>();

  private final Set<String> calledNames = new HashSet<>();

  /** Names of classes whose members are sets of bits, which are found when the program runs. */
  private final Set<String> flagClasses = new HashSet<>();

  private void look(List<Stmt> body) {
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        if (stmt instanceof Stmt.FunctionDef f
            && f.decorators().stream()
                .anyMatch(d -> Decorators.name(d).startsWith("singledispatch"))) {
          dispatchers.add(f.name());
        }
        if (stmt instanceof Stmt.ClassDef c
            && c.bases().stream().anyMatch(b -> Decorators.name(b).matches("(Int)?Flag"))) {
          flagClasses.add(c.name());
        }
        return true;
      }

      @Override
      protected boolean enter(Expr expr) {
        if (expr instanceof Expr.Call c && c.function() instanceof Expr.Name n) {
          calledNames.add(n.id());
        }
        return true;
      }
    }.block(body);
  }

  /** The name that a programmer gave. */
  static String plain(String name) {
    int mark = name.indexOf('\'');
    return mark < 0 ? name : name.substring(0, mark);
  }

  private String hidden(String name) {
    int number = counts.merge(name, 1, Integer::sum);
    return name + "'" + (number == 1 ? "" : number);
  }

  private List<Stmt> scope(List<Stmt> body) {
    Set<String> outer = repeated;
    repeated = new HashSet<>();
    Bindings.of(body)
        .names
        .forEach((name, binding) -> {
          if (binding.count > 1 && !binding.functions.isEmpty()) {
            repeated.add(name);
          }
        });
    List<Stmt> result = block(body);
    repeated = outer;
    return result;
  }

  private List<Stmt> block(List<Stmt> body) {
    List<Stmt> result = new ArrayList<>();
    body.forEach(s -> stmt(s, result));
    return result;
  }

  private void stmt(Stmt stmt, List<Stmt> out) {
    switch (stmt) {
      case Stmt.FunctionDef f -> function(f, out);
      case Stmt.ClassDef c
          when c.bases().stream().anyMatch(b -> Decorators.name(b).equals("TypedDict")) -> {
        if (calledNames.contains(c.name())) {
          out.add(dictMaker(c));
        }
      }
      case Stmt.ClassDef c -> classDef(c, out);
      case Stmt.For f ->
          out.add(
              new Stmt.For(
                  f.at(),
                  f.target(),
                  f.iterable(),
                  block(f.body()),
                  block(f.orElse()),
                  f.isAsync()));
      case Stmt.While w ->
          out.add(new Stmt.While(w.at(), w.test(), block(w.body()), block(w.orElse())));
      case Stmt.If i -> out.add(new Stmt.If(i.at(), i.test(), block(i.body()), block(i.orElse())));
      case Stmt.With w -> out.add(new Stmt.With(w.at(), w.items(), block(w.body()), w.isAsync()));
      case Stmt s when unions.containsKey(s) -> out.add(Objects.requireNonNull(unions.get(s)));
      case Stmt.Assign a when isTypeAlias(a.targets(), a.value()) -> {}
      case Stmt.AnnAssign a
          when a.value() != null && Decorators.name(a.annotation()).equals("TypeAlias") -> {}
      case Stmt.Assign a
          when a.value() instanceof Expr.Call c
              && c.function() instanceof Expr.Name n
              && n.id().equals("NewType") -> {
        Position at = a.at();
        Parameter x = new Parameter(at, "x", Parameter.Kind.NORMAL, null, null);
        out.add(
            new Stmt.Assign(
                at, a.targets(), new Expr.Lambda(at, List.of(x), new Expr.Name(at, "x"))));
      }
      case Stmt.Assign a when namedTuple(a) != null ->
          out.add(Objects.requireNonNull(namedTuple(a)));
      case Stmt.Assign a when FunctionalEnums.classOf(a) != null ->
          classDef(Objects.requireNonNull(FunctionalEnums.classOf(a)), out);
      case Stmt.Try t when importsUnknown(t) -> {
        t.handlers().get(0).body().forEach(s -> stmt(s, out));
        out.addAll(block(t.finalBody()));
      }
      case Stmt.Try t when importsKnown(t) -> {
        out.addAll(t.body());
        out.addAll(block(t.orElse()));
        out.addAll(block(t.finalBody()));
      }
      case Stmt.Try t ->
          out.add(
              new Stmt.Try(
                  t.at(),
                  block(t.body()),
                  t.handlers().stream()
                      .map(h -> new Handler(h.at(), h.type(), h.name(), block(h.body())))
                      .toList(),
                  block(t.orElse()),
                  block(t.finalBody()),
                  t.isStar()));
      case Stmt.Match m ->
          out.add(
              new Stmt.Match(
                  m.at(),
                  m.subject(),
                  m.cases().stream()
                      .map(c -> new MatchCase(c.at(), c.pattern(), c.guard(), block(c.body())))
                      .toList()));
      default -> out.add(stmt);
    }
  }

  /** A name for a type, which only annotations use: {@code T = TypeVar("T")}. */
  private static boolean isTypeAlias(List<Expr> targets, Expr value) {
    if (targets.size() != 1 || !(targets.get(0) instanceof Expr.Name)) {
      return false;
    }
    return switch (value) {
      case Expr.Call c -> TYPE_MAKERS.contains(Decorators.name(c.function()));
      case Expr.Subscript s -> ALIASED.contains(Decorators.name(s.value()));
      default -> false;
    };
  }

  /** {@code try: import x} with a way out, where there is no {@code x}. */
  private static boolean importsUnknown(Stmt.Try t) {
    if (t.handlers().isEmpty() || t.handlers().get(0).type() == null) {
      return false;
    }
    String caught = Decorators.name(t.handlers().get(0).type());
    if (!caught.equals("ImportError") && !caught.equals("ModuleNotFoundError")) {
      return false;
    }
    return t.body().stream().anyMatch(s -> isImport(s, false));
  }

  /** {@code try: import x} with a way out that nobody goes. */
  private static boolean importsKnown(Stmt.Try t) {
    return t.handlers().size() == 1
        && t.handlers().get(0).type() != null
        && Decorators.name(t.handlers().get(0).type()).matches("ImportError|ModuleNotFoundError")
        && t.body().stream().allMatch(s -> isImport(s, true));
  }

  /** Whether it imports modules that are all known, or one at least that is not. */
  private static boolean isImport(Stmt stmt, boolean known) {
    return switch (stmt) {
      case Stmt.Import i ->
          i.names().stream().allMatch(n -> Library.get().isModule(n.name())) == known;
      case Stmt.ImportFrom i ->
          i.module() != null && i.level() == 0 && Library.get().isModule(i.module()) == known;
      default -> false;
    };
  }

  /** {@code Point = namedtuple("Point", "x y")} as a class. */
  private static Stmt.@Nullable ClassDef namedTuple(Stmt.Assign a) {
    if (a.targets().size() != 1
        || !(a.targets().get(0) instanceof Expr.Name name)
        || !(a.value() instanceof Expr.Call call)) {
      return null;
    }
    List<String> fields = fieldNames(call);
    return fields == null ? null : tupleClass(name.id(), call, fields, List.of(), List.of());
  }

  private static @Nullable List<String> fieldNames(Expr.Call call) {
    if (!Decorators.name(call.function()).equals("namedtuple") || call.arguments().size() < 2) {
      return null;
    }
    return switch (call.arguments().get(1)) {
      case Expr.StringLiteral s -> List.of(s.value().replace(',', ' ').strip().split("\\s+"));
      case Expr.ListDisplay l when literals(l.elements()) -> texts(l.elements());
      case Expr.TupleDisplay t when literals(t.elements()) -> texts(t.elements());
      default -> null;
    };
  }

  /** {@code Movie(title=...)} of a typed dict makes a dict. */
  private static Stmt dictMaker(Stmt.ClassDef c) {
    Parameter fields = new Parameter(c.at(), "fields", Parameter.Kind.VAR_KEYWORDS, null, null);
    Stmt result = new Stmt.Return(c.at(), new Expr.Name(c.at(), "fields"));
    return new Stmt.FunctionDef(
        c.at(), c.name(), List.of(fields), null, List.of(result), List.of(), false);
  }

  private static boolean literals(List<Expr> all) {
    return all.stream().allMatch(Expr.StringLiteral.class::isInstance);
  }

  private static List<String> texts(List<Expr> all) {
    return all.stream().map(e -> ((Expr.StringLiteral) e).value()).toList();
  }

  private static Stmt.ClassDef tupleClass(
      String name, Expr.Call call, List<String> fields, List<Stmt> body, List<Expr> decorators) {
    List<Expr> defaults =
        call.keywords().stream()
            .filter(k -> "defaults".equals(k.name()))
            .map(k ->
                k.value() instanceof Expr.ListDisplay l
                    ? l.elements()
                    : k.value() instanceof Expr.TupleDisplay t ? t.elements() : List.<Expr>of())
            .findFirst()
            .orElse(List.of());
    List<Stmt> all = new ArrayList<>();
    Position at = call.at();
    for (int i = 0; i < fields.size(); i++) {
      int given = i - (fields.size() - defaults.size());
      all.add(
          new Stmt.AnnAssign(
              at,
              new Expr.Name(at, fields.get(i)),
              new Expr.Name(at, "Any"),
              given >= 0 ? defaults.get(given) : null));
    }
    all.addAll(body);
    return new Stmt.ClassDef(
        at, name, List.of(new Expr.Name(at, "NamedTuple")), List.of(), all, decorators);
  }

  /** {@code @f.register} of a dispatcher takes the type from the first annotation. */
  private Expr registering(Expr decorator, Stmt.FunctionDef f) {
    if (!(decorator instanceof Expr.Attribute a)
        || !a.name().equals("register")
        || !(a.value() instanceof Expr.Name n)
        || !dispatchers.contains(n.id())
        || f.parameters().size() < (inClass ? 2 : 1)
        || f.parameters().get(inClass ? 1 : 0).annotation() == null) {
      return decorator;
    }
    Expr annotation = Objects.requireNonNull(f.parameters().get(inClass ? 1 : 0).annotation());
    List<Expr> members = new ArrayList<>();
    alternatives(annotation, members);
    Expr given =
        members.size() == 1 ? members.getFirst() : new Expr.TupleDisplay(annotation.at(), members);
    return new Expr.Call(decorator.at(), decorator, List.of(given), List.of());
  }

  /** Takes {@code A | B} and {@code Union[A, B]} apart. */
  private static void alternatives(Expr type, List<Expr> members) {
    switch (type) {
      case Expr.BinOp b when b.op() == Operator.BIT_OR -> {
        alternatives(b.left(), members);
        alternatives(b.right(), members);
      }
      case Expr.Subscript s when Decorators.name(s.value()).equals("Union") ->
          (s.index() instanceof Expr.TupleDisplay t ? t.elements() : List.of(s.index()))
              .forEach(m -> alternatives(m, members));
      default -> members.add(type instanceof Expr.Subscript s ? s.value() : type);
    }
  }

  /** The functions in a function's body which are given attributes, or are values twice. */
  private static Set<String> extended(List<Stmt> body) {
    Set<String> names = new HashSet<>();
    Map<String, Integer> mentions = new HashMap<>();
    new TreeWalker() {
      private final Set<String> within = new HashSet<>();

      @Override
      protected boolean enter(Stmt stmt) {
        switch (stmt) {
          case Stmt.Assign a -> a.targets().forEach(this::target);
          case Stmt.AugAssign a -> target(a.target());
          case Stmt.AnnAssign a -> target(a.target());
          case Stmt.FunctionDef f when within.add(f.name()) -> {
            block(f.body());
            within.remove(f.name());
            return false;
          }
          default -> {}
        }
        return true;
      }

      private void target(Expr target) {
        if (target instanceof Expr.Attribute a && a.value() instanceof Expr.Name n) {
          names.add(n.id());
        }
      }

      @Override
      protected boolean enter(Expr expr) {
        if (expr instanceof Expr.Call c
            && Set.of("setattr", "update_wrapper").contains(Decorators.name(c.function()))
            && !c.arguments().isEmpty()
            && c.arguments().get(0) instanceof Expr.Name n) {
          names.add(n.id());
        }
        if (expr instanceof Expr.Name n && !within.contains(n.id())) {
          mentions.merge(n.id(), 1, Integer::sum);
        }
        if (expr instanceof Expr.Call c && c.function() instanceof Expr.Name n) {
          mentions.merge(n.id(), -1, Integer::sum);
        }
        return true;
      }
    }.block(body);
    mentions.forEach((name, count) -> {
      if (count > 1) {
        names.add(name);
      }
    });
    return names;
  }

  private void function(Stmt.FunctionDef f, List<Stmt> out) {
    List<Expr> called = new ArrayList<>();
    List<Expr> marks = new ArrayList<>();
    for (Expr decorator : f.decorators()) {
      String name = Decorators.name(decorator);
      if (name.equals("overload")) {
        return;
      }
      boolean mark = (inDynamicClass ? ONLY_MARKS : MARKS).contains(name);
      (mark ? marks : called).add(registering(decorator, f));
    }
    boolean again = repeated.contains(f.name()) && (!inClass || inDynamicClass);
    // Each mention of a nested function is a value of its own, unless a variable holds it.
    boolean own = !called.isEmpty() || again || (!inClass && extended.contains(f.name()));
    String name = own ? hidden(f.name()) : f.name();
    List<Parameter> parameters = new ArrayList<>();
    for (Parameter p : f.parameters()) {
      if (p.defaultValue() == null
          || isRepeatable(p.defaultValue())
          || (inClass && !inDynamicClass && isSimple(p.defaultValue()))) {
        parameters.add(p);
      } else {
        Expr.Name variable =
            new Expr.Name(p.defaultValue().at(), hidden(plain(name) + "_" + p.name()));
        // A Java class has no place for another variable: it stands before the class.
        (inClass && !inDynamicClass ? hoisted : out)
            .add(new Stmt.Assign(p.at(), List.of(variable), p.defaultValue()));
        parameters.add(
            new Parameter(
                p.at(),
                p.name(),
                p.kind(),
                p.annotation(),
                new Expr.Name(p.defaultValue().at(), variable.id())));
      }
    }
    boolean wasInClass = inClass;
    boolean wasDynamic = inDynamicClass;
    inClass = false;
    inDynamicClass = false;
    Set<String> outerExtended = extended;
    extended = extended(f.body());
    List<Stmt> body = scope(f.body());
    extended = outerExtended;
    inClass = wasInClass;
    inDynamicClass = wasDynamic;
    out.add(new Stmt.FunctionDef(f.at(), name, parameters, f.returns(), body, marks, f.isAsync()));
    if (own) {
      Expr value = new Expr.Name(f.at(), name);
      for (Expr decorator : called.reversed()) {
        value = new Expr.Call(decorator.at(), decorator, List.of(value), List.of());
      }
      Position at = f.at();
      out.add(new Stmt.Assign(at, List.of(new Expr.Name(at, f.name())), value));
    }
  }

  /** {@code class P(Flag)} as a value that has the members. */
  private void flags(Stmt.ClassDef c, List<Stmt> out) {
    Position at = c.at();
    boolean isInt = Decorators.name(c.bases().get(0)).equals("IntFlag");
    Expr made =
        new Expr.Call(
            at,
            new Expr.Name(at, "__flags__"),
            List.of(new Expr.StringLiteral(at, c.name()), new Expr.BoolLiteral(at, isInt)),
            List.of());
    Map<String, java.math.BigInteger> values = new HashMap<>();
    java.math.BigInteger last = java.math.BigInteger.ZERO;
    for (Stmt stmt : c.body()) {
      if (stmt instanceof Stmt.FunctionDef f) {
        String name = hidden(c.name() + "_" + f.name());
        out.add(
            new Stmt.FunctionDef(
                f.at(), name, f.parameters(), f.returns(), f.body(), List.of(), f.isAsync()));
        Expr method = new Expr.Name(at, name);
        for (Expr decorator : f.decorators().reversed()) {
          method = new Expr.Call(decorator.at(), decorator, List.of(method), List.of());
        }
        made =
            new Expr.Call(
                at,
                new Expr.Attribute(at, made, "with"),
                List.of(new Expr.StringLiteral(at, f.name()), method),
                List.of());
      }
      if (stmt instanceof Stmt.Assign a && a.targets().get(0) instanceof Expr.Name n) {
        boolean auto =
            a.value() instanceof Expr.Call call && Decorators.name(call.function()).equals("auto");
        java.math.BigInteger value =
            auto
                ? java.math.BigInteger.ONE.shiftLeft(last.bitLength())
                : Constants.value(a.value(), values);
        if (value != null) {
          values.put(n.id(), value);
          last = last.max(value);
          made =
              new Expr.Call(
                  at,
                  new Expr.Attribute(at, made, "with"),
                  List.of(new Expr.StringLiteral(at, n.id()), new Expr.IntLiteral(at, value)),
                  List.of());
        }
      }
    }
    out.add(new Stmt.Assign(at, List.of(new Expr.Name(at, c.name())), made));
  }

  private void classDef(Stmt.ClassDef given, List<Stmt> out) {
    Stmt.ClassDef c = given;
    if (c.bases().size() == 1 && c.bases().get(0) instanceof Expr.Call call) {
      List<String> fields = fieldNames(call);
      if (fields != null) {
        c = tupleClass(c.name(), call, fields, c.body(), c.decorators());
      }
    }
    if (c.bases().size() == 1
        && Set.of("Flag", "IntFlag").contains(Decorators.name(c.bases().get(0)))) {
      flags(c, out);
      return;
    }
    c = FunctionalEnums.withMadeValues(c, this::hidden, out);
    boolean dynamic = tiers.isDynamic(given);
    List<Expr> called = new ArrayList<>();
    List<Expr> marks = new ArrayList<>();
    for (Expr decorator : c.decorators()) {
      boolean mark =
          CLASS_MARKS.contains(Decorators.name(decorator))
              || (!dynamic && !tiers.givesBack(decorator));
      (mark ? marks : called).add(decorator);
    }
    boolean wasInClass = inClass;
    boolean wasDynamic = inDynamicClass;
    inClass = true;
    inDynamicClass = dynamic;
    List<Stmt> outerHoisted = hoisted;
    hoisted = new ArrayList<>();
    List<Stmt> body =
        scope(dynamic ? c.body() : MethodAliases.writtenOut(withoutInner(onceOnly(c), out)));
    out.addAll(hoisted);
    hoisted = outerHoisted;
    inClass = wasInClass;
    inDynamicClass = wasDynamic;
    String name = called.isEmpty() || !dynamic ? c.name() : hidden(c.name());
    Stmt.ClassDef made = new Stmt.ClassDef(c.at(), name, c.bases(), c.keywords(), body, marks);
    if (dynamic) {
      tiers.addDynamic(made);
    }
    out.add(made);
    if (!dynamic) {
      for (Expr decorator : called.reversed()) {
        Expr itself = new Expr.Name(c.at(), c.name());
        out.add(
            new Stmt.ExprStmt(
                c.at(), new Expr.Call(decorator.at(), decorator, List.of(itself), List.of())));
      }
    } else if (!called.isEmpty()) {
      Expr value = new Expr.Name(c.at(), name);
      for (Expr decorator : called.reversed()) {
        value = new Expr.Call(decorator.at(), decorator, List.of(value), List.of());
      }
      out.add(new Stmt.Assign(c.at(), List.of(new Expr.Name(c.at(), c.name())), value));
    }
  }

  /** A class body whose classes stand before it, under names that only it knows. */
  private List<Stmt> withoutInner(List<Stmt> body, List<Stmt> out) {
    List<Stmt> result = new ArrayList<>();
    for (Stmt stmt : body) {
      if (!(stmt instanceof Stmt.ClassDef c) || tiers.isDynamic(c)) {
        result.add(stmt);
        continue;
      }
      String name = hidden(c.name());
      classDef(
          new Stmt.ClassDef(c.at(), name, c.bases(), c.keywords(), c.body(), c.decorators()), out);
      result.add(
          new Stmt.Assign(
              c.at(), List.of(new Expr.Name(c.at(), c.name())), new Expr.Name(c.at(), name)));
    }
    return result;
  }

  /** The body of a class, the defaults of whose fields are evaluated once, before it. */
  private List<Stmt> onceOnly(Stmt.ClassDef c) {
    boolean hasFields =
        c.decorators().stream().anyMatch(d -> Decorators.name(d).equals("dataclass"))
            || c.bases().stream().anyMatch(b -> Decorators.name(b).equals("NamedTuple"));
    if (!hasFields) {
      return c.body();
    }
    Set<String> own = new HashSet<>();
    List<Stmt> body = new ArrayList<>();
    for (Stmt stmt : c.body()) {
      if (stmt instanceof Stmt.AnnAssign a
          && a.target() instanceof Expr.Name field
          && a.value() != null
          && !isRepeatable(a.value())
          && !isMadeAnew(a.value())
          && !Decorators.name(a.annotation()).equals("ClassVar")
          && !reads(a.value(), own)) {
        Expr.Name variable =
            new Expr.Name(a.value().at(), hidden(plain(c.name()) + "_" + field.id()));
        hoisted.add(new Stmt.Assign(a.at(), List.of(variable), a.value()));
        body.add(
            new Stmt.AnnAssign(
                a.at(), field, a.annotation(), new Expr.Name(a.value().at(), variable.id())));
      } else {
        body.add(stmt);
      }
      own.addAll(Bindings.of(List.of(stmt)).names.keySet());
    }
    return body;
  }

  private static boolean reads(Expr value, Set<String> names) {
    boolean[] found = {false};
    new TreeWalker() {
      @Override
      protected boolean enter(Expr expr) {
        found[0] |= expr instanceof Expr.Name n && names.contains(n.id());
        return true;
      }
    }.expr(value);
    return found[0];
  }

  /** A default that tells how to make a value for each object, or that Python does not take. */
  private static boolean isMadeAnew(Expr value) {
    return value instanceof Expr.ListDisplay
        || value instanceof Expr.DictDisplay
        || value instanceof Expr.SetDisplay
        || (value instanceof Expr.Call c && Decorators.name(c.function()).equals("field"));
  }

  /** In a class body there is no place for another variable; what is cheap is made again. */
  private boolean isSimple(Expr value) {
    return value instanceof Expr.Name
        || (value instanceof Expr.Attribute a
            && !(a.value() instanceof Expr.Name n && flagClasses.contains(n.id())));
  }

  /** Whether a default is the same however often it is evaluated. */
  private boolean isRepeatable(@Nullable Expr value) {
    return switch (value) {
      case null -> true;
      case Expr.IntLiteral i -> true;
      case Expr.FloatLiteral f -> true;
      case Expr.StringLiteral s -> true;
      case Expr.BytesLiteral b -> true;
      case Expr.BoolLiteral b -> true;
      case Expr.NoneLiteral n -> true;
      case Expr.EllipsisLiteral e -> true;
      case Expr.UnaryOp u -> isRepeatable(u.operand());
      case Expr.BinOp b -> isRepeatable(b.left()) && isRepeatable(b.right());
      case Expr.TupleDisplay t -> t.elements().stream().allMatch(this::isRepeatable);
      case Expr.Name n -> constants.contains(n.id()) || isBuiltin(n.id());
      case Expr.Attribute a ->
          a.value() instanceof Expr.Name n
              && constants.contains(n.id())
              && !flagClasses.contains(n.id());
      case Expr.Call c ->
          c.function() instanceof Expr.Name n
              && n.id().equals("float")
              && c.arguments().stream().allMatch(Expr.StringLiteral.class::isInstance);
      default -> false;
    };
  }

  private static boolean isBuiltin(String name) {
    return !Library.get().function("builtins." + name).isEmpty()
        || Library.get().exception(name) != null;
  }
}
