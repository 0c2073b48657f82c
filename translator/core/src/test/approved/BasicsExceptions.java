package approved;

import dev.weft.python.Dicts;
import dev.weft.python.Errors.AssertionError;
import dev.weft.python.Errors.IndexError;
import dev.weft.python.Errors.KeyError;
import dev.weft.python.Errors.LookupError;
import dev.weft.python.Errors.PyException;
import dev.weft.python.Errors.RuntimeError;
import dev.weft.python.Errors.ValueError;
import dev.weft.python.Errors.ZeroDivisionError;
import dev.weft.python.Exceptions;
import dev.weft.python.Lists;
import dev.weft.python.Numbers;
import dev.weft.python.Program;
import dev.weft.python.Py;
import dev.weft.python.PyType;
import java.util.ConcurrentModificationException;
import java.util.Map;

public final class BasicsExceptions {
  private BasicsExceptions() {}

  static class AppError extends PyException {
    private static final long serialVersionUID = 1L;
    final long code;

    AppError(String message, long code) {
      super(message);
      this.code = code;
    }
  }

  static class NotFound extends AppError {
    private static final long serialVersionUID = 1L;
    final String what;

    NotFound(String what) {
      super(what + " not found", 404);
      this.what = what;
    }
  }

  static class Plain extends PyException {
    private static final long serialVersionUID = 1L;

    Plain(Object... args) {
      super(args);
    }
  }

  static Number risky(long n) {
    if (n == 0) {
      throw new ValueError("zero!");
    }
    if (n == 1) {
      throw new KeyError("k");
    }
    if (n == 2) {
      return Numbers.divide(1, 0);
    }
    if (n == 3) {
      return Lists.getLong(Lists.longs(1), 5);
    }
    if (n == 4) {
      return Numbers.parse("abc", 10);
    }
    if (n == 5) {
      throw new RuntimeError();
    }
    return n;
  }

  static String cleanup() {
    try {
      return "from try";
    } finally {
      Py.print("cleanup");
    }
  }

  public static void main(String[] args) {
    Program.main("basics_exceptions.py", args, BasicsExceptions::run);
  }

  /** The module's own code. */
  static void run() {
    for (long i = 0; i < 7; i++) {
      try {
        boolean succeeded = false;
        try {
          Py.print("ok", risky(i));
          succeeded = true;
        } catch (ValueError e) {
          Py.print("ValueError:", e);
        } catch (KeyError | IndexError e) {
          Py.print(PyType.ofValue(e).name(), e);
        } catch (ZeroDivisionError e) {
          Py.print("zde", e);
        } catch (RuntimeException e) {
          Py.print("other", PyType.ofValue(e).name(), Py.repr(e), Py.str(e).equals(""));
        }
        if (succeeded) {
          Py.print("no error");
        }
      } finally {
        Py.print("finally", i);
      }
    }
    try {
      throw new NotFound("page");
    } catch (AppError e) {
      Py.print(e, e.code, Exceptions.args(e), e instanceof NotFound, PyType.ofValue(e).name());
    }
    try {
      throw new Plain("a", 1L);
    } catch (Plain e) {
      Py.print(e, Py.repr(e), Exceptions.args(e));
    }
    try {
      try {
        throw new ValueError("inner");
      } catch (ValueError e) {
        throw Exceptions.from(new RuntimeError("outer"), e);
      }
    } catch (RuntimeError | ConcurrentModificationException e) {
      Py.print(e, "caused by", Py.repr(Exceptions.cause(e)));
    }
    Py.print(cleanup());
    try {
      try {
        throw new ValueError("again");
      } catch (ValueError e) {
        Py.print("re-raising");
        throw e;
      }
    } catch (ValueError e) {
      Py.print("caught", e);
    }
    try {
      if (1 != 2) {
        throw new AssertionError("math");
      }
    } catch (AssertionError e) {
      Py.print("assert", e);
    }
    try {
      Map<String, Long> x = Dicts.of("a", 1L);
      Dicts.get(x, "b");
    } catch (LookupError e) {
      Py.print("lookup", Py.repr(e));
    }
    Py.print("done");
  }
}
