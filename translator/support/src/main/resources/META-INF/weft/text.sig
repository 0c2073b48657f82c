# re, json, string, textwrap, io, and more of str and bytes.
module builtins
def input(prompt: any = "") -> str = TextStream.ask({prompt})
def dict(pairs: iter[any]) -> dict[object, object] = Dicts.ofAny({pairs})
def dict(**kw: V) -> dict[str, V] = {kw}
def dict(d: dict[str, V], **kw: V) -> dict[str, V] = Dicts.union({d}, {kw})
def print(*values: any, file: stringio, sep: str? = null, end: str? = null, flush: any = true) -> None = {file}.print({sep}, {end}, {values})
def str.maketrans(a: str, b: str, c: str = "") -> dict[object, object] = TextWrap.table({a}, {b}, {c})
def str.maketrans(table: dict[A, B]) -> dict[object, object] = TextWrap.table({table})
def dict.fromkeys(xs: iter[K], value: V) -> dict[K, V] = Dicts.fromKeys({xs}, {value})
def dict.fromkeys(xs: iter[K]) -> dict[K, object] = Dicts.fromKeys({xs}, null)
def float.fromhex(s: str) -> float = Numbers.ofHex({s})
def bytes.maketrans(a: bytes, b: bytes) -> bytes = Bytes.table({a}, {b})
def bytes.fromhex(s: str) -> bytes = Bytes.ofHex({s})
def int.from_bytes(b: any, byteorder: str = "big", *, signed: bool = false) -> num = Bytes.toInt({b}, {byteorder}, {signed})
def bytes(n: int) -> bytes = Bytes.zeros({n})
def bytes(b: bytearray) -> bytes = {b}.bytes()
def bytes(b: memoryview) -> bytes = {b}.bytes()
def bytes(s: str, encoding: str) -> bytes = Bytes.encode({s}, {encoding})
def bytes(b: bytes) -> bytes = {b}
def bytes(xs: iter[any]) -> bytes = Bytes.ofValues({xs})
def bytes(x: any) -> bytes = Bytes.make({x})
def bytes() -> bytes = Bytes.of("")
def bytearray(b: bytes) -> bytearray = new ByteArray({b})
def bytearray(n: int) -> bytearray = new ByteArray(Bytes.zeros({n}))
def bytearray(s: str, encoding: str) -> bytearray = new ByteArray(Bytes.encode({s}, {encoding}))
def bytearray(b: bytearray) -> bytearray = new ByteArray({b}.bytes())
def bytearray(b: memoryview) -> bytearray = new ByteArray({b}.bytes())
def bytearray(xs: iter[any]) -> bytearray = new ByteArray(Bytes.ofValues({xs}))
def bytearray(x: any) -> bytearray = new ByteArray(Bytes.make({x}))
def bytearray() -> bytearray = new ByteArray(Bytes.of(""))
def memoryview(b: any) -> memoryview = MemoryView.of({b})
class bytearray = bytearray
class memoryview = memoryview

type bytearray = ByteArray
def extend(b: any) -> None = {self}.extend({b})
def append(n: int) -> None = {self}.append({n})
def insert(i: int, n: int) -> None = {self}.insert({i}, {n})
def pop(i: int = -1) -> int = {self}.pop({i})
def reverse() -> None = {self}.reverse()
def clear() -> None = {self}.clear()
def copy() -> bytearray = new ByteArray({self}.bytes())
def decode(encoding: str = "utf-8") -> str = {self}.bytes().decode({encoding})
def hex() -> str = {self}.bytes().hex()
def __iter__() -> int = {self}
def __getitem__(i: int) -> int = {self}.get({i})
def __setitem__(k: int, v: int) -> None = {self}.set({k}, {v})
def __delitem__(i: int) -> None = {self}.delete({i})
def __getslice__() -> bytearray = {self}.slice({lower}, {upper}, {step})
def __setslice__() -> None = {self}.setSlice({lower}, {upper}, {step}, {v})
def __delslice__() -> None = {self}.deleteSlice({lower}, {upper}, {step})

