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
def seek(offset: int, whence: int) -> int = {self}.seek({offset}, {whence})
def truncate(size: int? = null) -> int = {self}.truncate({size})
def readable() -> bool = {self}.isReadable()
def writable() -> bool = {self}.isWritable()
type binaryfile = PyFile
def __iter__() -> bytes = {self}.linesOfBytes()
def readline() -> bytes = {self}.readLineOfBytes()
def readlines() -> list[bytes] = Lists.copy({self}.linesOfBytes())
def write(b: bytearray) -> int = {self}.write({b}.bytes())
def seek(offset: int, whence: int) -> int = {self}.seek({offset}, {whence})
def truncate(size: int? = null) -> int = {self}.truncate({size})
def readable() -> bool = {self}.isReadable()
def writable() -> bool = {self}.isWritable()
attr name: str = {self}.name()
attr mode: str = {self}.mode()
attr closed: bool = {self}.isClosed()
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
def scandir(path: any = ".") -> dirscan = new FileTree.Scan(FilePath.of({path}).children())
def fspath(path: any) -> str = Py.str({path})
def chmod(path: any, mode: int) -> None = FilePath.of({path}).chmod({mode})
def symlink(target: any, path: any) -> None = FilePath.of({path}).linkTo({target})
const pathsep: str = ":"
const curdir: str = "."
const pardir: str = ".."
const extsep: str = "."
const devnull: str = "/dev/null"
def listdir(path: any = ".") -> list[str] = FilePath.of({path}).names()
def mkdir(path: any, mode: any = 0) -> None = FilePath.of({path}).makeDirectory(false, false)
def makedirs(path: any, exist_ok: bool = false) -> None = FilePath.of({path}).makeDirectory(true, {exist_ok})
def remove(path: any) -> None = FilePath.of({path}).delete(false)
def unlink(path: any) -> None = FilePath.of({path}).delete(false)
def rmdir(path: any) -> None = FilePath.of({path}).delete(false)
def rename(a: any, b: any) -> path = FilePath.of({a}).rename({b})
def replace(a: any, b: any) -> path = FilePath.of({a}).rename({b})
def walk(path: any) -> list[tuple[str, list[str], list[str]]] = FileTree.walk(Py.str({path}))
def stat(path: any) -> path = FilePath.of({path}).stat()
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
def abspath(p: any) -> str = FileNames.absolute(Py.str({p}))
def normpath(p: any) -> str = FileNames.normal(Py.str({p}))
def relpath(path: any, start: any = ".") -> str = FileNames.relative(Py.str({path}), Py.str({start}))
def commonpath(paths: iter[any]) -> str = FileNames.commonPath({paths})
def commonprefix(paths: iter[any]) -> str = FileNames.commonPrefix({paths})
def expandvars(p: str) -> str = FileNames.expandVariables({p})
def isabs(p: any) -> bool = Py.str({p}).startsWith("/")
def islink(p: any) -> bool = FilePath.of({p}).isLink()
def normcase(p: any) -> str = Py.str({p})
const sep: str = "/"
const pathsep: str = ":"
const curdir: str = "."
const pardir: str = ".."
const extsep: str = "."
def realpath(p: any) -> str = FilePath.of({p}).resolve().text()
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
def with_stem(s: str) -> path = {self}.withName({s} + {self}.suffix())
def relative_to(*p: any) -> path = {self}.relativeTo({p})
def is_relative_to(*p: any) -> bool = {self}.isRelativeTo({p})
def match(pattern: str) -> bool = {self}.match({pattern})
def joinpath(*p: any) -> path = FilePath.of({self}, FilePath.joinAll({p}))
def as_uri() -> str = {self}.uri()
def is_symlink() -> bool = {self}.isLink()
def symlink_to(target: any) -> None = {self}.linkTo({target})
def chmod(mode: int) -> None = {self}.chmod({mode})
def expanduser() -> path = FilePath.of({self}.text().replaceFirst("^~", FilePath.home().text()))
def samefile(o: any) -> bool = {self}.resolve().equals(FilePath.of({o}).resolve())
def walk() -> list[tuple[path, list[str], list[str]]] = FileTree.walkPaths({self})
attr path: str = {self}.text()
attr anchor: str = {self}.anchor()
attr root: str = {self}.anchor()
attr drive: str = ""
attr st_mode: int = {self}.mode()
def __rtruediv__(o: any) -> path = {self}.rtruediv({o})
def resolve() -> path = {self}.resolve()
def absolute() -> path = {self}.resolve()
def as_posix() -> str = {self}.text()
def exists() -> bool = {self}.exists()
def is_file() -> bool = {self}.isFile()
def is_dir() -> bool = {self}.isDirectory()
def stat() -> path = {self}.stat()
def lstat() -> path = {self}.stat()
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

