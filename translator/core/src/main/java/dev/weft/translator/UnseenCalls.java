package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls of which only run time knows what they call: of everything that it could be. */
final class UnseenCalls {
  /** How often such calls may meet a function before anything is taken to reach it. */
  private static final int MOST = 1000;

  private final ExprTypes exprs;

  /** What calls of something unknown may be of, as far as nothing more has gone out of sight. */
  private final List<FunctionInfo> functions = new ArrayList<>();

  private final List<FunctionInfo> makers = new ArrayList<>();
  private final List<ClassInfo> classes = new ArrayList<>();
  private int known = -1;

  /** The methods that have a name, of classes of both tiers. */
  private final Map<String, List<ClassInfo>> withMethod = new HashMap<>();

  private final Map<String, List<FunctionInfo>> dynamicMethods = new HashMap<>();
  private int indexed = -1;

  UnseenCalls(ExprTypes exprs) {
    this.exprs = exprs;
  }

  private ModuleInfo module() {
    return exprs.inference.module;
  }

  private void index() {
    if (indexed == module().functions.size()) {
      return;
    }
    indexed = module().functions.size();
    known = -1;
    withMethod.clear();
    dynamicMethods.clear();
    for (ClassInfo type : module().classes) {
      type.methods
          .keySet()
          .forEach(n -> withMethod.computeIfAbsent(n, k -> new ArrayList<>()).add(type));
    }
    for (FunctionInfo f : module().functions) {
      if (f.isDynamicMethod()) {
        dynamicMethods.computeIfAbsent(f.name, k -> new ArrayList<>()).add(f);
      }
    }
  }

  /** Looks again at what is out of sight, if more is than before. */
  private void look() {
    index();
    if (known == Session.here().escaped) {
      return;
    }
    known = Session.here().escaped;
    functions.clear();
    makers.clear();
    classes.clear();
    for (FunctionInfo f : module().functions) {
      if (f.isOpen) {
        continue;
      }
      if (f.isDynamicMethod()) {
        if (f.name.equals("__init__") || f.name.equals("__call__")) {
          makers.add(f);
        }
      } else if (f.escapes) {
        functions.add(f);
      }
    }
    for (ClassInfo type : module().classes) {
      FunctionInfo init = type.method("__init__");
      if (type.escapes && (init == null || !init.isOpen)) {
        classes.add(type);
      }
    }
  }

  /** A call of something unknown may be one of any function that went out of sight. */
  void call(Expr.Call call) {
    if (call.function() instanceof Expr.Name n
        && module().names.get(n) instanceof Symbol.Var(Variable v)
        && v.holdsClass) {
      FunctionInfo body = module().dynamicClasses.get(v);
      FunctionInfo init = body == null ? null : dynamicMethod(body, "__init__");
      if (init != null) {
        exprs.calls.userCall(init, call, 1);
        return;
      }
    }
    look();
    // What is called may make more known: the lists are looked at as they are now.
    for (FunctionInfo f : List.copyOf(makers)) {
      mayBe(f, call, 1);
    }
    for (FunctionInfo f : List.copyOf(functions)) {
      if (accepts(f, call)) {
        mayBe(f, call, 0);
      }
    }
    for (ClassInfo type : withMethod.getOrDefault("__call__", List.of())) {
      mayBe(Objects.requireNonNull(type.methods.get("__call__")), call, 0);
    }
    for (ClassInfo type : List.copyOf(classes)) {
      FunctionInfo init = type.method("__init__");
      if (init != null && !type.isEnum && !type.isLibrary()) {
        mayBe(init, call, 0);
      } else {
        exprs.calls.construct(type, call, false);
      }
    }
  }

  /** A method of something unknown is that of any class which has one of that name. */
  Type method(String name, Expr.Call call) {
    exprs.calls.arguments(call);
    if (name.equals("send") || name.equals("asend")) {
      // It may be any generator.
      module().functions.stream().filter(f -> f.isGenerator).forEach(f -> f.sent.add(Basic.OBJECT));
    }
    index();
    Type all = Basic.NEVER;
    boolean found = false;
    for (ClassInfo type : withMethod.getOrDefault(name, List.of())) {
      FunctionInfo method = type.methods.get(name);
      if (method != null && !method.isProperty) {
        found = true;
        method.isCalledByKeywords |= !call.keywords().isEmpty();
        mayBe(method, call, 0);
        all =
            module().dynamicClasses.isEmpty()
                ? Types.join(all, method.decoratedType())
                : Basic.OBJECT;
      }
    }
    for (FunctionInfo f : dynamicMethods.getOrDefault(name, List.of())) {
      found = true;
      mayBe(f, call, 1);
      all = Basic.OBJECT;
    }
    if (!found) {
      call(call);
      return Basic.OBJECT;
    }
    return all;
  }

  /** A special method of something unknown, called by syntax with operands. */
  void operator(String name, Type on, Type... operands) {
    if (on == Type.Basic.OBJECT) {
      index();
      for (ClassInfo type : withMethod.getOrDefault(name, List.of())) {
        exprs.calls.applyMethod(Objects.requireNonNull(type.methods.get(name)), List.of(operands));
      }
    }
  }

  private void mayBe(FunctionInfo function, Expr.Call call, int filled) {
    if (function.isOpen) {
      return;
    }
    if (++function.unseenCalls <= MOST) {
      exprs.calls.userCall(function, call, filled);
      return;
    }
    function.isOpen = true;
    function.isUsed = true;
    known = -1;
    List<Parameter> params = function.callerParameters();
    for (Parameter p : params.subList(Math.min(filled, params.size()), params.size())) {
      boolean many = p.kind() == Parameter.Kind.VAR_ARGS || p.kind() == Parameter.Kind.VAR_KEYWORDS;
      Cell cell =
          many
              ? exprs.inference.site(p)
              : Objects.requireNonNull(function.params.get(p.name())).cell;
      cell.add(Basic.OBJECT);
    }
  }

  private static boolean accepts(FunctionInfo function, Expr.Call call) {
    int size = function.callerParameters().size();
    return function.hasSpread()
        || call.arguments().stream().anyMatch(Expr.Starred.class::isInstance)
        || call.keywords().stream().anyMatch(k -> k.name() == null)
        || call.arguments().size() + call.keywords().size() <= size;
  }

  private @Nullable FunctionInfo dynamicMethod(FunctionInfo classBody, String name) {
    if (classBody.symbols.get(name) instanceof Symbol.Function f) {
      return f.function();
    }
    if (classBody.node instanceof Stmt.ClassDef c) {
      for (Expr base : c.bases()) {
        if (base instanceof Expr.Name n
            && module().names.get(n) instanceof Symbol.Var(Variable v)) {
          FunctionInfo above = module().dynamicClasses.get(v);
          FunctionInfo found =
              above == null || above == classBody ? null : dynamicMethod(above, name);
          if (found != null) {
            return found;
          }
        }
      }
    }
    return null;
  }
}
