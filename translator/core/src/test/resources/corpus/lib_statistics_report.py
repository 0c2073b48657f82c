import random
import statistics
from collections import defaultdict

random.seed(99)
samples = defaultdict(list)
for _ in range(200):
    group = random.choice(["north", "south", "east"])
    base = {"north": 10, "south": 20, "east": 15}[group]
    samples[group].append(random.gauss(base, 3))
for group in sorted(samples):
    values = samples[group]
    print(f"{group:<6} n={len(values):>3} mean={statistics.mean(values):6.2f} sd={statistics.stdev(values):5.2f} "
          f"median={statistics.median(values):6.2f} min={min(values):6.2f} max={max(values):6.2f}")
q = statistics.quantiles([v for vs in samples.values() for v in vs], n=4)
print([round(x, 3) for x in q])
histogram = [0] * 6
for v in samples["north"]:
    histogram[min(5, max(0, int(v // 4)))] += 1
for i, count in enumerate(histogram):
    print(f"{i * 4:>2}-{i * 4 + 3:<3} {'#' * count}")
