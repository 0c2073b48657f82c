package dev.weft.cli;

import dev.weft.runtime.AsyncRuntime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a backend as people write it. */
final class BackendConverter implements ITypeConverter<AsyncRuntime.Backend> {
  @Override
  public AsyncRuntime.Backend convert(String value) {
    return switch (value) {
      case "virtual-threads" -> AsyncRuntime.Backend.VIRTUAL_THREADS;
      case "event-loop" -> AsyncRuntime.Backend.EVENT_LOOP;
      default ->
          throw new TypeConversionException(
              "'" + value + "' is no runtime; write virtual-threads or event-loop");
    };
  }
}
