package dev.weft.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code @dataclass} does to a class that is made at run time. */
@SuppressWarnings({"NullAway", "ReferenceEquality"}) // None is null; markers are compared.
public final class DataClass {
  /** What {@code field()} gives. */
  public record Field(
      @Nullable Object fallback,
      @Nullable Object factory,
      boolean init,
      boolean repr,
      boolean compare,
      boolean named) {}

  private DataClass() {}

  /** {@code field(...)}; a default that is not given is {@code ...}. */
  public static Object field(
      @Nullable Object fallback,
      @Nullable Object factory,
      boolean init,
      boolean repr,
      boolean compare,
      boolean named) {
    return new Field(fallback, factory, init, repr, compare, named);
  }

  /**
   * A field of a class.
   *
   * @param isNamed whether it is given by name only
   * @param isPassed whether it only goes to {@code __post_init__}
   */
  private record Part(String name, Field field, boolean isNamed, boolean isPassed) {}

  /**
   * Gives a class the methods that its fields amount to.
   *
   * @param options those that are on, and those that are off with a {@code !}
   * @param names of the annotated fields
   */
  public static PyClass of(PyClass type, String options, String... names) {
    Set<String> on = Set.of(options.isEmpty() ? new String[0] : options.split(" ", -1));
    List<Part> parts = new ArrayList<>();
    for (PyClass above : type.order().subList(1, type.order().size()).reversed()) {
      Object known = above.attributes().getOrDefault("__dataclass_fields__", PyClass.ABSENT);
      if (known instanceof List<?> list) {
        list.forEach(p -> replace(parts, (Part) p));
      }
    }
    boolean named = on.contains("kw_only");
    for (String written : names) {
      if (written.equals("*")) {
        named = true;
        continue;
      }
      boolean passed = written.startsWith("!");
      String name = passed ? written.substring(1) : written;
      Object given = type.attributes().getOrDefault(name, PyClass.ABSENT);
      Field field =
          given instanceof Field f
              ? f
              : new Field(
                  given == PyClass.ABSENT ? Py.ELLIPSIS : given,
                  Py.ELLIPSIS,
                  true,
                  true,
                  true,
                  false);
      if (given instanceof Field f) {
        if (f.fallback() == Py.ELLIPSIS) {
          type.attributes().remove(name);
        } else {
          type.set(name, f.fallback());
        }
      }
      replace(parts, new Part(name, field, named || field.named(), passed));
    }
    type.set("__dataclass_fields__", List.copyOf(parts));
    List<Part> kept = parts.stream().filter(p -> !p.isPassed()).toList();
    type.set(
        "__match_args__",
        Tuple.copyOf(kept.stream().filter(p -> !p.isNamed()).map(Part::name).toList()));
    if (!on.contains("!init") && !type.attributes().containsKey("__init__")) {
      type.set("__init__", initializer(type, parts));
    }
    if (!on.contains("!repr") && !type.attributes().containsKey("__repr__")) {
      type.set("__repr__", Function.of("__repr__", "self", a -> repr((PyObject) a[0], kept)));
    }
    if (!on.contains("!eq") && !type.attributes().containsKey("__eq__")) {
      type.set(
          "__eq__",
          Function.of(
              "__eq__",
              "self, other",
              a ->
                  a[1] instanceof PyObject o && o.type() == ((PyObject) a[0]).type()
                      ? Py.eq(key((PyObject) a[0], kept), key(o, kept))
                      : Py.NOT_IMPLEMENTED));
    }
    if (on.contains("order")) {
      type.set(
          "__lt__",
          Function.of(
              "__lt__",
              "self, other",
              a -> Py.lt(key((PyObject) a[0], kept), key((PyObject) a[1], kept))));
      type.set(
          "__le__",
          Function.of(
              "__le__",
              "self, other",
              a -> Py.le(key((PyObject) a[0], kept), key((PyObject) a[1], kept))));
    }
    if (on.contains("frozen")) {
      type.set(
          "__hash__", Function.of("__hash__", "self", a -> Py.hash(key((PyObject) a[0], kept))));
      type.set(
          "__setattr__",
          Function.of(
              "__setattr__",
              "self, name, value",
              a -> {
                throw new Errors.FrozenInstanceError("cannot assign to field " + Py.repr(a[1]));
              }));
    }
    return type;
  }

