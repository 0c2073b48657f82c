package dev.weft.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reading of words by the arguments of a parser. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; a default is one object.
final class ArgReader {
  private static final Pattern NUMBER = Pattern.compile("-\\d+|-\\d*\\.\\d+");

  /**
   * A word that looks like an option: what it is of, the name it uses, and what stands behind =.
   */
  private record Found(@Nullable Argument argument, String name, @Nullable String value) {}

  private final ArgParser parser;
  private final Map<String, Object> values;
  private final List<Argument> positionals = new ArrayList<>();
  private final List<String> extra = new ArrayList<>();
  private final Set<Argument> seen = new HashSet<>();
  private final Set<Argument> set = new HashSet<>();
  private List<String> words = List.of();
  private List<@Nullable Found> found = List.of();

  /** A letter for each word: A for an argument, O for an option, - for two dashes. */
  private String marks = "";

  ArgReader(ArgParser parser, Map<String, Object> values) {
    this.parser = parser;
    this.values = values;
    parser.arguments().stream().filter(a -> !a.isOption()).forEach(positionals::add);
  }

  List<String> read(List<String> given) {
    words = given;
    for (Argument a : parser.arguments()) {
      Object fallback = parser.fallback(a);
      if (a.target() != null
          && !a.target().equals(Argument.SUPPRESS)
          && !Argument.SUPPRESS.equals(fallback)
          && !values.containsKey(a.target())) {
        values.put(a.target(), fallback);
      }
    }
    parser.defaults().forEach(values::putIfAbsent);
    mark();
    int last = marks.lastIndexOf('O');
    int at = 0;
    while (at <= last) {
      int next = marks.indexOf('O', at);
      if (at != next) {
        int end = takePositionals(at);
        if (end > at) {
          at = end;
          continue;
        }
      }
      if (marks.charAt(at) != 'O') {
        extra.addAll(words.subList(at, next));
        at = next;
      }
      at = takeOption(at);
    }
    int end = takePositionals(at);
    extra.addAll(words.subList(end, words.size()));
    requireAll();
    return extra;
  }

  private void mark() {
    StringBuilder out = new StringBuilder();
    found = new ArrayList<>();
    boolean onlyArguments = false;
    for (String word : words) {
      Found option = onlyArguments || word.equals("--") ? null : find(word);
      found.add(option);
      out.append(word.equals("--") && !onlyArguments ? '-' : option != null ? 'O' : 'A');
      onlyArguments |= word.equals("--");
    }
    marks = out.toString();
  }

