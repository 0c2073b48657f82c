"""Calls of the library whose arguments only run time knows, and functions as values."""

import asyncio
import heapq
import json
import math
import random
import re
import threading
from collections import ChainMap, Counter
from datetime import datetime, timedelta
from functools import partial, reduce
from itertools import chain, product, zip_longest


def after(**delta):
    return timedelta(**delta)


def say(*values, **options):
    print(*values, **options)


def dump(value, *args, **options):
    return json.dumps(value, *args, **options)


args = (3, 4)
print(after(days=1, hours=2), timedelta(*[1, 2]), after())
print(pow(*args), max(*args), divmod(*args), range(*args), int(*["12"]), slice(*args))
print("abc".replace(*("a", "b")), "a b".split(*[" "]), dict(**{"a": 1}), round(*(3.14159, 2)))
print(sorted([2, 1, 3], **{"reverse": True}), math.hypot(*args), math.gcd(*[4, 6]))
print(json.loads(*["[1]"]), random.Random(*[3]).randint(*args), "{} {x}".format(*[1], **{"x": 2}))
say(1, 2, sep="-")
say("a", end="!\n")
print(dump({"b": 1, "a": [2]}, sort_keys=True), dump([1], indent=1).split("\n"))
try:
    after(daze=1)
except TypeError as e:
    print(type(e).__name__)

rows = [["ab", "c"], ["d"]]
print(list(zip_longest(["x", "y", "z"], *rows, fillvalue="")), list(zip_longest(*rows)))
print(list(product(*rows)), list(chain(*rows)), list(zip(*rows)))
print(list(heapq.merge(*[[1, 4], [2, 3]])), dict(ChainMap(*[{"a": 1}, {"b": 2}])))


def key(*args, **kwargs):
    return (args, *sorted(kwargs.items()))


print(key(1, 2, b=3, a=4))


class Keeper:
    def __init__(self, value):
        self.value = value

    def when(self, value):
        return value.replace(day=2) if isinstance(value, datetime) else value


keeper = Keeper(datetime(2020, 1, 1))
moved = Counter()
for each in [{"t": datetime(2020, 1, 5), "n": 2}, {"t": datetime(2020, 2, 5), "n": 3}]:
    moved[each["t"].replace(day=1)] += each["n"]
print(moved.most_common(1), keeper.when(keeper.value).isoformat(sep=" "))

compose = reduce(lambda f, g: lambda x: g(f(x)), [str, len, lambda n: n + 1])
print(compose(12345))
ready = [threading.Thread(target=lambda k=k: print("thread", k)) for k in range(2)]
for thread in ready:
    thread.start()
    thread.join()

rules = [(r"\*(.+?)\*", r"_\1_"), ("[A-Z]", lambda m: m[0].lower()), (r"{(\w)}", r"\g<1>")]
text = "*A* {B}"
for pattern, replacement in rules:
    text = re.sub(pattern, replacement, text)
print(text, re.findall(r"({{.*?}}|{%.*?%})", "a {{ b }} {% c %}"), re.findall("a{1,x}", "a{1,x}"))
print([f"{s * b}{b * s}" for s, b in [("x", True), ("y", False)]], [1] * True)


def outer():
    def inner():
        inner.calls += 1
        return inner.calls

    inner.calls = 0
    return inner


def same():
    def callback():
        return 1

    callbacks = [callback]
    print(callback in callbacks, callback == callback, len({callback, callback}))
    callbacks.remove(callback)
    return callbacks


count = outer()
print(count(), count(), count.calls, outer().calls, same())


class Kinds:
    def on_say(self, room, *, to=None):
        return f"{room} {to}"


message = {"type": "say", "room": "py", "to": "bob"}
print(getattr(Kinds(), "on_" + message.pop("type"))(**message))


async def main():
    queue = asyncio.PriorityQueue()
    for n in [1, 1.0, 3, 2, 2.0, True]:
        queue.put_nowait(n)
    print([queue.get_nowait() for _ in range(6)])
    print(await asyncio.to_thread(lambda: threading.current_thread() is threading.main_thread()))


asyncio.run(main())
