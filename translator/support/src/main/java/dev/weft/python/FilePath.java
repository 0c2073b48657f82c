package dev.weft.python;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code pathlib.Path}, and what {@code os}, {@code os.path} and {@code shutil} do with paths. */
public record FilePath(String text) implements Repr, Comparable<FilePath> {
  /** {@code Path(parts)}. */
  public static FilePath of(@Nullable Object... parts) {
    String all = "";
    for (Object part : parts) {
      all = join(all, Py.str(part));
    }
    return new FilePath(clean(all));
  }

  private static String clean(String text) {
    List<String> kept = new ArrayList<>();
    for (String part : text.split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        kept.add(part);
      }
    }
    String joined = (text.startsWith("/") ? "/" : "") + String.join("/", kept);
    return joined.isEmpty() ? "." : joined;
  }

  /** {@code os.path.join(a, b)}. */
  public static String join(String a, String b) {
    return b.startsWith("/") || a.isEmpty() ? b : a.endsWith("/") ? a + b : a + "/" + b;
  }

  /** {@code os.path.join(parts)}. */
  public static String joinAll(@Nullable Object... parts) {
    String all = "";
    for (Object part : parts) {
      all = join(all, Py.str(part));
    }
    return all;
  }

  Path path() {
    return Path.of(text);
  }

  static Path path(@Nullable Object given) {
    return Path.of(Py.str(given));
  }

  /** {@code self / other}. */
  public FilePath truediv(@Nullable Object other) {
    return of(text, other);
  }

  /** {@code name}. */
  @Property
  public String name() {
    return base(text.equals("/") ? "" : text);
  }

  /** {@code os.path.basename(path)}. */
  public static String base(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** {@code os.path.dirname(path)}. */
  public static String directory(String path) {
    String head = path.substring(0, path.lastIndexOf('/') + 1);
    String bare = head.replaceFirst("/+$", "");
    return bare.isEmpty() ? head : bare;
  }

  /** {@code os.path.splitext(path)}. */
  public static Tuple2<String, String> splitExtension(String path) {
    int dot = path.lastIndexOf('.');
    int start = path.lastIndexOf('/') + 1;
    while (start < path.length() && path.charAt(start) == '.') {
      start++;
    }
    boolean has = dot > start;
    return has ? new Tuple2<>(path.substring(0, dot), path.substring(dot)) : new Tuple2<>(path, "");
  }

  /** {@code stem}. */
  @Property
  public String stem() {
    return name().substring(0, name().length() - suffix().length());
  }

  /** {@code suffix}: none for a name that begins or ends with its only dot. */
  @Property
  public String suffix() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot > 0 && dot < name.length() - 1 ? name.substring(dot) : "";
  }

  /** {@code suffixes}. */
  @Property
  public List<String> suffixes() {
    List<String> all = new PyList<>();
    String name = name();
    if (!name.endsWith(".")) {
      String[] parts = name.replaceFirst("^\\.+", "").split("\\.", -1);
      for (int i = 1; i < parts.length; i++) {
        all.add("." + parts[i]);
      }
    }
    return all;
  }

  /** {@code anchor} and {@code root}. */
  @Property
  public String anchor() {
    return isAbsolute() ? "/" : "";
  }

  /** {@code parent}. */
  @Property
  public FilePath parent() {
    String up = directory(text);
    return new FilePath(up.isEmpty() ? "." : up);
  }

  /** {@code parents}. */
  @Property
  public List<FilePath> parents() {
    List<FilePath> all = new PyList<>();
    FilePath at = this;
    while (!at.parent().equals(at)) {
      at = at.parent();
      all.add(at);
    }
    return all;
  }

  /** {@code parts}. */
  @Property
  public Tuple<String> parts() {
    List<String> all = new ArrayList<>();
    if (text.startsWith("/")) {
      all.add("/");
    }
    for (String part : text.split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        all.add(part);
      }
    }
    return Tuple.<String>copyOf(all);
  }

  /** {@code is_absolute()}. */
  public boolean isAbsolute() {
    return text.startsWith("/");
  }

  /** {@code with_suffix(suffix)}. */
  public FilePath withSuffix(String suffix) {
    if (suffix.contains("/")
        || suffix.equals(".")
        || (!suffix.isEmpty() && !suffix.startsWith("."))) {
      throw new Errors.ValueError("Invalid suffix " + Py.repr(suffix));
    }
    return named(stem() + suffix);
  }

  /** {@code with_name(name)}. */
  public FilePath withName(String name) {
    if (name.isEmpty() || name.contains("/") || name.equals(".")) {
      throw new Errors.ValueError("Invalid name " + Py.repr(name));
    }
    return named(name);
  }

  private FilePath named(String name) {
    if (name().isEmpty() || text.equals(".")) {
      throw new Errors.ValueError(repr() + " has an empty name");
    }
    return parent().truediv(name);
  }

  private boolean isUnder(String base) {
    return text.equals(base)
        || (base.equals(".") && !isAbsolute())
        || text.startsWith(base.endsWith("/") ? base : base + "/");
  }

  /** {@code is_relative_to(other)}. */
  public boolean isRelativeTo(@Nullable Object... other) {
    return isUnder(of(other).text);
  }

  /** {@code relative_to(other)}. */
  public FilePath relativeTo(@Nullable Object... other) {
    String base = of(other).text;
    if (!isUnder(base)) {
      throw new Errors.ValueError(Py.repr(text) + " is not in the subpath of " + Py.repr(base));
    }
    return base.equals(".")
        ? this
        : of(text.substring(Math.min(text.length(), base.length())).replaceFirst("^/", ""));
  }

  /** {@code match(pattern)}: from the right, part by part. */
  public boolean match(String pattern) {
    FilePath wanted = of(pattern);
    List<String> mine = parts();
    List<String> parts = wanted.parts();
    if (parts.isEmpty()) {
      throw new Errors.ValueError("empty pattern");
    }
    int more = mine.size() - parts.size();
    if (more < 0 || (more > 0 && wanted.isAbsolute())) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!FileNames.matches(mine.get(more + i), parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** {@code other / self}. */
  public FilePath rtruediv(@Nullable Object other) {
    return of(other, text);
  }

  /** {@code as_uri()}. */
  public String uri() {
    if (!isAbsolute()) {
      throw new Errors.ValueError("relative path can't be expressed as a file URI");
    }
    return "file://" + UrlText.quote(text, "/", false);
  }

  /** {@code resolve()} and {@code absolute()}. */
  public FilePath resolve() {
    return new FilePath(path().toAbsolutePath().normalize().toString());
  }

  /** {@code Path.cwd()} and {@code os.getcwd()}. */
  public static FilePath current() {
    return new FilePath(Path.of("").toAbsolutePath().toString());
  }

  /** {@code Path.home()}. */
  public static FilePath home() {
    return new FilePath(System.getProperty("user.home", "/"));
  }

  // The file system.

  /** {@code exists()}. */
  public boolean exists() {
    return Files.exists(path());
  }

  /** {@code is_file()}. */
  public boolean isFile() {
    return Files.isRegularFile(path());
  }

  /** {@code is_dir()}. */
  public boolean isDirectory() {
    return Files.isDirectory(path());
  }

  /** {@code is_symlink()}. */
  public boolean isLink() {
    return Files.isSymbolicLink(path());
  }

  /** {@code stat()}: the path itself, if there is something. */
  public FilePath stat() {
    io(text, () -> Files.readAttributes(path(), java.nio.file.attribute.BasicFileAttributes.class));
    return this;
  }

  /** {@code stat().st_mode}. */
  @Property
  public long mode() {
    return io(text, () -> ((Number) Files.getAttribute(path(), "unix:mode")).longValue());
  }

  /** {@code chmod(mode)}. */
  public void chmod(long mode) {
    io(text, () -> Files.setAttribute(path(), "unix:mode", (int) mode));
  }

  /** {@code symlink_to(target)}. */
  public void linkTo(@Nullable Object target) {
    io(text, () -> Files.createSymbolicLink(path(), path(target)));
  }

  /** {@code stat().st_size}. */
  @Property
  public long size() {
    return io(text, () -> Files.size(path()));
  }

  /** {@code stat().st_mtime}. */
  @Property
  public double modified() {
    return io(text, () -> Files.getLastModifiedTime(path()).toMillis() / 1e3);
  }

  /** A call that may fail as files do. */
  interface FileCall<T extends @Nullable Object> {
    T call() throws IOException;
  }

  static <T extends @Nullable Object> T io(String what, FileCall<T> call) {
    try {
      return call.call();
    } catch (IOException e) {
      throw Exceptions.from(Exceptions.ofIo(e, what), e);
    }
  }

  /** {@code read_text()}. */
  public String readText() {
    return PyFile.text(io(text, () -> Files.readAllBytes(path())));
  }

  /** {@code read_text(encoding)}. */
  public String readText(@Nullable Object encoding) {
    PyFile.utf8(encoding);
    return readText();
  }

  /** {@code write_text(text, encoding)}. */
  public long writeText(String content, @Nullable Object encoding) {
    PyFile.utf8(encoding);
    return writeText(content);
  }

  /** {@code read_bytes()}. */
  public Bytes readBytes() {
    return Bytes.wrap(io(text, () -> Files.readAllBytes(path())));
  }

  /** {@code write_text(text)}. */
  public long writeText(String content) {
    io(text, () -> Files.writeString(path(), content));
    return Strs.len(content);
  }

  /** {@code write_bytes(bytes)}. */
  public long writeBytes(Bytes content) {
    io(text, () -> Files.write(path(), content.array()));
    return content.length();
  }

  /** {@code open(mode)}. */
  public PyFile open(String mode) {
    return PyFile.open(text, mode);
  }

  /** {@code touch()}. */
  public void touch() {
    if (!exists()) {
      io(text, () -> Files.createFile(path()));
    }
  }

  /** {@code mkdir(parents, exist_ok)}. */
  public void makeDirectory(boolean parents, boolean existOk) {
    if (isDirectory()) {
      if (existOk) {
        return;
      }
      throw new Errors.FileExistsError(17L, "File exists", text);
    }
    io(
        text,
        () -> {
          if (parents && path().getParent() != null) {
            Files.createDirectories(path().getParent());
          }
          return Files.createDirectory(path());
        });
  }

  /** {@code unlink(missing_ok)}, and {@code rmdir()}. */
  public void delete(boolean missingOk) {
    if (!missingOk || exists()) {
      io(
          text,
          () -> {
            Files.delete(path());
            return text;
          });
    }
  }

  /** {@code rename(target)}. */
  public FilePath rename(@Nullable Object target) {
    io(text, () -> Files.move(path(), path(target), StandardCopyOption.REPLACE_EXISTING));
    return of(target);
  }

  /** {@code shutil.copy(from, to)}. */
  public String copy(@Nullable Object target) {
    Path to = path(target);
    Path real = Files.isDirectory(to) ? to.resolve(name()) : to;
    io(text, () -> Files.copy(path(), real, StandardCopyOption.REPLACE_EXISTING));
    return real.toString();
  }

  /** {@code iterdir()}. */
  public List<FilePath> children() {
    return io(
        text,
        () -> {
          try (Stream<Path> all = Files.list(path())) {
            return Lists.<FilePath>copy(all.map(p -> truediv(p.getFileName())).toList());
          }
        });
  }

  /** {@code os.listdir(path)}. */
  public List<String> names() {
    return Lists.<String>copy(Iters.map(FilePath::name, children()));
  }

  /** {@code glob(pattern)}, or {@code rglob}. */
  public List<FilePath> glob(String pattern, boolean deep) {
    boolean any = deep || pattern.contains("**");
    String plain = pattern.replace("**/", "");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + plain);
    return io(
        text,
        () -> {
          try (Stream<Path> all = Files.walk(path(), any ? Integer.MAX_VALUE : depth(plain))) {
            return Lists.<FilePath>copy(
                all.filter(p -> !p.equals(path()))
                    .filter(p -> matcher.matches(any ? p.getFileName() : path().relativize(p)))
                    .map(p -> truediv(path().relativize(p)))
                    .toList());
          }
        });
  }

  private static int depth(String pattern) {
    return (int) pattern.chars().filter(c -> c == '/').count() + 1;
  }

  /** {@code tempfile.mkdtemp()}. */
  public static FilePath temporary(String prefix) {
    return new FilePath(io("tmp", () -> Files.createTempDirectory(prefix)).toString());
  }

  /** {@code tempfile.TemporaryDirectory(prefix=)}. */
  public static ContextManager<String> temporaryDirectory(String prefix) {
    FilePath made = temporary(prefix);
    return new ContextManager<>() {
      @Override
      public String enter() {
        return made.text();
      }

      @Override
      public boolean exit(@Nullable Throwable raised) {
        if (made.exists()) {
          FileTree.delete(made, false);
        }
        return false;
      }
    };
  }

  @Override
  public int compareTo(FilePath other) {
    return text.compareTo(other.text);
  }

  @Override
  public String repr() {
    return "PosixPath(" + Strs.repr(text) + ")";
  }

  @Override
  public String toString() {
    return text;
  }
}
