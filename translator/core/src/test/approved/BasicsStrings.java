package approved;

import dev.weft.python.Format;
import dev.weft.python.Lists;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyList;
import dev.weft.python.Strs;
import java.util.List;
import java.util.Map;

public final class BasicsStrings {
  private BasicsStrings() {}

  public static void main(String[] args) {
    Program.main("basics_strings.py", args, BasicsStrings::run);
  }

  /** The module's own code. */
  static void run() {
    String s = "Hello, World";
    Py.print(
        Strs.upper(s),
        Strs.lower(s),
        Strs.title(s),
        Strs.swapcase(s),
        Strs.get(s, 0),
        Strs.get(s, -1),
        Strs.slice(s, 1L, 4L),
        Strs.slice(s, null, null, -1L),
        Strs.slice(s, null, null, 2L));
    Py.print(
        Py.len(s),
        Strs.find(s, "World"),
        Strs.replace(s, "l", "L", -1),
        Strs.count(s, "l"),
        s.contains("World"),
        !s.contains("xyz"));
    Py.print(
        Strs.split(s, ", "),
        Strs.split("a b  c", null),
        Strs.split("a,b,,c", ","),
        Strs.join("-", Lists.of("x", "y", "z")));
    Py.print(
        Strs.strip("  pad ") + "|",
        Strs.strip("xxabcxx", "x"),
        Strs.center("abc", 9, "*"),
        Strs.ljust("abc", 5, " ") + "|",
        Strs.rjust("abc", 5, " "),
        Strs.zfill("42", 5));
    Py.print(
        Py.repr("it's"),
        Py.repr("say \"hi\""),
        Py.repr("both ' and \""),
        Py.repr("tab\tnew\n"),
        Py.repr("é€"));
    Py.print(
        Strs.repeat("a", 3),
        "ab" + "cd",
        Strs.compare("abc", "abd") < 0,
        Strs.compare("Z", "a") < 0);
    Py.print(
        "abc".startsWith("ab"),
        "abc".endsWith("bc"),
        Strs.isAlpha("abc"),
        Strs.isDigit("123"),
        Strs.isAlnum("abc1"));
    Py.print(
        Strs.partition("k=v", "="), Strs.rpartition("a.b.c", "."), Strs.rsplit("a.b.c", ".", 1));
    String name = "Ann";
    long age = 30;
    double pi = 3.14159;
    Py.print(
        name
            + " is "
            + age
            + ", pi="
            + Format.of(pi, ".2f")
            + ", "
            + Format.of(age, "5d")
            + "|"
            + Format.of(age, "<5")
            + "|"
            + Format.of(age, "^5")
            + "|"
            + Format.of(age, "05d")
            + "|"
            + Format.of(Py.repr(name), ">8"));
    Py.print(
        Format.of(1234567, ",")
            + " "
            + Format.of(1234567.891, ",.2f")
            + " "
            + Format.of(0.25, ".1%")
            + " "
            + Format.of(255, "x")
            + " "
            + Format.of(255, "#X")
            + " "
            + Format.of(5, "b")
            + " "
            + Format.of(1.0E10, "e")
            + " "
            + Format.of(12345.678, "g"));
    Py.print(
        Format.of(name, ">10")
            + "|"
            + Format.of(name, "<10")
            + "|"
            + Format.of(name, "^10")
            + "|"
            + Format.of(name, "*^9"));
    Py.print(
        Format.percent("%s has %d items at %.2f (%5s|%-5s|%05d)", "cart", 3L, 9.99, "r", "l", 42L));
    Py.print(
        Format.format(
            Strs.replace("{} {} {0}", "{0}", "x", -1), Lists.<Object>of(1L, 2L), Map.of()));
    Py.print(Format.format("{0}-{1}-{0}", Lists.<Object>of("a", "b"), Map.of()));
    Py.print(
        "nested"
            + " "
            + (3L + 4)
            + " "
            + Py.str(Lists.longs(1, 2))
            + " {} "
            + Py.str(true)
            + " "
            + Py.str(null));
    long width = 8;
    Py.print(Format.of(pi, width + ".3f") + "|" + Format.of(name, Py.str(width)) + "|");
    for (String ch : Strs.chars("héy")) {
      Py.printWith(null, " ", ch);
    }
    Py.print();
    Py.print(Strs.lines("line1\nline2"), "a\tb");
    List<String> items = new PyList<>();
    for (long i = 0; i < 5; i++) {
      items.add(Long.toString(i));
    }
    Py.print(Strs.join(" ", items));
    Py.print(Strs.join("", Lists.reversed(Strs.chars("abc"))), Lists.sorted(Strs.chars("hello")));
    Py.print("age=" + Py.repr(age) + " pi=" + Format.of(pi, ".1f"));
    Py.print("multipart", "single", "triple\nline");
  }
}
