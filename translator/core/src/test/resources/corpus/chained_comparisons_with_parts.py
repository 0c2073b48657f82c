"""Chains of comparisons evaluate their parts from left to right, each once, and stop at the first that fails."""


def part(name, value, log):
    log.append(name)
    return value


def chain(a, b, c, d):
    log = []
    result = part("a", a, log) < part("b", [x for x in (b,)][0], log) < part("c", sum([c, 0]), log) <= part("d", d, log)
    return result, log


def members(words, seen, rest):
    return "x" in (found := {w for w in words if w}) != (other := {w for w in seen}) == set(w for w in rest), found, other


for values in [(1, 2, 3, 4), (1, 2, 3, 3), (2, 1, 9, 9), (1, 5, 4, 9), (1, 2, 9, 4)]:
    print(values, *chain(*values))

found, first, second = members(["x", ""], ["y"], ["y"])
print(found, sorted(first), sorted(second))

x = None
empty = x and x.strip()
for letter in empty or "none":
    print(letter, end=" ")
print()

total = 0
for n in ([1, 2] if total else {3: 1}):
    total += n
for key in ({} if total else {"k": 1}).keys():
    print("never", key)
for key in (dict(a=1) if total else {}):
    print(key, total)


class Label:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text


def attempt(label):
    try:
        return str(label)
    except TypeError as error:
        return type(error).__name__


print(attempt(Label("ok")), attempt(Label(3)))
