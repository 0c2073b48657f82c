package dev.weft.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where and when a run took place: what one has to know to read its numbers. */
final class Machine {
  private Machine() {}

  static Map<String, String> describe(String effort) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    facts.put("run", effort);
    facts.put("processors", Runtime.getRuntime().availableProcessors() + " (" + processor() + ")");
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put(
        "JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    facts.put("flags", "--add-opens=java.base/java.lang=ALL-UNNAMED");
    facts.put("load at the start", load());
    return facts;
  }

  static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      // Not a Linux.
      return System.getProperty("os.arch");
    }
  }
}
