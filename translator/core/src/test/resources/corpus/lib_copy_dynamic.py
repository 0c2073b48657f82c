"""Copies of objects whose classes are made at run time."""

import copy
class D(dict):
    pass
class L(list):
    def total(self): return sum(self)
class A:
    def __init__(self, n):
        self.n = n
        self.items = [n]
    def __getattr__(self, name):
        if name.startswith("q"): return 42
        raise AttributeError(name)
a = A(1)
setattr(a, "z", 3)
b = copy.copy(a); c = copy.deepcopy(a)
b.n = 5
c.items.append(2)
print(a.n, b.n, c.n, a.items, b.items is a.items, c.items, a is b, b.q, b.z)
a.me = a
d = copy.deepcopy(a)
print(d.me is d, d.me is a)
l = L([1, [2]]); m = copy.copy(l); m.append(3)
print(l, m, type(m).__name__)
x = D(a=[1]); y = copy.copy(x); z = copy.deepcopy(x)
y["b"] = 2; z["a"].append(5)
print(x, y, z)
class N: pass
for k in ("u", "v"): setattr(N(), k, 1)
n = N(); setattr(n, "u", [1]); o = copy.copy(n); p = copy.deepcopy(n)
o.u = 3; p.u.append(2)
print(n.u, o.u, p.u)
