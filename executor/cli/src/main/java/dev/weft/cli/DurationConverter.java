package dev.weft.cli;

import dev.weft.executor.manifest.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as manifests write them. */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String value) {
    return Durations.parse(value)
        .filter(Duration::isPositive)
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + value + "' is no duration above zero; " + Durations.FORM));
  }
}
