package dev.weft.python;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code types.SimpleNamespace} and {@code argparse.Namespace}. */
public final class Namespace implements Repr {
  private final Supplier<Map<String, @Nullable Object>> values;
  private final String name;

  Namespace(Map<String, Object> values) {
    this(values, "namespace");
  }

  Namespace(Map<String, Object> values, String name) {
    Map<String, @Nullable Object> own = new PyDict<>(values);
    this.values = () -> own;
    this.name = name;
  }

  private Namespace(ThreadLocal<Map<String, @Nullable Object>> values) {
    this.values = values::get;
    this.name = "_local";
  }

  /** {@code threading.local()}: each thread has attributes of its own. */
  public static Namespace ofThreads() {
    return new Namespace(ThreadLocal.withInitial(PyDict::new));
  }

  Map<String, @Nullable Object> values() {
    return values.get();
  }

  @Override
  public String repr() {
    return values().entrySet().stream()
        .map(e -> e.getKey() + "=" + Py.repr(e.getValue()))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Namespace n && Dicts.equal(values(), n.values());
  }

  @Override
  public int hashCode() {
    return values().size();
  }

  @Override
  public String toString() {
    return repr();
  }
}
