"""Mistakes as authors make them, one to a method."""

import asyncio
import collections
import dataclasses
import enum
import functools
import json
import re
import weft


@dataclasses.dataclass
class Order:
    id: int
    total: float
    tags: list[str] = dataclasses.field(default_factory=list)
    note: str | None = None

    def __post_init__(self):
        if self.total < 0:
            raise ValueError(f"order {self.id}: total {self.total} is negative")

    @property
    def average(self):
        return self.total / len(self.tags)


class State(enum.Enum):
    OPEN = "open"
    CLOSED = "closed"


class OrderError(Exception):
    """An order that cannot be processed."""


class MissingField(OrderError):
    def __init__(self, field):
        super().__init__(f"missing field {field!r}")
        self.field = field


class Cart:
    def __init__(self):
        self.items = {}

    def add(self, name, count=1):
        self.items[name] += count

    def total(self, prices):
        return sum(prices[name] * count for name, count in self.items.items())

    def __len__(self):
        return "three"

    def __getitem__(self, key):
        return self.itmes[key]


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(x, y, strict=True)] for x, y in zip(self.rows, other.rows)])

    def __eq__(self, other):
        return self.rows == other.rows

    def __str__(self):
        return self.rows


def parse_line(line):
    name, value = line.split("=")
    return name.strip(), float(value)


def find_user(users, name):
    for user in users:
        if user["name"] == name:
            return user


def depth(tree):
    return 1 + max(depth(child) for child in tree["children"])


def countdown(n):
    while n:
        yield 10 / (n - 1)
        n -= 1


PRICES = {"apple": 1.5, "pear": 2}
RULES = [("min", lambda row: row["value"] > row["min"]), ("max", lambda row: row["value"] < row["max"])]


