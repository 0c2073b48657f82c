package dev.weft.python;

import java.util.Map;

/** {@code os} and {@code sys} where they are about the process. */
public final class Environ {
  private static final Map<String, String> VARIABLES = new PyDict<>(System.getenv());

  private Environ() {}

  /** {@code os.environ}. */
  public static Map<String, String> variables() {
    return VARIABLES;
  }

  /** {@code os.getpid()}. */
  public static long pid() {
    return ProcessHandle.current().pid();
  }

  /** {@code os.urandom(n)}. */
  public static Bytes random(long n) {
    byte[] data = new byte[(int) n];
    new java.security.SecureRandom().nextBytes(data);
    return Bytes.wrap(data);
  }
}
