import math
import statistics
from fractions import Fraction

print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
print(math.sqrt(2), math.pow(2, 0.5), math.exp(1), math.expm1(1e-10), math.log1p(1e-10))
print(math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.7), math.fmod(-7, 3), math.modf(3.25))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(2), math.atan2(1, -1))
print(math.sinh(1), math.tanh(1), math.degrees(math.pi), math.radians(180))
print(math.gcd(48, 36), math.gcd(12, 18, 27), math.lcm(4, 6), math.factorial(20), math.factorial(25))
print(math.comb(10, 3), math.perm(5, 2), math.isqrt(99), math.hypot(3, 4), math.dist([0, 0], [1, 1]))
print(math.prod([1, 2, 3, 4]), math.fsum([0.1] * 10), sum([0.1] * 10))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isfinite(1e308), math.isnan(math.nan))
print(math.copysign(3, -0.0), math.frexp(8.5), math.ldexp(0.5, 4), math.ulp(1.0), math.nextafter(1, 2))
try:
    math.sqrt(-1)
except ValueError as e:
    print(e)
try:
    math.log(0)
except ValueError as e:
    print(e)
print(math.sumprod([1, 2, 3], [4, 5, 6]))

data = [2.5, 3.25, 5.5, 11.0, 11.5]
print(statistics.mean(data), statistics.median(data), statistics.fmean(data))
print(statistics.mean([1, 2, 3, 4]), statistics.median([1, 3, 5, 7]), statistics.mode(["a", "b", "a"]))
print(statistics.stdev(data), statistics.pstdev(data), statistics.variance(data), statistics.pvariance([1, 2, 3, 4]))
print(statistics.quantiles(range(1, 10), n=4), statistics.median_low([1, 3, 5, 7]), statistics.median_high([1, 3, 5, 7]))
print(statistics.multimode("aabbc"), statistics.harmonic_mean([40, 60]), statistics.geometric_mean([1, 10, 100]))
print(statistics.correlation([1, 2, 3], [2, 4, 7]))
try:
    statistics.mean([])
except statistics.StatisticsError as e:
    print(e)
f = Fraction(3, 4) + Fraction(1, 6)
print(f, f * 2, f.numerator, f.denominator, float(f), Fraction("0.125"), f > Fraction(1, 2), repr(f))

for action in (
    lambda: math.exp(1000),
    lambda: math.expm1(1000),
    lambda: math.exp2(5000),
    lambda: math.sinh(-1000),
    lambda: math.cosh(1000),
    lambda: math.log10(-1),
    lambda: math.log10(0),
    lambda: math.exp(float("inf")),
    lambda: math.exp(-1000),
):
    try:
        print(action())
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
