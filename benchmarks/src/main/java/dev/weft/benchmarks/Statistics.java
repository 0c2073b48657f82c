package dev.weft.benchmarks;

import java.util.List;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What is said of several samples.
 *
 * @param mean their mean
 * @param lowerQuartile what a quarter of them is below: where they are times, what else a machine
 *     does only adds to them, so that this is the same again on a busy one, and the mean is not
 * @param error half the width of its 99.9% confidence interval; 0 where that cannot be told
 */
record Statistics(double mean, double lowerQuartile, double error) {
  static Statistics of(List<Double> samples) {
    ListStatistics statistics =
        new ListStatistics(samples.stream().mapToDouble(Double::doubleValue).toArray());
    double error = samples.size() < 3 ? 0 : statistics.getMeanErrorAt(0.999);
    return new Statistics(
        statistics.getMean(), statistics.getPercentile(25), Double.isNaN(error) ? 0 : error);
  }
}
