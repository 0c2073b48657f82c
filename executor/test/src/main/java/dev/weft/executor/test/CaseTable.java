package dev.weft.executor.test;

import dev.weft.executor.NodeCode;
import dev.weft.executor.NodeRegistry;
import dev.weft.executor.manifest.ItemFormatException;
import dev.weft.executor.test.NodeCase.CaseRun;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cases of a node, as a file has them: what goes in, and what is to come out. {@code
 * docs/testing-nodes.md} describes the format. Immutable.
 */
public final class CaseTable {
  private static final Pattern NODE_CLASS =
      Pattern.compile("^class\\s+(\\w+)\\s*\\([^)]*Node[^)]*\\)", Pattern.MULTILINE);

  /** A class whose base may be a node of another module. */
  private static final Pattern OTHER_CLASS =
      Pattern.compile("^class\\s+(\\w+)\\s*\\([^)]+\\)", Pattern.MULTILINE);

  private static final Pattern IMPORTED =
      Pattern.compile(
          "^from\\s+(?!weft\\b)\\S+\\s+import\\s+(?:\\w+\\s+as\\s+)?(\\w+)\\s*$",
          Pattern.MULTILINE);

  private static final Pattern PLACE = Pattern.compile("^line \\d+, column \\d+ of the input: ");
  private static final List<String> TABLE = List.of("node", "cases");
  private static final List<String> CASE =
      List.of(
          "name",
          "node",
          "id",
          "params",
          "execution",
          "limits",
          "engines",
          "session",
          "input",
          "delays",
          "expect",
          "runs");
  private static final List<String> RUN = List.of("session", "input", "delays", "expect");
  private static final List<String> ENGINES = List.of("embedded", "translated", "python");

  private final Path node;
  private final Path file;
  private final Map<String, Object> document;
  private final List<NodeCase> cases;

  private CaseTable(Path node, Path file, Map<String, Object> document, List<NodeCase> cases) {
    this.node = node;
    this.file = file;
    this.document = document;
    this.cases = List.copyOf(cases);
  }

  /**
   * Reads a table.
   *
   * @param node the file of the node, which has its class
   * @param cases the file of the table
   * @throws CaseException if one of them cannot be read or used; the message says where
   */
  public static CaseTable read(Path node, Path cases) {
    List<String> classes = classes(node);
    Object read;
    try {
      read = CaseJson.parse(Files.readAllBytes(cases));
    } catch (ItemFormatException e) {
      String place = e.line() > 0 ? ":" + e.line() + ":" + e.column() : "";
      String text = PLACE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
      throw new CaseException(cases + place + ": " + text, e);
    } catch (IOException e) {
      throw unreadable(cases, e);
    }
    Reader reader = new Reader(cases, node, classes);
    Map<String, Object> document = reader.object(read, "", TABLE);
    return new CaseTable(node, cases, document, reader.cases(document));
  }

  private static List<String> classes(Path node) {
    try {
      String source = Files.readString(node);
      List<String> names = new ArrayList<>();
      for (Pattern each : List.of(NODE_CLASS, OTHER_CLASS, IMPORTED)) {
        if (names.isEmpty()) {
          each.matcher(source).results().map(it -> it.group(1)).forEach(names::add);
        }
      }
      if (names.isEmpty()) {
        throw new CaseException(
            node + " has no class of a node; write 'class MyNode(weft.Node)' in it", null);
      }
      return names;
    } catch (IOException e) {
      throw unreadable(node, e);
    }
  }

  private static CaseException unreadable(Path file, IOException e) {
    String why =
        e instanceof NoSuchFileException
            ? "there is no such file"
            : e instanceof MalformedInputException ? "it is not UTF-8" : e.getMessage();
    return new CaseException("cannot read '%s': %s; check the path".formatted(file, why), e);
  }

  /** The file that this was read from. */
  public Path file() {
    return file;
  }

  /** The file of the node. */
  public Path node() {
    return node;
  }

  /** How many cases there are. */
  public int size() {
    return cases.size();
  }

  List<NodeCase> cases() {
    return cases;
  }

  /** This as JSON text, with what came out of each run as what is to come out. */
  String recorded(List<List<Map<String, Object>>> observed) {
    Map<String, Object> copy = new LinkedHashMap<>(document);
    List<Object> all = new ArrayList<>();
    List<?> written = (List<?>) Objects.requireNonNull(document.get("cases"));
    for (int i = 0; i < cases.size(); i++) {
      Map<String, Object> one = copy(written.get(i));
      List<Map<String, Object>> seen = observed.get(i);
      if (one.get("runs") instanceof List<?> runs) {
        List<Object> told = new ArrayList<>();
        for (int k = 0; k < runs.size(); k++) {
          told.add(seen.isEmpty() ? runs.get(k) : with(copy(runs.get(k)), seen.get(k)));
        }
        one.put("runs", told);
      } else if (!seen.isEmpty()) {
        with(one, seen.getFirst());
      }
      all.add(one);
    }
    copy.put("cases", all);
    return CaseJson.pretty(copy);
  }

  private static Map<String, Object> with(Map<String, Object> run, Map<String, Object> seen) {
    run.remove("expect");
    run.put("expect", seen);
    return run;
  }

