# What belongs to the language itself: decorators, dataclasses, enums.
module builtins
def property(getter: any = null, setter: any = null, deleter: any = null) -> object = Descriptors.property({getter}, {setter}, {deleter})
def classmethod(f: any) -> object = Descriptors.classMethod({f})
def staticmethod(f: any) -> object = Descriptors.staticMethod({f})
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
def field(*, default: any = Py.ELLIPSIS, default_factory: any = Py.ELLIPSIS, init: bool = true, repr: bool = true, compare: bool = true, hash: any = null, kw_only: bool = false) -> object = DataClass.field({default}, {default_factory}, {init}, {repr}, {compare})
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
