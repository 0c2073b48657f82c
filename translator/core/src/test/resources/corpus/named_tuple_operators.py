from typing import NamedTuple
class P(NamedTuple):
    x: int
    y: int = 0
    def __add__(self, o): return P(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return P(self.x * k, self.y * k)
    def __neg__(self): return P(-self.x, -self.y)
    def __lt__(self, o): return self.y < o.y
class Q(NamedTuple):
    a: int
    b: str
def u(x):
    return [x][0]
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
box = {"p": P(1, 5), "q": P(2), "r": Q(1, "z"), "n": 3}
show(lambda: box["p"] + box["q"])
show(lambda: box["p"] * box["n"])
show(lambda: -box["p"])
show(lambda: box["p"] < box["q"])
show(lambda: sorted([box["p"], box["q"]]))
show(lambda: box["r"] + (1,))
show(lambda: box["r"] + box["r"])
show(lambda: box["r"] * 2)
show(lambda: box["r"] == (1, "z"))
show(lambda: box["r"] < (2,))
show(lambda: len(box["r"]) + box["r"].index("z") + box["r"].count(1))
show(lambda: [*box["r"]])
show(lambda: P(1, 5) + P(2))
show(lambda: P(1, 5) * 2)
show(lambda: Q(1, "z") + (1,))
show(lambda: Q(1, "z")[1:])
show(lambda: Q(1, "z")[5])
