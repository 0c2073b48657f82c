package dev.weft.executor.manifest;

import org.jspecify.annotations.Nullable;

/** The root of what this module throws. */
public abstract sealed class JsonException extends RuntimeException
    permits ManifestException, ItemFormatException {
  private static final long serialVersionUID = 1;

  JsonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
