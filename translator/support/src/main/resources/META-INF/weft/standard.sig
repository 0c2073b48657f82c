# Parts of the standard library.
module time
def time() -> float = Time.time()
def monotonic() -> float = Time.monotonic()
def perf_counter() -> float = Time.monotonic()
def sleep(seconds: float) -> None = Time.sleep({seconds})

module math
const pi: float = Math.PI
const e: float = Math.E
const inf: float = Double.POSITIVE_INFINITY
const nan: float = Double.NaN
const tau: float = Math.TAU
def sqrt(x: float) -> float = PyMath.sqrt({x})
def floor(x: int) -> int = Long.valueOf({x})
def floor(x: float) -> int = Numbers.truncate(Math.floor({x}))
def ceil(x: int) -> int = Long.valueOf({x})
def ceil(x: float) -> int = Numbers.truncate(Math.ceil({x}))
def trunc(x: float) -> int = Numbers.truncate({x})
def sin(x: float) -> float = Math.sin({x})
def cos(x: float) -> float = Math.cos({x})
def tan(x: float) -> float = Math.tan({x})
def atan2(y: float, x: float) -> float = Math.atan2({y}, {x})
def exp(x: float) -> float = PyMath.exp({x})
def log(x: float) -> float = PyMath.log({x})
def log2(x: float) -> float = PyMath.log2({x})
def log10(x: float) -> float = PyMath.log10({x})
def pow(x: float, y: float) -> float = PyMath.pow({x}, {y})
def fabs(x: float) -> float = Math.abs({x})
def hypot(x: float, y: float) -> float = Math.hypot({x}, {y})
def gcd(a: int, b: int) -> int = PyMath.gcd({a}, {b})
def factorial(n: int) -> num = PyMath.factorial({n})
def isqrt(n: int) -> int = PyMath.isqrt({n})
def isqrt(n: num) -> num = PyMath.isqrt({n})
def comb(n: int, k: int) -> num = PyMath.comb({n}, {k})
def isnan(x: float) -> bool = Double.isNaN({x})
def isinf(x: float) -> bool = Double.isInfinite({x})
def isclose(a: float, b: float) -> bool = PyMath.isClose({a}, {b})
def prod(xs: iter[any]) -> object = PyMath.product({xs})

module typing
markers TypeAlias TypedDict ParamSpec NewType overload runtime_checkable Hashable Concatenate Annotated Required NotRequired TypeGuard Never Text Collection MutableMapping MutableSequence Counter DefaultDict OrderedDict ChainMap AsyncContextManager ContextManager SupportsFloat SupportsInt FrozenSet AbstractSet LiteralString Unpack TypeVarTuple IO TextIO BinaryIO Reversible Container assert_never
markers Any Optional List Dict Set Tuple Callable Awaitable Coroutine Iterable Iterator AsyncIterator AsyncGenerator Generator Union TypeVar Generic Protocol Final ClassVar NamedTuple Literal Sequence Mapping TYPE_CHECKING Self NoReturn AsyncIterable Deque Type override final
def cast(type: any, x: T) -> T = {x}
module collections.abc
markers Mapping MutableMapping MutableSequence Set MutableSet Hashable Sized Container Collection Reversible KeysView ValuesView ItemsView Coroutine
markers Callable Awaitable Coroutine Iterable Iterator AsyncIterator AsyncGenerator Generator Sequence Mapping AsyncIterable
module __future__
markers annotations
module dataclasses
markers dataclass field
module enum
markers Enum IntEnum StrEnum auto unique
module abc
markers ABC abstractmethod ABCMeta
module contextlib
markers contextmanager asynccontextmanager
module functools
def reduce(f: fn[T, T -> T], xs: iter[T]) -> T = Functools.reduce({f}, {xs})
def reduce(f: fn[A, T -> A], xs: iter[T], start: A) -> A = Functools.reduce({f}, {xs}, {start})
module itertools
def count(start: int = 0, step: int = 1) -> iter[int] = Itertools.count({start}, {step})
def count(start: any, step: any = 1L) -> iter[object] = Itertools.countAny({start}, {step})
def chain(*xs: iter[T]) -> iter[T] = Itertools.chain({xs})
def cycle(xs: iter[T]) -> iter[T] = Itertools.cycle({xs})
def repeat(x: T, times: int) -> iter[T] = Lists.repeat(Lists.of({x}), {times})
module sys
const argv: list[str] = Program.arguments()
const stderr: stream = TextStream.stderr()
const stdout: stream = TextStream.stdout()
const maxsize: int = Long.MAX_VALUE
def exit(code: any = null) -> None = PySys.exit({code})
const stdin: stream = TextStream.stdout()
type stream = TextStream
def readline() -> str = {self}.readLine()
def read() -> str = {self}.read()
def isatty() -> bool = {self}.isTerminal()
def __iter__() -> str = {self}
def write(s: str) -> int = {self}.write({s})
def flush() -> None = {self}.flush()
module heapq
def heappush(heap: list[T], x: T) -> None = Heapq.push({heap}, {x})
def heappop(heap: list[T]) -> T = Heapq.pop({heap})
def heapify(heap: list[T]) -> None = Heapq.heapify({heap})
def nsmallest(n: int, xs: iter[T]) -> list[T] = Lists.slice(Lists.sorted({xs}, false), 0L, Long.valueOf({n}))
def nlargest(n: int, xs: iter[T]) -> list[T] = Lists.slice(Lists.sorted({xs}, true), 0L, Long.valueOf({n}))
module statistics
def mean(xs: iter[any]) -> object = Statistics.mean({xs})
def median(xs: iter[any]) -> object = Statistics.median({xs})

# What CPython 3.12 comes with: a program may import one of these that it makes no use of.
exists abc aifc argparse array ast asyncio atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar
exists cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib
exists contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email
exists encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc
exists genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr importlib
exists inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox mailcap marshal math
exists mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers opcode
exists operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix
exists posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re
exists readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site
exists smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
exists stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios
exists textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types
exists typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib
exists xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
