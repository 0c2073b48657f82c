package dev.weft.python;

/** A warning as {@code catch_warnings(record=True)} keeps it. */
public record WarningMessage(Throwable message, Object category, String filename, long lineno)
    implements Repr {
  /** As it is told on standard error. */
  String text() {
    return filename
        + ":"
        + lineno
        + ": "
        + Exceptions.typeName(message)
        + ": "
        + Py.str(message)
        + "\n";
  }

  @Override
  public String repr() {
    return "<warnings.WarningMessage " + Py.str(message) + ">";
  }
}
