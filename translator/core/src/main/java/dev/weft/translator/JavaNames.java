package dev.weft.translator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Java names for Python's. */
final class JavaNames {
  private static final Set<String> RESERVED =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient try void volatile while true false null var record yield _")
              .split(" "));

  /** Methods that every object has. */
  private static final Set<String> OBJECT_METHODS =
      Set.of(
          "wait",
          "notify",
          "notifyAll",
          "getClass",
          "clone",
          "finalize",
          "toString",
          "hashCode",
          "equals");

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

  private JavaNames() {}

  /** {@code fetch_data} becomes {@code fetchData}; constants stay as they are. */
  static String camel(String name) {
    String bare = withoutUnderscores(Desugaring.plain(name));
    if (bare.isEmpty()) {
      return name.equals("_") ? "unused" : "u" + name.length();
    }
    if (CONSTANT.matcher(bare).matches() && (bare.length() > 1 || name.length() == 1)) {
      return bare.length() == 1 ? bare.toLowerCase(java.util.Locale.ROOT) : bare;
    }
    StringBuilder out = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c == '_') {
        upper = out.length() > 0;
      } else {
        out.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    if (!Character.isJavaIdentifierStart(out.charAt(0))) {
      out.insert(0, '_');
    }
    String result = out.toString();
    return RESERVED.contains(result) ? result + "_" : result;
  }

  private static String withoutUnderscores(String name) {
    int from = 0;
    int to = name.length();
    while (from < to && name.charAt(from) == '_') {
      from++;
    }
    while (to > from && name.charAt(to - 1) == '_') {
      to--;
    }
    return name.substring(from, to);
  }

  static String method(String name) {
    String java = camel(name);
    return OBJECT_METHODS.contains(java) ? java + "_" : java;
  }

  /** {@code my_script.py} becomes {@code MyScript}. */
  static String className(String file) {
    String base = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.py$", "");
    StringBuilder out = new StringBuilder();
    for (String part : base.split("[^A-Za-z0-9]+", -1)) {
      if (!part.isEmpty()) {
        out.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    if (out.isEmpty() || Character.isDigit(out.charAt(0))) {
      out.insert(0, "Script");
    }
    return out.toString();
  }

  /** Names that are taken in a scope. */
  static final class Pool {
    private final Set<String> taken = new HashSet<>();

    /** The names in the order in which they were given. */
    private final List<String> given = new ArrayList<>();

    private final List<String> ended = new ArrayList<>();

    private final Set<String> hidden;

    Pool() {
      this(Set.of());
    }

    /** A pool whose names must not be those of an outer scope either. */
    Pool(Set<String> hidden) {
      this.hidden = hidden;
    }

    void take(String name) {
      taken.add(name);
    }

    /** Where the names stand that will be given from now on. */
    int mark() {
      return given.size();
    }

    /**
     * The same for a block that an expression has put before its statement. Something evaluated
     * earlier may yet be kept in a variable before the block, so the names end with the statement.
     */
    void releaseLater(int mark) {
      List<String> names = given.subList(mark, given.size());
      ended.addAll(names);
      names.clear();
    }

    /** The same for the parameters of a lambda that is written. */
    void releaseLater(List<String> names) {
      given.removeAll(names);
      ended.addAll(names);
    }

    /** A statement has ended. */
    void endStatement() {
      taken.removeAll(ended);
      ended.clear();
    }

    /** The block is closed in which the names given since a mark were declared. */
    void release(int mark) {
      List<String> names = given.subList(mark, given.size());
      taken.removeAll(names);
      names.clear();
    }

    /** The block is closed in which a name was declared. */
    void release(String name) {
      given.remove(name);
      taken.remove(name);
    }

    /** Takes names again that were given back, as they are seen for longer. */
    void retake(List<String> names) {
      names.stream().filter(taken::add).forEach(given::add);
    }

    String fresh(String wanted) {
      String name = wanted;
      for (int i = 2; hidden.contains(name) || !taken.add(name); i++) {
        name = wanted + i;
      }
      given.add(name);
      return name;
    }
  }
}
