package dev.weft.python;

import dev.weft.runtime.CancellationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Python's exceptions. Those below {@code Exception} are {@link RuntimeException}s, those beside it
 * {@link Error}s, so that {@code catch (RuntimeException e)} is {@code except Exception}.
 */
@SuppressWarnings({
  "NullAway",
  "AvoidCommonTypeNames",
  "TypeParameterUnusedInFormals",
  "ReferenceEquality",
  "DoNotCallSuggester",
  "StaticAssignmentOfThrowable"
}) // The names are Python's; identity is what is asked.
public final class Errors {
  private Errors() {}

  /** What exceptions of both kinds have. */
  public interface Raised {
    /** The arguments it was made with. */
    List<@Nullable Object> args();

    /** What a program has set beside the fields of its class. */
    Map<String, @Nullable Object> attributes();
  }

  /** {@code Exception}. */
  public static class PyException extends RuntimeException implements Raised {
    private static final long serialVersionUID = 1L;
    transient List<@Nullable Object> args;
    transient String text;
    private transient @Nullable PyDict<String, @Nullable Object> attributes;

    /** Whether it was made to be raised elsewhere, and was not yet. */
    transient boolean unraised;

    public PyException(@Nullable Object... args) {
      this.text = text(args);
      this.args = Collections.unmodifiableList(Arrays.asList(args));
    }

    @Override
    public List<@Nullable Object> args() {
      return args;
    }

    @Override
    public String getMessage() {
      return text;
    }

    @Override
    public Map<String, @Nullable Object> attributes() {
      PyDict<String, @Nullable Object> known = attributes;
      if (known == null) {
        known = new PyDict<>();
        attributes = known;
      }
      return known;
    }
  }

  /** {@code BaseException}, beside {@code Exception}. */
  public static class PyError extends Error implements Raised {
    private static final long serialVersionUID = 1L;
    transient List<@Nullable Object> args;
    transient String text;
    private transient @Nullable PyDict<String, @Nullable Object> attributes;

    /** Whether it was made to be raised elsewhere, and was not yet. */
    transient boolean unraised;

    public PyError(@Nullable Object... args) {
      this.text = text(args);
      this.args = Collections.unmodifiableList(Arrays.asList(args));
    }

    @Override
    public List<@Nullable Object> args() {
      return args;
    }

    @Override
    public String getMessage() {
      return text;
    }

    @Override
    public Map<String, @Nullable Object> attributes() {
      PyDict<String, @Nullable Object> known = attributes;
      if (known == null) {
        known = new PyDict<>();
        attributes = known;
      }
      return known;
    }
  }

  /** A wait inside a host's loop for something that can never come; no exception of Python's. */
  public static final class Standstill extends Error {
    private static final long serialVersionUID = 1L;

    Standstill() {}
  }

  /** A cancellation that came from the code that a host runs, and not from the host. */
  public static final class SelfCancelled extends Error {
    private static final long serialVersionUID = 1L;

    SelfCancelled(CancellationError cause) {
      super(cause);
    }
  }

  /** {@code graphlib.CycleError}. */
  public static class CycleError extends ValueError {
    private static final long serialVersionUID = 1L;

    public CycleError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ArithmeticError}. */
  public static class ArithmeticError extends PyException {
    private static final long serialVersionUID = 1L;

    public ArithmeticError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code AssertionError}. */
  public static class AssertionError extends PyException {
    private static final long serialVersionUID = 1L;

    public AssertionError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code AttributeError}. */
  public static class AttributeError extends PyException {
    private static final long serialVersionUID = 1L;

    public AttributeError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code dataclasses.FrozenInstanceError}. */
  public static class FrozenInstanceError extends AttributeError {
    private static final long serialVersionUID = 1L;

    public FrozenInstanceError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code BufferError}. */
  public static class BufferError extends PyException {
    private static final long serialVersionUID = 1L;

    public BufferError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code EOFError}. */
  public static class EOFError extends PyException {
    private static final long serialVersionUID = 1L;

    public EOFError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ImportError}. */
  public static class ImportError extends PyException {
    private static final long serialVersionUID = 1L;

    public ImportError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ModuleNotFoundError}. */
  public static class ModuleNotFoundError extends ImportError {
    private static final long serialVersionUID = 1L;

    public ModuleNotFoundError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code LookupError}. */
  public static class LookupError extends PyException {
    private static final long serialVersionUID = 1L;

    public LookupError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code IndexError}. */
  public static class IndexError extends LookupError {
    private static final long serialVersionUID = 1L;

    public IndexError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code MemoryError}. */
  public static class MemoryError extends PyException {
    private static final long serialVersionUID = 1L;

