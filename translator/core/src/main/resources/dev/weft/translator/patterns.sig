# re, with patterns of text and of bytes.
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
const UNICODE: int = 32L
const U: int = 32L
const LOCALE: int = 4L
const L: int = 4L
const DEBUG: int = 128L
def purge() -> None = Py.truth(null)
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
def subn(pattern: regex, repl: str, s: str, count: int = 0) -> tuple[str, int] = {pattern}.replace({repl}, {s}, {count})
def subn(pattern: regex, repl: fn[match -> str], s: str, count: int = 0) -> tuple[str, int] = {pattern}.replace({repl}, {s}, {count})
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
def fullmatch(s: str, pos: int, endpos: int) -> match? = {self}.fullMatch({s}, {pos}, {endpos})
def findall(s: str, pos: int, endpos: int = Long.MAX_VALUE) -> list[object] = {self}.find({s}, {pos}, {endpos})
def finditer(s: str, pos: int, endpos: int = Long.MAX_VALUE) -> iter[match] = {self}.all({s}, {pos}, {endpos})
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
attr pos: int = {self}.pos()
attr endpos: int = {self}.endpos()
def __getitem__(g: any) -> str? = {self}.group({g})

module re
def compile(pattern: bytes, flags: int = 0) -> bytesregex = BytesRegex.compile({pattern}, {flags})
def compile(pattern: bytesregex) -> bytesregex = {pattern}
def escape(b: bytes) -> bytes = BytesRegex.escape({b})
def search(pattern: bytes, s: any, flags: int = 0) -> bytesmatch? = BytesRegex.compile({pattern}, {flags}).search({s}, 0, null)
def match(pattern: bytes, s: any, flags: int = 0) -> bytesmatch? = BytesRegex.compile({pattern}, {flags}).match({s}, 0, null)
def fullmatch(pattern: bytes, s: any, flags: int = 0) -> bytesmatch? = BytesRegex.compile({pattern}, {flags}).fullMatch({s}, 0, null)
def findall(pattern: bytes, s: any, flags: int = 0) -> list[object] = BytesRegex.compile({pattern}, {flags}).find({s}, 0, null)
def finditer(pattern: bytes, s: any, flags: int = 0) -> iter[bytesmatch] = BytesRegex.compile({pattern}, {flags}).all({s}, 0, null)
def split(pattern: bytes, s: any, maxsplit: int = 0, flags: int = 0) -> list[bytes] = BytesRegex.compile({pattern}, {flags}).split({s}, {maxsplit})
def sub(pattern: bytes, repl: bytes, s: any, count: int = 0, flags: int = 0) -> bytes = BytesRegex.compile({pattern}, {flags}).replace({repl}, {s}, {count}).first()
def sub(pattern: bytes, repl: fn[bytesmatch -> bytes], s: any, count: int = 0, flags: int = 0) -> bytes = BytesRegex.compile({pattern}, {flags}).replace({repl}, {s}, {count}).first()
def subn(pattern: bytes, repl: bytes, s: any, count: int = 0, flags: int = 0) -> tuple[bytes, int] = BytesRegex.compile({pattern}, {flags}).replace({repl}, {s}, {count})
def subn(pattern: bytes, repl: fn[bytesmatch -> bytes], s: any, count: int = 0, flags: int = 0) -> tuple[bytes, int] = BytesRegex.compile({pattern}, {flags}).replace({repl}, {s}, {count})
def search(pattern: bytesregex, s: any) -> bytesmatch? = {pattern}.search({s}, 0, null)
def match(pattern: bytesregex, s: any) -> bytesmatch? = {pattern}.match({s}, 0, null)
def fullmatch(pattern: bytesregex, s: any) -> bytesmatch? = {pattern}.fullMatch({s}, 0, null)
def findall(pattern: bytesregex, s: any) -> list[object] = {pattern}.find({s}, 0, null)
def finditer(pattern: bytesregex, s: any) -> iter[bytesmatch] = {pattern}.all({s}, 0, null)
def split(pattern: bytesregex, s: any, maxsplit: int = 0) -> list[bytes] = {pattern}.split({s}, {maxsplit})
def sub(pattern: bytesregex, repl: bytes, s: any, count: int = 0) -> bytes = {pattern}.replace({repl}, {s}, {count}).first()
def sub(pattern: bytesregex, repl: fn[bytesmatch -> bytes], s: any, count: int = 0) -> bytes = {pattern}.replace({repl}, {s}, {count}).first()
def subn(pattern: bytesregex, repl: bytes, s: any, count: int = 0) -> tuple[bytes, int] = {pattern}.replace({repl}, {s}, {count})
def subn(pattern: bytesregex, repl: fn[bytesmatch -> bytes], s: any, count: int = 0) -> tuple[bytes, int] = {pattern}.replace({repl}, {s}, {count})
type bytesregex = BytesRegex
attr pattern: bytes = {self}.source()
attr groups: int = {self}.groups()
attr flags: int = {self}.flags()
attr groupindex: dict[str, int] = {self}.groupIndex()
def search(s: any, pos: int = 0, endpos: int? = null) -> bytesmatch? = {self}.search({s}, {pos}, {endpos})
def match(s: any, pos: int = 0, endpos: int? = null) -> bytesmatch? = {self}.match({s}, {pos}, {endpos})
def fullmatch(s: any, pos: int = 0, endpos: int? = null) -> bytesmatch? = {self}.fullMatch({s}, {pos}, {endpos})
def findall(s: any, pos: int = 0, endpos: int? = null) -> list[object] = {self}.find({s}, {pos}, {endpos})
def finditer(s: any, pos: int = 0, endpos: int? = null) -> iter[bytesmatch] = {self}.all({s}, {pos}, {endpos})
def split(s: any, maxsplit: int = 0) -> list[bytes] = {self}.split({s}, {maxsplit})
def sub(repl: bytes, s: any, count: int = 0) -> bytes = {self}.replace({repl}, {s}, {count}).first()
def sub(repl: fn[bytesmatch -> bytes], s: any, count: int = 0) -> bytes = {self}.replace({repl}, {s}, {count}).first()
def subn(repl: bytes, s: any, count: int = 0) -> tuple[bytes, int] = {self}.replace({repl}, {s}, {count})
def subn(repl: fn[bytesmatch -> bytes], s: any, count: int = 0) -> tuple[bytes, int] = {self}.replace({repl}, {s}, {count})
type bytesmatch = BytesMatch
def group() -> bytes = {self}.group(0L)
def group(g: any) -> bytes? = {self}.group({g})
def group(a: any, b: any) -> tuple[bytes?, bytes?] = Py.cast({self}.several({a}, {b}))
def group(a: any, b: any, c: any) -> tuple[bytes?, bytes?, bytes?] = Py.cast({self}.several({a}, {b}, {c}))
def groups(default: bytes) -> vartuple[bytes] = {self}.groups({default})
def groups(default: bytes? = null) -> vartuple[bytes?] = {self}.groups({default})
def groupdict(default: bytes) -> dict[str, bytes] = {self}.named({default})
def groupdict(default: bytes? = null) -> dict[str, bytes?] = {self}.named({default})
def start(g: any = 0L) -> int = {self}.start({g})
def end(g: any = 0L) -> int = {self}.end({g})
def span(g: any = 0L) -> tuple[int, int] = {self}.span({g})
def expand(template: bytes) -> bytes = {self}.expand({template})
attr lastindex: int? = {self}.lastIndex()
attr lastgroup: str? = {self}.lastGroup()
attr string: bytes = {self}.input()
attr pos: int = {self}.pos()
attr endpos: int = {self}.endpos()
attr re: bytesregex = {self}.regex()
def __getitem__(g: any) -> bytes? = {self}.group({g})
