package dev.weft.python;

import dev.weft.python.Errors.ExceptionGroup;
import dev.weft.runtime.CancellationError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What programs ask of exceptions, and how some are made and raised. */
@SuppressWarnings({
  "NullAway",
  "TypeParameterUnusedInFormals",
  "ReferenceEquality",
  "DoNotCallSuggester",
  "StaticAssignmentOfThrowable"
}) // Identity is what is asked.
public final class Exceptions {
  private Exceptions() {}

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

  /** {@code Errors.OSError(errno, text, ...)}, which is of the class that its number has. */
  public static Errors.OSError osError(@Nullable Object... args) {
    long number = args[0] instanceof Long n ? n : 0;
    return switch ((int) number) {
      case 1, 13 -> new Errors.PermissionError(args);
      case 2 -> new Errors.FileNotFoundError(args);
      case 3 -> new Errors.ProcessLookupError(args);
      case 4 -> new Errors.InterruptedError(args);
      case 11, 115 -> new Errors.BlockingIOError(args);
      case 17 -> new Errors.FileExistsError(args);
      case 21 -> new Errors.IsADirectoryError(args);
      case 32 -> new Errors.BrokenPipeError(args);
      case 103 -> new Errors.ConnectionAbortedError(args);
      case 104 -> new Errors.ConnectionResetError(args);
      case 110 -> new Errors.TimeoutError(args);
      case 111 -> new Errors.ConnectionRefusedError(args);
      default -> new Errors.OSError(args);
    };
  }

  /** What constructing a class with abstract methods comes to. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // Stands where an instance would.
  public static <T> T isAbstract(String name, String... methods) {
    throw new Errors.TypeError(
        "Can't instantiate abstract class "
            + name
            + " without an implementation for abstract method"
            + (methods.length == 1 ? " '" : "s '")
            + String.join("', '", methods)
            + "'");
  }

  /** What a coroutine raises for a {@code StopIteration}: its own frame is gone by then. */
  public static Errors.RuntimeError stopped(Errors.StopIteration e) {
    return from(outside(new Errors.RuntimeError("coroutine raised StopIteration")), e);
  }

  /** {@code e.message}, which groups alone have. */
  public static String message(Throwable e) {
    if (e instanceof Errors.ExceptionGroup g) {
      return g.label();
    }
    throw lacks(e, "message");
  }

  /** {@code e.value} of a {@code StopIteration}. */
  public static @Nullable Object value(Throwable e) {
    if (e instanceof Errors.StopIteration) {
      return Py.first(args(e));
    }
    throw lacks(e, "value");
  }

  /** {@code e.code} of a {@code SystemExit}. */
  public static @Nullable Object code(Throwable e) {
    if (e instanceof Errors.SystemExit) {
      return Py.first(args(e));
    }
    throw lacks(e, "code");
  }

  private static RuntimeException lacks(Throwable e, String name) {
    return new Errors.AttributeError(
        "'" + typeName(e) + "' object has no attribute '" + name + "'");
  }

  /** Adds a frame of the program to where an exception is raised now. */
  static void raisedAt(Throwable e, String function, int line) {
    Throwable raised = raised(e);
    StackTraceElement[] trace = raised.getStackTrace();
    for (StackTraceElement frame : trace) {
      if (isOfProgram(frame)) {
        StackTraceElement[] more = new StackTraceElement[trace.length + 1];
        more[0] = new StackTraceElement(frame.getClassName(), function, frame.getFileName(), line);
        System.arraycopy(trace, 0, more, 1, trace.length);
        raised.setStackTrace(more);
        return;
      }
    }
  }

  /** The same exception as if the caller of who asks for this had been left already. */
  static <E extends Throwable> E outside(E made) {
    StackTraceElement[] trace = made.getStackTrace();
    made.setStackTrace(
        java.util.Arrays.copyOfRange(trace, Math.min(2, trace.length), trace.length));
    return made;
  }

