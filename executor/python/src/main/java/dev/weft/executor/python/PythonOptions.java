package dev.weft.executor.python;

import dev.weft.executor.wasm.Grants;
import dev.weft.executor.wasm.GuestLimits;
import dev.weft.runtime.AsyncRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * How Python nodes are run: where their code is looked for, how much they may use, and what they
 * may reach of the host, which is nothing unless granted. Immutable.
 */
public final class PythonOptions {

  /**
   * Code relative to the working directory, no cache, the limits of {@link GuestLimits#DEFAULT},
   * nothing granted.
   */
  public static final PythonOptions DEFAULT =
      new PythonOptions(
          Path.of(""),
          Optional.empty(),
          GuestLimits.DEFAULT,
          List.of(),
          Map.of(),
          false,
          OptionalLong.empty());

  /** What a node sees as the time when it starts, unless it is granted the system's. */
  private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

  private final Path base;
  private final Optional<Path> cache;
  private final GuestLimits limits;
  private final List<Directory> directories;
  private final Map<String, String> variables;
  private final boolean clock;
  private final OptionalLong seed;

  private record Directory(Path path, boolean writable) {}

  private PythonOptions(
      Path base,
      Optional<Path> cache,
      GuestLimits limits,
      List<Directory> directories,
      Map<String, String> variables,
      boolean clock,
      OptionalLong seed) {
    this.base = base;
    this.cache = cache;
    this.limits = limits;
    this.directories = directories;
    this.variables = variables;
    this.clock = clock;
    this.seed = seed;
  }

  /** These, with files of code relative to a directory. */
  public PythonOptions base(Path directory) {
    return new PythonOptions(
        Objects.requireNonNull(directory), cache, limits, directories, variables, clock, seed);
  }

  /**
   * These, with a directory that keeps what makes the next start quick. It is made if need be, may
   * be shared and may be deleted at any time.
   */
  public PythonOptions cache(Path directory) {
    return new PythonOptions(
        base, Optional.of(directory), limits, directories, variables, clock, seed);
  }

  /** These, with other limits, which hold for each node. */
  public PythonOptions limits(GuestLimits value) {
    return new PythonOptions(
        base, cache, Objects.requireNonNull(value), directories, variables, clock, seed);
  }

  /** These, and the files below a directory, to be read under its absolute path. */
  public PythonOptions allowRead(Path directory) {
    return allow(new Directory(directory.toAbsolutePath().normalize(), false));
  }

  /** These, and the files below a directory, to be read and changed under its absolute path. */
  public PythonOptions allowWrite(Path directory) {
    return allow(new Directory(directory.toAbsolutePath().normalize(), true));
  }

  private PythonOptions allow(Directory directory) {
    List<Directory> more = new ArrayList<>(directories);
    more.add(directory);
    return new PythonOptions(base, cache, limits, List.copyOf(more), variables, clock, seed);
  }

  /** These, and a variable in the environment. */
  public PythonOptions allowVariable(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(variables);
    more.put(Objects.requireNonNull(name), Objects.requireNonNull(value));
    return new PythonOptions(
        base, cache, limits, directories, Collections.unmodifiableMap(more), clock, seed);
  }

  /** These, and the system's clock. */
  public PythonOptions allowClock() {
    return new PythonOptions(base, cache, limits, directories, variables, true, seed);
  }

  /** These, with random numbers that are the same in each run. */
  public PythonOptions seed(long value) {
    return new PythonOptions(
        base, cache, limits, directories, variables, clock, OptionalLong.of(value));
  }

  /** Where files of code are looked for; see {@link #base(Path)}. */
  public Path base() {
    return base;
  }

  /** Where what makes the next start quick is kept; see {@link #cache(Path)}. */
  public Optional<Path> cache() {
    return cache;
  }

  /** What a node may use; see {@link #limits(GuestLimits)}. */
  public GuestLimits limits() {
    return limits;
  }

  Map<String, String> variables() {
    return variables;
  }

  /** Where the granted directories are in the guest, in the order of the grants. */
  List<String> paths() {
    return directories.stream().map(it -> inGuest(it.path)).distinct().toList();
  }

  private static String inGuest(Path path) {
    StringBuilder text = new StringBuilder();
    path.forEach(name -> text.append('/').append(name));
    return text.toString();
  }

  /** The time of day that a node on a runtime sees, from now on. */
  public Supplier<Instant> timeOfDay(AsyncRuntime runtime) {
    if (clock) {
      return Instant::now;
    }
    Duration origin = runtime.now();
    return () -> START.plus(runtime.now().minus(origin));
  }

  /** What a node on a runtime is granted. */
  Grants grants(AsyncRuntime runtime) {
    Grants grants = Grants.none();
    for (Directory directory : directories) {
      String name = inGuest(directory.path);
      grants =
          directory.writable
              ? grants.writeDirectory(name, directory.path)
              : grants.readDirectory(name, directory.path);
    }
    grants = clock ? grants.systemClock() : grants.clockOf(runtime, START);
    return seed.isPresent()
        ? grants.randomness(new SplittableRandom(seed.getAsLong()))
        : grants.systemRandomness();
  }
}
