# Words and documents: difflib, html, unicodedata; what is packed: zlib, gzip.
module difflib
def SequenceMatcher(isjunk: any = null, a: any = "", b: any = "", autojunk: bool = true) -> sequencematcher = new SequenceMatcher({isjunk}, {a}, {b}, {autojunk})
def Differ(linejunk: any = null, charjunk: any = null) -> linediffer = new LineDiffer({linejunk}, {charjunk})
def unified_diff(a: iter[any], b: iter[any], fromfile: str = "", tofile: str = "", fromfiledate: str = "", tofiledate: str = "", n: int = 3, lineterm: str = "\n") -> iter[str] = Difflib.unified({a}, {b}, {fromfile}, {tofile}, {fromfiledate}, {tofiledate}, {n}, {lineterm})
def context_diff(a: iter[any], b: iter[any], fromfile: str = "", tofile: str = "", fromfiledate: str = "", tofiledate: str = "", n: int = 3, lineterm: str = "\n") -> iter[str] = Difflib.context({a}, {b}, {fromfile}, {tofile}, {fromfiledate}, {tofiledate}, {n}, {lineterm})
def ndiff(a: iter[str], b: iter[str]) -> iter[str] = LineDiffer.plain().compare({a}, {b})
def ndiff(a: iter[str], b: iter[str], linejunk: any, charjunk: any = null) -> iter[str] = new LineDiffer({linejunk}, {charjunk}).compare({a}, {b})
def restore(delta: iter[str], which: any) -> iter[str] = Difflib.restore({delta}, {which})
def get_close_matches(word: T, possibilities: iter[T], n: num = 3L, cutoff: any = 0.6) -> list[T] = Difflib.close({word}, {possibilities}, {n}, Numbers.toNumber({cutoff}))
def IS_CHARACTER_JUNK(ch: str) -> bool = Difflib.isSpace({ch})
def IS_LINE_JUNK(line: str) -> bool = Difflib.isBlank({line})
type linediffer = LineDiffer
def compare(a: iter[str], b: iter[str]) -> iter[str] = {self}.compare({a}, {b})
type sequencematcher = SequenceMatcher
attr bjunk: set[object] = {self}.bjunk()
attr bpopular: set[object] = {self}.bpopular()
def set_seqs(a: any, b: any) -> None = {self}.setSeqs({a}, {b})
def set_seq1(a: any) -> None = {self}.setSeq1({a})
def set_seq2(b: any) -> None = {self}.setSeq2({b})
def find_longest_match(alo: int = 0, ahi: int? = null, blo: int = 0, bhi: int? = null) -> matchrun = {self}.findLongestMatch({alo}, {ahi}, {blo}, {bhi})
def get_matching_blocks() -> list[object] = Py.cast({self}.getMatchingBlocks())
def get_opcodes() -> list[tuple[str, int, int, int, int]] = Py.cast({self}.getOpcodes())
def get_grouped_opcodes(n: int = 3) -> iter[list[tuple[str, int, int, int, int]]] = Py.cast({self}.getGroupedOpcodes({n}))
def ratio() -> float = {self}.ratio()
def quick_ratio() -> float = {self}.quickRatio()
def real_quick_ratio() -> float = {self}.realQuickRatio()
type matchrun = SequenceMatcher.Run
attr a: int = {self}.a()
attr b: int = {self}.b()
attr size: int = {self}.size()

module html
def escape(s: str, quote: bool = true) -> str = Html.escape({s}, {quote})
def unescape(s: str) -> str = Html.unescape({s})

module unicodedata
def normalize(form: str, s: str) -> str = UnicodeData.normalize({form}, {s})
def is_normalized(form: str, s: str) -> bool = UnicodeData.isNormalized({form}, {s})
def category(c: str) -> str = UnicodeData.category({c})
def bidirectional(c: str) -> str = UnicodeData.bidirectional({c})
def combining(c: str) -> int = UnicodeData.combining({c})
def mirrored(c: str) -> int = UnicodeData.mirrored({c})
def lookup(name: str) -> str = UnicodeData.lookup({name})
def name(c: str) -> str = UnicodeData.name({c})
def name(c: str, default: any) -> object = UnicodeData.name({c}, {default})
def decimal(c: str) -> int = (long) UnicodeData.decimal({c})
def decimal(c: str, default: any) -> object = UnicodeData.decimal({c}, {default})
def digit(c: str) -> int = (long) UnicodeData.digit({c})
def digit(c: str, default: any) -> object = UnicodeData.digit({c}, {default})
def numeric(c: str) -> float = (double) UnicodeData.numeric({c})
def numeric(c: str, default: any) -> object = UnicodeData.numeric({c}, {default})

