package dev.weft.translator;

/** What a name stands for. */
sealed interface Symbol {
  /** A variable. */
  record Var(Variable variable) implements Symbol {}

  /** A function of the module. */
  record Function(FunctionInfo function) implements Symbol {}

  /** A class of the module. */
  record UserClass(ClassInfo type) implements Symbol {}

  /** A library module, or a part of one, by its dotted path. */
  record Library(String path) implements Symbol {}
}
