package dev.weft.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The usage and the help of a parser, laid out as CPython 3.12 does. */
@SuppressWarnings("NullAway") // None is null.
final class ArgHelp {
  /** Where help texts begin at the latest. */
  private static final int MOST = 24;

  private final ArgParser parser;
  private final String formatter;
  private final int width = columns() - 2;
  private final StringBuilder out = new StringBuilder();
  private int position;

  ArgHelp(ArgParser parser) {
    this.parser = parser;
    Object given = parser.options().get("formatter_class");
    this.formatter = given == null ? "" : Py.str(given);
  }

  private static int columns() {
    String given = System.getenv("COLUMNS");
    return given != null && given.matches("[1-9]\\d{0,4}") ? Integer.parseInt(given) : 80;
  }

  String usage() {
    String given = parser.text("usage");
    return (given == null
            ? made()
            : "usage: " + Format.percentOf(given, Dicts.of("prog", parser.name())))
        + "\n";
  }

  private String made() {
    List<String> options = new ArrayList<>();
    List<String> positionals = new ArrayList<>();
    List<Argument> all = new ArrayList<>();
    parser.arguments().stream().filter(Argument::isOption).forEach(all::add);
    int first = all.size();
    parser.arguments().stream().filter(a -> !a.isOption()).forEach(all::add);
    for (int i = 0; i < all.size(); i++) {
      (i < first ? options : positionals).addAll(parts(all, i));
    }
    List<String> parts = new ArrayList<>(options);
    parts.addAll(positionals);
    String program = parser.name();
    String line = (program + " " + String.join(" ", parts)).stripTrailing();
    String prefix = "usage: ";
    if (prefix.length() + line.length() <= width) {
      return prefix + line;
    }
    List<String> lines = new ArrayList<>();
    if (prefix.length() + program.length() <= 0.75 * width) {
      String indent = " ".repeat(prefix.length() + program.length() + 1);
      List<String> head = options.isEmpty() ? positionals : options;
      head.add(0, program);
      lines.addAll(lines(head, indent, prefix));
      if (head == options) {
        lines.addAll(lines(positionals, indent, null));
      }
    } else {
      String indent = " ".repeat(prefix.length());
      lines.add(program);
      List<String> together = lines(parts, indent, null);
      if (together.size() > 1) {
        lines.addAll(lines(options, indent, null));
        lines.addAll(lines(positionals, indent, null));
      } else {
        lines.addAll(together);
      }
    }
    return prefix + String.join("\n", lines);
  }

