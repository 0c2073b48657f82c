# collections, math, statistics, decimal, fractions, struct, pprint.
module collections
def Counter(**kw: int) -> dict[str, int] = Counts.of({kw})
def OrderedDict.fromkeys(xs: iter[K], value: V) -> dict[K, V] = PyDict.ordered(Dicts.fromKeys({xs}, {value}))
def OrderedDict.fromkeys(xs: iter[K]) -> dict[K, object] = PyDict.ordered(Dicts.fromKeys({xs}, null))
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
def new_child(m: dict[K, V]) -> chainmap[K, V] = {self}.child({m})
attr parents: chainmap[K, V] = {self}.parents()
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
def expm1(x: float) -> float = PyMath.expm1({x})
def log1p(x: float) -> float = Math.log1p({x})
def log(x: float, base: float) -> float = PyMath.log({x}, {base})
def exp2(x: float) -> float = PyMath.exp2({x})
def fmod(x: float, y: float) -> float = PyMath.remainder({x}, {y})
def remainder(x: float, y: float) -> float = Math.IEEEremainder({x}, {y})
def modf(x: float) -> tuple[float, float] = PyMath.split({x})
def asin(x: float) -> float = PyMath.checked(Math.asin({x}))
def acos(x: float) -> float = PyMath.checked(Math.acos({x}))
def atan(x: float) -> float = Math.atan({x})
def sinh(x: float) -> float = PyMath.sinh({x})
def cosh(x: float) -> float = PyMath.cosh({x})
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
def gamma(x: float) -> float = PyMath.gamma({x})
def lgamma(x: float) -> float = PyMath.lgamma({x})
def erf(x: float) -> float = PyMath.erf({x})

module statistics
def fmean(xs: iter[any]) -> float = Statistics.floatMean({xs})
def fmean(xs: iter[any], weights: any) -> float = Statistics.floatMean({xs}, {weights} == null ? null : Iters.of({weights}))
def median_low(xs: iter[T]) -> T = Statistics.medianAt({xs}, false)
def median_high(xs: iter[T]) -> T = Statistics.medianAt({xs}, true)
def mode(xs: iter[T]) -> T = Statistics.modes({xs}).get(0)
def multimode(xs: iter[T]) -> list[T] = Statistics.modes({xs})
def stdev(xs: iter[any]) -> float = Statistics.deviation({xs}, true)
def pstdev(xs: iter[any]) -> float = Statistics.deviation({xs}, false)
def variance(xs: iter[any]) -> object = Statistics.variance({xs}, true)
def pvariance(xs: iter[any]) -> object = Statistics.variance({xs}, false)
def quantiles(xs: iter[any], *, n: int = 4, method: str = "exclusive") -> list[float] = Statistics.quantiles({xs}, {n}, {method})
def covariance(xs: iter[any], ys: iter[any]) -> float = Statistics.covariance({xs}, {ys})
def harmonic_mean(xs: iter[any]) -> float = Statistics.harmonicMean({xs})
def geometric_mean(xs: iter[any]) -> float = Statistics.geometricMean({xs})
def correlation(xs: iter[any], ys: iter[any]) -> float = Statistics.correlation({xs}, {ys})

module fractions
def Fraction(a: int, b: int) -> fraction = Fraction.of({a}, {b})
def Fraction(a: num, b: num) -> fraction = Fraction.of({a}, {b})
def Fraction(a: any, b: any) -> fraction = Py.<Fraction>cast(Fraction.parse({a}).truediv(Fraction.parse({b})))
def Fraction(x: any = 0L) -> fraction = Fraction.parse({x})
type fraction = Fraction
attr numerator: num = {self}.numerator()
attr denominator: num = {self}.denominator()
def limit_denominator(max_denominator: num = 1000000L) -> fraction = {self}.limit({max_denominator})
def as_integer_ratio() -> tuple[num, num] = {self}.pair()
def is_integer() -> bool = {self}.denominator().equals(1L)
def __add__(o: fraction) -> fraction = Py.<Fraction>cast({self}.add({o}))
def __add__(o: int) -> fraction = Py.<Fraction>cast({self}.add({o}))
def __radd__(o: int) -> fraction = Py.<Fraction>cast({self}.radd({o}))
def __sub__(o: fraction) -> fraction = Py.<Fraction>cast({self}.sub({o}))
def __sub__(o: int) -> fraction = Py.<Fraction>cast({self}.sub({o}))
def __rsub__(o: int) -> fraction = Py.<Fraction>cast({self}.rsub({o}))
def __mul__(o: fraction) -> fraction = Py.<Fraction>cast({self}.mul({o}))
def __mul__(o: int) -> fraction = Py.<Fraction>cast({self}.mul({o}))
def __rmul__(o: int) -> fraction = Py.<Fraction>cast({self}.rmul({o}))
def __truediv__(o: fraction) -> fraction = Py.<Fraction>cast({self}.truediv({o}))
def __truediv__(o: int) -> fraction = Py.<Fraction>cast({self}.truediv({o}))
def __rtruediv__(o: int) -> fraction = Py.<Fraction>cast({self}.rtruediv({o}))
def __floordiv__(o: fraction) -> num = Numbers.toNumber({self}.floordiv({o}))
def __floordiv__(o: int) -> num = Numbers.toNumber({self}.floordiv({o}))
def __mod__(o: fraction) -> fraction = Py.<Fraction>cast({self}.mod({o}))
def __mod__(o: int) -> fraction = Py.<Fraction>cast({self}.mod({o}))
def __pow__(o: int) -> fraction = Py.<Fraction>cast({self}.pow({o}))
def __neg__() -> fraction = {self}.neg()

