package dev.weft.benchmarks;

import java.util.List;
import java.util.Map;

/** What the contenders are called, and how a benchmark method names them. */
final class Contenders {
  static final String THREADS = "virtual threads";
  static final String ASYNCIO = "CPython asyncio";

  private static final Map<String, String> WEFT =
      Map.of(
          "VIRTUAL_THREADS", "Weft, virtual threads",
          "EVENT_LOOP_MOUNTED", "Weft, event loop",
          "EVENT_LOOP_BATON", "Weft, event loop without flag");

  /** By the end of the method's name; the method without such an end is ours. */
  private static final Map<String, String> PEERS =
      Map.of(
          "OneThread", "virtual threads on one thread",
          "Threads", THREADS,
          "Jox", "Jox",
          "Futures", "CompletableFuture",
          "PublishOnce", "Reactor, one publishOn",
          "PublishEach", "Reactor, publishOn per step",
          "Reactor", "Reactor",
          "Alone", "JSON alone");

  /** The longer before those that they end with. */
  private static final List<String> SUFFIXES =
      List.of(
          "OneThread",
          "Threads",
          "Jox",
          "Futures",
          "PublishOnce",
          "PublishEach",
          "Reactor",
          "Alone",
          "Kotlin");

  private Contenders() {}

  static String weft(String backend) {
    return WEFT.getOrDefault(backend, backend);
  }

  static String kotlin(String dispatcher) {
    return dispatcher.equals("SINGLE") ? "Kotlin, one thread" : "Kotlin, default";
  }

  /** A benchmark method taken apart. */
  record Method(String name, String peer) {
    /** By its name, which ends with the peer's, if it is a peer's. */
    static Method of(String method) {
      for (String suffix : SUFFIXES) {
        if (method.endsWith(suffix) && method.length() > suffix.length()) {
          return new Method(method.substring(0, method.length() - suffix.length()), suffix);
        }
      }
      return new Method(method, "");
    }
  }

  static String peer(String suffix) {
    return PEERS.getOrDefault(suffix, suffix);
  }
}
