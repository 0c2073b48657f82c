# collections, math, statistics, decimal, fractions, struct, pprint.
module collections
def Counter(**kw: int) -> dict[str, int] = Counts.of({kw})
def Counter(d: dict[K, int]) -> dict[K, int] = Counts.of({d})
def OrderedDict(pairs: iter[tuple[K, V]]) -> dict[K, V] = PyDict.ordered(Dicts.ofPairs({pairs}))
def OrderedDict(d: dict[K, V]) -> dict[K, V] = PyDict.ordered({d})
def OrderedDict(**kw: V) -> dict[str, V] = PyDict.ordered({kw})
def ChainMap(*maps: dict[K, V]) -> chainmap[K, V] = ChainMap.of({maps})
class deque = deque[T]
class defaultdict = dict[K, V]
class Counter = dict[K, int]
class OrderedDict = dict[K, V]
type chainmap[K, V] = ChainMap
attr maps: list[dict[K, V]] = {self}.maps()
def get(k: any) -> V? = {self}.get({k})
def get(k: any, default: V) -> V = Dicts.getOr({self}, {k}, {default})
def items() -> iter[tuple[K, V]] = Dicts.items({self})
def keys() -> iter[K] = {self}.keySet()
def values() -> iter[V] = {self}.values()
def new_child() -> chainmap[K, V] = {self}.child()
def __getitem__(k: K) -> V = Dicts.get({self}, {k})
def __setitem__(k: K, v: V) -> None = {self}.put({k}, {v})
def __iter__() -> K = {self}.keySet()
type deque[T]
def extendleft(xs: iter[T]) -> None = {self}.extendLeft({xs})
def insert(i: int, x: T) -> None = Lists.insert({self}, {i}, {x})
def index(x: any) -> int = Lists.indexOf({self}, {x})
def copy() -> deque[T] = new Deque<>({self}, {self}.maxLength())
def reverse() -> None = Lists.reverse({self})
type dict[K, V]
def __add__(o: dict[K, V]) -> dict[K, V] = Counts.plus({self}, {o})
def __sub__(o: dict[K, V]) -> dict[K, V] = Counts.minus({self}, {o})
def __and__(o: dict[K, V]) -> dict[K, V] = Counts.both({self}, {o})
def elements() -> iter[K] = Counts.elements({self})
def total() -> num = Numbers.toNumber(Numbers.sum({self}.values(), 0L))
def subtract(other: dict[K, V]) -> None = Counts.subtract({self}, {other})
def subtract(other: iter[K]) -> None = Counts.subtract({self}, {other})
def update(**kw: V) -> None = {self}.putAll(Py.cast({kw}))
def update(pairs: iter[tuple[K, V]]) -> None = {self}.putAll(Dicts.ofPairs({pairs}))
def setdefault(k: K) -> V? = Dicts.setDefault({self}, {k}, null)
type list[T]
def index(x: any, start: int) -> int = {start} + Lists.indexOf(Lists.slice({self}, {start}, null), {x})

module math
def cbrt(x: float) -> float = Math.cbrt({x})
def expm1(x: float) -> float = Math.expm1({x})
def log1p(x: float) -> float = Math.log1p({x})
def log(x: float, base: float) -> float = PyMath.log({x}, {base})
def exp2(x: float) -> float = Math.pow(2, {x})
def fmod(x: float, y: float) -> float = PyMath.remainder({x}, {y})
def remainder(x: float, y: float) -> float = Math.IEEEremainder({x}, {y})
def modf(x: float) -> tuple[float, float] = PyMath.split({x})
def asin(x: float) -> float = PyMath.checked(Math.asin({x}))
def acos(x: float) -> float = PyMath.checked(Math.acos({x}))
def atan(x: float) -> float = Math.atan({x})
def sinh(x: float) -> float = Math.sinh({x})
def cosh(x: float) -> float = Math.cosh({x})
def tanh(x: float) -> float = Math.tanh({x})
def asinh(x: float) -> float = PyMath.asinh({x})
def acosh(x: float) -> float = PyMath.acosh({x})
def atanh(x: float) -> float = PyMath.atanh({x})
def degrees(x: float) -> float = {x} * (180.0 / Math.PI)
def radians(x: float) -> float = {x} * (Math.PI / 180.0)
def gcd(*xs: int) -> int = PyMath.gcdOf({xs})
def lcm(*xs: int) -> int = PyMath.lcmOf({xs})
def perm(n: int, k: int? = null) -> num = PyMath.permutations({n}, {k})
def hypot(*xs: float) -> float = PyMath.hypotOf({xs})
def dist(p: iter[any], q: iter[any]) -> float = PyMath.distance({p}, {q})
def fsum(xs: iter[any]) -> float = PyMath.exactSum({xs})
def sumprod(p: iter[any], q: iter[any]) -> object = PyMath.sumOfProducts({p}, {q})
def isclose(a: float, b: float, *, rel_tol: float = 1e-9, abs_tol: float = 0.0) -> bool = PyMath.isClose({a}, {b}, {rel_tol}, {abs_tol})
def isfinite(x: float) -> bool = Double.isFinite({x})
def copysign(x: float, y: float) -> float = Math.copySign({x}, {y})
def frexp(x: float) -> tuple[float, int] = PyMath.mantissa({x})
def ldexp(x: float, n: int) -> float = PyMath.scale({x}, {n})
def ulp(x: float) -> float = PyMath.ulp({x})
def nextafter(x: float, y: float) -> float = PyMath.nextAfter({x}, {y})
def gamma(x: float) -> float = Math.exp(PyMath.lgamma({x}))
def lgamma(x: float) -> float = PyMath.lgamma({x})
def erf(x: float) -> float = PyMath.erf({x})

