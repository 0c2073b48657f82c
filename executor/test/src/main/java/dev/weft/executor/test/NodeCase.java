package dev.weft.executor.test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case: a node with params, and what is done with it.
 *
 * @param name what the case is about
 * @param node the name of the node's class
 * @param id the id of the node
 * @param params its params, as JSON
 * @param execution its policy, as in a manifest
 * @param limits the limits of the sandbox: {@code seconds}, {@code mebibytes}
 * @param engines the only engines that it is for; empty if it is for all
 * @param runs what is run, one after the other in the same pipeline
 */
record NodeCase(
    String name,
    String node,
    String id,
    Map<String, Object> params,
    Map<String, Object> execution,
    Map<String, Object> limits,
    List<String> engines,
    List<CaseRun> runs) {

  /**
   * One run of a case.
   *
   * @param session the session whose state the node sees
   * @param input the items, as JSON; empty for a source
   * @param delays seconds to wait before each of the first items; one more than there are items is
   *     waited before the end
   * @param expect what is to come out, as JSON; empty if that was not written down yet
   */
  record CaseRun(
      String session,
      Optional<List<Object>> input,
      List<Double> delays,
      Optional<Map<String, Object>> expect) {}

  boolean isFor(String engine) {
    return engines.isEmpty() || engines.contains(engine);
  }
}
