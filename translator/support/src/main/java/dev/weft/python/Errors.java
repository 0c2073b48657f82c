package dev.weft.python;

import dev.weft.runtime.CancellationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
  }

  /** {@code Exception}. */
  public static class PyException extends RuntimeException implements Raised {
    private static final long serialVersionUID = 1L;
    private final transient List<@Nullable Object> args;

    public PyException(@Nullable Object... args) {
      super(text(args));
      this.args = Collections.unmodifiableList(Arrays.asList(args));
    }

    @Override
    public List<@Nullable Object> args() {
      return args;
    }
  }

  /** {@code BaseException}, beside {@code Exception}. */
  public static class PyError extends Error implements Raised {
    private static final long serialVersionUID = 1L;
    private final transient List<@Nullable Object> args;

    public PyError(@Nullable Object... args) {
      super(text(args));
      this.args = Collections.unmodifiableList(Arrays.asList(args));
    }

    @Override
    public List<@Nullable Object> args() {
      return args;
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

    public SyntaxError(@Nullable Object... args) {
      super(args);
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

    public UnicodeError(@Nullable Object... args) {
      super(args);
    }
  }

  /** An exception of Java's own as the exception of Python that it stands for. */
  public static <E extends Throwable> E python(Class<E> type, Throwable raised) {
    if (type.isInstance(raised)) {
      return type.cast(raised);
    }
    String message = raised.getMessage() == null ? raised.toString() : raised.getMessage();
    E made = Py.cast(Members.make(type, typeName(raised), new Object[] {message}));
    made.setStackTrace(raised.getStackTrace());
    return made;
  }

  /** {@code OSError(errno, text, ...)}, which is of the class that its number has. */
  public static OSError osError(@Nullable Object... args) {
    long number = args[0] instanceof Long n ? n : 0;
    return switch ((int) number) {
      case 1, 13 -> new PermissionError(args);
      case 2 -> new FileNotFoundError(args);
      case 3 -> new ProcessLookupError(args);
      case 4 -> new InterruptedError(args);
      case 11, 115 -> new BlockingIOError(args);
      case 17 -> new FileExistsError(args);
      case 21 -> new IsADirectoryError(args);
      case 32 -> new BrokenPipeError(args);
      case 103 -> new ConnectionAbortedError(args);
      case 104 -> new ConnectionResetError(args);
      case 110 -> new TimeoutError(args);
      case 111 -> new ConnectionRefusedError(args);
      default -> new OSError(args);
    };
  }

  /** What constructing a class with abstract methods comes to. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // Stands where an instance would.
  public static <T> T isAbstract(String name, String... methods) {
    throw new TypeError(
        "Can't instantiate abstract class "
            + name
            + " without an implementation for abstract method"
            + (methods.length == 1 ? " '" : "s '")
            + String.join("', '", methods)
            + "'");
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
    public String msg() {
      return message;
    }

    /** {@code e.doc}. */
    public String doc() {
      return doc;
    }

    /** {@code e.pos}. */
    public long pos() {
      return position;
    }

    /** {@code e.lineno}. */
    public long lineno() {
      return doc.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }

    /** {@code e.colno}. */
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
    private final transient List<Throwable> exceptions = new ArrayList<>();
    private final String label;

    public ExceptionGroup(String label, Iterable<? extends @Nullable Object> exceptions) {
      super(label, exceptions);
      this.label = label;
      for (Object e : exceptions) {
        if (!(e instanceof Throwable t)) {
          throw new ValueError(
              "Item "
                  + this.exceptions.size()
                  + " of second argument (exceptions) is not an exception");
        }
        this.exceptions.add(t);
      }
      if (this.exceptions.isEmpty()) {
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
    public Bytes partial() {
      return partial;
    }

    /** {@code e.expected}. */
    public @Nullable Long expected() {
      return expected;
    }
  }

  private static String text(@Nullable Object[] args) {
    return switch (args.length) {
      case 0 -> "";
      case 1 -> Py.str(args[0]);
      default -> Arrays.stream(args).map(Py::repr).collect(Collectors.joining(", ", "(", ")"));
    };
  }

  /** {@code str(e)}. */
  public static String text(Throwable e) {
    return switch (e) {
      case CancellationError c -> c.reason() == null ? "" : Py.str(c.reason());
      case StackOverflowError s -> "maximum recursion depth exceeded";
      case java.util.ConcurrentModificationException c ->
          "dictionary changed size during iteration";
      case ArithmeticException a -> "int too large for a Java long: " + a.getMessage();
      default -> e.getMessage() == null ? "" : e.getMessage();
    };
  }

  /** {@code repr(e)}. */
  public static String repr(Throwable e) {
    if (e instanceof Raised r) {
      return typeName(e)
          + r.args().stream().map(Py::repr).collect(Collectors.joining(", ", "(", ")"));
    }
    if (e instanceof CancellationError c && c.reason() != null) {
      return "CancelledError(" + Py.repr(c.reason()) + ")";
    }
    String text = text(e);
    return typeName(e) + "(" + (text.isEmpty() ? "" : Py.repr(text)) + ")";
  }

  /** {@code e.args}. */
  public static Tuple<@Nullable Object> args(Throwable e) {
    return switch (e) {
      case Raised r -> Tuple.copyOf(r.args());
      case CancellationError c when c.reason() == null -> Tuple.of();
      default -> Tuple.of(text(e));
    };
  }

  /** {@code type(e).__name__}. */
  public static String typeName(Throwable e) {
    return switch (e) {
      case CancellationError c -> "CancelledError";
      case StackOverflowError s -> "RecursionError";
      case ArithmeticException a -> "OverflowError";
      case java.util.ConcurrentModificationException c -> "RuntimeError";
      case NullPointerException n -> "AttributeError";
      case ClassCastException c -> "TypeError";
      case OutOfMemoryError o -> "MemoryError";
      default -> pythonName(e.getClass());
    };
  }

  /** The {@code OSError} that a failure of Java's file system stands for. */
  static OSError ofIo(java.io.IOException e, String file) {
    return switch (e) {
      case java.nio.file.NoSuchFileException n ->
          new FileNotFoundError(2L, "No such file or directory", file);
      case java.io.FileNotFoundException n ->
          new FileNotFoundError(2L, "No such file or directory", file);
      case java.nio.file.FileAlreadyExistsException n ->
          new FileExistsError(17L, "File exists", file);
      case java.nio.file.AccessDeniedException n ->
          new PermissionError(13L, "Permission denied", file);
      case java.net.ConnectException n ->
          new ConnectionRefusedError(111L, "Connect call failed " + file);
      default ->
          String.valueOf(e.getMessage()).contains("Is a directory")
              ? new IsADirectoryError(21L, "Is a directory", file)
              : new OSError(5L, String.valueOf(e.getMessage()), file);
    };
  }

  /** The same, which the translator knows to be one. */
  public static JSONDecodeError jsonDetail(Throwable e) {
    return (JSONDecodeError) e;
  }

  /** The same, which the translator knows to be one. */
  public static IncompleteReadError readDetail(Throwable e) {
    return (IncompleteReadError) e;
  }

  /** {@code group.exceptions}. */
  public static Tuple<RuntimeException> members(Throwable group) {
    return Tuple.copyOf(Iters.<RuntimeException>cast(((ExceptionGroup) group).exceptions()));
  }

  /** {@code group.subgroup(type or test)}. */
  public static @Nullable ExceptionGroup subgroup(Throwable group, @Nullable Object test) {
    return split(group, test).first();
  }

  /** {@code group.split(type or test)}. */
  public static Tuple2<@Nullable ExceptionGroup, @Nullable ExceptionGroup> split(
      Throwable group, @Nullable Object test) {
    ExceptionGroup all = (ExceptionGroup) group;
    List<Object> matching = new ArrayList<>();
    List<Object> rest = new ArrayList<>();
    for (Throwable e : all.exceptions()) {
      if (e instanceof ExceptionGroup inner) {
        Tuple2<@Nullable ExceptionGroup, @Nullable ExceptionGroup> parts = split(inner, test);
        if (parts.first() != null) {
          matching.add(parts.first());
        }
        if (parts.second() != null) {
          rest.add(parts.second());
        }
      } else {
        boolean matches =
            (test instanceof PyCallable c && !(test instanceof PyType))
                ? Py.truth(c.apply(e))
                : Py.isInstance(e, test);
        (matches ? matching : rest).add(e);
      }
    }
    return new Tuple2<>(
        matching.isEmpty() ? null : new ExceptionGroup(all.label(), matching),
        rest.isEmpty() ? null : new ExceptionGroup(all.label(), rest));
  }

  /** {@code e.errno}. */
  public static @Nullable Object errno(Throwable e) {
    List<?> args = args(e);
    return args.size() >= 2 ? args.get(0) : null;
  }

  /** {@code e.strerror}. */
  public static @Nullable Object strerror(Throwable e) {
    List<?> args = args(e);
    return args.size() >= 2 ? args.get(1) : null;
  }

  /** {@code e.filename}. */
  public static @Nullable Object filename(Throwable e) {
    List<?> args = args(e);
    return args.size() >= 3 ? args.get(2) : null;
  }

  /** The class to construct for {@code Exception} and the like. */
  static Class<?> madeAs(Class<?> type) {
    return type == RuntimeException.class
        ? PyException.class
        : type == Throwable.class ? PyError.class : type;
  }

  static String pythonName(Class<?> type) {
    return type == PyException.class || type == RuntimeException.class
        ? "Exception"
        : type == PyError.class
            ? "BaseException"
            : type == RegexError.class || type == StructError.class
                ? "error"
                : type.getSimpleName();
  }

  /** {@code raise e from cause}. */
  public static <T extends Throwable> T from(T e, @Nullable Object cause) {
    if (cause instanceof PyType t) {
      return from(e, t.make(new Object[0], java.util.Map.of()));
    }
    if (cause instanceof Throwable t && e.getCause() == null && t != e) {
      e.initCause(t);
    }
    if (cause == null) {
      e.addSuppressed(Note.NO_CONTEXT);
    }
    return e;
  }

  /** An exception raised while another was being handled, which it keeps as its context. */
  public static RuntimeException during(Throwable e, @Nullable Throwable handled) {
    if (handled != null && e != handled && context(e) == null) {
      boolean loop = false;
      for (Throwable t = handled; t != null && !loop; t = context(t)) {
        loop = t == e;
      }
      if (!loop) {
        e.addSuppressed(handled);
      }
    }
    throw raise(e);
  }

  /** Assigning to a field of a frozen dataclass. */
  public static void frozen(String name) {
    throw new FrozenInstanceError("cannot assign to field '" + name + "'");
  }

  /** Assigning to a field of a named tuple. */
  public static void noSetter(String name) {
    throw new AttributeError("can't set attribute");
  }

  /** Assigning to a property that has no setter. */
  public static void noSetter(String name, String type) {
    throw new AttributeError("property '" + name + "' of '" + type + "' object has no setter");
  }

  /** Reading a name that is not there. */
  public static Object noName(String name) {
    throw new NameError("name '" + name + "' is not defined");
  }

  /** Reading a local variable that is gone. */
  public static Object unbound(String name) {
    throw new UnboundLocalError(
        "cannot access local variable '" + name + "' where it is not associated with a value");
  }

  /** Whether every exception has that attribute. */
  static boolean hasAttribute(String name) {
    return switch (name) {
      case "args",
          "__cause__",
          "__context__",
          "__suppress_context__",
          "__notes__",
          "__traceback__",
          "add_note",
          "with_traceback" ->
          true;
      default -> false;
    };
  }

  static @Nullable Object attribute(Throwable e, String name) {
    return switch (name) {
      case "args" -> args(e);
      case "__cause__" -> cause(e);
      case "__context__" -> context(e);
      case "__suppress_context__" -> suppressesContext(e);
      case "__notes__" -> notes(e);
      case "add_note" ->
          Function.of(
              "add_note",
              "note",
              a -> {
                addNote(e, Py.str(a[0]));
                return null;
              });
      case "with_traceback" -> Function.of("with_traceback", "tb", a -> e);
      default -> null;
    };
  }

  /** {@code e.add_note(note)}. */
  public static void addNote(Throwable e, String note) {
    e.addSuppressed(new Note(note));
  }

  /** {@code e.__notes__}. */
  public static List<String> notes(Throwable e) {
    List<String> notes = Lists.of();
    for (Throwable t : e.getSuppressed()) {
      if (t instanceof Note n) {
        notes.add(n.getMessage());
      }
    }
    if (notes.isEmpty()) {
      throw new AttributeError("'" + typeName(e) + "' object has no attribute '__notes__'");
    }
    return notes;
  }

  /** {@code e.__suppress_context__}. */
  public static boolean suppressesContext(Throwable e) {
    return cause(e) != null || Arrays.stream(e.getSuppressed()).anyMatch(t -> t == Note.NO_CONTEXT);
  }

  /** What is kept with an exception beside other exceptions. */
  private static final class Note extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Note NO_CONTEXT = new Note("from None");

    Note(String text) {
      super(text, null, false, false);
    }
  }

  /** {@code e.__cause__}. */
  public static @Nullable Throwable cause(Throwable e) {
    return e.getCause();
  }

  /** {@code e.__context__}. */
  public static @Nullable Throwable context(Throwable e) {
    for (Throwable t : e.getSuppressed()) {
      if (!(t instanceof Note)) {
        return t;
      }
    }
    return e.getCause();
  }

  /** An exception, made if a class is given. */
  static Throwable made(@Nullable Object error) {
    if (error instanceof PyType t) {
      return made(t.make(new Object[0], java.util.Map.of()));
    }
    if (error instanceof Throwable t) {
      return t;
    }
    throw new TypeError("exceptions must derive from BaseException");
  }

  /** Raises something of which only run time knows what it is. */
  public static RuntimeException raise(@Nullable Object e) {
    if (e instanceof Throwable t) {
      throw Errors.<RuntimeException>sneaky(t);
    }
    throw Errors.<RuntimeException>sneaky(made(e));
  }

  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // Java's compiler is told that it is unchecked.
  static <T extends Throwable> T sneaky(Throwable t) throws T {
    throw (T) t;
  }
}