  private static void replace(List<Part> parts, Part part) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name().equals(part.name())) {
        parts.set(i, part);
        return;
      }
    }
    parts.add(part);
  }

  private static Function initializer(PyClass type, List<Part> parts) {
    List<Part> given = new ArrayList<>();
    parts.stream().filter(p -> p.field().init() && !p.isNamed()).forEach(given::add);
    int positional = given.size();
    parts.stream().filter(p -> p.field().init() && p.isNamed()).forEach(given::add);
    List<Object> defaults = new ArrayList<>();
    StringBuilder text = new StringBuilder("self");
    for (Part p : given) {
      text.append(given.indexOf(p) == positional ? ", *" : "");
      boolean optional = p.field().fallback() != Py.ELLIPSIS || p.field().factory() != Py.ELLIPSIS;
      text.append(", ").append(p.name()).append(optional ? "=" : "");
      if (optional) {
        defaults.add(Py.ELLIPSIS);
      }
    }
    return Function.of(
        type.name() + ".__init__",
        text.toString(),
        a -> {
          PyObject self = (PyObject) a[0];
          List<Object> passed = new ArrayList<>();
          for (Part p : parts) {
            int at = given.indexOf(p);
            Object value = at < 0 ? Py.ELLIPSIS : a[at + 1];
            if (value == Py.ELLIPSIS) {
              if (p.field().factory() != Py.ELLIPSIS) {
                value = Dyn.call(p.field().factory());
              } else if (p.field().fallback() != Py.ELLIPSIS) {
                value = p.field().fallback();
              } else {
                continue;
              }
            }
            if (p.isPassed()) {
              passed.add(value);
            } else {
              self.fields().put(p.name(), value);
            }
          }
          if (self.has("__post_init__")) {
            self.special("__post_init__", passed.toArray());
          }
          return null;
        },
        defaults.toArray());
  }

  private static String repr(PyObject self, List<Part> parts) {
    return parts.stream()
        .filter(p -> p.field().repr())
        .map(p -> p.name() + "=" + Py.repr(self.attribute(p.name())))
        .collect(Collectors.joining(", ", self.type().name() + "(", ")"));
  }

  private static Object key(PyObject self, List<Part> parts) {
    return Tuple.copyOf(
        parts.stream()
            .filter(p -> p.field().compare())
            .map(p -> self.attribute(p.name()))
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  /** The names of the fields of an instance or a class, in order. */
  public static List<String> names(@Nullable Object on) {
    if (on instanceof PyObject o) {
      return names(o.type());
    }
    if (on instanceof PyClass c && c.find("__dataclass_fields__") instanceof List<?> parts) {
      return parts.stream()
          .map(Part.class::cast)
          .filter(p -> !p.isPassed())
          .map(Part::name)
          .toList();
    }
    if (on instanceof DataFields d) {
      return Arrays.asList(d.fieldNames());
    }
    throw new Errors.TypeError("asdict() should be called on dataclass instances");
  }

  /** {@code is_dataclass(value)}. */
  public static boolean isOne(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case PyClass c -> c.find("__dataclass_fields__") != PyClass.ABSENT;
      case PyType t ->
          t.type() != null
              && (DataFields.class.isAssignableFrom(t.type())
                  || (t.type().isRecord() && !NamedTuple.class.isAssignableFrom(t.type())));
      case PyObject o -> o.type().find("__dataclass_fields__") != PyClass.ABSENT;
      default ->
          value instanceof DataFields
              || (value instanceof Record
                  && !(value instanceof NamedTuple)
                  && !value.getClass().getName().startsWith("dev.weft."));
    };
  }

  /** {@code asdict(on)}. */
  public static PyDict<String, Object> asDict(@Nullable Object on) {
    PyDict<String, Object> all = new PyDict<>();
    for (String name : names(on)) {
      all.put(name, deep(Dyn.get(on, name), true));
    }
    return all;
  }

  /** {@code astuple(on)}. */
  public static Object asTuple(@Nullable Object on) {
    List<Object> all = new ArrayList<>();
    for (String name : names(on)) {
      all.add(deep(Dyn.get(on, name), false));
    }
    return Ops.tuple(all);
  }

  private static List<Object> deepAll(List<?> values, boolean named) {
    List<Object> copy = Lists.of();
    values.forEach(v -> copy.add(deep(v, named)));
    return copy;
  }

  private static @Nullable Object deep(@Nullable Object value, boolean named) {
    return switch (value) {
      case DataFields d -> named ? asDict(d) : asTuple(d);
      case PyObject o when o.type().find("__dataclass_fields__") != PyClass.ABSENT ->
          named ? asDict(o) : asTuple(o);
      case FixedTuple t -> Ops.tuple(deepAll(t.values(), named));
      case Tuple<?> t -> Tuple.copyOf(deepAll(t, named));
      case List<?> l -> deepAll(l, named);
      case java.util.Map<?, ?> m -> {
        PyDict<Object, Object> copy = new PyDict<>();
        m.forEach((k, v) -> copy.put(k, deep(v, named)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  /** {@code replace(on, **changes)} of an instance of a class made at run time. */
  public static @Nullable Object replace(@Nullable Object on, java.util.Map<String, ?> changes) {
    if (on instanceof DataFields d) {
      List<Object> values = new ArrayList<>();
      for (String name : changes.keySet()) {
        if (!java.util.Arrays.asList(d.fieldNames()).contains(name)) {
          throw new Errors.TypeError(
              Py.typeName(d) + ".__init__() got an unexpected keyword argument '" + name + "'");
        }
      }
      for (String name : d.fieldNames()) {
        values.add(changes.containsKey(name) ? changes.get(name) : Dyn.get(d, name));
      }
      return Members.make(d.getClass(), Py.typeName(d), values.toArray());
    }
    PyObject self = (PyObject) on;
    PyDict<String, Object> all = new PyDict<>();
    for (Object p : (List<?>) self.type().find("__dataclass_fields__")) {
      Part part = (Part) p;
      if (part.field().init()) {
        all.put(part.name(), self.attribute(part.name()));
      }
    }
    changes.forEach(all::put);
    return Calls.with(self.type(), new Object[0], all);
  }

  /** Those of the base first; one that is declared again keeps its place. */
  private static void addFields(Class<?> type, List<Object> all) {
    if (type.getSuperclass() != Object.class && type.getSuperclass() != Record.class) {
      addFields(type.getSuperclass(), all);
    }
    for (java.lang.reflect.Field f : type.getDeclaredFields()) {
      FieldInfo field = new FieldInfo(Members.python(f.getName()));
      if (!java.lang.reflect.Modifier.isStatic(f.getModifiers()) && !all.contains(field)) {
        all.add(field);
      }
    }
  }

  /** What {@code fields()} tells of a field. */
  public record FieldInfo(String name) {}

  /** {@code fields(on)}. */
  public static List<Object> fields(@Nullable Object on) {
    List<Object> all = new ArrayList<>();
    if (on instanceof PyType t && t.type() != null && !(t instanceof PyClass)) {
      addFields(t.type(), all);
    } else {
      names(on).forEach(n -> all.add(new FieldInfo(n)));
    }
    return Tuple.copyOf(all);
  }
}
