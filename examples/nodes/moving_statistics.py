import math
from dataclasses import dataclass

import weft


@dataclass
class Statistics:
    """What is known of all numbers so far; Welford's way of adding one more."""

    count: int = 0
    mean: float = 0.0
    squares: float = 0.0
    smooth: float | None = None

    def add(self, number: float, weight: float) -> None:
        self.count += 1
        delta = number - self.mean
        self.mean += delta / self.count
        self.squares += delta * (number - self.mean)
        self.smooth = number if self.smooth is None else self.smooth + weight * (number - self.smooth)

    @property
    def deviation(self) -> float:
        return math.sqrt(self.squares / (self.count - 1)) if self.count > 1 else 0.0


class MovingStatistics(weft.Node):
    """Mean, deviation and smoothed value of all numbers so far; tells which are outliers."""

    params = {
        "weight": weft.Param(float, default=0.25, min=0, max=1),
        "sigmas": weft.Param(float, default=3.0, min=0),
    }

    def initialize(self):
        self.known = Statistics()

    def process(self, number):
        known = self.known
        far = abs(number - known.mean)
        outlier = known.count > 2 and far > self.config["sigmas"] * known.deviation
        known.add(number, self.config["weight"])
        return {
            "mean": round(known.mean, 6),
            "deviation": round(known.deviation, 6),
            "smooth": round(known.smooth, 6),
            "outlier": outlier,
        }
