package dev.weft.python;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** {@code decimal.Context}: how many digits results have, and how they are rounded. */
public final class DecimalContext implements Repr {
  private static final ContextVar<@Nullable DecimalContext> CURRENT =
      ContextVar.of("decimal_context", null);
  private static final DecimalContext DEFAULT = new DecimalContext(28, "ROUND_HALF_EVEN");

  /** Whether a program has asked for the context, and may have changed it. */
  private static boolean isUsed;

  private long precision;
  private String rounding;

  private DecimalContext(long precision, String rounding) {
    this.precision = precision;
    this.rounding = rounding;
  }

  /** {@code Context(prec=, rounding=)}. */
  public static DecimalContext of(@Nullable Long precision, @Nullable String rounding) {
    return new DecimalContext(
        precision == null ? 28 : precision, rounding == null ? "ROUND_HALF_EVEN" : rounding);
  }

  static DecimalContext now() {
    return isUsed ? current() : DEFAULT;
  }

  /** Forgets what an earlier program set. */
  static void reset() {
    isUsed = false;
    DEFAULT.precision = 28;
    DEFAULT.rounding = "ROUND_HALF_EVEN";
  }

  /** {@code getcontext()}. */
  public static DecimalContext current() {
    isUsed = true;
    DecimalContext own = CURRENT.get();
    return own == null ? DEFAULT : own;
  }

  /** {@code setcontext(context)}. */
  public static void current(DecimalContext context) {
    isUsed = true;
    CURRENT.set(context);
  }

  /** {@code localcontext(context, prec=, rounding=)}. */
  public static ContextManager<DecimalContext> local(
      @Nullable DecimalContext context, @Nullable Long precision, @Nullable String rounding) {
    return new ContextManager<>() {
      private @Nullable DecimalContext before;

      @Override
      public DecimalContext enter() {
        DecimalContext now = current();
        before = now;
        DecimalContext copy = context == null ? now.copy() : context.copy();
        copy.precision = precision == null ? copy.precision : precision;
        copy.rounding = rounding == null ? copy.rounding : rounding;
        current(copy);
        return copy;
      }

      @Override
      public boolean exit(@Nullable Throwable raised) {
        current(java.util.Objects.requireNonNull(before));
        return false;
      }
    };
  }

  /** {@code copy()}. */
  public DecimalContext copy() {
    return new DecimalContext(precision, rounding);
  }

  /** {@code prec}. */
  @Property
  public long precision() {
    return precision;
  }

  /** {@code prec = digits}. */
  public void precision(long digits) {
    if (digits < 1) {
      throw new Errors.ValueError("valid range for prec is [1, MAX_PREC]");
    }
    precision = digits;
  }

  /** {@code rounding}. */
  @Property
  public String rounding() {
    return rounding;
  }

  /** {@code rounding = mode}. */
  public void rounding(String mode) {
    mode(mode);
    rounding = mode;
  }

  int digits() {
    return (int) precision;
  }

  /** What Java calls a way to round; all but one have the same name. */
  static RoundingMode mode(String rounding) {
    return switch (rounding) {
      case "ROUND_HALF_EVEN" -> RoundingMode.HALF_EVEN;
      case "ROUND_HALF_UP" -> RoundingMode.HALF_UP;
      case "ROUND_HALF_DOWN" -> RoundingMode.HALF_DOWN;
      case "ROUND_DOWN" -> RoundingMode.DOWN;
      case "ROUND_UP" -> RoundingMode.UP;
      case "ROUND_FLOOR" -> RoundingMode.FLOOR;
      case "ROUND_CEILING" -> RoundingMode.CEILING;
      default ->
          throw new Errors.TypeError(
              "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                  + "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
    };
  }

  @Override
  public String repr() {
    return "Context(prec="
        + precision
        + ", rounding="
        + rounding
        + ", Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation,"
        + " DivisionByZero, Overflow])";
  }

  @Override
  public String toString() {
    return repr();
  }
}
