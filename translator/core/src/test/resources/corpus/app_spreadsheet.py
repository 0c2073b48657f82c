import re


class CellError(Exception):
    pass


class Sheet(dict):
    """Cells by name; a formula starts with '='."""

    def __init__(self, **cells):
        super().__init__(cells)
        self.evaluations = 0

    def __missing__(self, key):
        return 0

    def value(self, name, seen=()):
        if name in seen:
            raise CellError(" -> ".join([*seen, name]))
        content = self[name]
        if isinstance(content, str) and content.startswith("="):
            self.evaluations += 1
            return self.evaluate(content[1:], (*seen, name))
        return content

    def evaluate(self, formula, seen):
        m = re.fullmatch(r"(SUM|MIN|MAX)\((\w+):(\w+)\)", formula)
        if m:
            function = {"SUM": sum, "MIN": min, "MAX": max}[m.group(1)]
            return function(self.value(c, seen) for c in self.span(m.group(2), m.group(3)))
        total = 0
        sign = 1
        for token in re.findall(r"[A-Z]\d+|\d+(?:\.\d+)?|[+-]", formula):
            if token in "+-":
                sign = 1 if token == "+" else -1
            elif token[0].isalpha():
                total += sign * self.value(token, seen)
            else:
                total += sign * (float(token) if "." in token else int(token))
        return total

    @staticmethod
    def span(first, last):
        for column in range(ord(first[0]), ord(last[0]) + 1):
            for row in range(int(first[1:]), int(last[1:]) + 1):
                yield f"{chr(column)}{row}"


sheet = Sheet(A1=10, A2=20, A3="=A1+A2", B1="=SUM(A1:A3)", B2="=B1-5.5")
for name in ("A1", "A3", "B1", "B2", "C9"):
    print(name, sheet.value(name))
sheet["A1"] = 100
print("after a change:", sheet.value("B2"), "evaluations:", sheet.evaluations)
sheet.update({"C1": "=MAX(A1:A3)", "C2": "=MIN(A1:A3)"})
print({k: sheet.value(k) for k in sheet if k.startswith("C")})
sheet["A2"] = "=B1"
try:
    sheet.value("A3")
except CellError as e:
    print("cycle:", e)
print(len(sheet), "A1" in sheet, "Z1" in sheet, sheet["Z1"], sheet.get("Z1"))
print(sorted(sheet.keys()))
print(isinstance(sheet, dict), sheet.pop("C1"), list(sheet)[-1])
