package dev.weft.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code os.path} and {@code fnmatch} do with names, without a look at the files. */
public final class FileNames {
  private FileNames() {}

  /** {@code os.path.normpath(path)}. */
  public static String normal(String path) {
    if (path.isEmpty()) {
      return ".";
    }
    String root =
        path.startsWith("//") && !path.startsWith("///") ? "//" : path.startsWith("/") ? "/" : "";
    List<String> kept = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      boolean up = part.equals("..");
      if (up && !kept.isEmpty() && !kept.getLast().equals("..")) {
        kept.removeLast();
      } else if (!up || root.isEmpty()) {
        kept.add(part);
      }
    }
    String joined = root + String.join("/", kept);
    return joined.isEmpty() ? "." : joined;
  }

  /** {@code os.path.abspath(path)}. */
  public static String absolute(String path) {
    return normal(FilePath.join(FilePath.current().text(), path));
  }

  /** {@code os.path.relpath(path, start)}. */
  public static String relative(String path, String start) {
    if (path.isEmpty()) {
      throw new Errors.ValueError("no path specified");
    }
    List<String> from = parts(absolute(start));
    List<String> to = parts(absolute(path));
    int same = 0;
    while (same < from.size() && same < to.size() && from.get(same).equals(to.get(same))) {
      same++;
    }
    List<String> all = new ArrayList<>(java.util.Collections.nCopies(from.size() - same, ".."));
    all.addAll(to.subList(same, to.size()));
    return all.isEmpty() ? "." : String.join("/", all);
  }

  private static List<String> parts(String path) {
    return Arrays.stream(path.split("/", -1)).filter(p -> !p.isEmpty() && !p.equals(".")).toList();
  }

  /** {@code os.path.commonpath(paths)}. */
  public static String commonPath(Iterable<?> paths) {
    List<String> all = texts(paths);
    if (all.isEmpty()) {
      throw new Errors.ValueError("commonpath() arg is an empty sequence");
    }
    boolean absolute = all.get(0).startsWith("/");
    if (all.stream().anyMatch(p -> p.startsWith("/") != absolute)) {
      throw new Errors.ValueError("Can't mix absolute and relative paths");
    }
    List<String> common = parts(all.get(0));
    for (String path : all) {
      List<String> other = parts(path);
      int same = 0;
      while (same < Math.min(common.size(), other.size())
          && common.get(same).equals(other.get(same))) {
        same++;
      }
      common = common.subList(0, same);
    }
    return (absolute ? "/" : "") + String.join("/", common);
  }

  /** {@code os.path.commonprefix(paths)}. */
  public static String commonPrefix(Iterable<?> paths) {
    List<String> all = texts(paths);
    if (all.isEmpty()) {
      return "";
    }
    String common = all.get(0);
    for (String path : all) {
      int same = 0;
      while (same < Math.min(common.length(), path.length())
          && common.charAt(same) == path.charAt(same)) {
        same++;
      }
      common = common.substring(0, same);
    }
    return common;
  }

  private static List<String> texts(Iterable<?> paths) {
    List<String> all = new ArrayList<>();
    paths.forEach(path -> all.add(Py.str(path)));
    return all;
  }

  /** {@code os.path.expandvars(path)}. */
  public static String expandVariables(String path) {
    return Pattern.compile("\\$(?:(\\w+)|\\{([^}]*)\\})")
        .matcher(path)
        .replaceAll(m -> {
          String name = m.group(1) == null ? m.group(2) : m.group(1);
          String value = Environ.variables().get(name);
          return java.util.regex.Matcher.quoteReplacement(value == null ? m.group() : value);
        });
  }

  /** {@code fnmatch.fnmatch(name, pattern)}. */
  public static boolean matches(String name, String pattern) {
    return Regex.compile(translate(pattern), 0).match(name, 0) != null;
  }

  /** {@code fnmatch.filter(names, pattern)}. */
  public static List<String> matching(Iterable<String> names, String pattern) {
    List<String> all = new PyList<>();
    names.forEach(name -> {
      if (matches(name, pattern)) {
        all.add(name);
      }
    });
    return all;
  }

  /** {@code fnmatch.translate(pattern)}, word by word as CPython has it. */
  public static String translate(String pattern) {
    List<@Nullable String> parts = new ArrayList<>();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i++);
      if (c == '*') {
        if (parts.isEmpty() || parts.getLast() != null) {
          parts.add(null);
        }
      } else if (c == '?') {
        parts.add(".");
      } else if (c == '[') {
        int from = i;
        int end = from;
        end += end < pattern.length() && pattern.charAt(end) == '!' ? 1 : 0;
        end += end < pattern.length() && pattern.charAt(end) == ']' ? 1 : 0;
        end = pattern.indexOf(']', end);
        if (end < 0) {
          parts.add("\\[");
        } else {
          parts.add(set(pattern.substring(from, end)));
          i = end + 1;
        }
      } else {
        parts.add(Regex.escape(String.valueOf(c)));
      }
    }
    return "(?s:" + joined(parts) + ")\\Z";
  }

  private static String set(String inside) {
    String escaped = inside.replace("\\", "\\\\").replaceAll("([&~|])", "\\\\$1");
    if (escaped.startsWith("!")) {
      escaped = "^" + escaped.substring(1);
    } else if (escaped.startsWith("^") || escaped.startsWith("[")) {
      escaped = "\\" + escaped;
    }
    return escaped.equals("^") ? "." : "[" + escaped + "]";
  }

  /** Text between two stars is an atomic group, so that no match is looked for twice. */
  private static String joined(List<@Nullable String> parts) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < parts.size() && parts.get(i) != null) {
      out.append(parts.get(i++));
    }
    while (i < parts.size()) {
      i++;
      StringBuilder fixed = new StringBuilder();
      while (i < parts.size() && parts.get(i) != null) {
        fixed.append(parts.get(i++));
      }
      if (i == parts.size()) {
        out.append(".*").append(fixed);
      } else {
        out.append("(?>.*?").append(fixed).append(")");
      }
    }
    return out.toString();
  }
}
