package dev.weft.translator.parser;

import java.util.List;

/**
 * A parsed source file.
 *
 * @param file its name, for diagnostics
 * @param source its text
 */
public record SourceModule(String file, String source, List<Stmt> body, List<Comment> comments) {

  /** A line of the source, from 1; empty beyond the end. */
  public String line(int number) {
    return source.lines().skip(number - 1L).findFirst().orElse("");
  }
}