  private List<String> lines(List<String> parts, String indent, @Nullable String prefix) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int length = (prefix != null ? prefix.length() : indent.length()) - 1;
    for (String part : parts) {
      if (length + 1 + part.length() > width && !line.isEmpty()) {
        lines.add(indent + line);
        line.setLength(0);
        length = indent.length() - 1;
      }
      line.append(line.isEmpty() ? "" : " ").append(part);
      length += part.length() + 1;
    }
    if (!line.isEmpty()) {
      lines.add(indent + line);
    }
    if (prefix != null) {
      lines.set(0, lines.get(0).substring(indent.length()));
    }
    return lines;
  }

  /** What stands for an argument in the usage; the first of an exclusive group has the bracket. */
  private List<String> parts(List<Argument> all, int at) {
    Argument a = all.get(at);
    ArgGroup group = adjacent(all, at);
    List<Argument> shown =
        group == null ? List.of() : group.arguments().stream().filter(Argument::isShown).toList();
    if (!a.isShown()) {
      return List.of();
    }
    if (shown.size() < 2) {
      return List.of(part(a, group != null && group.isRequired()));
    }
    boolean starts = shown.get(0) == a;
    boolean ends = shown.get(shown.size() - 1) == a;
    String text = part(a, true);
    text = (starts ? group.isRequired() ? "(" : "[" : "") + text;
    text += ends ? group.isRequired() ? ")" : "]" : "";
    return starts ? List.of(text) : List.of("|", text);
  }

  /** The exclusive group around an argument, if its arguments follow each other. */
  private @Nullable ArgGroup adjacent(List<Argument> all, int at) {
    for (ArgGroup group : parser.exclusive()) {
      int begin = group.arguments().isEmpty() ? -1 : all.indexOf(group.arguments().get(0));
      int end = begin + group.arguments().size();
      if (begin >= 0
          && begin <= at
          && at < end
          && end <= all.size()
          && all.subList(begin, end).equals(group.arguments())) {
        return group;
      }
    }
    return null;
  }

  private static String part(Argument a, boolean isBare) {
    if (!a.isOption()) {
      return a.placeholders();
    }
    String text =
        a.action().equals(Argument.BOOLEAN)
            ? String.join(" | ", a.names())
            : a.takesNone() ? a.names().get(0) : a.names().get(0) + " " + a.placeholders();
    return a.isRequired() || isBare ? text : "[" + text + "]";
  }

  String help() {
    position = Math.min(longest() + 2, MOST);
    out.append(usage()).append('\n');
    text(parser.text("description"), 0);
    for (ArgGroup section : parser.sections()) {
      section(section);
    }
    text(parser.text("epilog"), 0);
    return out.toString().replaceAll("\n\n\n+", "\n\n").replaceAll("^\n+|\n+$", "") + "\n";
  }

  private int longest() {
    int longest = 0;
    for (Argument a : parser.arguments()) {
      if (a.isShown()) {
        longest = Math.max(longest, invocation(a).length() + 2);
        if (a.commands() != null) {
          for (SubParsers.Choice choice : a.commands().shown()) {
            longest = Math.max(longest, choice.name().length() + 2);
          }
        }
      }
    }
    return longest;
  }

  private void text(@Nullable String text, int indent) {
    if (text == null || text.equals(Argument.SUPPRESS)) {
      return;
    }
    String full =
        text.contains("%(prog)") ? Format.percentOf(text, Dicts.of("prog", parser.name())) : text;
    String margin = " ".repeat(indent);
    if (formatter.startsWith("Raw")) {
      full.lines().forEach(l -> out.append(l.isBlank() ? "" : margin).append(l).append('\n'));
    } else {
      int room = Math.max(width - indent, 11);
      for (String line : new TextWrapper(room, Map.of()).wrap(plain(full))) {
        out.append(margin).append(line).append('\n');
      }
    }
    out.append('\n');
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private void section(ArgGroup section) {
    boolean hasNone = section.arguments().stream().noneMatch(Argument::isShown);
    if (hasNone && section.description() == null) {
      return;
    }
    out.append('\n');
    if (section.title() != null) {
      out.append(section.title()).append(":\n");
    }
    text(section.description(), 2);
    for (Argument a : section.arguments()) {
      if (a.isShown()) {
        row(invocation(a), described(a), 2);
        if (a.commands() != null) {
          for (SubParsers.Choice choice : a.commands().shown()) {
            row(choice.name(), choice.help(), 4);
          }
        }
      }
    }
    out.append('\n');
  }

  private static String invocation(Argument a) {
    if (!a.isOption()) {
      return a.placeholder();
    }
    if (a.takesNone()) {
      return String.join(", ", a.names());
    }
    return String.join(", ", a.names().stream().map(n -> n + " " + a.placeholders()).toList());
  }

  private @Nullable String described(Argument a) {
    Object given = a.options().get("help");
    if (given == null && a.action().equals("version")) {
      return "show program's version number and exit";
    }
    boolean showsDefaults = formatter.equals("ArgumentDefaultsHelpFormatter");
    if (given == null) {
      return null;
    }
    String help = Py.str(given);
    Object fallback = parser.fallback(a);
    if (showsDefaults
        && !help.contains("%(default)")
        && !Argument.SUPPRESS.equals(fallback)
        && (a.isOption() || a.isCount("?") || a.isCount("*"))) {
      help += " (default: %(default)s)";
    }
    Map<String, Object> values = new PyDict<>(a.options());
    values.put("default", fallback);
    values.put("prog", parser.name());
    values.put("dest", a.target());
    values.put("option_strings", a.names());
    Object type = a.options().get("type");
    values.put("type", type == null ? null : Dyn.getOr(type, "__name__", type));
    if (a.choices() != null) {
      values.put("choices", Strs.join(", ", Iters.map(Py::str, Iters.of(a.choices()))));
    }
    return Format.percentOf(help, values);
  }

  private void row(String head, @Nullable String help, int indent) {
    int room = position - indent - 2;
    String margin = " ".repeat(indent);
    if (help == null || help.isBlank()) {
      out.append(margin).append(head).append('\n');
      return;
    }
    out.append(margin).append(head);
    boolean fits = head.length() <= room;
    out.append(fits ? " ".repeat(room - head.length() + 2) : "\n");
    List<String> lines =
        formatter.equals("RawTextHelpFormatter")
            ? Arrays.asList(help.split("\n", -1))
            : new TextWrapper(Math.max(width - position, 11), Map.of()).wrap(plain(help));
    for (int i = 0; i < lines.size(); i++) {
      out.append(i == 0 && fits ? "" : " ".repeat(position)).append(lines.get(i)).append('\n');
    }
  }
}
