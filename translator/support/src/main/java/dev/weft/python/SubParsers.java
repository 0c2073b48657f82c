package dev.weft.python;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code add_subparsers} gives: a parser for each command. */
@SuppressWarnings("NullAway") // None is null.
public final class SubParsers {
  private final String program;
  private final Map<String, Object> options;
  private final Map<String, ArgParser> parsers = new PyDict<>();

  SubParsers(String program, Map<String, Object> options) {
    this.program = program;
    this.options = options;
  }

  /** {@code add_parser(name, options)}. */
  public ArgParser add(String name, Map<String, Object> given) {
    Object own = given.get("prog");
    ArgParser parser = new ArgParser(own != null ? Py.str(own) : program + " " + name);
    parsers.put(name, parser);
    if (given.get("aliases") != null) {
      for (Object alias : Iters.of(given.get("aliases"))) {
        parsers.put(Py.str(alias), parser);
      }
    }
    return parser;
  }

  Map<String, ArgParser> parsers() {
    return parsers;
  }

  /** Where the name of the command goes. */
  @Nullable String target() {
    return options.get("dest") == null ? null : Py.str(options.get("dest"));
  }

  boolean isRequired() {
    return Py.truth(options.get("required"));
  }

  /** What messages call it. */
  String label() {
    Object shown = options.get("metavar");
    return shown != null
        ? Py.str(shown)
        : target() != null ? target() : "{" + String.join(",", parsers.keySet()) + "}";
  }
}
