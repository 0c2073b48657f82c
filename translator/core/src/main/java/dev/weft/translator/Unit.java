package dev.weft.translator;

import dev.weft.translator.parser.Node;
import dev.weft.translator.parser.Position;
import dev.weft.translator.parser.Stmt;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** A source file's part of a linked program; the only part, if nothing was linked. */
final class Unit {
  String module;
  final String file;
  final String className;

  /** The first line behind it, in the joined source. */
  final int endLine;

  /** The first line of it, in the joined source. */
  final int firstLine;

  /** Whether another unit, or a host, imports it. */
  boolean isImported;

  /** Whether a host loads it, which wants to see its classes. */
  boolean isLibrary;

  /** The Java names of its functions, classes and variables, as its own class calls them. */
  final IdentityHashMap<Object, String> names = new IdentityHashMap<>();

  /** Its part of the joined module. */
  final List<Stmt> body = new ArrayList<>();

  /** Its functions, methods and lambdas, outer ones first. */
  final List<FunctionInfo> functions = new ArrayList<>();

  final List<ClassInfo> classes = new ArrayList<>();

  /** Stands for its code outside of functions, where inference notes who read what. */
  final FunctionInfo code;

  /** Whether it is imported, and a program too. */
  boolean hasMain;

  JavaNames.Pool statics = new JavaNames.Pool();

  Unit(
      String module,
      String file,
      String className,
      int firstLine,
      int endLine,
      boolean isImported) {
    this.module = module;
    this.file = file;
    this.className = className;
    this.firstLine = firstLine;
    this.endLine = endLine;
    this.isImported = isImported;
    Stmt.Pass anchor = new Stmt.Pass(new Position(firstLine, 0, firstLine, 0));
    this.code = new FunctionInfo("<module>", anchor, List.of(), body, null, false, null, null);
  }

  /** Makes it one that a host loads under a name. */
  void becomeLibrary(String name) {
    module = name;
    isImported = true;
    isLibrary = true;
  }

  /** The line in the file of a line of the joined source; zero of another file's. */
  int lineOf(int joined) {
    return contains(joined) ? joined - firstLine + 1 : 0;
  }

  boolean contains(Node node) {
    return contains(node.at().line());
  }

  boolean contains(int line) {
    return line >= firstLine && line < endLine;
  }
}