  private @Nullable Argument named(String name) {
    return parser.arguments().stream()
        .filter(a -> a.isOption() && a.names().contains(name))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Found find(String word) {
    if (!word.startsWith("-")) {
      return null;
    }
    Argument exact = named(word);
    if (exact != null) {
      return new Found(exact, word, null);
    }
    if (word.length() == 1) {
      return null;
    }
    int sign = word.indexOf('=');
    if (sign > 0 && named(word.substring(0, sign)) != null) {
      String name = word.substring(0, sign);
      return new Found(named(name), name, word.substring(sign + 1));
    }
    List<Found> all = abbreviated(word);
    if (all.size() > 1) {
      parser.error(
          "ambiguous option: "
              + word
              + " could match "
              + String.join(", ", all.stream().map(Found::name).toList()));
    }
    if (all.size() == 1) {
      return all.get(0);
    }
    boolean numbers =
        parser.arguments().stream()
            .flatMap(a -> a.names().stream())
            .anyMatch(n -> NUMBER.matcher(n).matches());
    return (NUMBER.matcher(word).matches() && !numbers) || word.contains(" ")
        ? null
        : new Found(null, word, null);
  }

  private List<Found> abbreviated(String word) {
    List<Found> all = new ArrayList<>();
    boolean isLong = word.startsWith("--");
    if (isLong && !Py.truth(parser.options().getOrDefault("allow_abbrev", Py.cast(true)))) {
      return all;
    }
    int sign = isLong ? word.indexOf('=') : -1;
    String start = sign < 0 ? word : word.substring(0, sign);
    String value = sign < 0 ? null : word.substring(sign + 1);
    for (Argument a : parser.arguments()) {
      for (String name : a.isOption() ? a.names() : List.<String>of()) {
        if (!isLong && name.equals(word.substring(0, 2))) {
          all.add(new Found(a, name, word.substring(2)));
        } else if (name.startsWith(start)) {
          all.add(new Found(a, name, value));
        }
      }
    }
    return all;
  }

  private int takeOption(int at) {
    Found option = found.get(at);
    Argument a = option.argument();
    if (a == null) {
      extra.add(words.get(at));
      return at + 1;
    }
    String name = option.name();
    String value = option.value();
    while (value != null) {
      int count = count(a, "A");
      if (count == 1) {
        apply(a, List.of(value), name);
        return at + 1;
      }
      Argument next =
          value.isEmpty() || name.startsWith("--") ? null : named("-" + value.charAt(0));
      if (count > 0 || next == null) {
        fail(a, "ignored explicit argument " + Py.repr(value));
      }
      apply(a, List.of(), name);
      name = "-" + value.charAt(0);
      value = value.length() > 1 ? value.substring(1) : null;
      a = next;
    }
    int count = count(a, marks.substring(at + 1));
    apply(a, words.subList(at + 1, at + 1 + count), name);
    return at + 1 + count;
  }

  /** How many words an option takes of those with these marks. */
  private int count(Argument a, String rest) {
    Matcher matcher = Pattern.compile(a.pattern()).matcher(rest);
    if (!matcher.lookingAt()) {
      fail(a, a.expected());
    }
    return matcher.group(1).length();
  }

  private int takePositionals(int from) {
    int at = from;
    for (int many = positionals.size(); many > 0; many--) {
      StringBuilder pattern = new StringBuilder();
      positionals.subList(0, many).forEach(a -> pattern.append(a.pattern()));
      Matcher matcher = Pattern.compile(pattern.toString()).matcher(marks.substring(from));
      if (matcher.lookingAt()) {
        List<Argument> taken = List.copyOf(positionals.subList(0, many));
        positionals.subList(0, many).clear();
        for (int i = 0; i < many; i++) {
          int count = matcher.group(i + 1).length();
          apply(taken.get(i), words.subList(at, at + count), null);
          at += count;
        }
        return at;
      }
    }
    return at;
  }

  private void fail(Argument a, String message) {
    parser.error("argument " + a.label() + ": " + message);
  }

  private void apply(Argument a, List<String> given, @Nullable String name) {
    seen.add(a);
    Object value = value(a, given);
    if (value != parser.fallback(a)) {
      set.add(a);
      for (ArgGroup group : parser.exclusive()) {
        for (Argument other : group.arguments()) {
          if (group.arguments().contains(a) && other != a && set.contains(other)) {
            fail(a, "not allowed with argument " + other.label());
          }
        }
      }
    }
    String target = a.target();
    switch (a.action()) {
      case "store" -> values.put(target, value);
      case "store_true", "store_false", "store_const" -> values.put(target, a.constant());
      case Argument.BOOLEAN -> values.put(target, !name.startsWith("--no-"));
      case "count" -> {
        Object before = values.get(target);
        values.put(target, (before == null ? 0 : Numbers.toLong(before)) + 1);
      }
      case "append", "append_const", "extend" -> {
        List<Object> all = new PyList<>();
        if (values.get(target) != null) {
          Iters.addAll(all, Iters.of(values.get(target)));
        }
        if (a.action().equals("extend")) {
          Iters.addAll(all, Iters.of(value));
        } else {
          all.add(a.action().equals("append") ? value : a.constant());
        }
        values.put(target, all);
      }
      case "help" -> {
        parser.printHelp();
        parser.exit(0, null);
      }
      case "version" -> {
        String version = Py.str(a.options().get("version"));
        TextStream.out(Format.percentOf(version, Dicts.of("prog", parser.name())) + "\n");
        parser.exit(0, null);
      }
      case "command" -> {
        List<?> all = (List<?>) value;
        String command = (String) all.get(0);
        if (target != null) {
          values.put(target, command);
        }
        Map<String, Object> own = new PyDict<>();
        extra.addAll(
            a.commands().parsers().get(command).read(Py.cast(all.subList(1, all.size())), own));
        values.putAll(own);
      }
      default ->
          throw new Errors.ValueError("unknown action " + Py.repr(a.options().get("action")));
    }
  }

  /** What the words of an argument amount to. */
  private @Nullable Object value(Argument a, List<String> given) {
    List<String> texts = new ArrayList<>(given);
    if (!a.isCount(Argument.PARSER) && !a.isCount(Argument.REMAINDER)) {
      texts.remove("--");
    }
    if (texts.isEmpty() && a.isCount("?")) {
      Object value = a.isOption() ? a.constant() : parser.fallback(a);
      return value instanceof String s ? checked(a, converted(a, s)) : value;
    }
    if (texts.isEmpty() && a.isCount("*") && !a.isOption()) {
      Object fallback = parser.fallback(a);
      return fallback != null ? fallback : new PyList<>();
    }
    if (texts.size() == 1 && (a.count() == null || a.isCount("?"))) {
      return checked(a, converted(a, texts.get(0)));
    }
    List<Object> all = new PyList<>();
    for (String text : texts) {
      Object value = converted(a, text);
      if (all.isEmpty() || !a.isCount(Argument.PARSER)) {
        all.add(a.isCount(Argument.REMAINDER) ? value : checked(a, value));
      } else {
        all.add(value);
      }
    }
    return all;
  }

  private @Nullable Object converted(Argument a, String text) {
    Object type = a.options().get("type");
    if (type == null) {
      return text;
    }
    try {
      return Dyn.call(type, text);
    } catch (Errors.ArgumentTypeError e) {
      fail(a, Py.str(e));
    } catch (Errors.ValueError | Errors.TypeError e) {
      String name = Py.str(Dyn.getOr(type, "__name__", Py.repr(type)));
      fail(a, "invalid " + name + " value: " + Py.repr(text));
    }
    return text;
  }

  private @Nullable Object checked(Argument a, @Nullable Object value) {
    Object choices = a.choices();
    if (choices != null && !Py.contains(choices, value)) {
      String all = Strs.join(", ", Iters.map(Py::repr, Iters.of(choices)));
      fail(a, "invalid choice: " + Py.repr(value) + " (choose from " + all + ")");
    }
    return value;
  }

  private void requireAll() {
    List<String> missing = new ArrayList<>();
    for (Argument a : parser.arguments()) {
      if (seen.contains(a)) {
        continue;
      }
      Object fallback = parser.fallback(a);
      if (a.isRequired()) {
        missing.add(a.label());
      } else if (fallback instanceof String s && values.get(a.target()) == fallback) {
        values.put(a.target(), converted(a, s));
      }
    }
    if (!missing.isEmpty()) {
      parser.error("the following arguments are required: " + String.join(", ", missing));
    }
    for (ArgGroup group : parser.exclusive()) {
      if (group.isRequired() && group.arguments().stream().noneMatch(set::contains)) {
        parser.error(
            "one of the arguments "
                + String.join(
                    " ",
                    group.arguments().stream()
                        .filter(Argument::isShown)
                        .map(Argument::label)
                        .toList())
                + " is required");
      }
    }
  }
}
