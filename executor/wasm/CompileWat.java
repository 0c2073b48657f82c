import com.dylibso.chicory.wabt.Wat2Wasm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiles each module in the text format in a directory to the binary format beside it, unless
 * that is newer.
 */
final class CompileWat {
  private CompileWat() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    List<Path> sources;
    try (Stream<Path> files = Files.list(directory)) {
      sources = files.filter(file -> file.toString().endsWith(".wat")).sorted().toList();
    }
    for (Path source : sources) {
      Path target = Path.of(source.toString().replaceFirst("\\.wat$", ".wasm"));
      if (!Files.exists(target)
          || Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(source)) < 0) {
        Path whole = Path.of(target + "." + ProcessHandle.current().pid() + ".part");
        Files.write(whole, Wat2Wasm.parse(Files.readString(source)));
        Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
