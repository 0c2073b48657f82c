package dev.weft.translator.parser;

import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.sst.ModTy;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import java.util.EnumSet;
import java.util.List;

/** Parses Python 3.12 source. */
public final class PythonParser {
  private static final int FEATURE_VERSION = 12;

  private PythonParser() {}

  /**
   * The text of a source file: UTF-8, unless one of its first two lines declares otherwise.
   *
   * @throws SyntaxException if the bytes are no text in that encoding
   */
  public static String decode(String file, byte[] source) {
    return Decoding.decode(file, source);
  }

  /**
   * Parses a module, on a {@linkplain DeepStack deep stack}.
   *
   * @param file the name for diagnostics
   * @throws SyntaxException if the source is not Python, or nested too deeply; it is what CPython
   *     would say first, and knows what else its compiler would find
   */
  public static SourceModule parse(String file, String source) {
    try {
      return DeepStack.run(() -> parseHere(file, source));
    } catch (StackOverflowError e) {
      throw new SyntaxException(
          "SyntaxError", file, new Position(1, 0, 1, 0), "too many nested parentheses or blocks");
    }
  }

  private static SourceModule parseHere(String file, String source) {
    String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
    Parser parser =
        new Parser(
            text,
            new Callbacks(file, text),
            InputType.FILE,
            EnumSet.noneOf(Parser.Flags.class),
            FEATURE_VERSION);
    ModTy.Module module = (ModTy.Module) parser.parse();
    StmtTy[] statements = module.body == null ? new StmtTy[0] : module.body;
    StageErrors errors = new StageErrors(file);
    FutureImports futures = FutureImports.of(statements, errors);
    SymbolTable table = SymbolTable.of(statements, errors, futures.postponesAnnotations());
    CodeChecks.check(statements, table, futures.lastLine());
    errors.raise();
    List<Stmt> body = new TreeConverter(text).block(statements);
    return new SourceModule(file, text, body, Comments.of(text, body));
  }

  private record Callbacks(String file, String source) implements ParserCallbacks {
    @Override
    public void safePointPoll() {}

    @Override
    public RuntimeException reportIncompleteSource(int line) {
      return new SyntaxException(
          "SyntaxError", file, new Position(line, 0, line, 0), "unexpected EOF while parsing");
    }

    @Override
    public RuntimeException onError(ErrorType type, SourceRange range, String message) {
      String kind =
          switch (type) {
            case Indentation -> "IndentationError";
            case Tab -> "TabError";
            default -> "SyntaxError";
          };
      boolean isBehind =
          message.equals("expected ':'")
              && range.startLine == range.endLine
              && range.startColumn == range.endColumn;
      Position at =
          isBehind
              ? LineEnd.before(source, range.startLine, range.startColumn)
              : new Position(range.startLine, range.startColumn, range.endLine, range.endColumn);
      return new SyntaxException(kind, file, at, message);
    }

    @Override
    public void onWarning(WarningType type, SourceRange range, String message) {}
  }
}