  /** {@code str(e)}. */
  public static String text(Throwable e) {
    return switch (e) {
      case CancellationError c -> c.reason() == null ? "" : Py.str(c.reason());
      case StackOverflowError s -> "maximum recursion depth exceeded";
      case java.util.ConcurrentModificationException c ->
          "dictionary changed size during iteration";
      case ArithmeticException a -> "int too large for a Java long: " + a.getMessage();
      case ClassCastException c -> JavaErrors.text(c);
      case NullPointerException n -> JavaErrors.text(n);
      default -> e.getMessage() == null ? "" : e.getMessage();
    };
  }

  /** {@code repr(e)}. */
  public static String repr(Throwable e) {
    if (e instanceof Errors.Raised r) {
      return typeName(e)
          + r.args().stream().map(Py::repr).collect(Collectors.joining(", ", "(", ")"));
    }
    if (e instanceof CancellationError c && c.reason() != null) {
      return "CancelledError(" + Py.repr(c.reason()) + ")";
    }
    String text = text(e);
    return typeName(e) + "(" + (text.isEmpty() ? "" : Py.repr(text)) + ")";
  }

  /** {@code super().__init__(args)} where a constructor does not begin with it. */
  public static void initialize(Throwable e, @Nullable Object... args) {
    List<@Nullable Object> given = Collections.unmodifiableList(Arrays.asList(args));
    switch (e) {
      case Errors.PyException p -> {
        p.args = given;
        p.text = Errors.text(args);
      }
      case Errors.PyError p -> {
        p.args = given;
        p.text = Errors.text(args);
      }
      default -> throw new IllegalArgumentException("no exception of Python: " + e);
    }
  }

