"""Functions made in loops see what the last round made of a variable, as long as they live."""
import asyncio
from functools import partial

module_level = []
for i in range(3):
    module_level.append(lambda: i)
for i in range(10, 12):
    module_level.append(lambda: i * 2)
print([f() for f in module_level])

words = [lambda: w for w in ("a", "b")]
print([f() for f in words])


def of_ranges():
    functions = []
    for i in range(3):
        functions.append(lambda: i)
    print([f() for f in functions])
    for i in range(5, 7):
        functions.append(lambda: i + 100)
    print([f() for f in functions])


def of_nested_functions():
    functions = []
    for i in range(3):
        square = i * i

        def show(prefix):
            return f"{prefix}{i}:{square}"

        functions.append(show)
        print(show("now "))
    print([f("later ") for f in functions])


def of_tuples():
    functions = []
    for name, (low, high) in [("x", (1, 2)), ("y", (3, 4))]:
        functions.append(lambda n: (name, low + n, high + n))
    print([f(1) for f in functions])
    for number, letter in enumerate("ab"):
        functions.append(lambda n: (number, letter, n))
    print(functions[2](0), functions[3](0))
    counts = {"a": 1, "b": 2}
    for key, value in counts.items():
        functions.append(lambda n: (key, value, n))
    print(functions[4](0))


def of_values_at_once():
    functions = []
    for i in range(3):
        functions.append(lambda i=i: i)
        functions.append(partial(lambda n: n, i))
    print([f() for f in functions])
    for w in ["bc", "ab"]:
        print(sorted("abc", key=lambda c: (c in w, c)), max(w, key=lambda c: c != w[0]))
    for i in range(2):
        rows = [[3, 1], [2, 2]]
        rows.sort(key=lambda row: row[i])
        print(rows)


def of_inner_loops():
    functions = []
    for i in range(2):
        for j in range(3):
            functions.append(lambda: (i, j))
        print([f() for f in functions])
    print([f() for f in functions])


def of_while():
    functions = []
    n = 0
    while n < 3:
        double = n * 2
        functions.append(lambda: (n, double))
        n += 1
    print([f() for f in functions])


def of_comprehensions():
    print([f() for f in [lambda: k for k in range(3)]])
    print([f() for f in [lambda: (a, b) for a in range(2) for b in range(2)]])
    print([[f() for f in row] for row in [[lambda: (r, c) for c in range(2)] for r in range(2)]])
    print({k: f() for k, f in {k: (lambda: k) for k in "xy"}.items()})
    made = (lambda: g for g in range(3))
    print([f() for f in made], [f() for f in list(lambda: g for g in range(3))])


def of_generators():
    functions = []

    def each():
        for i in range(3):
            yield lambda: i

    for f in each():
        print(f(), end=" ")
        functions.append(f)
    print([f() for f in functions])
    lazy = []
    for i in range(3):
        lazy.append(i * n for n in range(3))
    print([list(g) for g in lazy])


def of_several_loops(values):
    found = []
    for value in values:
        if value > 1:
            found.append(lambda: value)
            break
    for value in values:
        found.append(lambda: -value)
    return [f() for f in found]


def of_calls():
    def make(i):
        return lambda: i

    functions = []
    for i in range(3):
        functions.append(make(i))
    print([f() for f in functions])


async def of_tasks():
    seen = []
    tasks = []
    for i in range(3):
        async def work(delay):
            await asyncio.sleep(delay)
            seen.append(i)

        tasks.append(asyncio.create_task(work(0.01 * i)))
    await asyncio.gather(*tasks)
    print(seen)
    loop = asyncio.get_running_loop()
    for i in range(3):
        loop.call_soon(lambda: seen.append(i * 10))
    for i in range(3):
        loop.call_soon(seen.append, i)
    await asyncio.sleep(0)
    print(seen)
    futures = []
    for name in ["a", "b"]:
        future = asyncio.ensure_future(asyncio.sleep(0, name))
        future.add_done_callback(lambda f: seen.append((name, f.result())))
        futures.append(future)
    await asyncio.gather(*futures)
    await asyncio.sleep(0)
    print(seen[6:])


class Buttons:
    def __init__(self, names):
        self.handlers = {}
        for name in names:
            self.handlers[name] = lambda: f"{name} of {len(self.handlers)}"

    def press(self, name):
        return self.handlers[name]()


of_ranges()
of_nested_functions()
of_tuples()
of_values_at_once()
of_inner_loops()
of_while()
of_comprehensions()
of_generators()
print(of_several_loops([1, 2, 3]))
of_calls()
asyncio.run(of_tasks())
buttons = Buttons(["ok", "cancel"])
print(buttons.press("ok"), buttons.press("cancel"))