class AuthorMistakes(weft.Node):
    def initialize(self):
        self.seen = set()
        self.cache = {}
        self.cart = Cart()

    async def process(self, item):
        result = getattr(self, "do_" + item["do"])(item.get("x"))
        if asyncio.iscoroutine(result):
            result = await result
        return result

    def do_key(self, x):
        return x["name"]

    def do_nested_key(self, x):
        return x["user"]["address"]["city"]

    def do_none_method(self, x):
        return find_user(x, "nobody")["age"]

    def do_none_upper(self, x):
        return x.get("name").upper()

    def do_regex_none(self, x):
        return re.match(r"(\d+)-(\d+)", x).group(1)

    def do_split_unpack(self, x):
        return parse_line(x)

    def do_int(self, x):
        return int(x) + 1

    def do_float_sum(self, x):
        return sum(float(v) for v in x)

    def do_sum(self, x):
        total = 0
        for v in x:
            total += v
        return total

    def do_average(self, x):
        return sum(x) / len(x)

    def do_max(self, x):
        return max(x)

    def do_max_key(self, x):
        return max(x, key=lambda row: row["score"])

    def do_sort(self, x):
        return sorted(x, key=lambda row: (row["a"], row["b"]))

    def do_sort_plain(self, x):
        x.sort()
        return x

    def do_join(self, x):
        return ", ".join(x)

    def do_concat(self, x):
        return "total: " + x

    def do_concat_int(self, x):
        return 1 + x

    def do_index(self, x):
        return x[3]

    def do_first(self, x):
        return x[0]["name"]

    def do_slice_step(self, x):
        return x[::0]

    def do_order(self, x):
        return dataclasses.asdict(Order(**x))

    def do_order_average(self, x):
        return Order(**x).average

    def do_order_total(self, x):
        return Order(**x).total * 2

    def do_enum(self, x):
        return State(x).name

    def do_enum_name(self, x):
        return State[x].value

    def do_cart(self, x):
        self.cart.add(x)
        return len(self.cart.items)

    def do_cart_total(self, x):
        cart = Cart()
        cart.items = x
        return cart.total(PRICES)

    def do_cart_len(self, x):
        return len(self.cart)

    def do_cart_item(self, x):
        return self.cart[x]

    def do_matrix(self, x):
        return (Matrix(x) + Matrix([[1, 2], [3, 4]])).rows

    def do_matrix_eq(self, x):
        return Matrix(x) == x

    def do_matrix_str(self, x):
        return str(Matrix(x))

    def do_matrix_fstring(self, x):
        return f"matrix {Matrix(x)}"

    def do_depth(self, x):
        return depth(x)

    def do_recursion(self, x):
        return self.do_recursion(x + 1)

    def do_json(self, x):
        return json.loads(x)["a"]

    def do_json_dumps(self, x):
        return json.dumps({"seen": self.seen, "x": x})

    def do_custom(self, x):
        if "id" not in x:
            raise MissingField("id")
        return x["id"]

    def do_chained(self, x):
        try:
            return int(x["count"])
        except (KeyError, ValueError) as error:
            raise OrderError(f"bad count in {x}") from error

    def do_reraise(self, x):
        try:
            return x["a"] / x["b"]
        except ZeroDivisionError:
            raise

    def do_handler_fails(self, x):
        try:
            return x["a"]
        except KeyError as error:
            return error.message

    def do_finally_fails(self, x):
        try:
            return x["a"]
        finally:
            x["closed"] = x["open"]

    def do_assert(self, x):
        assert isinstance(x, list), f"expected a list, got {type(x).__name__}"
        assert len(x) > 1
        return x

    def do_type_name(self, x):
        raise TypeError("expected a str, got " + type(x).__name__)

    def do_missing_self(self, x):
        return self.counter + 1

    def do_missing_method(self, x):
        return self.normalize(x)

    def do_wrong_count(self, x):
        return parse_line(x, 1)

    def do_wrong_keyword(self, x):
        return parse_line(text=x)

    def do_generator(self, x):
        return list(countdown(x))

    def do_generator_next(self, x):
        it = iter(x)
        return [next(it), next(it)]

    async def do_async_next(self, x):
        return next(v for v in x if v > 10)

    def do_rules(self, x):
        return [name for name, rule in RULES if not rule(x)]

    def do_counter(self, x):
        counts = collections.Counter(x)
        return counts.most_common(1)[0][0].upper()

    def do_defaultdict(self, x):
        groups = collections.defaultdict(list)
        for row in x:
            groups[row["k"]].append(row["v"])
        return dict(groups)["missing"]

    def do_deque(self, x):
        return collections.deque(x, maxlen=2)[2]

    def do_reduce(self, x):
        return functools.reduce(lambda a, b: a * b, x)

    def do_unhashable(self, x):
        self.seen.add(x)
        return len(self.seen)

    def do_dict_unhashable(self, x):
        return {tuple(v): v for v in [x]}[x]

    def do_change_while(self, x):
        for key in x:
            if key == "drop":
                del x[key]
        return x

    def do_set_change(self, x):
        values = set(x)
        for v in values:
            values.add(v + 1)
        return len(values)

    def do_global(self, x):
        return THRESHOLD < x

    def do_format(self, x):
        return f"{x:.2f}"

    def do_format_name(self, x):
        return "{name} is {age}".format(**x)

    def do_percent(self, x):
        return "%d items" % x

    def do_percent_dict(self, x):
        return "%(a)s and %(b)s" % x

    def do_compare(self, x):
        return x["a"] < x["b"]

    def do_compare_chain(self, x):
        return 0 < x < 10

    def do_bool_index(self, x):
        return ["no", "yes"][x > 1]

    def do_range(self, x):
        return [i for i in range(x)]

    def do_enumerate(self, x):
        return [i for i, _ in enumerate(x)]

    def do_zip(self, x):
        return [a + b for a, b in zip(x, x[1:])]

    def do_zip_strict(self, x):
        return list(zip(x, [1, 2], strict=True))

    def do_star(self, x):
        return parse_line(*x)

    def do_star_dict(self, x):
        return Order(**x, id=1).id

    def do_call_none(self, x):
        return self.cache.get("handler")(x)

    def do_call_str(self, x):
        return x()

    def do_property_set(self, x):
        order = Order(1, 2.0)
        order.average = x

    def do_walrus(self, x):
        if (n := len(x)) > 2:
            return n

    def do_ternary(self, x):
        return x["a"] if x["flag"] else x["b"]

    def do_lambda(self, x):
        double = lambda v: v * 2
        return double(x) - 1

    def do_map(self, x):
        return list(map(lambda v: v["a"], x))

    def do_filter(self, x):
        return list(filter(lambda v: v > 2, x))

    def do_any(self, x):
        return any(v > 3 for v in x)

    def do_dict_comp(self, x):
        return {row["id"]: row["name"].strip() for row in x}

    def do_nested_comp(self, x):
        return [
            cell * 2
            for row in x
            for cell in row
            if cell > 0
        ]

    def do_multi_line(self, x):
        return {
            "name": x["name"],
            "total": sum(
                line["price"] * line["count"]
                for line in x["lines"]
            ),
            "first": x["lines"][0]["name"]
            .strip()
            .upper(),
        }

    def do_long_call(self, x):
        return Order(
            id=x["id"],
            total=float(
                x["total"],
            ),
            tags=[
                tag.lower()
                for tag in x["tags"]
            ],
        ).average

    def do_match(self, x):
        match x:
            case {"type": "add", "values": [a, b]}:
                return a + b
            case {"type": "neg", "value": v}:
                return -v
            case [first, *rest]:
                return first / len(rest)
            case str():
                return x.index("q")
        raise OrderError(f"unknown: {x!r}")

    async def fetch(self, x):
        await asyncio.sleep(0.01)
        return x["url"]

    async def do_await_missing(self, x):
        return self.fetch(x)["a"]

    async def do_await_twice(self, x):
        coro = self.fetch({"url": 1})
        await coro
        return await coro

    async def do_await_value(self, x):
        return await x

    async def do_gather(self, x):
        return await asyncio.gather(*(self.fetch(v) for v in x))

    async def do_gather_errors(self, x):
        results = await asyncio.gather(*(self.fetch(v) for v in x), return_exceptions=True)
        return [repr(r) for r in results]

    async def do_group(self, x):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self.fetch(v)) for v in x]
        return [t.result() for t in tasks]

    async def do_group_caught(self, x):
        try:
            async with asyncio.TaskGroup() as group:
                for v in x:
                    group.create_task(self.fetch(v))
        except* KeyError as errors:
            raise OrderError(f"{len(errors.exceptions)} failed")

    async def do_timeout(self, x):
        async with asyncio.timeout(0.05):
            await asyncio.sleep(x)
        return "slept"

    async def do_wait_for(self, x):
        return await asyncio.wait_for(self.fetch(x), 1)

    async def do_result_early(self, x):
        task = asyncio.create_task(self.fetch({"url": 2}))
        return task.result()

    async def do_cancelled(self, x):
        task = asyncio.create_task(self.fetch({"url": 2}))
        task.cancel()
        return await task

    async def do_async_for_list(self, x):
        async for v in x:
            return v

    async def do_async_with(self, x):
        async with self.cart as cart:
            return cart

    async def do_queue(self, x):
        queue = asyncio.Queue()
        return queue.get_nowait()

    async def do_lock(self, x):
        lock = asyncio.Lock()
        lock.release()

    async def do_create_task(self, x):
        task = asyncio.create_task(x)
        return await task

    async def do_sleep(self, x):
        await asyncio.sleep(x)
