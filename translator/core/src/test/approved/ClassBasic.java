package approved;

import dev.weft.python.Dyn;
import dev.weft.python.Errors.IndexError;
import dev.weft.python.Generator;
import dev.weft.python.Lists;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyList;
import dev.weft.python.Repr;
import dev.weft.python.Sized;
import dev.weft.python.Strs;
import dev.weft.python.Unhashable;
import java.util.Iterator;
import java.util.List;

public final class ClassBasic {
  private ClassBasic() {}

  static class Animal implements Unhashable, Comparable<Animal> {
    static String kingdom = "animalia";
    static long count = 0;
    final String name;
    final String sound;

    Animal(String name, String sound) {
      this.name = name;
      this.sound = sound;
      Animal.count = Math.addExact(Animal.count, 1);
    }

    String speak() {
      return this.name + " says " + this.sound;
    }

    String upper() {
      return Strs.upper(this.name);
    }

    static long helper(long x) {
      return Math.multiplyExact(x, 2);
    }

    static Animal create(String name) {
      return new Animal(name, "created");
    }

    @Override
    public String toString() {
      return "<" + this.name + ">";
    }

    boolean eq(Object other) {
      return Py.eq(this.name, Dyn.get(other, "name"));
    }

    boolean lt(Animal other) {
      return Strs.compare(this.name, other.name) < 0;
    }

    @Override
    public boolean equals(Object other) {
      return eq(other);
    }

    @Override
    public int hashCode() {
      return 0;
    }

    @Override
    public int compareTo(Animal other) {
      return lt(other) ? -1 : other.lt(this) ? 1 : 0;
    }
  }

  static class Dog extends Animal {
    final List<String> tricks;

    Dog(String name) {
      super(name, "Woof");
      this.tricks = new PyList<>();
    }

    Dog add(String trick) {
      this.tricks.add(trick);
      return this;
    }

    @Override
    String speak() {
      return super.speak() + "!";
    }
  }

  static class Stack implements Sized, Iterable<Long> {
    final List<Long> items;

    Stack() {
      this.items = Lists.longs();
    }

    void push(long x) {
      this.items.add(x);
    }

    long pop() {
      if (this.items.isEmpty()) {
        throw new IndexError("empty stack");
      }
      return Lists.pop(this.items);
    }

    @Override
    public long length() {
      return Py.len(this.items);
    }

    Generator<Long> iterate() {
      return Generator.<Long>of(out -> {
        for (long x : this.items) {
          out.yield_(x);
        }
      });
    }

    boolean holds(long x) {
      return this.items.contains(x);
    }

    long item(long i) {
      return Lists.getLong(this.items, i);
    }

    @Override
    public Iterator<Long> iterator() {
      return iterate().iterator();
    }
  }

  static class Vec implements Repr {
    final long x;
    final long y;

    Vec(long x, long y) {
      this.x = x;
      this.y = y;
    }

    Vec add(Vec o) {
      return new Vec(Math.addExact(this.x, o.x), Math.addExact(this.y, o.y));
    }

    Vec mul(long k) {
      return new Vec(Math.multiplyExact(this.x, k), Math.multiplyExact(this.y, k));
    }

    @Override
    public String repr() {
      return "Vec(" + this.x + ", " + this.y + ")";
    }

    @Override
    public String toString() {
      return repr();
    }
  }

  public static void main(String[] args) {
    Program.main("class_basic.py", args, ClassBasic::run);
  }

  /** The module's own code. */
  static void run() {
    Animal a = new Animal("Cat", "Meow");
    Dog d = new Dog("Rex");
    Py.print(a.speak(), d.speak(), a, d);
    Py.print(
        a.upper(),
        Animal.helper(4),
        Animal.create("X").speak(),
        Animal.kingdom,
        Animal.kingdom,
        Animal.count);
    d.add("sit").add("roll");
    Py.print(d.tricks, d instanceof Animal, a instanceof Dog);
    Py.print(
        Py.eq(a, new Animal("Cat", "...")),
        Py.eq(a, d),
        Lists.get(Lists.sorted(Lists.<Animal>of(d, a)), 0).name);
    for (Animal x : Lists.<Animal>of(a, d)) {
      Py.print(x.speak());
    }
    Stack s = new Stack();
    s.push(1);
    s.push(2);
    Py.print(Py.len(s), Lists.copy(s), s.holds(2), s.item(0L), Py.truth(s));
    s.pop();
    s.pop();
    Py.print(Py.truth(s));
    try {
      s.pop();
    } catch (IndexError e) {
      Py.print("error:", e);
    }
    Py.print(new Vec(1, 2).add(new Vec(3, 4).mul(2)), Lists.of(new Vec(0, 0)));
  }
}
