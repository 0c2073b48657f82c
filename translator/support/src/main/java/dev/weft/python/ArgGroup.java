package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code add_argument_group} and {@code add_mutually_exclusive_group} of {@code argparse}. */
public final class ArgGroup {
  private final ArgParser parser;
  private final @Nullable ArgGroup above;
  private final @Nullable String title;
  private final @Nullable String description;
  private final boolean isExclusive;
  private final boolean isRequired;
  private final List<Argument> arguments = new ArrayList<>();

  ArgGroup(
      ArgParser parser,
      @Nullable ArgGroup above,
      @Nullable String title,
      @Nullable String description,
      boolean isExclusive,
      boolean isRequired) {
    this.parser = parser;
    this.above = above;
    this.title = title;
    this.description = description;
    this.isExclusive = isExclusive;
    this.isRequired = isRequired;
  }

  /** {@code add_argument(names, options)}. */
  public void add(List<String> names, Map<String, Object> options) {
    put(parser.make(names, options, null));
  }

  /** {@code add_mutually_exclusive_group(required)}. */
  public ArgGroup exclusive(boolean required) {
    return parser.exclusive(this, required);
  }

  void put(Argument argument) {
    arguments.add(argument);
    if (isExclusive) {
      if (above != null) {
        above.put(argument);
      } else {
        parser.list(argument);
      }
    }
  }

  List<Argument> arguments() {
    return arguments;
  }

  @Nullable String title() {
    return title;
  }

  @Nullable String description() {
    return description;
  }

  boolean isRequired() {
    return isRequired;
  }
}
