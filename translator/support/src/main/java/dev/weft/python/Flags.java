package dev.weft.python;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code enum.Flag} classes: members are sets of bits. */
@SuppressWarnings("NullAway") // None is null.
public final class Flags implements Repr, Iterable<Object> {
  private final String name;
  private final boolean isInt;
  private final Map<String, Member> members = Collections.synchronizedMap(new PyDict<>());

  /** Methods and properties of the members. */
  private final Map<String, Object> methods = Collections.synchronizedMap(new PyDict<>());

  private Flags(String name, boolean isInt) {
    this.name = name;
    this.isInt = isInt;
  }

  /** A class without members yet. */
  public static Flags of(String name, boolean isInt) {
    return new Flags(name, isInt);
  }

  /** Adds a member, or a method of all of them. */
  public Flags with(String member, @Nullable Object value) {
    if (!Numbers.isNumber(value)) {
      methods.put(member, value);
      return this;
    }
    members.put(member, new Member(this, Numbers.toLong(value)));
    return this;
  }

  /** Whether it has a method of that name. */
  boolean has(String method) {
    return methods.containsKey(method);
  }

  /** The next {@code auto()}. */
  public static long next(long previous) {
    return previous == 0 ? 1 : Long.highestOneBit(previous) << 1;
  }

  /** A member by its name. */
  public Object get(String member) {
    Member found = members.get(member);
    if (found == null) {
      switch (member) {
        case "__name__", "__qualname__" -> {
          return name;
        }
        case "__members__" -> {
          return new MappingProxy<>(members);
        }
        default -> {}
      }
      if (methods.containsKey(member)) {
        return Descriptors.bind(methods.get(member), member, null, PyClass.OBJECT)
                instanceof BoundMethod m
            ? new BoundMethod(this, m.function())
            : Py.cast(Descriptors.bind(methods.get(member), member, null, PyClass.OBJECT));
      }
      throw new Errors.AttributeError(
          "type object '" + name + "' has no attribute '" + member + "'");
    }
    return found;
  }

  /** A member by its name in brackets. */
  public Member item(String member) {
    Member found = members.get(member);
    if (found == null) {
      throw new Errors.KeyError(member);
    }
    return found;
  }

  /** The combination with that value. */
  public Member call(@Nullable Object value) {
    long bits = value instanceof Member m ? m.value : Numbers.toLong(value);
    if ((bits & ~all()) != 0 && !isInt) {
      int digits =
          Math.max(64 - Long.numberOfLeadingZeros(bits), 64 - Long.numberOfLeadingZeros(all()));
      throw new Errors.ValueError(
          "%s invalid value %d\n    given %s\n  allowed %s"
              .formatted(repr(), bits, binary(bits, digits), binary(all(), digits)));
    }
    return of(bits);
  }

  private static String binary(long bits, int digits) {
    String text = Long.toBinaryString(bits);
    return "0b0 " + "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private long all() {
    return members.values().stream().mapToLong(m -> m.value).reduce(0, (a, b) -> a | b);
  }

  private Member of(long bits) {
    for (Member m : members.values()) {
      if (m.value == bits) {
        return m;
      }
    }
    return new Member(this, bits);
  }

  private List<Object> singles(long bits) {
    List<Object> found = new ArrayList<>();
    for (Member m : members.values()) {
      if (Long.bitCount(m.value) == 1 && (m.value & bits) != 0) {
        found.add(m);
      }
    }
    return found;
  }

  int size() {
    return singles(-1).size();
  }

  @Override
  public Iterator<Object> iterator() {
    return singles(-1).iterator();
  }

  @Override
  public String repr() {
    return "<flag '" + name + "'>";
  }

  @Override
  public String toString() {
    return repr();
  }

  /** A set of bits. */
  public static final class Member
      implements Repr, Truthy, Sized, Iterable<Object>, Comparable<Member> {
    private final Flags type;
    private final long value;

    private Member(Flags type, long value) {
      this.type = type;
      this.value = value;
    }

    /** Its class. */
    Flags type() {
      return type;
    }

    /** Whether its class has a method or property of that name. */
    boolean has(String method) {
      return type.methods.containsKey(method);
    }

    /** A method or property that its class has. */
    @Nullable Object attribute(String method) {
      return type.methods.get(method) instanceof Descriptors.ClassMethod
          ? type.get(method)
          : Descriptors.bind(type.methods.get(method), method, this, PyClass.OBJECT);
    }

    /** Whether it is of an {@code IntFlag}, and so an int as well. */
    boolean isInt() {
      return type.isInt;
    }

    /** {@code member.value}. */
    public long value() {
      return value;
    }

    /** {@code member.name}. */
    public @Nullable String name() {
      for (Map.Entry<String, Member> e : type.members.entrySet()) {
        if (e.getValue().value == value) {
          return e.getKey();
        }
      }
      if (value == 0) {
        return null;
      }
      List<String> names = new ArrayList<>();
      type.singles(value).forEach(m -> names.add(String.valueOf(((Member) m).name())));
      long other = value & ~type.all();
      if (other != 0) {
        names.add(Long.toString(other));
      }
      return names.size() == 1 && other != 0 ? null : String.join("|", names);
    }

    private static long bits(Object other) {
      return other instanceof Member m ? m.value : Numbers.toLong(other);
    }

    /** {@code a | b}. */
    public Member or(Object other) {
      return type.of(value | bits(other));
    }

    /** {@code a & b}. */
    public Member and(Object other) {
      return type.of(value & bits(other));
    }

    /** {@code a ^ b}. */
    public Member xor(Object other) {
      return type.of(value ^ bits(other));
    }

    /** {@code ~a}. */
    public Member invert() {
      return type.of(type.all() & ~value);
    }

    /** {@code other in self}. */
    public boolean holds(Object other) {
      return (bits(other) & value) == bits(other);
    }

    @Override
    public boolean truthy() {
      return value != 0;
    }

    @Override
    public long length() {
      return Long.bitCount(value);
    }

    @Override
    public Iterator<Object> iterator() {
      return type.singles(value).iterator();
    }

    @Override
    public int compareTo(Member other) {
      return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Member m
          ? m.type == type && m.value == value
          : type.isInt && Numbers.isNumber(other) && Numbers.toLong(other) == value;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(value);
    }

    private String shown() {
      String known = name();
      return type.name + "." + (known == null ? "0" : known);
    }

    @Override
    public String repr() {
      String known = name();
      return "<" + type.name + (known == null ? "" : "." + known) + ": " + value + ">";
    }

    @Override
    public String toString() {
      if (has("__str__")) {
        return Py.str(Dyn.call(attribute("__str__")));
      }
      return type.isInt ? Long.toString(value) : name() == null ? type.name + "(0)" : shown();
    }
  }
}