module statistics
def fmean(xs: iter[any]) -> float = Statistics.floatMean({xs})
def median_low(xs: iter[T]) -> T = Statistics.medianAt({xs}, false)
def median_high(xs: iter[T]) -> T = Statistics.medianAt({xs}, true)
def mode(xs: iter[T]) -> T = Statistics.modes({xs}).get(0)
def multimode(xs: iter[T]) -> list[T] = Statistics.modes({xs})
def stdev(xs: iter[any]) -> float = Statistics.deviation({xs}, true)
def pstdev(xs: iter[any]) -> float = Statistics.deviation({xs}, false)
def variance(xs: iter[any]) -> object = Statistics.variance({xs}, true)
def pvariance(xs: iter[any]) -> object = Statistics.variance({xs}, false)
def quantiles(xs: iter[any], *, n: int = 4) -> list[float] = Statistics.quantiles({xs}, {n})
def harmonic_mean(xs: iter[any]) -> float = Statistics.harmonicMean({xs})
def geometric_mean(xs: iter[any]) -> float = Statistics.geometricMean({xs})
def correlation(xs: iter[any], ys: iter[any]) -> float = Statistics.correlation({xs}, {ys})

module fractions
def Fraction(a: int, b: int) -> fraction = Fraction.of({a}, {b})
def Fraction(x: any = 0L) -> fraction = Fraction.parse({x})
type fraction = Fraction
attr numerator: int = Numbers.toLong({self}.numerator())
attr denominator: int = Numbers.toLong({self}.denominator())
def limit_denominator(n: any = 0L) -> fraction = {self}
def __add__(o: any) -> fraction = {self}.add({o})
def __sub__(o: any) -> fraction = {self}.sub({o})
def __mul__(o: any) -> fraction = {self}.mul({o})
def __truediv__(o: any) -> fraction = {self}.truediv({o})
def __neg__() -> fraction = {self}.neg()

module decimal
def Decimal(x: any = 0L) -> decimal = Decimal.of({x})
const ROUND_HALF_UP: str = "HALF_UP"
const ROUND_HALF_EVEN: str = "HALF_EVEN"
const ROUND_HALF_DOWN: str = "HALF_DOWN"
const ROUND_DOWN: str = "DOWN"
const ROUND_UP: str = "UP"
const ROUND_FLOOR: str = "FLOOR"
const ROUND_CEILING: str = "CEILING"
exception InvalidOperation(ArithmeticError) = Errors.InvalidOperation
type decimal = Decimal
def quantize(x: decimal, rounding: str = "HALF_EVEN") -> decimal = {self}.quantize({x}, {rounding})
def sqrt() -> decimal = {self}.sqrt()
def is_zero() -> bool = !{self}.truthy()
def normalize() -> decimal = {self}.normalize()
def __add__(o: any) -> decimal = {self}.add({o})
def __sub__(o: any) -> decimal = {self}.sub({o})
def __mul__(o: any) -> decimal = {self}.mul({o})
def __radd__(o: any) -> decimal = {self}.add({o})
def __rmul__(o: any) -> decimal = {self}.mul({o})
def __truediv__(o: any) -> decimal = {self}.truediv({o})
def __floordiv__(o: any) -> decimal = {self}.floordiv({o})
def __mod__(o: any) -> decimal = {self}.mod({o})
def __pow__(n: int) -> decimal = {self}.pow({n})
def __neg__() -> decimal = {self}.neg()
def __abs__() -> decimal = {self}.abs()

module struct
exception struct.error(Exception) = Errors.StructError
def pack(format: str, *values: any) -> bytes = Struct.pack({format}, {values})
def unpack(format: str, data: bytes) -> vartuple[object] = Struct.unpack({format}, {data}, 0, true)
def unpack_from(format: str, data: bytes, offset: int = 0) -> vartuple[object] = Struct.unpack({format}, {data}, {offset}, false)
def calcsize(format: str) -> int = Struct.size({format})

module pprint
def pprint(x: any, *, width: int = 80, indent: any = 1L, sort_dicts: bool = true) -> None = TextStream.line(Pretty.text({x}, {width}, {sort_dicts}))
def pformat(x: any, *, width: int = 80, indent: any = 1L, sort_dicts: bool = true) -> str = Pretty.text({x}, {width}, {sort_dicts})
