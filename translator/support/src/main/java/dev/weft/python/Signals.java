package dev.weft.python;

/** {@code signal.Signals}: the numbers of signals on Linux, with their names. */
public enum Signals implements PyEnum {
  SIGHUP(1),
  SIGINT(2),
  SIGQUIT(3),
  SIGKILL(9),
  SIGUSR1(10),
  SIGUSR2(12),
  SIGPIPE(13),
  SIGALRM(14),
  SIGTERM(15),
  SIGCHLD(17);

  private final long number;

  Signals(long number) {
    this.number = number;
  }

  @Override
  public Long value() {
    return number;
  }

  /** As an {@code IntEnum} prints. */
  @Override
  public boolean isValue() {
    return true;
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