    public MemoryError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code NameError}. */
  public static class NameError extends PyException {
    private static final long serialVersionUID = 1L;

    public NameError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code UnboundLocalError}. */
  public static class UnboundLocalError extends NameError {
    private static final long serialVersionUID = 1L;

    public UnboundLocalError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code OSError}. */
  public static class OSError extends PyException {
    private static final long serialVersionUID = 1L;

    public OSError(@Nullable Object... args) {
      super(args);
    }

    @Override
    public String getMessage() {
      List<?> args = args();
      return args.size() < 2
          ? super.getMessage()
          : "[Errno "
              + Py.str(args.get(0))
              + "] "
              + Py.str(args.get(1))
              + (args.size() > 2 && args.get(2) != null ? ": " + Py.repr(args.get(2)) : "");
    }
  }

  /** {@code BlockingIOError}. */
  public static class BlockingIOError extends OSError {
    private static final long serialVersionUID = 1L;

    public BlockingIOError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ConnectionError}. */
  public static class ConnectionError extends OSError {
    private static final long serialVersionUID = 1L;

    public ConnectionError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code BrokenPipeError}. */
  public static class BrokenPipeError extends ConnectionError {
    private static final long serialVersionUID = 1L;

    public BrokenPipeError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ConnectionAbortedError}. */
  public static class ConnectionAbortedError extends ConnectionError {
    private static final long serialVersionUID = 1L;

    public ConnectionAbortedError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ConnectionRefusedError}. */
  public static class ConnectionRefusedError extends ConnectionError {
    private static final long serialVersionUID = 1L;

    public ConnectionRefusedError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ConnectionResetError}. */
  public static class ConnectionResetError extends ConnectionError {
    private static final long serialVersionUID = 1L;

    public ConnectionResetError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code FileExistsError}. */
  public static class FileExistsError extends OSError {
    private static final long serialVersionUID = 1L;

    public FileExistsError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code FileNotFoundError}. */
  public static class FileNotFoundError extends OSError {
    private static final long serialVersionUID = 1L;

    public FileNotFoundError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code InterruptedError}. */
  public static class InterruptedError extends OSError {
    private static final long serialVersionUID = 1L;

    public InterruptedError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code IsADirectoryError}. */
  public static class IsADirectoryError extends OSError {
    private static final long serialVersionUID = 1L;

    public IsADirectoryError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code NotADirectoryError}. */
  public static class NotADirectoryError extends OSError {
    private static final long serialVersionUID = 1L;

    public NotADirectoryError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code PermissionError}. */
  public static class PermissionError extends OSError {
    private static final long serialVersionUID = 1L;

    public PermissionError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ProcessLookupError}. */
  public static class ProcessLookupError extends OSError {
    private static final long serialVersionUID = 1L;

    public ProcessLookupError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code TimeoutError}. */
  public static class TimeoutError extends OSError {
    private static final long serialVersionUID = 1L;

    public TimeoutError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ReferenceError}. */
  public static class ReferenceError extends PyException {
    private static final long serialVersionUID = 1L;

    public ReferenceError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code RuntimeError}. */
  public static class RuntimeError extends PyException {
    private static final long serialVersionUID = 1L;

    public RuntimeError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code NotImplementedError}. */
  public static class NotImplementedError extends RuntimeError {
    private static final long serialVersionUID = 1L;

    public NotImplementedError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code StopIteration}. */
  public static class StopIteration extends PyException {
    private static final long serialVersionUID = 1L;

    public StopIteration(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code StopAsyncIteration}. */
  public static class StopAsyncIteration extends PyException {
    private static final long serialVersionUID = 1L;

    public StopAsyncIteration(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code SyntaxError}. */
  public static class SyntaxError extends PyException {
    private static final long serialVersionUID = 1L;

    private static final Set<String> DETAILS =
        Set.of("msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset");

    public SyntaxError(@Nullable Object... args) {
      super(args);
    }

    /** Whether it is a detail that any has, and nobody has set. */
    boolean has(String name) {
      return DETAILS.contains(name) && !attributes().containsKey(name);
    }

    @Nullable Object detail(String name) {
      return name.equals("msg") && !args().isEmpty() ? args().get(0) : null;
    }
  }

  /** {@code SystemError}. */
  public static class SystemError extends PyException {
    private static final long serialVersionUID = 1L;

    public SystemError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code TypeError}. */
  public static class TypeError extends PyException {
    private static final long serialVersionUID = 1L;

    public TypeError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ValueError}. */
  public static class ValueError extends PyException {
    private static final long serialVersionUID = 1L;