module zlib
exception zlib.error(Exception) = Zlib.Failure
const MAX_WBITS: int = 15L
const DEFLATED: int = 8L
const Z_BEST_COMPRESSION: int = 9L
const Z_BEST_SPEED: int = 1L
const Z_DEFAULT_COMPRESSION: int = -1L
const Z_NO_COMPRESSION: int = 0L
def crc32(data: any, value: int = 0) -> int = Hash.crc32(Bytes.make({data}), {value})
def adler32(data: any, value: int = 1) -> int = Hash.adler32(Bytes.make({data}), {value})
def compress(data: any, level: int = -1, wbits: int = 15) -> bytes = Zlib.compress({data}, {level}, {wbits})
def decompress(data: any, wbits: int = 15) -> bytes = Zlib.decompress({data}, {wbits})
def compressobj(level: int = -1, wbits: int = 15) -> compressor = new Zlib.Compressor({level}, {wbits})
def decompressobj(wbits: int = 15) -> decompressor = new Zlib.Decompressor({wbits})
type compressor = Zlib.Compressor
def compress(data: any) -> bytes = {self}.compress({data})
def flush() -> bytes = {self}.flush()
type decompressor = Zlib.Decompressor
attr eof: bool = {self}.eof()
attr unused_data: bytes = {self}.unusedData()
def decompress(data: any) -> bytes = {self}.decompress({data})
def flush() -> bytes = {self}.flush()

module gzip
exception BadGzipFile(OSError) = Zlib.BadGzipFile
def compress(data: any, compresslevel: int = 9, *, mtime: num? = null) -> bytes = Zlib.gzip({data}, {compresslevel}, {mtime})
def decompress(data: any) -> bytes = Zlib.gunzip({data})
def open(filename: any) -> bytesio = Zlib.open({filename}, "rb", 9)
def open(filename: any, mode: bytesmode, compresslevel: int = 9) -> bytesio = Zlib.open({filename}, {mode}, {compresslevel})
def open(filename: any, mode: str, compresslevel: int = 9, encoding: str? = null) -> stringio = Zlib.openText({filename}, {mode}, {compresslevel}, {encoding})

module statistics
def NormalDist(mu: float = 0.0, sigma: float = 1.0) -> normaldist = new NormalDist({mu}, {sigma})
def NormalDist.from_samples(data: iter[any]) -> normaldist = NormalDist.fromSamples({data})
type normaldist = NormalDist
attr mean: float = {self}.mean()
attr median: float = {self}.mean()
attr mode: float = {self}.mean()
attr stdev: float = {self}.stdev()
attr variance: float = {self}.variance()
def samples(n: int, *, seed: any = null) -> list[float] = {self}.samples({n}, {seed})
def pdf(x: float) -> float = {self}.pdf({x})
def cdf(x: float) -> float = {self}.cdf({x})
def inv_cdf(p: float) -> float = {self}.invCdf({p})
def quantiles(n: int = 4) -> list[float] = {self}.quantiles({n})
def overlap(o: normaldist) -> float = {self}.overlap({o})
def zscore(x: float) -> float = {self}.zscore({x})
def __add__(o: any) -> normaldist = {self}.add({o})
def __radd__(o: any) -> normaldist = {self}.radd({o})
def __sub__(o: any) -> normaldist = {self}.sub({o})
def __rsub__(o: any) -> normaldist = {self}.rsub({o})
def __mul__(o: any) -> normaldist = {self}.mul({o})
def __rmul__(o: any) -> normaldist = {self}.rmul({o})
def __truediv__(o: any) -> normaldist = {self}.truediv({o})
def __neg__() -> normaldist = {self}.neg()
