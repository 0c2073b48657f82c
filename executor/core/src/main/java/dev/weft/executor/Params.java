package dev.weft.executor;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of one node, checked against their declarations. Immutable. */
public final class Params {
  private final Map<String, Object> given;

  Params(Map<String, Object> given) {
    this.given = given;
  }

  /**
   * The value of a parameter: as given, or its {@linkplain Param#orElse fallback}.
   *
   * @throws NoSuchElementException if it is optional, has no fallback, and was not given
   */
  public <T> T get(Param<T> param) {
    return find(param)
        .orElseThrow(() ->
            new NoSuchElementException(
                "param '%s' was not given and has no fallback; use find()"
                    .formatted(param.name())));
  }

  /** The value of a parameter that may have been left out. */
  public <T> Optional<T> find(Param<T> param) {
    @Nullable Object value = given.get(param.name());
    return value == null ? param.fallback() : Optional.of(param.cast(value));
  }

  /** All that was given, in its order, without fallbacks. */
  public Map<String, Object> given() {
    return given;
  }
}
