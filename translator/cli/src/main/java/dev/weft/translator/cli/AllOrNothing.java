package dev.weft.translator.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes several files so that either all are there in the end, or what was there before is. */
final class AllOrNothing {
  private AllOrNothing() {}

  /**
   * Writes the texts, in UTF-8, and makes the directories that lack.
   *
   * @throws IOException if a file cannot be written; nothing has changed then
   */
  static void write(Map<Path, String> texts) throws IOException {
    List<Path> made = new ArrayList<>();
    Map<Path, Path> staged = new LinkedHashMap<>();
    Map<Path, Path> kept = new LinkedHashMap<>();
    List<Path> placed = new ArrayList<>();
    try {
      for (Map.Entry<Path, String> text : texts.entrySet()) {
        Path target = text.getKey().toAbsolutePath();
        Path directory = Objects.requireNonNull(target.getParent());
        makeDirectories(directory, made);
        if (Files.isDirectory(target)) {
          throw new IOException(target + " is a directory, where a file should go; move it away");
        }
        Path temporary = Files.createTempFile(directory, ".weft", ".new");
        staged.put(target, temporary);
        Files.write(temporary, text.getValue().getBytes(StandardCharsets.UTF_8));
      }
      for (Map.Entry<Path, Path> entry : staged.entrySet()) {
        Path target = entry.getKey();
        if (Files.exists(target)) {
          Path old = Files.createTempFile(target.getParent(), ".weft", ".old");
          Files.move(target, old, StandardCopyOption.REPLACE_EXISTING);
          kept.put(target, old);
        }
        Files.move(entry.getValue(), target);
        placed.add(target);
      }
    } catch (IOException e) {
      undo(staged, kept, placed, made, e);
      throw e;
    }
    for (Path old : kept.values()) {
      Files.deleteIfExists(old);
    }
  }

  private static void makeDirectories(Path directory, List<Path> made) throws IOException {
    if (!Files.isDirectory(directory)) {
      if (directory.getParent() != null) {
        makeDirectories(directory.getParent(), made);
      }
      Files.createDirectory(directory);
      made.add(directory);
    }
  }

  private static void undo(
      Map<Path, Path> staged,
      Map<Path, Path> kept,
      List<Path> placed,
      List<Path> made,
      IOException failure) {
    try {
      for (Path target : placed) {
        Files.deleteIfExists(target);
      }
      for (Path temporary : staged.values()) {
        Files.deleteIfExists(temporary);
      }
      for (Map.Entry<Path, Path> old : kept.entrySet()) {
        Files.move(old.getValue(), old.getKey(), StandardCopyOption.REPLACE_EXISTING);
      }
      for (Path directory : made.reversed()) {
        Files.deleteIfExists(directory);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
