"""A spreadsheet with dependency tracking and cycle detection."""
import asyncio
import re
from collections import deque, OrderedDict
from graphlib import TopologicalSorter, CycleError
from functools import cached_property, partial, reduce
import string

CELL = re.compile(r"\b([A-Z]+)(\d+)\b")


class Cell:
    __slots__ = ("name", "formula", "value", "listeners")

    def __init__(self, name, formula):
        self.name = name
        self.formula = formula
        self.value = None
        self.listeners = []

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name}={self.value!r}>"


class Sheet:
    def __init__(self):
        self.cells = {}

    def __setitem__(self, name, formula):
        self.cells[name] = Cell(name, str(formula))

    def __getitem__(self, name):
        return self.cells[name].value

    def references(self, name):
        formula = self.cells[name].formula
        if not formula.startswith("="):
            return set()
        refs = set()
        rest = formula
        for m in re.finditer(r"([A-Z]+\d+):([A-Z]+\d+)", formula):
            refs.update(self.expand(m[1], m[2]))
            rest = rest.replace(m[0], "")
        refs |= {a + b for a, b in CELL.findall(rest)}
        return refs

    @staticmethod
    def expand(first, last):
        (c1, r1), (c2, r2) = (CELL.fullmatch(x).groups() for x in (first, last))
        for col in range(ord(c1), ord(c2) + 1):
            for row in range(int(r1), int(r2) + 1):
                yield f"{chr(col)}{row}"

    async def recalculate(self):
        graph = {name: self.references(name) for name in self.cells}
        order = list(TopologicalSorter(graph).static_order())
        done = []
        for name in order:
            if name not in self.cells:
                continue
            cell = self.cells[name]
            await asyncio.sleep(0)
            cell.value = self.compute(cell)
            done.append(name)
            for listener in cell.listeners:
                listener(cell.value)
        return len(done)

    def compute(self, cell):
        text = cell.formula
        if not text.startswith("="):
            try:
                return int(text)
            except ValueError:
                try:
                    return float(text)
                except ValueError:
                    return text
        body = text[1:]
        if m := re.fullmatch(r"(SUM|AVG|MAX|CONCAT)\((\w+):(\w+)\)", body):
            fn, first, last = m.groups()
            values = [self.cells[n].value for n in self.expand(first, last) if n in self.cells]
            match fn:
                case "SUM":
                    return sum(values)
                case "AVG":
                    return sum(values) / len(values) if values else "#DIV/0"
                case "MAX":
                    return max(values, default=0)
                case "CONCAT":
                    return "".join(map(str, values))
        return self.arith(body)

    def arith(self, body):
        tokens = re.findall(r"[A-Z]+\d+|\d+\.?\d*|[-+*/()]", body)
        out, ops = deque(), []
        prec = {"+": 1, "-": 1, "*": 2, "/": 2}
        for t in tokens:
            if t in prec:
                while ops and ops[-1] != "(" and prec[ops[-1]] >= prec[t]:
                    out.append(ops.pop())
                ops.append(t)
            elif t == "(":
                ops.append(t)
            elif t == ")":
                while (op := ops.pop()) != "(":
                    out.append(op)
            else:
                out.append(t)
        while ops:
            out.append(ops.pop())
        stack = []
        while out:
            t = out.popleft()
            if t in prec:
                b, a = stack.pop(), stack.pop()
                try:
                    stack.append({"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b}[t]())
                except ZeroDivisionError:
                    return "#DIV/0"
                except TypeError as e:
                    return f"#TYPE({e})"
            elif t[0] in string.ascii_uppercase:
                stack.append(self.cells[t].value if t in self.cells else 0)
            else:
                stack.append(float(t) if "." in t else int(t))
        return stack[0]


async def main():
    s = Sheet()
    rows = [("Apples", 3, 0.5), ("Pears", 12, 0.25), ("Plums", 7, 1.2)]
    for i, (name, qty, price) in enumerate(rows, start=1):
        s[f"A{i}"], s[f"B{i}"], s[f"C{i}"] = name, qty, price
        s[f"D{i}"] = f"=B{i}*C{i}"
    s["D4"] = "=SUM(D1:D3)"
    s["E1"] = "=D4/B1-(B2+1)*2"
    s["E2"] = "=D4/Z9"
    s["E3"] = "=A1+B1"
    s["F1"] = "=CONCAT(A1:B2)"
    s["F2"] = "=MAX(B1:B3)"
    log = []
    s.cells["D4"].listeners.append(log.append)
    s.cells["D4"].listeners.append(partial(print, "total is", sep=" => "))
    print(await s.recalculate(), "cells")
    for name in sorted(s.cells):
        print(f"{name:>4}: {s.cells[name].formula:<16} {s[name]!r}")
    s["B1"] = "100"
    await s.recalculate()
    print(log, s.cells["D4"])
    s["B1"] = "=E1"
    try:
        await s.recalculate()
    except CycleError as e:
        print(e.args[0], sorted(set(e.args[1])))
    od = OrderedDict.fromkeys("banana")
    od.move_to_end("b")
    print(list(od), od.popitem(last=False))
    print(reduce(lambda acc, r: acc + r[1], rows, 0))


asyncio.run(main())
