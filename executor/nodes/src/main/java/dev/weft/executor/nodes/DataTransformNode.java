package dev.weft.executor.nodes;

import dev.weft.executor.Node;
import dev.weft.executor.NodeContext;
import dev.weft.executor.NodeType;
import dev.weft.executor.Param;
import dev.weft.executor.Params;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes the fields of objects. */
public final class DataTransformNode implements NodeType {
  private static final Param<List<Object>> SELECT =
      Param.list("select", "The fields to keep, in this order; without it, all.").optional();
  private static final Param<List<Object>> REMOVE =
      Param.list("remove", "Fields to leave out.").orElse(List.of());
  private static final Param<Map<String, Object>> RENAME =
      Param.object("rename", "New names of fields, by their old ones.").orElse(Map.of());
  private static final Param<Map<String, Object>> SET =
      Param.object("set", "Fields to add or replace, with their values.").orElse(Map.of());

  @Override
  public String summary() {
    return "Changes the fields of each object: `select`, then `remove`, `rename` and `set`. A field that"
        + " an object does not have is passed over.";
  }

  @Override
  public List<Param<?>> params() {
    return List.of(SELECT, REMOVE, RENAME, SET);
  }

  @Override
  public void check(Params params, Report report) {
    params.find(SELECT).ifPresent(it -> names("select", it, report));
    names("remove", params.get(REMOVE), report);
    params
        .get(RENAME)
        .forEach((old, name) -> {
          if (!(name instanceof String)) {
            report.problem(
                "rename." + old, "expected a string", name, "write the new name in quotes");
          }
        });
  }

  private static void names(String param, List<Object> names, Report report) {
    for (int i = 0; i < names.size(); i++) {
      if (!(names.get(i) instanceof String)) {
        report.problem(
            param + "[" + i + "]",
            "expected a string",
            names.get(i),
            "write the name of a field in quotes");
      }
    }
  }

  @Override
  public Node.Function create(NodeContext context) {
    Optional<List<Object>> select = context.params().find(SELECT);
    List<Object> remove = context.get(REMOVE);
    Map<String, Object> rename = context.get(RENAME);
    Map<String, Object> set = context.get(SET);
    return item -> {
      Map<String, Object> fields = Items.object(item);
      Map<String, Object> result = new LinkedHashMap<>();
      for (Object name : select.orElseGet(() -> List.copyOf(fields.keySet()))) {
        Object value = fields.get(name);
        if (value != null && !remove.contains(name)) {
          result.put((String) rename.getOrDefault((String) name, name), value);
        }
      }
      result.putAll(set);
      return result;
    };
  }
}
