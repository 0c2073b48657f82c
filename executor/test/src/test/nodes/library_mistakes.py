import base64
import binascii
import bisect
import collections
import csv
import datetime
import decimal
import fractions
import functools
import hashlib
import heapq
import io
import itertools
import json
import math
import operator
import random
import re
import statistics
import string
import struct
import textwrap
import time
import urllib.parse
import uuid
from collections import Counter, defaultdict, deque, namedtuple, OrderedDict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

import weft


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass(frozen=True)
class Ice:
    x: int


@dataclass(order=True)
class Rank:
    n: int


Pair = namedtuple("Pair", "a b")


def anything(x):
    return json.loads(json.dumps(x))


class LibraryMistakes(weft.Node):
    def process(self, item):
        return getattr(self, "visit_" + item)()

    def visit_json_broken(self):
        text = '{"a": }'
        return json.loads(text)

    def visit_json_empty(self):
        return json.loads("")

    def visit_json_extra(self):
        return json.loads('{"a": 1} x')

    def visit_json_type(self):
        value = anything(5)
        return json.loads(value)

    def visit_json_dumps(self):
        return json.dumps({"a": {1, 2}})

    def visit_json_dumps_obj(self):
        return json.dumps([Point(1)])

    def visit_int(self):
        return int("x")

    def visit_int_none(self):
        value = anything(None)
        return int(value)

    def visit_int_base(self):
        return int("zz", 10)

    def visit_int_list(self):
        value = anything([])
        return int(value)

    def visit_float(self):
        return float("1,5")

    def visit_float_none(self):
        value = anything(None)
        return float(value)

    def visit_dict_key(self):
        d = {"a": 1}
        return d["missing"]

    def visit_dict_int_key(self):
        d = {1: 1}
        return d[2]

    def visit_dict_pop(self):
        d = {"a": 1}
        return d.pop("b")

    def visit_dict_popitem(self):
        d: dict = {}
        return d.popitem()

    def visit_list_pop(self):
        values: list = []
        return values.pop()

    def visit_list_remove(self):
        return [1, 2].remove(3)

    def visit_list_index(self):
        return ["a"].index("b")

    def visit_list_assign(self):
        values = [1]
        values[3] = 4

    def visit_str_index(self):
        return "abc".index("z")

    def visit_str_item(self):
        return "abc"[10]

    def visit_tuple_item(self):
        return (1, 2)[5]

    def visit_set_remove(self):
        return {1, 2}.remove(3)

    def visit_deque_pop(self):
        return deque().popleft()

    def visit_re_paren(self):
        return re.compile("(")

    def visit_re_group(self):
        return re.match("a", "a").group(1)

    def visit_re_named(self):
        return re.match("a", "a").group("name")

    def visit_re_none(self):
        return re.match("a", "b").group()

    def visit_re_type(self):
        value = anything(5)
        return re.sub("a", "b", value)

    def visit_re_repeat(self):
        return re.compile("*a")

    def visit_strptime(self):
        return datetime.datetime.strptime("2024-13-01", "%Y-%m-%d")

    def visit_strptime_rest(self):
        return datetime.datetime.strptime("2024-12-01 10", "%Y-%m-%d")

    def visit_fromiso(self):
        return datetime.datetime.fromisoformat("yesterday")

    def visit_date_fromiso(self):
        return date.fromisoformat("2024-02-30")

    def visit_date_range(self):
        return date(2024, 2, 30)

    def visit_date_compare(self):
        aware = datetime.datetime.now(datetime.timezone.utc)
        return aware < datetime.datetime.now()

    def visit_date_add(self):
        value = anything(1)
        return date(2024, 1, 1) + value

    def visit_base64(self):
        return base64.b64decode("abc")

    def visit_base64_type(self):
        value = anything("text")
        return base64.b64encode(value)

    def visit_hex(self):
        return bytes.fromhex("zz")

    def visit_unhex(self):
        return binascii.unhexlify("abc")

    def visit_decimal(self):
        return Decimal("abc")

    def visit_decimal_zero(self):
        return Decimal(1) / Decimal(0)

    def visit_decimal_float(self):
        value = anything(1.5)
        return Decimal(1) + value

    def visit_mean(self):
        return statistics.mean([])

    def visit_median(self):
        return statistics.median([])

    def visit_stdev(self):
        return statistics.stdev([1])

    def visit_sqrt(self):
        return math.sqrt(-1)

    def visit_log(self):
        return math.log(0)

    def visit_sqrt_type(self):
        value = anything("4")
        return math.sqrt(value)

    def visit_factorial(self):
        return math.factorial(-1)

    def visit_urlsplit(self):
        value = anything(5)
        return urllib.parse.urlsplit(value)

    def visit_uuid(self):
        return uuid.UUID("nope")

    def visit_enum(self):
        return Color(7)

    def visit_enum_name(self):
        return Color["GREEN"]

    def visit_enum_attr(self):
        return Color.GREEN

    def visit_struct(self):
        return struct.unpack("<I", b"abc")

    def visit_struct_pack(self):
        return struct.pack("<B", 300)

    def visit_max(self):
        return max([])

    def visit_min(self):
        return min(x for x in [])

    def visit_sum(self):
        values = anything(["a", "b"])
        return sum(values)

    def visit_sorted(self):
        values = anything([1, "a"])
        return sorted(values)

    def visit_sorted_none(self):
        values = anything([1, None, 2])
        return sorted(values)

    def visit_join(self):
        values = anything(["a", 1])
        return ",".join(values)

    def visit_format(self):
        return "{:d}".format("x")

    def visit_format_spec(self):
        value = anything("x")
        return f"{value:.2f}"

    def visit_format_index(self):
        return "{} {}".format(1)

    def visit_format_key(self):
        return "{name}".format(other=1)

    def visit_percent(self):
        return "%d" % "x"

    def visit_percent_few(self):
        return "%s %s" % ("a",)

    def visit_percent_many(self):
        return "%s" % ("a", "b")

    def visit_len(self):
        value = anything(5)
        return len(value)

    def visit_iter(self):
        value = anything(5)
        for x in value:
            print(x)

    def visit_iter_none(self):
        value = anything(None)
        return [x for x in value]

    def visit_call(self):
        value = anything(5)
        return value()

    def visit_attr(self):
        value = anything(5)
        return value.name


    def visit_index_type(self):
        values = anything([1])
        key = anything("a")
        return values[key]

    def visit_subscript(self):
        value = anything(5)
        return value[0]

    def visit_none_subscript(self):
        value = anything(None)
        return value["a"]

    def visit_unhashable(self):
        key = anything([1])
        return {key: 1}

    def visit_unhashable_set(self):
        key = anything({})
        return {key}

    def visit_add_none(self):
        value = anything(None)
        return 1 + value

    def visit_add_str(self):
        value = anything(1)
        return "a" + value

    def visit_less(self):
        value = anything("1")
        return 1 < value

    def visit_greater(self):
        value = anything("1")
        return 1 > value

    def visit_rank_less(self):
        return Rank(1) < 5

    def visit_rank_greater(self):
        value = anything(5)
        return Rank(1) >= value

    def visit_point_less(self):
        return Point(1) < Point(2)

    def visit_in_none(self):
        value = anything(None)
        return 1 in value

    def visit_in_int(self):
        value = anything("abc")
        return 1 in value

    def visit_dataclass_missing(self):
        return Point()

    def visit_dataclass_extra(self):
        return Point(1, 2, 3)

    def visit_dataclass_named(self):
        return Point(1, z=3)

    def visit_frozen(self):
        ice = Ice(1)
        ice.x = 2

    def visit_replace(self):
        return replace(Point(1), z=3)

    def visit_namedtuple(self):
        return Pair(1)

    def visit_namedtuple_set(self):
        pair = Pair(1, 2)
        pair.a = 3

    def visit_bytes(self):
        return bytes([300])

    def visit_bytes_type(self):
        value = anything("abc")
        return bytes(value)

    def visit_decode(self):
        return b"\xff".decode()

    def visit_encode(self):
        return "é".encode("ascii")

    def visit_encoding(self):
        return "x".encode("nope")

    def visit_chr(self):
        return chr(-1)

    def visit_ord(self):
        return ord("ab")

    def visit_pow(self):
        return 0 ** -1

    def visit_shift(self):
        return 1 << -1

    def visit_floordiv(self):
        return 1 // 0

    def visit_fmod(self):
        return 1.5 % 0.0

    def visit_divmod(self):
        return divmod(1, 0)

    def visit_range(self):
        return range(1, 2, 0)

    def visit_slice(self):
        return [1, 2][::0]

    def visit_unpack_few(self):
        a, b, c = [1, 2]
        return a, b, c

    def visit_unpack_many(self):
        a, b = "abc"
        return a, b

    def visit_unpack_star(self):
        a, b, *c = [1]
        return a, b, c

    def visit_unpack_none(self):
        value = anything(None)
        a, b = value
        return a, b

    def visit_zip_strict(self):
        return list(zip([1], [1, 2], strict=True))

    def visit_next(self):
        return next(iter([]))

    def visit_reduce(self):
        return functools.reduce(lambda a, b: a + b, [])

    def visit_heappop(self):
        return heapq.heappop([])

    def visit_choice(self):
        return random.choice([])

    def visit_sample(self):
        return random.sample([1], 2)

    def visit_randint(self):
        return random.randint(2, 1)

    def visit_islice(self):
        return list(itertools.islice([1], anything(-1)))

    def visit_combinations(self):
        return list(itertools.combinations([1], -1))

    def visit_counter(self):
        value = anything(5)
        return Counter(value)

    def visit_csv(self):
        return next(csv.reader([]))

    def visit_dictreader(self):
        rows = list(csv.DictReader(io.StringIO("a,b\n1,2\n")))
        return rows[0]["c"]

    def visit_dictwriter(self):
        out = io.StringIO()
        writer = csv.DictWriter(out, ["a"])
        writer.writerow({"b": 1})

    def visit_hash(self):
        value = anything("text")
        return hashlib.sha256(value).hexdigest()

    def visit_hashname(self):
        return hashlib.new("nope")

    def visit_template(self):
        return string.Template("$a").substitute(b=1)

    def visit_fraction(self):
        return fractions.Fraction(1, 0)

    def visit_fraction_text(self):
        return fractions.Fraction("x")

    def visit_open(self):
        return open("/nonexistent/file.txt")

    def visit_getattr(self):
        return getattr(self, "nothing_there")

    def visit_setattr(self):
        value = anything(5)
        value.x = 1

    def visit_delitem(self):
        d = {"a": 1}
        del d["b"]

    def visit_dellist(self):
        values = [1]
        del values[4]

    def visit_isinstance(self):
        kind = anything(5)
        return isinstance(1, kind)

    def visit_assert(self):
        assert False

    def visit_assert_tuple(self):
        assert 1 == 2, ("a", 1)

    def visit_raise_int(self):
        value = anything(5)
        raise value

    def visit_timedelta(self):
        return timedelta(days=10**10)

    def visit_wrap(self):
        return textwrap.wrap("abc", 0)

    def visit_timezone(self):
        return datetime.timezone(timedelta(hours=25))

    def visit_replace_date(self):
        return date(2024, 1, 31).replace(month=2)

    def visit_round(self):
        value = anything("x")
        return round(value)

    def visit_abs(self):
        value = anything("x")
        return abs(value)

    def visit_minus(self):
        value = anything("x")
        return -value

    def visit_str_mul(self):
        value = anything("x")
        return "a" * value

    def visit_list_add(self):
        value = anything((1,))
        return [1] + value

    def visit_dict_update(self):
        value = anything(5)
        d: dict = {}
        d.update(value)

    def visit_dict_pairs(self):
        value = anything([1])
        return dict(value)

    def visit_extend(self):
        value = anything(5)
        values = [1]
        values.extend(value)

    def visit_startswith(self):
        value = anything(5)
        return "abc".startswith(value)

    def visit_split(self):
        return "abc".split("")

    def visit_replace_str(self):
        value = anything(5)
        return "abc".replace("a", value)

    def visit_strip(self):
        value = anything(5)
        return "abc".strip(value)

    def visit_bool(self):
        value = anything(None)
        return value.upper()

    def visit_dict_changed(self):
        d = {"a": 1}
        for key in d:
            d[key + "x"] = 1

    def visit_nested_missing(self):
        item = {"user": {"name": "x"}}
        return item["user"]["address"]["street"]

    def visit_nested_none(self):
        item = anything({"user": None})
        return item["user"]["name"]
