package dev.weft.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code argparse.ArgumentParser}: options with values or flags, and positional arguments. */
@SuppressWarnings("NullAway") // None is null.
public final class ArgParser {
  private record Argument(List<String> names, Map<String, Object> options) {
    boolean isOption() {
      return names.get(0).startsWith("-");
    }

    String target() {
      if (options.containsKey("dest")) {
        return Py.str(options.get("dest"));
      }
      String name = names.stream().filter(n -> n.startsWith("--")).findFirst().orElse(names.get(0));
      return name.replaceFirst("^-+", "").replace('-', '_');
    }

    String action() {
      return options.containsKey("action") ? Py.str(options.get("action")) : "store";
    }

    @Nullable Object fallback() {
      return options.containsKey("default")
          ? options.get("default")
          : action().equals("store_true")
              ? (Object) false
              : action().equals("store_false") ? true : null;
    }

    boolean isMany() {
      Object n = options.get("nargs");
      return "*".equals(n) || "+".equals(n) || n instanceof Long;
    }
  }

  private final String program;
  private final List<Argument> arguments = new ArrayList<>();
  private final Map<String, Object> defaults = new PyDict<>();
  private @Nullable SubParsers commands;

  /** A parser of a program's arguments. */
  public ArgParser(@Nullable String program) {
    this.program = program != null ? program : FilePath.base(Program.arguments().get(0));
  }

  /** {@code add_argument(names, options)}. */
  public void add(List<String> names, Map<String, Object> options) {
    arguments.add(new Argument(names, options));
  }

  /** {@code add_subparsers(options)}. */
  public SubParsers subParsers(Map<String, Object> options) {
    if (commands != null) {
      error("cannot have multiple subparser arguments");
    }
    commands = new SubParsers(program, options);
    return commands;
  }

  /** {@code set_defaults(values)}. */
  public void defaults(Map<String, Object> values) {
    defaults.putAll(values);
  }

  /** {@code parse_args(args)}; the program's own if none are given. */
  public Object parse(@Nullable List<String> given) {
    List<String> own = Program.arguments();
    Deque<String> words = new ArrayDeque<>(given != null ? given : own.subList(1, own.size()));
    Map<String, Object> values = new PyDict<>();
    List<String> extra = new ArrayList<>();
    parse(words, values, extra);
    if (!extra.isEmpty()) {
      error("unrecognized arguments: " + String.join(" ", extra));
    }
    return new Namespace(values);
  }

  private void parse(Deque<String> words, Map<String, Object> values, List<String> extra) {
    arguments.forEach(a -> values.put(a.target(), a.fallback()));
    if (commands != null && commands.target() != null) {
      values.put(commands.target(), null);
    }
    values.putAll(defaults);
    boolean chosen = false;
    Deque<Argument> positional = new ArrayDeque<>();
    arguments.stream().filter(a -> !a.isOption()).forEach(positional::add);
    while (!words.isEmpty()) {
      String word = words.pop();
      if (word.equals("-h") || word.equals("--help")) {
        throw new Errors.NotImplementedError(
            program + ": the text of --help is not made in Java; describe the options elsewhere");
      }
      String[] parts = word.startsWith("--") ? word.split("=", 2) : new String[] {word};
      Argument option = option(parts[0]);
      if (option != null) {
        if (parts.length > 1) {
          words.push(parts[1]);
        }
        take(option, words, values);
      } else if (word.startsWith("-") && !word.matches("-\\d.*") && word.length() > 1) {
        extra.add(word);
      } else if (!positional.isEmpty()) {
        words.push(word);
        take(positional.pop(), words, values);
      } else if (commands != null && !chosen) {
        chosen = true;
        command(word).parse(words, chosen(word, values), extra);
      } else {
        extra.add(word);
      }
    }
    List<String> missing = new ArrayList<>();
    positional.stream()
        .filter(a -> !"*".equals(a.options.get("nargs")) && !"?".equals(a.options.get("nargs")))
        .forEach(a -> missing.add(a.names.get(0)));
    if (commands != null && !chosen && commands.isRequired()) {
      missing.add(commands.label());
    }
    arguments.stream()
        .filter(a -> a.isOption() && Py.truth(a.options.get("required")))
        .filter(a -> values.get(a.target()) == null)
        .forEach(a -> missing.add(String.join("/", a.names)));
    if (!missing.isEmpty()) {
      error("the following arguments are required: " + String.join(", ", missing));
    }
  }

  private ArgParser command(String name) {
    ArgParser parser = commands.parsers().get(name);
    if (parser == null) {
      error(
          "argument "
              + commands.label()
              + ": invalid choice: "
              + Py.repr(name)
              + " (choose from "
              + Strs.join(", ", Iters.map(Py::repr, commands.parsers().keySet()))
              + ")");
    }
    return parser;
  }

  private Map<String, Object> chosen(String name, Map<String, Object> values) {
    if (commands.target() != null) {
      values.put(commands.target(), name);
    }
    return values;
  }

  private @Nullable Argument option(String name) {
    return arguments.stream()
        .filter(a -> a.isOption() && a.names.contains(name))
        .findFirst()
        .orElse(null);
  }

  private void take(Argument a, Deque<String> words, Map<String, Object> values) {
    switch (a.action()) {
      case "store_true" -> values.put(a.target(), true);
      case "store_false" -> values.put(a.target(), false);
      case "count" ->
          values.put(
              a.target(),
              1 + (values.get(a.target()) == null ? 0 : Numbers.toLong(values.get(a.target()))));
      case "append" -> {
        List<Object> all = new PyList<>();
        if (values.get(a.target()) instanceof List<?> before) {
          all.addAll(before);
        }
        all.add(value(a, words));
        values.put(a.target(), all);
      }
      default -> {
        if (!a.isMany()) {
          values.put(a.target(), value(a, words));
          return;
        }
        List<Object> all = new PyList<>();
        while (!words.isEmpty() && !words.peek().startsWith("-")) {
          all.add(value(a, words));
        }
        values.put(a.target(), all);
      }
    }
  }

  private @Nullable Object value(Argument a, Deque<String> words) {
    String label = String.join("/", a.names);
    if (words.isEmpty()) {
      error("argument " + label + ": expected one argument");
    }
    String word = words.pop();
    Object value = word;
    Object type = a.options.get("type");
    if (type != null) {
      try {
        value = Dyn.call(type, word);
      } catch (Errors.ValueError | Errors.TypeError e) {
        String name = type instanceof PyType t ? t.name() : "value";
        error("argument " + label + ": invalid " + name + " value: " + Py.repr(word));
      }
    }
    Object choices = a.options.get("choices");
    if (choices != null && !Py.contains(choices, value)) {
      error(
          "argument "
              + label
              + ": invalid choice: "
              + Py.repr(value)
              + " (choose from "
              + Strs.join(", ", Iters.map(Py::repr, Iters.of(choices)))
              + ")");
    }
    return value;
  }

  private String usage() {
    StringBuilder out = new StringBuilder("usage: " + program + " [-h]");
    for (Argument a : arguments) {
      String value = a.action().equals("store") ? " " + Strs.upper(a.target()) : "";
      out.append(' ').append(a.isOption() ? "[" + a.names.get(0) + value + "]" : a.names.get(0));
    }
    if (commands != null) {
      out.append(" {").append(String.join(",", commands.parsers().keySet())).append("} ...");
    }
    return out.append('\n').toString();
  }

  /** {@code error(message)}. */
  public void error(String message) {
    TextStream.err(usage() + program + ": error: " + message + "\n");
    throw new Errors.SystemExit(2L);
  }
}
