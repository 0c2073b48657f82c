import json
def prod(values):
    result = 1
    for v in values:
        result *= v
    return result
def total(values):
    result = 0
    for v in values:
        result += v
    return result
class V:
    def visit_op(self, op):
        values = [c for c in op]
        result = 1
        for v in values:
            result *= v
        match len(values):
            case 1:
                return -values[0]
            case 2:
                first, *rest = values
                return first - sum(rest)
        return result
class W:
    def visit_op(self, op):
        values = [c for c in op]
        return sum(values)
    def visit_first(self, op):
        return max(values for values in op)
print(prod(json.loads("[2, 1.5]")), total(json.loads("[2, 1.5]")))
for n in ("op", "first"):
    m = getattr(V() if n == "op" else W(), "visit_" + n)
    print(m([2, 2.5]), m([1.25, 2, 4]), m([1.5]))
