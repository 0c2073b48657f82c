package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Instance;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Stmt;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Infers the types of a module: every function body is walked again and again, and what is seen
 * flows into the cells of variables, parameters, fields and containers, until nothing changes.
 *
 * <p>Annotations come second: they only fill what no value told, since Python does not hold a
 * program to them.
 */
final class Inference {
  private static final int MAX_PASSES = 60;

  /** Types of the programs that people write settle in half as many rounds. */
  private static final int PATIENCE = 25;

  final ModuleInfo module;

  /** Whether a call passes other arguments than what it calls takes; only names tell them apart. */
  boolean hasMisfits;

  private final Session session = Session.here();
  final ExprTypes exprs;
  final StmtTypes stmts;
  private final IdentityHashMap<Object, Cell> sites = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Map<String, Cell>> namedSites = new IdentityHashMap<>();

  Inference(ModuleInfo module) {
    this.module = module;
    this.exprs = new ExprTypes(this);
    this.stmts = new StmtTypes(this);
  }

  void run() {
    module.body.result.add(Basic.NONE);
    Declining.mark(module);
    // They may be called where that is not seen.
    module.foundByName.forEach(Types::escape);
    try {
      all();
      changed();
      for (int round = 0; round < 4; round++) {
        int before = session.changes;
        hints();
        if (session.changes == before) {
          break;
        }
        changed();
      }
      if (module.units.getFirst().isLibrary || module.readsAnyName) {
        openParameters(!module.units.getFirst().isLibrary);
        changed();
      }
      // What never returns has no value.
      for (FunctionInfo f : module.functions) {
        if (f.result.type() == Basic.NEVER
            && !f.isLambda()
            && !f.isGenerator
            && !Bindings.of(f.body).returnsValue) {
          f.result.add(Basic.NONE);
        }
      }
      exprs.calls.library.settled = true;
      for (int pass = 0; pass < MAX_PASSES; pass++) {
        session.widening |= pass > 2;
        int before = session.changes;
        exprs.startPass();
        all();
        if (session.changes == before) {
          break;
        }
        changed();
      }
    } finally {
      session.reader = null;
      session.widening = false;
      session.dirty.clear();
    }
    new Counters(module).mark();
  }

  /** What nothing in the module calls may be called by its host, with anything. */
  private void openParameters(boolean ofMethods) {
    for (FunctionInfo function : module.functions) {
      boolean isFoundByName =
          ofMethods && function.isDynamicMethod() && !function.plainName().startsWith("__");
      if (ofMethods && function.owner == null && !isFoundByName) {
        continue;
      }
      Set<String> spread =
          function.parameters.stream()
              .filter(p ->
                  p.kind() == Parameter.Kind.VAR_ARGS || p.kind() == Parameter.Kind.VAR_KEYWORDS)
              .map(Parameter::name)
              .collect(Collectors.toSet());
      function.params.forEach((name, variable) -> {
        boolean isOpen = isFoundByName && !spread.contains(name);
        if (isOpen || variable.cell.type() == Basic.NEVER) {
          variable.cell.add(Basic.OBJECT);
        }
      });
    }
  }

  /** Goes through the whole module once. */
  private void all() {
    session.dirty.clear();
    module.units.forEach(this::ownCode);
    module.functions.forEach(this::visit);
  }

  /** Goes through what reads something that has changed, until nothing has. */
  private void changed() {
    for (int round = 0;
        round < MAX_PASSES && (session.stale || !session.dirty.isEmpty());
        round++) {
      session.widening |= round > PATIENCE;
      if (session.stale) {
        session.stale = false;
        all();
        continue;
      }
      for (Unit unit : module.units) {
        if (session.dirty.contains(unit.code)) {
          ownCode(unit);
        }
      }
      for (FunctionInfo function : module.functions) {
        if (session.dirty.contains(function)) {
          visit(function);
        }
      }
    }
    session.widening = false;
  }

  /** The code of a unit that is in no function of it. */
  private void ownCode(Unit unit) {
    session.reader = unit.code;
    session.dirty.remove(unit.code);
    stmts.part(module.body, unit.body);
    unit.classes.forEach(this::classBody);
  }

