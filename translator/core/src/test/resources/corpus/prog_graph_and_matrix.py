"""Matrix and graph toolkit."""
import heapq
import math
from fractions import Fraction
from itertools import product, combinations, accumulate, chain, pairwise
from collections import defaultdict, deque
import operator
from functools import reduce, total_ordering
from numbers import Number


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        widths = {len(r) for r in self.rows}
        if len(widths) != 1:
            raise ValueError(f"ragged matrix: widths {sorted(widths)}")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return type(self)(zip(*self.rows))

    def __getitem__(self, index):
        match index:
            case (int() as i, int() as j):
                return self.rows[i][j]
            case (slice() as s, int() as j):
                return [r[j] for r in self.rows[s]]
            case int():
                return self.rows[index]
        raise TypeError(f"bad index {index!r}")

    def __setitem__(self, index, value):
        i, j = index
        self.rows[i][j] = value

    def __add__(self, other):
        if isinstance(other, Matrix):
            return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])
        return NotImplemented

    def __mul__(self, k):
        if isinstance(k, Number):
            return Matrix([[a * k for a in row] for row in self.rows])
        return NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not match")
        cols = list(zip(*other.rows))
        return Matrix([[sum(map(operator.mul, r, c)) for c in cols] for r in self.rows])

    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        base = self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __neg__(self):
        return self * -1

    def __str__(self):
        cells = [[str(x) for x in row] for row in self.rows]
        widths = [max(map(len, col)) for col in zip(*cells)]
        return "\n".join("[" + " ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)

    def determinant(self):
        m = [[Fraction(x) for x in row] for row in self.rows]
        n, det = len(m), Fraction(1)
        for c in range(n):
            pivot = next((r for r in range(c, n) if m[r][c]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != c:
                m[c], m[pivot] = m[pivot], m[c]
                det = -det
            det *= m[c][c]
            for r in range(c + 1, n):
                f = m[r][c] / m[c][c]
                for k in range(c, n):
                    m[r][k] -= f * m[c][k]
        return det


class Graph:
    def __init__(self, edges=()):
        self.adj = defaultdict(dict)
        for u, v, *w in edges:
            self.add(u, v, *w)

    def add(self, u, v, weight=1, *, directed=False):
        self.adj[u][v] = weight
        if not directed:
            self.adj[v][u] = weight
        else:
            self.adj[v]

    def dijkstra(self, start):
        dist = defaultdict(lambda: math.inf, {start: 0})
        prev = {}
        heap = [(0, start)]
        while heap:
            d, u = heapq.heappop(heap)
            if d > dist[u]:
                continue
            for v, w in self.adj[u].items():
                nd = d + w
                if nd < dist[v]:
                    dist[v] = nd
                    prev[v] = u
                    heapq.heappush(heap, (nd, v))
        return dict(dist), prev

    def path(self, a, b):
        _, prev = self.dijkstra(a)
        out = [b]
        while out[-1] != a:
            out.append(prev[out[-1]])
        return out[::-1]

    def bfs(self, start):
        seen, queue = {start}, deque([start])
        while queue:
            yield (u := queue.popleft())
            for v in sorted(self.adj[u]):
                if v not in seen:
                    seen.add(v)
                    queue.append(v)

    def mst(self):
        edges = sorted({(w, *sorted((u, v))) for u, nbrs in self.adj.items() for v, w in nbrs.items()})
        parent = {u: u for u in self.adj}

        def find(x):
            while parent[x] != x:
                parent[x] = parent[parent[x]]
                x = parent[x]
            return x

        for w, u, v in edges:
            if (ru := find(u)) != (rv := find(v)):
                parent[ru] = rv
                yield u, v, w


m = Matrix([[2, 1], [1, 3]])
print(m, m.T == m, m.shape, sep="\n")
print(m @ m + 2 * m)
print(Matrix([[1, 1], [1, 0]]) ** 100)
print(-m, m[0, 1], m[:, 0], m[1])
print(Matrix([[2, -1, 0], [1, 3, 5], [7, Fraction(1, 3), 4]]).determinant())
try:
    m + 3
except TypeError as e:
    print(e)
try:
    Matrix([[1, 2], [3]])
except ValueError as e:
    print(e)
try:
    m @ Matrix([[1, 2, 3]])
except ValueError as e:
    print(e)
try:
    m["x"]
except TypeError as e:
    print(e)
g = Graph([("A", "B", 4), ("A", "C", 2), ("C", "B", 1), ("B", "D", 5), ("C", "D", 8), ("D", "E", 3)])
dist, _ = g.dijkstra("A")
print(dist, g.path("A", "E"))
print(list(g.bfs("E")))
print(list(g.mst()), sum(w for *_, w in g.mst()))
print(list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], operator.mul, initial=10)))
print([b - a for a, b in pairwise([1, 4, 9, 16])])
print(sum(1 for a, b in combinations(range(20), 2) if math.gcd(a, b) == 1))
print(reduce(operator.xor, chain(range(7), [9])), math.comb(40, 20), math.perm(5, 2), math.lcm(4, 6, 10), math.isqrt(10**20 + 1))
print(max(product(range(3), repeat=2), key=lambda p: (p[0] * p[1], -p[0])))
print(Fraction(3, 4) + 1, Fraction("0.125"), float(Fraction(1, 3)), Fraction(7, 2) // 1, round(Fraction(7, 2)), Fraction(0.5).limit_denominator(10))
