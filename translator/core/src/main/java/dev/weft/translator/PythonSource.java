package dev.weft.translator;

/**
 * A Python module to translate.
 *
 * @param module its dotted name, by which others import it
 * @param file its name, for diagnostics and for {@code sys.argv[0]}
 * @param text its source
 */
public record PythonSource(String module, String file, String text) {}
