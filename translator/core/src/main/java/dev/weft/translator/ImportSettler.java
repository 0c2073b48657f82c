package dev.weft.translator;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Turns the marked names of library classes into imports and simple names. */
final class ImportSettler {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("List", "java.util"),
          Map.entry("Map", "java.util"),
          Map.entry("Set", "java.util"),
          Map.entry("ArrayList", "java.util"),
          Map.entry("ConcurrentModificationException", "java.util"),
          Map.entry("Iterator", "java.util"),
          Map.entry("Objects", "java.util"),
          Map.entry("CancellationError", "dev.weft.runtime"),
          Map.entry("Duration", "java.time"));

  private static final Set<String> JAVA_LANG =
      Set.of(
          "Math",
          "Long",
          "Double",
          "Boolean",
          "String",
          "Object",
          "Number",
          "Integer",
          "Throwable",
          "RuntimeException",
          "StackOverflowError",
          "Iterable",
          "Void",
          "Exception");

  private static final String SUPPORT_PACKAGE = "dev.weft.python";

  private ImportSettler() {}

  static String settle(String packageName, String code, ModuleInfo module) {
    Set<String> own = new TreeSet<>();
    module.classes.forEach(c -> own.add(c.javaName));
    own.add(module.className);
    Set<String> imports = new TreeSet<>();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c != Library.SUPPORT) {
        out.append(c);
        continue;
      }
      int end = i + 1;
      while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
        end++;
      }
      String name = code.substring(i + 1, end);
      if (name.equals("Errors")
          && end + 1 < code.length()
          && code.charAt(end) == '.'
          && Character.isUpperCase(code.charAt(end + 1))) {
        int stop = end + 1;
        while (stop < code.length() && Character.isJavaIdentifierPart(code.charAt(stop))) {
          stop++;
        }
        String nested = code.substring(end + 1, stop);
        if (own.contains(nested)) {
          imports.add(SUPPORT_PACKAGE + ".Errors");
          out.append("Errors.").append(nested);
        } else {
          imports.add(SUPPORT_PACKAGE + ".Errors." + nested);
          out.append(nested);
        }
        i = stop - 1;
        continue;
      }
      if (JAVA_LANG.contains(name)) {
        out.append(own.contains(name) ? "java.lang." + name : name);
      } else {
        String from = KNOWN.getOrDefault(name, SUPPORT_PACKAGE);
        if (own.contains(name)) {
          out.append(from).append('.').append(name);
        } else {
          imports.add(from + "." + name);
          out.append(name);
        }
      }
      i = end - 1;
    }
    StringBuilder whole = new StringBuilder();
    if (!packageName.isEmpty()) {
      whole.append("package ").append(packageName).append(";\n\n");
    }
    imports.forEach(name -> whole.append("import ").append(name).append(";\n"));
    return whole.append('\n').append(out).toString();
  }
}