type str
def translate(table: dict[object, object]) -> str = TextWrap.translate({self}, {table})
def format(*args: any, **kw: any) -> str = Format.format({self}, Lists.of({args}), {kw})
def format_map(m: dict[str, V]) -> str = Format.format({self}, Lists.of(), {m})
def splitlines(keepends: bool) -> list[str] = Strs.lines({self}, {keepends})
def expandtabs(size: int = 8) -> str = Strs.expandTabs({self}, {size})
def rindex(part: any, start: int? = null, end: int? = null) -> int = TextArguments.rindex({self}, {part}, {start}, {end})
def istitle() -> bool = Strs.isTitle({self})
def isascii() -> bool = Strs.isAscii({self})
def isprintable() -> bool = Strs.isPrintable({self})
def encode(encoding: str, errors: str) -> bytes = Bytes.encode({self}, {encoding}, {errors})
def encode(*, errors: str) -> bytes = Bytes.encode({self}, "utf-8", {errors})

type bytes
def translate(table: bytes?, delete: bytes? = null) -> bytes = {self}.translate({table}, {delete})
def __mod__(values: any) -> bytes = Bytes.format({self}, {values})
def __mul__(n: int) -> bytes = {self}.times({n})
def strip(chars: bytes? = null) -> bytes = {self}.strip({chars})
def lstrip(chars: bytes? = null) -> bytes = {self}.lstrip({chars})
def rstrip(chars: bytes? = null) -> bytes = {self}.rstrip({chars})
def split(sep: bytes? = null, maxsplit: int = -1) -> list[bytes] = {self}.split({sep}, {maxsplit})
def rsplit(sep: bytes? = null, maxsplit: int = -1) -> list[bytes] = {self}.rsplit({sep}, {maxsplit})
def splitlines(keepends: bool = false) -> list[bytes] = {self}.splitLines({keepends})
def partition(sep: bytes) -> tuple[bytes, bytes, bytes] = {self}.partition({sep})
def rpartition(sep: bytes) -> tuple[bytes, bytes, bytes] = {self}.rpartition({sep})
def startswith(prefix: any) -> bool = {self}.startsWith({prefix})
def endswith(suffix: any) -> bool = {self}.endsWith({suffix})
def find(part: bytes) -> int = {self}.find({part})
def find(part: bytes, start: int, end: int? = null) -> int = {self}.find({part}, {start}, {end})
def rfind(part: bytes) -> int = {self}.rfind({part})
def index(part: bytes) -> int = {self}.index({part})
def count(part: any) -> int = {self}.count({part})
def upper() -> bytes = {self}.upper()
def lower() -> bytes = {self}.lower()
def title() -> bytes = {self}.title()
def capitalize() -> bytes = {self}.capitalize()
def swapcase() -> bytes = {self}.swapcase()
def isalpha() -> bool = {self}.isalpha()
def isdigit() -> bool = {self}.isdigit()
def isalnum() -> bool = {self}.isalnum()
def isspace() -> bool = {self}.isspace()
def isupper() -> bool = {self}.isupper()
def islower() -> bool = {self}.islower()
def isascii() -> bool = {self}.isascii()
def replace(a: bytes, b: bytes, count: int = -1) -> bytes = {self}.replace({a}, {b}, {count})
def removeprefix(prefix: bytes) -> bytes = {self}.removeprefix({prefix})
def removesuffix(suffix: bytes) -> bytes = {self}.removesuffix({suffix})
def join(parts: iter[any]) -> bytes = {self}.join({parts})
def ljust(width: int, fill: bytes = Bytes.of(" ")) -> bytes = {self}.ljust({width}, {fill})
def rjust(width: int, fill: bytes = Bytes.of(" ")) -> bytes = {self}.rjust({width}, {fill})
def center(width: int, fill: bytes = Bytes.of(" ")) -> bytes = {self}.center({width}, {fill})
def zfill(width: int) -> bytes = {self}.zfill({width})
def hex(sep: str) -> str = {self}.hex({sep})
def decode(encoding: str, errors: str) -> str = {self}.decode({encoding}, {errors})
def decode(*, errors: str) -> str = {self}.decode("utf-8", {errors})
def __add__(o: bytearray) -> bytes = {self}.plus({o}.bytes())

