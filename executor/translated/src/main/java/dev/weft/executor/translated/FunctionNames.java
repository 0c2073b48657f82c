package dev.weft.executor.translated;

import dev.weft.translator.parser.Expr;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.Stmt;
import dev.weft.translator.parser.TreeWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows what tracebacks of Python call the code in a line: its function, class or module. */
final class FunctionNames {
  private static final String MODULE = "<module>";
  private static final String LAMBDA = "<lambda>";

  /** How the names of methods begin that Java's compiler makes of lambdas. */
  private static final String JAVA_LAMBDA = "lambda$";

  private record Part(Position at, String name) {
    boolean contains(int line) {
      return at.line() <= line && line <= at.endLine();
    }
  }

  private final Map<String, List<Part>> parts = new HashMap<>();

  private FunctionNames() {}

  /** The names in modules, which are given by their files. */
  static FunctionNames of(Map<String, List<Stmt>> modules) {
    FunctionNames names = new FunctionNames();
    modules.forEach((file, body) -> names.parts.put(file, parts(body)));
    return names;
  }

  /** From the outside to the inside. */
  private static List<Part> parts(List<Stmt> body) {
    List<Part> found = new ArrayList<>();
    new TreeWalker() {
      @Override
      protected boolean enter(Stmt stmt) {
        switch (stmt) {
          case Stmt.FunctionDef function -> found.add(new Part(function.at(), function.name()));
          case Stmt.ClassDef type -> found.add(new Part(type.at(), type.name()));
          default -> {}
        }
        return true;
      }

      @Override
      protected boolean enter(Expr expr) {
        if (expr instanceof Expr.Lambda lambda) {
          found.add(new Part(lambda.at(), LAMBDA));
        }
        return true;
      }
    }.block(body);
    return found;
  }

  /** What the code of a frame is called. */
  String of(StackTraceElement frame) {
    String name = MODULE;
    for (Part part : parts.getOrDefault(String.valueOf(frame.getFileName()), List.of())) {
      // Comprehensions are lambdas in Java, and lambdas of Python share their line with others.
      if (part.contains(frame.getLineNumber())
          && (!part.name.equals(LAMBDA) || isJavaLambda(frame))) {
        name = part.name;
      }
    }
    return name;
  }

  static boolean isJavaLambda(StackTraceElement frame) {
    return frame.getMethodName().startsWith(JAVA_LAMBDA);
  }
}
