package dev.weft.benchmarks;

import java.util.List;

/**
 * One number of one contender in one case.
 *
 * @param group what the case belongs to, such as {@code Channel}
 * @param name the case, such as {@code rendezvous}
 * @param contender who did it, such as {@code Weft, event loop}
 * @param value the number
 * @param error half the width of the 99.9% confidence interval, or 0 where there is none
 * @param unit of both
 * @param samples the single measurements, for the raw file
 */
record Measurement(
    String group,
    String name,
    String contender,
    double value,
    double error,
    String unit,
    List<Double> samples) {}
