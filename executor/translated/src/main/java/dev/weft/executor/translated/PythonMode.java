package dev.weft.executor.translated;

/** Which engine runs the Python nodes of a run. */
public enum PythonMode {
  /** The CPython in the sandbox, for all of them. */
  EMBEDDED,
  /** Translated Java, for all of them; what cannot be translated is a problem. */
  TRANSLATED,
  /**
   * What the node's {@code runtime_hint} says; without one, translated Java where the whole code of
   * the node can be translated, else the CPython.
   */
  AUTO
}