  private void visit(FunctionInfo function) {
    session.reader = function;
    session.dirty.remove(function);
    function(function);
  }

  private void classBody(ClassInfo type) {
    type.classAttributes.forEach((name, value) -> {
      if (!type.isEnum) {
        Objects.requireNonNull(type.statics.get(name)).cell.add(exprs.value(value));
      } else {
        exprs.typeOf(value);
        FunctionInfo init = type.methods.get("__init__");
        if (init != null) {
          List<dev.weft.translator.parser.Expr> given =
              value instanceof Expr.TupleDisplay t ? t.elements() : List.of(value);
          for (int i = 0; i < given.size(); i++) {
            init.receive(i, exprs.value(given.get(i)));
          }
        }
      }
    });
    type.dataFields.forEach((name, value) -> {
      if (value != null) {
        Type given = exprs.fieldDefault(value);
        type.fieldOrNew(name).cell.add(given);
      }
    });
  }

  private void function(FunctionInfo function) {
    if (function.owner != null && !function.parameters.isEmpty()) {
      Variable first =
          Objects.requireNonNull(function.params.get(function.parameters.get(0).name()));
      switch (function.binding) {
        case SELF -> first.cell.add(new Instance(function.owner));
        case CLASS -> first.cell.add(new Type.ClassRef(function.owner));
        default -> {}
      }
    }
    if (function.owner != null && function.binding == FunctionInfo.Binding.SELF) {
      switch (function.name) {
        // Java compares with anything.
        case "__eq__", "__ne__" -> function.receive(0, Basic.OBJECT);
        case "__format__" -> function.receive(0, Basic.STR);
        case "__lt__" -> function.receive(0, new Instance(function.owner));
        default -> {}
      }
    }
    if (function.isDynamicMethod()) {
      boolean special =
          !function.name.equals(function.plainName())
              || (function.name.startsWith("__")
                  && !function.name.equals("__init__")
                  && !function.name.equals("__call__"));
      for (Parameter p : function.parameters) {
        boolean plain =
            p.kind() != Parameter.Kind.VAR_ARGS && p.kind() != Parameter.Kind.VAR_KEYWORDS;
        if (plain && (special || p == function.parameters.get(0))) {
          Objects.requireNonNull(function.params.get(p.name())).cell.add(Basic.OBJECT);
        }
      }
    }
    for (Parameter p : function.parameters) {
      Variable variable = Objects.requireNonNull(function.params.get(p.name()));
      switch (p.kind()) {
        case VAR_ARGS -> variable.cell.add(new Type.Generic("vartuple", List.of(site(p))));
        case VAR_KEYWORDS ->
            variable.cell.add(new Type.Generic("dict", List.of(new Cell(Basic.STR), site(p))));
        default -> {
          if (p.defaultValue() != null) {
            variable.cell.add(exprs.value(p.defaultValue()));
          }
        }
      }
    }
    if (function.escapes && function.hasSpread()) {
      function.parameters.stream()
          .filter(
              p -> p.kind() == Parameter.Kind.VAR_ARGS || p.kind() == Parameter.Kind.VAR_KEYWORDS)
          .forEach(p -> site(p).add(Basic.OBJECT));
    }
    stmts.function(function);
    inherit(function);
  }

