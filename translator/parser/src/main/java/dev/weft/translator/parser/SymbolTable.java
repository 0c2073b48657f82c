package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The scopes of a module, and the errors that CPython finds when it makes them, in its order
 * (symtable.c): first those of each name where it stands, then of those that name no variable.
 */
final class SymbolTable {
  final StageErrors errors;
  final boolean postponesAnnotations;
  private final IdentityHashMap<SSTNode, Scope> scopes = new IdentityHashMap<>();
  private final Scope module = new Scope(Scope.Kind.MODULE, null, null);
  private Scope current = module;

  /** The class whose private names are meant. */
  @Nullable String className;

  private SymbolTable(StageErrors errors, boolean postponesAnnotations) {
    this.errors = errors;
    this.postponesAnnotations = postponesAnnotations;
  }

  static SymbolTable of(StmtTy[] body, StageErrors errors, boolean postponesAnnotations) {
    SymbolTable table = new SymbolTable(errors, postponesAnnotations);
    new SymbolVisitor(table).block(body);
    table.analyse(table.module, Set.of(), Set.of());
    return table;
  }

  Scope module() {
    return module;
  }

  Scope current() {
    return current;
  }

  Scope of(SSTNode node) {
    return java.util.Objects.requireNonNull(scopes.get(node));
  }

  /**
   * Enters a new block.
   *
   * @param node what it is found by; null if nobody asks
   */
  void enter(@Nullable SSTNode node, Scope.Kind kind, @Nullable String comprehension) {
    current = new Scope(kind, current, comprehension);
    if (node != null) {
      scopes.put(node, current);
    }
  }

  void leave() {
    current = java.util.Objects.requireNonNull(current.outer);
  }

  /** The name under which a private name of a class is kept. */
  String mangled(String name) {
    String stripped = className == null ? "" : className.replaceFirst("^_+", "");
    return stripped.isEmpty() || !name.startsWith("__") || name.endsWith("__")
        ? name
        : "_" + stripped + name;
  }

  int lookUp(String name) {
    return current.of(mangled(name));
  }

  void define(String name, int flag, SSTNode at) {
    define(name, flag, current, at);
  }

  void define(String given, int flag, Scope scope, SSTNode at) {
    String name = mangled(given);
    int known = scope.of(name);
    if ((flag & known & Scope.PARAMETER) != 0) {
      errors.add(at, "duplicate argument '" + given + "' in function definition");
    }
    if ((flag & known & Scope.TYPE_PARAMETER) != 0) {
      errors.add(at, "duplicate type parameter '" + given + "'");
    }
    int flags = known | flag;
    if (scope.inTarget) {
      if ((flags & (Scope.GLOBAL | Scope.NONLOCAL)) != 0) {
        errors.add(
            at,
            "comprehension inner loop cannot rebind assignment expression target '" + given + "'");
      }
      flags |= Scope.ITERATION;
    }
    scope.names.put(name, flags);
    if ((flag & Scope.GLOBAL) != 0 && scope != module) {
      // A module knows what its functions declare.
      module.names.merge(name, Scope.GLOBAL, (a, b) -> a | b);
    }
  }

  /** {@code global} or {@code nonlocal}. */
  void declare(String name, int flag, SSTNode at) {
    int known = lookUp(name);
    String kind = flag == Scope.GLOBAL ? "global" : "nonlocal";
    if ((known & Scope.PARAMETER) != 0) {
      errors.add(at, "name '" + name + "' is parameter and " + kind);
    } else if ((known & Scope.USE) != 0) {
      errors.add(at, "name '" + name + "' is used prior to " + kind + " declaration");
    } else if ((known & Scope.ANNOTATED) != 0) {
      errors.add(at, "annotated name '" + name + "' can't be " + kind);
    } else if ((known & Scope.LOCAL) != 0) {
      errors.add(at, "name '" + name + "' is assigned to before " + kind + " declaration");
    }
    define(name, flag, at);
    direct(name, at);
  }

  void direct(String name, SSTNode at) {
    current.directives.putIfAbsent(mangled(name), TreeConverter.at(at));
  }

  /** Whether names that are nonlocal have a variable around. */
  private void analyse(Scope scope, Set<String> outerBound, Set<String> outerTypes) {
    Set<String> bound = new HashSet<>(outerBound);
    Set<String> types = new HashSet<>(outerTypes);
    Set<String> local = new HashSet<>();
    for (Map.Entry<String, Integer> entry : scope.names.entrySet()) {
      String name = entry.getKey();
      int flags = entry.getValue();
      if ((flags & Scope.GLOBAL) != 0) {
        if ((flags & Scope.NONLOCAL) != 0) {
          at(scope, name, "name '" + name + "' is nonlocal and global");
        }
        bound.remove(name);
      } else if ((flags & Scope.NONLOCAL) != 0) {
        if (scope.kind == Scope.Kind.MODULE) {
          at(scope, name, "nonlocal declaration not allowed at module level");
        } else if (!bound.contains(name)) {
          at(scope, name, "no binding for nonlocal '" + name + "' found");
        } else if (types.contains(name)) {
          at(scope, name, "nonlocal binding not allowed for type parameter '" + name + "'");
        }
      } else if ((flags & Scope.BOUND) != 0) {
        local.add(name);
        if ((flags & Scope.TYPE_PARAMETER) != 0) {
          types.add(name);
        } else {
          types.remove(name);
        }
      }
    }
    if (scope.kind.isFunctionLike()) {
      bound.addAll(local);
    } else if (scope.kind == Scope.Kind.CLASS) {
      bound.add("__class__");
      bound.add("__classdict__");
    }
    for (Scope inner : scope.inner) {
      analyse(inner, bound, types);
    }
  }

  private void at(Scope scope, String name, String message) {
    Position at = scope.directives.get(name);
    if (at != null) {
      errors.add(at, message);
    }
  }
}
