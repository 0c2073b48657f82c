package dev.weft.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The module {@code warnings}. */
@SuppressWarnings("NullAway") // None is null.
public final class Warnings {
  /** What is done with the warnings that a filter is for. */
  private record Filter(String action, @Nullable Regex message, @Nullable Object category) {
    boolean fits(String text, Object kind) {
      return (category == null || Py.isSubclass(kind, category))
          && (message == null || message.match(text, 0) != null);
    }
  }

  /** The filters, the last one first, and who listens. */
  private static final class State {
    private final List<Filter> filters = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private @Nullable List<WarningMessage> record;
  }

  private static final Set<String> ACTIONS =
      Set.of("error", "ignore", "always", "default", "module", "once");

  private static State current = new State();

  private Warnings() {}

  static void reset() {
    current = new State();
  }

  /** {@code simplefilter(action, category)}. */
  public static void filter(String action, @Nullable Object category) {
    filter(action, "", category);
  }

  /** {@code filterwarnings(action, message, category)}. */
  public static void filter(String action, String message, @Nullable Object category) {
    if (!ACTIONS.contains(action)) {
      throw new Errors.AssertionError("invalid action: " + Py.repr(action));
    }
    Regex pattern = message.isEmpty() ? null : Regex.compile(message, Regex.IGNORECASE);
    current.filters.add(0, new Filter(action, pattern, category));
  }

  /** {@code resetwarnings()}. */
  public static void forget() {
    current.filters.clear();
  }

  /** {@code catch_warnings(record=, action=, category=)}. */
  public static ContextManager<List<WarningMessage>> catching(
      boolean records, @Nullable String action, @Nullable Object category) {
    State before = current;
    State inside = new State();
    inside.filters.addAll(before.filters);
    inside.record = records ? new PyList<>() : before.record;
    return new ContextManager<>() {
      @Override
      public List<WarningMessage> enter() {
        current = inside;
        if (action != null) {
          filter(action, category);
        }
        return records ? inside.record : Py.<List<WarningMessage>>cast(null);
      }

      @Override
      public boolean exit(@Nullable Throwable raised) {
        current = before;
        return false;
      }
    };
  }

  /** {@code warn(message, category)}. */
  public static void warn(@Nullable Object message, @Nullable Object category) {
    Object kind =
        message instanceof Throwable w
            ? PyType.ofValue(w)
            : category == null ? PyType.of(Errors.UserWarning.class) : category;
    Throwable warning =
        message instanceof Throwable w ? w : (Throwable) Py.<Object>cast(Dyn.call(kind, message));
    String text = Py.str(warning);
    StackTraceElement place = place();
    String action = action(text, kind);
    String once =
        switch (action) {
          case "once" -> text + kind;
          case "module" -> text + kind + place.getFileName();
          case "default" -> text + kind + place;
          default -> "";
        };
    if (action.equals("error")) {
      throw Exceptions.raise(warning);
    }
    if (action.equals("ignore") || (!once.isEmpty() && !current.told.add(once))) {
      return;
    }
    List<WarningMessage> record = current.record;
    String file = String.valueOf(place.getFileName());
    WarningMessage told = new WarningMessage(warning, kind, file, place.getLineNumber());
    if (record != null) {
      record.add(told);
    } else {
      TextStream.err(told.text());
    }
  }

  private static String action(String text, Object kind) {
    for (Filter filter : current.filters) {
      if (filter.fits(text, kind)) {
        return filter.action;
      }
    }
    return "default";
  }

  /** The innermost place of the program itself. */
  private static StackTraceElement place() {
    return StackWalker.getInstance()
        .walk(frames ->
            frames
                .filter(f -> !f.getClassName().matches("(java|jdk|dev\\.weft)\\..*"))
                .map(StackWalker.StackFrame::toStackTraceElement)
                .findFirst()
                .orElse(new StackTraceElement("", "", "<unknown>", 0)));
  }
}