  /**
   * An overriding method takes and gives what the overridden does, so that Java sees one method.
   */
  private void inherit(FunctionInfo method) {
    if (method.owner == null
        || method.owner.base() == null
        || method.binding != FunctionInfo.Binding.SELF
        || method.name.equals("__init__")) {
      return;
    }
    String library = method.owner.libraryBase();
    Signature called = library == null ? null : Library.get().override(library, method.name);
    if (called != null) {
      overrides(method, called);
    }
    FunctionInfo above = method.owner.base().method(method.name);
    if (above == null) {
      return;
    }
    List<Parameter> mine = method.callerParameters();
    List<Parameter> theirs = above.callerParameters();
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      Variable a = Objects.requireNonNull(method.params.get(mine.get(i).name()));
      Variable b = Objects.requireNonNull(above.params.get(theirs.get(i).name()));
      a.cell.unify(b.cell);
    }
    method.result.unify(above.result);
    method.yielded.unify(above.yielded);
  }

  /** What a method must give since Java or the library calls it; null for all others. */
  static @Nullable Type demanded(FunctionInfo method, ClassInfo owner) {
    if (method.name.equals("__str__") || method.name.equals("__repr__")) {
      return Basic.STR;
    }
    if (method.name.equals("__len__") || method.name.equals("__bool__")) {
      return method.name.equals("__len__") ? Basic.INT : Basic.BOOL;
    }
    String library = owner.libraryBase();
    Signature called = library == null ? null : Library.get().override(library, method.name);
    return called != null
            && called.result() instanceof TypeForm.Plain(Type plain)
            && plain != Basic.OBJECT
        ? plain
        : null;
  }

  /** A method that the library calls takes and gives what the library says. */
  private static void overrides(FunctionInfo method, Signature called) {
    TypeForm.Bindings bindings = new TypeForm.Bindings();
    List<Parameter> mine = method.callerParameters();
    for (int i = 0; i < Math.min(mine.size(), called.params().size()); i++) {
      Objects.requireNonNull(method.params.get(mine.get(i).name()))
          .cell
          .add(bindings.type(called.params().get(i).type()));
    }
    method.result.add(bindings.type(called.result()));
    method.isUsed = true;
  }

  /** Lets annotations fill what no value told. */
  private void hints() {
    Annotations annotations = new Annotations(module);
    for (FunctionInfo function : module.functions) {
      for (Parameter p : function.parameters) {
        if (p.annotation() != null) {
          Type type = annotations.type(p.annotation());
          Cell cell =
              switch (p.kind()) {
                case VAR_ARGS, VAR_KEYWORDS -> site(p);
                default -> Objects.requireNonNull(function.params.get(p.name())).cell;
              };
          hint(cell, type);
        }
      }
      if (function.node instanceof Stmt.FunctionDef f && f.returns() != null) {
        Type type = annotations.type(f.returns());
        if (!function.isGenerator) {
          hint(function.result, type);
        }
      }
    }
    for (ClassInfo type : module.classes) {
      type.annotations.forEach((name, annotation) -> {
        Variable field = type.fields.get(name);
        if (field == null) {
          field = type.statics.get(name);
        }
        if (field != null) {
          hint(field.cell, annotations.type(annotation));
        }
      });
    }
    stmts.annotated.forEach((cell, annotation) -> hint(cell, annotations.type(annotation)));
  }

  private void hint(Cell cell, Type hinted) {
    Type known = cell.type();
    if (known == Basic.NEVER) {
      cell.add(hinted);
    } else if (known == Basic.NONE && hinted instanceof Type.Opt) {
      cell.add(hinted);
    } else if (Types.strip(known) instanceof Type.Generic a
        && Types.strip(hinted) instanceof Type.Generic b
        && a.name().equals(b.name())
        && a.args().size() == b.args().size()) {
      for (int i = 0; i < a.args().size(); i++) {
        hint(a.args().get(i), b.args().get(i).type());
      }
    } else if (Types.is(known, "tuple") && Types.is(hinted, "vartuple")) {
      // It may become longer.
      cell.add(hinted);
    } else if (known instanceof Type.Func a
        && hinted instanceof Type.Func b
        && a.params().size() == b.params().size()) {
      for (int i = 0; i < a.params().size(); i++) {
        hint(a.params().get(i), b.params().get(i).type());
      }
      hint(a.result(), b.result().type());
    }
  }

  /** The cell that belongs to a place in the source. */
  Cell site(Object node) {
    return sites.computeIfAbsent(node, n -> new Cell());
  }

  /** One of several cells that belong to a place in the source. */
  Cell site(Object node, String name) {
    return namedSites
        .computeIfAbsent(node, n -> new java.util.HashMap<>())
        .computeIfAbsent(name, n -> new Cell());
  }

  /** The variable that a name stands for, if it is one. */
  @Nullable Variable variable(Expr.Name name) {
    return module.names.get(name) instanceof Symbol.Var v ? v.variable() : null;
  }
}
