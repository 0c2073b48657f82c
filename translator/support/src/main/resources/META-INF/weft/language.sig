# What belongs to the language itself: decorators, dataclasses, enums.
module builtins
def property(getter: any = null, setter: any = null, deleter: any = null) -> object = Descriptors.property({getter}, {setter}, {deleter})
def classmethod(f: any) -> object = Descriptors.classMethod({f})
def staticmethod(f: any) -> object = Descriptors.staticMethod({f})
def isinstance(value: any, type: any) -> bool = Py.isInstance({value}, {type})
def issubclass(type: any, base: any) -> bool = Py.isSubclass({type}, {base})
def vars(x: any) -> dict[str, object] = Py.cast(Dyn.get({x}, "__dict__"))

const NotImplemented: object = Py.NOT_IMPLEMENTED

module abc
def abstractmethod(f: any) -> object = Descriptors.abstractMethod({f})

module functools
markers wraps lru_cache cache
def cached_property(f: any) -> object = Descriptors.cached({f})
def wraps(f: any) -> object = Functools.wraps({f})

module dataclasses
def field(*, default: any = Py.ELLIPSIS, default_factory: any = Py.ELLIPSIS, init: bool = true, repr: bool = true, compare: bool = true, kw_only: bool = false) -> object = DataClass.field({default}, {default_factory}, {init}, {repr}, {compare}, {kw_only})
def is_dataclass(x: any) -> bool = DataClass.isOne({x})
def asdict(x: any) -> dict[str, object] = DataClass.asDict({x})
def astuple(x: any) -> object = DataClass.asTuple({x})
def fields(x: any) -> list[object] = DataClass.fields({x})
markers replace

