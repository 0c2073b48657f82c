package dev.weft.translator;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Instance;

/** When {@code isinstance} tells more than was known. */
final class Narrowing {
  private Narrowing() {}

  static boolean narrows(Type known, Type told) {
    // An int may be of any size, or a boolean; of unknown origin it stays what it is.
    if (told == Basic.OBJECT || told == Basic.NEVER || told == Basic.INT) {
      return false;
    }
    // What has the methods of a protocol need not derive from it.
    if (told instanceof Instance i && i.type().isProtocol) {
      return false;
    }
    if (Types.opaque(known) == Basic.OBJECT) {
      return true;
    }
    return Types.strip(known) instanceof Instance a
        && told instanceof Instance b
        && b.type() != a.type()
        && b.type().isSubclassOf(a.type());
  }
}
