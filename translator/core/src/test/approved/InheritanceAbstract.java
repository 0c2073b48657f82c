package approved;

import dev.weft.python.Format;
import dev.weft.python.Generator;
import dev.weft.python.Iters;
import dev.weft.python.Lists;
import dev.weft.python.Numbers;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.Sized;
import dev.weft.python.Sum;
import java.util.Iterator;
import java.util.List;

public final class InheritanceAbstract {
  private InheritanceAbstract() {}

  abstract static class Shape {
    final String name;

    Shape(String name) {
      this.name = name;
    }

    abstract Number area();

    String describe() {
      return this.name + " with area " + Format.of(area(), ".2f");
    }
  }

  static class Square extends Shape {
    final long side;

    Square(long side) {
      super("square");
      this.side = side;
    }

    @Override
    Number area() {
      return Numbers.powExact(this.side, 2);
    }
  }

  static class Circle extends Shape {
    final double r;

    Circle(double r) {
      super("circle");
      this.r = r;
    }

    @Override
    Number area() {
      return 3.14159 * Numbers.pow(this.r, 2.0);
    }
  }

  static class Node {
    final long value;
    final Node next;

    Node(long value, Node next) {
      this.value = value;
      this.next = next;
    }
  }

  static class LinkedList implements Sized, Iterable<Long> {
    Node head;
    long size;

    LinkedList() {
      this.head = null;
      this.size = 0;
    }

    void push(long value) {
      this.head = new Node(value, this.head);
      this.size++;
    }

    Generator<Long> iterate() {
      return Generator.<Long>of(out -> {
        Node node = this.head;
        while (node != null) {
          out.yield_(node.value);
          node = node.next;
        }
      });
    }

    @Override
    public long length() {
      return this.size;
    }

    @Override
    public Iterator<Long> iterator() {
      return iterate().iterator();
    }
  }

  static class Tree {
    final long key;
    Tree left;
    Tree right;

    Tree(long key) {
      this.key = key;
      this.left = null;
      this.right = null;
    }

    void insert(long key) {
      if (key < this.key) {
        if (this.left == null) {
          this.left = new Tree(key);
        } else {
          this.left.insert(key);
        }
      } else if (this.right == null) {
        this.right = new Tree(key);
      } else {
        this.right.insert(key);
      }
    }

    Generator<Long> walk() {
      return Generator.<Long>of(out -> {
        if (this.left != null) {
          out.yieldFrom(this.left.walk());
        }
        out.yield_(this.key);
        if (this.right != null) {
          out.yieldFrom(this.right.walk());
        }
      });
    }
  }

  public static void main(String[] args) {
    Program.main("inheritance_abstract.py", args, InheritanceAbstract::run);
  }

  /** The module's own code. */
  static void run() {
    List<Shape> shapes = Lists.<Shape>of(new Square(2), new Circle(1.5));
    for (Shape s : shapes) {
      Py.print(s.describe());
    }
    String name = Iters.max(shapes, s -> s.area()).name;
    Sum sum = new Sum();
    for (Shape s2 : shapes) {
      sum.add(s2.area());
    }
    Py.print(name, sum.number());
    LinkedList ll = new LinkedList();
    for (long i = 0; i < 4; i++) {
      ll.push(i);
    }
    Py.print(Lists.copy(ll), Py.len(ll), Py.contains(ll, 2));
    Tree t = new Tree(5);
    for (long k : new long[] {3, 8, 1, 4, 9}) {
      t.insert(k);
    }
    Py.print(Lists.copy(t.walk()));
  }
}
