package dev.weft.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of one name of the library, which are only read once that name is met: a program
 * uses few of them, and its start would wait for all.
 */
final class Overloads {
  /** Of a name that is not declared. */
  static final Overloads NONE = new Overloads();

  private record Declared(String place, Supplier<Signature> signature) {
    Signature read() {
      try {
        return signature.get();
      } catch (RuntimeException e) {
        throw new IllegalStateException(place + ": " + e.getMessage(), e);
      }
    }
  }

  private final List<Declared> declared = new ArrayList<>();
  private @Nullable List<Signature> signatures;

  Overloads() {}

  void add(String place, Supplier<Signature> signature) {
    declared.add(new Declared(place, signature));
  }

  synchronized List<Signature> signatures() {
    if (signatures == null) {
      signatures = declared.stream().map(Declared::read).toList();
    }
    return signatures;
  }
}
