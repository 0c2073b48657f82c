package dev.weft.translator.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonParserTest {
  @Test
  void positionsCountLinesFromOneAndColumnsFromZero() {
    SourceModule module = PythonParser.parse("a.py", "x = 1\ny = x + 22\n");

    Stmt.Assign second = (Stmt.Assign) module.body().get(1);
    assertThat(second.at()).isEqualTo(new Position(2, 0, 2, 10));
    Expr.BinOp sum = (Expr.BinOp) second.value();
    assertThat(sum.op()).isEqualTo(Operator.ADD);
    assertThat(sum.right().at()).isEqualTo(new Position(2, 8, 2, 10));
  }

  @Test
  void commentsAreFoundOutsideOfStrings() {
    SourceModule module = PythonParser.parse("a.py", "# own\nx = 'a#b'  # beside\ny = f\"{x}#\"\n");

    assertThat(module.comments())
        .isEqualTo(List.of(new Comment(1, "own", true), new Comment(2, "beside", false)));
  }

  @Test
  void syntaxErrorTellsWhere() {
    assertThatThrownBy(() -> PythonParser.parse("a.py", "x = 1\ny = )\n"))
        .isInstanceOfSatisfying(
            SyntaxException.class,
            e -> {
              assertThat(e.kind()).isEqualTo("SyntaxError");
              assertThat(e.position().line()).isEqualTo(2);
              assertThat(e).hasMessageContaining("unmatched ')'");
            });
  }

  @Test
  void unmatchedIndentationIsNamed() {
    assertThatThrownBy(() -> PythonParser.parse("a.py", "if 1:\nx = 2\n"))
        .isInstanceOfSatisfying(
            SyntaxException.class, e -> assertThat(e.kind()).isEqualTo("IndentationError"));
  }

  @Test
  void sumOfFiveThousandTermsIsParsed() {
    String sum = "x = " + "1 + ".repeat(4999) + "1\n";

    assertThat(PythonParser.parse("a.py", sum).body()).hasSize(1);
  }

  @Test
  void defaultsBelongToTheLastParameters() {
    SourceModule module = PythonParser.parse("a.py", "def f(a, b=1, *c, d, e=2, **g): pass\n");

    Stmt.FunctionDef f = (Stmt.FunctionDef) module.body().get(0);
    assertThat(f.parameters().stream().map(p -> p.name() + (p.defaultValue() != null ? "=" : "")))
        .containsExactly("a", "b=", "c", "d", "e=", "g");
    assertThat(f.parameters().get(3).kind()).isEqualTo(Parameter.Kind.KEYWORD_ONLY);
  }
}
