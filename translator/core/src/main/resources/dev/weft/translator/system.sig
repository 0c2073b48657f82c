# os, sys, pathlib, files.
module builtins
def open(path: any, mode: bytesmode) -> binaryfile = PyFile.open({path}, {mode})
def open(path: any, mode: str = "r", *, encoding: any = null, newline: str? = null) -> file = PyFile.open({path}, PyFile.mode({mode}, {encoding}, {newline}))
def open(path: any, mode: str, encoding: any) -> file = PyFile.open({path}, PyFile.mode({mode}, {encoding}, null))
def print(*values: any, file: file, sep: str? = null, end: str? = null, flush: any = true) -> None = {file}.print({sep}, {end}, {values})
def exit(code: any = null) -> None = PySys.exit({code})
def quit(code: any = null) -> None = PySys.exit({code})
type file = PyFile
attr __enter__: file = {self}.enter()
def __iter__() -> str = {self}
def read(size: int? = null) -> str = {self}.readText({size})
def readline() -> str = {self}.readLine()
def readlines() -> list[str] = {self}.readLines()
def write(s: str) -> int = {self}.write({s})
def write(b: bytes) -> int = {self}.write({b})
def writelines(lines: iter[str]) -> None = {self}.writeLines({lines})
def seek(position: int) -> int = {self}.seek({position})
def tell() -> int = {self}.tell()
def flush() -> None = {self}.flush()
def close() -> None = {self}.close()
attr name: str = {self}.name()
attr mode: str = {self}.mode()
attr closed: bool = {self}.isClosed()
type binaryfile = PyFile
attr __enter__: binaryfile = {self}.enter()
def read(size: int? = null) -> bytes = {self}.readBytes({size})
def write(b: bytes) -> int = {self}.write({b})
def seek(position: int) -> int = {self}.seek({position})
def tell() -> int = {self}.tell()
def flush() -> None = {self}.flush()
def close() -> None = {self}.close()

module os
const sep: str = "/"
const linesep: str = "\n"
const name: str = "posix"
const environ: dict[str, str] = Environ.variables()
def getenv(name: str) -> str? = Environ.variables().get({name})
def getenv(name: str, default: str) -> str = Dicts.getOr(Environ.variables(), {name}, {default})
def getpid() -> int = Environ.pid()
def getcwd() -> str = FilePath.current().text()
def urandom(n: int) -> bytes = Environ.random({n})
def cpu_count() -> int? = (long) Runtime.getRuntime().availableProcessors()
def listdir(path: any = ".") -> list[str] = FilePath.of({path}).names()
def mkdir(path: any, mode: any = 0) -> None = FilePath.of({path}).makeDirectory(false, false)
def makedirs(path: any, exist_ok: bool = false) -> None = FilePath.of({path}).makeDirectory(true, {exist_ok})
def remove(path: any) -> None = FilePath.of({path}).delete(false)
def unlink(path: any) -> None = FilePath.of({path}).delete(false)
def rmdir(path: any) -> None = FilePath.of({path}).delete(false)
def rename(a: any, b: any) -> path = FilePath.of({a}).rename({b})
def replace(a: any, b: any) -> path = FilePath.of({a}).rename({b})
def walk(path: any) -> list[tuple[str, list[str], list[str]]] = FilePath.of({path}).walk()
def stat(path: any) -> path = FilePath.of({path})
def kill(pid: int, sig: any) -> None = PySys.kill({pid}, {sig})
module os.path
def join(*parts: any) -> str = FilePath.joinAll({parts})
def basename(p: any) -> str = FilePath.base(Py.str({p}))
def dirname(p: any) -> str = FilePath.directory(Py.str({p}))
def splitext(p: any) -> tuple[str, str] = FilePath.splitExtension(Py.str({p}))
def exists(p: any) -> bool = FilePath.of({p}).exists()
def isfile(p: any) -> bool = FilePath.of({p}).isFile()
def isdir(p: any) -> bool = FilePath.of({p}).isDirectory()
def getsize(p: any) -> int = FilePath.of({p}).size()
def getmtime(p: any) -> float = FilePath.of({p}).modified()
def abspath(p: any) -> str = FilePath.of({p}).resolve().text()
def realpath(p: any) -> str = FilePath.of({p}).resolve().text()
def normpath(p: any) -> str = FilePath.normal(Py.str({p}))
def isabs(p: str) -> bool = {p}.startsWith("/")
def relpath(p: any, start: any = ".") -> str = FilePath.relative(FilePath.of({p}), FilePath.of({start}))
def expanduser(p: str) -> str = {p}.replaceFirst("^~", FilePath.home().text())
def split(p: str) -> tuple[str, str] = new Tuple2<>(FilePath.directory({p}), FilePath.base({p}))

