package dev.weft.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes in bytes: {@code 64k}, {@code 512m}, {@code 1g}. */
final class SizeConverter implements ITypeConverter<Long> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg]?)");
  private static final String UNITS = "kmg";

  @Override
  public Long convert(String value) {
    Matcher size = SIZE.matcher(value.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw new TypeConversionException(
          "'" + value + "' is no size; write a number and k, m or g, as 512m");
    }
    int shift = size.group(2).isEmpty() ? 0 : 10 * (UNITS.indexOf(size.group(2)) + 1);
    return Long.parseLong(size.group(1)) << shift;
  }
}