  private static Map<String, Object> copy(Object object) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) object).forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  /** Reads the parts of a document, and says of a wrong one where it stands. */
  private record Reader(Path file, Path node, List<String> classes) {

    List<NodeCase> cases(Map<String, Object> document) {
      Optional<String> common = string(document, "node", "");
      List<NodeCase> cases = new ArrayList<>();
      List<?> written =
          list(document, "cases", "")
              .orElseThrow(() -> wrong("", "there are no cases", "write \"cases\": [ … ]"));
      if (written.isEmpty()) {
        throw wrong("cases", "there are no cases", "write one: {\"name\": …, \"input\": [ … ]}");
      }
      for (Object one : written) {
        cases.add(nodeCase(one, "cases[" + cases.size() + "]", common));
      }
      return cases;
    }

    private NodeCase nodeCase(Object value, String at, Optional<String> common) {
      Map<String, Object> fields = object(value, at, CASE);
      String name =
          string(fields, "name", at)
              .orElseThrow(() -> wrong(at, "the case has no name", "say what it is about"));
      List<CaseRun> runs = new ArrayList<>();
      Optional<List<?>> several = list(fields, "runs", at);
      if (several.isPresent()) {
        for (Object run : several.get()) {
          String place = at + ".runs[" + runs.size() + "]";
          runs.add(run(object(run, place, RUN), place));
        }
      } else {
        runs.add(run(fields, at));
      }
      List<String> engines = new ArrayList<>();
      for (Object engine : list(fields, "engines", at).orElse(List.of())) {
        if (!(engine instanceof String text) || !ENGINES.contains(text)) {
          throw wrong(at + ".engines", "there is no such engine", "use " + ENGINES);
        }
        engines.add(text);
      }
      return new NodeCase(
          name,
          node(string(fields, "node", at).or(() -> common), at),
          string(fields, "id", at).orElse("node"),
          object(fields.getOrDefault("params", Map.of()), at + ".params"),
          object(fields.getOrDefault("execution", Map.of()), at + ".execution"),
          object(
              fields.getOrDefault("limits", Map.of()),
              at + ".limits",
              List.of("seconds", "mebibytes")),
          engines,
          runs);
    }

    private String node(Optional<String> named, String at) {
      if (named.isEmpty() && classes.size() > 1) {
        throw wrong(
            at,
            "%s has several nodes".formatted(node),
            "name one of them with \"node\": " + String.join(", ", classes));
      }
      String name = named.orElse(classes.getFirst());
      if (!classes.contains(name)) {
        NodeRegistry known = NodeRegistry.of();
        for (String each : classes) {
          known = known.withCode(each, new NodeCode("python", Map.of()));
        }
        List<String> near = known.suggestions(name);
        throw wrong(
            at,
            "there is no node '%s' in %s".formatted(name, node),
            near.isEmpty()
                ? "it has " + String.join(", ", classes)
                : "did you mean '" + near.getFirst() + "'?");
      }
      return name;
    }

    private CaseRun run(Map<String, Object> fields, String at) {
      List<Double> delays = new ArrayList<>();
      for (Object delay : list(fields, "delays", at).orElse(List.of())) {
        if (!(delay instanceof Number number) || number.doubleValue() < 0) {
          throw wrong(at + ".delays", "a delay is a number of seconds, from 0", "write 0.5");
        }
        delays.add(number.doubleValue());
      }
      return new CaseRun(
          string(fields, "session", at).orElse("test"),
          list(fields, "input", at).map(List::<Object>copyOf),
          delays,
          fields.containsKey("expect")
              ? Optional.of(object(fields.get("expect"), at + ".expect", Observation.FIELDS))
              : Optional.empty());
    }

    private Optional<String> string(Map<String, Object> fields, String name, String at) {
      return Optional.ofNullable(fields.get(name))
          .map(value -> {
            if (value instanceof String text && !text.isBlank()) {
              return text;
            }
            throw wrong(path(at, name), "expected a string", "write it in quotes");
          });
    }

    private Optional<List<?>> list(Map<String, Object> fields, String name, String at) {
      return Optional.ofNullable(fields.get(name))
          .map(value -> {
            if (value instanceof List<?> list) {
              return list;
            }
            throw wrong(path(at, name), "expected an array", "write [ … ]");
          });
    }

    private Map<String, Object> object(Object value, String at) {
      if (value instanceof Map<?, ?>) {
        return copy(value);
      }
      throw wrong(at, "expected an object", "write { … }");
    }

    private Map<String, Object> object(Object value, String at, List<String> known) {
      Map<String, Object> fields = object(value, at);
      for (String name : fields.keySet()) {
        if (!known.contains(name)) {
          throw wrong(
              path(at, name),
              "there is no such field",
              "the fields are " + String.join(", ", known));
        }
      }
      return fields;
    }

    private static String path(String at, String name) {
      return at.isEmpty() ? name : at + "." + name;
    }

    private CaseException wrong(String at, String what, String advice) {
      return new CaseException(
          "%s: %s%s; %s".formatted(file, at.isEmpty() ? "" : at + ": ", what, advice), null);
    }
  }
}