type bytearray
def __add__(o: any) -> bytearray = new ByteArray({self}.bytes().plus(Bytes.ofAny({o})))
def __iadd__(o: any) -> None = {self}.extend({o})
def __mul__(n: int) -> bytearray = new ByteArray({self}.bytes().times({n}))
def strip(chars: bytes? = null) -> bytearray = new ByteArray( {self}.bytes().strip({chars}))
def lstrip(chars: bytes? = null) -> bytearray = new ByteArray( {self}.bytes().lstrip({chars}))
def rstrip(chars: bytes? = null) -> bytearray = new ByteArray( {self}.bytes().rstrip({chars}))
def split(sep: bytes? = null, maxsplit: int = -1) -> list[bytes] = {self}.bytes().split({sep}, {maxsplit})
def rsplit(sep: bytes? = null, maxsplit: int = -1) -> list[bytes] = {self}.bytes().rsplit({sep}, {maxsplit})
def splitlines(keepends: bool = false) -> list[bytes] = {self}.bytes().splitLines({keepends})
def partition(sep: bytes) -> tuple[bytes, bytes, bytes] = {self}.bytes().partition({sep})
def rpartition(sep: bytes) -> tuple[bytes, bytes, bytes] = {self}.bytes().rpartition({sep})
def startswith(prefix: any) -> bool = {self}.bytes().startsWith({prefix})
def endswith(suffix: any) -> bool = {self}.bytes().endsWith({suffix})
def find(part: bytes) -> int = {self}.bytes().find({part})
def find(part: bytes, start: int, end: int? = null) -> int = {self}.bytes().find({part}, {start}, {end})
def rfind(part: bytes) -> int = {self}.bytes().rfind({part})
def index(part: bytes) -> int = {self}.bytes().index({part})
def count(part: any) -> int = {self}.bytes().count({part})
def upper() -> bytearray = new ByteArray( {self}.bytes().upper())
def lower() -> bytearray = new ByteArray( {self}.bytes().lower())
def title() -> bytearray = new ByteArray( {self}.bytes().title())
def capitalize() -> bytearray = new ByteArray( {self}.bytes().capitalize())
def swapcase() -> bytearray = new ByteArray( {self}.bytes().swapcase())
def isalpha() -> bool = {self}.bytes().isalpha()
def isdigit() -> bool = {self}.bytes().isdigit()
def isalnum() -> bool = {self}.bytes().isalnum()
def isspace() -> bool = {self}.bytes().isspace()
def isupper() -> bool = {self}.bytes().isupper()
def islower() -> bool = {self}.bytes().islower()
def isascii() -> bool = {self}.bytes().isascii()
def replace(a: bytes, b: bytes, count: int = -1) -> bytearray = new ByteArray( {self}.bytes().replace({a}, {b}, {count}))
def removeprefix(prefix: bytes) -> bytearray = new ByteArray( {self}.bytes().removeprefix({prefix}))
def removesuffix(suffix: bytes) -> bytearray = new ByteArray( {self}.bytes().removesuffix({suffix}))
def join(parts: iter[any]) -> bytearray = new ByteArray( {self}.bytes().join({parts}))
def ljust(width: int, fill: bytes = Bytes.of(" ")) -> bytearray = new ByteArray( {self}.bytes().ljust({width}, {fill}))
def rjust(width: int, fill: bytes = Bytes.of(" ")) -> bytearray = new ByteArray( {self}.bytes().rjust({width}, {fill}))
def center(width: int, fill: bytes = Bytes.of(" ")) -> bytearray = new ByteArray( {self}.bytes().center({width}, {fill}))
def zfill(width: int) -> bytearray = new ByteArray( {self}.bytes().zfill({width}))
def hex(sep: str) -> str = {self}.bytes().hex({sep})
def decode(encoding: str, errors: str) -> str = {self}.bytes().decode({encoding}, {errors})
def decode(*, errors: str) -> str = {self}.bytes().decode("utf-8", {errors})

type memoryview = MemoryView
attr nbytes: int = {self}.length()
attr readonly: bool = {self}.isReadOnly()
attr __enter__: memoryview = {self}
def tobytes() -> bytes = {self}.bytes()
def hex() -> str = {self}.bytes().hex()
def tolist() -> list[int] = Lists.copy({self})
def release() -> None = Py.truth({self})
def __iter__() -> int = {self}
def __getitem__(i: int) -> int = {self}.get({i})
def __setitem__(k: int, v: int) -> None = {self}.set({k}, {v})
def __getslice__() -> memoryview = {self}.slice({lower}, {upper}, {step})
def __setslice__() -> None = {self}.setSlice({lower}, {upper}, {step}, {v})

