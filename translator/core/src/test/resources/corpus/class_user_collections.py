from collections import UserDict, UserList, UserString
import collections

class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)
    def __getitem__(self, key):
        return self.data[key.lower()]
    def __contains__(self, key):
        return key.lower() in self.data

d = Lower({"A": 1}, B=2)
d["C"] = 3
d.update({"D": 4}, E=5)
print(d, d["a"], "c" in d, "C" in d, len(d), list(d), d.get("A"), d.get("zz", 0), d.pop("b"), d.setdefault("F", 6), d.data, sorted(d.items()))
del d["c"]
print(d == {"a": 1, "d": 4, "e": 5, "f": 6}, isinstance(d, dict), bool(d), list(d.values()), d.copy(), type(d.copy()).__name__, d | {"x": 1})
try:
    d["nope"]
except KeyError as e:
    print("KeyError", e)

class Default(UserDict):
    def __missing__(self, key):
        return f"<{key}>"
m = Default()
print(m["q"], m.get("q"), dict(m), m)

class History(UserList):
    def append(self, item):
        print("append", item)
        super().append(item)
    def last(self):
        return self[-1] if self else None
h = History([1, 2])
h.append(3)
h.extend([4, 5])
h += [6]
print(h, h.last(), h[1:3], type(h[1:3]).__name__, len(h), 3 in h, h.index(4), h.count(1), h + [7], h * 2, h.data, [x * 2 for x in h], h == [1, 2, 3, 4, 5, 6], h.pop(), list(reversed(h)), sorted(h, reverse=True))
h.sort(reverse=True); h.insert(0, 9); h.remove(1); h[0] = 8; del h[1]
print(h, isinstance(h, list), h < [9])

class Name(UserString):
    def initials(self):
        return "".join(w[0] for w in self.data.split())
n = Name("Ada Lovelace")
print(n, n.initials(), n.upper(), type(n.upper()).__name__, len(n), n[0], n + "!", "x" + n, n == "Ada Lovelace", "Love" in n, n.split(), n.replace("a", "o"), repr(n), n.data, n.startswith("Ada"), hash(n) == hash("Ada Lovelace"), n < "B", n * 2, n.find("L"))
u = collections.UserDict(a=1)
u["b"] = 2
print(u, u.keys(), list(UserList("abc")), UserString("q") + "r", UserList([3, 1]) + UserList([2]))