module decimal
def Decimal(x: any = 0L) -> decimal = Decimal.of({x})
def Decimal.from_float(x: float) -> decimal = Decimal.of({x})
def getcontext() -> decimalcontext = DecimalContext.current()
def setcontext(context: decimalcontext) -> None = DecimalContext.current({context})
def localcontext(ctx: decimalcontext? = null, *, prec: int? = null, rounding: str? = null) -> manager[decimalcontext] = DecimalContext.local({ctx}, {prec}, {rounding})
def Context(prec: int? = null, rounding: str? = null) -> decimalcontext = DecimalContext.of({prec}, {rounding})
type decimalcontext = DecimalContext
attr prec: int = {self}.precision() := {self}.precision({value})
attr rounding: str = {self}.rounding() := {self}.rounding({value})
def copy() -> decimalcontext = {self}.copy()
const ROUND_HALF_UP: str = "ROUND_HALF_UP"
const ROUND_HALF_EVEN: str = "ROUND_HALF_EVEN"
const ROUND_HALF_DOWN: str = "ROUND_HALF_DOWN"
const ROUND_DOWN: str = "ROUND_DOWN"
const ROUND_UP: str = "ROUND_UP"
const ROUND_FLOOR: str = "ROUND_FLOOR"
const ROUND_CEILING: str = "ROUND_CEILING"
exception InvalidOperation(ArithmeticError) = Errors.InvalidOperation
exception DivisionByZero(ZeroDivisionError) = Errors.DivisionByZero
type decimaltuple = DecimalTuple
attr sign: int = {self}.sign()
attr digits: vartuple[int] = {self}.digits()
attr exponent: object = {self}.exponent()
type decimal = Decimal
def quantize(exp: decimal, rounding: str? = null) -> decimal = {self}.quantize({exp}, {rounding})
def sqrt() -> decimal = {self}.sqrt()
def exp() -> decimal = {self}.exp()
def ln() -> decimal = {self}.ln()
def log10() -> decimal = {self}.log10()
def is_zero() -> bool = !{self}.truthy()
def is_nan() -> bool = {self}.isNan()
def is_infinite() -> bool = {self}.isInfinite()
def is_finite() -> bool = {self}.isFinite()
def is_signed() -> bool = {self}.isSigned()
def normalize() -> decimal = {self}.normalize()
def to_integral_value(rounding: str? = null) -> decimal = {self}.toIntegral({rounding})
def to_integral(rounding: str? = null) -> decimal = {self}.toIntegral({rounding})
def as_tuple() -> decimaltuple = {self}.parts()
def as_integer_ratio() -> tuple[num, num] = {self}.ratio()
def adjusted() -> int = {self}.adjusted()
def copy_abs() -> decimal = {self}.copyAbs()
def copy_negate() -> decimal = {self}.copyNegate()
def compare(o: decimal) -> decimal = Decimal.of((long) {self}.compareTo({o}))
def __add__(o: decimal) -> decimal = Py.<Decimal>cast({self}.add({o}))
def __add__(o: int) -> decimal = Py.<Decimal>cast({self}.add({o}))
def __radd__(o: int) -> decimal = Py.<Decimal>cast({self}.radd({o}))
def __sub__(o: decimal) -> decimal = Py.<Decimal>cast({self}.sub({o}))
def __sub__(o: int) -> decimal = Py.<Decimal>cast({self}.sub({o}))
def __rsub__(o: int) -> decimal = Py.<Decimal>cast({self}.rsub({o}))
def __mul__(o: decimal) -> decimal = Py.<Decimal>cast({self}.mul({o}))
def __mul__(o: int) -> decimal = Py.<Decimal>cast({self}.mul({o}))
def __rmul__(o: int) -> decimal = Py.<Decimal>cast({self}.rmul({o}))
def __truediv__(o: decimal) -> decimal = Py.<Decimal>cast({self}.truediv({o}))
def __truediv__(o: int) -> decimal = Py.<Decimal>cast({self}.truediv({o}))
def __rtruediv__(o: int) -> decimal = Py.<Decimal>cast({self}.rtruediv({o}))
def __floordiv__(o: decimal) -> decimal = Py.<Decimal>cast({self}.floordiv({o}))
def __floordiv__(o: int) -> decimal = Py.<Decimal>cast({self}.floordiv({o}))
def __mod__(o: decimal) -> decimal = Py.<Decimal>cast({self}.mod({o}))
def __mod__(o: int) -> decimal = Py.<Decimal>cast({self}.mod({o}))
def __pow__(o: decimal) -> decimal = Py.<Decimal>cast({self}.pow({o}))
def __pow__(o: int) -> decimal = Py.<Decimal>cast({self}.pow({o}))
def __neg__() -> decimal = {self}.neg()
def __abs__() -> decimal = {self}.abs()