type int
def to_bytes(length: int = 1, byteorder: str = "big", *, signed: bool = false) -> bytes = Bytes.ofInt({self}, {length}, {byteorder}, {signed})
def bit_count() -> int = Long.bitCount(Math.abs({self}))
def as_integer_ratio() -> tuple[int, int] = new Tuple2<>({self}, 1L)
def conjugate() -> int = {self}
type float
def as_integer_ratio() -> tuple[int, int] = Fraction.parse({self}).pair()
def hex() -> str = FloatText.hex({self})

module re
const IGNORECASE: int = Regex.IGNORECASE
const I: int = Regex.IGNORECASE
const MULTILINE: int = Regex.MULTILINE
const M: int = Regex.MULTILINE
const DOTALL: int = Regex.DOTALL
const S: int = Regex.DOTALL
const VERBOSE: int = Regex.VERBOSE
const X: int = Regex.VERBOSE
const ASCII: int = Regex.ASCII
const A: int = Regex.ASCII
const UNICODE: int = 0L
const U: int = 0L
exception re.error(Exception) = Errors.RegexError
class Pattern = regex
class Match = match
def compile(pattern: str, flags: int = 0) -> regex = Regex.compile({pattern}, {flags})
def compile(pattern: regex) -> regex = {pattern}
def search(pattern: str, s: str, flags: int = 0) -> match? = Regex.compile({pattern}, {flags}).search({s}, 0)
def match(pattern: str, s: str, flags: int = 0) -> match? = Regex.compile({pattern}, {flags}).match({s}, 0)
def fullmatch(pattern: str, s: str, flags: int = 0) -> match? = Regex.compile({pattern}, {flags}).fullMatch({s})
def findall(pattern: str, s: str, flags: int = 0) -> list[object] = Regex.compile({pattern}, {flags}).find({s})
def finditer(pattern: str, s: str, flags: int = 0) -> iter[match] = Regex.compile({pattern}, {flags}).all({s})
def split(pattern: str, s: str, maxsplit: int = 0, flags: int = 0) -> list[str] = Regex.compile({pattern}, {flags}).split({s}, {maxsplit})
def sub(pattern: str, repl: str, s: str, count: int = 0, flags: int = 0) -> str = Regex.compile({pattern}, {flags}).replace({repl}, {s}, {count}).first()
def sub(pattern: str, repl: fn[match -> str], s: str, count: int = 0, flags: int = 0) -> str = Regex.compile({pattern}, {flags}).replace({repl}, {s}, {count}).first()
def subn(pattern: str, repl: fn[match -> str], s: str, count: int = 0, flags: int = 0) -> tuple[str, int] = Regex.compile({pattern}, {flags}).replace({repl}, {s}, {count})
def subn(pattern: str, repl: str, s: str, count: int = 0, flags: int = 0) -> tuple[str, int] = Regex.compile({pattern}, {flags}).replace({repl}, {s}, {count})
const NOFLAG: int = 0L
def search(pattern: regex, s: str) -> match? = {pattern}.search({s}, 0)
def match(pattern: regex, s: str) -> match? = {pattern}.match({s}, 0)
def fullmatch(pattern: regex, s: str) -> match? = {pattern}.fullMatch({s})
def findall(pattern: regex, s: str) -> list[object] = {pattern}.find({s})
def finditer(pattern: regex, s: str) -> iter[match] = {pattern}.all({s})
def split(pattern: regex, s: str, maxsplit: int = 0) -> list[str] = {pattern}.split({s}, {maxsplit})
def sub(pattern: regex, repl: str, s: str, count: int = 0) -> str = {pattern}.replace({repl}, {s}, {count}).first()
def sub(pattern: regex, repl: fn[match -> str], s: str, count: int = 0) -> str = {pattern}.replace({repl}, {s}, {count}).first()
def escape(s: str) -> str = Regex.escape({s})
type regex = Regex
attr pattern: str = {self}.source()
attr groups: int = {self}.groups()
attr flags: int = {self}.flags()
attr groupindex: dict[str, int] = {self}.groupIndex()
def search(s: str, pos: int, endpos: int) -> match? = {self}.search({s}, {pos}, {endpos})
def match(s: str, pos: int, endpos: int) -> match? = {self}.match({s}, {pos}, {endpos})
def fullmatch(s: str, pos: int) -> match? = {self}.fullMatch({s}, {pos})
def search(s: str, pos: int = 0) -> match? = {self}.search({s}, {pos})
def match(s: str, pos: int = 0) -> match? = {self}.match({s}, {pos})
def fullmatch(s: str) -> match? = {self}.fullMatch({s})
def findall(s: str) -> list[object] = {self}.find({s})
def finditer(s: str) -> iter[match] = {self}.all({s})
def split(s: str, maxsplit: int = 0) -> list[str] = {self}.split({s}, {maxsplit})
def sub(repl: str, s: str, count: int = 0) -> str = {self}.replace({repl}, {s}, {count}).first()
def sub(repl: fn[match -> str], s: str, count: int = 0) -> str = {self}.replace({repl}, {s}, {count}).first()
def subn(repl: fn[match -> str], s: str, count: int = 0) -> tuple[str, int] = {self}.replace({repl}, {s}, {count})
def subn(repl: str, s: str, count: int = 0) -> tuple[str, int] = {self}.replace({repl}, {s}, {count})
type match = Match
def group() -> str = {self}.group(0L)
def group(g: any) -> str? = {self}.group({g})
def group(a: any, b: any) -> tuple[str?, str?] = Py.cast({self}.several({a}, {b}))
def group(a: any, b: any, c: any) -> tuple[str?, str?, str?] = Py.cast({self}.several({a}, {b}, {c}))
def groups(default: str) -> vartuple[str] = {self}.groups({default})
def groups(default: str? = null) -> vartuple[str?] = {self}.groups({default})
def groupdict(default: str) -> dict[str, str] = {self}.named({default})
def groupdict(default: str? = null) -> dict[str, str?] = {self}.named({default})
def start(g: any = 0L) -> int = {self}.start({g})
def end(g: any = 0L) -> int = {self}.end({g})
def span(g: any = 0L) -> tuple[int, int] = {self}.span({g})
def expand(template: str) -> str = {self}.expand({template})
attr lastindex: int? = {self}.lastIndex()
attr lastgroup: str? = {self}.lastGroup()
attr string: str = {self}.input()
attr re: regex = {self}.regex()
attr regs: vartuple[tuple[int, int]] = {self}.regs()
def __getitem__(g: any) -> str? = {self}.group({g})

