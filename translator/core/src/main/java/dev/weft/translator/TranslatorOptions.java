package dev.weft.translator;

import java.util.Map;

/**
 * Settings of a translation.
 *
 * @param signatures further signature files, their texts by their names; what they declare can be
 *     imported beside the translator's own library
 * @param isLibrary whether a host loads the first module, and nothing starts it: its class then has
 *     {@code load()}, which runs the module's code once, and {@code members()}, the module's
 *     classes by their names
 */
public record TranslatorOptions(Map<String, String> signatures, boolean isLibrary) {
  /** Programs, with the translator's own library. */
  public static final TranslatorOptions DEFAULT = new TranslatorOptions(Map.of(), false);

  /** Settings of these parts; the map is copied. */
  public TranslatorOptions {
    signatures = Map.copyOf(signatures);
  }

  /** These, with further signatures. */
  public TranslatorOptions withSignatures(Map<String, String> texts) {
    return new TranslatorOptions(texts, isLibrary);
  }

  /** These, for a module that a host loads. */
  public TranslatorOptions asLibrary() {
    return new TranslatorOptions(signatures, true);
  }
}
