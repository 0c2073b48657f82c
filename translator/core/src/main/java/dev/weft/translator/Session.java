package dev.weft.translator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the translation that a thread is at has come to: what everything in it would have to pass on
 * to everything else. A thread is at one translation at a time.
 */
final class Session {
  private static final ThreadLocal<Session> HERE = ThreadLocal.withInitial(Session::new);

  /** Counts what cells learnt, so that inference can tell when nothing changes any more. */
  int changes;

  /** Whether something changed that any function may depend on. */
  boolean stale;

  /** The function whose types are being inferred: what it reads is noted in the cells. */
  @Nullable FunctionInfo reader;

  /** Whether what still changes becomes unknown, so that inference comes to an end. */
  boolean widening;

  /** The functions that read something which has changed since. */
  final Set<FunctionInfo> dirty = new HashSet<>();

  /** Counts what went where calls of it are not seen. */
  int escaped;

  private final Map<ClassInfo, List<ClassInfo>> derived = new HashMap<>();

  /** The line that is being lowered. Zero where there is none. */
  int line;

  /** Whether parts of the statement that stand on other lines are told apart. */
  boolean fine = true;

  private Session() {}

  static Session here() {
    return HERE.get();
  }

  /** The program's classes that derive directly from one of the library. */
  List<ClassInfo> derived(ClassInfo library) {
    return derived.computeIfAbsent(library, l -> new ArrayList<>());
  }

  /** Begins a translation in this thread. */
  static void begin() {
    HERE.set(new Session());
  }

  /** The translation has ended. */
  static void end() {
    HERE.remove();
  }
}
