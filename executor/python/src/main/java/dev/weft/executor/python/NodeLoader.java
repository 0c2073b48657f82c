package dev.weft.executor.python;

import com.dylibso.chicory.wasm.WasmModule;
import dev.weft.executor.NodeType.Report;
import dev.weft.executor.PipelineException;
import dev.weft.executor.wasm.Grants;
import dev.weft.executor.wasm.Guest;
import dev.weft.executor.wasm.GuestException;
import dev.weft.executor.wasm.GuestLimits;
import dev.weft.executor.wasm.Sandbox;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Loads the code of nodes, once for each content of it. Thread-safe. */
final class NodeLoader {
  /** A base, once it is there. */
  private record Base(String id, WasmModule module, MemoryImage memory) {}

  /** What loading may take at least; an import does more than an item. */
  private static final Duration IMPORT_TIME = Duration.ofSeconds(30);

  private final PythonOptions options;
  private final ImageStore store;
  private final Map<String, LoadedNode> loaded = new ConcurrentHashMap<>();

  /** The same for all engines of this JVM. */
  private static final AtomicReference<SoftReference<@Nullable Base>> SHARED =
      new AtomicReference<>(new SoftReference<>(null));

  NodeLoader(PythonOptions options) {
    this.options = options;
    this.store = new ImageStore(options.cache());
  }

  private Base base() {
    Base made = SHARED.get().get();
    if (made == null) {
      try {
        BaseImage image = store.base();
        made = new Base(image.id(), image.parsed(), image.memory());
        SHARED.set(new SoftReference<>(made));
      } catch (IOException e) {
        throw new PipelineException("Python cannot be started: " + e.getMessage(), e);
      }
    }
    return made;
  }

  /** Loads the code of a node of a type; empty if something was reported. */
  Optional<LoadedNode> load(NodeCodeSource code, String type, Report report) {
    Base python = base();
    String key = key(python.id, code, type);
    LoadedNode known = loaded.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<LoadedNode> found =
        kept(python, key).or(() -> loadNow(python, code, type, key, report));
    found.ifPresent(it -> loaded.put(key, it));
    return found;
  }

  private static String key(String base, NodeCodeSource code, String type) {
    MessageDigest digest = ImageStore.digest();
    for (String part : List.of(base, type)) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    code.addTo(digest);
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private Optional<LoadedNode> kept(Base python, String key) {
    String name = "node-" + key;
    return store
        .read(name)
        .flatMap(content -> {
          try {
            byte[] answer = new byte[Math.min(content.getInt(), content.remaining())];
            content.get(answer);
            NodeKind kind = NodeKind.of((List<?>) FrameReader.read(answer));
            return Optional.of(
                new LoadedNode(python.module, python.memory, MemoryImage.read(content), kind));
          } catch (IOException | PipelineException | ClassCastException e) {
            store.broken(name, new IOException(e));
            return Optional.empty();
          }
        });
  }

  private Optional<LoadedNode> loadNow(
      Base python, NodeCodeSource code, String type, String key, Report report) {
    HostPipe pipe = new HostPipe();
    Map<String, Object> packages = new LinkedHashMap<>();
    code.packages()
        .forEach((name, entry) ->
            packages.put(name, new FrameWriter.Tuple(entry.origin(), entry.content())));
    byte[] frame =
        FrameWriter.tuple("load", code.module(), code.source(), code.file(), type, packages);
    GuestLimits limits = options.limits();
    if (limits.callTime().compareTo(IMPORT_TIME) < 0) {
      limits = limits.withCallTime(IMPORT_TIME);
    }
    Sandbox sandbox = Sandbox.of(limits, Grants.none());
    String name = "loading " + type;
    try (Guest guest = sandbox.guest(name, List.of(), pipe.streams())) {
      return guest.call(() -> {
        RootedFiles files = new RootedFiles(List.of(), CPython.dot());
        CPython cpython =
            CPython.restore(
                python.module, guest, files.leading(guest.wasi()), List.of(python.memory));
        byte[] answer = cpython.call(frame);
        List<?> parts = (List<?>) FrameReader.read(answer);
        if (!"node".equals(parts.getFirst())) {
          report(parts, code, type, report);
          return Optional.empty();
        }
        NodeKind kind = NodeKind.of(parts);
        MemoryImage difference = cpython.difference(python.memory);
        cpython.release();
        store.write(
            "node-" + key,
            out -> {
              out.writeInt(answer.length);
              out.write(answer);
              difference.write(out);
            });
        return Optional.of(new LoadedNode(python.module, python.memory, difference, kind));
      });
    } catch (GuestException e) {
      report.problem(
          code.field(),
          "the code could not be loaded: " + e.getMessage(),
          code.file(),
          "let it do less when it is imported, or raise the limits");
      return Optional.empty();
    } catch (PipelineException e) {
      code.reportDescription(String.valueOf(e.getMessage()), report);
      return Optional.empty();
    }
  }

  private static void report(List<?> answer, NodeCodeSource code, String type, Report report) {
    if ("missing".equals(answer.getFirst())) {
      code.reportMissing(type, (List<?>) answer.get(1), report);
    } else {
      code.reportFailure(PythonException.of(answer.get(1)), report);
    }
  }
}
