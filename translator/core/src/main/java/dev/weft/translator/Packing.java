package dev.weft.translator;

import static dev.weft.translator.Lowering.support;

import dev.weft.translator.Type.Basic;
import dev.weft.translator.Type.Generic;

/** Lists of ints, floats and bools, which the support library keeps in arrays of primitives. */
final class Packing {
  private Packing() {}

  /**
   * The factory of lists of an element type, {@code "longs"}; empty for those that hold objects.
   */
  private static String factory(Type element) {
    return switch (element) {
      case Basic.INT -> "longs";
      case Basic.FLOAT -> "doubles";
      case Basic.BOOL -> "booleans";
      default -> "";
    };
  }

  /** Whether lists of an element type are packed. */
  static boolean applies(Type element) {
    return !factory(element).isEmpty();
  }

  /** A list of some elements. */
  static String of(Type element, String items) {
    return support("Lists") + "." + factory(element) + "(" + items + ")";
  }

  /** An empty list. */
  static String empty(Type element) {
    return applies(element) ? of(element, "") : "new " + support("PyList") + "<>()";
  }

  /** An element, by its index. */
  static JavaExpr get(Type container, String args, Type element) {
    if (container instanceof Generic g && g.name().equals("list") && applies(element)) {
      String type = element == Basic.INT ? "Long" : element == Basic.FLOAT ? "Double" : "Boolean";
      return JavaExpr.primary(support("Lists") + ".get" + type + "(" + args + ")", element);
    }
    return JavaExpr.boxed(support("Lists") + ".get(" + args + ")", element);
  }
}
