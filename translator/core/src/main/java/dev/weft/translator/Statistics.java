package dev.weft.translator;

import java.util.ArrayList;
import java.util.List;

/** Counts how many expressions became concrete Java and lists the ones that did not. */
final class Statistics {
  private int concrete;
  private final List<String> dynamic = new ArrayList<>();

  void concrete() {
    concrete++;
  }

  void dynamic(int line, String what) {
    dynamic.add("line " + line + ": " + what);
  }

  int concreteCount() {
    return concrete;
  }

  int dynamicCount() {
    return dynamic.size();
  }

  List<String> dynamicPlaces() {
    return dynamic;
  }
}
