package dev.weft.translator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of {@code match}, {@code isinstance} and values that have to be kept. */
class PatternsJavaTest {
  private static final String SHAPES =
      """
      from dataclasses import dataclass

      @dataclass
      class Circle:
          r: int

      @dataclass
      class Rect:
          w: int
          h: int

      things = [Circle(1), Rect(1, 2), "text", None, 1.5]
      """;

  @Test
  void casesThatAllReturnMakeASwitchThatGivesTheResult() {
    assertThat(
            java(
                SHAPES
                    + """
                    def area(s):
                        match s:
                            case Circle(r):
                                return r * r
                            case Rect(w=w, h=2):
                                return w
                            case None:
                                return 0
                            case _:
                                return -1
                    print([area(t) for t in things])
                    """))
        .contains(
            """
                return switch (s) {
                  case Circle(long r) -> Math.multiplyExact(r, r);
                  case Rect(long w, long h) when h == 2 -> w;
                  case null -> 0;
                  default -> -1;
                };
            """);
  }

  @Test
  void breakOutOfTheLoopAroundIsNoBreakOfASwitch() {
    assertThat(
            java(
                SHAPES
                    + """
                    for t in things:
                        match t:
                            case Circle():
                                print("circle")
                            case Rect():
                                break
                            case _:
                                print("other")
                    """))
        .doesNotContain("switch")
        .contains("} else if (t instanceof Rect) {\n        break;");
  }

  @Test
  void nameThatIsUsedBehindTheMatchIsDeclaredBeforeIt() {
    assertThat(
            java(
                SHAPES
                    + """
                    def last(s):
                        found = None
                        match s:
                            case Circle(found):
                                pass
                            case Rect(found, _):
                                pass
                        return found
                    print([last(t) for t in things])
                    """))
        .contains("Long found = null;")
        .contains("case Circle(long r) -> found = r;");
  }

  @Test
  void guardThatReadsAChangedVariableIsNoGuardOfASwitch() {
    assertThat(
            java(
                SHAPES
                    + """
                    def count(shapes):
                        limit = 0
                        for s in shapes:
                            limit += 1
                            match s:
                                case Circle(r) if r < limit:
                                    print("small")
                                case Rect(w, _) if w < limit:
                                    print("narrow")
                    count(things)
                    """))
        .contains("if (s instanceof Circle(long r) && r < limit) {");
  }

  @Test
  void sequencePatternsOfListsAskTheList() {
    assertThat(
            java(
                """
                def command(line):
                    match line.split():
                        case ["go", where]:
                            return where
                        case [*_, "now"]:
                            return "soon"
                        case []:
                            return "nothing"
                    return "what?"
                print(command("go north"))
                """))
        .contains("if (parts.size() == 2 && parts.get(0).equals(\"go\")) {")
        .contains("if (!parts.isEmpty() && parts.getLast().equals(\"now\")) {")
        .contains("if (parts.isEmpty()) {");
  }

  @Test
  void isinstanceBindsWhatIsReadBehindIt() {
    assertThat(
            java(
                SHAPES
                    + """
                    def width(s):
                        if not isinstance(s, Rect):
                            return 0
                        return s.w

                    def side(s):
                        if isinstance(s, Rect) and s.w == s.h:
                            return s.w
                        return 0
                    print([(width(t), side(t)) for t in things])
                    """))
        .contains("if (!(s instanceof Rect rect)) {\n      return 0;\n    }\n    return rect.w();")
        .contains("if (s instanceof Rect rect && rect.w() == rect.h()) {\n      return rect.w();");
  }

  @Test
  void whatIsinstanceToldEndsWithTheNextBinding() {
    assertThat(
            java(
                """
                def f(x):
                    if isinstance(x, str):
                        x = len(x)
                        return x + 1
                    return 0
                print(f("a"), f(1))
                """))
        .contains("x = Py.len((String) x);")
        .contains("return Ops.add(x, 1L);");
  }

  @Test
  void parallelAssignmentKeepsOnlyWhatWouldBeOverwritten() {
    assertThat(
            java(
                """
                def gcd(a, b):
                    while b:
                        a, b = b, a % b
                    return a
                print(gcd(12, 18))
                """))
        .contains(
            """
                  long next = Numbers.mod(a, b);
                  a = b;
                  b = next;
            """);
  }

  private static String java(String source) {
    Translation translation = Translator.translate("example.py", source, "example");
    assertThat(translation.diagnostics()).isEmpty();
    return Translator.format(translation.java());
  }
}
