package dev.weft.executor.python;

import static dev.weft.executor.python.Bench.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.executor.RunResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Modules of the standard library that authors use: each is imported and gives an answer. */
class StandardLibraryTest {
  /** Module, expression, what CPython 3.13 prints for it. */
  private static final String TABLE =
      """
      json | json.loads(json.dumps({"a": [1, 2.5, None, True, "ü"]}, sort_keys=True)) | {'a': [1, 2.5, None, True, 'ü']}
      re | re.findall(r"(\\w)(\\d+)", "a1 b22 c"), re.sub("[aeiou]", "*", "education") | ([('a', '1'), ('b', '22')], '*d*c*t**n')
      datetime | (datetime.date(2024, 2, 28) + datetime.timedelta(days=2)).isoformat() | '2024-03-01'
      math | math.isqrt(10**20), math.comb(10, 3), math.hypot(3, 4), math.gcd(12, 18) | (10000000000, 120, 5.0, 6)
      statistics | statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.pstdev([2, 4]) | (2.5, 2, 1.0)
      collections | collections.Counter("abca").most_common(1), collections.deque([1, 2, 3], maxlen=2) | ([('a', 2)], deque([2, 3], maxlen=2))
      itertools | list(itertools.batched("abcde", 2)), list(itertools.accumulate([1, 2, 3])) | ([('a', 'b'), ('c', 'd'), ('e',)], [1, 3, 6])
      functools | functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.partial(pow, 2)(10) | (24, 1024)
      dataclasses | dataclasses.asdict(dataclasses.make_dataclass("P", ["x", "y"])(1, 2)) | {'x': 1, 'y': 2}
      enum | enum.IntEnum("E", "A B").B, enum.Flag("F", "X Y").X.value | (<E.B: 2>, 1)
      typing | typing.get_args(typing.Union[int, str]), typing.cast(int, 1) | ((<class 'int'>, <class 'str'>), 1)
      logging | logging.getLevelName(30), logging.getLogger("a.b").parent.name | ('WARNING', 'root')
      textwrap | textwrap.shorten("Hello wonderful world", 15), textwrap.dedent("  a") | ('Hello [...]', 'a')
      string | string.ascii_lowercase[:3], string.Template("$a!").substitute(a=1), string.capwords("ab cd") | ('abc', '1!', 'Ab Cd')
      csv | list(csv.reader(['a,"b,c"', '1,2'])) | [['a', 'b,c'], ['1', '2']]
      io | io.StringIO("a\\nb").readlines(), io.BytesIO(b"xy").read(1) | (['a\\n', 'b'], b'x')
      base64 | base64.b64encode(b"weft"), base64.b32decode(b"O5SWM5A=") | (b'd2VmdA==', b'weft')
      hashlib | hashlib.sha256(b"weft").hexdigest()[:16], hashlib.md5(b"").hexdigest() | ('%s', 'd41d8cd98f00b204e9800998ecf8427e')
      uuid | str(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org")), uuid.UUID(int=1).hex[-1] | ('aad03681-8b63-5304-89e0-8ca8f49461b5', '1')
      random | random.Random(42).randint(1, 1000), round(random.Random(1).random(), 6) | (655, 0.134364)
      heapq | heapq.nsmallest(2, [5, 1, 4]), list(heapq.merge([1, 3], [2])) | ([1, 4], [1, 2, 3])
      bisect | bisect.bisect_left([1, 3, 5], 3), bisect.bisect([1, 3, 5], 3) | (1, 2)
      decimal | decimal.Decimal("0.1") + decimal.Decimal("0.2"), decimal.Decimal(2).sqrt() | (Decimal('0.3'), Decimal('1.414213562373095048801688724'))
      fractions | fractions.Fraction(1, 3) + fractions.Fraction(1, 6), fractions.Fraction("0.125") | (Fraction(1, 2), Fraction(1, 8))
      urllib.parse | urllib.parse.urlencode({"q": "a b&c"}), urllib.parse.urlsplit("http://h:80/p?x=1").port | ('q=a+b%%26c', 80)
      html | html.escape("<a & 'b'>"), html.unescape("&eacute;&#x41;") | ('&lt;a &amp; &#x27;b&#x27;&gt;', 'éA')
      contextlib | contextlib.nullcontext(3).__enter__(), contextlib.suppress(KeyError).__exit__(KeyError, KeyError(), None) | (3, True)
      contextvars | contextvars.copy_context().run(lambda: contextvars.ContextVar("v", default=7).get()) | 7
      asyncio | asyncio.iscoroutinefunction(asyncio.sleep), asyncio.Queue(3).maxsize | (True, 3)
      abc | sorted(type("A", (abc.ABC,), {"f": abc.abstractmethod(lambda s: 1)}).__abstractmethods__) | ['f']
      operator | operator.itemgetter(1)([5, 6]), operator.attrgetter("real")(3) | (6, 3)
      copy | copy.deepcopy([[1], {2: 3}]) | [[1], {2: 3}]
      struct | struct.pack("<hI", 1, 2), struct.unpack(">d", bytes(8)) | (b'\\x01\\x00\\x02\\x00\\x00\\x00', (0.0,))
      unicodedata | unicodedata.normalize("NFC", "e\\u0301"), unicodedata.name("ß") | ('é', 'LATIN SMALL LETTER SHARP S')
      zlib | zlib.decompress(zlib.compress(b"a" * 100)) == b"a" * 100, zlib.crc32(b"weft") | (True, %s)
      ipaddress | ipaddress.ip_network("10.0.0.0/30").num_addresses | 4
      difflib | difflib.get_close_matches("appel", ["ape", "apple"]) | ['apple', 'ape']
      calendar | calendar.monthrange(2024, 2) | (calendar.THURSDAY, 29)
      xml.etree.ElementTree | xml.etree.ElementTree.fromstring("<a><b>1</b></a>").findtext("b") | '1'
      tomllib | tomllib.loads("a = [1, 2]\\n[t]\\nb = 'c'") | {'a': [1, 2], 't': {'b': 'c'}}
      zoneinfo | zoneinfo.ZoneInfo.__name__ | 'ZoneInfo'
      concurrent.futures | list(concurrent.futures.ThreadPoolExecutor().map(abs, [-1, 2])) | [1, 2]
      configparser | configparser.ConfigParser().sections() | []
      pprint | pprint.pformat({"b": 1, "a": 2}) | "{'a': 2, 'b': 1}"
      shlex | shlex.split("a 'b c'") | ['a', 'b c']
      secrets | len(secrets.token_hex(4)) | 8
      array | array.array("d", [1.5]).tobytes() | b'\\x00\\x00\\x00\\x00\\x00\\x00\\xf8?'
      """
          .formatted(sha256Prefix(), crc32());

  private static String sha256Prefix() {
    return HexFormat.of()
        .formatHex(ImageStore.digest().digest("weft".getBytes(StandardCharsets.UTF_8)))
        .substring(0, 16);
  }

  private static long crc32() {
    CRC32 sum = new CRC32();
    sum.update("weft".getBytes(StandardCharsets.UTF_8));
    return sum.getValue();
  }

  private static final String NODE =
      """
      import importlib
      class N(weft.Node):
          def process(self, item):
              module, expression = item
              names = {module.split(".")[0]: __import__(module)}
              return repr(eval(expression, names))
      """;

  @Test
  void modulesImportAndAnswerRight() {
    List<List<String>> rows = TABLE.lines().map(it -> List.of(it.split(" \\| ", 3))).toList();
    assertThat(rows).hasSizeGreaterThan(30).allSatisfy(it -> assertThat(it).hasSize(3));
    RunResult result =
        run(
            pipeline(ENGINE, node("n", "N", Map.of(), NODE)),
            rows.stream().map(it -> (Object) it.subList(0, 2)).toArray());
    assertThat(result.errors()).isEmpty();
    assertThat(result.outputs()).isEqualTo(rows.stream().map(it -> (Object) it.get(2)).toList());
  }
}