module json
def dumps(x: any, *, indent: any = null, sort_keys: bool = false, ensure_ascii: bool = true, separators: any = null, default: fn[object -> R]? = null) -> str = Json.text({x}, {indent}, {sort_keys}, {ensure_ascii}, {separators}, {default})
def dumps(x: any, *, skipkeys: bool = false, allow_nan: bool = true, indent: any = null, sort_keys: bool = false, ensure_ascii: bool = true, separators: any = null, default: fn[object -> R]? = null) -> str = Json.text({x}, {indent}, {sort_keys}, {ensure_ascii}, {separators}, {default}, {skipkeys}, {allow_nan})
def loads(s: any, *, object_hook: fn[object -> R]? = null) -> object = Json.parse({s}, {object_hook})
def loads(s: any, *, object_hook: any = null, parse_float: any = null, parse_int: any = null, object_pairs_hook: any = null) -> object = Json.parse({s}, {object_hook}, {parse_float}, {parse_int}, {object_pairs_hook})
def load(f: file, *, object_hook: fn[object -> R]? = null) -> object = Json.parse({f}.readText(null), {object_hook})
def load(f: stringio, *, object_hook: fn[object -> R]? = null) -> object = Json.parse({f}.read(null), {object_hook})
def dump(x: any, f: stream, *, indent: any = null, sort_keys: bool = false, ensure_ascii: bool = true, separators: any = null, default: fn[object -> R]? = null) -> None = {f}.write(Json.text({x}, {indent}, {sort_keys}, {ensure_ascii}, {separators}, {default}))
def dump(x: any, f: stringio, *, indent: any = null, sort_keys: bool = false, ensure_ascii: bool = true, separators: any = null, default: fn[object -> R]? = null) -> None = {f}.write(Json.text({x}, {indent}, {sort_keys}, {ensure_ascii}, {separators}, {default}))
def dump(x: any, f: file, *, indent: any = null, sort_keys: bool = false, ensure_ascii: bool = true, separators: any = null, default: fn[object -> R]? = null) -> None = {f}.write(Json.text({x}, {indent}, {sort_keys}, {ensure_ascii}, {separators}, {default}))