module pathlib
def Path(*parts: any) -> path = FilePath.of({parts})
def PurePosixPath(*parts: any) -> path = FilePath.of({parts})
def PosixPath(*parts: any) -> path = FilePath.of({parts})
def PurePath(*parts: any) -> path = FilePath.of({parts})
def Path.cwd() -> path = FilePath.current()
def Path.home() -> path = FilePath.home()
type path = FilePath
attr name: str = {self}.name()
attr stem: str = {self}.stem()
attr suffix: str = {self}.suffix()
attr suffixes: list[str] = {self}.suffixes()
attr parent: path = {self}.parent()
attr parents: list[path] = {self}.parents()
attr parts: vartuple[str] = {self}.parts()
attr st_size: int = {self}.size()
attr st_mtime: float = {self}.modified()
def is_absolute() -> bool = {self}.isAbsolute()
def with_suffix(s: str) -> path = {self}.withSuffix({s})
def with_name(s: str) -> path = {self}.withName({s})
def relative_to(p: any) -> path = {self}.relativeTo({p})
def joinpath(p: any) -> path = {self}.truediv({p})
def resolve() -> path = {self}.resolve()
def absolute() -> path = {self}.resolve()
def as_posix() -> str = {self}.text()
def exists() -> bool = {self}.exists()
def is_file() -> bool = {self}.isFile()
def is_dir() -> bool = {self}.isDirectory()
def stat() -> path = {self}
def read_text(encoding: any) -> str = {self}.readText({encoding})
def read_text() -> str = {self}.readText()
def read_bytes() -> bytes = {self}.readBytes()
def write_text(s: str) -> int = {self}.writeText({s})
def write_text(s: str, encoding: any) -> int = {self}.writeText({s}, {encoding})
def write_bytes(b: bytes) -> int = {self}.writeBytes({b})
def open(mode: bytesmode) -> binaryfile = {self}.open({mode})
def open(mode: str = "r", encoding: any = null) -> file = {self}.open(PyFile.mode({mode}, {encoding}, null))
def touch() -> None = {self}.touch()
def mkdir(mode: any = 0, parents: bool = false, exist_ok: bool = false) -> None = {self}.makeDirectory({parents}, {exist_ok})
def unlink(missing_ok: bool = false) -> None = {self}.delete({missing_ok})
def rmdir() -> None = {self}.delete(false)
def rename(to: any) -> path = {self}.rename({to})
def replace(to: any) -> path = {self}.rename({to})
def iterdir() -> list[path] = {self}.children()
def glob(pattern: str) -> list[path] = {self}.glob({pattern}, false)
def rglob(pattern: str) -> list[path] = {self}.glob({pattern}, true)
def __truediv__(o: any) -> path = {self}.truediv({o})

module shutil
def rmtree(p: any, ignore_errors: bool = false) -> None = FilePath.of({p}).deleteTree({ignore_errors})
def copy(a: any, b: any) -> str = FilePath.of({a}).copy({b})
def copyfile(a: any, b: any) -> str = FilePath.of({a}).copy({b})
def move(a: any, b: any) -> path = FilePath.of({a}).rename({b})
module tempfile
def TemporaryDirectory() -> manager[str] = FilePath.temporaryDirectory()
def mkdtemp(prefix: str = "tmp") -> str = FilePath.temporary({prefix}).text()
def gettempdir() -> str = "/tmp"

