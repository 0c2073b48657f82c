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

  /** How often calls of something unknown may have been calls of it. */
  int unseenCalls;

  /** Whether one of those passes arguments by name. */
  boolean isCalledByKeywords;

  /** Whether anything may be passed to it, which need not be looked at again. */
  boolean isOpen;

  boolean isAbstract;
  boolean isContextManager;

  /** An operator that may give {@code NotImplemented}, itself or where it is overridden. */
  boolean mayDecline;

  /** Whether it then throws what Python raises if nothing else takes the operands. */
  boolean declinesByThrowing;

  /** The operators of its class whose results it gives on as they are. */
  final Set<String> passesOnTo = new LinkedHashSet<>();

  /** The body of a class that is made at run time. */
  boolean isClassBody;

  /** What the name of that class stands for where it is defined. */
  @Nullable Symbol classSymbol;

  /** Whether its value goes where calls of it are not seen. */
  boolean escapes;

  /** Whether something asks for its name or other attributes. */
  boolean isNamed;

  boolean isGenerator;

  /** A generator with a value at its end. */
  boolean returnsAtEnd;

  /** Whether a decorator of the module's own wraps it, so that its name is a variable. */
  boolean isWrapped;

  /** Whether anything refers to it. */
  boolean isUsed;

  final Map<String, Symbol> symbols = new LinkedHashMap<>();
  final Map<String, Variable> params = new LinkedHashMap<>();

  /** Names that it imports, and may use before it did. */
  final Set<String> unsureImports = new LinkedHashSet<>();

  /** Variables of enclosing functions that it uses. */
  final Set<Variable> captures = new LinkedHashSet<>();

  /** A lambda that is called where it stands, and never again. */
  boolean isCalledAtOnce;

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

  /** The name that the programmer gave it. */
  String plainName() {
    return Desugaring.plain(name);
  }

  /** As {@code __qualname__}. */
  String qualifiedName() {
    String own = plainName();
    if (owner != null) {
      return owner.name + "." + own;
    }
    if (parent == null || (parent.parent == null && !parent.isClassBody)) {
      return own;
    }
    return parent.qualifiedName() + (parent.isClassBody ? "." : ".<locals>.") + own;
  }

  /** The parameters as Python writes them, for the support library. */
  String parameterText() {
    StringBuilder out = new StringBuilder();
    boolean named = false;
    List<Parameter> params = callerParameters();
    for (int i = 0; i < params.size(); i++) {
      Parameter p = params.get(i);
      if (p.kind() == Parameter.Kind.KEYWORD_ONLY && !named) {
        out.append(out.isEmpty() ? "*" : ", *");
        named = true;
      }
      named |= p.kind() == Parameter.Kind.VAR_ARGS;
      out.append(out.isEmpty() ? "" : ", ")
          .append(
              p.kind() == Parameter.Kind.VAR_ARGS
                  ? "*"
                  : p.kind() == Parameter.Kind.VAR_KEYWORDS ? "**" : "")
          .append(p.name())
          .append(p.defaultValue() != null ? "=" : "");
      boolean last =
          i + 1 == params.size() || params.get(i + 1).kind() != Parameter.Kind.POSITIONAL_ONLY;
      if (p.kind() == Parameter.Kind.POSITIONAL_ONLY && last) {
        out.append(", /");
      }
    }
    return out.toString();
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

  /** Lets an argument of a call that gives positional ones flow into its parameter. */
  void receive(int at, Type type) {
    List<Parameter> params = callerParameters();
    if (at < params.size() && params.get(at).kind() != Parameter.Kind.VAR_ARGS) {
      java.util.Objects.requireNonNull(this.params.get(params.get(at).name())).cell.add(type);
    }
  }

  /** Whether positional arguments alone do not tell how it is called. */
  boolean hasOptions() {
    return callerParameters().stream()
        .anyMatch(p ->
            p.defaultValue() != null
                || p.kind() == Parameter.Kind.KEYWORD_ONLY
                || p.kind() == Parameter.Kind.VAR_ARGS
                || p.kind() == Parameter.Kind.VAR_KEYWORDS);
  }

  /** A method of a class that is made at run time. */
  boolean isDynamicMethod() {
    return parent != null && parent.isClassBody && owner == null && !isLambda();
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

  /** The same, with what {@code contextmanager} makes of a generator. */
  Type decoratedType() {
    return isContextManager ? new Type.Generic("manager", List.of(yielded)) : callType();
  }

  @Override
  public String toString() {
    return name;
  }
}
