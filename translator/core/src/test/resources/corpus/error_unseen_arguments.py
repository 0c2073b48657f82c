class A:
    def one(self, max_size, other): return max_size
    def none(self): return 0
    def opt(self, a, b=2): return a, b
class B(A): pass
def pick(i): return [A(), B(), 3][i]
for f in (lambda: pick(0).one(), lambda: pick(1).one(1), lambda: pick(0).one(1, 2, 3), lambda: pick(0).none(1), lambda: pick(0).opt(), lambda: pick(1).opt(1, 2, 3), lambda: pick(0).one(1, other=3), lambda: pick(0).one(1, foo=3), lambda: pick(2).one(1), lambda: pick(0).two()):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
