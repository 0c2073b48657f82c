package dev.weft.executor.test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Something that runs cases. */
interface CaseEngine extends AutoCloseable {
  /** Its name, as tables know it. */
  String name();

  /**
   * What comes of each run of a case.
   *
   * @param node the file of the node
   * @throws CaseException if the engine itself fails
   */
  List<Map<String, Object>> run(Path node, NodeCase nodeCase);

  @Override
  void close();
}