type dirscan = FileTree.Scan
attr __enter__: dirscan = {self}
def __iter__() -> path = {self}
module shutil
def copytree(a: any, b: any, *, dirs_exist_ok: bool = false) -> str = FileTree.copy(FilePath.of({a}), FilePath.of({b}), {dirs_exist_ok})
def copy2(a: any, b: any) -> str = FilePath.of({a}).copy({b})
def which(name: str) -> str? = FileTree.which({name})
def rmtree(p: any, ignore_errors: bool = false) -> None = FileTree.delete(FilePath.of({p}), {ignore_errors})
def copy(a: any, b: any) -> str = FilePath.of({a}).copy({b})
def copyfile(a: any, b: any) -> str = FilePath.of({a}).copy({b})
def move(a: any, b: any) -> str = FileTree.move(FilePath.of({a}), FilePath.of({b}))
module tempfile
def TemporaryDirectory(*, prefix: str = "tmp") -> manager[str] = FilePath.temporaryDirectory({prefix})
def NamedTemporaryFile(*, suffix: str = "", prefix: str = "tmp", delete: bool = true) -> binaryfile = FileTree.temporaryFile({prefix}, {suffix}, "w+b", {delete})
def NamedTemporaryFile(mode: bytesmode, *, suffix: str = "", prefix: str = "tmp", delete: bool = true) -> binaryfile = FileTree.temporaryFile({prefix}, {suffix}, {mode}, {delete})
def NamedTemporaryFile(mode: str, *, suffix: str = "", prefix: str = "tmp", delete: bool = true, encoding: any = null) -> file = FileTree.temporaryFile({prefix}, {suffix}, PyFile.mode({mode}, {encoding}, null), {delete})
def TemporaryFile() -> binaryfile = FileTree.temporaryFile("tmp", "", "w+b", true)
def TemporaryFile(mode: bytesmode) -> binaryfile = FileTree.temporaryFile("tmp", "", {mode}, true)
def TemporaryFile(mode: str) -> file = FileTree.temporaryFile("tmp", "", {mode}, true)
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
def warn(message: any, category: any = null, stacklevel: any = 1) -> None = Warnings.warn({message}, {category})
def simplefilter(action: str, category: any = null) -> None = Warnings.filter({action}, {category})
def filterwarnings(action: str, message: str = "", category: any = null) -> None = Warnings.filter({action}, {message}, {category})
def resetwarnings() -> None = Warnings.forget()
def catch_warnings(*, record: bool = false, action: str? = null, category: any = null) -> manager[list[warningmessage]] = Warnings.catching({record}, {action}, {category})
type warningmessage = WarningMessage
attr message: Exception = Py.cast({self}.message())
attr category: object = {self}.category()
attr filename: str = {self}.filename()
attr lineno: int = {self}.lineno()
module atexit
def register(f: call[R], *args: any, **kwargs: any) -> None = PySys.atExit({f})
module types
def MappingProxyType(d: dict[K, V]) -> dict[K, V] = new MappingProxy<>({d})
def SimpleNamespace(**kw: any) -> object = PySys.namespace({kw})
markers TracebackType FrameType CoroutineType FunctionType
module traceback
def print_exc() -> None = PySys.printTrace({handled})
def print_exc(*, file: any) -> None = PySys.printTrace({handled}, {file})
def print_exception(e: Exception, *, file: any) -> None = PySys.printTrace({e}, {file})
def print_exception(kind: any, e: Exception, tb: any) -> None = PySys.printTrace({e})
def print_exception(kind: any, e: Exception, tb: any, *, file: any) -> None = PySys.printTrace({e}, {file})
def format_exception(kind: any, e: Exception, tb: any) -> list[str] = Strs.lines(PySys.formatTrace({e}), true)
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
def UUID(*, int: num, version: int? = null) -> uuid = Identifier.of({int}, {version})
def UUID(*, hex: str, version: int? = null) -> uuid = Identifier.of(Identifier.parse({hex}).number(), {version})
def UUID(*, bytes: bytes, version: int? = null) -> uuid = Identifier.of({bytes}, {version})
const NAMESPACE_DNS: uuid = Identifier.parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
const NAMESPACE_OID: uuid = Identifier.parse("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
const NAMESPACE_X500: uuid = Identifier.parse("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
const NAMESPACE_URL: uuid = Identifier.parse("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
type uuid = Identifier
attr hex: str = {self}.hex()
attr int: num = {self}.number()
attr version: int? = {self}.version()
attr bytes: bytes = {self}.bytes()
attr urn: str = "urn:uuid:" + {self}
attr variant: str = {self}.variant()
attr fields: vartuple[int] = {self}.fields()
attr node: int = {self}.fields().get(5)
attr time_low: int = {self}.fields().get(0)
module hashlib
def pbkdf2_hmac(hash_name: str, password: bytes, salt: bytes, iterations: int, dklen: int? = null) -> bytes = Hash.stretched({hash_name}, {password}, {salt}, {iterations}, {dklen})
def md5(data: bytes = Bytes.of("")) -> hash = new Hash("MD5", {data})
def md5(data: any) -> hash = new Hash("MD5", Hash.data({data}))
def sha1(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-1", {data})
def sha1(data: any) -> hash = new Hash("SHA-1", Hash.data({data}))
def sha224(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-224", {data})
def sha224(data: any) -> hash = new Hash("SHA-224", Hash.data({data}))
def sha256(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-256", {data})
def sha256(data: any) -> hash = new Hash("SHA-256", Hash.data({data}))
def sha384(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-384", {data})
def sha384(data: any) -> hash = new Hash("SHA-384", Hash.data({data}))
def sha512(data: bytes = Bytes.of("")) -> hash = new Hash("SHA-512", {data})
def sha3_224(data: bytes = Bytes.of("")) -> hash = new Hash("SHA3-224", {data})
def sha3_256(data: bytes = Bytes.of("")) -> hash = new Hash("SHA3-256", {data})
def sha3_384(data: bytes = Bytes.of("")) -> hash = new Hash("SHA3-384", {data})
def sha3_512(data: bytes = Bytes.of("")) -> hash = new Hash("SHA3-512", {data})
def sha512(data: any) -> hash = new Hash("SHA-512", Hash.data({data}))
def new(name: str, data: bytes = Bytes.of("")) -> hash = Hash.named({name}, {data})
def new(name: str, data: any) -> hash = Hash.named({name}, Hash.data({data}))
type hash = Hash
def update(data: bytes) -> None = {self}.update({data})
def update(data: any) -> None = {self}.update(Hash.data({data}))
def digest() -> bytes = {self}.digest()
def hexdigest() -> str = {self}.digest().hex()
def copy() -> hash = {self}.copy()
attr digest_size: int = {self}.size()
attr block_size: int = {self}.blockSize()
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
def b32decode(b: any) -> bytes = Hash.ofBase32({b})
def standard_b64encode(b: bytes) -> bytes = Hash.base64({b}, false)
def standard_b64decode(b: any) -> bytes = Hash.ofBase64({b}, false)
def encodebytes(b: bytes) -> bytes = Hash.base64Lines({b})
def decodebytes(b: bytes) -> bytes = Hash.ofBase64({b}, false)
def b85encode(b: bytes) -> bytes = Base85.encode({b})
def b85decode(b: any) -> bytes = Base85.decode({b})
module binascii
def hexlify(b: bytes) -> bytes = Bytes.encode({b}.hex(), "ascii")
def unhexlify(b: any) -> bytes = Bytes.unhexlify({b})
exception binascii.Error(ValueError) = Errors.BinasciiError
def crc32(b: any, value: int = 0) -> int = Hash.crc32(Bytes.make({b}), {value})
def b2a_hex(b: bytes) -> bytes = Bytes.encode({b}.hex(), "ascii")
def a2b_hex(b: any) -> bytes = Bytes.unhexlify({b})
def hexlify(b: bytes, sep: str) -> bytes = Bytes.encode({b}.hex({sep}), "ascii")
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
def quote(s: str, safe: str = "/") -> str = UrlText.quote({s}, {safe}, false)
def quote(s: bytes, safe: str = "/") -> str = UrlText.quote({s}, {safe}, false)
def quote(s: any, safe: str = "/") -> str = UrlText.quote(UrlText.bare({s}), {safe}, false)
def quote_plus(s: str, safe: str = "") -> str = UrlText.quote({s}, {safe}, true)
def quote_plus(s: bytes, safe: str = "") -> str = UrlText.quote({s}, {safe}, true)
def quote_plus(s: any, safe: str = "") -> str = UrlText.quote(UrlText.bare({s}), {safe}, true)
def quote_from_bytes(b: bytes, safe: str = "/") -> str = UrlText.quote({b}, {safe}, false)
def unquote(s: str) -> str = UrlText.unquote({s}, false)
def unquote(s: any) -> str = UrlText.unquote(UrlText.quoted({s}), false)
def unquote_plus(s: str) -> str = UrlText.unquote({s}, true)
def unquote_to_bytes(s: str) -> bytes = UrlText.unquoteToBytes({s})
def urlencode(query: any, doseq: bool = false, safe: str = "") -> str = UrlText.encode({query}, {doseq}, {safe}, false)
def urlparse(url: str, scheme: str = "") -> url = Url.parse({url}, {scheme})
def urlparse(url: any, scheme: str = "") -> url = Url.parse(UrlText.text({url}), {scheme})
def urlsplit(url: str, scheme: str = "") -> url = Url.split({url}, {scheme})
def urlsplit(url: any, scheme: str = "") -> url = Url.split(UrlText.text({url}), {scheme})
def urlunparse(parts: url) -> str = Url.unsplit({parts}.values())
def urlunparse(parts: any) -> str = Url.unsplit(Iters.of({parts}))
def urlunsplit(parts: url) -> str = Url.unsplit({parts}.values())
def urlunsplit(parts: any) -> str = Url.unsplit(Iters.of({parts}))
def urldefrag(url: str) -> tuple[str, str] = Url.withoutFragment({url})
def urljoin(base: str, url: str) -> str = Url.join({base}, {url})
def parse_qs(qs: str, keep_blank_values: bool = false, separator: str = "&") -> dict[str, list[str]] = UrlText.query({qs}, {keep_blank_values}, {separator})
def parse_qs(qs: any, keep_blank_values: bool = false, separator: str = "&") -> dict[str, list[str]] = UrlText.query(UrlText.text({qs}), {keep_blank_values}, {separator})
def parse_qsl(qs: str, keep_blank_values: bool = false, separator: str = "&") -> list[tuple[str, str]] = UrlText.queryPairs({qs}, {keep_blank_values}, {separator})
def parse_qsl(qs: any, keep_blank_values: bool = false, separator: str = "&") -> list[tuple[str, str]] = UrlText.queryPairs(UrlText.text({qs}), {keep_blank_values}, {separator})
class ParseResult = url
class SplitResult = url
type url = Url
attr scheme: str = {self}.scheme()
attr netloc: str = {self}.netloc()
attr path: str = {self}.path()
attr params: str = Py.str({self}.params())
attr query: str = {self}.query()
attr fragment: str = {self}.fragment()
attr hostname: str? = {self}.hostname()
attr port: int? = {self}.port()
attr username: str? = {self}.username()
attr password: str? = {self}.password()
def geturl() -> str = {self}.text()
def _replace(**parts: any) -> url = {self}.replace({parts})
def __getitem__(i: int) -> str = Py.str(Lists.get({self}.values(), {i}))
def __iter__() -> str = Iters.<String>cast({self}.values())
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
def fnmatch(name: str, pattern: str) -> bool = FileNames.matches({name}, {pattern})
def translate(pattern: str) -> str = FileNames.translate({pattern})
def fnmatchcase(name: str, pattern: str) -> bool = FileNames.matches({name}, {pattern})
def filter(names: iter[str], pattern: str) -> list[str] = FileNames.matching({names}, {pattern})

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
