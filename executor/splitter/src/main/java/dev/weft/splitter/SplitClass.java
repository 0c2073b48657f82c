package dev.weft.splitter;

import java.util.Map;
import java.util.Set;

/**
 * What became of a class.
 *
 * @param classes the class files by internal name: the class itself and those beside it
 * @param split the methods that were split, as name and descriptor
 * @param refused the methods that are too long and stay so, each with the reason
 */
public record SplitClass(
    Map<String, byte[]> classes, Set<String> split, Map<String, String> refused) {}
