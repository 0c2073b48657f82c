package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Stmt;

/** Collects the attributes of classes, and what their bases and decorators make of them. */
final class ClassBodies {
  private final ModuleInfo module;
  private final Diagnostics diagnostics;

  ClassBodies(ModuleInfo module, Diagnostics diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
  }

  void collect(ClassInfo type, Stmt.ClassDef node) {
    for (Expr decorator : node.decorators()) {
      String name = Decorators.name(decorator);
      switch (name) {
        case "dataclass" -> {
          type.isDataclass = true;
          if (decorator instanceof Expr.Call c) {
            c.keywords()
                .forEach(k -> {
                  boolean on = k.value() instanceof Expr.BoolLiteral b && b.value();
                  switch (k.name() == null ? "" : k.name()) {
                    case "frozen" -> type.isFrozen = on;
                    case "order" -> type.isOrdered = on;
                    case "unsafe_hash" -> type.isHashed |= on;
                    case "kw_only" -> type.isMadeByNames = on;
                    case "eq" -> type.isByIdentity = !on;
                    default -> {}
                  }
                });
          }
        }
        case "final", "unique", "total_ordering", "runtime_checkable" -> {}
        default ->
            diagnostics.refuse(
                decorator,
                "class decorator '@" + name + "' is not supported",
                "write out what the decorator does");
      }
    }
    int bases = 0;
    for (Expr base : node.bases()) {
      bases += base(type, base);
    }
    if (bases > 1) {
      diagnostics.refuse(
          node.bases().get(1),
          "class '" + type.name + "' has more than one base with code",
          "keep one base class and hold the other in a field");
    }
    node.keywords()
        .forEach(k -> {
          if (!(k.value() instanceof Expr.Name n && n.id().equals("ABCMeta"))) {
            diagnostics.refuse(k, "class keyword '" + k.name() + "' is not supported", "remove it");
          }
        });
    for (Stmt stmt : node.body()) {
      attribute(type, stmt);
    }
  }

  /** The members of a union derive from it, as Java sees it. */
  private void union(ClassInfo type, Expr members) {
    type.isUnion = true;
    for (Expr member : ((Expr.TupleDisplay) members).elements()) {
      if (module.body.symbols.get(Decorators.name(member)) instanceof Symbol.UserClass c) {
        c.type().unions.add(type);
        type.subclasses().add(c.type());
      }
    }
  }

  /** Whether a class says itself how it is entered, and needs nothing of an abstract manager. */
  private static boolean entersItself(ClassInfo type) {
    return type.node != null
        && type.node.body().stream()
            .anyMatch(s ->
                s instanceof Stmt.FunctionDef f
                    && (f.name().equals("__enter__") || f.name().equals("__aenter__")));
  }

  private int base(ClassInfo type, Expr base) {
    if (base instanceof Expr.Subscript s && Decorators.name(s.value()).equals("Union")) {
      union(type, s.index());
      return 0;
    }
    String name = Decorators.name(base instanceof Expr.Subscript s ? s.value() : base);
    if (name.matches("Abstract(Async)?ContextManager") && entersItself(type)) {
      type.isAbstract = true;
      return 0;
    }
    String path = new Annotations(module).path(base);
    boolean isOfLibrary =
        path != null && path.endsWith(".Protocol") && Library.get().base(path) != null;
    switch (isOfLibrary ? "" : name) {
      case "object",
          "Protocol",
          "Generic",
          "AbstractContextManager",
          "AbstractAsyncContextManager" -> {
        type.isProtocol |= name.equals("Protocol");
        return 0;
      }
      case "ABC" -> {
        type.isAbstract = true;
        return 0;
      }
      case "NamedTuple" -> {
        type.isNamedTuple = true;
        type.isFrozen = true;
        return 1;
      }
      case "Enum" -> {
        type.isEnum = true;
        return 1;
      }
      case "IntEnum" -> {
        type.isEnum = true;
        type.isIntEnum = true;
        type.valueType = Type.Basic.INT;
        return 1;
      }
      case "StrEnum" -> {
        type.isEnum = true;
        type.isStrEnum = true;
        type.valueType = Type.Basic.STR;
        return 1;
      }
      case "str", "int" -> {
        // Enum mixed with a value type.
        if (type.node != null && type.node.bases().size() == 1) {
          diagnostics.refuse(
              base,
              "class '" + type.name + "' cannot derive from '" + name + "'",
              "keep the " + name + " in a field");
        }
        type.valueType = name.equals("str") ? Type.Basic.STR : Type.Basic.INT;
        return 0;
      }
      default -> {}
    }
    Symbol symbol = module.body.symbols.get(name);
    ClassInfo parent =
        base instanceof Expr.Name && symbol instanceof Symbol.UserClass c
            ? c.type()
            : Library.get().exception(name);
    if (parent == null) {
      parent = path == null ? null : Library.get().base(path);
    }
    if (parent == null) {
      diagnostics.refuse(
          base, "base class '" + name + "' is not known", "derive from a class of this module");
      return 1;
    }
    type.base = parent;
    parent.subclasses().add(type);
    type.isException = parent.isException;
    return 1;
  }

  private void attribute(ClassInfo type, Stmt stmt) {
    switch (stmt) {
      case Stmt.AnnAssign a when a.target() instanceof Expr.Name n -> {
        boolean isClassVar =
            a.annotation() instanceof Expr.Subscript s
                && Decorators.name(s.value()).equals("ClassVar");
        if ((type.isDataclass || type.isNamedTuple) && !isClassVar) {
          type.dataFields.put(n.id(), a.value());
          type.annotations.put(n.id(), a.annotation());
          type.fieldOrNew(n.id());
        } else if (a.value() != null) {
          type.classAttributes.put(n.id(), a.value());
          type.statics.put(n.id(), new Variable(n.id(), null));
          type.annotations.put(n.id(), a.annotation());
        } else {
          type.annotations.put(n.id(), a.annotation());
        }
      }
      case Stmt.Assign a -> {
        for (Expr target : a.targets()) {
          if (target instanceof Expr.Name n) {
            if (n.id().equals("__slots__") || n.id().equals("__match_args__")) {
              continue;
            }
            if (type.methods.containsKey(n.id())) {
              diagnostics.refuse(
                  target,
                  "'" + n.id() + "' is a method of this class, and is bound again here",
                  "give one of them a name of its own, or use a decorator");
            }
            type.classAttributes.put(n.id(), a.value());
            type.statics.put(n.id(), new Variable(n.id(), null));
          } else if (target instanceof Expr.TupleDisplay names
              && a.value() instanceof Expr.TupleDisplay values
              && names.elements().size() == values.elements().size()
              && values.elements().stream().noneMatch(Expr.Starred.class::isInstance)
              && names.elements().stream().allMatch(Expr.Name.class::isInstance)) {
            for (int i = 0; i < names.elements().size(); i++) {
              String name = ((Expr.Name) names.elements().get(i)).id();
              type.classAttributes.put(name, values.elements().get(i));
              type.statics.put(name, new Variable(name, null));
            }
          } else {
            diagnostics.refuse(
                target, "this target in a class body is not supported", "assign to one name");
          }
        }
      }
      case Stmt.FunctionDef f -> {}
      case Stmt.Pass p -> {}
      case Stmt.ExprStmt e when e.value() instanceof Expr.StringLiteral -> {}
      case Stmt.ExprStmt e when e.value() instanceof Expr.EllipsisLiteral -> {}
      default ->
          diagnostics.refuse(
              stmt,
              "this statement in a class body is not supported",
              "move it out of the class body");
    }
  }
}