    public ValueError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code UnicodeError}. */
  public static class UnicodeError extends ValueError {
    private static final long serialVersionUID = 1L;
    private static final List<String> PARTS =
        List.of("encoding", "object", "start", "end", "reason");

    public UnicodeError(@Nullable Object... args) {
      super(args);
    }

    /** Whether it tells where in what it failed, and so has attributes of these names. */
    boolean has(String name) {
      return args().size() == PARTS.size() && PARTS.contains(name);
    }

    @Nullable Object part(String name) {
      return args().get(PARTS.indexOf(name));
    }

    @Override
    public @Nullable String getMessage() {
      if (!has("start")) {
        return super.getMessage();
      }
      long at = Numbers.toLong(part("start"));
      String what =
          part("object") instanceof Bytes b
              ? "can't decode byte 0x%02x".formatted(b.get(at))
              : "can't encode character '%s'"
                  .formatted(
                      Py.ascii(Strs.get(Py.str(part("object")), at)).replaceAll("^'|'$", ""));
      return "'%s' codec %s in position %d: %s"
          .formatted(part("encoding"), what, at, part("reason"));
    }
  }

  /** {@code UnicodeDecodeError}. */
  public static class UnicodeDecodeError extends UnicodeError {
    private static final long serialVersionUID = 1L;

    public UnicodeDecodeError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code UnicodeEncodeError}. */
  public static class UnicodeEncodeError extends UnicodeError {
    private static final long serialVersionUID = 1L;

    public UnicodeEncodeError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code Warning}. */
  public static class Warning extends PyException {
    private static final long serialVersionUID = 1L;

    public Warning(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code UserWarning}. */
  public static class UserWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public UserWarning(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code DeprecationWarning}. */
  public static class DeprecationWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public DeprecationWarning(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code RuntimeWarning}. */
  public static class RuntimeWarning extends Warning {
    private static final long serialVersionUID = 1L;

    public RuntimeWarning(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code FloatingPointError}. */
  public static class FloatingPointError extends ArithmeticError {
    private static final long serialVersionUID = 1L;

    public FloatingPointError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code OverflowError}. */
  public static class OverflowError extends ArithmeticError {
    private static final long serialVersionUID = 1L;

    public OverflowError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code ZeroDivisionError}. */
  public static class ZeroDivisionError extends ArithmeticError {
    private static final long serialVersionUID = 1L;

    public ZeroDivisionError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code QueueEmpty}. */
  public static class QueueEmpty extends PyException {
    private static final long serialVersionUID = 1L;

    public QueueEmpty(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code QueueFull}. */
  public static class QueueFull extends PyException {
    private static final long serialVersionUID = 1L;

    public QueueFull(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code QueueShutDown}. */
  public static class QueueShutDown extends PyException {
    private static final long serialVersionUID = 1L;

    public QueueShutDown(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code InvalidStateError}. */
  public static class InvalidStateError extends PyException {
    private static final long serialVersionUID = 1L;

    public InvalidStateError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code BrokenBarrierError}. */
  public static class BrokenBarrierError extends RuntimeError {
    private static final long serialVersionUID = 1L;

    public BrokenBarrierError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code JSONDecodeError}. */
  public static class JSONDecodeError extends ValueError {
    private static final long serialVersionUID = 1L;

    private String message = "";
    private String doc = "";
    private int position;

    public JSONDecodeError(@Nullable Object... args) {
      super(args);
    }

    static JSONDecodeError of(String message, String text, int position) {
      String before = text.substring(0, position);
      long line = before.chars().filter(c -> c == '\n').count() + 1;
      int column = position - before.lastIndexOf('\n');
      JSONDecodeError e =
          new JSONDecodeError(
              message + ": line " + line + " column " + column + " (char " + position + ")");
      e.message = message;
      e.doc = text;
      e.position = position;
      return e;
    }

    /** {@code e.msg}. */
    @Property
    public String msg() {
      return message;
    }

    /** {@code e.doc}. */
    public String doc() {
      return doc;
    }

    /** {@code e.pos}. */
    @Property
    public long pos() {
      return position;
    }

    /** {@code e.lineno}. */
    @Property
    public long lineno() {
      return doc.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }

    /** {@code e.colno}. */
    @Property
    public long colno() {
      return position - (long) doc.substring(0, position).lastIndexOf('\n');
    }
  }

  /** {@code StatisticsError}. */
  public static class StatisticsError extends ValueError {
    private static final long serialVersionUID = 1L;

    public StatisticsError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code GeneratorExit}. */
  public static class GeneratorExit extends PyError {
    private static final long serialVersionUID = 1L;

