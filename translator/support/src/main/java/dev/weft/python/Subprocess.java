package dev.weft.python;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code asyncio.subprocess.Process}, and {@code subprocess.run}. */
@SuppressWarnings("NullAway") // None is null, also as a type argument.
public final class Subprocess {
  /** {@code PIPE}, {@code STDOUT} and {@code DEVNULL}. */
  public static final long PIPE = -1;

  public static final long STDOUT = -2;
  public static final long DEVNULL = -3;

  private final Process process;
  private final @Nullable StreamWriter stdin;
  private final @Nullable StreamReader stdout;
  private final @Nullable StreamReader stderr;
  private final Future<Long> ended;

  private Subprocess(
      Loop loop, Process process, @Nullable Long in, @Nullable Long out, @Nullable Long err) {
    this.process = process;
    this.stdin =
        in != null && in == PIPE
            ? new StreamWriter(new SocketTransport(loop, null, process.getOutputStream()))
            : null;
    this.stdout = reader(loop, out, process.getInputStream());
    this.stderr = reader(loop, err, process.getErrorStream());
    this.ended =
        loop.workers()
            .start(() -> {
              try {
                return exitCode(process.waitFor());
              } catch (InterruptedException e) {
                throw new Errors.KeyboardInterrupt();
              }
            });
  }

  private static @Nullable StreamReader reader(Loop loop, @Nullable Long mode, InputStream in) {
    if (mode == null || mode != PIPE) {
      return null;
    }
    StreamReader reader = new StreamReader(65536);
    SocketTransport.pump(loop, in, reader);
    return reader;
  }

  /** Java tells a death by signal as 128 and more; Python as less than zero. */
  private static long exitCode(int code) {
    return code > 128 && code < 160 ? 128 - code : code;
  }

  private static ProcessBuilder builder(
      List<String> command,
      @Nullable Long in,
      @Nullable Long out,
      @Nullable Long err,
      @Nullable Object directory,
      @Nullable Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectInput(
        in == null
            ? ProcessBuilder.Redirect.INHERIT
            : in == DEVNULL
                ? ProcessBuilder.Redirect.from(new java.io.File("/dev/null"))
                : ProcessBuilder.Redirect.PIPE);
    builder.redirectOutput(redirect(out));
    if (err != null && err == STDOUT) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(redirect(err));
    }
    if (directory != null) {
      builder.directory(new java.io.File(Py.str(directory)));
    }
    builder.environment().clear();
    builder.environment().putAll(environment != null ? environment : Environ.variables());
    return builder;
  }

  private static ProcessBuilder.Redirect redirect(@Nullable Long mode) {
    return mode == null
        ? ProcessBuilder.Redirect.INHERIT
        : mode == DEVNULL ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.PIPE;
  }

  private static Process begin(ProcessBuilder builder) {
    Program.out().flush();
    try {
      return builder.start();
    } catch (IOException e) {
      throw Exceptions.from(
          new Errors.FileNotFoundError(2L, "No such file or directory", builder.command().get(0)),
          e);
    }
  }

  /** {@code create_subprocess_exec(program, args)}. */
  public static Subprocess exec(
      List<?> command,
      @Nullable Long in,
      @Nullable Long out,
      @Nullable Long err,
      @Nullable Object directory,
      @Nullable Map<String, String> environment) {
    List<String> words = new ArrayList<>();
    command.forEach(word -> words.add(Py.str(word)));
    Loop loop = Loop.running();
    return new Subprocess(
        loop, begin(builder(words, in, out, err, directory, environment)), in, out, err);
  }

  /** {@code create_subprocess_shell(command)}. */
  public static Subprocess shell(
      String command,
      @Nullable Long in,
      @Nullable Long out,
      @Nullable Long err,
      @Nullable Object directory,
      @Nullable Map<String, String> environment) {
    return exec(List.of("/bin/sh", "-c", command), in, out, err, directory, environment);
  }

  /** {@code communicate(input)}. */
  @Awaited
  public Tuple2<Bytes, Bytes> communicate(@Nullable Bytes input) {
    if (stdin != null) {
      if (input != null) {
        stdin.write(input);
        stdin.drain();
      }
      stdin.close();
    }
    Bytes out = stdout == null ? null : stdout.read(-1);
    Bytes err = stderr == null ? null : stderr.read(-1);
    await();
    return new Tuple2<>(out, err);
  }

  /** {@code wait()}. */
  @Awaited
  public long await() {
    return ended.isDone() ? ended.result() : Gathering.<Long>shield(ended).await();
  }

  /** {@code returncode}. */
  @Property
  public @Nullable Long code() {
    return ended.isDone() ? ended.result() : null;
  }

  /** {@code pid}. */
  @Property
  public long pid() {
    return process.pid();
  }

  /** {@code stdin}. */
  @Property
  public @Nullable StreamWriter stdin() {
    return stdin;
  }

  /** {@code stdout}. */
  @Property
  public @Nullable StreamReader stdout() {
    return stdout;
  }

  /** {@code stderr}. */
  @Property
  public @Nullable StreamReader stderr() {
    return stderr;
  }

  /** {@code terminate()}. */
  public void terminate() {
    process.destroy();
  }

  /** {@code kill()}. */
  public void kill() {
    process.destroyForcibly();
  }

  /** What {@code subprocess.run} gives. */
  public record Completed(long code, @Nullable Object out, @Nullable Object err) {}

  /** {@code subprocess.run(command, ...)}. */
  public static Completed run(
      @Nullable Object command,
      boolean capture,
      boolean text,
      boolean shell,
      boolean check,
      @Nullable Object input) {
    List<String> words = new ArrayList<>();
    if (shell || command instanceof String) {
      words.addAll(shell ? List.of("/bin/sh", "-c", Py.str(command)) : List.of(Py.str(command)));
    } else {
      Iters.of(command).forEach(word -> words.add(Py.str(word)));
    }
    Long pipe = capture ? (Long) PIPE : null;
    Process process = begin(builder(words, PIPE, pipe, pipe, null, null));
    try {
      if (input != null) {
        process
            .getOutputStream()
            .write(
                input instanceof Bytes b
                    ? b.array()
                    : Py.str(input).getBytes(StandardCharsets.UTF_8));
      }
      process.getOutputStream().close();
      Bytes out = capture ? Bytes.wrap(process.getInputStream().readAllBytes()) : null;
      Bytes err = capture ? Bytes.wrap(process.getErrorStream().readAllBytes()) : null;
      long code = exitCode(process.waitFor());
      if (check && code != 0) {
        throw new Errors.CalledProcessError(
            "Command " + Py.repr(command) + " returned non-zero exit status " + code + ".");
      }
      return new Completed(code, decoded(out, text), decoded(err, text));
    } catch (IOException e) {
      throw Exceptions.from(Exceptions.ofIo(e, words.get(0)), e);
    } catch (InterruptedException e) {
      throw new Errors.KeyboardInterrupt();
    }
  }

  private static @Nullable Object decoded(@Nullable Bytes bytes, boolean text) {
    return bytes == null || !text ? bytes : bytes.decode("utf-8");
  }
}