module sys
const version_info: tuple[int, int, int] = new Tuple3<>(3L, 12L, 1L)
module builtins
async def anext(xs: asyncgen[T, S], default: T) -> T = {xs}.nextOr({default})
def complex(real: any = 0L, imag: any = 0L) -> object = Complex.of({real}, {imag})
def __flags__(name: str, isInt: bool) -> object = Flags.of({name}, {isInt})
module enum
markers Flag IntFlag EnumMeta EnumType member
module collections
markers namedtuple
module builtins
type num
def bit_length() -> int = Numbers.bitLength({self})
type float
def bit_length() -> int = Numbers.bitLength({self})
module functools
markers total_ordering
module sys
const platform: str = "linux"
module builtins
const object: object = PyClass.OBJECT
def iter(f: fn[-> T], sentinel: any) -> iter[T] = Iters.until({f}, {sentinel})
def iter(x: any) -> object = Iters.anyIterator({x})
def aiter(x: any) -> object = AsyncIterators.iterator({x})
async def anext(x: any) -> object = AsyncIterators.next({x})
async def anext(x: any, default: any) -> object = AsyncIterators.nextOr({x}, {default})
def map(f: fn[A, B -> R], a: iter[A], b: iter[B]) -> iter[R] = Iters.map({f}, {a}, {b})
def map(f: fn[A, B, C -> R], a: iter[A], b: iter[B], c: iter[C]) -> iter[R] = Iters.map({f}, {a}, {b}, {c})
def map(f: any, xs: any) -> iter[object] = Iters.map(Calls.fn1({f}), Iters.of({xs}))
def filter(f: None, xs: iter[A]) -> iter[A] = Iters.filterTrue({xs})
def filter(f: any, xs: any) -> iter[object] = Iters.filter(Calls.fn1({f}), Iters.of({xs}))
def delattr(x: any, name: str) -> None = Dyn.deleteAttribute({x}, {name})
def setattr(x: any, name: any, value: any) -> None = Dyn.set({x}, Py.str({name}), {value})
def getattr(x: any, name: any) -> object = Dyn.get({x}, Py.str({name}))
def getattr(x: any, name: any, default: any) -> object = Dyn.getOr({x}, Py.str({name}), {default})
def hasattr(x: any, name: any) -> bool = Dyn.hasAttribute({x}, Py.str({name}))
def dir(x: any) -> list[str] = Dyn.names({x})
def sorted(xs: any, *, key: any = null, reverse: any = false) -> list[object] = Lists.sortedBy({xs}, {key}, {reverse})
def abs(x: any) -> object = Ops.abs({x})
def divmod(a: num, b: num) -> tuple[num, num] = Numbers.divmodOf({a}, {b})
def divmod(a: any, b: any) -> object = Ops.divmod({a}, {b})
def round(x: int, digits: int) -> int = Numbers.roundTo({x}, {digits})
def round(x: any) -> object = Ops.round({x}, null)
def round(x: any, digits: any) -> object = Ops.round({x}, {digits})
def pow(a: num, b: int, m: num) -> num = Numbers.powMod({a}, {b}, {m})
def dict(pairs: iter[list[T]]) -> dict[T, T] = Dicts.ofLists({pairs})
def dict(pairs: any) -> dict[object, object] = Py.cast(PyType.builtin("dict").apply({pairs}))
def frozenset() -> frozenset[T] = PySet.frozen(Lists.of())
module sys
def setrecursionlimit(n: int) -> None = Py.truth({n})
def getrecursionlimit() -> int = Long.valueOf(1000)
module typing
markers runtime_checkable TypeAlias NewType cast Type Counter OrderedDict DefaultDict NamedTuple ParamSpec Concatenate Required NotRequired TypedDict overload AnyStr Text IO Hashable Sized Container Collection Reversible SupportsInt AsyncContextManager ContextManager assert_never assert_type LiteralString Never Unpack TypeGuard
module builtins
def max(*xs: T, key: fn[T -> K]) -> T = Iters.max(Lists.of({xs}), {key})
def min(*xs: T, key: fn[T -> K]) -> T = Iters.min(Lists.of({xs}), {key})
def slice(stop: any) -> object = new Slice(null, {stop}, null)
def slice(start: any, stop: any, step: any = null) -> object = new Slice({start}, {stop}, {step})
module dataclasses
module typing
def cast(type: any, x: T) -> T = {x}
type coro[T]
def __await__() -> coro[T] = {self}
type set[T]
def update(a: iter[T], b: iter[T]) -> None = Iters.addAll({self}, Calls.positional({a}, {b}))
type str
# Library classes that programs derive from, as classes made at run time.
module builtins
root dict = Inherited.DICT
root list = Inherited.LIST
root set = Inherited.SET
root int = InheritedValues.INT
root float = InheritedValues.FLOAT
root str = InheritedValues.STR
root tuple = InheritedValues.TUPLE
def int.__new__(cls: any, *args: any) -> object = InheritedValues.make("int", {cls}, {args})
def float.__new__(cls: any, *args: any) -> object = InheritedValues.make("float", {cls}, {args})
def str.__new__(cls: any, *args: any) -> object = InheritedValues.make("str", {cls}, {args})
def tuple.__new__(cls: any, *args: any) -> object = InheritedValues.make("tuple", {cls}, {args})
module collections
root OrderedDict = Inherited.ORDERED_DICT
root defaultdict = Inherited.DEFAULT_DICT
root UserDict = UserCollections.DICT
root UserList = UserCollections.LIST
root UserString = UserCollections.STRING
def UserDict(*args: any, **named: any) -> object = UserCollections.make(UserCollections.DICT, {named}, {args})
def UserList(*args: any, **named: any) -> object = UserCollections.make(UserCollections.LIST, {named}, {args})
def UserString(*args: any, **named: any) -> object = UserCollections.make(UserCollections.STRING, {named}, {args})
module contextlib
root ContextDecorator = AbstractBases.of("ContextDecorator")
module collections.abc
root Hashable = AbstractBases.of("Hashable")
root Sized = AbstractBases.of("Sized")
root Container = AbstractBases.of("Container")
root Callable = AbstractBases.of("Callable")
root Iterable = AbstractBases.of("Iterable")
root Iterator = AbstractBases.of("Iterator")
root Reversible = AbstractBases.of("Reversible")
root Collection = AbstractBases.of("Collection")
root Sequence = AbstractBases.of("Sequence")
root MutableSequence = AbstractBases.of("MutableSequence")
root Set = AbstractBases.of("Set")
root MutableSet = AbstractBases.of("MutableSet")
root Mapping = AbstractBases.of("Mapping")
root MutableMapping = AbstractBases.of("MutableMapping")
root KeysView = AbstractBases.of("KeysView")
root ItemsView = AbstractBases.of("ItemsView")
root ValuesView = AbstractBases.of("ValuesView")
module typing
root Hashable = AbstractBases.of("Hashable")
root Sized = AbstractBases.of("Sized")
root Container = AbstractBases.of("Container")
root Callable = AbstractBases.of("Callable")
root Iterable = AbstractBases.of("Iterable")
root Iterator = AbstractBases.of("Iterator")
root Reversible = AbstractBases.of("Reversible")
root Collection = AbstractBases.of("Collection")
root Sequence = AbstractBases.of("Sequence")
root MutableSequence = AbstractBases.of("MutableSequence")
root MutableSet = AbstractBases.of("MutableSet")
root Mapping = AbstractBases.of("Mapping")
root MutableMapping = AbstractBases.of("MutableMapping")
root KeysView = AbstractBases.of("KeysView")
root ItemsView = AbstractBases.of("ItemsView")
root ValuesView = AbstractBases.of("ValuesView")
root AbstractSet = AbstractBases.of("Set")
module json
root JSONEncoder = JsonEncoder.CLASS
def dumps(x: any, *, cls: any, indent: any = null, sort_keys: bool = false, ensure_ascii: bool = true, separators: any = null, default: any = null) -> str = JsonEncoder.text({x}, {cls}, {indent}, {sort_keys}, {ensure_ascii}, {separators}, {default})
module functools
def partial(f: any, *args: any, **kw: any) -> object = Functools.partial({f}, {kw}, {args})
def partialmethod(f: any, *args: any, **kw: any) -> object = Functools.partialMethod({f}, {kw}, {args})
module dataclasses
markers KW_ONLY InitVar
