package dev.weft.executor.wasm;

import dev.weft.runtime.AsyncRuntime;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a guest may reach outside of its own memory; nothing unless granted. Immutable.
 *
 * {@snippet :
 * Grants grants = Grants.none().readDirectory("/data", Path.of("data")).systemClock();
 * }
 *
 * <p>Without a clock a guest sees one that starts at 1970 and moves by a microsecond with each
 * reading; without randomness, numbers that are the same in each run. There are no sockets,
 * processes or threads to be granted.
 */
public final class Grants {
  private static final Grants NONE = new Grants(Map.of(), Map.of(), null, null);

  private final Map<String, Directory> directories;
  private final Map<String, String> variables;
  private final @Nullable GuestClock clock;
  private final @Nullable RandomGenerator random;

  /** A directory of the host, and whether the guest may change what is in it. */
  record Directory(Path path, boolean writable) {}

  private Grants(
      Map<String, Directory> directories,
      Map<String, String> variables,
      @Nullable GuestClock clock,
      @Nullable RandomGenerator random) {
    this.directories = directories;
    this.variables = variables;
    this.clock = clock;
    this.random = random;
  }

  /** Nothing. */
  public static Grants none() {
    return NONE;
  }

  /** These, and the files below a directory, to be read under a name in the guest. */
  public Grants readDirectory(String name, Path directory) {
    return directory(name, new Directory(directory, false));
  }

  /** These, and the files below a directory, to be read and changed under a name in the guest. */
  public Grants writeDirectory(String name, Path directory) {
    return directory(name, new Directory(directory, true));
  }

  private Grants directory(String name, Directory directory) {
    Objects.requireNonNull(directory.path());
    return new Grants(with(directories, name, directory), variables, clock, random);
  }

  /** These, and an environment variable. */
  public Grants variable(String name, String value) {
    if (name.isEmpty() || name.indexOf('=') >= 0 || (name + value).indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "environment variable '%s': a name is not empty and has no '=', and neither it nor its value has a NUL"
              .formatted(name));
    }
    return new Grants(
        directories, with(variables, name, Objects.requireNonNull(value)), clock, random);
  }

  /** These, and the time of the machine. */
  public Grants systemClock() {
    return new Grants(directories, variables, GuestClock.SYSTEM, random);
  }

  /**
   * These, and the time of a runtime, which may be virtual, counted from an instant.
   *
   * <p>Pitfall: virtual time stands still during a call, so a guest that sleeps in one on it is
   * stopped when its time is up.
   */
  public Grants clockOf(AsyncRuntime runtime, Instant start) {
    GuestClock following = GuestClock.of(runtime, Objects.requireNonNull(start));
    return new Grants(directories, variables, following, random);
  }

  /** These, and real randomness. */
  public Grants systemRandomness() {
    return randomness(new SecureRandom());
  }

  /** These, and random numbers from a generator, which guests may share. */
  public Grants randomness(RandomGenerator generator) {
    return new Grants(directories, variables, clock, Objects.requireNonNull(generator));
  }

  private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> copy = new LinkedHashMap<>(map);
    copy.put(Objects.requireNonNull(key), value);
    return Collections.unmodifiableMap(copy);
  }

  Map<String, Directory> directories() {
    return directories;
  }

  Map<String, String> variables() {
    return variables;
  }

  /**
   * The clock for a new guest.
   *
   * @param sleep how the guest lets the time of a granted clock pass; null for the clock's own way
   */
  GuestClock clock(GuestClock.@Nullable Sleep sleep) {
    if (clock == null) {
      return GuestClock.ticking();
    }
    return sleep == null ? clock : new GuestClock(clock.wall(), clock.nanos(), sleep);
  }

  /** The numbers for a new guest. */
  RandomGenerator random() {
    return Optional.ofNullable(random).orElseGet(() -> new SplittableRandom(0));
  }
}
