package dev.weft.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code argparse.ArgumentParser}. What it reads, and what its messages and its help say, is that
 * of CPython 3.12; actions and formatters that are classes of a program are not supported.
 */
@SuppressWarnings("NullAway") // None is null.
public final class ArgParser {
  private final String program;
  private final Map<String, Object> options;

  /** All arguments in the order in which they were added. */
  private final List<Argument> arguments = new ArrayList<>();

  private final List<ArgGroup> exclusive = new ArrayList<>();
  private final Map<String, Object> defaults = new PyDict<>();
  private final ArgGroup positional = section("positional arguments", null);
  private final ArgGroup optional = section("options", null);

  /** What the help shows, in its order. */
  private final List<ArgGroup> sections = new ArrayList<>(List.of(positional, optional));

  /** A parser of a program's arguments. */
  public ArgParser(Map<String, Object> options) {
    Object given = options.get("prog");
    this.options = options;
    this.program = given != null ? Py.str(given) : FilePath.base(Program.arguments().get(0));
    if (Py.truth(options.getOrDefault("add_help", Py.cast(true)))) {
      add(
          List.of("-h", "--help"),
          Dicts.of("action", "help", "help", "show this help message and exit"));
    }
  }

  private ArgGroup section(@Nullable String title, @Nullable String description) {
    return new ArgGroup(this, null, title, description, false, false);
  }

  /** {@code add_argument(names, options)}. */
  public void add(List<String> names, Map<String, Object> given) {
    list(make(names, given, null));
  }

  /** Puts an argument into the section of its kind. */
  void list(Argument argument) {
    (argument.isOption() ? optional : positional).put(argument);
  }

  Argument make(List<String> names, Map<String, Object> given, @Nullable SubParsers commands) {
    List<String> all = new ArrayList<>(names);
    if (Argument.BOOLEAN.equals(given.get("action"))) {
      names.stream()
          .filter(n -> n.startsWith("--"))
          .forEach(n -> all.add("--no-" + n.substring(2)));
    }
    Argument argument = new Argument(all, given, commands);
    for (Argument other : arguments) {
      for (String name : argument.isOption() ? all : List.<String>of()) {
        if (other.names().contains(name)) {
          throw new Errors.ArgumentError(
              "argument " + argument.label() + ": conflicting option string: " + name);
        }
      }
    }
    arguments.add(argument);
    return argument;
  }

  /** {@code add_argument_group(title, description)}. */
  public ArgGroup group(@Nullable String title, @Nullable String description) {
    ArgGroup group = section(title, description);
    sections.add(group);
    return group;
  }

  /** {@code add_mutually_exclusive_group(required)}. */
  public ArgGroup exclusive(boolean required) {
    return exclusive(null, required);
  }

  ArgGroup exclusive(@Nullable ArgGroup above, boolean required) {
    ArgGroup group = new ArgGroup(this, above, null, null, true, required);
    exclusive.add(group);
    return group;
  }

  /** {@code add_subparsers(options)}. */
  public SubParsers subParsers(Map<String, Object> given) {
    if (arguments.stream().anyMatch(a -> a.commands() != null)) {
      error("cannot have multiple subparser arguments");
    }
    StringBuilder path = new StringBuilder(program);
    arguments.stream()
        .filter(a -> !a.isOption())
        .forEach(a -> path.append(' ').append(a.placeholders()));
    Object own = given.get("prog");
    SubParsers commands = new SubParsers(own != null ? Py.str(own) : path.toString(), given);
    Argument argument = make(List.of(), given, commands);
    if (given.get("title") != null || given.get("description") != null) {
      Object title = given.getOrDefault("title", "subcommands");
      Object description = given.get("description");
      group(Py.str(title), description == null ? null : Py.str(description)).put(argument);
    } else {
      positional.put(argument);
    }
    return commands;
  }

  /** {@code set_defaults(values)}. */
  public void defaults(Map<String, Object> values) {
    defaults.putAll(values);
  }

  /** {@code get_default(name)}. */
  public @Nullable Object defaultOf(String name) {
    return arguments.stream()
        .filter(a -> name.equals(a.target()))
        .findFirst()
        .map(a -> fallback(a))
        .orElse(defaults.get(name));
  }

  @Nullable Object fallback(Argument a) {
    if (a.target() != null && defaults.containsKey(a.target())) {
      return defaults.get(a.target());
    }
    Object own = a.fallback();
    return own == null && !a.options().containsKey("default")
        ? options.get("argument_default")
        : own;
  }

  /** {@code parse_args(args)}; the program's own if none are given. */
  public Object parse(@Nullable List<String> given) {
    Tuple2<Object, List<String>> result = parseKnown(given);
    if (!result.second().isEmpty()) {
      error("unrecognized arguments: " + String.join(" ", result.second()));
    }
    return result.first();
  }

  /** {@code parse_known_args(args)}: the namespace, and what is left. */
  public Tuple2<Object, List<String>> parseKnown(@Nullable List<String> given) {
    List<String> own = Program.arguments();
    List<String> words = given != null ? given : own.subList(1, own.size());
    Map<String, Object> values = new PyDict<>();
    List<String> extra = read(words, values);
    return new Tuple2<>(new Namespace(values, "Namespace"), extra);
  }

  /** Reads words into values; returns those that nothing took. */
  List<String> read(List<String> words, Map<String, Object> values) {
    return new ArgReader(this, values).read(words);
  }

  /** {@code prog}. */
  @Property
  public String name() {
    return program;
  }

  Map<String, Object> options() {
    return options;
  }

  @Nullable String text(String option) {
    Object given = options.get(option);
    return given == null ? null : Py.str(given);
  }

  List<Argument> arguments() {
    return arguments;
  }

  Map<String, Object> defaults() {
    return defaults;
  }

  List<ArgGroup> exclusive() {
    return exclusive;
  }

  List<ArgGroup> sections() {
    return sections;
  }

  /** {@code format_usage()}. */
  public String usage() {
    return new ArgHelp(this).usage();
  }

  /** {@code format_help()}. */
  public String help() {
    return new ArgHelp(this).help();
  }

  /** {@code print_usage()}. */
  public void printUsage() {
    TextStream.out(usage());
  }

  /** {@code print_help()}. */
  public void printHelp() {
    TextStream.out(help());
  }

  /** {@code error(message)}. */
  public void error(String message) {
    TextStream.err(usage());
    exit(2, program + ": error: " + message + "\n");
  }

  /** {@code exit(status, message)}. */
  public void exit(long status, @Nullable String message) {
    if (message != null) {
      TextStream.err(message);
    }
    throw new Errors.SystemExit(status);
  }
}