    public GeneratorExit(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code KeyboardInterrupt}. */
  public static class KeyboardInterrupt extends PyError {
    private static final long serialVersionUID = 1L;

    public KeyboardInterrupt(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code SystemExit}. */
  public static class SystemExit extends PyError {
    private static final long serialVersionUID = 1L;

    public SystemExit(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code KeyError}; its text is the repr of the key. */
  public static class KeyError extends LookupError {
    private static final long serialVersionUID = 1L;

    public KeyError(@Nullable Object... args) {
      super(args);
    }

    @Override
    public String getMessage() {
      return args().size() == 1 ? Py.repr(args().get(0)) : String.valueOf(super.getMessage());
    }
  }

  /** {@code ExceptionGroup}. */
  public static class ExceptionGroup extends PyException {
    private static final long serialVersionUID = 1L;
    private final transient Tuple<Throwable> exceptions;
    private final String label;

    public ExceptionGroup(String label, Iterable<? extends @Nullable Object> exceptions) {
      super(label, exceptions);
      this.label = label;
      List<Throwable> all = new ArrayList<>();
      for (Object e : exceptions) {
        if (!(e instanceof Throwable t)) {
          throw new ValueError(
              "Item " + all.size() + " of second argument (exceptions) is not an exception");
        }
        all.add(t);
      }
      this.exceptions = Tuple.copyOf(all);
      if (all.isEmpty()) {
        throw new ValueError("second argument (exceptions) must be a non-empty sequence");
      }
    }

    /** What it holds. */
    public List<Throwable> exceptions() {
      return exceptions;
    }

    /** Its message alone. */
    public String label() {
      return label;
    }

    @Override
    public String getMessage() {
      return label
          + " ("
          + exceptions.size()
          + " sub-exception"
          + (exceptions.size() == 1 ? "" : "s")
          + ")";
    }
  }

  /** {@code Empty}. */
  public static class Empty extends PyException {
    private static final long serialVersionUID = 1L;

    public Empty(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code Full}. */
  public static class Full extends PyException {
    private static final long serialVersionUID = 1L;

    public Full(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code binascii.Error}. */
  @PythonName("Error")
  public static class BinasciiError extends ValueError {
    private static final long serialVersionUID = 1L;

    public BinasciiError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code re.error}. */
  public static class RegexError extends PyException {
    private static final long serialVersionUID = 1L;

    public RegexError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code struct.error}. */
  public static class StructError extends PyException {
    private static final long serialVersionUID = 1L;

    public StructError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code InvalidOperation}. */
  public static class InvalidOperation extends ArithmeticError {
    private static final long serialVersionUID = 1L;

    public InvalidOperation(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code decimal.DivisionByZero}. */
  public static class DivisionByZero extends ZeroDivisionError {
    private static final long serialVersionUID = 1L;

    public DivisionByZero(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code argparse.ArgumentError}, as text. */
  public static class ArgumentError extends PyException {
    private static final long serialVersionUID = 1L;

    public ArgumentError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code argparse.ArgumentTypeError}. */
  public static class ArgumentTypeError extends PyException {
    private static final long serialVersionUID = 1L;

    public ArgumentTypeError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code csv.Error}. */
  public static class CsvError extends PyException {
    private static final long serialVersionUID = 1L;

    public CsvError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code LimitOverrunError}. */
  public static class LimitOverrunError extends PyException {
    private static final long serialVersionUID = 1L;

    public LimitOverrunError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code CalledProcessError}. */
  public static class CalledProcessError extends PyException {
    private static final long serialVersionUID = 1L;

    public CalledProcessError(@Nullable Object... args) {
      super(args);
    }
  }

  /** {@code IncompleteReadError}. */
  public static class IncompleteReadError extends EOFError {
    private static final long serialVersionUID = 1L;
    private final transient Bytes partial;
    private final transient @Nullable Long expected;

    public IncompleteReadError(Bytes partial, @Nullable Long expected) {
      super(
          partial.length()
              + " bytes read on a total of "
              + (expected == null ? "undefined" : expected)
              + " expected bytes");
      this.partial = partial;
      this.expected = expected;
    }

    /** {@code e.partial}. */
    @Property
    public Bytes partial() {
      return partial;
    }

    /** {@code e.expected}. */
    @Property
    public @Nullable Long expected() {
      return expected;
    }
  }

  static String text(@Nullable Object[] args) {
    return switch (args.length) {
      case 0 -> "";
      case 1 -> Py.str(args[0]);
      default -> Arrays.stream(args).map(Py::repr).collect(Collectors.joining(", ", "(", ")"));
    };
  }
}