module io
def StringIO(text: str = "") -> stringio = new StringIo({text})
def BytesIO(data: bytes) -> bytesio = new BytesIo({data})
def BytesIO() -> bytesio = new BytesIo(Bytes.of(""))
type stringio = StringIo
attr __enter__: stringio = {self}.enter()
def write(s: str) -> int = {self}.write({s})
def getvalue() -> str = {self}.value()
def read(size: int? = null) -> str = {self}.read({size})
def readline() -> str = {self}.readLine()
def readlines() -> list[str] = {self}.readLines()
def seek(position: int) -> int = {self}.seek({position})
def tell() -> int = {self}.tell()
def truncate(size: int? = null) -> int = {self}.truncate({size})
def seek(offset: int, whence: int) -> int = {self}.seek({offset}, {whence})
def writelines(lines: iter[str]) -> None = {self}.writeLines({lines})
def readable() -> bool = !{self}.isClosed()
def writable() -> bool = !{self}.isClosed()
def close() -> None = {self}.close()
def flush() -> None = {self}.flush()
attr closed: bool = {self}.isClosed()
def __iter__() -> str = {self}
type bytesio = BytesIo
attr __enter__: bytesio = {self}.enter()
attr closed: bool = {self}.isClosed()
def __iter__() -> bytes = {self}
def readline() -> bytes = {self}.readLine()
def readlines() -> list[bytes] = Lists.copy({self})
def write(b: bytearray) -> int = {self}.write({b}.bytes())
def seek(offset: int, whence: int) -> int = {self}.seek({offset}, {whence})
def truncate(size: int? = null) -> int = {self}.truncate({size})
def getbuffer() -> memoryview = MemoryView.of({self}.value())
def flush() -> None = {self}.flush()
def write(b: bytes) -> int = {self}.write({b})
def read(size: int? = null) -> bytes = {self}.read({size})
def getvalue() -> bytes = {self}.value()
def seek(position: int) -> int = {self}.seek({position})
def tell() -> int = {self}.tell()
def close() -> None = {self}.close()

module string
const ascii_lowercase: str = "abcdefghijklmnopqrstuvwxyz"
const ascii_uppercase: str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
const ascii_letters: str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
const digits: str = "0123456789"
const hexdigits: str = "0123456789abcdefABCDEF"
const octdigits: str = "01234567"
const punctuation: str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
const whitespace: str = " \t\n\r\u000b\f"
const printable: str = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\u000b\f"
def capwords(s: str, sep: str? = null) -> str = TextWrap.capWords({s}, {sep})
def Template(s: str) -> template = new TextTemplate({s})
type template = TextTemplate
attr template: str = {self}.text()
def substitute(**kw: any) -> str = {self}.substitute({kw}, false)
def substitute(m: dict[str, V], **kw: any) -> str = {self}.substitute(Dicts.union({m}, {kw}), false)
def safe_substitute(**kw: any) -> str = {self}.substitute({kw}, true)
def safe_substitute(m: dict[str, V], **kw: any) -> str = {self}.substitute(Dicts.union({m}, {kw}), true)
def get_identifiers() -> list[str] = {self}.names()
def is_valid() -> bool = {self}.isValid()

module textwrap
def TextWrapper(width: int = 70, **options: any) -> textwrapper = new TextWrapper({width}, {options})
def wrap(text: str, width: int = 70, **options: any) -> list[str] = new TextWrapper({width}, {options}).wrap({text})
def fill(text: str, width: int = 70, **options: any) -> str = new TextWrapper({width}, {options}).fill({text})
def shorten(text: str, width: int, **options: any) -> str = TextWrapper.shorten({text}, {width}, {options})
def dedent(s: str) -> str = TextWrap.dedent({s})
def indent(text: str, prefix: str) -> str = TextWrap.indent({text}, {prefix})
def indent(text: str, prefix: str, predicate: fn[str -> R]) -> str = TextWrap.indent({text}, {prefix}, {predicate})
type textwrapper = TextWrapper
attr width: int = {self}.width() := {self}.width({value})
def wrap(text: str) -> list[str] = {self}.wrap({text})
def fill(text: str) -> str = {self}.fill({text})
