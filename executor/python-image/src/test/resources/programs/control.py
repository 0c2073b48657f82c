# Loops, exceptions, with, match, comprehensions: the jumps of the bytecode loop.
import contextlib


def loops(n):
    found = []
    for i in range(n):
        if i % 7 == 3:
            continue
        while True:
            i += 5
            if i > 20:
                break
        else:
            found.append("never")
        found.append(i)
        if len(found) > 12:
            break
    else:
        found.append("exhausted")
    return found


print(loops(5), loops(40))


def unwinding(kind):
    log = []
    try:
        try:
            with contextlib.ExitStack() as stack:
                stack.callback(log.append, "closed")
                if kind == "return":
                    return log
                if kind == "raise":
                    raise KeyError(kind)
                if kind == "chain":
                    try:
                        raise ValueError("first")
                    except ValueError as first:
                        raise TypeError("second") from first
                log.append("body")
        except KeyError as error:
            log.append(repr(error))
            raise RuntimeError("again")
        else:
            log.append("else")
        finally:
            log.append("finally")
    except RuntimeError as error:
        log.append((str(error), repr(error.__context__)))
    except TypeError as error:
        log.append((str(error), repr(error.__cause__)))
    return log


for kind in ("return", "raise", "chain", "plain"):
    print(kind, unwinding(kind))

try:
    raise ExceptionGroup("many", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3), OSError(4)])])
except* ValueError as group:
    print("values", [str(e) for e in group.exceptions])
except* (TypeError, OSError) as group:
    print("others", repr(group))


def shape(value):
    match value:
        case 0 | 1:
            return "bit"
        case int(n) if n > 100:
            return f"big {n}"
        case [x, y, *rest]:
            return f"list {x} {y} {rest}"
        case {"kind": kind, **others}:
            return f"map {kind} {sorted(others)}"
        case str() as text:
            return "text " + text
        case None:
            return "none"
        case _:
            return "other"


print([shape(v) for v in (0, 7, 700, [1, 2, 3], (4, 5), {"kind": "a", "b": 1}, "x", None, 1.5)])
print({k: [v for v in range(k) if v % 2] for k in range(5)}, {c for c in "abca"} == {"a", "b", "c"})
print([(a, b) for a in range(3) for b in "xy" if a != 1], [*range(3), *"ab"], {**{"a": 1}, "b": 2})
first, *middle, last = range(6)
print(first, middle, last, (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(500))
try:
    depth(100_000)
except RecursionError as error:
    print(type(error).__name__)
