package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code add_subparsers} gives: a parser for each command. */
@SuppressWarnings("NullAway") // None is null.
public final class SubParsers {
  /** A command that the help lists. */
  record Choice(String name, @Nullable String help) {}

  private final String program;
  private final Map<String, Object> options;
  private final Map<String, ArgParser> parsers = new PyDict<>();
  private final List<Choice> shown = new ArrayList<>();

  SubParsers(String program, Map<String, Object> options) {
    this.program = program;
    this.options = options;
  }

  /** {@code add_parser(name, options)}. */
  public ArgParser add(String name, Map<String, Object> given) {
    Map<String, Object> own = new PyDict<>(given);
    own.putIfAbsent("prog", program + " " + name);
    ArgParser parser = new ArgParser(own);
    parsers.put(name, parser);
    List<String> aliases = new ArrayList<>();
    if (given.get("aliases") != null) {
      for (Object alias : Iters.of(given.get("aliases"))) {
        parsers.put(Py.str(alias), parser);
        aliases.add(Py.str(alias));
      }
    }
    if (given.get("help") != null) {
      String all = aliases.isEmpty() ? name : name + " (" + String.join(", ", aliases) + ")";
      shown.add(new Choice(all, Py.str(given.get("help"))));
    }
    return parser;
  }

  Map<String, ArgParser> parsers() {
    return parsers;
  }

  List<Choice> shown() {
    return shown;
  }

  boolean isRequired() {
    return Py.truth(options.get("required"));
  }
}