module math
def floor(x: fraction) -> num = {x}.floor()
def ceil(x: fraction) -> num = {x}.ceil()
def trunc(x: fraction) -> num = {x}.trunc()
def floor(x: decimal) -> num = {x}.floor()
def ceil(x: decimal) -> num = {x}.ceil()
def trunc(x: decimal) -> num = {x}.trunc()
def floor(x: num) -> num = PyMath.floor({x})
def ceil(x: num) -> num = PyMath.ceil({x})
def floor(x: any) -> object = PyMath.floorOf({x})
def ceil(x: any) -> object = PyMath.ceilOf({x})
module struct
def Struct(format: str) -> struct = new Struct({format})
type struct = Struct
attr size: int = {self}.size()
attr format: str = {self}.format()
def pack(*values: any) -> bytes = {self}.packed({values})
def unpack(data: any) -> vartuple[object] = {self}.unpack({data}, 0, true)
def unpack_from(data: any, offset: int = 0) -> vartuple[object] = {self}.unpack({data}, {offset}, false)
def iter_unpack(data: any) -> iter[vartuple[object]] = {self}.all({data})
module struct
exception struct.error(Exception) = Errors.StructError
def pack(format: str, *values: any) -> bytes = Struct.pack({format}, {values})
def unpack(format: str, data: any) -> vartuple[object] = Struct.unpack({format}, {data}, 0, true)
def unpack_from(format: str, data: any, offset: int = 0) -> vartuple[object] = Struct.unpack({format}, {data}, {offset}, false)
def iter_unpack(format: str, data: any) -> iter[vartuple[object]] = new Struct({format}).all({data})
def calcsize(format: str) -> int = Struct.size({format})

module pprint
def pprint(x: any, *, width: int = 80, sort_dicts: bool = true) -> None = TextStream.line(Pretty.text({x}, {width}, {sort_dicts}))
def pformat(x: any, *, width: int = 80, sort_dicts: bool = true) -> str = Pretty.text({x}, {width}, {sort_dicts})

module csv
exception csv.Error(Exception) = Errors.CsvError
const QUOTE_MINIMAL: int = 0L
const QUOTE_ALL: int = 1L
const QUOTE_NONNUMERIC: int = 2L
const QUOTE_NONE: int = 3L
def reader(lines: any, dialect: any = null, delimiter: str? = null, quotechar: str? = null, quoting: int = 0L, doublequote: bool = true, skipinitialspace: bool = false, lineterminator: str? = null) -> csvreader = Csv.of({dialect}, {delimiter}, {quotechar}, {quoting}, {doublequote}, {skipinitialspace}, {lineterminator}).reader({lines})
def writer(file: any, dialect: any = null, delimiter: str? = null, quotechar: str? = null, quoting: int = 0L, doublequote: bool = true, skipinitialspace: bool = false, lineterminator: str? = null) -> csvwriter = Csv.of({dialect}, {delimiter}, {quotechar}, {quoting}, {doublequote}, {skipinitialspace}, {lineterminator}).writer({file})
def DictReader(lines: any, fieldnames: any = null, restkey: str? = null, restval: any = null, dialect: any = null, delimiter: str? = null, quotechar: str? = null, quoting: int = 0L, doublequote: bool = true, skipinitialspace: bool = false, lineterminator: str? = null) -> csvdictreader = Csv.of({dialect}, {delimiter}, {quotechar}, {quoting}, {doublequote}, {skipinitialspace}, {lineterminator}).records({lines}, {fieldnames}, {restkey}, {restval})
def DictWriter(file: any, fieldnames: any, restval: any = "", extrasaction: str = "raise", dialect: any = null, delimiter: str? = null, quotechar: str? = null, quoting: int = 0L, doublequote: bool = true, skipinitialspace: bool = false, lineterminator: str? = null) -> csvdictwriter = new Csv.DictWriter(Csv.of({dialect}, {delimiter}, {quotechar}, {quoting}, {doublequote}, {skipinitialspace}, {lineterminator}).writer({file}), {fieldnames}, {restval}, {extrasaction})
type csvreader = Csv.Reader
def __iter__() -> list[str] = Py.<Iterable<List<String>>>cast({self})
def __next__() -> list[str] = Py.cast({self}.next())
attr line_num: int = {self}.lineNum()
type csvdictreader = Csv.DictReader
def __iter__() -> dict[str, str] = Py.<Iterable<Map<String, String>>>cast({self})
attr fieldnames: list[str] = {self}.names()
attr line_num: int = {self}.lineNum()
type csvwriter = Csv.Writer
def writerow(cells: any) -> int = {self}.row({cells})
def writerows(rows: any) -> None = {self}.rows({rows})
type csvdictwriter = Csv.DictWriter
attr fieldnames: list[str] = {self}.names()
def writeheader() -> int = {self}.header()
def writerow(cells: any) -> int = {self}.row({cells})
def writerows(rows: any) -> None = {self}.rows({rows})