module sys
const platform: str = "linux"
const byteorder: str = "little"
const version: str = "3.12.1 (translated)"
const executable: str = "python3"
const version_info.major: int = 3L
const version_info.minor: int = 12L
const float_info.max: float = Double.MAX_VALUE
const float_info.epsilon: float = Math.ulp(1.0)
def getrecursionlimit() -> int = Long.valueOf(1000)
def setrecursionlimit(n: int) -> None = PySys.nothing()
def intern(s: str) -> str = {s}
def exc_info() -> tuple[object, object, object] = PySys.handled({handled})

module warnings
def warn(message: any, category: any = null, stacklevel: any = 1) -> None = PySys.warn({message}, {category})
def simplefilter(action: str) -> None = PySys.filter({action})
def filterwarnings(action: str) -> None = PySys.filter({action})
module atexit
def register(f: call[R], *args: any, **kwargs: any) -> None = PySys.atExit({f})
module types
def MappingProxyType(d: dict[K, V]) -> dict[K, V] = new MappingProxy<>({d})
def SimpleNamespace(**kw: any) -> object = PySys.namespace({kw})
markers TracebackType FrameType CoroutineType FunctionType
module traceback
def print_exc() -> None = PySys.printTrace({handled})
def format_exception_only(e: Exception) -> list[str] = Exceptions.lines({e})
def format_exc() -> str = PySys.formatTrace({handled})
def print_exception(e: Exception) -> None = PySys.printTrace({e})
def format_exception(e: Exception) -> list[str] = Strs.lines(PySys.formatTrace({e}), true)
module platform
def python_version() -> str = "3.12.1"
def system() -> str = "Linux"
def node() -> str = "localhost"
module uuid
def uuid4() -> uuid = Identifier.random()
def uuid1() -> uuid = Identifier.random()
def uuid5(space: uuid, name: str) -> uuid = Identifier.named({space}, {name}, 5)
def uuid3(space: uuid, name: str) -> uuid = Identifier.named({space}, {name}, 3)
def UUID(text: str) -> uuid = Identifier.parse({text})
def UUID(*, int: num) -> uuid = Identifier.of({int})
const NAMESPACE_DNS: uuid = Identifier.parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
const NAMESPACE_URL: uuid = Identifier.parse("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
type uuid = Identifier
attr hex: str = {self}.hex()
attr int: num = {self}.number()
attr version: int? = {self}.version()
attr bytes: bytes = {self}.bytes()
module hashlib
def pbkdf2_hmac(hash_name: str, password: bytes, salt: bytes, iterations: int, dklen: int? = null) -> bytes = Hash.stretched({hash_name}, {password}, {salt}, {iterations}, {dklen})
def md5(data: bytes = Bytes.of("")) -> hash = new Hash("MD5", {data})
def sha1(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-1", {data})
def sha224(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-224", {data})
def sha256(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-256", {data})
def sha384(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-384", {data})
def sha512(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-512", {data})
def new(name: str, data: bytes = Bytes.of("")) -> hash = Hash.named({name}, {data})
type hash = Hash
def update(data: bytes) -> None = {self}.update({data})
def digest() -> bytes = {self}.digest()
def hexdigest() -> str = {self}.digest().hex()
def copy() -> hash = {self}.copy()
attr digest_size: int = {self}.size()
attr name: str = {self}.name()
module hmac
def new(key: bytes, msg: bytes = Bytes.of(""), digestmod: any = "sha256") -> hash = Hash.keyed({key}, {msg}, {digestmod})
def compare_digest(a: any, b: any) -> bool = Py.eq({a}, {b})
module base64
def b64encode(b: bytes) -> bytes = Hash.base64({b}, false)
def b64decode(b: any) -> bytes = Hash.ofBase64({b}, false)
def urlsafe_b64encode(b: bytes) -> bytes = Hash.base64({b}, true)
def urlsafe_b64decode(b: any) -> bytes = Hash.ofBase64({b}, true)
def b16encode(b: bytes) -> bytes = Bytes.encode(Strs.upper({b}.hex()), "ascii")
def b16decode(b: any) -> bytes = Bytes.ofHex(Py.str({b}))
def b32encode(b: bytes) -> bytes = Hash.base32({b})
module zlib
def crc32(b: bytes) -> int = Hash.crc32({b})
def adler32(b: bytes) -> int = Hash.adler32({b})
module binascii
def hexlify(b: bytes) -> bytes = Bytes.encode({b}.hex(), "ascii")
def unhexlify(b: any) -> bytes = Bytes.unhexlify({b})
def crc32(b: bytes) -> int = Hash.crc32({b})
module secrets
def token_hex(n: int = 32) -> str = Environ.random({n}).hex()
def token_bytes(n: int = 32) -> bytes = Environ.random({n})
def token_urlsafe(n: int = 32) -> str = Hash.base64(Environ.random({n}), true).decode("ascii").replace("=", "")
def choice(xs: list[T]) -> T = new Random(null).choice({xs})
def choice(s: str) -> str = new Random(null).choice({s})
def randbelow(n: int) -> int = new Random(null).range(0, {n}, 1)
def randbits(n: int) -> num = new Random(null).bits({n})
def compare_digest(a: any, b: any) -> bool = Py.eq({a}, {b})
module shlex
def split(s: str) -> list[str] = PySys.words({s})
def quote(s: str) -> str = PySys.quote({s})
def join(xs: iter[str]) -> str = Strs.join(" ", Iters.map(PySys::quote, {xs}))
module urllib
module urllib.parse
def quote(s: str, safe: str = "/") -> str = Url.quote({s}, {safe}, false)
def quote_plus(s: str, safe: str = "") -> str = Url.quote({s}, {safe}, true)
def unquote(s: str) -> str = Url.unquote({s}, false)
def unquote_plus(s: str) -> str = Url.unquote({s}, true)
def urlencode(m: dict[K, V]) -> str = Url.encode({m})
def urlparse(s: str) -> url = Url.parse({s})
def urlsplit(s: str) -> url = Url.parse({s})
def urljoin(a: str, b: str) -> str = Url.join({a}, {b})
def parse_qs(s: str) -> dict[str, list[str]] = Url.query({s})
def parse_qsl(s: str) -> list[tuple[str, str]] = Url.queryPairs({s})
type url = Url
attr scheme: str = {self}.scheme()
attr netloc: str = {self}.netloc()
attr path: str = {self}.path()
attr params: str = ""
attr query: str = {self}.query()
attr fragment: str = {self}.fragment()
attr hostname: str? = {self}.hostname()
attr port: int? = {self}.port()
def geturl() -> str = {self}.text()
module argparse
def ArgumentParser(**options: any) -> argparser = new ArgParser({options})
def ArgumentParser(prog: str, **options: any) -> argparser = new ArgParser(Dicts.merged(Dicts.<String, Object>of("prog", {prog}), {options}))
class ArgumentParser = argparser
def Namespace(**kw: any) -> object = PySys.arguments({kw})
class Namespace = namespace
const SUPPRESS: str = "==SUPPRESS=="
const OPTIONAL: str = "?"
const ZERO_OR_MORE: str = "*"
const ONE_OR_MORE: str = "+"
const REMAINDER: str = "..."
const BooleanOptionalAction: str = "BooleanOptionalAction"
const HelpFormatter: str = ""
const RawDescriptionHelpFormatter: str = "RawDescriptionHelpFormatter"
const RawTextHelpFormatter: str = "RawTextHelpFormatter"
const ArgumentDefaultsHelpFormatter: str = "ArgumentDefaultsHelpFormatter"
exception argparse.ArgumentError(Exception) = Errors.ArgumentError
exception argparse.ArgumentTypeError(Exception) = Errors.ArgumentTypeError
type namespace = Namespace
type argparser = ArgParser
attr prog: str = {self}.name()
def add_argument(*names: str, **options: any) -> None = {self}.add(Lists.of({names}), {options})
def add_argument_group(title: str? = null, description: str? = null) -> argumentgroup = {self}.group({title}, {description})
def add_mutually_exclusive_group(*, required: bool = false) -> argumentgroup = {self}.exclusive({required})
def parse_args() -> object = {self}.parse(null)
def parse_args(args: list[str]?) -> object = {self}.parse({args})
def parse_known_args() -> tuple[object, list[str]] = {self}.parseKnown(null)
def parse_known_args(args: list[str]?) -> tuple[object, list[str]] = {self}.parseKnown({args})
def add_subparsers(**options: any) -> subparsers = {self}.subParsers({options})
def set_defaults(**values: any) -> None = {self}.defaults({values})
def get_default(name: str) -> object = {self}.defaultOf({name})
def format_usage() -> str = {self}.usage()
def format_help() -> str = {self}.help()
def print_usage() -> None = {self}.printUsage()
def print_help() -> None = {self}.printHelp()
def error(message: str) -> None = {self}.error({message})
def exit(status: int = 0, message: str? = null) -> None = {self}.exit({status}, {message})
type argumentgroup = ArgGroup
def add_argument(*names: str, **options: any) -> None = {self}.add(Lists.of({names}), {options})
def add_mutually_exclusive_group(*, required: bool = false) -> argumentgroup = {self}.exclusive({required})
type subparsers = SubParsers
def add_parser(name: str, **options: any) -> argparser = {self}.add({name}, {options})

module fnmatch
def fnmatch(name: str, pattern: str) -> bool = Fnmatch.matches({name}, {pattern})
def fnmatchcase(name: str, pattern: str) -> bool = Fnmatch.matches({name}, {pattern})
def filter(names: iter[str], pattern: str) -> list[str] = Fnmatch.filter({names}, {pattern})

module graphlib
exception graphlib.CycleError(ValueError) = Errors.CycleError
def TopologicalSorter() -> toposorter[T] = new TopologicalSorter<>()
def TopologicalSorter(graph: dict[T, V]) -> toposorter[T] = TopologicalSorter.of(Py.cast({graph}))
class TopologicalSorter = toposorter[T]
type toposorter[T] = TopologicalSorter
def add(node: T, *before: T) -> None = {self}.add({node}, Lists.of({before}))
def prepare() -> None = {self}.prepare()
def get_ready() -> vartuple[T] = {self}.takeReady()
def is_active() -> bool = {self}.isActive()
def done(*nodes: T) -> None = {self}.done(Lists.of({nodes}))
def static_order() -> iter[T] = {self}.order()

module http
def HTTPStatus(code: any) -> httpstatus = Enums.of(HttpStatus.class, {code})
class HTTPStatus = httpstatus
const HTTPStatus.CONTINUE: httpstatus = HttpStatus.CONTINUE
const HTTPStatus.SWITCHING_PROTOCOLS: httpstatus = HttpStatus.SWITCHING_PROTOCOLS
const HTTPStatus.OK: httpstatus = HttpStatus.OK
const HTTPStatus.CREATED: httpstatus = HttpStatus.CREATED
const HTTPStatus.ACCEPTED: httpstatus = HttpStatus.ACCEPTED
const HTTPStatus.NO_CONTENT: httpstatus = HttpStatus.NO_CONTENT
const HTTPStatus.RESET_CONTENT: httpstatus = HttpStatus.RESET_CONTENT
const HTTPStatus.PARTIAL_CONTENT: httpstatus = HttpStatus.PARTIAL_CONTENT
const HTTPStatus.MULTIPLE_CHOICES: httpstatus = HttpStatus.MULTIPLE_CHOICES
const HTTPStatus.MOVED_PERMANENTLY: httpstatus = HttpStatus.MOVED_PERMANENTLY
const HTTPStatus.FOUND: httpstatus = HttpStatus.FOUND
const HTTPStatus.SEE_OTHER: httpstatus = HttpStatus.SEE_OTHER
const HTTPStatus.NOT_MODIFIED: httpstatus = HttpStatus.NOT_MODIFIED
const HTTPStatus.TEMPORARY_REDIRECT: httpstatus = HttpStatus.TEMPORARY_REDIRECT
const HTTPStatus.PERMANENT_REDIRECT: httpstatus = HttpStatus.PERMANENT_REDIRECT
const HTTPStatus.BAD_REQUEST: httpstatus = HttpStatus.BAD_REQUEST
const HTTPStatus.UNAUTHORIZED: httpstatus = HttpStatus.UNAUTHORIZED
const HTTPStatus.PAYMENT_REQUIRED: httpstatus = HttpStatus.PAYMENT_REQUIRED
const HTTPStatus.FORBIDDEN: httpstatus = HttpStatus.FORBIDDEN
const HTTPStatus.NOT_FOUND: httpstatus = HttpStatus.NOT_FOUND
const HTTPStatus.METHOD_NOT_ALLOWED: httpstatus = HttpStatus.METHOD_NOT_ALLOWED
const HTTPStatus.NOT_ACCEPTABLE: httpstatus = HttpStatus.NOT_ACCEPTABLE
const HTTPStatus.REQUEST_TIMEOUT: httpstatus = HttpStatus.REQUEST_TIMEOUT
const HTTPStatus.CONFLICT: httpstatus = HttpStatus.CONFLICT
const HTTPStatus.GONE: httpstatus = HttpStatus.GONE
const HTTPStatus.LENGTH_REQUIRED: httpstatus = HttpStatus.LENGTH_REQUIRED
const HTTPStatus.PRECONDITION_FAILED: httpstatus = HttpStatus.PRECONDITION_FAILED
const HTTPStatus.REQUEST_ENTITY_TOO_LARGE: httpstatus = HttpStatus.REQUEST_ENTITY_TOO_LARGE
const HTTPStatus.REQUEST_URI_TOO_LONG: httpstatus = HttpStatus.REQUEST_URI_TOO_LONG
const HTTPStatus.UNSUPPORTED_MEDIA_TYPE: httpstatus = HttpStatus.UNSUPPORTED_MEDIA_TYPE
const HTTPStatus.IM_A_TEAPOT: httpstatus = HttpStatus.IM_A_TEAPOT
const HTTPStatus.UNPROCESSABLE_ENTITY: httpstatus = HttpStatus.UNPROCESSABLE_ENTITY
const HTTPStatus.LOCKED: httpstatus = HttpStatus.LOCKED
const HTTPStatus.TOO_EARLY: httpstatus = HttpStatus.TOO_EARLY
const HTTPStatus.UPGRADE_REQUIRED: httpstatus = HttpStatus.UPGRADE_REQUIRED
const HTTPStatus.TOO_MANY_REQUESTS: httpstatus = HttpStatus.TOO_MANY_REQUESTS
const HTTPStatus.INTERNAL_SERVER_ERROR: httpstatus = HttpStatus.INTERNAL_SERVER_ERROR
const HTTPStatus.NOT_IMPLEMENTED: httpstatus = HttpStatus.NOT_IMPLEMENTED
const HTTPStatus.BAD_GATEWAY: httpstatus = HttpStatus.BAD_GATEWAY
const HTTPStatus.SERVICE_UNAVAILABLE: httpstatus = HttpStatus.SERVICE_UNAVAILABLE
const HTTPStatus.GATEWAY_TIMEOUT: httpstatus = HttpStatus.GATEWAY_TIMEOUT
const HTTPStatus.HTTP_VERSION_NOT_SUPPORTED: httpstatus = HttpStatus.HTTP_VERSION_NOT_SUPPORTED
type httpstatus = HttpStatus
attr value: int = {self}.value()
attr name: str = {self}.name()
attr phrase: str = {self}.phrase()

module numbers
markers Number Real Integral Rational Complex