  /** {@code e.args}. */
  public static Tuple<@Nullable Object> args(Throwable e) {
    return switch (e) {
      case Errors.Raised r -> Tuple.copyOf(r.args());
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

  /** The {@code Errors.OSError} that a failure of Java's file system stands for. */
  static Errors.OSError ofIo(java.io.IOException e, String file) {
    return switch (e) {
      case java.nio.file.NoSuchFileException n ->
          new Errors.FileNotFoundError(2L, "No such file or directory", file);
      case java.io.FileNotFoundException n ->
          new Errors.FileNotFoundError(2L, "No such file or directory", file);
      case java.nio.file.FileAlreadyExistsException n ->
          new Errors.FileExistsError(17L, "File exists", file);
      case java.nio.file.AccessDeniedException n ->
          new Errors.PermissionError(13L, "Permission denied", file);
      case java.nio.file.DirectoryNotEmptyException n ->
          new Errors.OSError(39L, "Directory not empty", file);
      case java.nio.file.NotDirectoryException n ->
          new Errors.NotADirectoryError(20L, "Not a directory", file);
      case java.net.ConnectException n ->
          new Errors.ConnectionRefusedError(111L, "Connect call failed " + file);
      default ->
          String.valueOf(e.getMessage()).contains("Is a directory")
              ? new Errors.IsADirectoryError(21L, "Is a directory", file)
              : new Errors.OSError(5L, String.valueOf(e.getMessage()), file);
    };
  }

  /** The same, which the translator knows to be one. */
  public static Errors.JSONDecodeError jsonDetail(Throwable e) {
    return (Errors.JSONDecodeError) e;
  }

  /** The same, which the translator knows to be one. */
  public static Errors.IncompleteReadError readDetail(Throwable e) {
    return (Errors.IncompleteReadError) e;
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
        ? Errors.PyException.class
        : type == Throwable.class ? Errors.PyError.class : type;
  }

  static String pythonName(Class<?> type) {
    PythonName own = type.getAnnotation(PythonName.class);
    return own != null ? own.value() : plainName(type);
  }

  private static String plainName(Class<?> type) {
    return type == Errors.PyException.class || type == RuntimeException.class
        ? "Exception"
        : type == Errors.PyError.class
            ? "BaseException"
            : type == Errors.RegexError.class || type == Errors.StructError.class
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
    throw new Errors.FrozenInstanceError("cannot assign to field '" + name + "'");
  }

  /** Assigning to a field of a named tuple. */
  public static void noSetter(String name) {
    throw new Errors.AttributeError("can't set attribute");
  }

  /** Assigning to a property that has no setter. */
  public static void noSetter(String name, String type) {
    throw new Errors.AttributeError(
        "property '" + name + "' of '" + type + "' object has no setter");
  }

  /** Reading what a module does not have. */
  public static Object notIn(String module, String name) {
    throw new Errors.AttributeError("module '" + module + "' has no attribute '" + name + "'");
  }

  /** Reading a name that is not there. */
  public static Object noName(String name) {
    throw new Errors.NameError("name '" + name + "' is not defined");
  }

  /** Reading a local variable that is gone. */
  public static Object unbound(String name) {
    throw new Errors.UnboundLocalError(
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
    List<String> notes = notesOf(e);
    if (notes.isEmpty()) {
      throw new Errors.AttributeError("'" + typeName(e) + "' object has no attribute '__notes__'");
    }
    return notes;
  }

  /** {@code traceback.format_exception_only(e)}. */
  public static List<String> lines(Throwable e) {
    String text = Py.str(e);
    List<String> lines = Lists.of(typeName(e) + (text.isEmpty() ? "" : ": " + text) + "\n");
    notesOf(e).forEach(note -> lines.add(note + "\n"));
    return lines;
  }

  /** The notes that a program has added. */
  static List<String> notesOf(Throwable e) {
    List<String> notes = Lists.of();
    for (Throwable t : e.getSuppressed()) {
      if (t instanceof Note n && n != Note.NO_CONTEXT) {
        notes.add(n.getMessage());
      }
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
    throw new Errors.TypeError("exceptions must derive from BaseException");
  }

  /** Raises something of which only run time knows what it is. */
  public static RuntimeException raise(@Nullable Object e) {
    throw Exceptions.<RuntimeException>sneaky(raised(made(e)));
  }

  /**
   * An exception that is not raised where it is made: its stack trace will be that of the first
   * place that raises it, as in Python.
   */
  public static <E extends Throwable> E unraised(E e) {
    setUnraised(e, true);
    return e;
  }

  /** An exception that is raised here, maybe for the first time. */
  private static <E extends Throwable> E raised(E e) {
    boolean first =
        switch (e) {
          case Errors.PyException p -> p.unraised;
          case Errors.PyError p -> p.unraised;
          default -> false;
        };
    if (first) {
      setUnraised(e, false);
      Throwable _ = e.fillInStackTrace();
    }
    return e;
  }

  private static void setUnraised(Throwable e, boolean unraised) {
    switch (e) {
      case Errors.PyException p -> p.unraised = unraised;
      case Errors.PyError p -> p.unraised = unraised;
      default -> {}
    }
  }

  /** The same for what comes out of a task: code that awaits it is in its traceback too. */
  static RuntimeException raiseAwaited(Throwable e) {
    Throwable raised = raised(e);
    StackTraceElement[] frames = raised.getStackTrace();
    if (!isOfProgram(raised)) {
      StackTraceElement[] here = Thread.currentThread().getStackTrace();
      StackTraceElement[] all = Arrays.copyOf(frames, frames.length + here.length);
      System.arraycopy(here, 0, all, frames.length, here.length);
      raised.setStackTrace(all);
    }
    throw Exceptions.<RuntimeException>sneaky(raised);
  }

  /** Whether the program has a part in the stack trace. */
  static boolean isOfProgram(Throwable e) {
    return Arrays.stream(e.getStackTrace()).anyMatch(Exceptions::isOfProgram);
  }

  /** Whether a frame is of the program, and not of what it uses. */
  private static boolean isOfProgram(StackTraceElement frame) {
    String type = frame.getClassName();
    return frame.getLineNumber() > 0
        && !type.startsWith("dev.weft.")
        && !type.startsWith("java.")
        && !type.startsWith("jdk.");
  }

  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // Java's compiler is told that it is unchecked.
  static <T extends Throwable> T sneaky(Throwable t) throws T {
    throw (T) t;
  }
}
