package dev.weft.executor.test;

import dev.weft.executor.PipelineException;
import org.jspecify.annotations.Nullable;

/** A table of cases, or the file of a node, that cannot be used. */
public final class CaseException extends PipelineException {
  private static final long serialVersionUID = 1L;

  CaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
