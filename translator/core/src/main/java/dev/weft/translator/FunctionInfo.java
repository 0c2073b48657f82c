package dev.weft.translator;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Parameter;
import dev.weft.translator.parser.Stmt;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function, method or lambda, and what is known of it. */
final class FunctionInfo {
  /** What a method is bound to. */
  enum Binding {
    NONE,
    SELF,
    CLASS,
    STATIC
  }

  final String name;
  final Node node;
  final List<Parameter> parameters;
  final List<Stmt> body;

  /** For a lambda, its body. */
  final @Nullable Expr lambdaBody;

  final boolean isAsync;
  final @Nullable FunctionInfo parent;
  final @Nullable ClassInfo owner;

  Binding binding = Binding.NONE;
  boolean isProperty;
  boolean isAbstract;
  boolean isContextManager;
  boolean isGenerator;

  /** Whether a decorator of the module's own wraps it, so that its name is a variable. */
  boolean isWrapped;

  /** Whether anything refers to it. */
  boolean isUsed;

  final Map<String, Symbol> symbols = new LinkedHashMap<>();
  final Map<String, Variable> params = new LinkedHashMap<>();

  /** Variables of enclosing functions that it uses. */
  final Set<Variable> captures = new LinkedHashSet<>();

  final Cell result = new Cell();
  final Cell yielded = new Cell();
  final Cell sent = new Cell();
  String javaName = "";

  FunctionInfo(
      String name,
      Node node,
      List<Parameter> parameters,
      List<Stmt> body,
      @Nullable Expr lambdaBody,
      boolean isAsync,
      @Nullable FunctionInfo parent,
      @Nullable ClassInfo owner) {
    this.name = name;
    this.node = node;
    this.parameters = parameters;
    this.body = body;
    this.lambdaBody = lambdaBody;
    this.isAsync = isAsync;
    this.parent = parent;
    this.owner = owner;
  }

  String name() {
    return name;
  }

  boolean isLambda() {
    return lambdaBody != null;
  }

  /** Nested in a function, itself not a method. */
  boolean isNested() {
    return parent != null && owner == null && !isLambda();
  }

  /** The parameters that callers fill. */
  List<Parameter> callerParameters() {
    return binding == Binding.SELF || binding == Binding.CLASS
        ? parameters.subList(Math.min(1, parameters.size()), parameters.size())
        : parameters;
  }

  boolean hasSpread() {
    return parameters.stream()
        .anyMatch(
            p -> p.kind() == Parameter.Kind.VAR_ARGS || p.kind() == Parameter.Kind.VAR_KEYWORDS);
  }

  /** What a call of it has as its type. */
  Type callType() {
    if (isGenerator) {
      return new Type.Generic(isAsync ? "asyncgen" : "generator", List.of(yielded, sent));
    }
    return isAsync ? new Type.Generic("coro", List.of(result)) : result.type();
  }

  @Override
  public String toString() {
    return name;
  }
}
