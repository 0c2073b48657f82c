# Methods of the container types, and the modules that make them.
type list[T]
def append(x: T) -> None = {self}.add({x})
def extend(xs: iter[T]) -> None = Iters.addAll({self}, {xs})
def insert(i: int, x: T) -> None = Lists.insert({self}, {i}, {x})
def pop(i: int = ~-1) -> T = Lists.pop({self}, {i})
def remove(x: any) -> None = Lists.remove({self}, {x})
def clear() -> None = {self}.clear()
def copy() -> list[T] = Lists.copy({self})
def index(x: any) -> int = Lists.indexOf({self}, {x})
def count(x: any) -> int = Lists.count({self}, {x})
def reverse() -> None = Lists.reverse({self})
def sort(*, reverse: bool = ~false) -> None = Lists.sort({self}, {reverse})
def sort(*, key: fn[T -> K], reverse: bool = ~false) -> None = Lists.sort({self}, {key}, {reverse})

type vartuple[T] = Tuple
def index(x: any) -> int = Lists.indexOf({self}, {x})
def count(x: any) -> int = Lists.count({self}, {x})

type dict[K, V]
def get(k: any) -> V? = {self}.get({k})
def get(k: any, default: V) -> V = Dicts.getOr({self}, {k}, {default})
def items() -> iter[tuple[K, V]] = Dicts.items({self})
def keys() -> iter[K] = {self}.keySet()
def values() -> iter[V] = {self}.values()
def pop(k: any) -> V = Dicts.pop({self}, {k})
def pop(k: any, default: V) -> V = Dicts.popOr({self}, {k}, {default})
def popitem() -> tuple[K, V] = Dicts.popItem({self})
def popitem(last: bool) -> tuple[K, V] = Dicts.popFirst({self})
def move_to_end(k: K, last: bool = true) -> None = Dicts.moveToEnd({self}, {k}, {last})
def setdefault(k: K, default: V) -> V = Dicts.setDefault({self}, {k}, {default})
def update(other: dict[K, V]) -> None = {self}.putAll({other})
def clear() -> None = {self}.clear()
def copy() -> dict[K, V] = new PyDict<>({self})
def most_common(n: int? = null) -> list[tuple[K, int]] = Dicts.mostCommon({self}, {n})
def update(pairs: iter[tuple[K, V]]) -> None = {self}.putAll(Dicts.ofPairs({pairs}))
def update(other: any) -> None = Dicts.update({self}, {other})
def update(other: iter[K]) -> None = Dicts.count({self}, {other})

type set[T]
def add(x: T) -> None = {self}.add({x})
def discard(x: any) -> None = {self}.remove({x})
def remove(x: any) -> None = Sets.remove({self}, {x})
def pop() -> T = Sets.pop({self})
def clear() -> None = {self}.clear()
def copy() -> set[T] = new PySet<>({self})
def update(xs: iter[T]) -> None = Iters.addAll({self}, {xs})
def union(xs: iter[T]) -> set[T] = Sets.union({self}, {xs})
def intersection(xs: iter[any]) -> set[T] = Sets.intersection({self}, {xs})
def difference(xs: iter[any]) -> set[T] = Sets.difference({self}, {xs})
def symmetric_difference(xs: iter[T]) -> set[T] = Sets.symmetricDifference({self}, {xs})
def issubset(xs: iter[any]) -> bool = Sets.isSubset({self}, {xs})
def issuperset(xs: iter[any]) -> bool = Sets.isSubset(new PySet<>({xs}), {self})
def isdisjoint(xs: iter[any]) -> bool = Sets.isDisjoint({self}, {xs})

type range = Range
type generator[T, S] = Generator
def send(x: S) -> T = {self}.send({x})
def throw(e: Exception) -> T = {self}.raise({e})
def throw(e: any) -> T = {self}.raise({e})
attr __name__: str = {self}.name()
def close() -> None = {self}.close()
def __next__() -> T = {self}.next()

type manager[T] = ContextManager

module collections
def deque(*, maxlen: int? = null) -> deque[T] = new Deque<>(Lists.of(), {maxlen})
def deque(xs: iter[T], maxlen: int? = null) -> deque[T] = new Deque<>({xs}, {maxlen})
def defaultdict(factory: fn[-> V]) -> dict[K, V] = PyDict.withDefault({factory})
def defaultdict(factory: fn[-> V], values: dict[K, V]) -> dict[K, V] = PyDict.withDefault({factory}, {values})
def defaultdict(factory: fn[-> V], values: iter[tuple[K, V]]) -> dict[K, V] = PyDict.withDefault({factory}, Dicts.ofPairs({values}))
def Counter() -> dict[K, int] = PyDict.counter(Lists.of())
def Counter(xs: iter[K]) -> dict[K, int] = PyDict.counter({xs})
def OrderedDict() -> dict[K, V] = PyDict.ordered(new PyDict<>())

type deque[T] = Deque
def append(x: T) -> None = {self}.add({x})
def appendleft(x: T) -> None = {self}.addLeft({x})
def pop() -> T = {self}.pop()
def popleft() -> T = {self}.popLeft()
def extend(xs: iter[T]) -> None = Iters.addAll({self}, {xs})
def clear() -> None = {self}.clear()
def rotate(n: int = 1) -> None = {self}.rotate({n})
def remove(x: any) -> None = Lists.remove({self}, {x})
def count(x: any) -> int = Lists.count({self}, {x})
attr maxlen: int? = {self}.maxLength()
